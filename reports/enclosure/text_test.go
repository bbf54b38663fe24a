package enclosure

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/jpeg"
	"image/png"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// said gives the text of the pages without page numbers.
func said(pages []page.Page) string {
	var b strings.Builder
	for _, p := range pages {
		for _, l := range p.Lines {
			if !l.Aside {
				b.WriteString(l.Text)
			}
		}
	}
	return b.String()
}

func set(t testing.TB, text Text) []page.Page {
	t.Helper()
	pages, err := text.Pages(face.Embedded())
	require.NoError(t, err)
	requireSound(t, pages)
	return pages
}

func TestATextIsSetUnderALineThatSaysSo(t *testing.T) {
	pages := set(t, Text{Name: "评分办法.docx", Number: 2, Drawn: true, Parts: []Part{
		{Text: "评分办法"}, {Text: "一、总则\n第一条　目的。"}, {Rows: [][]string{{"项目", "分值"}, {"学习", "20"}}},
	}})
	require.Len(t, pages, 1)
	require.Equal(t, page.SheetWidth, pages[0].Width)
	require.Equal(t, "附件2　评分办法（文字版，版式以原件为准）（原件中的图片、图形未在此显示，请查阅原件。）评分办法一、总则第一条　目的。项目分值学习20", said(pages))
	require.NotEmpty(t, pages[0].Strokes)
	require.True(t, strings.HasPrefix(said(set(t, Text{Name: "a.txt", Parts: []Part{{Text: "甲"}}})), "附件　a（文字版"))
}

func TestAWideTableLiesLengthwiseAndATooWideOneIsRefused(t *testing.T) {
	row := func(n int) []string {
		cells := make([]string, n)
		for i := range cells {
			cells[i] = "第" + strconv.Itoa(i) + "项"
		}
		return cells
	}
	pages := set(t, Text{Name: "表.xlsx", Parts: []Part{{Rows: [][]string{row(12), row(12)}}}})
	require.Equal(t, page.SheetHeight, pages[0].Width)
	_, err := Text{Name: "表.xlsx", Parts: []Part{{Rows: [][]string{row(30)}}}}.Pages(face.Embedded())
	requireRefusal(t, err, "enclosure.wide", "表.xlsx", "30")
}

func TestWhatHasNoTextOrTooMuchIsRefused(t *testing.T) {
	for code, parts := range map[string][]Part{
		"enclosure.empty": {{Text: " \u200b\n\t"}, {Rows: [][]string{{"", " "}}}},
		"enclosure.long":  {{Text: strings.Repeat("公", 250_000)}},
		"enclosure.pages": {{Text: strings.Repeat("公开的一段话。\n", 2_000)}},
	} {
		_, err := Text{Name: "a.txt", Parts: parts}.Pages(face.Embedded())
		require.ErrorIs(t, err, data.ErrInvalid, code)
		var refusal *data.Refusal
		require.ErrorAs(t, err, &refusal)
		require.Equal(t, code, refusal.Code)
	}
}

func TestSignsThatTurnTheOrderOfReadingAreLeftOut(t *testing.T) {
	require.Contains(t, said(set(t, Text{Name: "a\u202egpj.txt", Parts: []Part{{Text: "甲\u202e乙\x00丙\t丁"}}})), "附件　agpj（文字版，版式以原件为准）甲乙丙　丁")
}

func TestEveryCharacterOfEveryPartIsOnThePagesInItsOrder(t *testing.T) {
	faces := face.Embedded()
	words := rapid.StringOfN(rapid.SampledFrom([]rune("公开栏党务事项名单一二三，。（）ab12")), 1, 60, -1)
	rapid.Check(t, func(rt *rapid.T) {
		var parts []Part
		for range rapid.IntRange(1, 8).Draw(rt, "parts") {
			if rapid.Bool().Draw(rt, "table") {
				n := rapid.IntRange(2, mostColumns).Draw(rt, "columns")
				parts = append(parts, Part{Rows: rapid.SliceOfN(rapid.SliceOfN(words, n, n), 1, 12).Draw(rt, "rows")})
			} else {
				parts = append(parts, Part{Text: words.Draw(rt, "text")})
			}
		}
		pages, err := Text{Name: "a.docx", Parts: parts}.Pages(faces)
		require.NoError(rt, err)
		requireSound(rt, pages)
		on := map[rune]int{}
		for _, r := range said(pages) {
			on[r]++
		}
		for _, p := range parts {
			for _, text := range append(joined(p.Rows), p.Text) {
				for _, r := range text {
					on[r]--
					require.GreaterOrEqual(rt, on[r], 0, "%c is missing", r)
				}
			}
		}
	})
}

