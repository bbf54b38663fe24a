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
	stripAbove = 12.0 // from the last line to the verification code: its quiet zone, and the rule of a table
	stripScale = 1.5  // of the code and of what stands beside it
)

// part is what large type shows of a page at once: a region, and the page with nothing but the lines that belong to it.
type part struct {
	page   page.Page
	region pageview.Region
}

// band is one line or figure across the sheet, or its verification code: the height that it needs, in mm, and what
// stands on it.
type band struct {
	top, bottom float64
	lines       []page.Line
	figures     []page.Figure
	codes       []page.Code
}

// parts cuts a page for large type into parts that a place of the proportion (width over height) can show one after
// the other, each as wide as the text. No line is cut, and every line of the text and every figure is in one part; the
// verification code stands enlarged under the last line. The page's number is in none, the screen says it.
func parts(p page.Page, proportion float64) []part {
	if isPicture(p) && proportion > 0 {
		return pieces(p, proportion)
	}
	left, right, bands := extent(p)
	for _, strip := range strips(p, left, right, bands) {
		bands = append(bands, strip)
		for _, l := range strip.lines {
			right = max(right, endOf(l))
		}
		right = max(right, left+strip.bottom-strip.top) // the code is square
	}
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
		shown := page.Page{Width: p.Width, Height: max(p.Height, region.Y+region.Height), Strokes: p.Strokes}
		for _, b := range bands[i : last+1] {
			shown.Lines = append(shown.Lines, b.lines...)
			shown.Figures = append(shown.Figures, b.figures...)
			shown.Codes = append(shown.Codes, b.codes...)
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
		left, right = min(left, l.X), max(right, endOf(l))
		bands = append(bands, band{top: l.Y - 0.95*em, bottom: l.Y + 0.3*em, lines: []page.Line{l}})
	}
	for _, f := range p.Figures {
		left, right = min(left, f.X), max(right, f.X+f.Width)
		bands = append(bands, band{top: f.Y, bottom: f.Y + f.Height, figures: []page.Figure{f}})
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
			whole[n-1].figures = append(whole[n-1].figures, b.figures...)
		} else {
			whole = append(whole, b)
		}
	}
	return whole
}

// endOf gives where a line ends.
func endOf(l page.Line) float64 {
	end := l.X + l.Size*page.MMPerPoint
	if n := len(l.At); n > 0 {
		end += l.At[n-1]
	}
	return end
}

// strips sets the verification codes of the page, with what stands beside each, under everything else, as large as the
// width of the text allows.
func strips(p page.Page, left, right float64, above []band) []band {
	var list []band
	foot := 0.0
	for _, b := range above {
		foot = max(foot, b.bottom)
	}
	for _, s := range p.Strokes {
		foot = max(foot, s.Y1, s.Y2)
	}
	for _, c := range p.Codes {
		b, end := band{top: foot + stripAbove}, c.X+c.Side
		beside := remarksOn(p, c)
		for _, l := range beside {
			end = max(end, endOf(l))
		}
		k := max(1, min(stripScale, (right-left)/(end-c.X)))
		for _, l := range beside {
			l.X, l.Y, l.Size = left+(l.X-c.X)*k, b.top+(l.Y-c.Y)*k, l.Size*k
			l.At = slices.Clone(l.At)
			for i := range l.At {
				l.At[i] *= k
			}
			b.lines = append(b.lines, l)
		}
		c.X, c.Y, c.Side = left, b.top, c.Side*k
		b.bottom, b.codes = b.top+c.Side, []page.Code{c}
		foot = b.bottom
		list = append(list, b)
	}
	return list
}

// remarksOn gives the remarks that stand beside a code.
func remarksOn(p page.Page, c page.Code) []page.Line {
	var beside []page.Line
	for _, l := range p.Lines {
		if l.Aside && l.Face != page.Song && l.X > c.X+c.Side && c.Y < l.Y && l.Y < c.Y+c.Side {
			beside = append(beside, l)
		}
	}
	return beside
}

// isPageNumber knows — 2 — under the type area.
func isPageNumber(l page.Line) bool {
	return l.Face == page.Song && strings.HasPrefix(l.Text, "— ") && strings.HasSuffix(l.Text, " —") && l.Y > page.Top+page.TypeHeight
}
