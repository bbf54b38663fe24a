package kiosk

// How high the two fields of a visitor's own are that are no text.
const ownHeight float32 = 108

// reviewPage shows everything once more: what was written, who reads it, and the two fields that may stay empty.
func (s *screen) reviewPage(e *easel) {
	w, p := s.words(), s.session.speech
	place := s.area(e)
	if p.sending {
		s.busyTile(e, w.T("kiosk.speak.sealing"))
	} else {
		s.filling(e, []button{
			{text: w.T("kiosk.speak.change"), icon: previousIcon(), beside: true, event: Event{Kind: Back}},
			{text: w.T("kiosk.speak.send"), icon: tickIcon(), beside: true, primary: true, event: Event{Kind: Send}},
		})
		s.switches(e)
	}
	for _, own := range []struct {
		label, text string
		kind        Kind
	}{
		{w.T("kiosk.speak.contact"), p.text(fieldContact), EditContact}, {w.T("kiosk.speak.name"), p.text(fieldName), EditName},
	} {
		row := rect{place.x, place.bottom() - ownHeight, place.w, ownHeight}
		s.ownField(e, row, own.label, own.text, Event{Kind: own.kind})
		place.h -= ownHeight + gap
	}
	said := w.T("kiosk.speak.readers")
	if p.wrong != "" {
		said = "! " + w.T("refuse."+p.wrong)
	}
	text := e.pen(sizeText*s.enlarged(), e.colours.ink)
	text.bold = p.wrong != ""
	pitch := text.size * 1.4
	high := pitch * float32(len(text.lines(said, place.w, 4)))
	e.lines(rect{place.x, place.bottom() - high, place.w, high}, text, said, 4, pitch)
	place.h -= high + gap
	s.writtenCard(e, place)
}

// writtenCard shows the text, as much as fits.
func (s *screen) writtenCard(e *easel, place rect) {
	e.card(place, e.colours.card)
	head := e.pen(sizeSmall, e.colours.second)
	title := s.words().T("kiosk.speak." + string(s.session.speech.kind))
	if item := s.session.speech.item; item != "" {
		title += " · " + s.itemTitle(item)
	}
	inner := place.inset(36, 26)
	e.write(rect{inner.x, inner.y, inner.w, 40}, head, head.cut(title, inner.w))
	inner.y, inner.h = inner.y+56, inner.h-56
	text := e.pen(32*s.enlarged(), e.colours.ink)
	pitch := text.size * 1.45
	lines := text.spelt(s.session.speech.text(fieldText), inner.w)
	if fit := max(1, int(inner.h/pitch)); len(lines) > fit {
		lines = append(lines[:fit-1:fit-1], "…")
	}
	e.spell(inner, text, lines, pitch)
}

// ownField is a field that may stay empty; a touch opens it.
func (s *screen) ownField(e *easel, r rect, label, text string, event Event) {
	c := e.colours
	e.card(r, c.card)
	name := e.pen(sizeText*s.enlarged(), c.ink).strong()
	wide := name.wide(label)
	e.write(rect{r.x + 34, r.y, wide + 2, r.h}, name, label)
	room := rect{r.x + 34 + wide + 24, r.y, r.w - 34 - wide - 24 - 90, r.h}
	if text == "" {
		hint := e.pen(sizeSmall, c.second)
		e.write(room, hint.trailing(), hint.cut(s.words().T("kiosk.speak.optional"), room.w))
	} else {
		said := e.pen(sizeText, c.ink)
		lines := said.spelt(text, room.w-said.size)
		if len(lines) > 1 {
			lines = []string{lines[0] + "…"}
		}
		e.spell(room, said, lines, r.h)
	}
	e.sign(rect{r.right() - 64, r.y + r.h/2 - 15, 30, 30}, nextIcon(), c.accent)
	if !s.session.speech.sending {
		e.touch(r, func() { s.handle(event) })
	}
}

// busyTile says in the place of the buttons what is being done.
func (s *screen) busyTile(e *easel, text string) {
	place := e.frame.tiles
	e.card(place, e.colours.card)
	w := e.pen(sizeTile*s.enlarged(), e.colours.ink).strong().centred()
	e.write(place, w.fitted(text, place.w-48, sizeSmall), text)
}
