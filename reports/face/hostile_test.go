package face_test

import (
	"bytes"
	"errors"
	"io"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/image/font/gofont/goregular"
	"pgregory.net/rapid"

	"gongkailan/assets"
	"gongkailan/data"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
	"gongkailan/reports/pdf"
)

func TestAFontWithoutHanIsRefused(t *testing.T) {
	err := face.Embedded().Replace(page.FangSong, "own", goregular.TTF)
	var refusal *data.Refusal
	require.ErrorAs(t, err, &refusal)
	require.Contains(t, []string{"font.nohan", "font.licence"}, refusal.Code)
}

// offerLate lays a document out with a file that is only read then.
func offerLate(t require.TestingT, raw []byte) {
	set := face.Embedded()
	set.Offer(page.FangSong, "own", "own.ttf", func() ([]byte, error) { return raw, nil })
	require.Equal(t, face.Check(raw) == nil, set.Main(page.FangSong).Title == "own.ttf")
	sheet := page.NewSheet(set)
	sheet.Paragraph("关于王䶮等8名同志Abc")
	_ = pdf.Write(io.Discard, sheet.Document("t"), set, time.Unix(0, 0))
}

// offer puts a file in place of a face. Refused, nothing has changed; accepted, it measures and paints or the PDF
// fails with an error. Nothing may panic.
func offer(t require.TestingT, raw []byte) {
	set := face.Embedded()
	if err := set.Replace(page.FangSong, "own", raw); err != nil {
		if !errors.Is(err, data.ErrInvalid) {
			require.NoError(t, err)
		}
		typeface, _, _ := set.Typeface(page.FangSong, '中')
		require.Equal(t, "serif", typeface.Name)
		return
	}
	sheet := page.NewSheet(set)
	sheet.Paragraph("关于王䶮等8名同志Abc")
	for _, r := range "中王䶮8A" {
		if typeface, glyph, ok := set.Typeface(page.FangSong, r); ok {
			_, _, _ = typeface.Outline(glyph)
		}
	}
	_ = pdf.Write(io.Discard, sheet.Document("t"), set, time.Unix(0, 0))
}

// damaged is a sound face with some of its bytes overwritten, mostly in the directory and the heads of its tables.
func damaged(sound []byte) *rapid.Generator[[]byte] {
	return rapid.Custom(func(t *rapid.T) []byte {
		raw := bytes.Clone(sound)
		near := rapid.SampledFrom([]int{300, 2000, 60_000, len(raw)}).Draw(t, "near")
		for range rapid.IntRange(1, 8).Draw(t, "times") {
			at := rapid.IntRange(4, near-5).Draw(t, "at")
			copy(raw[at:], rapid.SliceOfN(rapid.SampledFrom([]byte{0, 1, 0x7F, 0x80, 0xFF}), 1, 4).Draw(t, "bytes"))
		}
		if rapid.Bool().Draw(t, "cut") {
			raw = raw[:rapid.IntRange(0, len(raw)).Draw(t, "length")]
		}
		return raw
	})
}

func TestADamagedFontNeverEndsTheProgram(t *testing.T) {
	for _, sound := range [][]byte{assets.Font("GongkailanKai-Regular"), goregular.TTF} {
		rapid.Check(t, func(t *rapid.T) {
			raw := damaged(sound).Draw(t, "font")
			offer(t, raw)
			offerLate(t, raw)
		})
	}
}

func FuzzReplace(f *testing.F) {
	f.Add(goregular.TTF)
	f.Add([]byte("OTTO"))
	f.Add([]byte("ttcf"))
	f.Add([]byte("\xff\xd8\xff\xe0"))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, raw []byte) { offer(t, raw) })
}
