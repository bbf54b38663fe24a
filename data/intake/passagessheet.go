package intake

import (
	"encoding/xml"
	"strconv"
	"strings"

	"gongkailan/data"
)

// sheet reads a sheet's cells as lines, a tab between columns.
func (c *collector) sheet(p pack, part string, s bookSheet, shared *stringTable) error {
	raw, err := p.read(part)
	if err != nil {
		return err
	}
	if raw == nil {
		return nil
	}
	r := sheetPassages{into: c, sheet: s, shared: shared, size: &c.size}
	if err := eachToken(raw, func(token xml.Token) {
		if r.err == nil {
			r.take(token)
		}
	}); err != nil {
		return err
	}
	r.flush()
	if r.err != nil {
		return r.err
	}
	return c.full()
}

// sheetPassages reads one sheet as the tokens pass by. Visible cells make one passage as long as rows follow one another;
// what is hidden stands in passages of its own.
type sheetPassages struct {
	into   *collector
	sheet  bookSheet
	shared *stringTable
	size   *int
	err    error

	hiddenColumns []columnRange
	row, column   int
	rowHidden     bool
	seen, unseen  []string // the row's visible cells and those in hidden columns
	kind          string   // of the cell
	value         strings.Builder
	inValue       bool
	inFormula     bool
	formula       strings.Builder

	lines     []string
	first     int  // the row of the first of the lines
	linesHide bool // they are hidden rows
	bytes     int
}

type columnRange struct{ from, to int }

// mostBlank is how many blank rows are kept between two lines of one passage.
const mostBlank = 20

func (r *sheetPassages) take(token xml.Token) {
	switch t := token.(type) {
	case xml.StartElement:
		r.start(t)
	case xml.EndElement:
		r.end(t.Name.Local)
	case xml.CharData:
		if r.inValue {
			r.value.Write(t)
		}
		if r.inFormula {
			r.formula.Write(t)
		}
	}
}

func (r *sheetPassages) start(t xml.StartElement) {
	switch t.Name.Local {
	case "col":
		if isTrue(attribute(t, "hidden")) {
			r.hiddenColumns = append(r.hiddenColumns, columnRange{valueOf(attribute(t, "min")), valueOf(attribute(t, "max"))})
		}
	case "row":
		if n := valueOf(attribute(t, "r")); n > 0 {
			r.row = n
		} else {
			r.row++
		}
		r.rowHidden = isTrue(attribute(t, "hidden"))
		r.seen, r.unseen, r.column = nil, nil, 0
	case "c":
		r.column++
		if n := columnOf(attribute(t, "r")); n > 0 {
			r.column = n
		}
		r.kind = attribute(t, "t")
		r.value.Reset()
		r.formula.Reset()
	case "v", "t":
		r.inValue = true
	case "f", "formula1", "formula2", "formula":
		r.inFormula = true
	case "oddHeader", "evenHeader", "firstHeader", "oddFooter", "evenFooter", "firstFooter":
		r.value.Reset()
		r.inValue = true
	}
	for _, a := range t.Attr {
		if isTelling(a.Name.Local) {
			r.into.add(Passage{Where: "attribute", Text: a.Value})
		}
	}
}

func isTrue(value string) bool { return value == "1" || value == "true" }

// columnOf reads the column out of a cell's name, B12 is 2; 0 where there is none.
func columnOf(name string) int {
	n := 0
	for i := 0; i < len(name) && name[i] >= 'A' && name[i] <= 'Z' && n < 1<<16; i++ {
		n = 26*n + int(name[i]-'A') + 1
	}
	return n
}

func (r *sheetPassages) end(name string) {
	switch name {
	case "v", "t":
		r.inValue = false
	case "f", "formula1", "formula2", "formula":
		r.inFormula = false
		if name != "f" {
			r.words()
		}
	case "c":
		r.cell()
	case "row":
		r.endRow()
	case "oddHeader", "evenHeader", "firstHeader":
		r.inValue = false
		r.into.add(Passage{Where: "header", Text: withoutCodes(r.value.String())})
		r.value.Reset()
	case "oddFooter", "evenFooter", "firstFooter":
		r.inValue = false
		r.into.add(Passage{Where: "footer", Text: withoutCodes(r.value.String())})
		r.value.Reset()
	}
}

// withoutCodes takes the signs of formatting out of a header: &L, &C, &R, &"font", &12.
func withoutCodes(text string) string {
	var out strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] != '&' || i+1 >= len(text) {
			out.WriteByte(text[i])
			continue
		}
		i++
		switch {
		case text[i] == '"':
			for i++; i < len(text) && text[i] != '"'; i++ {
			}
		case text[i] == '&':
			out.WriteByte('&')
		case text[i] == 'L', text[i] == 'C', text[i] == 'R':
			out.WriteByte('\n')
		case text[i] >= '0' && text[i] <= '9':
			// A size has one or two digits; more belong to the text.
			if i+1 < len(text) && text[i+1] >= '0' && text[i+1] <= '9' {
				i++
			}
		}
	}
	return out.String()
}

// words adds a formula that holds words of its own; one without speaks of other cells only.
func (r *sheetPassages) words() {
	if text := r.formula.String(); strings.Contains(text, `"`) {
		r.into.add(Passage{Where: "formula:" + r.sheet.name, Line: 0, Text: text})
	}
	r.formula.Reset()
}

func (r *sheetPassages) cell() {
	text := r.value.String()
	switch r.kind {
	case "s":
		text = r.shared.at(text)
	case "b", "e":
		text = ""
	case "", "n":
		text = wholeNumber(text)
	}
	r.value.Reset()
	r.words()
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r", ""), "\n", " ")
	cells := &r.seen
	for _, h := range r.hiddenColumns {
		if r.column >= h.from && r.column <= h.to {
			cells = &r.unseen
		}
	}
	if text == "" {
		return
	}
	for len(*cells) < min(r.column-1, mostColumns) {
		*cells = append(*cells, "")
	}
	*cells = append(*cells, text)
	if r.bytes += len(text); r.bytes+*r.size > mostPassages {
		r.err = data.Refuse(data.ErrInvalid, "passages.large")
	}
}

// wholeNumber writes a number in full that the file keeps as 1.38E10.
func wholeNumber(text string) string {
	if !strings.ContainsAny(text, "eE") {
		return text
	}
	n, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	if err != nil || n < 1 || n >= 1e20 || n != float64(uint64(n)) {
		return text
	}
	return strconv.FormatUint(uint64(n), 10)
}

func (r *sheetPassages) endRow() {
	if len(r.unseen) > 0 {
		r.into.add(Passage{Where: "hidden column:" + r.sheet.name, Line: r.row, Text: strings.Join(r.unseen, "\t")})
	}
	if len(r.seen) == 0 {
		return
	}
	next := r.first + len(r.lines)
	if len(r.lines) > 0 && (r.rowHidden != r.linesHide || r.row < next || r.row > next+mostBlank) {
		r.flush()
	}
	if len(r.lines) == 0 {
		r.first, r.linesHide = r.row, r.rowHidden
	}
	for r.first+len(r.lines) < r.row {
		r.lines = append(r.lines, "")
	}
	r.lines = append(r.lines, strings.Join(r.seen, "\t"))
}

func (r *sheetPassages) flush() {
	where := r.sheet.where()
	if r.linesHide {
		where = "hidden row:" + r.sheet.name
	}
	r.into.add(Passage{Where: where, Line: r.first, Text: strings.Join(r.lines, "\n")})
	r.lines = nil
}
