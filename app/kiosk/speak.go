package kiosk

import (
	"gongkailan/data"
)

// speak shows what a visitor needs who has something to say: the kinds, the pad, everything once more, the receipt.
func (s *screen) speak(e *easel) {
	switch {
	case s.session.speech.step == received:
		s.receipt(e)
	case s.refused() != "":
		s.atTheWindow(e, s.refused())
	case s.session.speech.step == composing:
		s.compose(e)
	case s.session.speech.step == reviewing:
		s.reviewPage(e)
	default:
		s.kinds(e)
	}
}

// refused tells, before anybody writes, why nothing is taken here; "" where it is. Who has written already keeps the
// page and is told when it is sent.
func (s *screen) refused() string {
	keys, err := s.shelf.keysFor(s.session.speech.item)
	switch {
	case s.session.speech.step != choosing:
		return ""
	case s.closed != nil:
		return codeOf(s.closed)
	case err != nil:
		return codeOf(err)
	case len(keys) == 0:
		return "outbox.nokey"
	case len(s.ways()) == 0:
		return "outbox.closed"
	default:
		return ""
	}
}

// atTheWindow says kindly that nothing is taken here now, and where it is.
func (s *screen) atTheWindow(e *easel, code string) {
	s.single(e, s.backButton())
	s.switches(e)
	s.saying(e, barIcon(), s.words().T("kiosk.speak.window"), s.words().T("refuse."+code))
}

// area is where the text of a form stands: over its buttons, on a wide screen beside them.
func (s *screen) area(e *easel) rect {
	if !e.frame.portrait {
		return e.frame.sheet
	}
	top := e.frame.head.bottom() + 30
	return rect{margin, top, e.frame.w - 2*margin, min(e.frame.tiles.y, e.frame.switches.y) - 30 - top}
}

// reach is the part of a place where something can be touched: under low controls the lower half.
func (s *screen) reach(e *easel, place rect) rect {
	if half := e.frame.h/2 + 20; s.session.Low && e.frame.portrait && place.y < half {
		place.y, place.h = half, place.bottom()-half
	}
	return place
}

// way is one thing that a visitor may choose.
type way struct {
	title, text string
	event       Event
}

// ways lists what is taken today.
func (s *screen) ways() []way {
	w := s.words()
	var list []way
	for _, kind := range data.WrittenKinds() {
		if s.shelf.Takes(kind) {
			list = append(list, way{w.T("kiosk.speak." + string(kind)), w.T("kiosk.speak." + string(kind) + ".text"), Event{Kind: ChooseKind, Text: string(kind)}})
		}
	}
	if round, ok := s.shelf.Round(); ok && s.session.voted != round.ID && s.session.speech.item == "" {
		list = append(list, way{w.T("kiosk.speak.ballot"), round.Title, Event{Kind: ChooseKind, Text: string(data.MessageBallot)}})
	}
	return list
}

// kinds lets a visitor choose what kind of message it is.
func (s *screen) kinds(e *easel) {
	s.single(e, s.backButton())
	s.switches(e)
	ways, place := s.ways(), s.area(e)
	room, most := place.h-s.promiseLeast(e, place.w)-24, 140*s.enlarged()
	if e.frame.portrait {
		room, most = min(room, place.h-340), 180*s.enlarged()
	}
	if low := s.reach(e, place); low.y > place.y {
		room = min(room, low.h)
	}
	const between = 20
	least := max(90, e.frame.least)
	across, rows := 1, len(ways)
	if (room+between)/float32(rows)-between < least {
		across, rows = 2, (len(ways)+1)/2
	}
	tall := min(most, (room+between)/float32(rows)-between)
	height := float32(rows)*(tall+between) - between
	tiles := rect{place.x, place.bottom() - height, place.w, height}
	s.promise(e, rect{place.x, place.y, place.w, tiles.y - 24 - place.y})
	cells := tiles.grid(across, rows, between)
	for i, way := range ways {
		s.way(e, cells[i], way)
	}
}

