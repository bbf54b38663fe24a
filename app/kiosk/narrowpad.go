package kiosk

import (
	"slices"
	"strings"
)

// How many keys of the narrow pad stand side by side, and how many of them are letters, digits and marks.
const (
	narrowAcross = 8
	narrowKeys   = 26
)

// narrowPad shows the keys where ten of them side by side would be too small to hit: letters stand as in the alphabet.
func (s *screen) narrowPad(e *easel, keys rect, p padEntry) {
	w := s.words()
	rows := keyRows(p)
	faces := []rune(rows[0] + rows[1] + rows[2])
	if !p.signs {
		slices.Sort(faces)
	}
	cells := keys.grid(narrowAcross, 4, keyGap)
	for i, key := range faces[:min(len(faces), narrowKeys)] {
		s.keyTile(e, cells[i], p, string(key))
	}
	rest := cells[narrowKeys:]
	switch {
	case p.latin && !p.signs:
		e.button(rest[0], button{text: w.T("kiosk.key.upper"), primary: p.upper, event: Event{Kind: SetLayer, Text: layerUpper}})
	case !p.signs:
		s.keyTile(e, rest[0], p, "，")
	case p.latin && !strings.ContainsRune(string(faces), ','):
		s.keyTile(e, rest[0], p, ",")
	}
	layer := s.layerKey(p)
	if !p.signs {
		layer.text = w.T("kiosk.key.digits")
	}
	e.button(rest[1], layer)
	if p.latin {
		e.button(rest[2], button{text: w.T("kiosk.key.pinyin"), event: Event{Kind: SetLayer, Text: layerPinyin}})
	} else {
		e.button(rest[2], button{text: w.T("kiosk.key.latin"), event: Event{Kind: SetLayer, Text: layerLatin}})
	}
	s.face(e, rest[3], w.T("kiosk.key.space"), func() { s.space(p) })
	e.button(rest[4], button{text: w.T("kiosk.key.clear"), event: Event{Kind: EraseAll}})
	e.button(rest[5], button{text: w.T("kiosk.key.erase"), event: Event{Kind: Erase}})
}
