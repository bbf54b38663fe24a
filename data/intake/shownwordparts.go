package intake

import (
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// shownTable is a table under way; a table within a cell is part of the cell's text.
type shownTable struct {
	rows     [][]string
	row      [][]string // paragraphs of each cell
	cell     int        // of the row, where text goes
	hidden   bool       // the row is
	shadable bool       // its style may colour its ground
}

// startTable takes the elements of tables.
func (w *wordShown) startTable(t xml.StartElement) bool {
	n := len(w.tables)
	switch t.Name.Local {
	case "tbl":
		w.tables = append(w.tables, shownTable{})
		return true
	case "tblStyle", "tr", "tc", "gridSpan", "hidden", "shd":
		if n == 0 || w.unseen > 0 {
			return false
		}
	default:
		return false
	}
	table := &w.tables[n-1]
	switch t.Name.Local {
	case "tblStyle":
		table.shadable = true
	case "shd":
		table.shadable = table.shadable || isShade(t)
	case "tr":
		table.row, table.hidden = nil, false
	case "hidden":
		table.hidden = attribute(t, "val") != "0" && attribute(t, "val") != "false"
	case "tc":
		if len(table.row) < mostColumns {
			table.row = append(table.row, nil)
		}
		table.cell = len(table.row) - 1
	case "gridSpan":
		for range min(valueOf(attribute(t, "val"))-1, mostColumns-len(table.row)) {
			table.row = append(table.row, nil)
		}
	}
	return true
}

// inCell puts a paragraph into the cell under way. A cell that spans columns is its first; the others stay empty.
func (w *wordShown) inCell(text string) {
	table := &w.tables[len(w.tables)-1]
	if table.cell < len(table.row) {
		table.row[table.cell] = append(table.row[table.cell], text)
	}
}

func (w *wordShown) endTable(name string) bool {
	n := len(w.tables)
	if n == 0 || name != "tr" && name != "tbl" {
		return false
	}
	table := &w.tables[n-1]
	if name == "tr" {
		table.endRow()
		return true
	}
	rows := table.rows
	w.tables = w.tables[:n-1]
	switch {
	case len(rows) == 0:
	case n > 1: // a table within a cell: a line for each row
		for _, row := range rows {
			w.inCell(lineOf(row))
		}
	case slices.ContainsFunc(rows, func(row []string) bool { return len(row) > 1 }):
		w.parts = append(w.parts, Part{Rows: rows})
	default: // of one column: it only lays text out
		for _, row := range rows {
			w.parts = append(w.parts, Part{Text: row[0]})
		}
	}
	return true
}

func (t *shownTable) endRow() {
	cells := make([]string, len(t.row))
	for i, paragraphs := range t.row {
		cells[i] = strings.Join(paragraphs, "\n")
	}
	if !t.hidden && lineOf(cells) != "" {
		t.rows = append(t.rows, cells)
	}
	t.row = nil
}

// call writes the mark of a note, and keeps which one it is.
func (w *wordShown) call(id string) {
	if len(w.open) > 0 && w.unseen == 0 && !w.isHidden() {
		w.calls = append(w.calls, id)
		w.add("［注" + strconv.Itoa(len(w.calls)) + "］")
	}
}

// callNotes gives the notes that the body calls, in the order in which it does.
func (w *wordShown) callNotes(p pack) ([]Part, error) {
	if len(w.calls) == 0 {
		return nil, nil
	}
	notes := &wordShown{lists: w.lists, looks: w.looks, left: w.left}
	for _, name := range []string{"word/footnotes.xml", "word/endnotes.xml"} {
		if err := notes.part(p, name); err != nil {
			return nil, err
		}
	}
	var parts []Part
	for i, id := range w.calls {
		if text := notes.noteText[id]; len(text) > 0 {
			parts = append(parts, Part{Text: "［注" + strconv.Itoa(i+1) + "］" + strings.Join(text, "\n")})
		}
	}
	return parts, nil
}

// surrounding is what stands at the head and foot of the pages, each text once.
type surrounding struct {
	heads, feet []Part
	drawn       bool
}

// around reads the heads and feet that the sections call: those of a first page only where one has its own, those of even
// pages only where the document tells them from odd ones. Page numbers are left out, for the pages are others here.
func (w *wordShown) around(p pack) (surrounding, error) {
	var s surrounding
	targets, err := p.targets("word/_rels/document.xml.rels", "word")
	if err != nil {
		return s, err
	}
	even, err := evenPages(p)
	if err != nil {
		return s, err
	}
	read, said := map[string]bool{}, map[string]bool{}
	for _, called := range w.sections {
		kind, id, _ := strings.Cut(called, " ")
		name := targets[id]
		if read[name] || !p.has(name) || kind == "first" && !w.first || kind == "even" && !even {
			continue
		}
		read[name] = true
		part := &wordShown{lists: w.lists, looks: w.looks, left: w.left}
		if err := part.part(p, name); err != nil {
			return s, err
		}
		s.drawn = s.drawn || part.drawn
		to := &s.feet
		if strings.Contains(name, "header") {
			to = &s.heads
		}
		for _, q := range part.parts {
			if q.Rows == nil && (said[q.Text] || isPageNumber(q.Text)) {
				continue
			}
			said[q.Text] = true
			*to = append(*to, q)
		}
	}
	return s, nil
}

// evenPages tells whether even pages have their own heads and feet.
func evenPages(p pack) (bool, error) {
	raw, err := p.read("word/settings.xml")
	if err != nil {
		return false, err
	}
	even := false
	err = eachToken(raw, func(token xml.Token) {
		if t, ok := token.(xml.StartElement); ok && t.Name.Local == "evenAndOddHeaders" {
			even = attribute(t, "val") != "0" && attribute(t, "val") != "false"
		}
	})
	return even, err
}

// isPageNumber tells a line that is nothing but a page number: — 3 —, 第3页 共5页.
func isPageNumber(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool {
		return !unicode.IsDigit(r) && !unicode.IsSpace(r) && !unicode.IsPunct(r) && !strings.ContainsRune("第页頁共/|一二三四五六七八九十PageofⅠⅡⅢⅣⅤ", r)
	}) < 0
}
