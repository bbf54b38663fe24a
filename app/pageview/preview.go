package pageview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"gongkailan/app/ui"
	"gongkailan/app/words"
)

// Preview is a view on the ground behind pages, with a bar over it: what the page is, which page of how many, buttons
// that turn the pages, and the zoom with a list of zooms. Without a zoom the page is as wide as the preview, or all of
// it is in sight. Wheel and keyboard do what the buttons do.
type Preview struct {
	View *View

	words words.Words
	title string
	fit   Fit
	page  int // that the bar tells

	label *canvas.Text
	zoom  *canvas.Text
	turns []fyne.CanvasObject
	bar   *fyne.Container
	stage *stage
	ring  *canvas.Rectangle // around the stage while it has the keyboard
	whole *fyne.Container
}

const (
	previewMargin float32 = 34
	previewBar    float32 = 34
	pageTop       float32 = 8 // over the page
)

// NewPreview puts a view into a preview under a title, e.g. 所见即所贴.
func NewPreview(view *View, title string, w words.Words) *Preview {
	p := &Preview{View: view, words: w, title: title}
	p.label = ui.Text(title, ui.SizeSmall, ui.SecondInk())
	p.zoom = ui.Text("", ui.SizeSmall, ui.SecondInk())
	arrow := canvas.NewImageFromResource(theme.NewDisabledResource(theme.MenuDropDownIcon()))
	arrow.FillMode = canvas.ImageFillContain
	arrow.SetMinSize(fyne.NewSize(16, 16))
	back, on := p.sign("‹", view.Previous), p.sign("›", view.Next)
	p.turns = []fyne.CanvasObject{back, on}
	p.bar = ui.Line(2, p.label, back, on, ui.Space(8, 1),
		p.sign("−", func() { p.step(-1) }), ui.NewPress(ui.Pad(4, 4, 4, 0, ui.Line(0, p.zoom, arrow)), p.offer), p.sign("+", func() { p.step(1) }))
	p.stage = newStage(p, container.New(pageLayout{p}, view))
	p.ring = canvas.NewRectangle(ui.Clear())
	p.ring.StrokeColor, p.ring.StrokeWidth = ui.Red(), 2
	p.ring.Hide()
	p.whole = container.New(previewLayout{p}, canvas.NewRectangle(ui.Behind()), p.stage, p.bar, p.ring)
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

// turned writes the bar anew and lays everything out, because the page may have another size. Another page is seen
// from its head.
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
	p.layOut()
	p.tellZoom()
	p.bar.Refresh()
	p.layOut() // the bar may have become wider
	p.stage.Refresh()
	if at := p.View.Page(); at != p.page {
		p.page = at
		p.stage.ScrollToOffset(fyne.NewPos(p.stage.Offset.X, 0))
	}
}

func (p *Preview) layOut() { p.whole.Layout.Layout(p.whole.Objects, p.whole.Size()) }

// tellZoom writes the zoom at which the page is seen; without a place there is none yet.
func (p *Preview) tellZoom() { p.zoom.Text = p.zoomText(p.seen()) }

// seen is the zoom at which the page is seen.
func (p *Preview) seen() float64 {
	if p.View.zoom > 0 || p.View.Pages() == 0 {
		return p.View.zoom
	}
	return p.fitting()
}

// fitting is the zoom at which the page is as wide as the preview, or all of it is in sight.
func (p *Preview) fitting() float64 {
	sheet, room := p.View.document.Pages[p.View.at], p.whole.Size()
	zoom := float64(room.Width-2*previewMargin) / (sheet.Width * PixelsPerMM)
	if p.fit == FitWindow {
		zoom = min(zoom, float64(room.Height-previewBar-previewMargin)/(sheet.Height*PixelsPerMM))
	}
	return max(0, min(zoom, MostZoom))
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
	return l.preview.pageSize().AddWidthHeight(2*previewMargin-1, previewMargin-1)
}

// Layout sets the page.
func (l pageLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	paper := l.preview.pageSize()
	for _, o := range objects {
		o.Resize(paper)
		o.Move(pageAt(size, paper))
	}
}

// previewLayout sets the bar at the top right over the ground and gives the rest to the page.
type previewLayout struct{ preview *Preview }

// MinSize lets the preview become small; the page can be scrolled.
func (previewLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(260, 200) }

// Layout sets ground, page and bar.
func (l previewLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	ground, stage, bar, ring := objects[0], objects[1], objects[2], objects[3]
	ground.Resize(size)
	l.preview.tellZoom()
	least := bar.MinSize()
	bar.Resize(least)
	bar.Move(fyne.NewPos(max(0, size.Width-least.Width-10), (previewBar-least.Height)/2))
	at, rest := fyne.NewPos(0, previewBar), fyne.NewSize(size.Width, max(0, size.Height-previewBar))
	stage.Move(at)
	stage.Resize(rest)
	ring.Move(at)
	ring.Resize(rest)
	l.preview.stage.Content.Refresh()
}
