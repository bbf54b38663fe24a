// Package pageview paints laid-out pages on the screen.
//
// It is one of the painters of the page model, beside the PDF: it breaks no line and measures no text, it only puts
// each character of a page at the place that the layout gave it. So what is approved on the desk and what the lobby
// shows is, line for line, what hangs on the board. Paint is pure and may run on any goroutine; Sheet shows one page,
// View a document that a person turns the pages of.
package pageview

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"gongkailan/app/ui"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// Region is a part of a page, in mm from the top left of the sheet.
type Region struct{ X, Y, Width, Height float64 }

// Whole is the region of the whole page.
func Whole(p page.Page) Region { return Region{Width: p.Width, Height: p.Height} }

// Colours are what a page is painted with; Edge is that of the sheet's edge on the screen.
type Colours struct {
	Paper, Ink, Gray, Red, Edge color.Color
}

// Paper gives the colours of ink on white paper.
func Paper() Colours {
	return Colours{
		Paper: color.NRGBA{R: 0xFF, G: 0xFF, B: 0xFF, A: 0xFF},
		Ink:   color.NRGBA{R: 0x1F, G: 0x23, B: 0x28, A: 0xFF},
		Gray:  color.NRGBA{R: 0x57, G: 0x60, B: 0x6A, A: 0xFF},
		Red:   color.NRGBA{R: 0xC8, G: 0x10, B: 0x2E, A: 0xFF},
		Edge:  ui.Hairline(),
	}
}

// Inverted gives light ink on black, for eyes that white paper dazzles.
func Inverted() Colours {
	return Colours{
		Paper: color.NRGBA{A: 0xFF},
		Ink:   color.NRGBA{R: 0xFF, G: 0xFF, B: 0xFF, A: 0xFF},
		Gray:  color.NRGBA{R: 0xD0, G: 0xD0, B: 0xD0, A: 0xFF},
		Red:   color.NRGBA{R: 0xFF, G: 0x8A, B: 0x80, A: 0xFF},
		Edge:  color.NRGBA{R: 0xFF, G: 0xFF, B: 0xFF, A: 0xFF},
	}
}

// Paint gives a picture of the page of w × h pixels, ink on white paper.
func Paint(p page.Page, set *face.Set, w, h int) *image.RGBA {
	return PaintRegion(p, Whole(p), Paper(), set, w, h)
}

// PaintRegion gives a picture of w × h pixels of a part of the page. The scale is the larger at which the whole region
// fits; what is left of the picture shows the page beyond the region, or paper.
func PaintRegion(p page.Page, part Region, colours Colours, set *face.Set, w, h int) *image.RGBA {
	picture := image.NewRGBA(image.Rect(0, 0, max(0, w), max(0, h)))
	draw.Draw(picture, picture.Bounds(), image.NewUniform(colours.Paper), image.Point{}, draw.Src)
	if picture.Bounds().Empty() || !(part.Width > 0) || !(part.Height > 0) {
		return picture
	}
	scale := min(float64(w)/part.Width, float64(h)/part.Height)
	b := &brush{
		picture: picture, set: set, colours: colours,
		scale: scale, left: part.X * scale, top: part.Y * scale, raster: vector.NewRasterizer(0, 0),
	}
	for _, figure := range p.Figures {
		b.figure(figure)
	}
	for _, stroke := range p.Strokes {
		b.stroke(stroke)
	}
	for _, code := range p.Codes {
		b.code(code)
	}
	for _, line := range p.Lines {
		b.line(line)
	}
	return picture
}

// brush paints one picture; scale is pixels per mm, left and top are what lies outside of the picture, in pixels.
type brush struct {
	picture   *image.RGBA
	set       *face.Set
	colours   Colours
	scale     float64
	left, top float64
	raster    *vector.Rasterizer
}

