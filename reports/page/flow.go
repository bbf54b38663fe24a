package page

import "math"

// slab is a piece of a document that stands on one page: a line of the grid, a row of a table, a figure. X of what is
// on it is final; Y is counted from its top until it gets its place.
type slab struct {
	lines   []Line
	strokes []Stroke
	figures []Figure
	height  float64 // mm; 0 for a line of the grid, whose Y is its baseline wherever it comes to stand
	keep    bool    // must not be the first of a page: it stays with the one before
	table   *rows   // whose row it is
	torn    bool    // goes on with the row before: no rule stands between them
}

func (b slab) empty() bool { return len(b.lines) == 0 && len(b.strokes) == 0 && len(b.figures) == 0 }

// onGrid tells whether the slab is a line of the grid.
func (b slab) onGrid() bool { return b.height == 0 }

// raised gives lines with their Y so many mm less.
func raised(lines []Line, by float64) []Line {
	for i := range lines {
		lines[i].Y -= by
	}
	return lines
}

// Document sets the parts on pages. Parts that must stay with the one before take it with them to the next page, and
// empty ones that would begin a page are left out. Two pages and more are numbered.
func (s *Sheet) Document(title string) Document {
	doc := Document{Title: title}
	for start := 0; start < len(s.flow) || len(doc.Pages) == 0; {
		top := s.pageHead(start, len(doc.Pages) == 0)
		end := s.pageEnd(start, top)
		doc.Pages = append(doc.Pages, s.page(append(top, s.flow[start:end]...)))
		for start = end; start < len(s.flow) && s.flow[start].empty(); {
			start++
		}
	}
	return numbered(doc, s.numbering, s.format, s.widths)
}

// pageHead gives what stands at the top of the page that begins with the slab at start: the document's own head, and
// the heads of a table that goes on there.
func (s *Sheet) pageHead(start int, first bool) []slab {
	var top []slab
	if s.head != nil {
		h := NewSheetOf(s.format, s.widths)
		s.head(h, first)
		top = h.flow
	}
	if start > 0 && start < len(s.flow) {
		if t := s.flow[start].table; t != nil && s.flow[start-1].table == t {
			top = append(top, t.heads...)
		}
	}
	return top
}

// pageEnd finds the slab with which the next page begins, where this one begins with the one at start under its head.
func (s *Sheet) pageEnd(start int, top []slab) int {
	pos := 0.0
	for _, b := range top {
		pos, _ = s.format.below(pos, b)
	}
	end := start
	for end < len(s.flow) {
		next, fits := s.format.below(pos, s.flow[end])
		if !fits {
			break
		}
		pos = next
		end++
	}
	if end == len(s.flow) {
		return end
	}
	for cut := end; cut > start; cut-- {
		if !s.flow[cut].keep {
			return cut
		}
	}
	return max(end, start+1) // what is kept together fills a page and more, and has to be cut
}

// hair keeps sums of heights from losing a line to the last bit, in mm.
const hair = 1e-6

// below tells where the page goes on, in mm under its type area's top, when a slab is set at pos, and whether it has
// room there.
func (f Format) below(pos float64, b slab) (float64, bool) {
	if b.onGrid() {
		n := f.nextLine(pos)
		return float64(n+1) * f.Pitch, n < f.Lines
	}
	if b.empty() { // room left free may be cut off by the page's end
		return min(pos+b.height, f.TypeHeight), true
	}
	return pos + b.height, pos+b.height <= f.TypeHeight+hair
}

// nextLine is the first line of the grid that begins at pos or under it.
func (f Format) nextLine(pos float64) int { return int(math.Ceil(pos/f.Pitch - hair)) }

// page gives the slabs their places.
func (s *Sheet) page(slabs []slab) Page {
	f := s.format
	p := Page{Width: f.Width, Height: f.Height}
	pos := 0.0
	var open *rows
	var begun float64
	for _, b := range slabs {
		if open != nil && b.table != open {
			p.Strokes = append(p.Strokes, open.frame(begun, f.Top+pos)...)
		}
		if b.table != nil && b.table != open {
			begun = f.Top + pos
		} else if b.table != nil && !b.torn {
			p.Strokes = append(p.Strokes, open.between(f.Top+pos))
		}
		open = b.table
		y := f.Top + pos
		if b.onGrid() {
			y = f.line(f.nextLine(pos))
		}
		b.put(&p, y)
		pos, _ = f.below(pos, b)
	}
	if open != nil {
		p.Strokes = append(p.Strokes, open.frame(begun, f.Top+pos)...)
	}
	return p
}

// put sets what is on the slab on the page, y mm down.
func (b slab) put(p *Page, y float64) {
	for _, l := range b.lines {
		l.Y = round(l.Y + y)
		p.Lines = append(p.Lines, l)
	}
	for _, k := range b.strokes {
		k.Y1, k.Y2 = round(k.Y1+y), round(k.Y2+y)
		p.Strokes = append(p.Strokes, k)
	}
	for _, g := range b.figures {
		g.Y = round(g.Y + y)
		p.Figures = append(p.Figures, g)
	}
}
