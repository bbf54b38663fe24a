package kiosk

import (
	"strconv"
	"time"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// askBack lets a visitor type a receipt's code, and answers.
func (s *screen) askBack(e *easel) {
	a := s.session.asking
	if a.answer.found != notAsked {
		s.reply(e)
		return
	}
	w := s.words()
	keys, said := receiptPlaces(e)
	text := e.pen(32*s.enlarged(), e.colours.ink).centred()
	ask, pitch := w.T("kiosk.ask.text"), text.size*1.4
	high := e.lines(said, text, ask, 4, pitch) + 20
	e.codeBoxes(rect{said.x, said.y + high, said.w, 130}, a.typed, data.ReceiptLength, 96)
	s.askSaid(e, rect{said.x, said.y + high + 150, said.w, pitch})
	if a.looking {
		back := rect{keys.x, keys.bottom() - 140, keys.w, 140}
		keys.h -= 140 + gap
		e.card(keys, e.colours.card)
		e.write(keys, e.pen(40, e.colours.ink).strong().centred(), w.T("kiosk.ask.looking"))
		e.button(back, s.backButton())
		return
	}
	s.receiptKeys(e, keys)
}

// askSaid says what is wrong with what was typed, or how long to wait.
func (s *screen) askSaid(e *easel, place rect) {
	text := e.pen(sizeText*s.enlarged(), e.colours.ink).strong().centred()
	if wrong := s.session.asking.wrong; wrong != "" {
		e.lines(place, text, "! "+s.words().T("refuse."+wrong), 3, text.size*1.4)
		return
	}
	s.countdown = e.write(rect{place.x, place.y, place.w, text.size * 1.4}, text, "")
}

// askMessage says how long nothing can be asked.
func (s *screen) askMessage(now time.Time) string {
	a := s.session.asking
	if !a.isLocked(now) {
		return ""
	}
	return s.words().T("kiosk.ask.locked", strconv.Itoa(int((a.until.Sub(now)+time.Second-1)/time.Second)))
}

// receiptPlaces gives where the keys for a receipt's code lie, and where stands what they are for.
func receiptPlaces(e *easel) (keys, said rect) {
	const foot = 60
	if e.frame.portrait {
		keys = rect{margin, e.frame.h - foot - 740, e.frame.w - 2*margin, 740}
		if half := e.frame.h / 2; keys.y < half {
			keys.y, keys.h = half, e.frame.h-foot-half
		}
		return keys, rect{margin, max(e.frame.head.bottom()+30, keys.y-480), e.frame.w - 2*margin, 0}
	}
	wide := max(e.frame.eightKeys(), min(900, e.frame.w*0.56))
	keys = rect{e.frame.w - margin - wide, e.frame.head.bottom() + 40, wide, e.frame.h - e.frame.head.bottom() - 40 - foot}
	return keys, rect{margin, e.frame.h/2 - 220, keys.x - 2*margin, 0}
}

// receiptKeys shows the characters of the codes, 清除, 删除, 返回 and 查询.
func (s *screen) receiptKeys(e *easel, keys rect) {
	const across, rows, between = 8, 5, 16
	w := s.words()
	cells := keys.grid(across, rows, between)
	for i, letter := range data.ReceiptAlphabet() {
		s.codeKey(e, cells[i], string(letter), Event{Kind: ReceiptKey, Text: string(letter)})
	}
	s.codeKey(e, cells[len(data.ReceiptAlphabet())], w.T("kiosk.pin.erase"), Event{Kind: Erase})
	foot := cells[(rows-1)*across:]
	span := func(from, to int) rect {
		return rect{foot[from].x, foot[from].y, foot[to].right() - foot[from].x, foot[from].h}
	}
	e.button(span(0, 1), button{text: w.T("kiosk.back"), event: Event{Kind: Back}})
	e.button(span(2, 3), button{text: w.T("kiosk.pin.clear"), event: Event{Kind: EraseAll}})
	e.button(span(4, 7), button{text: w.T("kiosk.ask.look"), primary: true, event: Event{Kind: AskReply}})
}

// codeKey is a small tile with one character.
func (s *screen) codeKey(e *easel, r rect, text string, event Event) {
	e.card(r, e.colours.card)
	e.write(r, e.pen(min(48, r.w*0.5), e.colours.ink).strong().centred().fitted(text, r.w-28, sizeSmall), text)
	e.touch(r, func() { s.handle(event) })
}

// reply shows what became of a message.
func (s *screen) reply(e *easel) {
	w, a := s.words(), s.session.asking
	again := button{text: w.T("kiosk.ask.again"), icon: tickIcon(), beside: true, event: Event{Kind: AnotherReceipt}}
	head, lines := s.replyHead(a.answer)
	card, y := s.replyCard(e, s.area(e), head, lines)
	at, pages := 0, 1
	if a.answer.text != "" {
		at, pages = s.replyText(e, rect{card.x + 48, y, card.w - 96, card.bottom() - 24 - y})
	}
	if pages == 1 {
		s.filling(e, []button{s.backButton(), again})
		s.switches(e)
		return
	}
	turn := func(to int) Event { return Event{Kind: TurnTo, Text: strconv.Itoa(to)} }
	var previous, next button
	if at > 0 {
		previous = button{text: w.T("kiosk.previous"), icon: previousIcon(), event: turn(at - 1)}
	}
	if at+1 < pages {
		next = button{text: w.T("kiosk.next"), icon: nextIcon(), primary: true, event: turn(at + 1)}
	}
	s.buttons(e, []button{s.backButton(), again, previous, next})
	s.switches(e)
}

// replyText shows a page of the answer's text, and tells which of how many it is.
func (s *screen) replyText(e *easel, place rect) (at, pages int) {
	const foot = 44
	a := s.session.asking
	pen := e.pen(34*s.enlarged(), e.colours.ink)
	pitch := pen.size * 1.5
	lines := pen.spelt(a.answer.text, place.w)
	per := max(1, int(place.h/pitch))
	if len(lines) > per { // the last line is for the number of the page
		per = max(1, int((place.h-foot)/pitch))
	}
	pages = (len(lines) + per - 1) / per
	at = min(a.page, pages-1)
	e.spell(place, pen, lines[at*per:min(len(lines), (at+1)*per)], pitch)
	if pages > 1 {
		e.write(rect{place.x, place.bottom() - foot, place.w, foot}, e.pen(sizeSmall, e.colours.second).centred(), s.words().T("page.of", at+1, pages))
	}
	return at, pages
}

// verdictHead is the band over an answer: a sign, a few words and their colours.
type verdictHead struct {
	sign icon
	tone ui.Tone
	text string
}

// replyHead gives the band and the lines of an answer.
func (s *screen) replyHead(a Answer) (verdictHead, []string) {
	w := s.words()
	switch a.found {
	case nothing:
		return verdictHead{questionIcon(), ui.Plain, w.T("kiosk.ask.none")}, []string{w.T("kiosk.ask.none.text")}
	case waits:
		return verdictHead{tickIcon(), ui.Good, w.T("kiosk.ask.waits")}, []string{w.T("kiosk.ask.waits.text")}
	}
	kind := w.T("kiosk.speak." + string(a.kind))
	if a.state != data.OpinionAnswered {
		return verdictHead{barIcon(), ui.Waiting, w.T("opinion.state." + string(a.state))}, []string{kind, w.T("kiosk.ask.due", w.Date(a.due))}
	}
	lines := []string{kind + " · " + w.T("kiosk.ask.on", w.Date(a.on))}
	if a.torn {
		lines = append(lines, w.T("kiosk.ask.torn"))
	}
	return verdictHead{tickIcon(), ui.Good, w.T("opinion.state." + string(a.state))}, lines
}

// replyCard paints the card of an answer with its band and lines, and gives it with where its text begins. Without a
// text it is as high as its lines.
func (s *screen) replyCard(e *easel, place rect, head verdictHead, lines []string) (card rect, y float32) {
	const band, side, between = 150, 80, 30
	c := e.colours
	pen := e.pen(34*s.enlarged(), c.ink)
	pitch := pen.size * 1.45
	card = place
	high := float32(band + 30)
	for _, line := range lines {
		high += pitch*float32(len(pen.lines(line, card.w-96, 6))) + 12
	}
	if s.session.asking.answer.text == "" {
		card.h = high + 30
		if e.frame.portrait && s.session.Low {
			card.y = max(card.y, place.bottom()-card.h)
		}
	}
	e.card(card, c.card)
	ink, ground := head.tone.Colours()
	if s.session.Contrast {
		ink, ground = c.accent, c.card
	}
	strip := rect{card.x, card.y, card.w, band}
	e.card(strip, ground)
	big := e.pen(64, ink).strong().fitted(head.text, strip.w-side-between-96, sizeTile)
	left := strip.x + (strip.w-side-between-big.wide(head.text))/2
	e.sign(rect{left, strip.y + (band-side)/2, side, side}, head.sign, ink)
	e.write(rect{left + side + between, strip.y, big.wide(head.text) + 2, band}, big, head.text)
	y = strip.bottom() + 30
	for _, line := range lines {
		y += e.lines(rect{card.x + 48, y, card.w - 96, 0}, pen, line, 6, pitch) + 12
	}
	return card, y
}

// askTile is the way in on 全部公开.
func (s *screen) askTile() button {
	return button{text: s.words().T("kiosk.ask.title"), icon: questionIcon(), event: Event{Kind: OpenAsking}}
}
