package kiosk

import (
	"cmp"
	"slices"

	"gongkailan/data"
	"gongkailan/reports/bulletin"
	"gongkailan/reports/page"
)

// Sections of 全部公开 that are opened like categories.
const (
	publicitySection = "@publicity"
	latestSection    = "@latest"
)

// shelf is what may be shown on a day: the bulletin's items that are up, 公示 first.
type shelf struct {
	counter
	items      []bulletin.Item
	categories []bulletin.Category
	pages      func(number string) []page.Page // of an item, those of its attachments too
	// parts cuts a page into what large type shows at once; lists says how many pages a list has. Both depend on the
	// screen.
	parts func(at Spot, p page.Page) []part
	lists func(*shelf, Session) int
	// places says how many pages of the board have room side by side.
	places func(Session) int
}

var _ Shelf = (*shelf)(nil)

// newShelf sorts what may be shown today: what is under 公示 first, the soonest to end at its head, then the newest.
// An item past its last day is not taken, however old the bulletin is.
func newShelf(b bulletin.Bulletin, today data.Date) *shelf {
	items := slices.Clone(b.On(today))
	slices.SortStableFunc(items, func(x, y bulletin.Item) int {
		newest := cmp.Or(cmp.Compare(y.From, x.From), cmp.Compare(y.Number, x.Number))
		switch a, b := x.Kind == data.Publicity, y.Kind == data.Publicity; {
		case a && b:
			return cmp.Or(cmp.Compare(x.To, y.To), newest)
		case a:
			return -1
		case b:
			return 1
		default:
			return newest
		}
	})
	return &shelf{counter: newCounter(b, today), items: items, categories: b.Categories}
}

// item gives the item of that number.
func (s *shelf) item(number string) (bulletin.Item, bool) {
	i := slices.IndexFunc(s.items, func(it bulletin.Item) bool { return it.Number == number })
	if i < 0 {
		return bulletin.Item{}, false
	}
	return s.items[i], true
}

// Has tells whether the item may be shown.
func (s *shelf) Has(number string) bool {
	_, ok := s.item(number)
	return ok
}

// Lists gives how many pages the session's list has.
func (s *shelf) Lists(session Session) int {
	if s.lists == nil {
		return 1
	}
	return max(1, s.lists(s, session))
}

// under gives the items of a category or section, in the shelf's order.
func (s *shelf) under(code string) []bulletin.Item {
	var found []bulletin.Item
	for _, it := range s.items {
		publicity := it.Kind == data.Publicity
		switch {
		case code == publicitySection && publicity, code == latestSection && !publicity, code == it.Category:
			found = append(found, it)
		}
	}
	return found
}

// category gives the category of that code.
func (s *shelf) category(code string) (bulletin.Category, bool) {
	i := slices.IndexFunc(s.categories, func(c bulletin.Category) bool { return c.Code == code })
	if i < 0 {
		return bulletin.Category{}, false
	}
	return s.categories[i], true
}

// Step gives the spot by so many parts from another: around the whole board in the loop, to the ends of an item. The loop
// shows notices, as they hang; an item is read with its attachments.
func (s *shelf) Step(session Session, from Spot, by int) (Spot, bool) {
	if len(s.items) == 0 {
		return Spot{}, false
	}
	reading := session.At == Item
	i := slices.IndexFunc(s.items, func(it bulletin.Item) bool { return it.Number == from.Number })
	switch {
	case i < 0 && reading:
		return Spot{}, false
	case i < 0:
		return Spot{Number: s.items[0].Number}, true
	}
	at := from
	if at.Page >= s.sheets(i, reading) || at.Part >= s.partsOf(at, session.Large) {
		return Spot{Number: from.Number}, true
	}
	for ; by > 0; by-- {
		switch {
		case at.Part+1 < s.partsOf(at, session.Large):
			at.Part++
		case at.Page+1 < s.sheets(i, reading):
			at = Spot{Number: at.Number, Page: at.Page + 1}
		case reading:
			return from, false
		default:
			i = (i + 1) % len(s.items)
			at = Spot{Number: s.items[i].Number}
		}
	}
	for ; by < 0; by++ {
		switch {
		case at.Part > 0:
			at.Part--
			continue
		case at.Page > 0:
			at.Page--
		case reading:
			return from, false
		default:
			i = (i + len(s.items) - 1) % len(s.items)
			at = Spot{Number: s.items[i].Number, Page: s.sheets(i, reading) - 1}
		}
		at.Part = s.partsOf(at, session.Large) - 1
	}
	return at, true
}

// sheets is how many pages of the item at a place are shown: to who reads it, or on the board.
func (s *shelf) sheets(i int, reading bool) int {
	if reading {
		return s.items[i].AllSheets()
	}
	return s.items[i].Sheets
}

// partsOf is in how many parts large type shows the page of a spot.
func (s *shelf) partsOf(at Spot, large bool) int {
	if !large || s.parts == nil {
		return 1
	}
	p, ok := s.page(at)
	if !ok {
		return 1
	}
	return max(1, len(s.parts(at, p)))
}

// page gives the page of a spot.
func (s *shelf) page(at Spot) (page.Page, bool) {
	pages := s.pages(at.Number)
	if at.Page >= len(pages) {
		return page.Page{}, false
	}
	return pages[at.Page], true
}

// position gives which of how many pages of the whole board the spot is, counted from 1.
func (s *shelf) position(at Spot) (n, of int) {
	for i, it := range s.items {
		if it.Number == at.Number {
			n = of + at.Page + 1
		}
		of += s.sheets(i, false)
	}
	return n, of
}
