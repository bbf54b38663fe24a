package pageview

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// The page's shadow: how far it reaches, how soft it is, and how far it lies under the page, in pixels of the design.
const (
	shadowReach = 18
	shadowSigma = 7
	shadowDrop  = 4
)

// shadow is the page's shadow, painted as the four strips around the page that it can be seen on. The window library's
// own blurs the whole sheet, which takes seconds without a graphics card.
type shadow struct {
	strips [4]*canvas.Raster // above, below, left, right
	ink    color.NRGBA
	page   fyne.Size
}

func newShadow(ink color.NRGBA) *shadow {
	s := &shadow{ink: ink}
	for i := range s.strips {
		s.strips[i] = canvas.NewRaster(func(w, h int) image.Image { return s.paint(i, w, h) })
	}
	return s
}

// layout lays the shadow around a page at a place.
func (s *shadow) layout(at fyne.Position, page fyne.Size) {
	changed := s.page != page
	s.page = page
	for i, strip := range s.strips {
		from, size := s.strip(i)
		strip.Move(at.Add(from))
		strip.Resize(size)
		if changed {
			strip.Refresh()
		}
	}
}

// strip is the place of a strip beside the upper left corner of the page.
func (s *shadow) strip(i int) (fyne.Position, fyne.Size) {
	const r, d = shadowReach, shadowDrop
	w, h := s.page.Width, s.page.Height
	switch i {
	case 0:
		return fyne.NewPos(-r, d-r), fyne.NewSize(w+2*r, r-d)
	case 1:
		return fyne.NewPos(-r, h), fyne.NewSize(w+2*r, r+d)
	case 2:
		return fyne.NewPos(-r, 0), fyne.NewSize(r, h)
	default:
		return fyne.NewPos(w, 0), fyne.NewSize(r, h)
	}
}

// paint paints a strip of w × h pixels. The shadow of a rectangle is the product of two soft edges, so that no picture
// need be blurred.
func (s *shadow) paint(i, w, h int) image.Image {
	picture := image.NewNRGBA(image.Rect(0, 0, w, h))
	from, size := s.strip(i)
	across := soft(w, from.X, size.Width, 0, s.page.Width)
	down := soft(h, from.Y, size.Height, shadowDrop, s.page.Height+shadowDrop)
	for y := range h {
		for x := range w {
			c := s.ink
			c.A = uint8(float64(c.A)*across[x]*down[y] + 0.5)
			picture.SetNRGBA(x, y, c)
		}
	}
	return picture
}

// soft gives how much of the shadow there is at each of n pixels of a stretch, for a shadow from one place to another.
func soft(n int, from, length, begin, end float32) []float64 {
	step := make([]float64, n)
	for i := range step {
		at := float64(from) + (float64(i)+0.5)*float64(length)/float64(n)
		step[i] = (math.Erf((at-float64(begin))/shadowSigma) - math.Erf((at-float64(end))/shadowSigma)) / 2
	}
	return step
}
