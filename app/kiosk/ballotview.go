package kiosk

import "gongkailan/data"

// ballotPage asks one question after the other; at the end stands everything once more.
func (s *screen) ballotPage(e *easel) {
	round, _ := s.shelf.Round()
	switch b := s.session.ballot; {
	case b.done:
		s.thanks(e)
	case b.at < min(b.of, len(round.Questions)):
		s.question(e, round)
	default:
		s.ballotReview(e, round)
	}
}

// question asks one question, with three large answers and a way past it.
func (s *screen) question(e *easel, round data.Round) {
	w, c, b, k := s.words(), e.colours, s.session.ballot, s.enlarged()
	s.filling(e, []button{
		{text: w.T("kiosk.back"), icon: previousIcon(), beside: true, event: Event{Kind: Back}},
		{text: w.T("kiosk.ballot.skip"), icon: nextIcon(), beside: true, event: Event{Kind: CastVote}},
	})
	s.switches(e)
	place := s.area(e)
	tall := min(190, (place.h-330)/3-gap)
	if low := s.reach(e, place); low.y > place.y {
		tall = min(tall, (low.h+gap)/3-gap)
	}
	height := 3*(tall+gap) - gap
	answers := rect{place.x, place.bottom() - height, place.w, height}
	second := e.pen(sizeText*k, c.second)
	y := place.y
	y += e.lines(rect{place.x, y, place.w, 0}, second, round.Title, 2, second.size*1.4)
	y += e.lines(rect{place.x, y, place.w, 0}, second, w.T("kiosk.ballot.which", b.at+1, b.of), 1, second.size*1.4) + 16
	title := e.pen(52*k, c.ink).strong()
	asked, pitch := round.Questions[b.at], title.size*1.35
	most := max(1, min(5, int((answers.y-16-y)/pitch)))
	if high := pitch * float32(len(title.lines(asked, place.w, most))); e.frame.portrait { // near to its answers
		y = max(y, answers.y-high-60)
	}
	e.lines(rect{place.x, y, place.w, 0}, title, asked, most, pitch)
	for i, r := range answers.grid(1, 3, gap) {
		vote := data.Votes()[i]
		s.answerTile(e, r, w.T("kiosk.ballot."+string(vote)), b.votes[b.at] == vote, Event{Kind: CastVote, Text: string(vote)})
	}
}

// answerTile is one answer; one that was given before has a tick and a ring.
func (s *screen) answerTile(e *easel, r rect, text string, given bool, event Event) {
	e.card(r, e.colours.card)
	if given {
		e.ring(r)
	}
	e.write(r, e.pen(46*s.enlarged(), e.colours.ink).strong().centred(), mark(text, given))
	e.touch(r, func() { s.handle(event) })
}

// ballotReview shows the answers, and sends them.
func (s *screen) ballotReview(e *easel, round data.Round) {
	w, c, b, k := s.words(), e.colours, s.session.ballot, s.enlarged()
	if b.sending {
		s.busyTile(e, w.T("kiosk.speak.sealing"))
	} else {
		s.filling(e, []button{
			s.backButton(),
			{text: w.T("kiosk.speak.send"), icon: tickIcon(), beside: true, primary: true, event: Event{Kind: Send}},
		})
		s.switches(e)
	}
	place := s.area(e)
	said := w.T("kiosk.ballot.secret")
	if b.wrong != "" {
		said = "! " + w.T("refuse."+b.wrong)
	}
	text := e.pen(sizeText*k, c.ink)
	text.bold = b.wrong != ""
	high := text.size * 1.4 * float32(len(text.lines(said, place.w, 4)))
	e.lines(rect{place.x, place.y, place.w, high}, text, said, 4, text.size*1.4)
	place.y, place.h = place.y+high+gap, place.h-high-gap
	row := min(120, place.h/float32(max(1, b.of)))
	place.h = row * float32(b.of)
	e.card(place, c.card)
	for i := range min(b.of, len(round.Questions)) {
		s.answered(e, rect{place.x, place.y + float32(i)*row, place.w, row}, i, round.Questions[i])
	}
}

// answered is a row that repeats a question and the answer given to it.
func (s *screen) answered(e *easel, r rect, i int, question string) {
	c, w := e.colours, s.words()
	if i > 0 {
		e.fill(rect{r.x + 1, r.y, r.w - 2, 2}, c.row)
	}
	said := w.T("kiosk.ballot.none")
	answer := e.pen(sizeText, c.second).trailing()
	if vote := s.session.ballot.votes[i]; vote != "" {
		said = w.T("kiosk.ballot." + string(vote))
		answer = e.pen(sizeText, c.ink).strong().trailing()
	}
	wide := answer.wide(said) + 4
	e.write(rect{r.right() - 34 - wide, r.y, wide, r.h}, answer, said)
	s.rowTitle(e, rect{r.x + 34, r.y, r.w - 34 - wide - 34 - 24, r.h}, question)
}

// thanks ends a ballot.
func (s *screen) thanks(e *easel) {
	w := s.words()
	s.single(e, button{text: w.T("kiosk.ballot.finish"), icon: tickIcon(), beside: true, primary: true, event: Event{Kind: Finish}})
	s.switches(e)
	s.saying(e, tickIcon(), w.T("kiosk.ballot.thanks"), w.T("kiosk.ballot.thanks.text"))
}

// saying shows a sign, a few large words and a text on a card.
func (s *screen) saying(e *easel, sign icon, title, text string) {
	c, k := e.colours, s.enlarged()
	place := s.area(e)
	small := e.pen(34*k, c.ink).centred()
	small = small.fitted(text, place.w-96, small.size*0.9)
	pitch := small.size * 1.45
	lines := float32(len(small.lines(text, place.w-96, 8)))
	card := rect{place.x, place.y, place.w, 270 + lines*pitch}
	if e.frame.portrait {
		card.y = max(place.y, place.bottom()-card.h-place.h/4)
	}
	e.card(card, c.card)
	inner := card.inset(48, 44)
	e.sign(rect{inner.x + inner.w/2 - 40, inner.y, 80, 80}, sign, c.goodInk)
	big := e.pen(52*k, c.ink).strong().centred()
	e.write(rect{inner.x, inner.y + 94, inner.w, 76}, big.fitted(title, inner.w, sizeTile), title)
	e.lines(rect{inner.x, inner.y + 186, inner.w, 0}, small, text, 8, pitch)
}
