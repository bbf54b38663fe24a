// Package intake reads what comes from outside: a unit's plan as text, Word document or workbook, and every passage of an
// attached file, with what is hidden there, for the guard of personal data.
//
// Every file from outside is taken to be hostile: it is limited in size, recognised by its content and not by its name,
// and refused in words when it is something else. What is read is shown to a person before it is used: each line that
// was taken, each that was skipped and why, and each suspected typo. Nothing is corrected silently.
package intake

import (
	"bytes"

	"gongkailan/data"
)

// MostBytes is the largest file that is read.
const MostBytes = 20 << 20

// ReadPlan reads a plan from the bytes of a text file (UTF-8, UTF-16 or GB 18030), a .docx or an .xlsx. It fails with
// ErrInvalid where the bytes are something else or hold no list of what is disclosed.
func ReadPlan(raw []byte) (Plan, error) {
	switch {
	case len(bytes.TrimSpace(raw)) == 0:
		return Plan{}, data.Refuse(data.ErrInvalid, "intake.empty")
	case len(raw) > MostBytes:
		return Plan{}, data.Refuse(data.ErrInvalid, "intake.large")
	case bytes.HasPrefix(raw, []byte("PK\x03\x04")):
		doc, err := readOffice(raw)
		if err != nil {
			return Plan{}, err
		}
		return newReader().readDocument(doc)
	}
	text, err := Decode(raw)
	if err != nil {
		return Plan{}, err
	}
	return newReader().readText(text)
}

// readText reads a plain text. One whose columns are parted by tabs, as a table is saved or pasted, holds a table too.
func (r reader) readText(text string) (Plan, error) {
	doc := document{lines: splitLines(text)}
	if err := tooLong(doc.lines); err != nil {
		return Plan{}, err
	}
	if t := tabbed(text); len(t.rows) > 0 {
		doc.tables = []table{t}
	}
	return r.readDocument(doc)
}

// document is a file of an office program: its text as lines, and its tables, whose rows are lines too.
type document struct {
	lines  []line
	tables []table
}

// readOffice tells a Word document from a workbook by what the package holds.
func readOffice(raw []byte) (document, error) {
	pack, err := openPack(raw)
	if err != nil {
		return document{}, err
	}
	switch {
	case pack.has("word/document.xml"):
		return readWord(pack)
	case pack.has("xl/workbook.xml"):
		return readWorkbook(raw)
	default:
		return document{}, data.Refuse(data.ErrInvalid, "intake.kind", "ZIP")
	}
}

// readDocument reads the table of a catalogue where there is one, else the text. Where there are both, the one that
// holds more is the catalogue.
func (r reader) readDocument(doc document) (Plan, error) {
	if err := tooLong(doc.lines); err != nil {
		return Plan{}, err
	}
	best := Plan{}
	for _, t := range doc.tables {
		if p := r.readTable(t); len(p.Catalogue.Entries) > len(best.Catalogue.Entries) {
			best = p
		}
	}
	text, err := r.readLines(doc.lines)
	if len(best.Catalogue.Entries) == 0 || err == nil && len(text.Catalogue.Entries) > len(best.Catalogue.Entries) {
		return text, err
	}
	best.skipOthers(doc.lines)
	best.Corrections = typos(doc.lines)
	return best, best.Catalogue.Check()
}

// readLines reads a plan's lines into a catalogue. Of the sections that may hold it, the one with the most entries is
// taken; a text that is nothing but the list is taken whole.
func (r reader) readLines(lines []line) (Plan, error) {
	if err := tooLong(lines); err != nil {
		return Plan{}, err
	}
	for i := range lines {
		lines[i].mark = r.mark(lines[i].text)
	}
	found := typos(lines)
	lines = r.unwrap(lines)
	best := r.best(lines)
	if best == nil || len(best.entries) < 2 {
		return Plan{}, data.Refuse(data.ErrInvalid, "intake.nolist")
	}
	best.skipRest()
	p := best.plan()
	p.Corrections = found
	return p, p.Catalogue.Check()
}

// best gives the reading with the most entries, nil where nothing can be the list.
func (r reader) best(lines []line) *builder {
	var best *builder
	for _, s := range r.sections(lines) {
		b := newBuilder(r, lines, s)
		b.build()
		if !b.mixed() && (best == nil || len(b.entries) > len(best.entries)) {
			best = b
		}
	}
	if best != nil && len(best.entries) > 0 {
		return best
	}
	whole := newBuilder(r, lines, section{heading: -1, end: len(lines)})
	whole.build()
	if !whole.isList() {
		return nil
	}
	return whole
}
