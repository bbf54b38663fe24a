package pdf

import (
	"golang.org/x/image/font/sfnt"

	"gongkailan/reports/face"
)

// outline fills a glyph's outline at its place.
func (p *painter) outline(t *face.Typeface, g face.Glyph, here spot) {
	segments, units, err := t.Outline(g)
	if err != nil || len(segments) == 0 {
		return // the number of the glyph came from the same font, so that only a damaged one of the office's gets here
	}
	place := func(s sfnt.Segment, i int) (float64, float64) {
		return here.x + float64(s.Args[i].X)/units*here.em(), here.y + float64(s.Args[i].Y)/units*here.em()
	}
	var px, py float64
	for i, s := range segments {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if i > 0 {
				p.file.ClosePath()
			}
			px, py = place(s, 0)
			p.file.MoveTo(px, py)
		case sfnt.SegmentOpLineTo:
			px, py = place(s, 0)
			p.file.LineTo(px, py)
		case sfnt.SegmentOpQuadTo:
			// PDF has cubic curves only, and gofpdf's own quadratic one is not TrueType's.
			cx, cy := place(s, 0)
			ex, ey := place(s, 1)
			p.file.CurveBezierCubicTo(px+2*(cx-px)/3, py+2*(cy-py)/3, ex+2*(cx-ex)/3, ey+2*(cy-ey)/3, ex, ey)
			px, py = ex, ey
		case sfnt.SegmentOpCubeTo:
			ax, ay := place(s, 0)
			bx, by := place(s, 1)
			px, py = place(s, 2)
			p.file.CurveBezierCubicTo(ax, ay, bx, by, px, py)
		}
	}
	p.file.ClosePath()
	p.file.DrawPath("F")
}
