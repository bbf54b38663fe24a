package picture

import (
	"image"

	"golang.org/x/image/draw"
)

// shrink scales a picture down. A large one is first thinned to a whole part of its size, each pixel the mean of those
// it stands for; the fine step then has little to do.
func shrink(to *image.RGBA, from image.Image) {
	b := from.Bounds()
	step := min(b.Dx()/to.Rect.Dx(), b.Dy()/to.Rect.Dy())
	if step < 2 {
		draw.BiLinear.Scale(to, to.Rect, from, b, draw.Over, nil)
		return
	}
	thin := image.NewRGBA(image.Rect(0, 0, b.Dx()/step, b.Dy()/step))
	band := image.NewRGBA(image.Rect(0, 0, b.Dx(), step))
	for y := range thin.Rect.Dy() {
		draw.Draw(band, band.Rect, image.White, image.Point{}, draw.Src)
		draw.Draw(band, band.Rect, from, image.Pt(b.Min.X, b.Min.Y+y*step), draw.Over)
		for x := range thin.Rect.Dx() {
			mean(thin.Pix[thin.PixOffset(x, y):], band, x*step, step)
		}
	}
	draw.BiLinear.Scale(to, to.Rect, thin, thin.Rect, draw.Src, nil)
}

// mean writes the mean of a square of the band into a pixel.
func mean(pixel []uint8, band *image.RGBA, x, side int) {
	var r, g, b, n uint32
	for y := range side {
		row := band.Pix[band.PixOffset(x, y):]
		for i := 0; i < side*4; i += 4 {
			r, g, b, n = r+uint32(row[i]), g+uint32(row[i+1]), b+uint32(row[i+2]), n+1
		}
	}
	pixel[0], pixel[1], pixel[2], pixel[3] = uint8(r/n), uint8(g/n), uint8(b/n), 0xFF
}
