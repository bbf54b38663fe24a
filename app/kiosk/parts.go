package kiosk

import (
	"cmp"
	"slices"
	"strings"

	"gongkailan/app/pageview"
	"gongkailan/reports/page"
)

// Measures of the reading view of large type, in mm: the margins of the sheet are cut down to these, so that the text
// fills the width of the screen.
const (
	sideMargin = 7.0
	headMargin = 9.0
)

// part is what large type shows of a page at once: a region, and the page with nothing but the lines that belong to it.
type part struct {
	page   page.Page
	region pageview.Region
}

// band is one line across the sheet: the height that it needs, in mm, and what stands on it.
type band struct {
	top, bottom float64
	lines       []page.Line
}

// parts cuts a page for large type into parts that a place of the proportion (width over height) can show one after
// the other, each as wide as the text. No line is cut and every line of the text is in one part; the page's number is
// in none, the screen says it.
func parts(p page.Page, proportion float64) []part {
	left, right, bands := extent(p)
	if len(bands) == 0 || !(proportion > 0) {
		return []part{{page: p, region: pageview.Whole(p)}}
	}
	region := pageview.Region{X: max(0, left-sideMargin)}
	region.Width = min(p.Width, right+sideMargin) - region.X
	room := region.Width/proportion - 2*headMargin
	var cut []part
	most := evenly(bands, room)
	for i := 0; i < len(bands); {
		last := lastOn(bands, i, room, most)
		region.Y = bands[i].top - headMargin
		region.Height = bands[last].bottom + headMargin - region.Y
		shown := page.Page{Width: p.Width, Height: p.Height, Strokes: p.Strokes}
		for _, b := range bands[i : last+1] {
			shown.Lines = append(shown.Lines, b.lines...)
		}
		cut = append(cut, part{page: shown, region: region})
		i = last + 1
	}
	return cut
}

// lastOn gives the last band that a part beginning with band i shows: what the room allows, and so many at most.
func lastOn(bands []band, i int, room float64, most int) int {
	last := i
	for last+1 < len(bands) && last+1-i < most && bands[last+1].bottom-bands[i].top <= room {
		last++
	}
	return last
}

// evenly tells how many bands each part shows so that the last is about as full as the others.
func evenly(bands []band, room float64) int {
	count := 0
	for i := 0; i < len(bands); count++ {
		i = lastOn(bands, i, room, len(bands)) + 1
	}
	return (len(bands) + count - 1) / count
}

// extent gives the left and right ends of what is on the page, and its bands from the top.
func extent(p page.Page) (left, right float64, bands []band) {
	left = p.Width
	for _, l := range p.Lines {
		if l.Aside || isPageNumber(l) {
			continue
		}
		em := l.Size * page.MMPerPoint
		end := l.X + em
		if n := len(l.At); n > 0 {
			end += l.At[n-1]
		}
		left, right = min(left, l.X), max(right, end)
		bands = append(bands, band{top: l.Y - 0.95*em, bottom: l.Y + 0.3*em, lines: []page.Line{l}})
	}
	for _, s := range p.Strokes {
		left, right = min(left, s.X1, s.X2), max(right, s.X1, s.X2)
	}
	slices.SortStableFunc(bands, func(a, b band) int { return cmp.Compare(a.top, b.top) })
	return left, right, joined(bands)
}

// joined makes one band of those that share some height: the pieces of one line.
func joined(bands []band) []band {
	var whole []band
	for _, b := range bands {
		if n := len(whole); n > 0 && b.top < whole[n-1].bottom {
			whole[n-1].bottom = max(whole[n-1].bottom, b.bottom)
			whole[n-1].lines = append(whole[n-1].lines, b.lines...)
		} else {
			whole = append(whole, b)
		}
	}
	return whole
}

// isPageNumber knows — 2 — under the type area.
func isPageNumber(l page.Line) bool {
	return l.Face == page.Song && strings.HasPrefix(l.Text, "— ") && strings.HasSuffix(l.Text, " —") && l.Y > page.Top+page.TypeHeight
}
