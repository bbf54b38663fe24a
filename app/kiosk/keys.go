package kiosk

import "strings"

// Heights of the pad of letters, in units of the design.
const candidateHeight float32 = 84

// letterPad shows the pad of letters: candidates for what is typed, and the keys. Whoever shows it keeps a padEntry in
// the session and hands its events on to padEntry.handle; typedField shows the text.
func (s *screen) letterPad(e *easel, place rect, p padEntry) {
	rows := e.frame.candidateRows(place)
	above := float32(rows)*(e.frame.candidateHigh()+keyGap) - keyGap
	s.candidates(e, rect{place.x, place.y, place.w, above}, p, rows)
	keys := rect{place.x, place.y + above + keyGap, place.w, place.h - above - keyGap}
	if e.frame.narrow {
		s.narrowPad(e, keys, p)
		return
	}
	lines := keys.grid(1, 4, keyGap)
	for i, row := range keyRows(p) {
		s.keyRow(e, lines[i], p, row, i == 2)
	}
	s.lastRow(e, lines[3], p)
}

// keyRows are the three rows of keys, one character a key.
func keyRows(p padEntry) [3]string {
	switch {
	case p.signs && p.latin:
		return [3]string{"1234567890", `-/:;()&@"`, ".,?!'%+"}
	case p.signs:
		return [3]string{"1234567890", "，。？！、：；·—", "（）“”《》-"}
	case p.latin && !p.upper:
		return [3]string{"qwertyuiop", "asdfghjkl", "zxcvbnm"}
	default:
		return [3]string{"QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"}
	}
}

// keyRow shows a row of keys, all as wide as the ten of the first row; the third stands between 123 and 删除.
func (s *screen) keyRow(e *easel, line rect, p padEntry, keys string, between bool) {
	wide := (line.w - 9*keyGap) / 10
	x := line.x + (line.w-float32(len([]rune(keys)))*(wide+keyGap)+keyGap)/2
	if between {
		side := x - keyGap - line.x
		e.button(rect{line.x, line.y, side, line.h}, s.layerKey(p))
		erase := button{text: s.words().T("kiosk.key.erase"), event: Event{Kind: Erase}}
		e.button(rect{line.right() - side, line.y, side, line.h}, erase)
	}
	for _, key := range keys {
		s.keyTile(e, rect{x, line.y, wide, line.h}, p, string(key))
		x += wide + keyGap
	}
}

// layerKey leads to the digits and marks, and back.
func (s *screen) layerKey(p padEntry) button {
	w := s.words()
	switch {
	case p.signs && p.latin:
		return button{text: w.T("kiosk.key.latin"), event: Event{Kind: SetLayer, Text: layerBack}}
	case p.signs:
		return button{text: w.T("kiosk.key.pinyin"), event: Event{Kind: SetLayer, Text: layerBack}}
	default:
		return button{text: w.T("kiosk.key.signs"), event: Event{Kind: SetLayer, Text: layerSigns}}
	}
}

// lastRow shows the other language, the space with the marks that are needed most beside it, and 清空.
func (s *screen) lastRow(e *easel, line rect, p padEntry) {
	w := s.words()
	side, narrow := line.w*0.18, line.w*0.11
	x := line.x
	next := func(wide float32) rect {
		r := rect{x, line.y, wide, line.h}
		x += wide + keyGap
		return r
	}
	stop := "。"
	if p.latin {
		stop = "."
		e.button(next(side), button{text: w.T("kiosk.key.pinyin"), event: Event{Kind: SetLayer, Text: layerPinyin}})
	} else {
		e.button(next(side), button{text: w.T("kiosk.key.latin"), event: Event{Kind: SetLayer, Text: layerLatin}})
	}
	switch {
	case p.latin && !p.signs:
		e.button(next(narrow), button{text: w.T("kiosk.key.upper"), primary: p.upper, event: Event{Kind: SetLayer, Text: layerUpper}})
	case p.latin:
		s.keyTile(e, next(narrow), p, ",")
	default:
		s.keyTile(e, next(narrow), p, "，")
	}
	s.face(e, next(line.w-2*side-2*narrow-4*keyGap), w.T("kiosk.key.space"), func() { s.space(p) })
	s.keyTile(e, next(narrow), p, stop)
	e.button(next(side), button{text: w.T("kiosk.key.clear"), event: Event{Kind: EraseAll}})
}

// keyTile shows one letter, digit or mark. The keys of pinyin show capital letters, which old eyes know best.
func (s *screen) keyTile(e *easel, place rect, p padEntry, label string) {
	key := strings.ToLower(label)
	s.face(e, place, label, func() {
		if p.signs || strings.Trim(key, "abcdefghijklmnopqrstuvwxyz") != "" {
			s.settleLetters(p)
		}
		s.handle(Event{Kind: Key, Text: key})
	})
}

// face shows a key that does something of its own.
func (s *screen) face(e *easel, place rect, label string, tapped func()) {
	e.card(place, e.colours.card)
	w := e.pen(sizeTile*s.enlarged(), e.colours.ink).strong().centred()
	e.write(place, w.fitted(label, place.w-12, sizeSmall), label)
	e.touch(place, tapped)
}

// space takes the first candidate where there is one, and is a space elsewhere.
func (s *screen) space(p padEntry) {
	if p.letters == "" {
		s.handle(Event{Kind: Key, Text: " "})
		return
	}
	list := s.typist.candidates(p.letters)
	if len(list) == 0 {
		s.settleLetters(p)
		return
	}
	s.handle(Event{Kind: Take, Text: list[0].Text, Count: list[0].Length})
}

// settleLetters takes the first candidates for all letters that wait, before something that is no letter is typed.
func (s *screen) settleLetters(p padEntry) {
	for p.letters != "" {
		take := Event{Kind: Take, Text: p.letters, Count: len(p.letters)}
		if list := s.typist.candidates(p.letters); len(list) > 0 {
			take.Text, take.Count = list[0].Text, list[0].Length
		}
		s.handle(take)
		p = p.handle(take)
	}
}
