package kiosk

import (
	"gongkailan/app/pageview"
)

// nothing shows that nothing is up now, as calmly as a page.
func (s *screen) nothing(e *easel) {
	w := s.words()
	s.notice(e, w.T("kiosk.none.title"), []string{w.T("kiosk.none.text")})
	s.switches(e)
}

// brokenPage says that the public file does not hold, why, and whom to tell. Nothing of the file is shown.
func (s *screen) brokenPage(e *easel) {
	w := s.words()
	s.notice(e, w.T("kiosk.broken.title"), []string{w.T("kiosk.broken.text"), w.Error(s.problem)})
}

// notice writes a few lines in the middle of an empty sheet.
func (s *screen) notice(e *easel, title string, lines []string) {
	c := e.colours
	sheet := e.frame.sheet
	if !e.frame.portrait {
		sheet.w = e.frame.w - 2*margin
		if s.session.At == Loop {
			sheet.w = e.frame.sheet.w
		}
	}
	s.sheet.Put(pageview.Picture{Colours: c.page, Part: pageview.Region{Width: float64(sheet.w), Height: float64(sheet.h)}}, pageview.Picture{})
	e.at(sheet, s.sheet)
	inner := sheet.inset(80, 0)
	head := e.pen(44, c.ink).strong().centred()
	text := e.pen(sizeText, c.second).centred()
	inner.y += sheet.h*0.38 - 60
	inner.y += e.lines(inner, head, title, 2, 64) + 30
	for _, line := range lines {
		inner.y += e.lines(inner, text, line, 4, 46) + 16
	}
}

// stillThere asks 还在看吗 over what is open. Any touch is the answer.
func (s *screen) stillThere(e *easel) {
	c, w := e.colours, s.words()
	e.fill(rect{0, 0, e.frame.w, e.frame.h}, c.veil)
	card := rect{e.frame.w/2 - 340, e.frame.h/2 - 40, 680, 470}
	if !e.frame.portrait {
		card.y = e.frame.h/2 - 235
	}
	e.card(card, c.card)
	centre := e.pen(48, c.ink).strong().centred()
	e.write(rect{card.x, card.y + 56, card.w, 70}, centre, w.T("kiosk.still.title"))
	s.countdown = e.write(rect{card.x, card.y + 146, card.w, 46}, e.pen(sizeText, c.second).centred(), "")
	stay := rect{card.x + 100, card.y + 250, card.w - 200, 150}
	e.card(stay, c.accent)
	e.write(stay, e.pen(40, c.accentInk).strong().centred(), w.T("kiosk.still.stay"))
	e.touch(rect{0, 0, e.frame.w, e.frame.h}, nil)
}