// promised are the pieces that stand over the kinds: what is asked, what is spoken about, what happens to it and who reads
// it; the last in a size of its own.
func (s *screen) promised(e *easel, size float32) []said {
	w, c, k := s.words(), e.colours, s.enlarged()
	pieces := []said{{e.pen(40*k, c.ink).strong(), w.T("kiosk.speak.ask"), 2}}
	if item := s.session.speech.item; item != "" {
		pieces = append(pieces, said{e.pen(sizeText, c.second), w.T("kiosk.speak.about", s.itemTitle(item)), 3})
	}
	return append(pieces, said{e.pen(size, c.ink), w.T("kiosk.speak.promise"), 9})
}

// promiseLeast is how high they are where there is room for a text that is read easily.
func (s *screen) promiseLeast(e *easel, width float32) float32 {
	return highOf(s.promised(e, sizeText), width)
}

func highOf(pieces []said, width float32) (high float32) {
	for _, p := range pieces {
		high += float32(len(p.pen.lines(p.text, width, p.most))) * p.pitch()
	}
	return high
}

// promise shows them as large as the place allows.
func (s *screen) promise(e *easel, place rect) {
	size := sizeTile * s.enlarged()
	for size > sizeSmall && highOf(s.promised(e, size), place.w) > place.h {
		size--
	}
	for _, p := range s.promised(e, size) {
		place.y += e.lines(place, p.pen, p.text, p.most, p.pitch())
	}
}

// itemTitle names the item that is spoken about.
func (s *screen) itemTitle(item string) string {
	if it, ok := s.shelf.item(item); ok {
		return it.Title
	}
	return item
}

// way shows one thing to choose: its name, and in a line what it is.
func (s *screen) way(e *easel, r rect, way way) {
	c := e.colours
	e.card(r, c.card)
	room := r.w - 34 - 90
	k := min(s.enlarged(), (r.h-22)/(sizeSection*1.4+sizeSmall*1.35))
	title := e.pen(max(sizeSmall, sizeSection*k), c.ink).strong().fitted(way.title, room, sizeSmall)
	text := e.pen(max(sizeIssued, sizeSmall*k), c.second)
	lines := len(text.lines(way.text, room, 2))
	if r.h < 150 || lines == 1 {
		text, lines = text.fitted(way.text, room, sizeIssued), 1
	}
	if text.wide(way.text) > room && lines == 1 { // half of it would say nothing
		lines = 0
	}
	high := title.size*1.4 + float32(lines)*text.size*1.35
	y := r.y + (r.h-high)/2
	e.write(rect{r.x + 34, y, room, title.size * 1.4}, title, title.cut(way.title, room))
	if lines > 0 {
		e.lines(rect{r.x + 34, y + title.size*1.4, room, 0}, text, way.text, lines, text.size*1.35)
	}
	e.sign(rect{r.right() - 64, r.y + r.h/2 - 15, 30, 30}, nextIcon(), c.accent)
	e.touch(r, func() { s.handle(way.event) })
}

// speakTile is the way in on 全部公开.
func (s *screen) speakTile() button {
	return button{text: s.words().T("kiosk.speak.title"), icon: penIcon(), event: Event{Kind: OpenSpeech}}
}

// speakOf is the way in beside an item: its place is the last upright, and the second on a wide screen.
func (s *screen) speakOf(e *easel) {
	tile := s.speakTile()
	tile.text = s.words().T("kiosk.speak.of")
	if e.frame.portrait {
		s.buttons(e, []button{{}, {}, {}, tile})
	} else {
		s.buttons(e, []button{{}, tile, {}, {}})
	}
}

func penIcon() icon {
	return icon{{{4, 20}, {5.2, 15.2}, {15.6, 4.8}, {19.2, 8.4}, {8.8, 18.8}}, bar(11, 18.6, 10, 2.2)}
}
