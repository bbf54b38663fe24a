package reports

import (
	"math"

	"gongkailan/reports/page"
)

// form lays the table of an official form out: rows of cells between black rules, on as many pages as it needs. A row
// is torn only where it would not fit on a page by itself.
type form struct {
	widths page.Widths
	doc    page.Document
	y      float64 // where the next row begins, mm
	top    float64 // where the table begins on this page, mm
	head   func(f *form, first bool)
}

// cell is one cell of a row: what it says from its top, and below that what stands at its foot, at the right.
type cell struct {
	text  string
	foot  string
	width float64 // mm
	label bool    // a head: centred, in the face of heads
	mid   bool    // centred
}

// Measures of a form, in mm and pt.
const (
	formLeft   = 22.0
	formWidth  = 166.0
	formTop    = 22.0
	formBottom = 265.0
	formSize   = 10.5 // 5号
	formPad    = 1.2
	thinRule   = 0.18
	frameRule  = 0.5
)

func newForm(title string, widths page.Widths, head func(*form, bool)) *form {
	f := &form{widths: widths, head: head, doc: page.Document{Title: title}}
	f.begin()
	return f
}

// begin begins a page with its head.
func (f *form) begin() {
	f.doc.Pages = append(f.doc.Pages, page.Page{Width: page.SheetWidth, Height: page.SheetHeight})
	f.y = formTop
	f.head(f, len(f.doc.Pages) == 1)
	f.top = f.y
}

// turn ends a page and begins the next.
func (f *form) turn() {
	f.frame()
	f.begin()
}

// done ends the form and gives its pages, numbered where there are several.
func (f *form) done() page.Document { return page.Numbered(f.doc, f.widths) }

// frame draws the outer rule around the rows of this page.
func (f *form) frame() {
	if f.y <= f.top {
		return
	}
	const right = formLeft + formWidth
	for _, s := range []page.Stroke{
		{X1: formLeft, Y1: f.top, X2: right, Y2: f.top},
		{X1: formLeft, Y1: f.y, X2: right, Y2: f.y},
		{X1: formLeft, Y1: f.top, X2: formLeft, Y2: f.y},
		{X1: right, Y1: f.top, X2: right, Y2: f.y},
	} {
		f.stroke(s.X1, s.Y1, s.X2, s.Y2, frameRule)
	}
}

func (f *form) sheet() *page.Page { return &f.doc.Pages[len(f.doc.Pages)-1] }

func (f *form) stroke(x1, y1, x2, y2, width float64) {
	mm := func(v float64) float64 { return math.Round(v*100) / 100 }
	f.sheet().Strokes = append(f.sheet().Strokes,
		page.Stroke{X1: mm(x1), Y1: mm(y1), X2: mm(x2), Y2: mm(y2), Width: width})
}

// formPitch is the height of one line in a cell.
func formPitch() float64 { return page.Block{Size: formSize}.Pitch() }

// row sets one row, at least so many lines high. It goes to the next page where this one has no room for it, and is
// torn only where a whole page has none.
func (f *form) row(least int, cells ...cell) {
	texts := make([][]page.Line, len(cells))
	height := float64(least) * formPitch()
	for _, c := range cells {
		height = max(height, c.height(f.widths))
	}
	x := formLeft
	for i, c := range cells {
		texts[i] = c.lines(x, height, f.widths)
		x += c.width
	}
	if height+2*formPad > formBottom-f.y && f.y > f.top {
		f.turn()
	}
	for height+2*formPad > formBottom-f.y {
		part := math.Floor((formBottom-f.y-2*formPad)/formPitch()) * formPitch()
		texts = f.piece(part, cells, texts)
		height -= part
		f.turn()
	}
	f.piece(height, cells, texts)
}

// piece draws so much of a row, in mm, and gives what is left of its texts.
func (f *form) piece(height float64, cells []cell, texts [][]page.Line) [][]page.Line {
	rest := make([][]page.Line, len(cells))
	bottom := f.y + height + 2*formPad
	x := formLeft
	for i, c := range cells {
		for _, l := range texts[i] {
			if l.Y > height {
				l.Y -= height
				rest[i] = append(rest[i], l)
				continue
			}
			l.Y = math.Round((l.Y+f.y+formPad)*100) / 100
			f.sheet().Lines = append(f.sheet().Lines, l)
		}
		if i > 0 {
			f.stroke(x, f.y, x, bottom, thinRule)
		}
		x += c.width
	}
	if f.y > f.top {
		f.stroke(formLeft, f.y, formLeft+formWidth, f.y, thinRule)
	}
	f.y = bottom
	return rest
}

// text sets a line of text over the whole width.
func (f *form) text(text string, face page.Face, size float64, align page.Align) {
	block := page.Block{Text: text, Face: face, Size: size, Width: formWidth, Align: align}
	lines, height := block.Lines(formLeft, f.y, f.widths)
	f.sheet().Lines = append(f.sheet().Lines, lines...)
	f.y += height
}

func (c cell) block(text string) page.Block {
	b := page.Block{Text: text, Face: page.FangSong, Size: formSize, Width: c.width - 2*formPad}
	if c.label {
		b.Face = page.Hei
	}
	if c.label || c.mid {
		b.Align = page.Centred
	}
	return b
}

func (c cell) footBlock() page.Block {
	b := c.block(c.foot)
	b.Align = page.RightAligned
	return b
}

func (c cell) height(widths page.Widths) float64 {
	_, h := c.block(c.text).Lines(0, 0, widths)
	if c.foot != "" {
		_, foot := c.footBlock().Lines(0, 0, widths)
		h += foot
	}
	return h
}

// lines sets the cell's text at x in a row of that height, Y from the row's top: in the middle, or with a foot from
// the top down.
func (c cell) lines(x, height float64, widths page.Widths) []page.Line {
	x += formPad
	if c.foot == "" {
		_, h := c.block(c.text).Lines(0, 0, widths)
		lines, _ := c.block(c.text).Lines(x, (height-h)/2, widths)
		return lines
	}
	_, foot := c.footBlock().Lines(0, 0, widths)
	lines, _ := c.block(c.text).Lines(x, 0, widths)
	below, _ := c.footBlock().Lines(x, height-foot, widths)
	return append(lines, below...)
}
