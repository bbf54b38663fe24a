package kiosk

import (
	"strings"

	"gongkailan/data"
	"gongkailan/reports/bulletin"
)

// whyShown is how an item stands on the screen.
type whyShown int

// How items stand: the first is shown, the others are not.
const (
	whyUp      whyShown = iota
	whyEarly            // its first day is still to come
	whyOver             // its last day is past
	whyLeftOut          // the office left it out, because it does not hold
	whyGone             // it came down
)

// grounds say of one item why it is on the screen, or why it is not.
type grounds struct {
	number string
	title  string // "" where the file does not tell it
	why    whyShown
	on     data.Date   // the first day, the last day, or the day on which it came down
	left   string      // why it was left out, as the office wrote it
	gone   data.Reason // why it came down
}

// reasons give of every item of the file why it is on the screen on the day, or why it is not: what it holds first, what
// was left out, then what came down.
func reasons(b bulletin.Bulletin, day data.Date) []grounds {
	var all []grounds
	for _, it := range b.Items {
		g := grounds{number: it.Number, title: it.Title, why: whyUp, on: it.To}
		switch {
		case day < it.From:
			g.why, g.on = whyEarly, it.From
		case it.To != "" && it.To < day:
			g.why = whyOver
		}
		all = append(all, g)
	}
	for _, l := range b.LeftOut {
		all = append(all, grounds{number: l.Number, why: whyLeftOut, left: l.Why})
	}
	for _, g := range b.Gone {
		all = append(all, grounds{number: g.Number, why: whyGone, gone: g.State, on: g.On})
	}
	return all
}

// withDigits gives those whose number has the digits in a row, whatever else is in the number.
func withDigits(all []grounds, digits string) []grounds {
	if digits == "" {
		return all
	}
	var found []grounds
	for _, g := range all {
		if strings.Contains(onlyDigits(g.number), digits) {
			found = append(found, g)
		}
	}
	return found
}

func onlyDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, text)
}

// grounded words why an item is on the screen, or why not.
func (s *screen) grounded(g grounds) string {
	w := s.words()
	switch g.why {
	case whyEarly:
		return w.T("kiosk.why.early", w.Date(g.on))
	case whyOver:
		return w.T("kiosk.why.over", w.Date(g.on))
	case whyLeftOut:
		return w.T("kiosk.why.leftout", g.left)
	case whyGone:
		if g.on == "" {
			return w.T("kiosk.why." + string(g.gone))
		}
		return w.T("kiosk.why.gone", w.T("kiosk.why."+string(g.gone)), w.Date(g.on))
	default:
		if g.on == "" {
			return w.T("kiosk.why.up")
		}
		return w.T("kiosk.why.upto", w.Date(g.on))
	}
}

// Measures of the staff's list.
const (
	whyRow  float32 = 100
	whySide float32 = 420 // on a wide screen, beside it
)

// whyPad is the height of the keys under the list of an upright screen.
func (f frame) whyPad() float32 { return 2*max(86, f.least) + keyGap }

// whyPlaces gives where the list lies, and the keys under it.
func (s *screen) whyPlaces(f frame) (list, keys rect) {
	body := staffBody(f)
	if !f.portrait {
		keys = rect{body.right() - whySide, body.y, whySide, body.h}
		return rect{body.x, body.y + 50, keys.x - 40 - body.x, body.h - 50}, keys
	}
	keys = rect{body.x, body.bottom() - f.whyPad(), body.w, f.whyPad()}
	return rect{body.x, body.y + 50, body.w, keys.y - 20 - body.y - 50}, keys
}

// whyPage lists every item with the reason why it is, or is not, on the screen.
func (s *screen) whyPage(e *easel) {
	c, w, d := e.colours, s.words(), s.session.staff
	list, keys := s.whyPlaces(e.frame)
	all := withDigits(reasons(s.bulletin, s.day), d.typed)
	per := max(1, int(list.h/whyRow))
	pages := max(1, (len(all)+per-1)/per)
	at := min(d.list, pages-1)
	shown := all[min(at*per, len(all)):min((at+1)*per, len(all))]
	head := w.T("kiosk.count", len(all)) + "　" + w.T("page.of", at+1, pages)
	if d.typed != "" {
		head = w.T("kiosk.staff.digits", d.typed) + "　" + head
	}
	e.write(rect{list.x, list.y - 50, list.w, 40}, e.pen(28, c.second), head)
	for i, g := range shown {
		r := rect{list.x, list.y + float32(i)*whyRow, list.w, whyRow - 8}
		e.card(r, c.card)
		s.whyLine(e, r, g)
	}
	if len(all) == 0 {
		e.write(rect{list.x, list.y, list.w, 60}, e.pen(sizeText, c.ink), w.T("kiosk.staff.none"))
	}
	s.digitKeys(e, keys, at > 0, at+1 < pages)
}

// whyLine writes one item: a sign and the reason, under it the number and the title.
func (s *screen) whyLine(e *easel, r rect, g grounds) {
	c := e.colours
	sign, ink := crossIcon(), c.ink
	if g.why == whyUp {
		sign, ink = tickIcon(), c.goodInk
	}
	e.at(rect{r.x + 20, r.y + r.h/2 - 17, 34, 34}, sign.raster(ink))
	text := rect{r.x + 76, r.y + 6, r.w - 96, 40}
	first, second := e.pen(28, ink).strong(), e.pen(sizeSmall, c.second)
	first = first.fitted(s.grounded(g), text.w, sizeSmall)
	e.write(text, first, first.cut(s.grounded(g), text.w))
	text.y += 38
	e.write(text, second, second.cut(strings.TrimSpace(g.number+"　"+g.title), text.w))
}

// digitKeys shows the digits, and the keys that turn the list: upright in two rows, wide in three columns.
func (s *screen) digitKeys(e *easel, keys rect, before, more bool) {
	w := s.words()
	columns, order := 7, "12345e<67890c>"
	if !e.frame.portrait {
		columns, order = 3, "123456789e0c<_>"
	}
	cells := keys.grid(columns, len(order)/columns, keyGap)
	for i, key := range order {
		b := button{text: string(key), event: Event{Kind: Digit, Text: string(key)}}
		switch {
		case key == 'e':
			b = button{text: w.T("kiosk.pin.erase"), event: Event{Kind: Erase}}
		case key == 'c':
			b = button{text: w.T("kiosk.pin.clear"), event: Event{Kind: EraseAll}}
		case key == '<' && before:
			b = button{text: w.T("kiosk.staff.previous"), event: Event{Kind: Previous}}
		case key == '>' && more:
			b = button{text: w.T("kiosk.staff.next"), primary: true, event: Event{Kind: Next}}
		case key < '0' || key > '9':
			continue
		}
		e.button(cells[i], b)
	}
}

// staffLists gives how many pages the staff's list has.
func (s *screen) staffLists(session Session) int {
	if session.staff.page != staffWhy {
		return 1
	}
	list, _ := s.whyPlaces(s.frameFor(session, Staff))
	per := max(1, int(list.h/whyRow))
	return (len(withDigits(reasons(s.bulletin, s.day), session.staff.typed)) + per - 1) / per
}
