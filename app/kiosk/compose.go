package kiosk

// compose lets a visitor type a field: the pad, and over it, on a wide screen beside it, as much of the text as fits.
func (s *screen) compose(e *easel) {
	w, p := s.words(), s.session.speech
	entry := p.typed[p.field]
	what, hint := s.asksFor(p.field)
	done := button{
		text: w.T("kiosk.speak.done"), icon: tickIcon(), beside: true, primary: true, event: Event{Kind: FieldDone},
		first: func() { s.settleLetters(entry) },
	}
	e.buttons(e.frame.tiles.row(2, gap), []button{s.backButton(), done})
	s.switches(e)
	head, text := s.composePlaces(e)
	pen := e.pen(sizeSection*s.enlarged(), e.colours.ink).strong()
	if p.wrong != "" {
		what = "! " + w.T("refuse."+p.wrong)
	}
	pen = pen.fitted(what, head.w, sizeSmall)
	e.write(head, pen, pen.cut(what, head.w))
	s.typedField(e, text, entry, hint)
	s.letterPad(e, e.frame.pad, entry)
}

// composePlaces gives where stands what is asked for, and where the text.
func (s *screen) composePlaces(e *easel) (head, text rect) {
	const high = 60
	list, field := e.frame.list, e.frame.field
	if !e.frame.portrait {
		return field, list
	}
	head = rect{list.x, list.y, list.w, high}
	text = rect{list.x, head.bottom() + 14, list.w, field.bottom() - head.bottom() - 14}
	if s.session.speech.field != fieldText { // one line is enough, near to the hand
		text = rect{field.x, field.bottom() - 2*field.h, field.w, 2 * field.h}
		head.y = text.y - 14 - high
	}
	return head, text
}

// asksFor says what a field is for, and what may be written there.
func (s *screen) asksFor(f field) (what, hint string) {
	w := s.words()
	switch f {
	case fieldName:
		return w.T("kiosk.speak.name.ask"), w.T("kiosk.speak.optional")
	case fieldContact:
		return w.T("kiosk.speak.contact.ask"), w.T("kiosk.speak.optional")
	default:
		return w.T("kiosk.speak." + string(s.session.speech.kind)), w.T("kiosk.speak.write")
	}
}
