package kiosk

import "time"

const (
	shortestPIN = 4
	longestPIN  = 12
	// freeTries is how many wrong PINs in a row cost nothing. Each further one locks the pad for twice as long.
	freeTries   = 5
	firstLock   = 30 * time.Second
	longestLock = 30 * time.Minute
)

// pinEntry is the pad of the staff: what was typed, and what a row of wrong PINs has led to.
type pinEntry struct {
	typed    string
	checking bool // typed is with whoever checks it
	wrong    bool // the last one was wrong
	failures int
	locked   time.Time // until when nothing can be typed
}

// cleared forgets what was typed; the lock stays.
func (p pinEntry) cleared() pinEntry { return pinEntry{failures: p.failures, locked: p.locked} }

func (p pinEntry) isLocked(now time.Time) bool { return now.Before(p.locked) }

// onPad handles what staff do.
func (s Session) onPad(e Event, now time.Time) Session {
	if e.Kind == Back {
		s.At, s.Under, s.pin = s.Under, Loop, s.pin.cleared()
		return s
	}
	if s.pin.checking || s.pin.isLocked(now) {
		return s
	}
	switch typed := s.pin.typed; e.Kind {
	case Digit:
		if len(typed) < longestPIN {
			s.pin.typed, s.pin.wrong = typed+e.Text, false
		}
	case Erase:
		if typed != "" {
			s.pin.typed = typed[:len(typed)-1]
		}
	case EraseAll:
		s.pin.typed = ""
	case EnterPIN:
		s.pin.checking = len(typed) >= shortestPIN
	}
	return s
}

// answer takes the answer of the check. One that nobody waits for any more is nothing.
func (s Session) answer(right bool, now time.Time) Session {
	if !s.pin.checking {
		return s
	}
	s.pin.typed, s.pin.checking = "", false
	if right {
		s.pin, s.Left = pinEntry{}, true
		return s
	}
	s.pin.wrong = true
	s.pin.failures++
	if over := s.pin.failures - freeTries; over >= 0 {
		s.pin.locked = now.Add(min(longestLock, firstLock<<min(over, 10)))
	}
	return s
}
