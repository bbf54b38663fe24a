// Package pinyin turns letters into Chinese: it is the input method of the lobby's own pad, since a lobby screen has
// neither a keyboard nor an input method of the system.
//
// A Dictionary is read once from the packed file in assets and never changes; Candidates is a pure function of it and of
// the letters typed so far. Letters are parted into syllables in every way that is possible (a lattice), words are
// looked up along each way, and words that follow each other are put together by how common they are. Whole syllables,
// beginnings and single first letters may be mixed (renqgs), and southern habits (si for shi, lan for nan) are forgiven
// at a price. Nothing of what is typed is remembered.
package pinyin

import (
	"cmp"
	"slices"
)

// Candidate is a text that typed letters may stand for. Length is how many of the letters (bytes) it takes, from the
// first; the rest is typed on.
type Candidate struct {
	Text   string
	Length int
}

// Most candidates of a kind. Characters read exactly as typed are never cut off: the rarest name must be within reach.
const (
	mostWhole      = 60
	mostPrefix     = 24 // words for the beginning of what was typed
	mostCharacters = 60 // for a first letter alone, of which nobody can want all
)

// Candidates gives what the letters may stand for, the likeliest first: texts for all of them, then words for their
// beginning, then characters for the first syllable. Letters beyond a–z end what is looked at; an apostrophe parts
// syllables. Where nothing fits, the letters themselves are the only candidate, so that no visitor is ever stuck.
func (d *Dictionary) Candidates(letters string) []Candidate {
	if letters == "" {
		return nil
	}
	l := d.lattice(letters)
	first := d.matchesFrom(l, 0)
	list := newListing()
	for _, m := range d.whole(l, first) {
		list.add(m.text, m.to)
	}
	for _, m := range beginnings(first, l.end) {
		list.add(m.text, m.to)
	}
	for _, m := range characters(first) {
		list.add(m.text, m.to)
	}
	if len(list.candidates) == 0 {
		return []Candidate{{Text: letters, Length: len(letters)}}
	}
	return list.candidates
}

// listing collects candidates without saying one twice.
type listing struct {
	candidates []Candidate
	said       map[Candidate]bool
}

func newListing() *listing { return &listing{said: map[Candidate]bool{}} }

func (l *listing) add(text string, length int) {
	c := Candidate{Text: text, Length: length}
	if !l.said[c] {
		l.said[c] = true
		l.candidates = append(l.candidates, c)
	}
}

// whole gives the texts that take all letters: words, words put together, and names.
func (d *Dictionary) whole(l *lattice, first []match) []match {
	var all, exact []match
	for _, m := range first {
		if m.to != l.end {
			continue
		}
		if m.syllables > 1 && m.plain {
			m.score += wholeWord
		}
		if m.syllables == 1 && m.plain {
			exact = append(exact, m)
		}
		all = append(all, m)
	}
	all = append(all, d.composed(l, first)...)
	all = append(all, d.names(l)...)
	byScore(all)
	if len(all) > mostWhole {
		all = all[:mostWhole]
	}
	byScore(exact)
	return append(all, exact...)
}

// beginnings gives the words of several characters for a part of the letters, those that take more of them first.
func beginnings(first []match, end int) []match {
	var some []match
	for _, m := range first {
		if m.to < end && m.syllables > 1 {
			some = append(some, m)
		}
	}
	byReach(some)
	var kept []match
	at := map[int]int{}
	for _, m := range some {
		if at[m.to]++; at[m.to] <= 6 && len(kept) < mostPrefix {
			kept = append(kept, m)
		}
	}
	return kept
}

// byReach puts words that take more letters first, and those that are only guessed at last.
func byReach(list []match) {
	guessed := func(m match) int {
		if m.cost > m.syllables*costInitial {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(list, func(a, b match) int {
		return cmp.Or(cmp.Compare(guessed(a), guessed(b)), cmp.Compare(b.to, a.to), cmp.Compare(b.score, a.score), cmp.Compare(a.text, b.text))
	})
}

// characters gives the characters for the first syllable, the longest way of reading it first.
func characters(first []match) []match {
	var exact, guessed []match
	for _, m := range first {
		switch {
		case m.syllables != 1:
		case m.plain:
			exact = append(exact, m)
		default:
			guessed = append(guessed, m)
		}
	}
	byReach(exact)
	byScore(guessed)
	return append(exact, guessed[:min(len(guessed), mostCharacters)]...)
}

func byScore(list []match) {
	slices.SortStableFunc(list, func(a, b match) int { return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.text, b.text)) })
}
