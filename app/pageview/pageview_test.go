package pageview

import (
	"image"
	"image/color"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"pgregory.net/rapid"

	"gongkailan/assets"
	"gongkailan/reports"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

const (
	example = "关于王䶮等8名同志任前公示的公告\n根据有关规定，经2026年3月5日局党组会议集体研究，现将拟任人选情况公示如下：\n一、拟任人选\n" +
		"王䶮，女，汉族。张𬱟，男，1979年2月生，研究生学历，现任食品生产监管股四级主任科员，拟任药品监管股股长。\n（一）公示时间\n阿卜杜热合曼·买买提，男。"
	// tolerance is how far ink on the screen may lie from where the model puts it, in mm.
	tolerance = 0.3
)

func typeset(t require.TestingT, text string, set *face.Set) page.Document {
	doc, err := reports.Typeset(text, page.Style{}, set)
	require.NoError(t, err)
	return doc
}

// extent is a box of ink in mm.
type extent struct{ left, top, right, bottom float64 }

// inkOf measures the dark pixels of a picture, in mm.
func inkOf(picture *image.RGBA, scale float64) (extent, bool) {
	box, found := extent{left: math.Inf(1), top: math.Inf(1)}, false
	for y := range picture.Rect.Dy() {
		for x := range picture.Rect.Dx() {
			if picture.RGBAAt(x, y).R > 0xD8 {
				continue
			}
			found = true
			box.left, box.top = min(box.left, float64(x)/scale), min(box.top, float64(y)/scale)
			box.right, box.bottom = max(box.right, float64(x+1)/scale), max(box.bottom, float64(y+1)/scale)
		}
	}
	return box, found
}

// expected computes from the fonts' own boxes where the line's ink must lie, in mm.
func expected(t require.TestingT, line page.Line, set *face.Set) extent {
	box := extent{left: math.Inf(1), top: math.Inf(1)}
	em := line.Size * page.MMPerPoint
	for i, r := range []rune(line.Text) {
		typeface, glyph, ok := set.Typeface(line.Face, r)
		require.True(t, ok, string(r))
		var buffer sfnt.Buffer
		units := typeface.Font().UnitsPerEm()
		bounds, _, err := typeface.Font().GlyphBounds(&buffer, glyph.Index, fixed.I(int(units)), 0)
		require.NoError(t, err)
		if bounds.Empty() {
			continue
		}
		k := em / float64(units) / 64
		x := line.X + line.At[i]
		box.left, box.right = min(box.left, x+float64(bounds.Min.X)*k), max(box.right, x+float64(bounds.Max.X)*k)
		box.top, box.bottom = min(box.top, line.Y+float64(bounds.Min.Y)*k), max(box.bottom, line.Y+float64(bounds.Max.Y)*k)
	}
	return box
}

func requireWhereTheModelSays(t require.TestingT, p page.Page, set *face.Set, width int) {
	height := int(math.Round(float64(width) * p.Height / p.Width))
	scale := float64(width) / p.Width
	for _, line := range p.Lines {
		alone := page.Page{Width: p.Width, Height: p.Height, Lines: []page.Line{line}}
		got, ok := inkOf(Paint(alone, set, width, height), scale)
		require.True(t, ok, line.Text)
		want := expected(t, line, set)
		require.InDelta(t, want.left, got.left, tolerance, "left of %s", line.Text)
		require.InDelta(t, want.right, got.right, tolerance, "right of %s", line.Text)
		require.InDelta(t, want.top, got.top, tolerance, "top of %s", line.Text)
		require.InDelta(t, want.bottom, got.bottom, tolerance, "bottom of %s", line.Text)
		// Han begin near the line's edge, whatever the font's boxes say; an opening bracket stands in its right half.
		if first, _ := utf8.DecodeRuneInString(line.Text); !page.MayNotEndLine(first) {
			require.InDelta(t, line.X, got.left, 0.35*line.Size*page.MMPerPoint, line.Text)
		}
	}
}

func TestInkLiesWhereTheModelSays(t *testing.T) {
	set := face.Embedded()
	doc := typeset(t, example, set)
	for _, width := range []int{840, 1100} {
		requireWhereTheModelSays(t, doc.Pages[0], set, width)
	}
}

func TestCharactersAboveFFFFLieWhereTheModelSays(t *testing.T) {
	set := face.Embedded()
	var rare []rune
	for _, line := range strings.Split(string(assets.Hanzi()), "\n") {
		if _, text, ok := strings.Cut(line, "\t"); ok && []rune(text)[0] > 0xFFFF {
			rare = append(rare, []rune(text)[0])
		}
	}
	require.GreaterOrEqual(t, len(rare), 196)
	doc := typeset(t, "姓名\n"+string(rare[:112]), set)
	requireWhereTheModelSays(t, doc.Pages[0], set, 840)
}

func TestAPartOfThePageIsTheSamePageEnlarged(t *testing.T) {
	set := face.Embedded()
	p := typeset(t, example, set).Pages[0]
	part := Region{X: 20, Y: 30, Width: 170, Height: 100}
	line := p.Lines[2]
	alone := page.Page{Width: p.Width, Height: p.Height, Lines: []page.Line{line}}
	got, ok := inkOf(PaintRegion(alone, part, Paper(), set, 1020, 600), 6)
	require.True(t, ok)
	want := expected(t, line, set)
	require.InDelta(t, want.left-part.X, got.left, tolerance)
	require.InDelta(t, want.bottom-part.Y, got.bottom, tolerance)
}

func TestACharacterThatNoFaceHasIsABoxAndNoGap(t *testing.T) {
	p := page.Page{Width: 210, Height: 297, Lines: []page.Line{{Text: "\U000F0000", X: 50, Y: 50, Size: 22, Face: page.Song, At: []float64{0}}}}
	got, ok := inkOf(Paint(p, face.Embedded(), 840, 1188), 4)
	require.True(t, ok)
	require.InDelta(t, 50, got.bottom, 1)
}

func TestRulesOfFormsAreNeverLost(t *testing.T) {
	p := page.Page{Width: 210, Height: 297, Strokes: []page.Stroke{{X1: 10, Y1: 20, X2: 200, Y2: 20, Width: 0.05}, {X1: 10, Y1: 20, X2: 10, Y2: 90, Width: 0.2}}}
	picture := Paint(p, face.Embedded(), 420, 594)
	dark := func(x, y int) bool {
		return picture.RGBAAt(x, y).R < 0xE0 || picture.RGBAAt(x-1, y).R < 0xE0 || picture.RGBAAt(x, y-1).R < 0xE0
	}
	require.True(t, dark(200, 40))
	require.True(t, dark(20, 100))
	require.False(t, dark(200, 100))
}

func TestNoPageAndNoSizeMakesThePainterFail(t *testing.T) {
	set := face.Embedded()
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.Float64Range(-1e12, 1e12)
		var lines []page.Line
		for range rapid.IntRange(0, 3).Draw(t, "lines") {
			text := rapid.StringN(0, 6, -1).Draw(t, "text")
			lines = append(lines, page.Line{
				Text: text, X: number.Draw(t, "x"), Y: number.Draw(t, "y"), Size: rapid.Float64Range(0, 500).Draw(t, "size"),
				Face: page.Song, At: rapid.SliceOfN(rapid.Float64Range(0, 300), 0, 8).Draw(t, "at"),
			})
		}
		p := page.Page{Width: number.Draw(t, "width"), Height: number.Draw(t, "height"), Lines: lines}
		w, h := rapid.IntRange(-2, 90).Draw(t, "w"), rapid.IntRange(-2, 90).Draw(t, "h")
		require.NotPanics(t, func() { Paint(p, set, w, h) })
	})
}

