package web

import (
	"gongkailan/data"
)

// mostLatest is how many items the first page lists; the categories' pages list all.
const mostLatest = 12

// row is one item in a list.
type row struct {
	Link, Title, When string
	Due               bool
}

// list is some items in a list.
type list struct {
	frame
	Rows []row
	Open bool // set off, for what is open to objections
}

// list makes a list; nil where there is nothing in it.
func (f frame) list(entries []entry, open bool) *list {
	if len(entries) == 0 {
		return nil
	}
	l := &list{frame: f, Open: open}
	for _, e := range entries {
		r := row{Link: f.Link(itemPage(e.item.Number)), Title: e.item.Title, Due: isDue(e.item)}
		if r.Due {
			r.When = f.left(e.item)
		} else {
			r.When = f.T("web.up", f.site.Words.Date(e.item.PublishedOn()))
		}
		l.Rows = append(l.Rows, r)
	}
	return l
}

// isDue tells whether objections can be made to an item now.
func isDue(it data.Item) bool { return it.Kind == data.Publicity && it.To != "" }

// left says how long an item under 公示 stays. The day on which it goes up is no day of its period yet.
func (f frame) left(it data.Item) string {
	s := f.site
	n := s.WorkingDays(max(s.today, it.From).AddDays(-1), it.To)
	if n < 1 || it.To == s.today {
		return f.T("web.left.until", s.Words.Date(it.To))
	}
	return f.T("web.left", s.Words.Date(it.To), n)
}

type indexView struct {
	frame
	Publicity, Latest *list
	Categories        []tile
	Empty             bool
}

// tile leads to a category.
type tile struct{ Link, Title, Count string }

func (s *site) indexView(f frame) view {
	var due, other []entry
	for _, e := range s.kept {
		if isDue(e.item) {
			due = append(due, e)
		} else {
			other = append(other, e)
		}
	}
	v := indexView{
		frame: f, Publicity: f.list(due, true), Latest: f.list(other[:min(len(other), mostLatest)], false), Empty: len(s.kept) == 0,
	}
	for _, c := range s.categories() {
		v.Categories = append(v.Categories, f.tile(c))
	}
	return v
}

func (f frame) tile(c data.Category) tile {
	all, due := 0, 0
	for _, e := range f.site.in(c) {
		all++
		if isDue(e.item) {
			due++
		}
	}
	t := tile{Link: f.Link(categoryPage(c.Code)), Title: c.Title, Count: f.T("web.count", all)}
	if due > 0 {
		t.Count = f.T("web.count.open", all, due)
	}
	return t
}

// in gives the items of a category.
func (s *site) in(c data.Category) []entry {
	var list []entry
	for _, e := range s.kept {
		if e.category.Code == c.Code {
			list = append(list, e)
		}
	}
	return list
}

type categoryView struct {
	frame
	Category data.Category
	List     *list
}

func (s *site) categoryView(f frame, c data.Category) view {
	return categoryView{frame: f, Category: c, List: f.list(s.in(c), false)}
}
