package page

// Cell is one cell of a row: what it says, and below that what stands at its foot, at the right, as a signature.
type Cell struct {
	Text  string
	Foot  string
	Width float64 // mm
	Face  Face    // "" for 仿宋
	Align Align
}

// rows is a table or form: rows of the flow that belong together, between black rules.
type rows struct {
	left, right float64 // mm
	pad         float64 // mm between a cell's text and its rules
	heads       []slab  // what is set again where the table goes on on another page
}

// Measures of tables and forms, in mm.
const (
	formPad   = 1.2
	tablePad  = 1.6
	thinRule  = 0.18
	frameRule = 0.5
)

// frame gives the outer rule around the rows of one page.
func (t *rows) frame(top, bottom float64) []Stroke {
	return []Stroke{
		stroke(t.left, top, t.right, top, frameRule),
		stroke(t.left, bottom, t.right, bottom, frameRule),
		stroke(t.left, top, t.left, bottom, frameRule),
		stroke(t.right, top, t.right, bottom, frameRule),
	}
}

// between gives the rule over a row that is not the first of its page.
func (t *rows) between(y float64) Stroke { return stroke(t.left, y, t.right, y, thinRule) }

func stroke(x1, y1, x2, y2, width float64) Stroke {
	return Stroke{X1: round(x1), Y1: round(y1), X2: round(x2), Y2: round(y2), Width: width}
}

// Row sets a row of a form, at least so many lines high, in characters of the size. Rows that follow each other stand
// in one frame. A row is torn only where a whole page has no room for it.
func (s *Sheet) Row(size float64, least int, cells ...Cell) {
	t := s.table
	if t == nil {
		t = &rows{left: s.format.Left, right: s.format.Left, pad: formPad}
		for _, c := range cells {
			t.right += c.Width
		}
	}
	for _, b := range s.rowSlabs(t, size, least, s.format.TypeHeight-s.headHeight(t), cells) {
		s.add(b)
	}
}

// signatureLines is how many lines of the grid a 落款 takes: what is one piece leaves them free on its page, so that the
// 落款 is never alone on the next.
const signatureLines = 5

// roomFor is how high a row of the table or a figure may be, in mm.
func (s *Sheet) roomFor(t *rows) float64 {
	return s.format.TypeHeight - s.headHeight(t) - signatureLines*s.format.Pitch
}

// headHeight is how much of a page the document's head and a table's heads take, in mm.
func (s *Sheet) headHeight(t *rows) float64 {
	heads := t.heads
	if s.head != nil {
		h := NewSheetOf(s.format, s.widths)
		s.head(h, false)
		heads = append(h.flow, heads...)
	}
	pos := 0.0
	for _, b := range heads {
		pos, _ = s.format.below(pos, b)
	}
	return pos
}

// rowSlabs sets the cells of a row side by side. A row higher than the room of a page, in mm, is torn between lines, so
// that it fills the page on which it begins.
func (s *Sheet) rowSlabs(t *rows, size float64, least int, room float64, cells []Cell) []slab {
	pitch := Block{Size: size}.Pitch()
	height := float64(least) * pitch
	for _, c := range cells {
		height = max(height, c.height(size, t.pad, s.widths))
	}
	tall := height+2*t.pad > room
	var lines []Line
	x := t.left
	for _, c := range cells {
		lines = append(lines, c.lines(x, height, size, t.pad, tall, s.widths)...)
		x += c.Width
	}
	lines = raised(lines, -t.pad)
	height += 2 * t.pad
	var slabs []slab
	for part := tornLines*pitch + t.pad; tall && height > part+tornLines*pitch; part = tornLines * pitch {
		piece := slab{height: part, table: t, torn: slabs != nil, strokes: sides(t, part, cells)}
		var rest []Line
		for _, l := range lines {
			if l.Y <= part {
				piece.lines = append(piece.lines, l)
				continue
			}
			l.Y -= part
			rest = append(rest, l)
		}
		slabs = append(slabs, piece)
		lines, height = rest, height-part
	}
	return append(slabs, slab{height: height, table: t, torn: slabs != nil, lines: lines, strokes: sides(t, height, cells)})
}

// tornLines is how many lines of a torn row stay together at the least.
const tornLines = 3

// sides gives the rules between the cells of a row.
func sides(t *rows, height float64, cells []Cell) []Stroke {
	var list []Stroke
	x := t.left
	for _, c := range cells[:len(cells)-1] {
		x += c.Width
		list = append(list, stroke(x, 0, x, height, thinRule))
	}
	return list
}

func (c Cell) block(text string, size, pad float64) Block {
	b := Block{Text: text, Face: c.Face, Size: size, Width: c.Width - 2*pad, Align: c.Align}
	if b.Face == "" {
		b.Face = FangSong
	}
	return b
}

func (c Cell) foot(size, pad float64) Block {
	b := c.block(c.Foot, size, pad)
	b.Align = RightAligned
	return b
}

func (c Cell) height(size, pad float64, widths Widths) float64 {
	_, h := c.block(c.Text, size, pad).Lines(0, 0, widths)
	if c.Foot != "" {
		_, foot := c.foot(size, pad).Lines(0, 0, widths)
		h += foot
	}
	return h
}

// lines sets the cell's text at x in a row of that height, Y from the row's top: in the middle, or with a foot and in a
// row that goes over pages from the top down.
func (c Cell) lines(x, height, size, pad float64, top bool, widths Widths) []Line {
	x += pad
	lines, h := c.block(c.Text, size, pad).Lines(x, 0, widths)
	if c.Foot == "" {
		if top {
			return lines
		}
		return raised(lines, -(height-h)/2)
	}
	_, foot := c.foot(size, pad).Lines(0, 0, widths)
	below, _ := c.foot(size, pad).Lines(x, height-foot, widths)
	return append(lines, below...)
}
