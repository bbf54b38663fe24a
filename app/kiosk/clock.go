package kiosk

import (
	"encoding/json"
	"os"
	"path/filepath"
	"time"

	"gongkailan/app/kiosk/folder"
	"gongkailan/data"
	"gongkailan/data/wholefile"
)

// How far a clock may be out before staff are told.
const (
	mostBack  = 2 * time.Minute  // behind the latest time that was seen
	mostAhead = 10 * time.Minute // ahead of what has passed by the machine's own count
	mostEarly = 10 * time.Minute // before the public file was issued
	// anchorTime is how long one reading is what the next ones are measured by: many small steps add up to a jump, and
	// what a quartz is out in so long does not.
	anchorTime = time.Hour
	// keepEvery is how often the time is put away, so that a start with a dead battery is noticed.
	keepEvery = time.Minute
)

// clockName names the file in which the lobby's machine keeps the time that it last saw.
const clockName = "clock.json"

// clockFault is what is wrong with the machine's clock: the code that staff and the status are told.
type clockFault string

// The faults of a clock; "" is none.
const (
	clockBack  clockFault = folder.WarnClockBack
	clockJump  clockFault = folder.WarnClockJump
	clockEarly clockFault = folder.WarnClockEarly
)

// timekeeper follows the machine's clock. It is a value. A fault stays until staff say that they have looked.
type timekeeper struct {
	Seen    time.Time  `json:"seen"`            // the latest time that is believed
	Fault   clockFault `json:"fault,omitempty"` // the last one
	Was     time.Time  `json:"was,omitzero"`    // the time that it should have been when the fault was noticed
	Became  time.Time  `json:"became,omitzero"` // the time that the clock said
	Checked time.Time  `json:"checked,omitzero"`

	anchor  time.Time     // a reading that is believed
	since   time.Duration // the machine's own count at that reading
	running bool          // there is one
}

// read goes on to a reading of the clock. Elapsed is the machine's own count of the time, which nobody can set; issued
// is when the public file was issued, zero where there is none.
func (k timekeeper) read(wall time.Time, elapsed time.Duration, issued time.Time) timekeeper {
	wall = wall.Round(0) // without the machine's own count, which Sub would take
	if !k.running {
		k.anchor, k.since, k.running = wall, elapsed, true
	}
	expected := k.anchor.Add(elapsed - k.since)
	switch {
	case k.Seen.Sub(wall) > mostBack:
		k = k.note(clockBack, k.Seen, wall)
	case wall.Sub(expected) > mostAhead:
		k = k.note(clockJump, expected, wall)
		return k // what it says now is not believed
	}
	if !issued.IsZero() && !issued.Equal(k.Checked) && issued.Sub(wall) > mostEarly && k.Fault == "" {
		k = k.note(clockEarly, issued, wall)
	}
	if wall.After(k.Seen) {
		k.Seen = wall
	}
	if elapsed-k.since >= anchorTime {
		k.anchor, k.since = wall, elapsed
	}
	return k
}

// note takes note of a fault once, with the times of the moment at which it was noticed.
func (k timekeeper) note(fault clockFault, was, became time.Time) timekeeper {
	if k.Fault != fault {
		k.Fault, k.Was, k.Became = fault, was, became
	}
	return k
}

// checked takes the word of staff that the clock is right now.
func (k timekeeper) checked(wall time.Time, elapsed time.Duration, issued time.Time) timekeeper {
	wall = wall.Round(0)
	return timekeeper{Seen: wall, Checked: issued, anchor: wall, since: elapsed, running: true}
}

// day is the day by which items are shown: that of the clock, but never one before the public file was issued or before
// one that was seen. So a clock that is set back brings nothing back that is over, and one that jumps ahead hides.
func (k timekeeper) day(wall, issued time.Time) data.Date {
	day := data.DateOf(wall)
	for _, at := range []time.Time{issued, k.Seen} {
		if !at.IsZero() {
			day = max(day, data.DateOf(at))
		}
	}
	return day
}

// warnings are the codes for the status.
func (k timekeeper) warnings() []string {
	if k.Fault == "" {
		return nil
	}
	return []string{string(k.Fault)}
}

// openClock reads what was kept of the time; what cannot be read is nothing.
func openClock(at string) timekeeper {
	if at == "" {
		return timekeeper{}
	}
	raw, err := os.ReadFile(filepath.Join(at, clockName))
	var k timekeeper
	if err != nil || json.Unmarshal(raw, &k) != nil {
		return timekeeper{}
	}
	switch k.Fault {
	case "", clockBack, clockJump, clockEarly:
		return k
	}
	return timekeeper{Seen: k.Seen}
}

// keep puts the time away.
func (k timekeeper) keep(at string) error {
	raw, err := json.Marshal(k)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(at, 0o700); err != nil {
		return err
	}
	return wholefile.Write(filepath.Join(at, clockName), raw)
}

// passes follows the clock, and puts the time away now and then.
func (s *screen) passes(now time.Time) {
	before := s.time.Fault
	s.time = s.time.read(now, s.options.Elapsed(), s.bulletin.IssuedAt())
	since := now.Sub(s.kept)
	if since >= 0 && since < keepEvery && before == s.time.Fault && !s.kept.IsZero() {
		return
	}
	s.kept = now
	s.keepClock()
	tidyPrints(s.options.Folder, now)
}

// keepClock puts the time away beside the main goroutine: a disk may be slow.
func (s *screen) keepClock() {
	if at, k := s.options.Folder, s.time; at != "" {
		s.options.Go(func() { _ = k.keep(at) }) // it is only needed after a fault of its own
	}
}
