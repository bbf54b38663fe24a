package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
)

// halves is a picture whose left half is red and whose right half is blue.
func halves(w, h int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{R: 0xE0, A: 0xFF}
			if x >= w/2 {
				c = color.RGBA{B: 0xE0, A: 0xFF}
			}
			m.SetRGBA(x, y, c)
		}
	}
	return m
}

func asJPEG(t require.TestingT, m image.Image) []byte {
	var out bytes.Buffer
	require.NoError(t, jpeg.Encode(&out, m, nil))
	return out.Bytes()
}

// held puts an Exif block that says how the camera was held into a JPEG file, with a place in it.
func held(raw []byte, how uint16) []byte {
	tiff := []byte("MM\x00\x2A\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01")
	tiff = append(binary.BigEndian.AppendUint16(tiff, how), "\x00\x00 GPS 22.8N 108.3E"...)
	body := append([]byte("Exif\x00\x00"), tiff...)
	block := binary.BigEndian.AppendUint16([]byte{0xFF, 0xE1}, uint16(len(body)+2))
	return append(append(append([]byte{}, raw[:2]...), append(block, body...)...), raw[2:]...)
}

func TestAPhotoOfThirtyMegapixelsComesOutFitForPaper(t *testing.T) {
	got, err := Prepare("现场照片", "a.jpg", asJPEG(t, halves(6700, 4500)))
	require.NoError(t, err)
	require.Equal(t, 1950, got.Width)
	require.InDelta(t, 1950*4500/6700, got.Height, 1)
	require.Less(t, len(got.Bytes), 1<<20)
	back, err := jpeg.Decode(bytes.NewReader(got.Bytes))
	require.NoError(t, err)
	r, _, b, _ := back.At(100, 100).RGBA()
	require.Greater(t, r, 3*b, "the left stays red")
}

func TestAPhotoIsTurnedUprightAndLosesItsPlace(t *testing.T) {
	raw := held(asJPEG(t, halves(400, 100)), 6)
	require.Equal(t, 6, orientation(raw))
	got, err := Prepare("照片", "a.jpg", raw)
	require.NoError(t, err)
	require.Equal(t, []int{100, 400}, []int{got.Width, got.Height})
	require.NotContains(t, string(got.Bytes), "GPS")
	back, err := jpeg.Decode(bytes.NewReader(got.Bytes))
	require.NoError(t, err)
	r, _, b, _ := back.At(50, 20).RGBA()
	require.Greater(t, r, 3*b, "what was left is now up")
}

func TestADrawingStaysExactAndItsHolesAreWhite(t *testing.T) {
	m := image.NewNRGBA(image.Rect(0, 0, 40, 30))
	m.SetNRGBA(3, 4, color.NRGBA{R: 9, G: 8, B: 7, A: 0xFF})
	var raw bytes.Buffer
	require.NoError(t, png.Encode(&raw, m))
	got, err := Prepare("图", "a.png", raw.Bytes())
	require.NoError(t, err)
	back, err := png.Decode(bytes.NewReader(got.Bytes))
	require.NoError(t, err)
	require.Equal(t, color.RGBA{R: 9, G: 8, B: 7, A: 0xFF}, color.RGBAModel.Convert(back.At(3, 4)))
	require.Equal(t, color.RGBA{R: 0xFF, G: 0xFF, B: 0xFF, A: 0xFF}, color.RGBAModel.Convert(back.At(0, 0)))
}

func TestWhatIsNoPictureIsRefusedByFieldAndReason(t *testing.T) {
	good := asJPEG(t, halves(64, 64))
	huge := append([]byte{}, asJPEG(t, halves(8, 8))...)
	at := bytes.Index(huge, []byte{0xFF, 0xC0})
	copy(huge[at+5:], "\xFF\xF0\xFF\xF0") // says that it is 65,520 pixels square
	for code, raw := range map[string][]byte{
		"picture.kind":   []byte("GIF89a no picture of ours"),
		"picture.broken": good[:len(good)*2/3],
		"picture.pixels": huge,
	} {
		_, err := Prepare("现场照片", "a.jpg", raw)
		var refusal *data.Refusal
		require.ErrorAs(t, err, &refusal, code)
		require.Equal(t, code, refusal.Code)
		require.Equal(t, []string{"现场照片", "a.jpg"}, refusal.Args)
	}
}

func TestNoFileMakesItFail(t *testing.T) {
	good := held(asJPEG(t, halves(16, 16)), 3)
	rapid.Check(t, func(t *rapid.T) {
		raw := append([]byte{}, good...)
		for range rapid.IntRange(1, 6).Draw(t, "changes") {
			raw[rapid.IntRange(0, len(raw)-1).Draw(t, "at")] = rapid.Byte().Draw(t, "byte")
		}
		raw = raw[:rapid.IntRange(0, len(raw)).Draw(t, "length")]
		require.NotPanics(t, func() { _, _ = Prepare("图", "a.jpg", raw) })
	})
}
