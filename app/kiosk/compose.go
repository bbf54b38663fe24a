package kiosk

// compose lets a visitor type a field.
func (s *screen) compose(e *easel) {
	w := s.words()
	s.filling(e, []button{s.backButton(), {text: w.T("kiosk.speak.done"), icon: tickIcon(), beside: true, primary: true, event: Event{Kind: FieldDone}}})
	s.switches(e)
	if wrong := s.session.speech.wrong; wrong != "" {
		e.lines(s.area(e), e.pen(sizeText, e.colours.ink).strong(), "! "+w.T("refuse."+wrong), 3, sizeText*1.4)
	}
}
