package scan_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/image/draw"
	"golang.org/x/image/math/f64"
	"rsc.io/qr"

	"gongkailan/data"
	"gongkailan/reports/scan"
)

const wanted = "公开栏核验 1234-5678-9012\n关于王䶮等8名同志任前公示的公告"

func every(string) bool { return true }

// photo is a sheet with a code on it, on a dark table, turned by so many degrees.
func photo(t *testing.T, text string, w, h, module int, degrees float64) *image.Gray {
	code, err := qr.Encode(text, qr.L)
	require.NoError(t, err)
	sheet := image.NewGray(image.Rect(0, 0, w, h))
	draw.Draw(sheet, sheet.Rect, image.White, image.Point{}, draw.Src)
	for y := range code.Size {
		for x := range code.Size {
			if code.Black(x, y) {
				at := image.Rect(0, 0, module, module).Add(image.Pt(w/8+x*module, h*7/8-code.Size*module+y*module))
				draw.Draw(sheet, at, image.NewUniform(color.Gray{30}), image.Point{}, draw.Src)
			}
		}
	}
	table := image.NewGray(image.Rect(0, 0, w*3/2, h*3/2))
	draw.Draw(table, table.Rect, image.NewUniform(color.Gray{70}), image.Point{}, draw.Src)
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	cx, cy := float64(w)/2, float64(h)/2
	to := f64.Aff3{cos, -sin, float64(w)*0.75 - cos*cx + sin*cy, sin, cos, float64(h)*0.75 - sin*cx - cos*cy}
	draw.BiLinear.Transform(table, to, sheet, sheet.Rect, draw.Over, nil)
	return table
}

func asJPEG(t *testing.T, picture image.Image) []byte {
	var out bytes.Buffer
	require.NoError(t, jpeg.Encode(&out, picture, &jpeg.Options{Quality: 80}))
	return out.Bytes()
}

func asPNG(t *testing.T, picture image.Image) []byte {
	var out bytes.Buffer
	require.NoError(t, png.Encode(&out, picture))
	return out.Bytes()
}

func TestACodeIsFoundInAPhotoHoweverItWasHeld(t *testing.T) {
	for _, degrees := range []float64{0, 7, -20, 90, 181} {
		text, err := scan.Read(asJPEG(t, photo(t, wanted, 900, 1270, 4, degrees)), every)
		require.NoError(t, err, degrees)
		require.Equal(t, wanted, text)
	}
	text, err := scan.Read(asPNG(t, photo(t, wanted, 300, 420, 2, 0)), every)
	require.NoError(t, err)
	require.Equal(t, wanted, text)
}

func TestASmallCodeInALargePhotoIsFound(t *testing.T) {
	text, err := scan.Read(asJPEG(t, photo(t, wanted, 2600, 3600, 6, 3)), every)
	require.NoError(t, err)
	require.Equal(t, wanted, text)
}

func code(t *testing.T, raw []byte, wanted func(string) bool) string {
	_, err := scan.Read(raw, wanted)
	var refusal *data.Refusal
	require.ErrorAs(t, err, &refusal)
	require.ErrorIs(t, err, data.ErrInvalid)
	return refusal.Code
}

// claiming is the head of a PNG file that says it is so large.
func claiming(w, h uint32) []byte {
	chunk := append([]byte("IHDR"), binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, w), h)...)
	chunk = append(chunk, 8, 0, 0, 0, 0)
	raw := append([]byte("\x89PNG\r\n\x1a\n"), 0, 0, 0, 13)
	raw = append(raw, chunk...)
	return binary.BigEndian.AppendUint32(raw, crc32.ChecksumIEEE(chunk))
}

func TestPicturesWithoutAReadableCodeAreRefusedInWords(t *testing.T) {
	other := asPNG(t, photo(t, "https://example.org", 300, 420, 4, 0))
	require.Equal(t, "scan.nocode", code(t, other, func(text string) bool { return strings.HasPrefix(text, "公开栏") }))
	require.Equal(t, "scan.nocode", code(t, asPNG(t, image.NewGray(image.Rect(0, 0, 1, 1))), every))
	require.Equal(t, "scan.nocode", code(t, asPNG(t, image.NewGray(image.Rect(0, 0, 200, 100))), every))
	require.Equal(t, "scan.broken", code(t, other[:len(other)/2], every))
	require.Equal(t, "scan.broken", code(t, []byte("\xFF\xD8\xFF"), every))
	require.Equal(t, "scan.pixels", code(t, claiming(200_000, 200_000), every))
	require.True(t, scan.IsPicture(other))
	require.False(t, scan.IsPicture([]byte("%PDF-1.3")))
}
