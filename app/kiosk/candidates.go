package kiosk

import "gongkailan/app/kiosk/pinyin"

// candidateHigh is how high a candidate is.
func (f frame) candidateHigh() float32 { return max(candidateHeight, f.least) }

// candidateRows tells in how many rows candidates stand: in two, unless the keys would become too low to hit.
func (f frame) candidateRows(place rect) int {
	if place.h >= 2*(f.candidateHigh()+keyGap)+4*f.least+3*keyGap {
		return 2
	}
	return 1
}

// candidates shows what the letters may stand for, page by page; where none wait, how to type.
func (s *screen) candidates(e *easel, place rect, p padEntry, rows int) {
	list := s.typist.candidates(p.letters)
	if p.letters == "" || len(list) == 0 {
		s.typingHint(e, place, p)
		return
	}
	high := e.frame.candidateHigh()
	arrow := high
	columns := float32(1)
	if rows == 1 {
		columns = 2
	}
	room := rect{place.x, place.y, place.w - columns*(arrow+keyGap), place.h}
	w := e.pen(40*s.enlarged(), e.colours.ink).centred()
	page, shown, more := flow(list, p.page, rows, room, high, w)
	for i, c := range shown {
		e.card(c.place, e.colours.card)
		if page == 0 && i == 0 {
			e.ring(c.place)
		}
		text := w.fitted(c.Text, c.place.w-24, sizeSmall)
		e.write(c.place, text, text.cut(c.Text, c.place.w-16))
		e.touch(c.place, func() { s.handle(Event{Kind: Take, Text: c.Text, Count: c.Length}) })
	}
	before := rect{place.right() - columns*(arrow+keyGap) + keyGap, place.y, arrow, high}
	after := rect{place.right() - arrow, place.bottom() - high, arrow, high}
	if page > 0 {
		s.arrow(e, before, previousIcon(), FewerCandidates)
	}
	if more {
		s.arrow(e, after, nextIcon(), MoreCandidates)
	}
}

// arrow turns the candidates.
func (s *screen) arrow(e *easel, place rect, sign icon, kind Kind) {
	const side = 40
	e.card(place, e.colours.card)
	e.sign(rect{place.x + (place.w-side)/2, place.y + (place.h-side)/2, side, side}, sign, e.colours.accent)
	e.touch(place, func() { s.handle(Event{Kind: kind}) })
}

// placed is a candidate with where it stands.
type placed struct {
	pinyin.Candidate
	place rect
}

// flow sets the candidates of a page into rows, each as wide as its text. It gives the page that it shows, which is the
// last where the wanted one is beyond it, and whether there are more.
func flow(list []pinyin.Candidate, wanted, rows int, room rect, high float32, w writing) (page int, shown []placed, more bool) {
	for from := 0; ; page++ {
		shown = fill(list[from:], rows, room, high, w)
		from += len(shown)
		if from == len(list) {
			return page, shown, false
		}
		if page == wanted {
			return page, shown, true
		}
	}
}

// fill sets as many candidates into the rows as there is room for, one at least.
func fill(list []pinyin.Candidate, rows int, room rect, high float32, w writing) []placed {
	var shown []placed
	x, row := room.x, 0
	for _, c := range list {
		wide := min(room.w, max(high, w.wide(c.Text)+40))
		if x > room.x && x+wide > room.right() {
			x, row = room.x, row+1
		}
		if row == rows {
			break
		}
		y := room.y + float32(row)*(high+keyGap)
		shown = append(shown, placed{c, rect{x, y, wide, high}})
		x += wide + keyGap
	}
	return shown
}

// typingHint says how to type, where there is nothing to choose.
func (s *screen) typingHint(e *easel, place rect, p padEntry) {
	hint := "kiosk.typing.hint"
	switch {
	case p.signs || p.latin && p.letters == "":
		hint = "kiosk.typing.hint.latin"
	case s.typist.own == nil && p.letters != "":
		hint = "kiosk.typing.wait"
	}
	w := e.pen(28*s.enlarged(), e.colours.second).centred()
	text, pitch := s.words().T(hint), w.size*1.4
	most := max(1, int(place.h/pitch))
	high := pitch * float32(len(w.lines(text, place.w-40, most)))
	e.lines(rect{place.x + 20, place.y + (place.h-high)/2, place.w - 40, high}, w, text, most, pitch)
}

// typedField shows what is typed so far in as many lines as there is room for, the last ones, with a mark where the next
// character goes; pinyin that waits is underlined. Where nothing is typed it says what may be.
func (s *screen) typedField(e *easel, place rect, p padEntry, hint string) {
	const aside, caret = 28, 4
	c := e.colours
	e.card(place, c.card)
	e.ring(place)
	w := e.pen(38*s.enlarged(), c.ink)
	pitch := w.size * 1.4
	text := place.inset(aside, 12)
	most := max(1, int(text.h/pitch))
	text.y += max(0, (text.h-float32(most)*pitch)/2)
	if p.isEmpty() {
		e.fill(rect{text.x, text.y + pitch*0.15, caret, pitch * 0.7}, c.accent)
		second := e.pen(w.size, c.second).fitted(hint, text.w-20, sizeSmall)
		e.write(rect{text.x + 16, text.y, text.w - 16, pitch}, second, second.cut(hint, text.w-20))
		return
	}
	lines := w.spelt(p.text+p.letters, text.w-caret-8)
	lines = lines[max(0, len(lines)-most):]
	end := e.spell(text, w, lines, pitch)
	last := lines[len(lines)-1]
	if n := min(len(p.letters), len(last)); n > 0 {
		begin := text.x + w.speltWide(last[:len(last)-n])
		e.fill(rect{begin, end.y + pitch*0.98, end.x - begin, 4}, c.accent)
	}
	e.fill(rect{end.x + 4, end.y + pitch*0.15, caret, pitch * 0.7}, c.accent)
}
