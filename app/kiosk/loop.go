package kiosk

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"gongkailan/app/pageview"
	"gongkailan/reports/bulletin"
)

const (
	captionHeight float32 = 52 // of the line under a page that has others beside it
	captionAbove  float32 = 18 // from the page to it
)

// loop shows the board: every page in turn, as it hangs, on a wide screen several side by side.
func (s *screen) loop(e *easel) {
	if s.edition == 0 {
		return // nothing was read yet: a calm screen for a moment
	}
	if !s.shelf.Has(s.session.Slide.Number) {
		s.nothing(e)
		return
	}
	spread := s.shelf.spread(s.session)
	if slots := e.frame.slots(s.session.Large); len(slots) > 1 {
		s.sideBySide(e, slots, spread)
	} else {
		s.alone(e)
	}
	w := s.words()
	buttons := []button{{text: w.T("kiosk.all"), icon: listIcon(), primary: true, event: Event{Kind: OpenAll}}}
	if next, _ := s.shelf.Step(s.session, s.session.Slide, len(spread)); next != s.session.Slide {
		pause := button{text: w.T("kiosk.pause"), icon: pauseIcon(), event: Event{Kind: TogglePause}}
		if s.session.Paused {
			pause.text, pause.icon = w.T("kiosk.resume"), playIcon()
		}
		previous := button{text: w.T("kiosk.previous"), icon: previousIcon(), event: Event{Kind: Previous}}
		next := button{text: w.T("kiosk.next"), icon: nextIcon(), event: Event{Kind: Next}}
		if e.frame.portrait {
			buttons = append(buttons, previous, next, pause)
		} else { // 上一页 and 下一页 side by side
			buttons = append(buttons, pause, previous, next)
		}
	}
	s.buttons(e, buttons)
	s.switches(e)
}

// alone shows one page of the board. Where its verification code is too small to scan there, it stands enlarged beside.
func (s *screen) alone(e *easel) {
	at := s.session.Slide
	it, _ := s.shelf.item(at.Number)
	ahead, _ := s.shelf.Step(s.session, at, 1)
	place := e.frame.sheet
	code, has := s.codeOn(e, place, at)
	small := has && code.across < leastCode
	if small && e.frame.portrait {
		place.h = min(place.h, e.frame.line.y-captionAbove-s.scanHeight(e, code)-gap-place.y)
	}
	s.page(e, place, at, ahead)
	e.touch(e.frame.sheet, func() { s.handle(Event{Kind: OpenItem, Text: it.Number}) })
	n, of := s.shelf.position(at)
	below := s.about(e, it, fmt.Sprintf("%d / %d", n, of))
	if small {
		s.scanIn(e, place, below, at, code)
	}
}

// slots are where the pages of the board hang side by side: as many places for upright A4 pages, or for the parts of large
// type, as can be read well. On an upright screen it is one.
func (f frame) slots(large bool) []rect {
	const (
		upright = 210.0 / 297
		least   = 0.88 // of the height: a page may be so much smaller for one more to have room
		reading = 1.4  // width over height of what large type shows at once
	)
	if f.portrait {
		return []rect{f.sheet}
	}
	wide := f.sheet.h * upright * least
	if large {
		wide = f.sheet.h * reading
	}
	n := max(1, int((f.sheet.w+gap)/(wide+gap)))
	return f.sheet.row(n, gap)
}

// readingPlace is the place of one part of a page in large type.
func (f frame) readingPlace() rect {
	slots := f.slots(true)
	place := slots[0]
	if len(slots) > 1 {
		place.h -= captionAbove + captionHeight
	}
	return place
}

