package kiosk

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"gongkailan/data/wholefile"
)

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

// notBeyond keeps a clock that was set back from locking the pad for longer than the longest lock.
func (p pinEntry) notBeyond(now time.Time) pinEntry {
	if most := now.Add(longestLock); p.locked.After(most) {
		p.locked = most
	}
	return p
}

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
		return s.enterStaff(now)
	}
	s.pin.wrong = true
	s.pin.failures++
	if over := s.pin.failures - freeTries; over >= 0 {
		s.pin.locked = now.Add(min(longestLock, firstLock<<min(over, 10)))
	}
	return s
}

// lockName names the file in which the lobby's machine keeps the row of wrong PINs.
const lockName = "pad.json"

// pinLock is what a start must not forget of the pad: else who pulls the plug has five tries more.
type pinLock struct {
	Failures int       `json:"failures"`
	Until    time.Time `json:"locked_until,omitzero"`
}

// lock is what is kept of the pad.
func (p pinEntry) lock() pinLock { return pinLock{Failures: p.failures, Until: p.locked} }

// pad is the pad as it stands under the lock now.
func (l pinLock) pad(now time.Time) pinEntry {
	return pinEntry{failures: max(0, l.Failures), locked: l.Until}.notBeyond(now)
}

// openLock reads the lock. One that is there and cannot be read leaves no free try.
func openLock(at string) pinLock {
	if at == "" {
		return pinLock{}
	}
	raw, err := os.ReadFile(filepath.Join(at, lockName))
	if errors.Is(err, fs.ErrNotExist) {
		return pinLock{}
	}
	var l pinLock
	if err != nil || json.Unmarshal(raw, &l) != nil {
		return pinLock{Failures: freeTries - 1}
	}
	return l
}

// keep puts the lock away, and is done when it lies on the disk.
func (l pinLock) keep(at string) error {
	raw, err := json.Marshal(l)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(at, 0o700); err != nil {
		return err
	}
	return wholefile.Write(filepath.Join(at, lockName), raw)
}
