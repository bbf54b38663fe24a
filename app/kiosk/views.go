package kiosk

import (
	"gongkailan/data"
	"gongkailan/reports/bulletin"
)

// head shows the name of what is open, the unit, the date and the clock. A long press on the name is for the staff.
func (s *screen) head(e *easel, at Place) {
	f, c := e.frame, e.colours
	e.fill(f.head, c.head)
	if s.session.Contrast {
		e.fill(rect{0, f.head.bottom() - 3, f.w, 3}, c.edge)
	}
	size := sizeTitle
	title := rect{margin, f.head.h/2 - 54, f.w - 2*margin - 400, 66}
	second := rect{margin, f.head.h/2 + 21, title.w, 34}
	if !f.portrait {
		size = 46
		title.y, second.y = f.head.h/2-53, f.head.h/2+13
	}
	e.serif(title, s.title(at), size, c.headInk)
	unit := e.pen(sizeSmall, c.headSecond)
	e.write(second, unit, unit.cut(s.bulletin.Unit, second.w))
	clock := e.pen(28, c.headSecond).trailing()
	s.date = e.write(rect{f.w - margin - 480, f.head.h/2 - 38, 480, 38}, clock, "")
	s.clock = e.write(rect{f.w - margin - 480, f.head.h/2 + 1, 480, 38}, clock, "")
	brand := e.touch(rect{0, 0, f.w / 2, f.head.h}, nil)
	brand.hold = true
}

// title names what is open.
func (s *screen) title(at Place) string {
	switch at {
	case Browse:
		return s.words().T("kiosk.all")
	case Category:
		return s.sectionTitle(s.session.Category)
	case Verify:
		return s.words().T("kiosk.verify.title")
	case Speak:
		return s.words().T("kiosk.speak.title")
	case Ballot:
		return s.words().T("kiosk.speak.ballot")
	case AskBack:
		return s.words().T("kiosk.ask.title")
	case Search:
		return s.words().T("kiosk.search.title")
	case Staff:
		return s.words().T("kiosk.staff.title")
	case Item:
		if it, ok := s.shelf.item(s.session.Reading.Number); ok {
			return s.sectionTitle(it.Category)
		}
	}
	return s.words().T("kiosk.title")
}

// sectionTitle names a category or section.
func (s *screen) sectionTitle(code string) string {
	switch code {
	case publicitySection:
		return s.words().T("kiosk.section.publicity")
	case latestSection:
		return s.words().T("kiosk.section.latest")
	}
	if c, ok := s.shelf.category(code); ok {
		if c.Short != "" {
			return c.Short
		}
		return c.Title
	}
	return s.words().T("kiosk.title")
}

// switches shows the switches, and when the file was issued.
func (s *screen) switches(e *easel) {
	s.verifyStrip(e)
	choices := s.choices(e.frame.portrait)
	label := e.pen(28, e.colours.second).centred()
	places := e.frame.switches.row(len(choices), 16)
	if e.frame.portrait {
		places = s.switchPlaces(e, choices, label)
	}
	for i, c := range choices {
		ground, ink := e.colours.card, e.colours.ink
		if c.on {
			ground, ink = e.colours.ink, e.colours.card
		}
		e.card(places[i], ground)
		label.ink = ink
		e.write(places[i], label.fitted(mark(c.text, c.on), places[i].w-12, sizeSmall), mark(c.text, c.on))
		e.touch(places[i], func() { s.handle(Event{Kind: c.kind}) })
	}
	e.write(e.frame.issued, e.pen(sizeIssued, e.colours.second).trailing(), s.issuedText())
}

// switchPlaces gives each switch the width of its word, and leaves the time of issue its room at the right.
func (s *screen) switchPlaces(e *easel, choices []choice, label writing) []rect {
	const between, most, few = 18, 34, 8
	line := e.frame.switches
	room := line.w - e.pen(sizeIssued, e.colours.second).wide(s.issuedText())
	places := make([]rect, len(choices))
	for pad := float32(most); pad >= few; pad-- {
		x := line.x
		for i, c := range choices {
			places[i] = rect{x, line.y, max(e.frame.least, label.wide(mark(c.text, c.on))+2*pad), line.h}
			x = places[i].right() + between
		}
		if x <= line.x+room {
			break
		}
	}
	return places
}

// choice is one switch.
type choice struct {
	text string
	on   bool
	kind Kind
}

// choices lists the switches, with the way to 核验 on the board, that change something on the screen as it is: an empty board has nothing to enlarge, and
// on a wide screen everything lies low already.
func (s *screen) choices(portrait bool) []choice {
	w := s.words()
	var choices []choice
	filled := len(s.shelf.items) > 0
	if filled {
		choices = append(choices, choice{w.T("kiosk.large"), s.session.Large, ToggleLarge})
	}
	choices = append(choices, choice{w.T("kiosk.contrast"), s.session.Contrast, ToggleContrast})
	if filled && portrait {
		choices = append(choices, choice{w.T("kiosk.low"), s.session.Low, ToggleLow})
	}
	choices = append(choices, choice{w.T("lang.other"), false, ToggleLanguage})
	if portrait && (s.session.At == Loop || s.session.At == Browse) {
		choices = append(choices, choice{w.T("kiosk.verify.tile"), false, OpenVerify})
	}
	return choices
}

// mark puts a tick before a switch that is on, so that its colour does not tell it alone.
func mark(text string, on bool) string {
	if on {
		return "✓ " + text
	}
	return text
}

// issuedText says when the file was issued.
func (s *screen) issuedText() string {
	at := s.bulletin.IssuedAt()
	if at.IsZero() {
		return ""
	}
	local := at.In(data.Shanghai())
	return s.words().T("kiosk.issued", s.words().ShortDate(data.DateOf(at)), local.Format("15:04"))
}

// state says how an item stands: 公示中 with the working days that are left, or 公开中.
func (s *screen) state(it bulletin.Item) string {
	w := s.words()
	if it.Kind != data.Publicity {
		return w.T("kiosk.public")
	}
	return w.T("kiosk.publicity") + " · " + s.left(it)
}

// left says how long an item under 公示 stays. The day on which it goes up is no day of its period yet.
func (s *screen) left(it bulletin.Item) string {
	w := s.words()
	switch n := s.options.WorkingDaysLeft(max(s.day, it.First), it.To); {
	case it.To == s.day:
		return w.T("kiosk.left.last")
	case n > 0:
		return w.T("kiosk.left.days", n)
	default:
		return w.T("kiosk.until", w.ShortDate(it.To))
	}
}

// period says from when to when an item is up.
func (s *screen) period(it bulletin.Item) string {
	w := s.words()
	switch {
	case it.To == "":
		return w.T("kiosk.since", w.ShortDate(it.From))
	case it.Kind == data.Publicity:
		first := it.First
		if first == "" {
			first = it.From
		}
		return w.T("kiosk.range", w.ShortDate(first), w.ShortDate(it.To)) + " · " + s.left(it)
	default:
		return w.T("kiosk.range", w.ShortDate(it.From), w.ShortDate(it.To))
	}
}
