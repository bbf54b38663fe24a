package reports

import (
	"strings"

	"gongkailan/data"
	"gongkailan/reports/page"
)

// Typeset lays a text out as a notice: its first line that is not empty is the title, each further line a paragraph.
// The lines of the pages joined are the text without its line feeds; blanks on empty lines at either end stay with the
// line beside them. It is refused where there is no text.
func Typeset(text string, style page.Style, widths page.Widths) (page.Document, error) {
	text = strings.TrimPrefix(clean(text), "\uFEFF")
	if strings.TrimSpace(text) == "" {
		return page.Document{}, data.Refuse(data.ErrInvalid, "typeset.empty")
	}
	lines := withoutEmptyEnds(strings.Split(text, "\n"))
	sheet := page.NewSheetOf(page.FormatOf(style), widths)
	sheet.Title(lines[0])
	if len(lines) > 1 {
		sheet.Blank(1)
	}
	for _, line := range lines[1:] {
		sheet.Paragraph(line)
	}
	return sheet.Document(strings.TrimSpace(lines[0])), nil
}

// withoutEmptyEnds joins the empty lines before the first line with text to it, and those behind the last to that.
func withoutEmptyEnds(lines []string) []string {
	first, last := 0, len(lines)-1
	for strings.TrimSpace(lines[first]) == "" {
		first++
	}
	for strings.TrimSpace(lines[last]) == "" {
		last--
	}
	kept := append([]string{}, lines[first:last+1]...)
	kept[0] = strings.Join(lines[:first], "") + kept[0]
	kept[len(kept)-1] += strings.Join(lines[last+1:], "")
	return kept
}

// Typesetting is a document's lines as `typeset --json` prints them: one for each line that a reader sees, without
// page numbers and remarks. X and Y are in mm from the top left of the sheet, Y to the baseline, sizes in pt.
type Typesetting struct {
	Pages []TypesetPage `json:"pages"`
}

// TypesetPage is the lines of a page, from the top.
type TypesetPage struct {
	Lines []TypesetLine `json:"lines"`
}

// TypesetLine is one line; Face is the one that it begins in.
type TypesetLine struct {
	Text string    `json:"text"`
	X    float64   `json:"x_mm"`
	Y    float64   `json:"y_mm"`
	Size float64   `json:"size_pt"`
	Face page.Face `json:"face"`
}

// Lines gives the typesetting of a document that was laid out on the grid.
func Lines(doc page.Document) Typesetting {
	set := Typesetting{Pages: make([]TypesetPage, len(doc.Pages))}
	for i, p := range doc.Pages {
		lines := []TypesetLine{}
		for _, l := range p.Lines {
			n := len(lines)
			switch {
			case l.Aside:
			case n > 0 && lines[n-1].Y == l.Y:
				lines[n-1].Text += l.Text // a heading and the text that runs on behind it
			default:
				lines = append(lines, TypesetLine{Text: l.Text, X: l.X, Y: l.Y, Size: l.Size, Face: l.Face})
			}
		}
		set.Pages[i].Lines = lines
	}
	return set
}
