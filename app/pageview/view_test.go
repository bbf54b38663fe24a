package pageview

import (
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

func TestPagesAreTurnedByKeyAndStayInsideTheDocument(t *testing.T) {
	test.NewApp()
	set := face.Embedded()
	v := New(set, ui.AtOnce())
	require.Zero(t, v.Page())
	turns := 0
	v.OnTurn = func() { turns++ }
	v.SetDocument(longDocument(t, set))
	require.Equal(t, 1, v.Page())
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageUp})
	require.Equal(t, 1, v.Page())
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	require.Equal(t, 2, v.Page())
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	require.Equal(t, v.Pages(), v.Page())
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
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
	require.Equal(t, 1, s.generate(84, 119).Bounds().Dx(), "bare paper until it is painted")
	s.Put(picture(1), Picture{})
	s.generate(84, 119)
	require.Len(t, pending, 2)
	pending[1]()
	pending[0]()
	require.Len(t, s.cache, 1)
	require.Equal(t, "b", s.cache[0].key)
	require.Equal(t, Paint(doc.Pages[1], set, 84, 119), s.generate(84, 119))
	require.Len(t, pending, 2, "a finished picture is not painted again")
}

func TestTheNextPageIsPaintedAhead(t *testing.T) {
	test.NewApp()
	set := face.Embedded()
	v := New(set, ui.AtOnce())
	v.SetDocument(longDocument(t, set))
	v.sheet.generate(84, 119)
	v.sheet.generate(84, 119)
	require.Len(t, v.sheet.cache, 2)
	v.Next()
	require.NotNil(t, v.sheet.find(painted{key: "1/1", colours: Paper(), w: 84, h: 119}))
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
