package enclosure

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gongkailan/reports/page"
)

// Part is a piece of a document in words, in the order of reading: a paragraph, or the rows of a table.
type Part struct {
	Text string // of a paragraph; a line feed begins a new one
	Head bool   // the paragraph is a heading over what follows, as the name of a sheet
	Rows [][]string
}

// Text is a document whose words are shown and whose looks are not.
type Text struct {
	Name   string // of the file
	Number int    // among the attachments of the item, from 1; 0 where it is the only one
	Parts  []Part
	Drawn  bool // the document has pictures too, which are not shown
}

// Bounds of a text, over what the pages that may be shown hold, so that no longer one is laid out in vain.
const (
	mostRunes   = MostPages * 4000 // a page of the smallest type
	mostRows    = MostPages * 60
	mostColumns = 20 // of a table on a sheet lying lengthwise
	mostUpright = 6  // of a table on a sheet standing upright
	longTitle   = 40 // characters: a longer first line is no title
	remarkSize  = 12 // pt
)

// Pages sets the text in the house's type on A4, lengthwise where it has a wide table. Over it stands which attachment it
// is, and that the file itself is what counts. It fails with data.ErrInvalid where there is no text or too much.
func (t Text) Pages(widths page.Widths) ([]page.Page, error) {
	parts := readable(t.Parts)
	if err := t.bounded(parts); err != nil {
		return nil, err
	}
	s := page.NewSheetOf(page.FormatOf(page.Style{Lengthwise: widest(parts) > mostUpright}), widths)
	s.Text(t.lead(), page.Hei, remarkSize, page.LeftAligned)
	if t.Drawn {
		s.Text(drawnRemark, page.Kai, remarkSize, page.LeftAligned)
	}
	s.Space(remarkGap)
	for i, p := range parts {
		switch {
		case p.Rows != nil:
			s.Table(tableOf(p.Rows))
		case i == 0 && len(parts) > 1 && isTitle(p.Text):
			s.Blank(1)
			s.Title(p.Text)
			s.Blank(1)
		case p.Head:
			s.Centred(p.Text, page.Hei)
		default:
			s.Paragraph(p.Text)
		}
	}
	doc := s.Document(t.Name)
	if len(doc.Pages) > MostPages {
		return nil, refused("pages", t.Name, strconv.Itoa(MostPages))
	}
	for i := range doc.Pages {
		if doc.Pages[i].Lines == nil {
			doc.Pages[i].Lines = []page.Line{}
		}
	}
	return doc.Pages, nil
}

const (
	drawnRemark = "（原件中的图片、图形未在此显示，请查阅原件。）"
	remarkGap   = 4.0 // mm under the remarks
)

// lead is the first line: 附件1　NAME（文字版，版式以原件为准）.
func (t Text) lead() string {
	number := ""
	if t.Number > 0 {
		number = strconv.Itoa(t.Number)
	}
	return "附件" + number + "　" + withoutEnding(line(t.Name)) + "（文字版，版式以原件为准）"
}

// longestEnding is how long the ending of a file's name is at most, with its dot.
const longestEnding = 5

// withoutEnding gives a file's name as paper shows it.
func withoutEnding(name string) string {
	if i := strings.LastIndexByte(name, '.'); i > 0 && len(name)-i <= longestEnding {
		return name[:i]
	}
	return name
}

// readable gives the parts with nothing in them but what can be read: each line a paragraph, no empty ones, no signs of
// control.
func readable(parts []Part) []Part {
	var list []Part
	for _, p := range parts {
		if p.Rows == nil {
			for l := range strings.SplitSeq(p.Text, "\n") {
				if l = line(l); l != "" {
					list = append(list, Part{Text: l, Head: p.Head})
				}
			}
			continue
		}
		rows := make([][]string, 0, len(p.Rows))
		for _, row := range p.Rows {
			if cells, filled := cellsOf(row); filled {
				rows = append(rows, cells)
			}
		}
		switch {
		case len(rows) == 0:
		case columns(rows) == 1:
			for _, row := range rows {
				list = append(list, readable([]Part{{Text: row[0]}})...)
			}
		default:
			list = append(list, Part{Rows: rows})
		}
	}
	return list
}

// cellsOf gives the cells of a row, those that are empty at its end left out.
func cellsOf(row []string) (cells []string, filled bool) {
	for _, cell := range row {
		var lines []string
		for l := range strings.SplitSeq(cell, "\n") {
			if l = line(l); l != "" {
				lines = append(lines, l)
			}
		}
		cells = append(cells, strings.Join(lines, "\n"))
	}
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	return cells, len(cells) > 0
}

// line gives a line of text as it can be set: a tab is a gap, and what has no shape is left out, the signs that turn the
// order of reading too.
func line(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return '　'
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp):
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
	return strings.TrimFunc(text, unicode.IsSpace)
}

func columns(rows [][]string) int {
	n := 0
	for _, row := range rows {
		n = max(n, len(row))
	}
	return n
}

func widest(parts []Part) int {
	n := 0
	for _, p := range parts {
		n = max(n, columns(p.Rows))
	}
	return n
}

// bounded refuses what has no text or more than can be shown, before it is laid out.
func (t Text) bounded(parts []Part) error {
	runes, rows := 0, 0
	for _, p := range parts {
		runes += utf8.RuneCountInString(p.Text)
		rows += len(p.Rows)
		for _, row := range p.Rows {
			for _, cell := range row {
				runes += utf8.RuneCountInString(cell)
			}
		}
		if p.Rows == nil {
			rows++
		}
	}
	switch n := widest(parts); {
	case len(parts) == 0:
		return refused("empty", t.Name)
	case n > mostColumns:
		return refused("wide", t.Name, strconv.Itoa(n))
	case runes > mostRunes || rows > mostRows:
		return refused("long", t.Name)
	}
	return nil
}

// isTitle tells whether the first line of a document is its title: short, and no sentence.
func isTitle(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return utf8.RuneCountInString(text) <= longTitle && !strings.ContainsRune("。；：，、;:,.", last)
}

// tableOf makes a table of rows. Where every cell of the first row is filled, it is the row of heads.
func tableOf(rows [][]string) page.Table {
	n := columns(rows)
	t := page.Table{Columns: make([]page.Column, n)}
	for i := range t.Columns {
		t.Columns[i].Whole = true
	}
	if first := rows[0]; len(rows) > 1 && len(first) == n && isFull(first) {
		for i, head := range first {
			t.Columns[i].Head = head
		}
		rows = rows[1:]
	}
	for _, row := range rows {
		if len(row) == 1 { // one cell alone would be a band over the table
			row = append(row, "")
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func isFull(cells []string) bool {
	for _, cell := range cells {
		if cell == "" {
			return false
		}
	}
	return true
}
