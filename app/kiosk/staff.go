package kiosk

import "time"

// StaffTime is how long the staff's place stays without a touch: whoever walks away leaves no door open.
const StaffTime = 3 * time.Minute

// The pages of the staff's place.
const (
	staffOverview = "overview"
	staffWhy      = "why"
	staffPrint    = "print"
	staffExport   = "export"
	staffMonitor  = "monitor"
	staffLeave    = "leave"
)

func staffPages() []string {
	return []string{staffOverview, staffWhy, staffPrint, staffExport, staffMonitor, staffLeave}
}

// What staff, and for one notice visitors, can have done. Before the colon of a deed stands one of these, behind it what
// it is done with.
const (
	deedPage    = "page"    // the page on screen is printed
	deedNotice  = "notice"  // its notice
	deedBoard   = "board"   // the whole board
	deedVisitor = "visitor" // a notice, by a visitor
	deedLogs    = "logs"    // the log is copied; behind it the folder
	deedTake    = "take"    // the messages are moved; behind it the folder
	deedMonitor = "screen"  // another monitor is filled
	deedClock   = "clock"   // the clock was looked at
	deedLeave   = "leave"
)

// mostDigits is how many digits of a number are looked for.
const mostDigits = 8

// staffDesk is what staff have open. It is forgotten when they go.
type staffDesk struct {
	page  string
	asked int    // how often a page was opened: each time the machine is asked how it stands
	list  int    // page of a list, from 0
	typed string // digits of a number
	armed string // what a second touch does
	spot  Spot   // what was on the screen before
}

// work is what goes on, and what became of the last one. A visitor may have one too.
type work struct {
	deed        string // "" where nothing goes on
	done, total int
	said        string // what is told about the last one: the code of a text
	count       int    // that stands in it
}

// enterStaff opens the staff's place after the PIN.
func (s Session) enterStaff(now time.Time) Session {
	spot := s.Slide
	if s.Reading.Number != "" {
		spot = s.Reading
	}
	spot.Part = 0
	kept := Switches{Contrast: s.Contrast, Foreign: s.Foreign}
	fresh := s.home(now)
	fresh.At, fresh.Under, fresh.Switches, fresh.pin = Staff, fresh.ground(), kept, pinEntry{}
	fresh.staff = staffDesk{page: staffOverview, spot: spot}
	return fresh
}

// onStaff handles what staff do.
func (s Session) onStaff(e Event, now time.Time, pages int) Session {
	d := &s.staff
	if e.Kind != Deed && e.Kind != Touch { // every press is a touch first
		d.armed = ""
	}
	switch e.Kind {
	case Back:
		s = s.home(now)
	case OpenStaff:
		d.page, d.list, d.typed = e.Text, 0, ""
		d.asked++
		s.work.said = ""
	case Digit:
		if len(d.typed) < mostDigits {
			d.typed, d.list = d.typed+e.Text, 0
		}
	case Erase:
		if d.typed != "" {
			d.typed, d.list = d.typed[:len(d.typed)-1], 0
		}
	case EraseAll:
		d.typed, d.list = "", 0
	case Next, Previous:
		by := 1
		if e.Kind == Previous {
			by = -1
		}
		d.list = max(0, min(d.list+by, pages-1))
	case Deed:
		s = s.begin(e.Text)
	case CancelDeed:
		s.work = work{said: "cancelled"}
	}
	return s
}

// begin has something done, what cannot be taken back only at the second touch. One thing is done at a time.
func (s Session) begin(deed string) Session {
	what, _ := cutDeed(deed)
	switch {
	case s.work.deed != "":
	case (what == deedLeave || what == deedMonitor) && s.staff.armed != deed:
		s.staff.armed = deed
	case what == deedLeave:
		s.Left = true
	default:
		s.staff.armed, s.work = "", work{deed: deed}
	}
	return s
}

// worked takes what is told about what goes on. One that was cancelled tells nothing any more.
func (s Session) worked(e Event, now time.Time) Session {
	if s.work.deed == "" {
		return s
	}
	if e.Kind == DeedGoesOn {
		s.work.done, s.work.total = e.Count, e.Of
		if s.At == Staff {
			s.touched = now // who waits need not touch
		}
		return s
	}
	s.work = work{said: e.Text, count: e.Count}
	return s
}

// cutDeed gives what is done, and what with.
func cutDeed(deed string) (what, with string) {
	for i, r := range deed {
		if r == ':' {
			return deed[:i], deed[i+1:]
		}
	}
	return deed, ""
}