// line paints a line in one go: all its outlines are gathered over the box that they can reach.
func (b *brush) line(line page.Line) {
	const above, below, beyond = 1.3, 0.6, 1.2 // em around the baseline that outlines of our faces stay within
	em := line.Size * page.MMPerPoint * b.scale
	x, y := line.X*b.scale-b.left, line.Y*b.scale-b.top
	last := 0.0
	for _, at := range line.At {
		last = max(last, at)
	}
	box := b.box(x-beyond*em, y-above*em, x+last*b.scale+(1+beyond)*em, y+below*em)
	if box.Empty() {
		return
	}
	b.raster.Reset(box.Dx(), box.Dy())
	index := 0
	for _, r := range line.Text {
		if index < len(line.At) && !isInvisible(r) {
			b.character(line.Face, r, x+line.At[index]*b.scale-float64(box.Min.X), y-float64(box.Min.Y), em)
		}
		index++
	}
	ink := b.colours.Ink
	switch {
	case line.Red:
		ink = b.colours.Red
	case line.Gray:
		ink = b.colours.Gray
	}
	b.raster.Draw(b.picture, box, image.NewUniform(ink), image.Point{})
}

// character adds one character's outline with its origin at x, y. One that no face has becomes a box, so that nobody
// takes a name with a gap for a whole one.
func (b *brush) character(role page.Face, r rune, x, y, em float64) {
	typeface, glyph, ok := b.set.Typeface(role, r)
	if !ok {
		b.missing(x, y, em)
		return
	}
	segments, unit, err := typeface.Outline(glyph)
	if err != nil {
		b.missing(x, y, em)
		return
	}
	k := em / unit
	at := func(p fixed.Point26_6) (float32, float32) {
		return float32(x + float64(p.X)*k), float32(y + float64(p.Y)*k)
	}
	b.outline(segments, at)
}

func (b *brush) missing(x, y, em float64) {
	const inset, thick = 0.08, 0.06
	b.rectangle(x+inset*em, y-0.8*em, x+(1-inset)*em, y+0.05*em, false)
	b.rectangle(x+(inset+thick)*em, y-(0.8-thick)*em, x+(1-inset-thick)*em, y+(0.05-thick)*em, true)
}

// rectangle adds a rectangle; a reversed one cuts a hole into another.
func (b *brush) rectangle(x1, y1, x2, y2 float64, reversed bool) {
	if reversed {
		x1, x2 = x2, x1
	}
	b.raster.MoveTo(float32(x1), float32(y1))
	b.raster.LineTo(float32(x2), float32(y1))
	b.raster.LineTo(float32(x2), float32(y2))
	b.raster.LineTo(float32(x1), float32(y2))
	b.raster.ClosePath()
}

// stroke paints a straight line with flat ends; it is never thinner than half a pixel, or forms would lose their rules.
func (b *brush) stroke(s page.Stroke) {
	x1, y1 := s.X1*b.scale-b.left, s.Y1*b.scale-b.top
	x2, y2 := s.X2*b.scale-b.left, s.Y2*b.scale-b.top
	half := max(s.Width*b.scale, 0.5) / 2
	length := math.Hypot(x2-x1, y2-y1)
	if length == 0 {
		return
	}
	box := b.box(min(x1, x2)-half-1, min(y1, y2)-half-1, max(x1, x2)+half+1, max(y1, y2)+half+1)
	if box.Empty() {
		return
	}
	nx, ny := -(y2-y1)/length*half, (x2-x1)/length*half
	b.raster.Reset(box.Dx(), box.Dy())
	for i, corner := range [][2]float64{{x1 + nx, y1 + ny}, {x2 + nx, y2 + ny}, {x2 - nx, y2 - ny}, {x1 - nx, y1 - ny}} {
		x, y := float32(corner[0]-float64(box.Min.X)), float32(corner[1]-float64(box.Min.Y))
		if i == 0 {
			b.raster.MoveTo(x, y)
		} else {
			b.raster.LineTo(x, y)
		}
	}
	b.raster.ClosePath()
	ink := b.colours.Ink
	if s.Red {
		ink = b.colours.Red
	}
	b.raster.Draw(b.picture, box, image.NewUniform(ink), image.Point{})
}

// box gives the pixels that a rectangle touches, inside the picture.
func (b *brush) box(x1, y1, x2, y2 float64) image.Rectangle {
	limit := func(v float64) int { return int(math.Max(-1e6, math.Min(1e6, v))) }
	return image.Rect(
		limit(math.Floor(x1)), limit(math.Floor(y1)), limit(math.Ceil(x2)), limit(math.Ceil(y2)),
	).Intersect(b.picture.Bounds())
}
