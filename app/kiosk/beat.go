package kiosk

import (
	"errors"
	"time"

	"gongkailan/app/kiosk/folder"
	"gongkailan/data"
)

// sayEvery is how often the screen says that it is well.
const sayEvery = time.Second

// wellness is what the screen keeps for what it says with every beat.
type wellness struct {
	said  time.Time
	turns int
}

// sayWell tells how the screen stands. It is called where the screen is drawn, so that a screen that hangs is silent.
func (s *screen) sayWell(now time.Time) {
	if since := now.Sub(s.well.said); s.options.Beat == nil || since >= 0 && since < sayEvery {
		return
	}
	s.well.said = now
	s.options.Beat(s.standing(now))
}

// standing is how the screen stands, in numbers and codes.
func (s *screen) standing(now time.Time) folder.Screen {
	standing := folder.Screen{
		View: s.session.view(), Idle: int(max(0, now.Sub(s.session.touched)) / time.Second),
		Serial: s.bulletin.Serial, Issued: s.bulletin.Issued, Items: len(s.shelf.items), Turns: s.well.turns,
		Warnings: s.time.warnings(),
	}
	switch {
	case s.problem != nil:
		standing.Why = reason(s.problem)
	case s.trouble != nil: // the last good file is shown
		standing.Why = reason(s.trouble)
	}
	return standing
}

// reason is the code of a refusal.
func reason(problem error) string {
	var refusal *data.Refusal
	if errors.As(problem, &refusal) {
		return refusal.Code
	}
	return "other"
}

// view names what the screen shows, without telling what a visitor looks at.
func (s Session) view() string {
	at := s.At
	if at == StillThere {
		at = s.Under
	}
	switch at {
	case Loop:
		return folder.ViewLoop
	case PINPad, Staff:
		return folder.ViewStaff
	case Broken:
		return folder.ViewBroken
	default:
		return folder.ViewVisit
	}
}