func joined(rows [][]string) []string {
	var all []string
	for _, row := range rows {
		all = append(all, row...)
	}
	return all
}

// photo is a JPEG of so many pixels that says how the camera was held, and where.
func photo(t testing.TB, w, h int, held uint16) []byte {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, w, h))
	for i := range m.Pix {
		m.Pix[i] = uint8(i % 251)
	}
	var out bytes.Buffer
	require.NoError(t, jpeg.Encode(&out, m, nil))
	tiff := []byte("MM\x00\x2A\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01")
	tiff = append(binary.BigEndian.AppendUint16(tiff, held), "\x00\x00 GPS 22.8N 108.3E"...)
	body := append([]byte("Exif\x00\x00"), tiff...)
	block := binary.BigEndian.AppendUint16([]byte{0xFF, 0xE1}, uint16(len(body)+2))
	raw := out.Bytes()
	return append(append(append([]byte{}, raw[:2]...), append(block, body...)...), raw[2:]...)
}

func TestAPhotoFillsASheetUprightWithoutWhereItWasTaken(t *testing.T) {
	pages, err := Photo("现场.jpg", photo(t, 1600, 1200, 6))
	require.NoError(t, err)
	requireSound(t, pages)
	f := pages[0].Figures[0]
	require.Equal(t, page.SheetWidth, pages[0].Width, "held upright")
	require.InDelta(t, 1600.0/1200, f.Height/f.Width, 0.01)
	require.InDelta(t, page.SheetWidth-2*margin, f.Width, 0.1)
	require.InDelta(t, page.SheetWidth-f.X, f.X+f.Width, 0.02, "in the middle")
	require.NotContains(t, string(f.Image), "GPS")
	require.NotContains(t, string(f.Image), "Exif")

	pages, err = Photo("现场.jpg", photo(t, 1600, 1200, 1))
	require.NoError(t, err)
	require.Equal(t, page.SheetHeight, pages[0].Width, "lying")
}

func TestASmallPictureIsNotBlownUp(t *testing.T) {
	var raw bytes.Buffer
	require.NoError(t, png.Encode(&raw, image.NewGray(image.Rect(0, 0, 72, 36))))
	pages, err := Photo("章.png", raw.Bytes())
	require.NoError(t, err)
	requireSound(t, pages)
	require.InDelta(t, mmPerInch, pages[0].Figures[0].Width, 0.01)
}

func TestAPictureThatUnpacksToTooMuchIsRefused(t *testing.T) {
	head := []byte("IHDR\x00\x01\x00\x00\x00\x01\x00\x00\x08\x02\x00\x00\x00") // 65,536 pixels square
	bomb := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"), head...)
	bomb = binary.BigEndian.AppendUint32(bomb, crc32.ChecksumIEEE(head))
	require.Equal(t, Picture, KindOf(bomb))
	_, err := Photo("弹.png", bomb)
	requireRefusal(t, err, "picture.pixels", "附件", "弹.png")
}

func TestKindsAreToldByWhatAFileHolds(t *testing.T) {
	_, whole := notice(t, 1)
	require.Equal(t, PDF, KindOf(whole))
	require.Equal(t, Picture, KindOf(photo(t, 8, 8, 1)))
	for _, other := range []string{"", "PK\x03\x04", "GIF89a", "文字", "\xD0\xCF\x11\xE0"} {
		require.Equal(t, Other, KindOf([]byte(other)))
	}
}
