package enclosure

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
)

const (
	// quality is that of JPEG: letters stay sharp to the eye.
	quality = 82
	// steps is how many shades a channel of a drawing has: those between are the edges of letters.
	steps = 16
	// mostShades is how many colours a drawing has at most.
	mostShades = 256
	// tint is how far the channels of a pixel may lie apart on a page that counts as grey: scanners see no pure grey.
	tint = 10
	// shift is how far a pixel may move, of 255, without anybody seeing it.
	shift = 4
	// mostShifted is how much of a drawing may move farther: letters have few edges, photos are all edge.
	mostShifted = 0.12
)

// encoded writes the picture of a page as the smallest of the files that show it: a page of letters and lines as a PNG of
// few shades, a photo or scan as JPEG, in grey where it is grey.
func encoded(from *image.RGBA) ([]byte, error) {
	grey := isGrey(from)
	var best []byte
	keep := func(write func(*bytes.Buffer) error) error {
		var out bytes.Buffer
		if err := write(&out); err != nil {
			return err
		}
		if best == nil || out.Len() < len(best) {
			best = out.Bytes()
		}
		return nil
	}
	var whole image.Image = opaque{from}
	if grey {
		whole = greyOf(from)
	}
	exact := whole
	if drawing := drawingOf(from, grey); drawing != nil {
		exact = drawing
	}
	if err := keep(func(out *bytes.Buffer) error { return png.Encode(out, exact) }); err != nil {
		return nil, err
	}
	if err := keep(func(out *bytes.Buffer) error {
		if grey {
			return jpeg.Encode(out, whole, &jpeg.Options{Quality: quality})
		}
		return jpeg.Encode(out, from, &jpeg.Options{Quality: quality})
	}); err != nil {
		return nil, err
	}
	return best, nil
}

// opaque has a picture written without transparency.
type opaque struct{ *image.RGBA }

// Opaque tells the encoder that nothing shines through.
func (opaque) Opaque() bool { return true }

// eachPixel goes through a picture until the function says no.
func eachPixel(from *image.RGBA, look func(i int, r, g, b uint8) bool) bool {
	i := 0
	for y := range from.Rect.Dy() {
		row := from.Pix[y*from.Stride:]
		for x := range from.Rect.Dx() {
			if !look(i, row[4*x], row[4*x+1], row[4*x+2]) {
				return false
			}
			i++
		}
	}
	return true
}

func isGrey(from *image.RGBA) bool {
	return eachPixel(from, func(_ int, r, g, b uint8) bool { return max(r, g, b)-min(r, g, b) <= tint })
}

// luma weighs the channels as the eye does (BT.601).
func luma(r, g, b uint8) uint8 {
	return uint8((299*uint32(r) + 587*uint32(g) + 114*uint32(b) + 500) / 1000)
}

func greyOf(from *image.RGBA) *image.Gray {
	to := image.NewGray(image.Rect(0, 0, from.Rect.Dx(), from.Rect.Dy()))
	eachPixel(from, func(i int, r, g, b uint8) bool { to.Pix[i] = luma(r, g, b); return true })
	return to
}

// drawingOf gives the picture in few shades; nil where that would show.
func drawingOf(from *image.RGBA, grey bool) *image.Paletted {
	w, h := from.Rect.Dx(), from.Rect.Dy()
	to := image.NewPaletted(image.Rect(0, 0, w, h), nil)
	index := map[color.RGBA]uint8{}
	shifted, most := 0, int(mostShifted*float64(w*h))
	var last color.RGBA // of the pixel before, which most are like
	var at uint8
	ok := eachPixel(from, func(i int, r, g, b uint8) bool {
		if grey {
			r = luma(r, g, b)
			g, b = r, r
		}
		c := color.RGBA{R: step(r), G: step(g), B: step(b), A: 0xFF}
		if apart(c.R, r) > shift || apart(c.G, g) > shift || apart(c.B, b) > shift {
			shifted++
		}
		if c != last {
			known := false
			if at, known = index[c]; !known {
				if len(to.Palette) == mostShades {
					return false
				}
				at = uint8(len(to.Palette))
				index[c], to.Palette = at, append(to.Palette, c)
			}
			last = c
		}
		to.Pix[i] = at
		return shifted <= most
	})
	if !ok {
		return nil
	}
	return to
}

// step is the nearest of the shades of a drawing.
func step(v uint8) uint8 { return uint8((uint32(v)*(steps-1) + 127) / 255 * (255 / (steps - 1))) }

func apart(a, b uint8) uint8 { return max(a, b) - min(a, b) }
