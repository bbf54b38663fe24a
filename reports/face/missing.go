package face

import (
	"maps"
	"slices"

	"gongkailan/reports/page"
)

// Missing gives the characters of a document that no face has, in their order. Painters write them as their number: no
// text is lost, but nobody reads it, so whoever prints must be told.
func (s *Set) Missing(doc page.Document) []rune {
	missing := map[rune]bool{}
	for _, p := range doc.Pages {
		for _, line := range p.Lines {
			for _, r := range line.Text {
				if page.Invisible(r) || r == '\t' {
					continue
				}
				if _, _, ok := s.Typeface(line.Face, r); !ok {
					missing[r] = true
				}
			}
		}
	}
	return slices.Sorted(maps.Keys(missing))
}