// sideBySide hangs pages beside each other at one line, each in its own proportion and with its state under it. Each of
// them opens.
func (s *screen) sideBySide(e *easel, slots []rect, spread []Spot) {
	free := e.frame.sheet.w - slots[len(spread)-1].right() + e.frame.sheet.x
	room := slots[0].h - captionAbove - captionHeight
	for i, at := range spread { // where one code needs room under its page, all pages leave it, or they hang unevenly
		slots[i].x += free / 2
		place := rect{slots[i].x, slots[i].y, slots[i].w, room}
		if code, ok := s.codeOn(e, place, at); ok && code.across < leastCode {
			under := slots[0].h - s.hung(e, place, at).h - captionAbove - captionHeight
			if need := s.scanHeight(e, code) + captionAbove; under < need {
				room -= need - under
			}
		}
	}
	for i, at := range spread {
		place := rect{slots[i].x, slots[i].y, slots[i].w, room}
		ahead, _ := s.shelf.Step(s.session, at, len(spread))
		paper := s.hung(e, place, at)
		sheet := s.sheetAt(i)
		e.at(paper, sheet)
		sheet.Put(s.picture(e, at), s.picture(e, ahead))
		line := rect{slots[i].x, paper.bottom() + captionAbove, slots[i].w, captionHeight}
		it, _ := s.shelf.item(at.Number)
		s.caption(e, line, it)
		e.touch(rect{slots[i].x, slots[i].y, slots[i].w, line.bottom() - slots[i].y}, func() { s.handle(Event{Kind: OpenItem, Text: it.Number}) })
		if code, ok := s.codeOn(e, place, at); ok && code.across < leastCode {
			s.scan(e, rect{line.x, line.bottom() + captionAbove, line.w, s.scanHeight(e, code)}, code)
		}
	}
	s.aboutSpread(e, spread)
}

// hung is where a page hangs in a place: at its head, as large as the place allows.
func (s *screen) hung(e *easel, place rect, at Spot) rect {
	part := s.picture(e, at).Part
	if !(part.Width > 0) || !(part.Height > 0) {
		return place
	}
	k := min(place.w/float32(part.Width), place.h/float32(part.Height))
	w, h := k*float32(part.Width), k*float32(part.Height)
	return rect{place.x + (place.w-w)/2, place.y, w, h}
}

// sheetAt gives the sheet of a place of the board.
func (s *screen) sheetAt(i int) *pageview.Sheet {
	if i == 0 {
		return s.sheet
	}
	for len(s.others) < i {
		s.others = append(s.others, s.sheet.Beside())
	}
	return s.others[i-1]
}

// clear empties the sheets that are not on the screen: what they showed last may have come down when they are next seen.
func (s *screen) clear(e *easel) {
	for _, sheet := range append([]*pageview.Sheet{s.sheet}, s.others...) {
		if !slices.Contains(e.objects, fyne.CanvasObject(sheet)) && sheet.Shown().Key != "" {
			sheet.Put(pageview.Picture{Colours: e.colours.page})
		}
	}
}

// caption says under a page how its item stands, and where there is room under which head.
func (s *screen) caption(e *easel, line rect, it bulletin.Item) {
	c := e.colours
	state := e.pen(sizeSmall, c.goodInk).centred()
	second := e.pen(sizeSmall, c.second)
	text, category := s.state(it), s.sectionTitle(it.Category)
	text = state.cut(text, line.w-48)
	pill := state.wide(text) + 48
	wide := pill + 24 + second.wide(category)
	if wide > line.w {
		wide, category = pill, ""
	}
	x := line.x + (line.w-wide)/2
	e.pill(rect{x, line.y, pill, line.h}, c.good, c.goodInk, c.edgeWidth-1)
	e.write(rect{x, line.y, pill, line.h}, state, text)
	if category != "" {
		e.write(rect{x + pill + 24, line.y, second.wide(category), line.h}, second, category)
	}
}

// aboutSpread says beside the pages which of how many they are.
func (s *screen) aboutSpread(e *easel, spread []Spot) {
	place, c := e.frame.line, e.colours
	title := e.pen(38*s.enlarged(), c.ink).strong()
	text := e.pen(sizeText, c.second)
	_, of := s.shelf.position(spread[0])
	place.y += e.lines(place, title, s.words().T("kiosk.spread", s.shelf.numbers(spread), of), 2, title.size*1.35) + 16
	e.lines(place, text, s.words().T("kiosk.spread.hint"), 2, 44)
}
