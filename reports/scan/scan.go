// Package scan reads the QR code out of a photo or a scan of a notice.
//
// A photo is hostile: its size is looked at before it is unpacked. What stands in the code is not believed here; who
// asks for it compares it with the record.
package scan

import (
	"bytes"
	"image"
	_ "image/jpeg" // what phones and scanners write
	_ "image/png"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
	"golang.org/x/image/draw"

	"gongkailan/data"
)

// Bounds of what is read.
const (
	mostBytes  = 64 << 20
	mostPixels = 60_000_000 // a phone's best camera has 50 million
	// sharpest is the longer side, in pixels, from which a picture is made smaller before it is looked at; a code of 22
	// mm on a scanned A4 page still has five pixels to the module there.
	sharpest = 3600
)

// IsPicture tells a JPEG or PNG file by its first bytes.
func IsPicture(raw []byte) bool {
	return bytes.HasPrefix(raw, []byte("\xFF\xD8\xFF")) || bytes.HasPrefix(raw, []byte("\x89PNG\r\n"))
}

// Read gives the text of a QR code in a JPEG or PNG file, one that wanted accepts where there are several. It fails
// with ErrInvalid and says whether the picture could not be read or has no such code.
func Read(raw []byte, wanted func(text string) bool) (string, error) {
	config, _, err := image.DecodeConfig(bytes.NewReader(raw))
	switch {
	case err != nil || len(raw) > mostBytes || config.Width < 1 || config.Height < 1:
		return "", data.Refuse(data.ErrInvalid, "scan.broken")
	case config.Width > mostPixels/config.Height:
		return "", data.Refuse(data.ErrInvalid, "scan.pixels")
	}
	picture, _, err := image.Decode(bytes.NewReader(raw))
	if err != nil {
		return "", data.Refuse(data.ErrInvalid, "scan.broken")
	}
	if text, ok := find(gray(picture), wanted); ok {
		return text, nil
	}
	return "", data.Refuse(data.ErrInvalid, "scan.nocode")
}

// gray gives a picture on white in shades of gray, made smaller where it is sharper than needed.
func gray(from image.Image) *image.Gray {
	b := from.Bounds()
	k := min(1, sharpest/float64(max(b.Dx(), b.Dy())))
	to := image.NewGray(image.Rect(0, 0, max(1, int(float64(b.Dx())*k)), max(1, int(float64(b.Dy())*k))))
	draw.Draw(to, to.Rect, image.White, image.Point{}, draw.Src)
	if k == 1 {
		draw.Draw(to, to.Rect, from, b.Min, draw.Over)
	} else {
		draw.ApproxBiLinear.Scale(to, to.Rect, from, b, draw.Over, nil)
	}
	return to
}

// find looks at the whole picture, then at parts of it, then at all of that half as large: a code that is small in a
// large picture is lost among its text, and one that is blurred is found when it is small.
func find(picture *image.Gray, wanted func(string) bool) (string, bool) {
	for range 3 {
		for _, part := range parts(picture.Rect) {
			if text, ok := decode(picture.SubImage(part)); ok && wanted(text) {
				return text, true
			}
		}
		half := image.NewGray(image.Rect(0, 0, picture.Rect.Dx()/2, picture.Rect.Dy()/2))
		if min(half.Rect.Dx(), half.Rect.Dy()) < leastSide/2 {
			break
		}
		draw.BiLinear.Scale(half, half.Rect, picture, picture.Rect, draw.Src, nil)
		picture = half
	}
	return "", false
}

// leastSide is the shorter side, in pixels, of a picture that has parts worth a look of their own.
const leastSide = 120

// parts are the whole and pieces of it, overlapping so that no code is cut by all of them.
func parts(r image.Rectangle) []image.Rectangle {
	list := []image.Rectangle{r}
	if min(r.Dx(), r.Dy()) < leastSide {
		return list
	}
	w, h := r.Dx()*6/10, r.Dy()*4/10
	for y := 0; y+h <= r.Dy(); y += r.Dy() * 3 / 10 {
		for x := 0; x+w <= r.Dx(); x += r.Dx() * 4 / 10 {
			list = append(list, image.Rect(x, y, x+w, y+h))
		}
	}
	return list
}

// decode reads a code in a picture. A picture that the reader of codes cannot cope with has none.
func decode(picture image.Image) (text string, ok bool) {
	defer func() {
		if recover() != nil {
			text, ok = "", false
		}
	}()
	source := gozxing.NewLuminanceSourceFromImage(picture)
	for _, binarizer := range []gozxing.Binarizer{gozxing.NewHybridBinarizer(source), gozxing.NewGlobalHistgramBinarizer(source)} {
		bitmap, err := gozxing.NewBinaryBitmap(binarizer)
		if err != nil {
			continue
		}
		found, err := qrcode.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{
			gozxing.DecodeHintType_TRY_HARDER: true, gozxing.DecodeHintType_CHARACTER_SET: "UTF-8",
		})
		if err == nil {
			return found.GetText(), true
		}
	}
	return "", false
}
