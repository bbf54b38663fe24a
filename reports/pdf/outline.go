package pdf

import (
	"fmt"
	"math"
	"strconv"

	"golang.org/x/image/font/sfnt"

	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// shape names an outline that was made before.
type shape struct {
	typeface *face.Typeface
	glyph    sfnt.GlyphIndex
}

// outline fills a glyph's outline at its place. The path stands in the units of the font, and the page is scaled for
// it, so that the same character is the same text wherever it stands.
func (p *painter) outline(t *face.Typeface, g face.Glyph, here spot) {
	key := shape{t, g.Index}
	drawn, ok := p.drawn[key]
	if !ok {
		drawn = path(t, g)
		p.drawn[key] = drawn
	}
	scale := here.size / float64(t.Font().UnitsPerEm())
	p.file.RawWriteStr(fmt.Sprintf("q %.5f 0 0 %.5f %.2f %.2f cm\n%sf Q\n", scale, scale,
		here.x/page.MMPerPoint, (p.height-here.y)/page.MMPerPoint, drawn))
}

// path gives a glyph's outline as PDF operators, in units of the font, y upwards from the baseline. A glyph whose
// outline cannot be read, in a damaged font of the office's, is left blank; its text is there all the same.
func path(t *face.Typeface, g face.Glyph) string {
	segments, _, err := t.Outline(g)
	if err != nil {
		return ""
	}
	var text []byte
	point := func(x, y float64) {
		text = strconv.AppendInt(text, int64(math.Round(x)), 10)
		text = append(text, ' ')
		text = strconv.AppendInt(text, int64(math.Round(y)), 10)
		text = append(text, ' ')
	}
	var px, py float64
	for _, s := range segments {
		at := func(i int) (float64, float64) { return float64(s.Args[i].X) / 64, -float64(s.Args[i].Y) / 64 }
		ex, ey := at(0)
		operator := "m\n"
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			point(ex, ey)
		case sfnt.SegmentOpLineTo:
			point(ex, ey)
			operator = "l\n"
		case sfnt.SegmentOpQuadTo: // PDF has cubic curves only
			cx, cy := ex, ey
			ex, ey = at(1)
			point(px+2*(cx-px)/3, py+2*(cy-py)/3)
			point(ex+2*(cx-ex)/3, ey+2*(cy-ey)/3)
			point(ex, ey)
			operator = "c\n"
		case sfnt.SegmentOpCubeTo:
			point(ex, ey)
			point(at(1))
			ex, ey = at(2)
			point(ex, ey)
			operator = "c\n"
		}
		px, py = ex, ey
		text = append(text, operator...)
	}
	return string(text)
}
