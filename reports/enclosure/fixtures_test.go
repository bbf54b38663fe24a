package enclosure

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
	"gongkailan/reports/pdf"
)

// press paints for all tests: translating the painter takes seconds.
var press = sync.OnceValue(func() *Press { return NewPress(UsualLimits()) })

// pressWithin is a press of other limits that shares what is translated.
func pressWithin(limits Limits) *Press {
	p := NewPress(limits)
	p.translated = press().cache()
	return p
}

// leaf is a page of a PDF that is written by hand: the sides of its sheet in points, and what is painted on it.
type leaf struct {
	width, height float64
	content       string
}

func a4(content string) leaf { return leaf{595.28, 841.89, content} }

// written writes a PDF file by hand. More are objects behind those of the pages, the first of which is number
// 3 + 2 × pages; the resources of each page are given.
func written(resources string, leaves []leaf, more ...string) []byte {
	var kids strings.Builder
	var objects []string
	for i, l := range leaves {
		fmt.Fprintf(&kids, "%d 0 R ", 3+2*i)
		objects = append(
			objects, fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 %g %g]/Resources<<%s>>/Contents %d 0 R>>", l.width, l.height, resources, 4+2*i),
			fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(l.content), l.content),
		)
	}
	objects = append([]string{"<</Type/Catalog/Pages 2 0 R>>", fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", &kids, len(leaves))}, objects...)
	return assembled(append(objects, more...))
}

func assembled(objects []string) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.4\n")
	places := make([]int, len(objects))
	for i, o := range objects {
		places[i] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, at := range places {
		fmt.Fprintf(&out, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&out, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table)
	return out.Bytes()
}

// chineseFont are the objects of a font that the file names and does not hold, the first of the number.
func chineseFont(number int, name string) []string {
	return []string{
		fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s-GBK-EUC-H/Encoding/GBK-EUC-H/DescendantFonts[%d 0 R]>>", name, number+1),
		fmt.Sprintf("<</Type/Font/Subtype/CIDFontType0/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor %d 0 R/DW 1000>>",
			name, number+2),
		fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>", name),
	}
}

// notice is a document of so many pages as the house makes them.
func notice(t testing.TB, pages int) (page.Document, []byte) {
	t.Helper()
	faces := face.Embedded()
	s := page.NewSheet(faces)
	s.Title("关于拟表彰先进集体和个人的公示")
	for n := 0; len(s.Document("").Pages) < pages; n++ {
		for i := range 10 {
			s.Paragraph(fmt.Sprintf("第%d条　根据工作安排，经研究，现将第%d批拟表彰名单予以公示，公示期为五个工作日，欢迎监督。", 10*n+i+1, 7*n+i))
		}
	}
	doc := s.Document("公示")
	var out bytes.Buffer
	require.NoError(t, pdf.Write(&out, doc, faces, time.Date(2026, 3, 5, 8, 0, 0, 0, time.UTC)))
	return doc, out.Bytes()
}

func painted(t testing.TB, raw []byte) []page.Page {
	t.Helper()
	pages, err := press().PDF(context.Background(), "a.pdf", raw)
	require.NoError(t, err)
	requireSound(t, pages)
	return pages
}

// pictureOf unpacks the picture that fills a page.
func pictureOf(t testing.TB, p page.Page) image.Image {
	t.Helper()
	require.Len(t, p.Figures, 1)
	m, _, err := image.Decode(bytes.NewReader(p.Figures[0].Image))
	require.NoError(t, err)
	return m
}

// ink counts the pixels of a box of the page, in mm, that are no white paper.
func ink(m image.Image, p page.Page, x1, y1, x2, y2 float64) int {
	k := float64(m.Bounds().Dx()) / p.Width
	n := 0
	for y := int(y1 * k); y < int(y2*k); y++ {
		for x := int(x1 * k); x < int(x2*k); x++ {
			if r, g, b, _ := m.At(x, y).RGBA(); min(r, g, b) < 0xC000 {
				n++
			}
		}
	}
	return n
}

// requireSound checks what the public file asks of each page.
func requireSound(t require.TestingT, pages []page.Page) {
	require.NotEmpty(t, pages)
	require.LessOrEqual(t, len(pages), MostPages)
	for _, p := range pages {
		require.True(t, p.Width >= 50 && p.Width <= 1500 && p.Height >= 50 && p.Height <= 1500, "%g × %g", p.Width, p.Height)
		require.NotNil(t, p.Lines)
		require.LessOrEqual(t, len(p.Lines), 1000)
		require.LessOrEqual(t, len(p.Strokes), 2000)
		for _, l := range p.Lines {
			require.Len(t, l.At, len([]rune(l.Text)))
			require.LessOrEqual(t, len([]rune(l.Text)), 2000)
			require.True(t, l.X >= 0 && l.Y >= 0 && l.Y <= p.Height && l.X+l.At[len(l.At)-1] <= p.Width, l.Text)
		}
		for _, f := range p.Figures {
			require.True(t, f.X >= 0 && f.Y >= 0 && f.Width >= 1 && f.Height >= 1 && f.X+f.Width <= p.Width && f.Y+f.Height <= p.Height)
		}
	}
}

func requireRefusal(t require.TestingT, err error, code string, args ...string) {
	var refusal *data.Refusal
	require.ErrorAs(t, err, &refusal)
	require.ErrorIs(t, err, data.ErrInvalid)
	require.Equal(t, code, refusal.Code)
	require.Equal(t, args, refusal.Args)
}
