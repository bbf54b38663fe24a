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
	text := e.pen(32*s.enlarged()*s.enlarged(), e.colours.ink).centred()
	ask := w.T("kiosk.verify.text")
	text = text.fitted(ask, said.w, text.size*0.9) // rather than a second line of one character
	pitch := text.size * 1.35
	high := pitch * float32(len(text.lines(ask, said.w, 2)))
	e.lines(rect{said.x, said.y + 76 - high, said.w, high}, text, ask, 2, pitch)
	s.codeBoxes(e, rect{said.x, said.y + 90, said.w, 100})
	if wrong := s.session.code.wrong; wrong != "" {
		e.lines(rect{said.x, said.y + 212, said.w, 2 * pitch}, text.strong(), "! "+w.T(wrong), 2, pitch)
	}
	s.keypad(e, keys, button{text: w.T("kiosk.verify.check"), primary: true, event: Event{Kind: CheckCode}})
}

// codeBoxes shows what was typed, in groups of four as it stands on the paper, and marks the box that is next.
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
		} else if i == len(s.session.code.typed) {
			e.ring(box)
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
	buttons := []button{s.backButton(), {text: w.T("kiosk.verify.again"), icon: tickIcon(), beside: true, event: Event{Kind: AnotherCode}}}
	if v.State == data.NoticeValid && s.shelf.Has(v.Number) {
		buttons = append(buttons, button{
			text: w.T("kiosk.verify.open"), icon: nextIcon(), beside: true, primary: true, event: Event{Kind: OpenItem, Text: v.Number},
		})
	}
	s.filling(e, buttons)
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
	list := []said{{e.pen(40*k, c.ink).strong(), v.Title, 3}, {text, w.Period(v), 2}, {text, w.Verdict(v), 8}, {text, newer, 2}}
	if v.State == data.NoticeValid {
		list = append(list, said{small, w.T("kiosk.verify.compare"), 3})
	}
	list = append(list, said{small, w.T("kiosk.verify.code", code), 1})
	return slices.DeleteFunc(list, func(p said) bool { return p.text == "" })
}

// answer writes the verdict on a card.
func (s *screen) answer(e *easel, v data.Verdict, code string) {
	c := e.colours
	sign, tone := signOf(v)
	ink, ground := tone.Colours()
	if s.session.Contrast {
		ink, ground = c.accent, c.card
	}
	const headHeight, side, between, above = 190, 96, 34, 36
	card := e.frame.list
	text := card.inset(48, 0)
	reasons := s.reasons(e, v, code)
	card.h = headHeight + 2*above
	for _, p := range reasons {
		card.h += p.height(text.w)
	}
	if e.frame.portrait {
		card.y = e.frame.head.bottom() + 30
		if s.session.Low { // near to eyes that are as low as the hand
			card.y = max(card.y, e.frame.switches.y-30-card.h)
		}
	}
	e.card(card, c.card)
	head := rect{card.x, card.y, card.w, headHeight}
	e.card(head, ground)
	word := s.words().Standing(v)
	big := e.pen(76, ink).strong().fitted(word, head.w-side-between-96, sizeTile)
	left := head.x + (head.w-side-between-big.wide(word))/2
	e.sign(rect{left, head.y + (head.h-side)/2, side, side}, sign, ink)
	e.write(rect{left + side + between, head.y, big.wide(word) + 2, head.h}, big, word)
	y := head.bottom() + above
	for _, p := range reasons {
		e.lines(rect{text.x, y, text.w, 0}, p.pen, p.text, p.most, p.pitch())
		y += p.height(text.w)
	}
}

// signOf gives the sign and the colours of an answer, so that its colour does not tell it alone.
// What the public file does not know is neither good nor bad.
func signOf(v data.Verdict) (icon, ui.Tone) {
	if v.Reason == data.ReasonUnlisted {
		return questionIcon(), ui.Plain
	}
	switch v.State {
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
	if place.w == 0 {
		return
	}
	e.card(place, e.colours.card)
	label := e.pen(28, e.colours.ink).centred()
	e.write(place, label, s.words().T("kiosk.verify.title"))
	e.touch(place, func() { s.handle(Event{Kind: OpenVerify}) })
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

func questionIcon() icon {
	return icon{{
		{5.8, 8.4},
		{6.4, 5.6},
		{8.2, 3.4},
		{10.6, 2.3},
		{13.4, 2.3},
		{15.9, 3.4},
		{17.7, 5.5},
		{18.2, 8},
		{17.6, 10.4},
		{16, 12.4},
		{14.3, 13.9},
		{13.7, 15.2},
		{13.7, 16.4},
		{10.3, 16.4},
		{10.3, 14.6},
		{11, 12.8},
		{12.4, 11.3},
		{14, 9.8},
		{14.7, 8},
		{14.2, 6.6},
		{13, 5.6},
		{11, 5.6},
		{9.8, 6.6},
		{9.3, 8.4},
	}, bar(10.1, 18.2, 3.8, 3.8)}
}

func barIcon() icon { return icon{bar(4, 10.2, 16, 3.6)} }
