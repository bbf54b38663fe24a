// Package sheet writes the workbooks of the field: tables that a bureau prints, fills in on another machine and files.
//
// It is a thin layer over excelize that holds to one look (A4 landscape, heads repeated, rows as high as their text)
// and to a few laws: what a person wrote is always text, never a formula; everything is locked but the cells to be
// filled in; no sheet is hidden; equal input gives equal bytes, and nothing tells who made the file or where.
// It knows nothing of disclosure.
package sheet

import (
	"io"
	"time"

	"github.com/xuri/excelize/v2"
)

// Book is a workbook under way. The first error is kept and given by Write, so that a table can be written row by row
// without a question after each.
type Book struct {
	file   *excelize.File
	title  string
	made   time.Time
	styles map[look]int
	sheets int
	lists  []list
	err    error
}

// New begins a workbook with the title in its properties. Made is the date that the properties show; the clock is
// never asked. Without one they show the library's own, which never changes.
func New(title string, made time.Time) *Book {
	return &Book{file: excelize.NewFile(), title: title, made: made, styles: map[look]int{}}
}

// Sheet adds a sheet whose columns are so wide, in digits of the standard face; a Han character takes two.
func (b *Book) Sheet(name string, widths ...float64) *Sheet {
	b.sheets++
	if b.sheets == 1 {
		b.note(b.file.SetSheetName(b.file.GetSheetName(0), name))
	} else {
		_, err := b.file.NewSheet(name)
		b.note(err)
	}
	s := &Sheet{book: b, name: name, widths: widths}
	for i, width := range widths {
		column, err := excelize.ColumnNumberToName(i + 1)
		b.note(err)
		b.note(b.file.SetColWidth(name, column, column, width))
	}
	s.page()
	return s
}

// Write finishes the workbook and writes it. It fails with the first error that any part of it met.
func (b *Book) Write(w io.Writer) error {
	defer b.file.Close()
	b.writeLists()
	b.properties()
	b.file.SetActiveSheet(0)
	if b.err != nil {
		return b.err
	}
	_, err := b.file.WriteTo(w)
	return err
}

// properties puts the title and the date in place of what the library writes of itself; nobody is named.
func (b *Book) properties() {
	day := ""
	if !b.made.IsZero() {
		day = b.made.UTC().Format(time.RFC3339)
	}
	b.note(b.file.SetDocProps(&excelize.DocProperties{Title: b.title, Created: day, Modified: day, Language: "zh-CN"}))
	b.note(b.file.SetAppProps(&excelize.AppProperties{Application: "gongkailan"}))
}

func (b *Book) note(err error) {
	if b.err == nil {
		b.err = err
	}
}
