package reports

import (
	"strings"

	"gongkailan/data"
	"gongkailan/reports/page"
)

// Typeset lays a text out as a notice: its first line that is not empty is the title, each further line a paragraph.
// The lines of the pages joined are the text without its line feeds. It is refused where there is no text.
func Typeset(text string, widths page.Widths) (page.Document, error) {
	paragraphs := strings.Split(strings.TrimPrefix(clean(text), "\uFEFF"), "\n")
	for len(paragraphs) > 0 && strings.TrimSpace(paragraphs[0]) == "" {
		paragraphs = paragraphs[1:]
	}
	for len(paragraphs) > 0 && strings.TrimSpace(paragraphs[len(paragraphs)-1]) == "" {
		paragraphs = paragraphs[:len(paragraphs)-1]
	}
	if len(paragraphs) == 0 {
		return page.Document{}, data.Refuse(data.ErrInvalid, "typeset.empty")
	}
	sheet := page.NewSheet(widths)
	sheet.Title(paragraphs[0])
	if len(paragraphs) > 1 {
		sheet.Blank(1)
	}
	for _, paragraph := range paragraphs[1:] {
		sheet.Paragraph(paragraph)
	}
	return sheet.Document(strings.TrimSpace(paragraphs[0])), nil
}
