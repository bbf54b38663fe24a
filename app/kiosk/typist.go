package kiosk

import (
	"context"

	"gongkailan/app/kiosk/pinyin"
	"gongkailan/app/ui"
	"gongkailan/assets"
)

// typist knows what letters stand for, on a shelf: the dictionary, which is read when somebody first types, and by what
// each item on the shelf is found.
type typist struct {
	dictionary *pinyin.Dictionary // without the shelf's own words
	own        *pinyin.Dictionary // with them
	cards      map[string]card    // by number
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
	of, before, read := s.shelf, s.typist, s.options.Dictionary
	ui.Load(s.teacher, func(context.Context) (typist, error) { return teach(of, before, read) }, func(t typist, err error) {
		if err != nil { // the pad goes on with letters and digits
			t = typist{}
		}
		s.typist = t
		s.found = finding{}
		if s.session.isTyped() {
			s.build()
		}
	})
}

// teach reads the dictionary, where that was not done before, and the titles.
func teach(of *shelf, before typist, read func() (*pinyin.Dictionary, error)) (typist, error) {
	t := typist{dictionary: before.dictionary, cards: map[string]card{}}
	if t.dictionary == nil {
		d, err := read()
		if err != nil {
			return typist{}, err
		}
		t.dictionary = d
	}
	var titles []string
	for _, it := range of.items {
		titles = append(titles, it.Title, it.Entry)
		t.cards[it.Number] = cardOf(it, of, t.dictionary)
	}
	t.own = t.dictionary.WithWords(titles)
	return t, nil
}

// readDictionary reads the embedded dictionary.
func readDictionary() (*pinyin.Dictionary, error) { return pinyin.Read(assets.Pinyin()) }
