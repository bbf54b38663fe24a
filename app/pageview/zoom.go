package pageview

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Fit is how large a page is seen where no zoom is set.
type Fit int

const (
	FitWidth  Fit = iota // 适合宽度: as wide as the preview
	FitWindow            // 适合窗口: all of the page in sight
)

// zooms are what + and − step through and the list offers.
func zooms() []float64 { return []float64{0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, MostZoom} }

// leastOffered is the smallest zoom of the list; a smaller one is for whole sheets of A3 and set by −.
const leastOffered = 0.5

// SetFit shows the page as wide as the preview or whole.
func (p *Preview) SetFit(fit Fit) {
	p.fit = fit
	if p.View.zoom == 0 {
		p.turned()
	}
	p.View.SetZoom(0)
}

// otherFit goes to the page whole, and from there to the page as wide as the preview.
func (p *Preview) otherFit() {
	if p.View.zoom == 0 && p.fit == FitWindow {
		p.SetFit(FitWidth)
	} else {
		p.SetFit(FitWindow)
	}
}

// step goes to the next zoom up or down and keeps the middle of what is seen in the middle.
func (p *Preview) step(by int) {
	size := p.stage.Size()
	p.stepAt(by, fyne.NewPos(size.Width/2, size.Height/2))
}

// stepAt goes to the next zoom up or down and keeps what lies at a place of the stage there.
func (p *Preview) stepAt(by int, at fyne.Position) { p.zoomAt(stepped(p.seen(), by), at) }

// stepped gives the zoom of the list that follows one, up or down.
func stepped(zoom float64, by int) float64 {
	const slack = 0.005 // what is shown as 100 % is 100 %
	all := zooms()
	if by > 0 {
		for _, z := range all {
			if z > zoom+slack {
				return z
			}
		}
		return all[len(all)-1]
	}
	for i := len(all) - 1; i >= 0; i-- {
		if all[i] < zoom-slack {
			return all[i]
		}
	}
	return min(zoom, all[0])
}

// zoomAt sets a zoom and keeps what lies at a place of the stage there.
func (p *Preview) zoomAt(zoom float64, at fyne.Position) {
	if p.View.Pages() == 0 {
		return
	}
	was, before := p.pageSize(), p.pagePlace()
	x := (p.stage.Offset.X + at.X - before.X) / was.Width
	y := (p.stage.Offset.Y + at.Y - before.Y) / was.Height
	p.View.SetZoom(zoom)
	p.stage.Refresh()
	now, after := p.pageSize(), p.pagePlace()
	p.stage.ScrollToOffset(fyne.NewPos(max(0, x*now.Width+after.X-at.X), max(0, y*now.Height+after.Y-at.Y)))
}

// pagePlace is where the page lies in what the stage scrolls.
func (p *Preview) pagePlace() fyne.Position {
	room := p.stage.Size().Max(p.stage.Content.MinSize())
	return pageAt(room, p.pageSize())
}

// pageAt sets a page into the middle of its room, at the top; at whole pixels, or its text would be blurred.
func pageAt(room, paper fyne.Size) fyne.Position {
	return fyne.NewPos(float32(math.Floor(float64(max(0, (room.Width-paper.Width)/2)))), pageTop)
}

// offer shows the list of zooms under the figure.
func (p *Preview) offer() {
	holder := fyne.CurrentApp().Driver().CanvasForObject(p.whole)
	if holder == nil {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.zoom)
	widget.ShowPopUpMenuAtPosition(p.menu(), holder, at.AddXY(-8, p.zoom.MinSize().Height+6))
}

// menu lists the fits and zooms with a tick at what is set.
func (p *Preview) menu() *fyne.Menu {
	item := func(text string, set bool, chosen func()) *fyne.MenuItem {
		i := fyne.NewMenuItem(text, chosen)
		i.Checked = set
		return i
	}
	fits := p.View.zoom == 0
	items := []*fyne.MenuItem{
		item(p.words.T("page.fit.window"), fits && p.fit == FitWindow, func() { p.SetFit(FitWindow) }),
		item(p.words.T("page.fit.width"), fits && p.fit == FitWidth, func() { p.SetFit(FitWidth) }),
		fyne.NewMenuItemSeparator(),
	}
	size := p.stage.Size()
	for _, z := range zooms() {
		if z >= leastOffered {
			items = append(items, item(p.zoomText(z), p.View.zoom == z, func() {
				p.zoomAt(z, fyne.NewPos(size.Width/2, size.Height/2))
			}))
		}
	}
	return fyne.NewMenu("", items...)
}

func (p *Preview) zoomText(zoom float64) string {
	return p.words.T("page.zoom", int(math.Round(100*zoom)))
}
