package sheet

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// listSheet is where the choices stand that are too long for the cell's own list. It is in sight like any other sheet.
const listSheet = "下拉选项"

// mostInline is how long a list within a cell may be, in UTF-16 units.
const mostInline = 255

// list is a column of the list sheet.
type list struct {
	name    string
	choices []string
}

// DropList lets the cells of a column, between the rows, be filled from the choices; anything else is refused.
func (s *Sheet) DropList(column, first, last int, name string, choices []string) {
	if len(choices) == 0 || last < first {
		return
	}
	v := excelize.NewDataValidation(true)
	v.SetSqref(s.ref(column, first) + ":" + s.ref(column, last))
	if fitsInline(choices) {
		s.book.note(v.SetDropList(choices))
	} else {
		v.SetSqrefDropList(s.book.listRange(name, choices))
	}
	v.SetError(excelize.DataValidationErrorStyleStop, name, "请从下拉列表中选择。")
	s.book.note(s.book.file.AddDataValidation(s.name, v))
}

// Days lets the cells of a column, between the rows, be filled with dates only.
func (s *Sheet) Days(column, first, last int, name string) {
	if last < first {
		return
	}
	v := excelize.NewDataValidation(true)
	v.SetSqref(s.ref(column, first) + ":" + s.ref(column, last))
	// The numbers are 2000-01-01 and 2099-12-31 as days of the format.
	s.book.note(v.SetRange(36526, 73050, excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween))
	v.SetError(excelize.DataValidationErrorStyleStop, name, "请填写日期，如2026-03-05。")
	s.book.note(s.book.file.AddDataValidation(s.name, v))
}

// fitsInline tells whether the choices can stand within the cell: short enough together, and none with the comma that
// parts them or a sign that would change their meaning.
func fitsInline(choices []string) bool {
	units := len(utf16.Encode([]rune(strings.Join(choices, ","))))
	return units <= mostInline && !slices.ContainsFunc(choices, func(choice string) bool {
		return strings.ContainsAny(choice, ",\"\n\r") || strings.HasPrefix(choice, "=") || strings.TrimSpace(choice) != choice
	})
}

// listRange gives the range of the list sheet where the choices stand.
func (b *Book) listRange(name string, choices []string) string {
	at := slices.IndexFunc(b.lists, func(l list) bool { return l.name == name && slices.Equal(l.choices, choices) })
	if at < 0 {
		at = len(b.lists)
		b.lists = append(b.lists, list{name, slices.Clone(choices)})
	}
	column, err := excelize.ColumnNumberToName(at + 1)
	b.note(err)
	return fmt.Sprintf("'%s'!$%s$2:$%s$%d", listSheet, column, column, len(choices)+1)
}

// writeLists adds the list sheet behind the others where it is needed.
func (b *Book) writeLists() {
	if len(b.lists) == 0 {
		return
	}
	rows := 0
	widths, heads := make([]float64, len(b.lists)), make([]string, len(b.lists))
	for i, l := range b.lists {
		heads[i], widths[i] = l.name, 40
		rows = max(rows, len(l.choices))
	}
	s := b.Sheet(listSheet, widths...)
	s.Head(heads...)
	for row := range rows {
		cells := make([]Cell, len(b.lists))
		for i, l := range b.lists {
			if row < len(l.choices) {
				cells[i] = Text(l.choices[row])
			} else {
				cells[i] = Text("")
			}
		}
		s.Row(cells...)
	}
}
