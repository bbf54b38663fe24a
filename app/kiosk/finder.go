package kiosk

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"gongkailan/app/kiosk/pinyin"
	"gongkailan/reports/bulletin"
)

// finding is what was looked for last, and what was found. The screen drops it with the visitor.
type finding struct {
	of            *shelf
	text, letters string
	items         []bulletin.Item
}

// results gives the items that the session looks for: none while nothing is typed.
func (s *screen) results(session Session) []bulletin.Item {
	text, letters := session.search.entry.text, session.search.entry.letters
	if session.search.entry.isEmpty() {
		s.found = finding{}
		return nil
	}
	if s.found.of != s.shelf || s.found.text != text || s.found.letters != letters {
		s.found = finding{s.shelf, text, letters, s.find(append(terms(text), terms(letters)...))}
	}
	return s.found.items
}

// find gives the items that have all the terms: those whose number or title has them first, then those whose catalogue
// entry or category has.
func (s *screen) find(wanted []string) []bulletin.Item {
	var ranked [2][]bulletin.Item
	for _, it := range s.shelf.items {
		rank := 0
		for _, term := range wanted {
			rank = max(rank, s.rank(it, term))
		}
		if rank < len(ranked) && len(wanted) > 0 {
			ranked[rank] = append(ranked[rank], it)
		}
	}
	return slices.Concat(ranked[0], ranked[1])
}

// notFound is the rank of an item that does not have a term.
const notFound = 2

// rank tells where an item has a term: 0 in its number or title, 1 in its entry or category, notFound nowhere.
func (s *screen) rank(it bulletin.Item, term string) int {
	card, ok := s.typist.cards[it.Number]
	if !ok {
		card = cardOf(it, s.shelf, nil) // the dictionary is still read
	}
	typed := isTypedLetters(term)
	switch {
	case hasNumber(it.Number, term), strings.Contains(card.title, term), typed && card.spelt.Has(term):
		return 0
	case strings.Contains(card.heads, term), typed && card.headsSpelt.Has(term):
		return 1
	default:
		return notFound
	}
}

// card is what an item is found by: its title and under which heads it stands, evened out, and how both are typed.
type card struct {
	title, heads      string
	spelt, headsSpelt pinyin.Spelling
}

// cardOf makes the card of an item; without a dictionary nobody finds it by pinyin.
func cardOf(it bulletin.Item, on *shelf, d *pinyin.Dictionary) card {
	c := card{title: even(it.Title), heads: it.Entry}
	if category, ok := on.category(it.Category); ok {
		c.heads += "；" + category.Title + "；" + category.Short
	}
	if d != nil {
		c.spelt, c.headsSpelt = d.Spell(c.title), d.Spell(c.heads)
	}
	c.heads = even(c.heads)
	return c
}

// hasNumber tells whether digits name an item: 2026-0012, 0012 or 12.
func hasNumber(number, term string) bool {
	if strings.Trim(term, "0123456789-") != "" {
		return false
	}
	_, counted, _ := strings.Cut(number, "-")
	return number == term || strings.TrimLeft(counted, "0") == strings.TrimLeft(term, "0") ||
		len(term) > 4 && strings.HasPrefix(number, term)
}

// isTypedLetters tells whether a term may be pinyin.
func isTypedLetters(term string) bool {
	return strings.Trim(term, "abcdefghijklmnopqrstuvwxyz0123456789") == "" && strings.Trim(term, "0123456789") != ""
}

// even writes full-width letters and digits as others and capital ones small, as people do not tell them apart.
func even(text string) string { return strings.ToLower(norm.NFKC.String(text)) }

// terms parts what was typed at spaces and marks; a number keeps its dash.
func terms(text string) []string {
	return strings.FieldsFunc(even(text), func(r rune) bool {
		return r != '-' && (unicode.IsSpace(r) || unicode.IsPunct(r) || unicode.IsSymbol(r))
	})
}
