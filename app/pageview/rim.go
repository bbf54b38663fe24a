package pageview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// The page's shadow: rings around the foot and the sides of the sheet, each fainter than the one inside it. A blurred one
// looks no better and is reckoned anew, pixel by pixel over the whole sheet, whenever the screen is painted without a
// graphics card.
const (
	shadowRings  = 6
	shadowBeside = 2    // how broad a ring is beside the sheet, in device-independent pixels
	shadowUnder  = 3    // and under it: light falls from above
	shadowInk    = 0x16 // of the ring next to the sheet, of 0xFF
	edgeWidth    = 1    // of the hairline around the sheet
)

// rim is what is painted around a sheet: its hairline and its shadow. It is made of thin bars alone, since everything
// under the page would be painted for nothing.
type rim struct {
	shadow []*canvas.Rectangle // three to a ring, the one next to the sheet first
	edge   [4]*canvas.Rectangle
}

func newRim() rim {
	var r rim
	for ring := range shadowRings {
		near := 1 - float64(ring)/shadowRings
		ink := color.NRGBA{A: uint8(shadowInk * near * near)}
		for range 3 {
			r.shadow = append(r.shadow, canvas.NewRectangle(ink))
		}
	}
	for i := range r.edge {
		r.edge[i] = canvas.NewRectangle(color.Transparent)
	}
	return r
}

// paint gives the hairline its colour.
func (r rim) paint(edge color.Color) {
	for _, bar := range r.edge {
		bar.FillColor = edge
		bar.Refresh()
	}
}

// lay puts the rim around paper at a place.
func (r rim) lay(at fyne.Position, paper fyne.Size) {
	left, top := at.X-edgeWidth, at.Y-edgeWidth
	right, bottom := at.X+paper.Width, at.Y+paper.Height
	for ring := range shadowRings {
		beside, under := float32(ring*shadowBeside), float32(ring*shadowUnder)
		from, to, foot := left-beside, right+edgeWidth+beside, bottom+edgeWidth+under
		bars := r.shadow[3*ring : 3*ring+3]
		place(bars[0], from-shadowBeside, top+shadowUnder+beside, from, foot)
		place(bars[1], to, top+shadowUnder+beside, to+shadowBeside, foot)
		place(bars[2], from-shadowBeside, foot, to+shadowBeside, foot+shadowUnder)
	}
	place(r.edge[0], left, top, right+edgeWidth, at.Y)
	place(r.edge[1], left, at.Y, at.X, bottom)
	place(r.edge[2], right, at.Y, right+edgeWidth, bottom)
	place(r.edge[3], left, bottom, right+edgeWidth, bottom+edgeWidth)
}

func place(bar *canvas.Rectangle, left, top, right, bottom float32) {
	bar.Move(fyne.NewPos(left, top))
	bar.Resize(fyne.NewSize(max(0, right-left), max(0, bottom-top)))
}

// around gives what is painted around the picture: the shadow before it, the hairline over its edge, which may reach a
// pixel further than the place.
func (r rim) around(pictures []fyne.CanvasObject) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, bar := range r.shadow {
		all = append(all, bar)
	}
	all = append(all, pictures...)
	for _, bar := range r.edge {
		all = append(all, bar)
	}
	return all
}
