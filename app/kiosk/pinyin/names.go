package pinyin

import "slices"

const (
	mostNames    = 8
	mostSurnames = 5
	mostGiven    = 10
	// nameLevel is how common it is, in levels, that a name of a person is typed: about one word in twelve on a lobby
	// screen.
	nameLevel = -16
)

// names reads all letters as the name of a person: a surname, and a given name that is known as a whole or whose
// characters are common in given names.
func (d *Dictionary) names(l *lattice) []match {
	var all []match
	surnames := d.in(&d.surnames, l, 0, mostSurnames)
	for to, list := range surnames {
		if to >= l.end {
			continue
		}
		for _, given := range d.given(l, to) {
			for _, surname := range list {
				all = append(all, match{
					text: surname.text + given.text, to: l.end, syllables: surname.syllables + given.syllables,
					score: surname.score + given.score + nameLevel, cost: surname.cost + given.cost, plain: surname.plain && given.plain,
				})
			}
		}
	}
	byScore(all)
	return unlike(all, mostNames)
}

// given reads the letters from a place to the end as a given name.
func (d *Dictionary) given(l *lattice, at int) []match {
	all := slices.Concat(d.in(&d.single, l, at, mostGiven)[l.end], d.in(&d.pairs, l, at, mostGiven)[l.end])
	for middle, list := range d.in(&d.first, l, at, mostGiven) {
		if middle >= l.end {
			continue
		}
		for _, second := range d.in(&d.last, l, middle, mostGiven)[l.end] {
			for _, first := range list {
				all = append(all, match{
					text: first.text + second.text, to: l.end, syllables: 2,
					score: first.score + second.score, cost: first.cost + second.cost, plain: first.plain && second.plain,
				})
			}
		}
	}
	byScore(all)
	return unlike(all, mostGiven)
}

// in gives the likeliest words of a lexicon that begin at a place, by where they end.
func (d *Dictionary) in(of *lexicon, l *lattice, at, most int) map[int][]match {
	found := newBest(most)
	found.look(of, of.total, l, at)
	return found.lists
}
