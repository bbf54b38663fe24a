// Package intake reads what comes from outside: a unit's plan as text, Word document or workbook.
//
// Every file from outside is taken to be hostile: it is limited in size, recognised by its content and not by its name,
// and refused in words when it is something else. What is read is shown to a person before it is used: each line that
// was taken, each that was skipped and why, and each suspected typo. Nothing is corrected silently.
package intake

import (
	"bytes"
	"strings"

	"gongkailan/data"
)

// Plan is a plan as read: the catalogue in the plan's own wording, what was passed over, and suspected typos.
type Plan struct {
	Catalogue   data.Catalogue
	Skipped     []Skipped
	Corrections []Correction
}

// Skipped is a line that is no part of the catalogue, and why.
type Skipped struct {
	Line int    `json:"line"` // from 1
	Text string `json:"text"`
	Why  string `json:"why"`
}

// Correction is a suspected typo: what stands there and what was probably meant.
type Correction struct {
	Line int    `json:"line"`
	From string `json:"from"`
	To   string `json:"to"`
}

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
		return readOffice(raw)
	}
	text, err := Decode(raw)
	if err != nil {
		return Plan{}, err
	}
	return readLines(splitLines(text))
}

// readOffice tells a Word document from a workbook by what the package holds.
func readOffice(raw []byte) (Plan, error) {
	pack, err := openPack(raw)
	if err != nil {
		return Plan{}, err
	}
	switch {
	case pack.has("word/document.xml"):
		lines, err := docxLines(pack)
		if err != nil {
			return Plan{}, err
		}
		return readLines(lines)
	case pack.has("xl/workbook.xml"):
		return readWorkbook(raw)
	default:
		return Plan{}, data.Refuse(data.ErrInvalid, "intake.kind", "zip")
	}
}

// Accept gives the catalogue with every suspected typo corrected.
func (p Plan) Accept() data.Catalogue {
	all := make([]int, len(p.Corrections))
	for i := range all {
		all[i] = i
	}
	return p.AcceptOnly(all)
}

// AcceptOnly gives the catalogue with the corrections of these numbers (from 0) made and all others left.
func (p Plan) AcceptOnly(numbers []int) data.Catalogue {
	var pairs []string
	for _, n := range numbers {
		if n >= 0 && n < len(p.Corrections) {
			pairs = append(pairs, p.Corrections[n].From, p.Corrections[n].To)
		}
	}
	mend := strings.NewReplacer(pairs...)
	c := p.Catalogue
	c.Categories = append([]data.Category(nil), c.Categories...)
	c.Entries = append([]data.Entry(nil), c.Entries...)
	for i := range c.Categories {
		c.Categories[i].Title = mend.Replace(c.Categories[i].Title)
		c.Categories[i].Short = mend.Replace(c.Categories[i].Short)
	}
	for i := range c.Entries {
		c.Entries[i].Title = mend.Replace(c.Entries[i].Title)
	}
	return c
}

// line is one line of the file with its number.
type line struct {
	number int
	text   string // without space at its ends
	after  bool   // a blank line stands before it
}

// splitLines cuts a text into its lines and leaves the blank ones out.
func splitLines(text string) []line {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\f", "\n", "\v", "\n").Replace(text)
	var lines []line
	blank := false
	for i, raw := range strings.Split(text, "\n") {
		trimmed := strings.Trim(raw, " \t\u3000\u00a0\uFEFF\u200b")
		if trimmed == "" {
			blank = true
			continue
		}
		lines = append(lines, line{number: i + 1, text: trimmed, after: blank})
		blank = false
	}
	return lines
}
