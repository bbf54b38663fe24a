package kiosk

import (
	"fyne.io/fyne/v2"

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
	title := rect{margin, f.head.h/2 - 49, f.w - 2*margin - 400, 66}
	second := rect{margin, f.head.h/2 + 21, title.w, 34}
	if !f.portrait {
		size = 46
		title.y, second.y = f.head.h/2-48, f.head.h/2+12
	}
	e.serif(title, s.title(at), size, c.headInk)
	unit := writing{size: sizeSmall, ink: c.headSecond}
	e.write(second, unit, unit.cut(s.bulletin.Unit, second.w))
	clock := writing{size: 28, ink: c.headSecond, align: fyne.TextAlignTrailing}
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
	type choice struct {
		text string
		on   bool
		kind Kind
	}
	w := s.words()
	choices := []choice{
		{w.T("kiosk.large"), s.session.Large, ToggleLarge},
		{w.T("kiosk.contrast"), s.session.Contrast, ToggleContrast},
	}
	if e.frame.portrait { // on a wide screen everything lies low already
		choices = append(choices, choice{w.T("kiosk.low"), s.session.Low, ToggleLow})
	}
	choices = append(choices, choice{w.T("lang.other"), false, ToggleLanguage})

	label := writing{size: 28, align: fyne.TextAlignCenter}
	places := e.frame.switches.row(len(choices), 14)
	if e.frame.portrait {
		x := e.frame.switches.x
		for i, c := range choices {
			places[i] = rect{x, e.frame.switches.y, label.wide(mark(c.text, c.on)) + 2*34, targetLeast}
			x = places[i].right() + 18
		}
	}
	for i, c := range choices {
		ground, ink := e.colours.card, e.colours.ink
		if c.on {
			ground, ink = e.colours.ink, e.colours.card
		}
		e.card(places[i], ground)
		label.ink = ink
		e.write(places[i], label.fitted(mark(c.text, c.on), places[i].w-12, sizeIssued), mark(c.text, c.on))
		e.touch(places[i], func() { s.handle(Event{Kind: c.kind}) })
	}
	s.issuedAt(e)
}

// mark puts a tick before a switch that is on, so that its colour does not tell it alone.
func mark(text string, on bool) string {
	if on {
		return "✓ " + text
	}
	return text
}

func (s *screen) issuedAt(e *easel) {
	at := s.bulletin.IssuedAt()
	if at.IsZero() {
		return
	}
	local := at.In(data.Shanghai())
	text := s.words().T("kiosk.issued", s.words().ShortDate(data.DateOf(at)), local.Format("15:04"))
	e.write(e.frame.issued, writing{size: sizeIssued, ink: e.colours.second, align: fyne.TextAlignTrailing}, text)
}

// state says how an item stands: 公示中 with the working days that are left, or 公开中.
func (s *screen) state(it bulletin.Item) string {
	w := s.words()
	if it.Kind != data.Publicity {
		return w.T("kiosk.public")
	}
	return w.T("kiosk.publicity") + " · " + s.left(it)
}

// left says how long an item under 公示 stays.
func (s *screen) left(it bulletin.Item) string {
	w := s.words()
	switch n := s.options.WorkingDaysLeft(it.To); {
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
