package pageview

import (
	"image"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

func longDocument(t *testing.T, set *face.Set) page.Document {
	doc := typeset(t, "标题\n"+strings.Repeat("现将有关情况公示如下。\n", 60), set)
	require.Greater(t, len(doc.Pages), 2)
	return doc
}

func TestAViewStaysInsideTheDocument(t *testing.T) {
	test.NewApp()
	set := face.Embedded()
	v := New(set, ui.AtOnce())
	require.Zero(t, v.Page())
	turns := 0
	v.OnTurn = func() { turns++ }
	v.SetDocument(longDocument(t, set))
	require.Equal(t, 1, v.Page())
	v.Previous()
	require.Equal(t, 1, v.Page())
	v.Next()
	require.Equal(t, 2, v.Page())
	v.GoTo(v.Pages() + 5)
	require.Equal(t, v.Pages(), v.Page())
	require.Equal(t, 3, turns)

	v.SetDocument(typeset(t, "短", set))
	require.Equal(t, 1, v.Page(), "a shorter document has no such page")
}

func TestAPreviewSaysWhichPageAndHowLarge(t *testing.T) {
	test.NewApp()
	set := face.Embedded()
	v := New(set, ui.AtOnce())
	p := NewPreview(v, "所见即所贴", words.For(words.Chinese))
	w := test.NewTempWindow(t, p.Object())
	w.Resize(fyne.NewSize(622, 640))
	v.SetDocument(longDocument(t, set))
	require.Equal(t, "所见即所贴 · 第 1 页 / 共 3 页", p.label.Text)
	require.Equal(t, "69%", p.zoom.Text)
	p.step(1)
	require.Equal(t, "75%", p.zoom.Text)
	p.step(1)
	require.Equal(t, "100%", p.zoom.Text)
	require.InDelta(t, 210*PixelsPerMM, v.Size().Width, 1)
	v.SetZoom(0)
	require.Equal(t, "69%", p.zoom.Text)
}

func TestALatePictureNeverReplacesANewerOne(t *testing.T) {
	test.NewApp()
	set := face.Embedded()
	var pending []func()
	loader := ui.NewLoader(func(work func()) { pending = append(pending, work) }, func(show func()) { show() })
	s := NewSheet(set, loader)
	doc := longDocument(t, set)
	picture := func(i int) Picture {
		return Picture{Key: string(rune('a' + i)), Page: doc.Pages[i], Part: Whole(doc.Pages[i]), Colours: Paper()}
	}
	s.Put(picture(0), Picture{})
	require.Equal(t, 1, s.bands[0].generate(84, 119).Bounds().Dx(), "bare paper until it is painted")
	s.Put(picture(1), Picture{})
	s.bands[0].generate(84, 119)
	require.Len(t, pending, 2)
	pending[1]()
	pending[0]()
	require.Len(t, s.kept.pictures, 1)
	require.Equal(t, "b", s.kept.pictures[0].key)
	require.Equal(t, Paint(doc.Pages[1], set, 84, 119), s.bands[0].generate(84, 119))
	require.Len(t, pending, 2, "a finished picture is not painted again")
}

func TestThePagesBesideArePaintedAhead(t *testing.T) {
	test.NewApp()
	set := face.Embedded()
	v := New(set, ui.AtOnce())
	v.SetDocument(longDocument(t, set))
	v.GoTo(2)
	v.sheet.bands[0].generate(84, 119)
	v.sheet.bands[0].generate(84, 119)
	require.Len(t, v.sheet.kept.pictures, 3)
	for _, at := range []int{0, 1, 2} {
		require.NotNil(t, v.sheet.kept.find(v.sheet.bands[0].wanted(v.picture(at), 84, 119)), at)
	}
}

func TestAPageThatStaysTheSameIsNotPaintedAgain(t *testing.T) {
	test.NewApp()
	set := face.Embedded()
	v := New(set, ui.AtOnce())
	text := "标题\n" + strings.Repeat("现将有关情况公示如下。\n", 40)
	v.SetDocument(typeset(t, text, set))
	first := v.sheet.bands[0].generate(84, 119)
	v.SetDocument(typeset(t, text+"再加一段。", set))
	require.Same(t, first, v.sheet.bands[0].generate(84, 119))
}

func TestAPageIsKnownByItsFiguresToo(t *testing.T) {
	with := func(image string, x float64) string {
		return contentKey(page.Page{Width: 210, Height: 297, Figures: []page.Figure{{X: x, Width: 10, Height: 10, Image: []byte(image)}}})
	}
	require.Equal(t, with("a", 1), with("a", 1))
	require.NotEqual(t, with("a", 1), with("b", 1))
	require.NotEqual(t, with("a", 1), with("a", 2))
}

func TestWhileSomebodyTypesTheOlderStateStaysInSight(t *testing.T) {
	test.NewApp()
	set := face.Embedded()
	var pending []func()
	loader := ui.NewLoader(func(work func()) { pending = append(pending, work) }, func(show func()) { show() })
	v := New(set, loader)
	v.SetDocument(typeset(t, "标题\n甲。", set))
	v.sheet.bands[0].generate(84, 119)
	pending[0]()
	v.SetDocument(typeset(t, "标题\n甲乙。", set))
	meanwhile := v.sheet.bands[0].generate(84, 119)
	require.Equal(t, 84, meanwhile.Bounds().Dx(), "and no bare paper")
	pending[1]()
	require.Equal(t, Paint(v.Document().Pages[0], set, 84, 119), v.sheet.bands[0].generate(84, 119))
}

func TestALongDocumentStaysWithinTheMemoryOfItsSheet(t *testing.T) {
	test.NewApp()
	set := face.Embedded()
	v := New(set, ui.AtOnce())
	v.SetDocument(typeset(t, "标题\n"+strings.Repeat("现将有关情况公示如下。\n", 220*page.LinesPerPage), set))
	require.Greater(t, v.Pages(), 200)
	for range v.Pages() {
		v.sheet.bands[0].generate(260, 368)
		v.Next()
		require.LessOrEqual(t, v.sheet.kept.bytes, mostKept)
	}
	held := 0
	for _, p := range v.sheet.kept.pictures {
		held += len(p.image.Pix)
	}
	require.Equal(t, held, v.sheet.kept.bytes)
	require.Greater(t, held, mostKept/2)
}

func TestAnEnlargedPageIsPaintedInBandsThatMeet(t *testing.T) {
	test.NewApp()
	set := face.Embedded()
	v := New(set, ui.AtOnce())
	v.SetDocument(typeset(t, example+strings.Repeat("\n现将有关情况公示如下。", 14), set))
	v.SetZoom(2)
	test.NewTempWindow(t, v)
	v.Resize(v.MinSize())
	require.Len(t, v.sheet.bands, 2)
	size := v.sheet.bands[0].raster.Size()
	w, h := int(math.Round(float64(size.Width))), int(bandHeight)
	rest := int(math.Round(float64(v.sheet.bands[1].raster.Size().Height)))
	whole := Paint(v.Document().Pages[0], set, w, h+rest)
	upper, lower := v.sheet.bands[0].generate(w, h), v.sheet.bands[1].generate(w, rest)
	different := 0
	for y := range h + rest {
		for x := range w {
			got := upper
			if y >= h {
				got = lower
			}
			r, _, _, _ := got.At(x, y%h).RGBA()
			if math.Abs(float64(r>>8)-float64(whole.RGBAAt(x, y).R)) > 100 {
				different++
			}
		}
	}
	require.Less(t, different, w*(h+rest)/2000, "the bands show the page as one picture does")
}

func TestTheScreenShowsThePainting(t *testing.T) {
	test.NewApp()
	set := face.Embedded()
	v := New(set, ui.AtOnce())
	v.SetDocument(longDocument(t, set))
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetContent(v)
	c.Resize(fyne.NewSize(420, 594))
	screen := c.Capture()
	want := Paint(v.Document().Pages[0], set, 420, 594)
	different := 0
	for y := 2; y < 592; y++ {
		for x := 2; x < 418; x++ {
			r, _, _, _ := screen.At(x, y).RGBA()
			if int(r>>8)-int(want.RGBAAt(x, y).R) > 8 || int(want.RGBAAt(x, y).R)-int(r>>8) > 8 {
				different++
			}
		}
	}
	require.Zero(t, different)
}

func TestASteadySheetNeverShowsBarePaperBetweenTwoPages(t *testing.T) {
	test.NewApp()
	set := face.Embedded()
	var pending []func()
	loader := ui.NewLoader(func(work func()) { pending = append(pending, work) }, func(show func()) { show() })
	s := NewSheet(set, loader).Steady()
	doc := longDocument(t, set)
	picture := func(i int) Picture {
		return Picture{Key: string(rune('a' + i)), Page: doc.Pages[i], Part: Whole(doc.Pages[i]), Colours: Paper()}
	}
	s.Put(picture(0))
	s.bands[0].generate(84, 119)
	pending[0]()
	first := s.bands[0].generate(84, 119)
	s.Put(picture(1))
	require.Same(t, first, s.bands[0].generate(84, 119), "the page before stays")
	require.Equal(t, image.Pt(119, 84), s.bands[0].generate(119, 84).Bounds().Size(), "on a sheet of another shape too")
	for _, work := range pending[1:] {
		work()
	}
	require.Equal(t, Paint(doc.Pages[1], set, 119, 84), s.bands[0].generate(119, 84))
	s.Put(Picture{Colours: Paper()})
	s.Put(picture(2))
	require.Equal(t, 1, s.bands[0].generate(84, 119).Bounds().Dx(), "what was taken down does not come back")
}

func TestSheetsBesideEachOtherPaintAPageOnce(t *testing.T) {
	test.NewApp()
	set := face.Embedded()
	doc := longDocument(t, set)
	one := NewSheet(set, ui.AtOnce())
	other := one.Beside()
	shown := Picture{Key: "a", Page: doc.Pages[0], Part: Whole(doc.Pages[0]), Colours: Paper()}
	one.Put(shown)
	other.Put(shown)
	require.Same(t, one.bands[0].generate(84, 119), other.bands[0].generate(84, 119))
}
