package pageview

import (
	"crypto/sha256"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// View shows a document page by page. With a zoom it asks for the room of the page at that zoom; without, it fills the
// room that it gets. Wheel and keyboard are the preview's.
type View struct {
	widget.BaseWidget
	// OnTurn is called after another page, another document or another zoom is shown.
	OnTurn func()

	sheet    *Sheet
	document page.Document
	keys     map[int]string // of the pages that were shown or painted ahead
	at       int
	zoom     float64
}

// PixelsPerMM is the scale of zoom 1 in device-independent pixels: 96 to the inch.
const PixelsPerMM = 96 / 25.4

// MostZoom is the greatest zoom: at it a character of the body is 8 cm high on the screen.
const MostZoom = 4

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
	v.keys = map[int]string{}
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
	v.zoom = max(0, min(zoom, MostZoom))
	v.Refresh()
	v.turned()
}

func (v *View) show() {
	if v.Pages() == 0 {
		v.sheet.Put(Picture{Colours: Paper()})
	} else {
		v.sheet.Put(v.picture(v.at), v.picture(v.at+1), v.picture(v.at-1))
	}
	v.Refresh()
	v.turned()
}

func (v *View) picture(at int) Picture {
	if at < 0 || at >= v.Pages() {
		return Picture{}
	}
	p := v.document.Pages[at]
	key, ok := v.keys[at]
	if !ok {
		key = contentKey(p)
		v.keys[at] = key
	}
	return Picture{Key: key, Page: p, Part: Whole(p), Colours: Paper(), Leaf: at + 1}
}

// contentKey names a page by what is on it, so that a page that stayed the same while the document was written on is
// not painted again, and one of an older state is never taken for a newer one.
func contentKey(p page.Page) string {
	digest := sha256.New() // a digest takes everything
	figures := p.Figures
	p.Figures = nil
	_, _ = fmt.Fprintf(digest, "%v", p)
	for _, f := range figures {
		_, _ = fmt.Fprintf(digest, "%v %v %v %v %d ", f.X, f.Y, f.Width, f.Height, len(f.Image))
		_, _ = digest.Write(f.Image) // as it is: printing millions of bytes would be felt while somebody types
	}
	return string(digest.Sum(nil))
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
