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
	items      []bulletin.Item
	categories []bulletin.Category
	// parts cuts a page into what large type shows at once; lists says how many pages a list has. Both depend on the
	// screen.
	parts func(page.Page) []part
	lists func(*shelf, Session) int
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
	return &shelf{items: items, categories: b.Categories}
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

// spots lists every part of every page, of one item or, without a number, of all.
func (s *shelf) spots(number string, large bool) []Spot {
	var all []Spot
	for _, it := range s.items {
		if number != "" && it.Number != number {
			continue
		}
		for i, p := range it.Pages {
			parts := 1
			if large && s.parts != nil {
				parts = max(1, len(s.parts(p)))
			}
			for part := range parts {
				all = append(all, Spot{Number: it.Number, Page: i, Part: part})
			}
		}
	}
	return all
}

// Step gives the spot by so many parts from another: around the whole board in the loop, to the ends of an item.
func (s *shelf) Step(session Session, from Spot, by int) (Spot, bool) {
	number := ""
	if session.At == Item {
		number = from.Number
	}
	all := s.spots(number, session.Large)
	if len(all) == 0 {
		return Spot{}, false
	}
	at := slices.Index(all, from)
	switch {
	case at < 0:
		return all[0], true
	case number == "":
		return all[((at+by)%len(all)+len(all))%len(all)], true
	case at+by < 0 || at+by >= len(all):
		return from, false
	default:
		return all[at+by], true
	}
}

// position gives which of how many parts the spot is, counted from 1, in an item or on the whole board.
func (s *shelf) position(number string, at Spot, large bool) (n, of int) {
	all := s.spots(number, large)
	return slices.Index(all, at) + 1, len(all)
}
