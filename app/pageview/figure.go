package pageview

import (
	"bytes"
	"image"
	_ "image/jpeg" // the two kinds of file that figures may be
	_ "image/png"

	"golang.org/x/image/draw"

	"gongkailan/reports/page"
)

// figure paints a picture at its place. One that cannot be read leaves its place empty: it was checked when the page
// was laid out, and a page must not fail for it.
func (b *brush) figure(f page.Figure) {
	box := b.box((f.X*b.scale)-b.left, f.Y*b.scale-b.top, (f.X+f.Width)*b.scale-b.left, (f.Y+f.Height)*b.scale-b.top)
	if box.Empty() || len(f.Image) == 0 {
		return
	}
	from, _, err := image.Decode(bytes.NewReader(f.Image))
	if err != nil {
		return
	}
	whole := image.Rect(
		int(f.X*b.scale-b.left), int(f.Y*b.scale-b.top), int((f.X+f.Width)*b.scale-b.left), int((f.Y+f.Height)*b.scale-b.top))
	draw.ApproxBiLinear.Scale(b.picture, whole, from, from.Bounds(), draw.Over, nil)
}
