package pageview

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/ui"
	"gongkailan/app/words"
)

// Preview is a view on the ground behind pages, with a bar over it: what the page is, which page of how many, buttons
// that turn the pages, and the zoom. Without a zoom the page is as wide as the preview.
type Preview struct {
	View *View

	words  words.Words
	title  string
	label  *canvas.Text
	zoom   *canvas.Text
	turns  []fyne.CanvasObject
	bar    *fyne.Container
	scroll *container.Scroll
	whole  *fyne.Container
}

const (
	previewMargin float32 = 34
	previewBar    float32 = 34
)

// NewPreview puts a view into a preview under a title, e.g. 所见即所贴.
func NewPreview(view *View, title string, w words.Words) *Preview {
	p := &Preview{View: view, words: w, title: title}
	p.label = ui.Text(title, ui.SizeSmall, ui.SecondInk())
	p.zoom = ui.Text("", ui.SizeSmall, ui.SecondInk())
	back, on := p.sign("‹", view.Previous), p.sign("›", view.Next)
	p.turns = []fyne.CanvasObject{back, on}
	p.bar = ui.Line(2, p.label, back, on, ui.Space(8, 1),
		p.sign("−", func() { p.step(-1) }), ui.NewPress(ui.Pad(4, 4, 4, 4, p.zoom), func() { view.SetZoom(0) }), p.sign("+", func() { p.step(1) }))
	p.scroll = container.NewScroll(container.New(pageLayout{p}, view))
	p.whole = container.New(previewLayout{p}, canvas.NewRectangle(ui.Behind()), p.scroll, p.bar)
	view.OnTurn = p.turned
	p.turned()
	return p
}

// Object is what a window shows.
func (p *Preview) Object() fyne.CanvasObject { return p.whole }

// sign is a small button of one sign, large enough to hit.
func (p *Preview) sign(text string, tapped func()) fyne.CanvasObject {
	sign := ui.Bold(text, ui.SizeCard, ui.Ink())
	sign.Alignment = fyne.TextAlignCenter
	return ui.NewPress(container.NewStack(ui.Space(30, 28), container.NewCenter(sign)), tapped)
}

// step goes to the next zoom of a quarter, up or down.
func (p *Preview) step(by float64) {
	quarters := math.Round(p.View.Zoom()*4) + by
	p.View.SetZoom(max(1, quarters) / 4)
}

// turned writes the bar anew and lays everything out, because the page may have another size.
func (p *Preview) turned() {
	p.label.Text = p.title
	if n := p.View.Pages(); n > 0 {
		p.label.Text += " · " + p.words.T("page.of", p.View.Page(), n)
	}
	for _, turn := range p.turns {
		turn.Hide()
		if p.View.Pages() > 1 {
			turn.Show()
		}
	}
	p.whole.Layout.Layout(p.whole.Objects, p.whole.Size())
	p.tellZoom()
	p.bar.Refresh()
	p.whole.Layout.Layout(p.whole.Objects, p.whole.Size()) // the bar may have become wider
}

// tellZoom writes the zoom at which the page is seen; without a place there is none yet.
func (p *Preview) tellZoom() {
	p.zoom.Text = p.words.T("page.zoom", int(math.Round(100*p.seen())))
}

// seen is the zoom at which the page is seen.
func (p *Preview) seen() float64 {
	if p.View.zoom > 0 || p.View.Pages() == 0 {
		return p.View.zoom
	}
	return p.fitting()
}

// fitting is the zoom at which the page is as wide as the preview.
func (p *Preview) fitting() float64 {
	room := p.whole.Size().Width - 2*previewMargin
	return max(0, float64(room)/(p.View.document.Pages[p.View.at].Width*PixelsPerMM))
}

// pageSize is the page as the preview shows it.
func (p *Preview) pageSize() fyne.Size {
	if p.View.Pages() == 0 {
		return fyne.NewSize(1, 1)
	}
	sheet, k := p.View.document.Pages[p.View.at], p.seen()*PixelsPerMM
	return fyne.NewSize(float32(sheet.Width*k), float32(sheet.Height*k))
}

// pageLayout sets the page into the middle, with a margin for its shadow.
type pageLayout struct{ preview *Preview }

// MinSize is the page with its margin.
func (l pageLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return l.preview.pageSize().AddWidthHeight(2*previewMargin-1, previewMargin)
}

// Layout sets the page.
func (l pageLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	paper := l.preview.pageSize()
	for _, o := range objects {
		o.Resize(paper)
		o.Move(fyne.NewPos(max(0, (size.Width-paper.Width)/2), 2))
	}
}

// previewLayout sets the bar at the top right over the ground and gives the rest to the page.
type previewLayout struct{ preview *Preview }

// MinSize lets the preview become small; the page can be scrolled.
func (previewLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(260, 200) }

// Layout sets ground, page and bar.
func (l previewLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	ground, scroll, bar := objects[0], objects[1], objects[2]
	ground.Resize(size)
	l.preview.tellZoom()
	least := bar.MinSize()
	bar.Resize(least)
	bar.Move(fyne.NewPos(max(0, size.Width-least.Width-10), (previewBar-least.Height)/2))
	scroll.Move(fyne.NewPos(0, previewBar))
	scroll.Resize(fyne.NewSize(size.Width, max(0, size.Height-previewBar)))
	l.preview.scroll.Content.Refresh()
}
