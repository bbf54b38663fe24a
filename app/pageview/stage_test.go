package pageview

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// inWindow shows a document in a preview of 622 × 640.
func inWindow(t *testing.T, doc page.Document) *Preview {
	test.NewApp()
	v := New(face.Embedded(), ui.AtOnce())
	p := NewPreview(v, "所见即所贴", words.For(words.Chinese))
	w := test.NewTempWindow(t, p.Object())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(622, 640))
	v.SetDocument(doc)
	return p
}

func wheel(p *Preview, by float32) {
	p.stage.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, by)})
}

func press(p *Preview, keys ...fyne.KeyName) {
	for _, key := range keys {
		p.stage.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func TestTheWheelScrollsALargePageFirstAndTurnsAtItsEnd(t *testing.T) {
	p := inWindow(t, longDocument(t, face.Embedded()))
	wheel(p, -25)
	require.Equal(t, 1, p.View.Page())
	require.InDelta(t, 25*wheelReach, p.stage.Offset.Y, 0.1)
	notches := 1
	for ; p.View.Page() == 1 && notches < 100; notches++ {
		before := p.stage.Offset.Y
		wheel(p, -25)
		if p.View.Page() == 2 {
			require.InDelta(t, p.stage.lowest(), before, 1, "the foot of the page was seen")
		}
	}
	require.Equal(t, 2, p.View.Page())
	require.Zero(t, p.stage.Offset.Y, "the next page begins at its head")
	wheel(p, 25)
	require.Equal(t, 1, p.View.Page())
	require.InDelta(t, p.stage.lowest(), p.stage.Offset.Y, 1, "back at its foot")
}

func TestTheWheelTurnsAPageThatIsSeenWhole(t *testing.T) {
	p := inWindow(t, longDocument(t, face.Embedded()))
	p.SetFit(FitWindow)
	require.Zero(t, p.stage.lowest())
	wheel(p, -25)
	require.Equal(t, 2, p.View.Page())
	wheel(p, 25)
	wheel(p, 25)
	require.Equal(t, 1, p.View.Page())
}

func TestASwingOfATouchpadDoesNotRunThroughTheDocument(t *testing.T) {
	p := inWindow(t, longDocument(t, face.Embedded()))
	p.SetFit(FitWindow)
	for range 10 {
		wheel(p, -8)
	}
	require.Equal(t, 1, p.View.Page())
	for range 10 {
		wheel(p, -8)
	}
	require.Equal(t, 2, p.View.Page())
}

func TestKeysTurnPages(t *testing.T) {
	p := inWindow(t, longDocument(t, face.Embedded()))
	press(p, fyne.KeyPageUp)
	require.Equal(t, 1, p.View.Page())
	press(p, fyne.KeyPageDown)
	require.Equal(t, 2, p.View.Page())
	press(p, fyne.KeyEnd)
	require.Equal(t, p.View.Pages(), p.View.Page())
	press(p, fyne.KeyPageDown)
	require.Equal(t, p.View.Pages(), p.View.Page())
	press(p, fyne.KeyHome)
	require.Equal(t, 1, p.View.Page())
	press(p, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft)
	require.Equal(t, 2, p.View.Page())
}

func TestArrowsAndSpaceReadOnThroughTheDocument(t *testing.T) {
	p := inWindow(t, longDocument(t, face.Embedded()))
	press(p, fyne.KeyDown)
	require.InDelta(t, lineReach, p.stage.Offset.Y, 0.1)
	press(p, fyne.KeyUp, fyne.KeyUp)
	require.Equal(t, 1, p.View.Page())
	press(p, fyne.KeySpace, fyne.KeySpace)
	require.Equal(t, 2, p.View.Page())
	press(p, fyne.KeyUp)
	require.Equal(t, 1, p.View.Page())
	require.InDelta(t, p.stage.lowest(), p.stage.Offset.Y, 1)
}

func TestSidewaysArrowsMoveAPageThatIsWiderThanItsWindow(t *testing.T) {
	p := inWindow(t, longDocument(t, face.Embedded()))
	p.View.SetZoom(2)
	press(p, fyne.KeyRight)
	require.Equal(t, 1, p.View.Page())
	require.InDelta(t, lineReach, p.stage.Offset.X, 0.1)
}

func TestSignsZoom(t *testing.T) {
	p := inWindow(t, longDocument(t, face.Embedded()))
	require.Equal(t, "70%", p.zoom.Text)
	p.stage.TypedRune('+')
	require.Equal(t, "75%", p.zoom.Text)
	p.stage.TypedRune('-')
	p.stage.TypedRune('-')
	require.Equal(t, "25%", p.zoom.Text)
	p.stage.TypedRune('-')
	require.Equal(t, "25%", p.zoom.Text)
	for range 20 {
		p.stage.TypedRune('+')
	}
	require.Equal(t, "400%", p.zoom.Text)
	p.stage.TypedRune('0')
	require.Zero(t, p.stage.lowest(), "all of the page in sight")
	p.stage.TypedRune('0')
	require.Equal(t, "70%", p.zoom.Text)
}

func TestZoomingKeepsThePlaceUnderThePointer(t *testing.T) {
	p := inWindow(t, longDocument(t, face.Embedded()))
	p.View.SetZoom(1)
	p.stage.Refresh()
	p.stage.ScrollToOffset(fyne.NewPos(0, 200))
	at := fyne.NewPos(300, 100)
	onPage := func() float32 { return (p.stage.Offset.Y + at.Y - p.pagePlace().Y) / p.pageSize().Height }
	before := onPage()
	p.stepAt(1, at)
	require.Equal(t, "125%", p.zoom.Text)
	require.InDelta(t, before, onPage(), 0.002)
}

func TestPagesOfDifferentSizesAreEachSeenWhole(t *testing.T) {
	sizes := [][2]float64{{210, 297}, {297, 210}, {420, 297}, {297, 420}}
	var doc page.Document
	for _, size := range sizes {
		doc.Pages = append(doc.Pages, page.Page{Width: size[0], Height: size[1], Lines: []page.Line{
			{Text: "甲", X: 20, Y: 30, Size: 22, Face: page.TitleSong, At: []float64{0}},
		}})
	}
	p := inWindow(t, doc)
	for _, fit := range []Fit{FitWidth, FitWindow} {
		p.SetFit(fit)
		for i, size := range sizes {
			p.View.GoTo(i + 1)
			_, paper := p.View.sheet.Place()
			require.InDelta(t, size[0]/size[1], float64(paper.Width/paper.Height), 0.01)
			require.LessOrEqual(t, paper.Width, p.stage.Size().Width)
			if fit == FitWidth {
				require.InDelta(t, 622-2*previewMargin, paper.Width, 1)
			} else {
				require.Zero(t, p.stage.lowest())
				require.LessOrEqual(t, paper.Height, p.stage.Size().Height)
			}
		}
	}
	p.View.SetZoom(1)
	p.View.GoTo(3)
	require.InDelta(t, 420*PixelsPerMM, p.View.Size().Width, 1)
}

func TestTheKeyboardIsSeenToWorkInThePreview(t *testing.T) {
	p := inWindow(t, longDocument(t, face.Embedded()))
	require.False(t, p.ring.Visible())
	p.stage.Tapped(nil)
	require.True(t, p.ring.Visible())
	p.stage.FocusLost()
	require.False(t, p.ring.Visible())
}

func TestTheListOffersFitsAndZoomsAndTicksTheOneThatIsSet(t *testing.T) {
	p := inWindow(t, longDocument(t, face.Embedded()))
	var all []string
	ticked := func() string {
		all = nil
		set := ""
		for _, item := range p.menu().Items {
			if !item.IsSeparator {
				all = append(all, item.Label)
			}
			if item.Checked {
				set += item.Label
			}
		}
		return set
	}
	require.Equal(t, "适合宽度", ticked())
	require.Equal(t, "适合窗口 适合宽度 50% 75% 100% 125% 150% 200% 300% 400%", strings.Join(all, " "))
	p.menu().Items[0].Action()
	require.Equal(t, "适合窗口", ticked())
	p.menu().Items[5].Action()
	require.Equal(t, "100%", ticked())
	require.Equal(t, "100%", p.zoom.Text)
}
