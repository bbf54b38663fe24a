package intake

import (
	"bytes"
	"encoding/csv"
	"errors"
	"path/filepath"
	"strconv"
	"strings"

	"gongkailan/data"
)

// Part is a piece of what a reader of a file sees, in the order of reading: a paragraph or the rows of a table.
type Part struct {
	Text string // of a paragraph; it may have line feeds
	Head bool   // the paragraph is the name of a sheet, over what stands on it
	Rows [][]string
}

// Shown is what a reader of a file sees.
type Shown struct {
	Parts []Part
	// Drawn tells that the file shows pictures, charts or drawings too, whose looks are not in the parts.
	Drawn bool
}

// Bounds of what is shown of a file. Passages reads much more, for the guard must not overlook anything; what is longer
// than this nobody reads on a screen.
const (
	mostShownText = mostText
	mostShownRows = mostLines
)

// Show gives what a reader of a text, a CSV file, a .docx or an .xlsx sees, and nothing that is hidden there: no comment,
// no text struck out under tracked changes, no hidden text, sheet, row or column, no white letter on white paper, no
// property. It fails with data.ErrInvalid, naming the file, where the file is of another kind or cannot be shown whole.
func Show(name string, raw []byte) (Shown, error) {
	if len(raw) > MostBytes {
		return Shown{}, data.Refuse(data.ErrInvalid, "enclosure.large", name, strconv.Itoa(MostBytes>>20))
	}
	shown, err := show(name, raw)
	var refusal *data.Refusal
	if errors.As(err, &refusal) {
		code := map[string]string{
			"intake.damaged": "damaged", "passages.damaged": "damaged", "intake.large": "long", "passages.locked": "locked", "shown.parts": "parts",
		}[refusal.Code]
		if code == "" {
			code = "kind"
		}
		return Shown{}, data.Refuse(data.ErrInvalid, "enclosure."+code, name)
	}
	return shown, err
}

func show(name string, raw []byte) (Shown, error) {
	switch {
	case bytes.HasPrefix(raw, []byte("PK\x03\x04")):
		return showOffice(raw)
	case bytes.HasPrefix(raw, []byte("\xD0\xCF\x11\xE0")) && bytes.Contains(raw, wide("EncryptedPackage")):
		return Shown{}, data.Refuse(data.ErrInvalid, "passages.locked")
	}
	ending := strings.ToLower(filepath.Ext(name))
	if ending != ".txt" && ending != ".csv" {
		return Shown{}, data.Refuse(data.ErrInvalid, "intake.kind")
	}
	text, err := Decode(raw)
	switch {
	case err != nil:
		return Shown{}, err
	case looksLikeHTML(text):
		return Shown{}, data.Refuse(data.ErrInvalid, "intake.kind")
	case len(text) > mostShownText:
		return Shown{}, data.Refuse(data.ErrInvalid, "intake.large")
	case ending == ".csv":
		return showCSV(text)
	}
	return showText(text), nil
}

// showOffice tells a Word document from a workbook by what the package holds.
func showOffice(raw []byte) (Shown, error) {
	p, err := openPack(raw)
	switch {
	case err != nil:
		return Shown{}, err
	case p.has("word/document.xml"):
		return showWord(p)
	case p.has("xl/workbook.xml"):
		return showBook(p, raw)
	}
	return Shown{}, data.Refuse(data.ErrInvalid, "intake.kind")
}

// showText gives each line as a paragraph, and lines with tabs that follow each other as a table.
func showText(text string) Shown {
	var s Shown
	for l := range strings.SplitSeq(strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n").Replace(text), "\n") {
		l = strings.TrimRight(l, " \t\u3000\u00a0")
		switch {
		case trim(l) == "":
		case strings.Contains(l, "\t"):
			s.row(strings.SplitN(l, "\t", mostColumns))
		default:
			s.Parts = append(s.Parts, Part{Text: l})
		}
	}
	return s
}

func showCSV(text string) (Shown, error) {
	reader := csv.NewReader(strings.NewReader(text))
	reader.FieldsPerRecord, reader.LazyQuotes = -1, true
	rows, err := reader.ReadAll()
	if err != nil {
		return Shown{}, data.Refuse(data.ErrInvalid, "intake.damaged")
	}
	var s Shown
	for _, row := range rows {
		if lineOf(row) != "" {
			s.row(row)
		}
	}
	return s, nil
}

// row adds a row to the table under way, or begins one.
func (s *Shown) row(cells []string) {
	if n := len(s.Parts); n > 0 && s.Parts[n-1].Rows != nil {
		s.Parts[n-1].Rows = append(s.Parts[n-1].Rows, cells)
		return
	}
	s.Parts = append(s.Parts, Part{Rows: [][]string{cells}})
}
