package kiosk

import (
	"slices"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// verify lets a visitor type the code on a notice, and answers.
func (s *screen) verify(e *easel) {
	if s.session.code.asked {
		s.verdict(e)
		return
	}
	w := s.words()
	keys, said := padPlaces(e, s.session.Low)
	s.padTitle(e, said, w.T("kiosk.verify.title"))
	s.codeBoxes(e, rect{said.x, said.y + 90, said.w, 100})
	text, ink := w.T("kiosk.verify.text"), e.colours.second
	if wrong := s.session.code.wrong; wrong != "" {
		text, ink = "! "+w.T(wrong), e.colours.accent
	}
	hint := e.pen(28, ink).centred()
	e.lines(rect{said.x, said.y + 212, said.w, 80}, hint, text, 2, 38)
	s.keypad(e, keys, button{text: w.T("kiosk.verify.check"), primary: true, event: Event{Kind: CheckCode}})
}

// codeBoxes shows what was typed, in groups of four as it stands on the paper.
func (s *screen) codeBoxes(e *easel, place rect) {
	const group, between, within = 4, 30, 8
	side := min(70, (place.w-2*between-9*within)/noticeDigits)
	wide := side*noticeDigits + 2*between + 9*within
	x := place.x + (place.w-wide)/2
	digit := e.pen(side*0.72, e.colours.ink).strong().centred()
	for i := range noticeDigits {
		box := rect{x, place.y + (place.h-side*1.3)/2, side, side * 1.3}
		e.card(box, e.colours.card)
		if i < len(s.session.code.typed) {
			e.write(box, digit, s.session.code.typed[i:i+1])
		}
		x += side + within
		if i%group == group-1 {
			x += between - within
		}
	}
}

// verdict answers in words, with a sign and a colour.
func (s *screen) verdict(e *easel) {
	w := s.words()
	code, err := data.ParseNoticeCode(s.session.code.typed)
	if err != nil {
		return // only what is a code is asked for
	}
	v := s.bulletin.Judge(code, s.day)
	buttons := []button{s.backButton(), {text: w.T("kiosk.verify.again"), event: Event{Kind: AnotherCode}}, {}, {}}
	if v.State == data.NoticeValid && s.shelf.Has(v.Number) {
		buttons[3] = button{text: w.T("kiosk.verify.open"), icon: nextIcon(), primary: true, event: Event{Kind: OpenItem, Text: v.Number}}
	}
	s.buttons(e, buttons)
	s.switches(e)
	s.answer(e, v, code)
}

// said is a piece of an answer: its text, how it is written, and in how many lines at most.
type said struct {
	pen  writing
	text string
	most int
}

// height is what the piece takes in a width, with the space under it.
func (p said) height(width float32) float32 {
	return float32(len(p.pen.lines(p.text, width, p.most)))*p.pitch() + 20
}

func (p said) pitch() float32 { return p.pen.size * 1.4 }

// reasons lists what an answer says under its head.
func (s *screen) reasons(e *easel, v data.Verdict, code string) []said {
	c, w, k := e.colours, s.words(), s.enlarged()
	text, small := e.pen(34*k, c.ink), e.pen(28*k, c.second)
	newer := ""
	if v.Newer != "" { // on a line of its own, so that it can be typed from there
		newer, v.Newer = w.T("verdict.newer", v.Newer), ""
	}
	list := []said{{e.pen(40*k, c.ink).strong(), v.Title, 3}, {text, w.Period(v), 2}, {text, w.Verdict(v), 5}, {text, newer, 2}}
	if v.State == data.NoticeValid {
		list = append(list, said{small, w.T("kiosk.verify.compare"), 3})
	}
	list = append(list, said{small, w.T("kiosk.verify.code", code), 1})
	return slices.DeleteFunc(list, func(p said) bool { return p.text == "" })
}

// answer writes the verdict on a card.
func (s *screen) answer(e *easel, v data.Verdict, code string) {
	c := e.colours
	sign, tone := signOf(v.State)
	ink, ground := tone.Colours()
	if s.session.Contrast {
		ink, ground = c.accent, c.card
	}
	const headHeight, side, between, above = 190, 96, 34, 36
	card := e.frame.list
	if e.frame.portrait { // nothing on it is touched: it need not lie low
		card.y = e.frame.head.bottom() + 30
	}
	text := card.inset(48, 0)
	reasons := s.reasons(e, v, code)
	card.h = headHeight + 2*above
	for _, p := range reasons {
		card.h += p.height(text.w)
	}
	e.card(card, c.card)
	head := rect{card.x, card.y, card.w, headHeight}
	e.card(head, ground)
	word := s.words().Standing(v)
	big := e.pen(76, ink).strong().fitted(word, head.w-side-between-96, sizeTile)
	left := head.x + (head.w-side-between-big.wide(word))/2
	e.at(rect{left, head.y + (head.h-side)/2, side, side}, sign.raster(ink))
	e.write(rect{left + side + between, head.y, big.wide(word) + 2, head.h}, big, word)
	y := head.bottom() + above
	for _, p := range reasons {
		e.lines(rect{text.x, y, text.w, 0}, p.pen, p.text, p.most, p.pitch())
		y += p.height(text.w)
	}
}

// signOf gives the sign and the colours of an answer, so that its colour does not tell it alone.
func signOf(state data.Standing) (icon, ui.Tone) {
	switch state {
	case data.NoticeValid:
		return tickIcon(), ui.Good
	case data.NoticeDown:
		return barIcon(), ui.Waiting
	default:
		return crossIcon(), ui.Bad
	}
}

// verifyStrip is the way in where there is a strip of its own for it; elsewhere it is one of the switches.
func (s *screen) verifyStrip(e *easel) {
	place := e.frame.verify
	if place.w == 0 || s.session.At != Loop {
		return
	}
	e.card(place, e.colours.card)
	label := e.pen(28, e.colours.ink).centred()
	e.write(place, label, s.words().T("kiosk.verify.title"))
	e.touch(place, func() { s.handle(Event{Kind: OpenVerify}) })
}

// verifyTile is the way in on 全部公开.
func (s *screen) verifyTile() button {
	return button{text: s.words().T("kiosk.verify.tile"), icon: tickIcon(), beside: true, event: Event{Kind: OpenVerify}}
}

func tickIcon() icon {
	return icon{{{3, 12.6}, {5.4, 10.2}, {9.8, 14.6}, {18.9, 5.2}, {21.2, 7.6}, {9.8, 19.4}}}
}

func crossIcon() icon {
	return icon{{
		{6.2, 3.8},
		{12, 9.6},
		{17.8, 3.8},
		{20.2, 6.2},
		{14.4, 12},
		{20.2, 17.8},
		{17.8, 20.2},
		{12, 14.4},
		{6.2, 20.2},
		{3.8, 17.8},
		{9.6, 12},
		{3.8, 6.2},
	}}
}

func barIcon() icon { return icon{bar(4, 10.2, 16, 3.6)} }