func TestColoursOfTheHouseAreReadable(t *testing.T) {
	for name, c := range map[string]Colours{"paper": Paper(), "inverted": Inverted()} {
		require.Greater(t, contrast(c.Ink, c.Paper), 7.0, name)
		require.Greater(t, contrast(c.Gray, c.Paper), 4.5, name)
		require.Greater(t, contrast(c.Red, c.Paper), 4.5, name)
	}
}

func TestAStampIsPaintedRed(t *testing.T) {
	p := page.Page{Width: 20, Height: 20, Strokes: []page.Stroke{{X1: 2, Y1: 10, X2: 18, Y2: 10, Width: 2, Red: true}}}
	require.Equal(t, color.RGBAModel.Convert(Paper().Red), Paint(p, face.Embedded(), 100, 100).At(50, 50))
}

// contrast is the ratio of WCAG 2.2.
func contrast(a, b color.Color) float64 {
	luminance := func(c color.Color) float64 {
		r, g, b, _ := c.RGBA()
		part := func(v uint32) float64 {
			s := float64(v) / 0xFFFF
			if s <= 0.04045 {
				return s / 12.92
			}
			return math.Pow((s+0.055)/1.055, 2.4)
		}
		return 0.2126*part(r) + 0.7152*part(g) + 0.0722*part(b)
	}
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func BenchmarkPaint(b *testing.B) {
	set := face.Embedded()
	doc := typeset(b, "标题\n"+strings.Repeat("根据有关规定，经局党组会议集体研究，现将拟任人选情况公示如下。", 18), set)
	for b.Loop() {
		Paint(doc.Pages[0], set, 898, 1270)
	}
	b.ReportMetric(float64(len(doc.Pages[0].Lines)), "lines")
}
