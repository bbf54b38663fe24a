package intake

import (
	"bytes"
	"strings"

	"github.com/xuri/excelize/v2"

	"gongkailan/data"
)

// showBook gives the cells of a workbook's visible sheets as a reader sees them, numbers and dates in their formats. With
// more than one sheet, the name of each stands over its cells.
func showBook(p pack, raw []byte) (s Shown, err error) {
	// A workbook from outside may be broken in ways for which the library has no error.
	defer func() {
		if recover() != nil {
			s, err = Shown{}, data.Refuse(data.ErrInvalid, "intake.damaged")
		}
	}()
	sheets, err := shownSheets(p)
	if err != nil {
		return Shown{}, err
	}
	unseen, err := unseenStyles(p)
	if err != nil {
		return Shown{}, err
	}
	book, err := excelize.OpenReader(bytes.NewReader(raw), excelize.Options{
		UnzipSizeLimit: 2 * mostPartBytes, UnzipXMLSizeLimit: 2 * mostPartBytes,
		ShortDatePattern: "yyyy/m/d", LongDatePattern: "yyyy年m月d日", CultureInfo: excelize.CultureNameZhCN,
	})
	if err != nil {
		return Shown{}, data.Refuse(data.ErrInvalid, "intake.damaged")
	}
	defer book.Close()
	r := bookShown{book: book, left: mostShownText}
	for _, sheet := range sheets {
		if sheet.hidden {
			continue
		}
		if !strings.HasPrefix(sheet.part, "xl/worksheets/") { // a sheet that is one chart
			r.drawn = true
			continue
		}
		hidden, err := hiddenCells(p, sheet.part, unseen)
		if err != nil {
			return Shown{}, err
		}
		if err := r.sheet(sheet.name, hidden); err != nil {
			return Shown{}, err
		}
	}
	return r.shown(p), nil
}

// shownSheet is a sheet with the part of the package that it is.
type shownSheet struct {
	bookSheet
	part string
}

func shownSheets(p pack) ([]shownSheet, error) {
	raw, err := p.read("xl/workbook.xml")
	if err != nil {
		return nil, err
	}
	targets, err := p.targets("xl/_rels/workbook.xml.rels", "xl")
	if err != nil {
		return nil, err
	}
	list, err := (&collector{}).sheetList(raw)
	if err != nil {
		return nil, err
	}
	var sheets []shownSheet
	for _, s := range list {
		sheets = append(sheets, shownSheet{bookSheet: s, part: targets[s.rel]})
	}
	return sheets, nil
}

// bookShown gathers the sheets.
type bookShown struct {
	book   *excelize.File
	left   int // how much text may still come, in bytes
	rows   int
	sheets []sheetShown
	drawn  bool
}

type sheetShown struct {
	name string
	rows [][]string
}

// sheet reads the cells of a sheet that are seen; rows and columns of which none is are left out.
func (b *bookShown) sheet(name string, hidden unseenCells) error {
	rows, err := b.book.Rows(name)
	if err != nil {
		return data.Refuse(data.ErrInvalid, "intake.damaged")
	}
	defer rows.Close()
	s := sheetShown{name: name}
	for number := 1; number <= mostRows && rows.Next(); number++ {
		cells, err := rows.Columns()
		if err != nil {
			return data.Refuse(data.ErrInvalid, "intake.damaged")
		}
		row, err := b.row(cells, number, hidden)
		if err != nil {
			return err
		}
		if lineOf(row) == "" {
			continue
		}
		if b.rows++; b.rows > mostShownRows {
			return data.Refuse(data.ErrInvalid, "intake.large")
		}
		s.rows = append(s.rows, row)
	}
	if len(s.rows) > 0 {
		s.rows = withoutEmptyColumns(s.rows)
		b.sheets = append(b.sheets, s)
	}
	return nil
}

// row gives the cells of a row that are seen.
func (b *bookShown) row(cells []string, number int, hidden unseenCells) ([]string, error) {
	if hidden.rows[number] {
		return nil, nil
	}
	covered := hidden.covers(number)
	row := make([]string, 0, min(len(cells), mostColumns))
	for i, text := range cells {
		column := i + 1
		if text == "" || hidden.column(column) || hidden.cells[cellAddress{number, column}] || covered.hides(number, column) {
			text = ""
		}
		if i >= mostColumns {
			if trim(text) != "" { // nothing that is seen may be left out silently
				return nil, data.Refuse(data.ErrInvalid, "intake.large")
			}
			continue
		}
		b.left -= len(text)
		row = append(row, text)
	}
	if b.left < 0 {
		return nil, data.Refuse(data.ErrInvalid, "intake.large")
	}
	return row, nil
}

// withoutEmptyColumns leaves out the columns in which no row has a text.
func withoutEmptyColumns(rows [][]string) [][]string {
	var filled [mostColumns]bool
	for _, row := range rows {
		for i, cell := range row {
			filled[i] = filled[i] || trim(cell) != ""
		}
	}
	short := make([][]string, len(rows))
	for n, row := range rows {
		for i, cell := range row {
			if filled[i] {
				short[n] = append(short[n], cell)
			}
		}
	}
	return short
}

// shown gives the sheets as parts. Lines of a single cell over a table are its title and what is said before it.
func (b *bookShown) shown(p pack) Shown {
	s := Shown{Drawn: b.drawn}
	for _, name := range p.names() {
		s.Drawn = s.Drawn || strings.HasPrefix(name, "xl/drawings/drawing")
	}
	for _, sheet := range b.sheets {
		if len(b.sheets) > 1 {
			s.Parts = append(s.Parts, Part{Text: sheet.name, Head: true})
		}
		rows := sheet.rows
		for len(rows) > 0 && len(rows[0]) > 0 && lineOf(rows[0]) == trim(flatten(rows[0][0])) {
			s.Parts = append(s.Parts, Part{Text: trim(rows[0][0])})
			rows = rows[1:]
		}
		if len(rows) > 0 {
			s.Parts = append(s.Parts, Part{Rows: rows})
		}
	}
	return s
}
