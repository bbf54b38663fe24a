package pageview

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"gongkailan/reports/page"
)

// quietZone is how many modules around a QR code stay light.
const quietZone = 4

// code paints a QR code. Its modules end on whole pixels, so that it is crisp at any zoom; where a module is smaller
// than a pixel it is painted as the eye would see it from there. It is always dark on light, as readers of codes need
// it, also where the paper is black.
func (b *brush) code(c page.Code) {
	n := len(c.Rows)
	if n == 0 || !(c.Side > 0) {
		return
	}
	light, dark := b.colours.Paper, b.colours.Ink
	if luminance(dark) > luminance(light) {
		light, dark = dark, light
	}
	module := c.Side / float64(n) * b.scale
	left, top := c.X*b.scale-b.left, c.Y*b.scale-b.top
	side, quiet := c.Side*b.scale, quietZone*module
	ground := b.box(left-quiet, top-quiet, left+side+quiet, top+side+quiet)
	draw.Draw(b.picture, ground, image.NewUniform(light), image.Point{}, draw.Src)
	if module < 1 {
		b.fineCode(c, left, top, module, dark)
		return
	}
	ink := image.NewUniform(dark)
	at := func(origin float64, i int) int { return int(math.Round(origin + float64(i)*module)) }
	for y, row := range c.Rows {
		for x := range len(row) {
			if row[x] == '1' {
				cell := image.Rect(at(left, x), at(top, y), at(left, x+1), at(top, y+1))
				draw.Draw(b.picture, cell, ink, image.Point{}, draw.Src)
			}
		}
	}
}

// fineCode paints modules smaller than a pixel, each with as much ink as it covers.
func (b *brush) fineCode(c page.Code, left, top, module float64, dark color.Color) {
	side := module * float64(len(c.Rows))
	box := b.box(left, top, left+side, top+side)
	if box.Empty() {
		return
	}
	b.raster.Reset(box.Dx(), box.Dy())
	left, top = left-float64(box.Min.X), top-float64(box.Min.Y)
	for y, row := range c.Rows {
		for x := range len(row) {
			if row[x] == '1' {
				x0, y0 := left+float64(x)*module, top+float64(y)*module
				b.rectangle(x0, y0, x0+module, y0+module, false)
			}
		}
	}
	b.raster.Draw(b.picture, box, image.NewUniform(dark), image.Point{})
}

// luminance is how light a colour is, from 0 to 1.
func luminance(c color.Color) float64 {
	return float64(color.GrayModel.Convert(c).(color.Gray).Y) / math.MaxUint8
}
