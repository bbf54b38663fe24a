package page

import "strings"

// Table is rows of cells under a row of heads.
type Table struct {
	Columns []Column
	Rows    [][]string // a row of one text among several columns is a band over all of them, that heads those under it
	Sum     []string   // the last row, in the face of heads; nil for none
}

// Column is one column of a table.
type Column struct {
	Head  string
	Width float64 // mm; 0 for as wide as its texts ask
	Align Align
	Whole bool // names, numbers, dates: not broken while they are of a name's length
}

// longestWhole is how many characters a text may have that a column keeps whole.
const longestWhole = 10

// narrowColumn is how many characters a column needs to be justified: the few gaps of a shorter line would gape.
const narrowColumn = 16

// tableGap is what is left free over and under a table, in mm.
const tableGap = 2.0

// tableSizes are the sizes that a table may be set in, in pt: 小四, and smaller where its longest words do not fit.
func tableSizes() []float64 { return []float64{12, 10.5, 9, 7.5} }

// Table sets a table over the width of the type area. Its heads stand again on each page that it goes on to; no row is
// torn that a page has room for, the first row stays with the heads, a band with the row under it, and the sum line with
// the last row.
func (s *Sheet) Table(t Table) {
	if len(t.Columns) == 0 {
		return
	}
	scale := s.format.Em / Em
	s.Space(tableGap * scale)
	size, widths := s.fitColumns(t, scale)
	r := &rows{left: s.format.Left, right: s.format.Left, pad: tablePad * scale}
	for _, w := range widths {
		r.right += w
	}
	cells := func(texts []string, face Face, head bool) []Cell {
		list := make([]Cell, len(widths))
		for i := range list {
			list[i] = Cell{Width: widths[i], Face: face, Align: t.Columns[i].Align}
			switch {
			case head:
				list[i].Align = Centred
			case list[i].Align == Justified && widths[i] < narrowColumn*size*MMPerPoint:
				list[i].Align = LeftAligned
			}
			if i < len(texts) {
				list[i].Text = texts[i]
			}
		}
		return list
	}
	heads := make([]string, len(t.Columns))
	titled := false
	for i, c := range t.Columns {
		heads[i] = c.Head
		titled = titled || c.Head != ""
	}
	if titled {
		r.heads = s.rowSlabs(r, size, 1, s.format.TypeHeight/2, cells(heads, Hei, true))
		s.rowsOf(r.heads, false)
	}
	room := s.roomFor(r)
	keep := titled
	for _, texts := range t.Rows {
		row, band := cells(texts, FangSong, false), t.isBand(texts)
		if band {
			row = []Cell{{Text: texts[0], Width: r.right - r.left, Face: Hei}}
		}
		s.rowsOf(s.rowSlabs(r, size, 1, room, row), keep)
		keep = band
	}
	if t.Sum != nil {
		s.rowsOf(s.rowSlabs(r, size, 1, room, cells(t.Sum, Hei, false)), len(t.Rows) > 0)
	}
	s.add(slab{height: tableGap * scale, keep: true}) // it stays with the table, and a 落款 behind it does too
}

// isBand tells whether a row is a band.
func (t Table) isBand(texts []string) bool { return len(texts) == 1 && len(t.Columns) > 1 }

// rowsOf adds a row; keep has it stay with the one before.
func (s *Sheet) rowsOf(slabs []slab, keep bool) {
	slabs[0].keep = keep
	for _, b := range slabs {
		s.add(b)
	}
}

// fitColumns chooses the size of a table's text and the widths of its columns, in pt and mm.
func (s *Sheet) fitColumns(t Table, scale float64) (float64, []float64) {
	sizes := tableSizes()
	for _, size := range sizes {
		if widths, ok := s.columnWidths(t, size*scale); ok {
			return size * scale, widths
		}
	}
	widths, _ := s.columnWidths(t, sizes[len(sizes)-1]*scale)
	return sizes[len(sizes)-1] * scale, widths
}

// columnWidths shares the type area out, in mm. Columns of a given width have it; each of the others has the room of its
// longest word at least, and of its longest line where there is enough for all. It tells whether every word fits.
func (s *Sheet) columnWidths(t Table, size float64) ([]float64, bool) {
	widths := make([]float64, len(t.Columns))
	least, want := make([]float64, len(t.Columns)), make([]float64, len(t.Columns))
	room := s.format.TypeWidth
	var measured []int
	for i, c := range t.Columns {
		if widths[i] = c.Width; c.Width > 0 {
			room -= c.Width
			continue
		}
		measured = append(measured, i)
		least[i], want[i] = s.measureColumn(t, i, size)
	}
	if len(measured) == 0 {
		return shrunk(widths, s.format.TypeWidth), true
	}
	needed := 0.0
	for _, i := range measured {
		needed += least[i]
	}
	if needed > room {
		for _, i := range measured {
			widths[i] = max(room, 0) * least[i] / needed
		}
		return shrunk(widths, s.format.TypeWidth), false
	}
	share(widths, least, want, measured, room)
	return widths, true
}

// share gives each of the measured columns what it wants, the narrow ones first, and never less than its least; what
// is left over goes to all in proportion.
func share(widths, least, want []float64, measured []int, room float64) {
	wanted := 0.0
	for _, i := range measured {
		wanted += want[i]
	}
	if wanted <= room {
		for _, i := range measured {
			widths[i] = want[i] + (room-wanted)*want[i]/wanted
		}
		return
	}
	// The level up to which every column gets what it wants is found by halving: it grows with the room it takes.
	low, high := 0.0, room
	for range 50 {
		level := (low + high) / 2
		taken := 0.0
		for _, i := range measured {
			taken += max(least[i], min(want[i], level))
		}
		if taken > room {
			high = level
		} else {
			low = level
		}
	}
	for _, i := range measured {
		widths[i] = max(least[i], min(want[i], low))
	}
}

// shrunk keeps columns whose given widths are too wide inside the type area.
func shrunk(widths []float64, room float64) []float64 {
	sum := 0.0
	for _, w := range widths {
		sum += w
	}
	if sum <= room {
		return widths
	}
	for i := range widths {
		widths[i] *= room / sum
	}
	return widths
}

// measureColumn gives the room of a column's longest unbroken piece and of its longest line, in mm, the blank at its
// sides included.
func (s *Sheet) measureColumn(t Table, i int, size float64) (least, want float64) {
	const fewest = 2 // characters, so that a column of numbers is not a slit
	least, want = fewest, fewest
	look := func(text string, face Face) {
		for p := range strings.SplitSeq(text, "\n") {
			piece, line := longest(clusters(p, face, s.widths))
			if t.Columns[i].Whole && line <= longestWhole {
				piece = line
			}
			least, want = max(least, piece), max(want, line)
		}
	}
	look(t.Columns[i].Head, Hei)
	if i < len(t.Sum) {
		look(t.Sum[i], Hei)
	}
	for _, row := range t.Rows {
		if i < len(row) && !t.isBand(row) {
			look(row[i], FangSong)
		}
	}
	em := size * MMPerPoint
	return least*em + 2*tablePad*s.format.Em/Em + hair, want*em + 2*tablePad*s.format.Em/Em + hair
}

// longest gives the widest piece of a paragraph that cannot be broken, and the whole, in em.
func longest(p []cluster) (piece, line float64) {
	open := 0.0
	for i := range p {
		if i > 0 && mayEndBefore(p, i) {
			open = 0
		}
		open += p[i].width()
		piece = max(piece, open)
		line += p[i].width()
	}
	return piece, line
}
