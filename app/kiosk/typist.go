package kiosk

import (
	"context"

	"gongkailan/app/kiosk/pinyin"
	"gongkailan/app/ui"
	"gongkailan/assets"
	"gongkailan/reports/bulletin"
)

// typist knows what letters stand for, on a shelf: the dictionary, which is read when somebody first types, and how the
// titles on the shelf are spelt.
type typist struct {
	of         *shelf
	dictionary *pinyin.Dictionary // without the shelf's own words
	own        *pinyin.Dictionary // with them
	spelt      map[string][]pinyin.Spelling
}

// candidates gives what letters may stand for; none while the dictionary is still read.
func (t typist) candidates(letters string) []pinyin.Candidate {
	if t.own == nil {
		return nil
	}
	return t.own.Candidates(letters)
}

// learn makes the typist ready for what is on the shelf, beside the main goroutine: reading the dictionary takes longer
// than a finger waits.
func (s *screen) learn() {
	if !s.session.isTyped() || s.learning == s.shelf {
		return
	}
	s.learning = s.shelf
	of, items, before, read := s.shelf, s.shelf.items, s.typist, s.options.Dictionary
	ui.Load(s.teacher, func(context.Context) (typist, error) { return teach(of, items, before, read) }, func(t typist, err error) {
		if err != nil { // the pad goes on with letters and digits
			t = typist{of: of}
		}
		s.typist = t
		s.found = finding{}
		if s.session.isTyped() {
			s.build()
		}
	})
}

// teach reads the dictionary, where that was not done before, and the titles.
func teach(of *shelf, items []bulletin.Item, before typist, read func() (*pinyin.Dictionary, error)) (typist, error) {
	t := typist{of: of, dictionary: before.dictionary, spelt: map[string][]pinyin.Spelling{}}
	if t.dictionary == nil {
		d, err := read()
		if err != nil {
			return typist{}, err
		}
		t.dictionary = d
	}
	var titles []string
	for _, it := range items {
		titles = append(titles, it.Title, it.Entry)
		t.spelt[it.Number] = []pinyin.Spelling{t.dictionary.Spell(it.Title), t.dictionary.Spell(it.Entry)}
	}
	t.own = t.dictionary.WithWords(titles)
	return t, nil
}

// readDictionary reads the embedded dictionary.
func readDictionary() (*pinyin.Dictionary, error) { return pinyin.Read(assets.Pinyin()) }
