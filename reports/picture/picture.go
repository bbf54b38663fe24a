// Package picture makes pictures from outside ready for paper.
//
// A photo comes as it left a camera: tens of megapixels, lying on its side, and with the place where it was taken in
// its file. What goes on paper is upright, no finer than a printer shows, and holds nothing but pixels. Every file is
// hostile: its size is looked at before it is unpacked.
package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"

	"gongkailan/data"
	"gongkailan/reports/page"
)

// Bounds of what is read.
const (
	MostBytes  = 64 << 20
	MostPixels = 60_000_000 // a phone's best camera has 50 million
	// mostSide is the longer side of a picture on paper, in pixels: 225 mm at 220 to the inch.
	mostSide = 1950
	quality  = 88 // of JPEG
)

// Prepare reads a JPEG or PNG file and gives it upright, scaled down to what paper shows, without anything but its
// pixels. Name is the file's, for the message; field is the template field or 附件 that it stands in. It fails with
// data.ErrInvalid and says why.
func Prepare(field, name string, raw []byte) (page.Image, error) {
	if len(raw) > MostBytes {
		return page.Image{}, data.Refuse(data.ErrInvalid, "picture.bytes", field, name)
	}
	kind := kindOf(raw)
	if kind == "" {
		return page.Image{}, data.Refuse(data.ErrInvalid, "picture.kind", field, name)
	}
	config, _, err := image.DecodeConfig(bytes.NewReader(raw))
	if err != nil {
		return page.Image{}, data.Refuse(data.ErrInvalid, "picture.broken", field, name)
	}
	if config.Width < 1 || config.Height < 1 || config.Width > MostPixels/config.Height {
		return page.Image{}, data.Refuse(data.ErrInvalid, "picture.pixels", field, name)
	}
	decoded, _, err := image.Decode(bytes.NewReader(raw))
	if err != nil {
		return page.Image{}, data.Refuse(data.ErrInvalid, "picture.broken", field, name)
	}
	small := onWhite(decoded)
	if kind == "jpeg" {
		small = upright(small, orientation(raw))
	}
	return encoded(small, kind)
}

// kindOf tells a JPEG or PNG file by its first bytes; "" for any other.
func kindOf(raw []byte) string {
	switch {
	case bytes.HasPrefix(raw, []byte("\xFF\xD8\xFF")):
		return "jpeg"
	case bytes.HasPrefix(raw, []byte("\x89PNG\r\n")):
		return "png"
	default:
		return ""
	}
}

// onWhite scales a picture down to what paper shows and lays it on white, for paper has no holes.
func onWhite(from image.Image) *image.RGBA {
	b := from.Bounds()
	k := min(1, float64(mostSide)/float64(max(b.Dx(), b.Dy())))
	to := image.NewRGBA(image.Rect(0, 0, max(1, int(float64(b.Dx())*k)), max(1, int(float64(b.Dy())*k))))
	draw.Draw(to, to.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	if k == 1 {
		draw.Draw(to, to.Rect, from, b.Min, draw.Over)
		return to
	}
	shrink(to, from)
	return to
}

// encoded writes a picture anew: drawings stay exact, photos stay small.
func encoded(from *image.RGBA, kind string) (page.Image, error) {
	var out bytes.Buffer
	var err error
	if kind == "png" {
		err = (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&out, opaque{from})
	} else {
		err = jpeg.Encode(&out, from, &jpeg.Options{Quality: quality})
	}
	if err != nil {
		return page.Image{}, err
	}
	return page.Image{Bytes: out.Bytes(), Width: from.Rect.Dx(), Height: from.Rect.Dy()}, nil
}

// opaque has a picture written without transparency.
type opaque struct{ *image.RGBA }

// Opaque tells the encoder that nothing shines through.
func (opaque) Opaque() bool { return true }
