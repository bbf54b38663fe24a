package kiosk

import (
	"context"
	"strconv"
	"strings"
	"time"

	"gongkailan/app/ui"
)

// pad shows the staff's number pad: the only way to where a full screen is left.
func (s *screen) pad(e *easel) {
	c, w := e.colours, s.words()
	keys, said := padPlaces(e, false)
	if s.options.CheckPIN == nil {
		s.noPIN(e, keys, said)
		return
	}
	title := e.pen(44, c.ink).strong().centred()
	e.write(said, title.fitted(w.T("kiosk.pin.title"), said.w, sizeText), w.T("kiosk.pin.title"))
	dots := rect{said.x, said.y + 100, said.w, 70}
	e.write(dots, e.pen(60, c.ink).centred(), strings.Repeat("•", len(s.session.pin.typed)))
	s.countdown = e.write(rect{said.x, said.y + 190, said.w, 46}, e.pen(28, c.second).centred(), "")

	s.keypad(e, keys, button{text: w.T("kiosk.pin.enter"), primary: true, event: Event{Kind: EnterPIN}})
}

// noPIN says how a PIN is set, where none is: a pad would never open.
func (s *screen) noPIN(e *easel, keys, said rect) {
	c, w := e.colours, s.words()
	title := e.pen(44, c.ink).strong().centred()
	e.write(said, title.fitted(w.T("kiosk.pin.none"), said.w, sizeText), w.T("kiosk.pin.none"))
	text := e.pen(sizeText, c.second)
	e.lines(rect{said.x, said.y + 100, said.w, 0}, text.centred(), w.T("kiosk.pin.none.text"), 5, 44)
	cells := keys.grid(3, 5, 20)
	e.button(cells[12], s.backButton())
}

// padPlaces gives where the keys of a number pad lie and where stands what they are for; low keeps the keys in the
// lower half.
func padPlaces(e *easel, low bool) (keys, said rect) {
	const wide = 690
	keys = rect{(e.frame.w - wide) / 2, e.frame.h - 800, wide, 740}
	if !e.frame.portrait {
		keys = rect{e.frame.w - margin - wide, e.frame.head.bottom() + 40, wide, e.frame.h - e.frame.head.bottom() - 100}
		said = rect{margin, e.frame.h/2 - 160, keys.x - 2*margin, 60}
		return keys, said
	}
	if half := e.frame.h / 2; low && keys.y < half {
		keys.y, keys.h = half, keys.bottom()-half
	}
	return keys, rect{margin, keys.y - 380, e.frame.w - 2*margin, 60}
}

// keypad shows digits, 清除, 删除, 返回 and the button that takes what was typed.
func (s *screen) keypad(e *easel, keys rect, take button) {
	w := s.words()
	cells := keys.grid(3, 5, 20)
	for i, digit := range []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0"} {
		if digit != "" {
			e.button(cells[i], button{text: digit, event: Event{Kind: Digit, Text: digit}})
		}
	}
	e.button(cells[9], button{text: w.T("kiosk.pin.clear"), event: Event{Kind: EraseAll}})
	e.button(cells[11], button{text: w.T("kiosk.pin.erase"), event: Event{Kind: Erase}})
	e.button(cells[12], button{text: w.T("kiosk.back"), event: Event{Kind: Back}})
	enter := rect{cells[13].x, cells[13].y, cells[14].right() - cells[13].x, cells[13].h}
	e.button(enter, take)
}

// padMessage says what the pad has to say now.
func (s *screen) padMessage(now time.Time) string {
	w, pin := s.words(), s.session.pin
	switch {
	case pin.isLocked(now):
		left := pin.locked.Sub(now)
		return w.T("kiosk.pin.locked", strconv.Itoa(int((left+time.Second-1)/time.Second)))
	case pin.checking:
		return w.T("kiosk.pin.checking")
	case pin.wrong:
		return w.T("kiosk.pin.wrong")
	default:
		return w.T("kiosk.pin.text")
	}
}

// check asks whether the PIN is right, beside the main goroutine: a good check is slow on purpose.
func (s *screen) check(pin string) {
	right := s.options.CheckPIN
	ui.Load(s.loader, func(context.Context) (bool, error) { return right != nil && right(pin), nil }, func(ok bool, _ error) {
		kind := PINWrong
		if ok {
			kind = PINRight
		}
		s.handle(Event{Kind: kind})
	})
}
