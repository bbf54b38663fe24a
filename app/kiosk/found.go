package kiosk

import (
	"slices"

	"gongkailan/reports/bulletin"
)

// headingHeight is the line over what was found.
const headingHeight float32 = 56

// mostBelow is how many titles are named where they cannot be touched.
const mostBelow = 6

// searchTile is the way to look for something.
func (s *screen) searchTile() button {
	return button{text: s.words().T("kiosk.search.tile"), icon: searchIcon(), event: Event{Kind: OpenSearch}}
}

// foundOn is how many rows of what was found a screen shows at once.
func (s *screen) foundOn(f frame, session Session) int {
	return rowsOn(f.list.h-headingHeight, session.Large)
}

// frameFor lays the screen out for a place. What was found lies, under low controls, like any list.
func (s *screen) frameFor(session Session, at Place) frame {
	size := s.body.Size()
	if at == Speak && session.speech.step == composing {
		at = Search // the same pad
	}
	if at == Search && session.search.listing && session.Low && size.Height > size.Width {
		at = Category
	}
	return newFrame(size.Width, size.Height, s.least(), session.Low, at)
}

// searching shows what is looked for and what was found. Under low controls what was found takes the place of the pad,
// since nothing that is touched may lie above the middle.
func (s *screen) searching(e *easel) {
	items := s.results(s.session)
	low := e.frame.portrait && s.session.Low
	s.switches(e)
	if low && s.session.search.listing {
		s.searchButtons(e, items, button{})
		s.typedField(e, rect{margin, e.frame.h/2 - 24 - fieldHeight, e.frame.w - 2*margin, fieldHeight}, s.session.search.entry, s.words().T("kiosk.search.hint"))
		s.foundRows(e, items)
		return
	}
	show := button{}
	if low && len(items) > 0 {
		show = button{text: s.words().T("kiosk.search.show", len(items)), primary: true, event: Event{Kind: ShowFound}}
	}
	s.searchButtons(e, items, show)
	s.typedField(e, e.frame.field, s.session.search.entry, s.words().T("kiosk.search.hint"))
	s.letterPad(e, e.frame.pad, s.session.search.entry)
	switch {
	case s.session.search.entry.isEmpty():
		s.howToSearch(e)
	case len(items) == 0:
		s.nothingFound(e)
	case low:
		s.foundBelow(e, items)
	default:
		s.foundRows(e, items)
	}
}

// searchButtons shows 返回, what the place has besides, and the ways to turn what was found.
func (s *screen) searchButtons(e *easel, items []bulletin.Item, show button) {
	w := s.words()
	buttons := []button{s.backButton(), show, {}, {}}
	if show.text == "" && !s.session.search.entry.isEmpty() {
		if s.session.List > 0 {
			buttons[2] = button{text: w.T("kiosk.previous"), icon: previousIcon(), event: Event{Kind: Previous}}
		}
		if s.session.List+1 < s.shelf.Lists(s.session) {
			buttons[3] = button{text: w.T("kiosk.next"), icon: nextIcon(), primary: true, event: Event{Kind: Next}}
		}
	}
	switch {
	case show.text != "":
		buttons = buttons[:2]
	case !e.frame.portrait:
		buttons = slices.Delete(buttons, 1, 2)
	}
	e.buttons(e.frame.tiles.row(len(buttons), gap), buttons)
}

// foundRows lists what was found, page by page.
func (s *screen) foundRows(e *easel, items []bulletin.Item) {
	w, place := s.words(), e.frame.list
	per := s.foundOn(e.frame, s.session)
	from := min(s.session.List*per, max(0, len(items)-1))
	shown := items[from:min(len(items), from+per)]
	said := w.T("kiosk.search.found", len(items))
	if len(items) > per {
		said += "　" + w.T("page.of", s.session.List+1, s.shelf.Lists(s.session))
	}
	s.foundHeading(e, said)
	place.y += headingHeight
	place.h = float32(len(shown)) * tallRow(s.session.Large)
	if len(shown) > 0 {
		s.rows(e, place, shown)
	}
}

func (s *screen) foundHeading(e *easel, said string) {
	place := e.frame.list
	heading := e.pen(sizeSection, e.colours.ink).strong().fitted(said, place.w, sizeSmall)
	e.write(rect{place.x, place.y, place.w, headingHeight - 12}, heading, heading.cut(said, place.w))
}

// foundBelow names the first few that were found, to be read only, and says where they are opened.
func (s *screen) foundBelow(e *easel, items []bulletin.Item) {
	s.foundHeading(e, s.words().T("kiosk.search.below", len(items)))
	place := e.frame.list
	place.y, place.h = place.y+headingHeight, place.h-headingHeight
	text := e.pen(28*s.enlarged(), e.colours.second)
	pitch := text.size * 2.2
	for i, it := range items[:min(len(items), mostBelow, int(place.h/pitch))] {
		e.write(rect{place.x, place.y + float32(i)*pitch, place.w, pitch}, text, text.cut(it.Title, place.w))
	}
}

// howToSearch says what may be typed, with examples.
func (s *screen) howToSearch(e *easel) {
	w := s.words()
	s.advice(e, w.T("kiosk.search.how"), []string{w.T("kiosk.search.how.letters"), w.T("kiosk.search.how.names"), w.T("kiosk.search.how.numbers")})
}

// nothingFound says so, and what to try.
func (s *screen) nothingFound(e *easel) {
	w := s.words()
	s.advice(e, w.T("kiosk.search.none"), []string{w.T("kiosk.search.none.fewer"), w.T("kiosk.search.none.ask")})
}

// advice writes a heading and a few lines on a card.
func (s *screen) advice(e *easel, heading string, lines []string) {
	c, place := e.colours, e.frame.list
	head := e.pen(sizeSection*s.enlarged(), c.ink).strong()
	text := e.pen(sizeText*s.enlarged(), c.second)
	inner := place.inset(36, 30)
	pieces := []said{{head, heading, 2}}
	for _, line := range lines {
		pieces = append(pieces, said{text, line, 3})
	}
	high := float32(40)
	for i, p := range pieces {
		if high+p.height(inner.w) > place.h {
			pieces = pieces[:i]
			break
		}
		high += p.height(inner.w)
	}
	e.card(rect{place.x, place.y, place.w, high}, c.card)
	y := place.y + 30
	for _, p := range pieces {
		e.lines(rect{inner.x, y, inner.w, 0}, p.pen, p.text, p.most, p.pitch())
		y += p.height(inner.w)
	}
}

func searchIcon() icon {
	return icon{
		{{10, 2}, {15.7, 4.3}, {18, 10}, {15.7, 15.7}, {10, 18}, {4.3, 15.7}, {2, 10}, {4.3, 4.3}},
		{{10, 4.8}, {6.3, 6.3}, {4.8, 10}, {6.3, 13.7}, {10, 15.2}, {13.7, 13.7}, {15.2, 10}, {13.7, 6.3}},
		{{15, 17}, {17, 15}, {22.4, 20.4}, {20.4, 22.4}},
	}
}
