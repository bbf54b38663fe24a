package pageview

import (
	"image"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
	"github.com/stretchr/testify/require"
	"rsc.io/qr"

	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// withCode is an empty page with a QR code in its bottom margin.
func withCode(t *testing.T, text string) page.Page {
	code, err := qr.Encode(text, qr.L)
	require.NoError(t, err)
	rows := make([]string, code.Size)
	for y := range rows {
		for x := range code.Size {
			module := "0"
			if code.Black(x, y) {
				module = "1"
			}
			rows[y] += module
		}
	}
	return page.Page{Width: 210, Height: 297, Codes: []page.Code{{X: 28, Y: 266, Side: 22, Rows: rows}}}
}

func decoded(t *testing.T, picture image.Image) string {
	bitmap, err := gozxing.NewBinaryBitmapFromImage(picture)
	require.NoError(t, err)
	found, err := qrcode.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{
		gozxing.DecodeHintType_CHARACTER_SET: "UTF-8", gozxing.DecodeHintType_TRY_HARDER: true,
	})
	require.NoError(t, err)
	return found.GetText()
}

func TestThePaintedCodeIsReadAtAnyZoomAndInAnyColours(t *testing.T) {
	const text = "公开栏核验 1234-5678-9012\n关于王䶮等8名同志任前公示的公告\n2026-03-06/2026-03-12\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
	p := withCode(t, text)
	corner := Region{X: 20, Y: 255, Width: 40, Height: 40}
	for _, colours := range []Colours{Paper(), Inverted()} {
		for _, pixels := range []int{170, 210, 333, 512, 1000} {
			picture := PaintRegion(p, corner, colours, face.Embedded(), pixels, pixels)
			require.Equal(t, text, decoded(t, picture), "%d pixels", pixels)
		}
	}
	require.Equal(t, text, decoded(t, Paint(p, face.Embedded(), 1050, 1485)), "on the whole page at five pixels to the millimetre")
}

func TestACodesModulesEndOnWholePixels(t *testing.T) {
	picture := PaintRegion(withCode(t, "公开栏"), Region{X: 20, Y: 255, Width: 40, Height: 40}, Paper(), face.Embedded(), 391, 391)
	shades := map[uint8]bool{}
	for i := 0; i < len(picture.Pix); i += 4 {
		shades[picture.Pix[i]] = true
	}
	require.Len(t, shades, 2, "ink and paper and nothing between")
}

func TestASmallCodeIsPaintedAsTheEyeSeesIt(t *testing.T) {
	picture := Paint(withCode(t, "公开栏"), face.Embedded(), 105, 148)
	shades := map[uint8]bool{}
	for i := 0; i < len(picture.Pix); i += 4 {
		shades[picture.Pix[i]] = true
	}
	require.Greater(t, len(shades), 5)
}
