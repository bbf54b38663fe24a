package intake

import (
	"bytes"

	"github.com/xuri/excelize/v2"

	"gongkailan/data"
)

// mostColumns bounds how much of a row is looked at. A catalogue has a dozen columns; a row may claim sixteen thousand.
const mostColumns = 100

// mostRows is the format's own limit; a sheet may carry formats down to it.
const mostRows = 1 << 20

// readWorkbook reads the sheets of a workbook as tables, and their rows as lines.
func readWorkbook(raw []byte) (doc document, err error) {
	// A workbook from outside may be broken in ways for which the library has no error, and a desk with unsaved work must
	// not end for that.
	defer func() {
		if recover() != nil {
			doc, err = document{}, data.Refuse(data.ErrInvalid, "intake.damaged")
		}
	}()
	book, err := excelize.OpenReader(bytes.NewReader(raw), excelize.Options{UnzipSizeLimit: 2 * mostPartBytes, UnzipXMLSizeLimit: 2 * mostPartBytes})
	if err != nil {
		return document{}, data.Refuse(data.ErrInvalid, "intake.damaged")
	}
	defer book.Close()
	for _, sheet := range book.GetSheetList() {
		if err := doc.readSheet(book, sheet); err != nil {
			return document{}, err
		}
	}
	return doc, nil
}

// readSheet adds a sheet. The lines of the first sheet are numbered as its rows; those of the others go on from there.
func (doc *document) readSheet(book *excelize.File, sheet string) error {
	rows, err := book.Rows(sheet)
	if err != nil {
		return data.Refuse(data.ErrInvalid, "intake.damaged")
	}
	defer rows.Close()
	base := 0
	if n := len(doc.lines); n > 0 {
		base = doc.lines[n-1].number
	}
	t := table{}
	blank := false
	for number := 1; number <= mostRows && rows.Next(); number++ {
		cells, err := rows.Columns()
		if err != nil {
			return data.Refuse(data.ErrInvalid, "intake.damaged")
		}
		cells = cells[:min(len(cells), mostColumns)]
		text := lineOf(cells)
		if text == "" {
			blank = true
			continue
		}
		if len(doc.lines) >= mostLines {
			return data.Refuse(data.ErrInvalid, "intake.large")
		}
		doc.lines = append(doc.lines, line{id: len(doc.lines), number: base + number, text: text, after: blank})
		t.add(base+number, cells)
		blank = false
	}
	doc.tables = append(doc.tables, t)
	return nil
}
