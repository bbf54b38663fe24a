package web

import (
	"strings"
	"unicode/utf8"

	"gongkailan/data"
	"gongkailan/reports"
	"gongkailan/reports/page"
)

type itemView struct {
	frame
	Item           data.Item
	Category       data.Category
	CategoryLink   string
	Entry          string // the entry's title; "" for an item outside the catalogue
	Due            bool
	Left           string
	Audience, Mode string
	Period         string
	Up, Dated      *day
	Date           *day // under the issuer, as on paper
	Parts          []part
	Attachments    []attachmentView
	Unlinked       bool
	Code, Hint     string
}

func (s *site) itemView(f frame, e entry) view {
	it := e.item
	v := itemView{
		frame: f, Item: it, Category: e.category, CategoryLink: f.Link(categoryPage(e.category.Code)),
		Due: isDue(it), Audience: f.T("audience." + string(it.Audience)), Mode: f.T("mode." + string(it.Mode)),
		Period: f.period(it), Up: f.day(it.PublishedOn()), Dated: f.day(it.IssueDate), Parts: f.parts(it),
	}
	if v.Due {
		v.Left = f.left(it)
	}
	if it.IssueDate != "" {
		v.Date = &day{string(it.IssueDate), it.IssueDate.Chinese()}
	}
	if entry, ok := s.Catalogue.Entry(it.EntryCode); ok {
		v.Entry = entry.Title
	}
	for _, a := range e.attachments {
		v.Attachments = append(v.Attachments, attachmentView{
			Name: a.name, Link: a.file, About: f.T("web.attachments.about", kindText(a.name), sizeText(a.size)),
		})
		v.Unlinked = v.Unlinked || a.file == ""
	}
	if seal, ok := data.SealOf(it); ok {
		v.Code, v.Hint = seal.Code, f.T("web.code.staff")
		if it.Audience == data.Society {
			v.Hint = f.T("web.code.society")
		}
	}
	return v
}

// period words from when to when an item is public. Only a 公示 is counted in working days (S9).
func (f frame) period(it data.Item) string {
	w := f.site.Words
	switch {
	case it.To == "":
		return f.T("web.period.since", w.Date(it.From))
	case it.Kind == data.Publicity:
		return f.T("web.period.days", w.Date(it.From), w.Date(it.To), f.site.WorkingDays(it.From.AddDays(-1), it.To))
	default:
		return f.T("web.period.range", w.Date(it.From), w.Date(it.To))
	}
}

// attachmentView is an attachment in the list under a notice.
type attachmentView struct{ Name, Link, About string }

// part is a part of the notice's text with its place among the headings.
type part struct {
	reports.Part
	Sub   bool // a heading under another
	Table *table
}

// Heading tells whether the part is a heading that stands alone.
func (p part) Heading() bool { return p.Rank > 0 && p.Text == "" }

// parts gives the text of the notice. A heading （一） without a 一、 before it is the first in rank here, for no rank is
// left out in HTML.
func (f frame) parts(it data.Item) []part {
	var list []part
	first, tables := false, 0
	for _, p := range reports.NoticeParts(it, f.site.WorkingDays) {
		shown := part{Part: p, Sub: p.Rank == 2 && first}
		first = first || p.Rank == 1 && shown.Heading()
		if p.Table != nil {
			tables++
			shown.Table = tableOf(*p.Table, f.T("web.table", tables))
		}
		list = append(list, shown)
	}
	return list
}

// table is a table of a notice.
type table struct {
	Label string
	Heads []cell
	Rows  [][]cell
	Sum   []cell
}

// cell is a cell of a table: its lines and where they stand.
type cell struct {
	Lines []string
	Class string
}

// shortHead is how many characters a head may have that stands on one line.
const shortHead = 6

// Short tells whether a head stands on one line.
func (c cell) Short() bool {
	return len(c.Lines) == 1 && utf8.RuneCountInString(c.Lines[0]) <= shortHead
}

func tableOf(t page.Table, label string) *table {
	shown := &table{Label: label}
	for _, c := range t.Columns {
		shown.Heads = append(shown.Heads, cellOf(c.Head, page.Centred))
	}
	cells := func(texts []string) []cell {
		row := make([]cell, len(t.Columns))
		for i, text := range texts {
			row[i] = cellOf(text, t.Columns[i].Align)
		}
		return row
	}
	for _, texts := range t.Rows {
		shown.Rows = append(shown.Rows, cells(texts))
	}
	if t.Sum != nil {
		shown.Sum = cells(t.Sum)
	}
	return shown
}

func cellOf(text string, align page.Align) cell {
	c := cell{}
	if text != "" {
		c.Lines = strings.Split(text, "\n")
	}
	switch align {
	case page.Centred:
		c.Class = "middle"
	case page.RightAligned:
		c.Class = "right"
	}
	return c
}
