package sheet

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Sheet is a table under way; each call adds the next row.
type Sheet struct {
	book   *Book
	name   string
	widths []float64
	row    int // rows written
	least  int // least lines of a row, to leave room for writing by hand
}

// Cell is one cell of a row.
type Cell struct {
	text  string
	count int
	isNum bool
	look  look
}

// Text is a locked cell of wrapped text.
func Text(text string) Cell { return Cell{text: text, look: lookText} }

// Centered is a locked cell for something short.
func Centered(text string) Cell { return Cell{text: text, look: lookCentered} }

// Count is a locked cell with a number.
func Count(n int) Cell { return Cell{count: n, isNum: true, look: lookCentered} }

// Open is a cell to be filled in with text.
func Open() Cell { return Cell{look: lookOpen} }

// Pick is a cell to be filled in with a choice or a name.
func Pick() Cell { return Cell{look: lookPick} }

// Day is a cell to be filled in with a date.
func Day() Cell { return Cell{look: lookDay} }

// LeastLines makes the rows that follow at least so many lines high, so that what is printed can be filled in by hand.
func (s *Sheet) LeastLines(n int) { s.least = n }

// Title writes the table's name over its whole width.
func (s *Sheet) Title(text string) {
	s.across(text, lookTitle)
	s.height(36)
}

// Line writes a line over the whole width, without a frame.
func (s *Sheet) Line(text string) { s.across(text, lookLine) }

// Group writes a heading between rows.
func (s *Sheet) Group(text string) { s.across(text, lookGroup) }

// Head writes the heads of the columns. They stay in sight on the screen and come again on every printed page.
func (s *Sheet) Head(heads ...string) {
	cells := make([]Cell, len(heads))
	for i, head := range heads {
		cells[i] = Cell{text: head, look: lookHead}
	}
	s.Row(cells...)
	file := s.book.file
	s.book.note(file.SetPanes(s.name, &excelize.Panes{
		Freeze: true, YSplit: s.row, TopLeftCell: fmt.Sprintf("A%d", s.row+1), ActivePane: "bottomLeft",
	}))
	s.book.note(file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$%d:$%d", s.name, s.row, s.row), Scope: s.name,
	}))
}

// Row writes a row, as high as its highest text.
func (s *Sheet) Row(cells ...Cell) {
	s.row++
	lines := max(1, s.least)
	for i, cell := range cells {
		s.put(i+1, cell)
		if i < len(s.widths) {
			lines = max(lines, linesOf(cell.text, s.widths[i]-indentWidth*float64(cell.look.indent())))
		}
	}
	s.height(heightOf(lines))
}

// Rows tells how many rows have been written, that is, the number of the last one.
func (s *Sheet) Rows() int { return s.row }

// across writes one text over the whole width.
func (s *Sheet) across(text string, l look) {
	s.row++
	total := 0.0
	for i, width := range s.widths {
		total += width
		s.put(i+1, Cell{look: l})
	}
	s.put(1, Cell{text: text, look: l})
	s.book.note(s.book.file.MergeCell(s.name, s.ref(1, s.row), s.ref(len(s.widths), s.row)))
	s.height(heightOf(linesOf(text, total-indentWidth*float64(l.indent()))))
}

// put writes a cell of the current row. Text goes in as text: a leading = + - @ is what somebody wrote, no formula.
func (s *Sheet) put(column int, cell Cell) {
	ref, file := s.ref(column, s.row), s.book.file
	s.book.note(file.SetCellStyle(s.name, ref, ref, s.book.style(cell.look)))
	switch {
	case cell.isNum:
		s.book.note(file.SetCellInt(s.name, ref, int64(cell.count)))
	case cell.text != "":
		s.book.note(file.SetCellStr(s.name, ref, literal(cell.text)))
	}
}

func (s *Sheet) height(points float64) { s.book.note(s.book.file.SetRowHeight(s.name, s.row, points)) }

func (s *Sheet) ref(column, row int) string {
	ref, err := excelize.CoordinatesToCellName(column, row)
	s.book.note(err)
	return ref
}

// literal keeps what looks like the format's own writing of a character, such as _x0041_, as it was typed: readers take
// it for the character, and SetCellStr does not see to it. Its underscore is written by its number instead.
func literal(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	out := strings.Builder{}
	for i := range len(text) {
		if isEscape(text[i:]) {
			out.WriteString("_x005F_")
			continue
		}
		out.WriteByte(text[i])
	}
	return out.String()
}

// isEscape tells whether the text begins with _x, four hexadecimal digits and _.
func isEscape(text string) bool {
	if len(text) < 7 || text[:2] != "_x" || text[6] != '_' {
		return false
	}
	return strings.Trim(text[2:6], "0123456789abcdefABCDEF") == ""
}
