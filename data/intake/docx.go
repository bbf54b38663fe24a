package intake

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"gongkailan/data"
)

// readWord reads the paragraphs and tables of a Word document. Numbers that Word's own lists put before a paragraph
// stand outside its text; they are put back, since the plan's order hangs on them. Text that was struck out under
// tracked changes is no text of the plan.
func readWord(p pack) (document, error) {
	text, err := p.read("word/document.xml")
	if err != nil {
		return document{}, err
	}
	lists, err := p.read("word/numbering.xml")
	if err != nil {
		return document{}, err
	}
	styles, err := p.read("word/styles.xml")
	if err != nil {
		return document{}, err
	}
	w := wordReader{lists: readNumbering(lists, styles)}
	decoder := xml.NewDecoder(bytes.NewReader(text))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return document{}, data.Refuse(data.ErrInvalid, "intake.damaged")
		}
		w.take(token)
		if w.text.Len() > mostText {
			return document{}, data.Refuse(data.ErrInvalid, "intake.large")
		}
	}
	return document{lines: splitLines(w.text.String()), tables: w.tables}, nil
}

// wordReader collects the text of paragraphs as the tokens pass by.
type wordReader struct {
	lists  numbering
	text   strings.Builder
	number int // lines written

	open   []paragraph // a text box lies within a paragraph, so there may be several
	inText int
	unseen int // inside what is not shown: deletions and the second telling of a drawing

	depth  int // tables within tables
	row    [][]string
	cell   int // of the row, where text goes
	tables []table
}

// paragraph is one under way.
type paragraph struct {
	text               strings.Builder
	style, list, level string
}

func (w *wordReader) take(token xml.Token) {
	switch t := token.(type) {
	case xml.StartElement:
		w.start(t)
	case xml.EndElement:
		w.end(t.Name.Local)
	case xml.CharData:
		if w.inText > 0 {
			w.add(string(t))
		}
	}
}

// add adds text to the paragraph under way.
func (w *wordReader) add(text string) {
	if len(w.open) > 0 && w.unseen == 0 {
		w.open[len(w.open)-1].text.WriteString(text)
	}
}

func (w *wordReader) start(t xml.StartElement) {
	switch t.Name.Local {
	case "p":
		w.open = append(w.open, paragraph{})
	case "t":
		w.inText++
	case "del", "moveFrom", "Fallback":
		w.unseen++
	case "tab":
		w.add("\t")
	case "br", "cr":
		w.add("\v")
	case "noBreakHyphen":
		w.add("-")
	case "pStyle", "numId", "ilvl":
		w.property(t)
	case "tbl":
		w.depth++
		if w.depth == 1 {
			w.tables = append(w.tables, table{})
		}
	case "tr", "tc", "gridSpan":
		w.startCell(t)
	}
}

// property notes what puts a paragraph into one of Word's lists.
func (w *wordReader) property(t xml.StartElement) {
	if len(w.open) == 0 {
		return
	}
	p, value := &w.open[len(w.open)-1], attribute(t, "val")
	switch t.Name.Local {
	case "pStyle":
		p.style = value
	case "numId":
		p.list = value
	case "ilvl":
		p.level = value
	}
}

func (w *wordReader) end(name string) {
	switch name {
	case "t":
		w.inText--
	case "del", "moveFrom", "Fallback":
		w.unseen--
	case "p":
		w.endParagraph()
	case "tbl":
		w.depth--
	case "tr":
		w.endRow()
	}
}

// endParagraph writes the paragraph as a line, or puts it into the cell in which it stands.
func (w *wordReader) endParagraph() {
	if len(w.open) == 0 {
		return
	}
	p := &w.open[len(w.open)-1]
	text := p.text.String()
	w.open = w.open[:len(w.open)-1]
	if trim(text) != "" {
		text = w.lists.next(p.style, p.list, p.level) + strings.TrimLeft(text, " \t\u3000\u00a0")
	}
	if w.depth == 0 {
		w.line(text)
		return
	}
	if w.cell < len(w.row) && trim(text) != "" {
		w.row[w.cell] = append(w.row[w.cell], text)
	}
}

func (w *wordReader) line(text string) {
	w.text.WriteString(text + "\n")
	w.number++
}

// startCell opens a row, a cell, or the empty columns of a cell that goes over several. A row is bounded: the cells of
// one that claims more go into its last.
func (w *wordReader) startCell(t xml.StartElement) {
	if w.depth != 1 {
		return
	}
	switch t.Name.Local {
	case "tr":
		w.row = nil
	case "tc":
		if len(w.row) < mostColumns {
			w.row = append(w.row, nil)
		}
		w.cell = len(w.row) - 1
	case "gridSpan":
		for range min(valueOf(attribute(t, "val"))-1, mostColumns-len(w.row)) {
			w.row = append(w.row, nil)
		}
	}
}

// endRow writes a row as one line. A table of one column only lays text out; its paragraphs are lines of their own.
func (w *wordReader) endRow() {
	if w.depth != 1 || len(w.tables) == 0 {
		return
	}
	if len(w.row) == 1 {
		for _, text := range w.row[0] {
			w.line(text)
		}
		return
	}
	cells := make([]string, len(w.row))
	for i, paragraphs := range w.row {
		cells[i] = strings.ReplaceAll(strings.Join(paragraphs, "\n"), "\v", "\n")
	}
	w.tables[len(w.tables)-1].add(w.number+1, cells)
	w.line(lineOf(cells))
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
