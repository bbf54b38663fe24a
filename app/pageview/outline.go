package pageview

import (
	"unicode"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// outline adds the segments of a glyph to the path. Each contour is closed before the next begins.
func (b *brush) outline(segments sfnt.Segments, at func(fixed.Point26_6) (float32, float32)) {
	open := false
	for _, s := range segments {
		x, y := at(s.Args[0])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if open {
				b.raster.ClosePath()
			}
			b.raster.MoveTo(x, y)
			open = true
		case sfnt.SegmentOpLineTo:
			b.raster.LineTo(x, y)
		case sfnt.SegmentOpQuadTo:
			x2, y2 := at(s.Args[1])
			b.raster.QuadTo(x, y, x2, y2)
		case sfnt.SegmentOpCubeTo:
			x2, y2 := at(s.Args[1])
			x3, y3 := at(s.Args[2])
			b.raster.CubeTo(x, y, x2, y2, x3, y3)
		}
	}
	if open {
		b.raster.ClosePath()
	}
}

// isInvisible tells of signs that paint nothing: spaces, controls, joiners and selectors.
func isInvisible(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r)
}
