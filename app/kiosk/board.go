package kiosk

import (
	"gongkailan/app/pageview"
	"gongkailan/reports/bulletin"
)

// turning shows 返回, and 上一页 and 下一页 where there is such a page.
func (s *screen) turning(e *easel, before, more bool) {
	previous, next := s.turns(before, more)
	if e.frame.portrait {
		s.buttons(e, []button{s.backButton(), previous, next})
	} else {
		s.buttons(e, []button{s.backButton(), {}, previous, next})
	}
}

// turns gives the buttons 上一页 and 下一页, without a text where there is no such page.
func (s *screen) turns(before, more bool) (previous, next button) {
	w := s.words()
	if before {
		previous = button{text: w.T("kiosk.previous"), icon: previousIcon(), event: Event{Kind: Previous}}
	}
	if more {
		next = button{text: w.T("kiosk.next"), icon: nextIcon(), primary: true, event: Event{Kind: Next}}
	}
	return previous, next
}

func (s *screen) backButton() button {
	return button{text: s.words().T("kiosk.back"), icon: previousIcon(), beside: true, event: Event{Kind: Back}}
}

// buttons sets up to four buttons into their places; one without a text leaves its place free, so that the others
// never move under a finger.
func (s *screen) buttons(e *easel, buttons []button) {
	places := e.frame.tiles.row(4, gap)
	if !e.frame.portrait {
		places = e.frame.tiles.grid(2, max(1, (len(buttons)+1)/2), 20)
	}
	e.buttons(places, buttons)
}

// filling sets buttons so that they share the whole place equally, upright side by side and wide under each other.
func (s *screen) filling(e *easel, buttons []button) {
	if e.frame.portrait {
		e.buttons(e.frame.tiles.row(len(buttons), gap), buttons)
	} else {
		e.buttons(e.frame.tiles.grid(1, len(buttons), 20), buttons)
	}
}

// single sets one button, upright over the whole place and wide into its lower half.
func (s *screen) single(e *easel, b button) {
	if e.frame.portrait {
		e.button(e.frame.tiles, b)
	} else {
		e.button(e.frame.tiles.grid(1, 2, 20)[1], b)
	}
}

// buttons puts each button that has a text into its place.
func (e *easel) buttons(places []rect, buttons []button) {
	for i, b := range buttons {
		if b.text != "" {
			e.button(places[i], b)
		}
	}
}

// page puts a page, or in large type a part of it, into a place.
func (s *screen) page(e *easel, place rect, at, ahead Spot) {
	shown := s.picture(e, at)
	sheet := place
	if h := place.w * float32(shown.Part.Height/shown.Part.Width); h < place.h {
		sheet.h = h // a part is as high as its lines
	}
	e.at(sheet, s.sheet)
	s.sheet.Put(shown, s.picture(e, ahead))
}

func (s *screen) picture(e *easel, at Spot) pageview.Picture {
	p, ok := s.shelf.page(at)
	if !ok {
		return pageview.Picture{Colours: e.colours.page}
	}
	picture := pageview.Picture{Key: s.key(at), Page: p, Part: pageview.Whole(p), Colours: e.colours.page}
	if s.session.Large {
		cut := s.shelf.parts(at, p)
		part := cut[min(at.Part, len(cut)-1)]
		picture.Page, picture.Part = part.page, part.region
	}
	return picture
}

// about says under the page, on a wide screen beside it, how the item stands, under which head, and which page it is. It
// gives where that ends.
func (s *screen) about(e *easel, it bulletin.Item, count string) float32 {
	c := e.colours
	state := e.pen(28, c.goodInk).centred()
	second := e.pen(28, c.second)
	text, category := s.state(it), s.sectionTitle(it.Category)
	if !e.frame.portrait {
		return s.beside(e, it, text, category, count)
	}
	line := e.frame.line
	pill := state.wide(text) + 2*26
	wide := pill + 32 + second.wide(category) + 28 + second.wide(count)
	x := line.x + max(0, (line.w-wide)/2)
	e.pill(rect{x, line.y, pill, line.h}, c.good, c.goodInk, c.edgeWidth-1)
	e.write(rect{x, line.y, pill, line.h}, state, text)
	x += pill + 32
	e.write(rect{x, line.y, second.wide(category), line.h}, second, category)
	x += second.wide(category) + 28
	e.write(rect{x, line.y, second.wide(count), line.h}, second, count)
	return line.bottom()
}

// beside says the same on a wide screen, where there is room for the title too.
func (s *screen) beside(e *easel, it bulletin.Item, state, category, count string) float32 {
	c, place := e.colours, e.frame.line
	title := e.pen(38*s.enlarged(), c.ink).strong()
	most := max(1, min(5, int((place.h-210)/(title.size*1.35))))
	place.y += e.lines(place, title, it.Title, most, title.size*1.35) + 18
	w := e.pen(28, c.goodInk).centred()
	w = w.fitted(state, place.w-52, sizeIssued)
	pill := rect{place.x, place.y, w.wide(state) + 2*26, 52}
	e.pill(pill, c.good, c.goodInk, c.edgeWidth-1)
	e.write(pill, w, state)
	second := e.pen(28, c.second)
	e.write(rect{place.x, pill.bottom() + 16, place.w, 40}, second, second.cut(category+"　"+count, place.w))
	return pill.bottom() + 16 + 40
}
