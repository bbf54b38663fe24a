package pageview

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// View shows a document page by page. PageUp and PageDown turn the pages where it has the focus, which a tap gives it.
// With a zoom it asks for the room of the page at that zoom; without, it fills the room that it gets.
type View struct {
	widget.BaseWidget
	// OnTurn is called after another page, another document or another zoom is shown.
	OnTurn func()

	sheet    *Sheet
	document page.Document
	edition  int // counts documents, so that pages of an older one are never taken for those of a newer
	at       int
	zoom     float64
}

var (
	_ fyne.Focusable = (*View)(nil)
	_ fyne.Tappable  = (*View)(nil)
)

// PixelsPerMM is the scale of zoom 1 in device-independent pixels: 96 to the inch.
const PixelsPerMM = 96 / 25.4

// New makes a view without a document that paints with the faces of the set, through a loader of its own.
func New(set *face.Set, loader *ui.Loader) *View {
	v := &View{sheet: NewSheet(set, loader.Again())}
	v.ExtendBaseWidget(v)
	return v
}

// SetDocument shows a document. Where the one before is shown in an older state, as in a preview while somebody
// types, the reader stays on the page where they are.
func (v *View) SetDocument(d page.Document) {
	v.document = d
	v.edition++
	v.at = max(0, min(v.at, len(d.Pages)-1))
	v.show()
}

// Document gives the document that is shown.
func (v *View) Document() page.Document { return v.document }

// Page gives the number of the page that is shown, from 1; 0 where there is none.
func (v *View) Page() int {
	if len(v.document.Pages) == 0 {
		return 0
	}
	return v.at + 1
}

// Pages gives how many pages there are.
func (v *View) Pages() int { return len(v.document.Pages) }

// GoTo shows the page of that number, from 1; the nearest where there is none of that number.
func (v *View) GoTo(number int) {
	at := max(0, min(number-1, len(v.document.Pages)-1))
	if at != v.at {
		v.at = at
		v.show()
	}
}

// Next turns to the next page.
func (v *View) Next() { v.GoTo(v.Page() + 1) }

// Previous turns back.
func (v *View) Previous() { v.GoTo(v.Page() - 1) }

// SetZoom sets the zoom; 1 is 96 pixels to the inch, 0 fills the room.
func (v *View) SetZoom(zoom float64) {
	if zoom == v.zoom {
		return
	}
	v.zoom = max(0, min(zoom, 4))
	v.Refresh()
	v.turned()
}

// Zoom gives the zoom at which the page is seen now.
func (v *View) Zoom() float64 {
	_, paper := v.sheet.Place()
	if v.zoom > 0 || paper.Width == 0 || v.Pages() == 0 {
		return v.zoom
	}
	return float64(paper.Width) / (v.document.Pages[v.at].Width * PixelsPerMM)
}

func (v *View) show() {
	if v.Pages() == 0 {
		v.sheet.Put(Picture{Colours: Paper()}, Picture{})
	} else {
		v.sheet.Put(v.picture(v.at), v.picture(v.at+1))
	}
	v.Refresh()
	v.turned()
}

func (v *View) picture(at int) Picture {
	if at >= v.Pages() {
		return Picture{}
	}
	p := v.document.Pages[at]
	return Picture{Key: fmt.Sprintf("%d/%d", v.edition, at), Page: p, Part: Whole(p), Colours: Paper()}
}

func (v *View) turned() {
	if v.OnTurn != nil {
		v.OnTurn()
	}
}

// MinSize is the page at the zoom; little without one.
func (v *View) MinSize() fyne.Size {
	if v.zoom == 0 || v.Pages() == 0 {
		return v.sheet.MinSize()
	}
	p := v.document.Pages[v.at]
	return fyne.NewSize(float32(p.Width*v.zoom*PixelsPerMM), float32(p.Height*v.zoom*PixelsPerMM))
}

// CreateRenderer shows the sheet.
func (v *View) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.sheet) }

// Tapped gives the view the focus, so that the keyboard turns its pages.
func (v *View) Tapped(*fyne.PointEvent) {
	if holder := fyne.CurrentApp().Driver().CanvasForObject(v); holder != nil {
		holder.Focus(v)
	}
}

// TypedKey turns pages.
func (v *View) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyPageDown:
		v.Next()
	case fyne.KeyPageUp:
		v.Previous()
	case fyne.KeyHome:
		v.GoTo(1)
	case fyne.KeyEnd:
		v.GoTo(v.Pages())
	}
}

// TypedRune does nothing; the interface asks for it.
func (v *View) TypedRune(rune) {}

// FocusGained marks the page for the keyboard.
func (v *View) FocusGained() { v.edge(ui.Red()) }

// FocusLost takes the mark back.
func (v *View) FocusLost() { v.edge(ui.Hairline()) }

func (v *View) edge(ink color.Color) {
	v.sheet.paper.StrokeColor = ink
	v.sheet.paper.Refresh()
}

// shadow is the colour of the page's shadow.
func shadow() color.Color { return color.NRGBA{A: 0x2A} }
