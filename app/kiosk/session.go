package kiosk

import (
	"time"

	"gongkailan/data"
)

// Place is where a visitor stands.
type Place int

// The places of a session.
const (
	Loop       Place = iota // the board: every page in turn
	Browse                  // 全部公开
	Category                // the items of one category, or of one section
	Item                    // one item, page by page
	StillThere              // 还在看吗, counting down
	Verify                  // a notice's code is typed and answered
	Search                  // something is looked for
	Speak                   // 提意见
	Ballot                  // 满意度评议
	AskBack                 // 查回复
	PINPad                  // staff say who they are
	Staff                   // what staff see to
	Broken                  // the public file does not hold
)

// How long a session waits.
const (
	SlideTime  = 12 * time.Second // each page of the loop
	IdleTime   = 60 * time.Second // without a touch, until we ask
	AnswerTime = 15 * time.Second // for an answer, until everything is cleared
)

// Spot is a place in the pages of an item: the page, and the part of the page where large type shows it in parts.
// Page and Part count from 0.
type Spot struct {
	Number string
	Page   int
	Part   int
}

// Shelf is what is there to be seen now.
type Shelf interface {
	// Step gives the spot that lies by so many parts from the spot; around the whole board, or within the item. ok is
	// false where there is none. A spot that is no longer there leads to the first.
	Step(s Session, from Spot, by int) (spot Spot, ok bool)
	// Places gives how many pages of the board are shown side by side, at least 1.
	Places(s Session) int
	// Has tells whether the item may be shown.
	Has(number string) bool
	// Lists gives how many pages the session's list has, at least 1.
	Lists(s Session) int
	// Takes tells whether messages of the written kind are taken.
	Takes(kind data.MessageKind) bool
	// Round gives the appraisal round in force; false where there is none.
	Round() (data.Round, bool)
}

// Switches are what a visitor has set; the next visitor finds them off.
type Switches struct {
	Large, Contrast, Low, Foreign bool
}

// Session is one visitor before the screen. It is a value: Handle gives the next one.
type Session struct {
	Switches
	At       Place
	Under    Place  // where StillThere or PINPad goes back to
	From     Place  // where Item goes back to
	Category string // of Category
	List     int    // page of the list, from 0
	Reading  Spot   // of Item
	Slide    Spot   // of the loop, the first of those side by side
	Paused   bool
	Left     bool // staff have left; the window closes

	handed int // messages that were sent in this visit

	pin    pinEntry
	staff  staffDesk
	work   work
	code   codeEntry
	speech speech
	ballot ballot
	asking asking
	voted  string // the round in which this visitor has answered
	search search

	broken  bool
	touched time.Time // the last touch
	slid    time.Time // when the loop's page was put up
	asked   time.Time // when 还在看吗 was asked
}

// NewSession begins with the loop.
func NewSession(now time.Time) Session { return Session{touched: now, slid: now} }

// Handle gives the session after the event.
func (s Session) Handle(e Event, now time.Time, shelf Shelf) Session {
	switch e.Kind {
	case Tick:
		return s.tick(now, shelf)
	case FileGood, FileBroken:
		return s.file(e.Kind == FileBroken, now, shelf)
	case PINRight, PINWrong:
		return s.answer(e.Kind == PINRight, now)
	case Sent, Unsent:
		return s.sent(e)
	case Answered:
		return s.answered(e.Answer, now)
	case DeedGoesOn, DeedDone:
		return s.worked(e, now)
	}
	// No page turns while somebody is at it.
	s.touched, s.slid = now, now
	if s.At == StillThere { // any touch is the answer, and nothing but the answer
		s.At = s.Under
		return s.settle(shelf)
	}
	switch {
	case s.At == PINPad:
		s = s.onPad(e, now)
	case s.At == Staff:
		s = s.onStaff(e, now, shelf.Lists(s))
	case e.Kind != LongPress && !isSwitch(e.Kind) && s.isForm() && (s.At != Verify || e.Kind != OpenItem):
		s = s.onForm(e, now, shelf)
	case s.At == Search && isTyping(e.Kind):
		s = s.onSearch(e)
	case s.At == Broken:
		if e.Kind == LongPress {
			s.At, s.Under = PINPad, Broken
		}
	default:
		s = s.visit(e, now, shelf)
	}
	return s
}

// isForm tells that something is typed or answered where the visitor stands.
func (s Session) isForm() bool {
	return s.At == Verify || s.At == Speak || s.At == Ballot || s.At == AskBack
}

// onForm handles what a visitor does who types or answers.
func (s Session) onForm(e Event, now time.Time, shelf Shelf) Session {
	switch s.At {
	case Speak:
		return s.onSpeech(e, shelf)
	case Ballot:
		return s.onBallot(e)
	case AskBack:
		return s.onAsking(e, now)
	default:
		return s.onCode(e)
	}
}

// visit handles what a visitor does.
func (s Session) visit(e Event, now time.Time, shelf Shelf) Session {
	switch e.Kind {
	case OpenAll:
		s.At, s.List = Browse, 0
	case OpenCategory:
		s.At, s.Category, s.List = Category, e.Text, 0
	case OpenItem:
		if shelf.Has(e.Text) && s.At != Item {
			s.From, s.Reading, s.At = s.At, Spot{Number: e.Text}, Item
		}
	case Next:
		s = s.turn(1, now, shelf)
	case Previous:
		s = s.turn(-1, now, shelf)
	case OpenVerify:
		s = s.openCode()
	case OpenSpeech:
		s = s.openSpeech()
	case OpenAsking:
		s = s.openAsking()
	case OpenSearch:
		s = s.openSearch()
	case ShowFound:
		s.search.listing = s.At == Search && s.Low
	case TurnTo:
		s = s.turnTo(e.Text, shelf)
	case TogglePause:
		s.Paused = s.At == Loop && !s.Paused
		s.slid = now
	case Deed:
		if what, with := cutDeed(e.Text); what == deedVisitor && s.At == Item && with == s.Reading.Number && s.work.deed == "" {
			s.work = work{deed: e.Text}
		}
	case Touch:
		s.work.said = "" // it was read
	case Back:
		s = s.back(now)
	case LongPress:
		s.At, s.Under = PINPad, s.At
	default:
		s = s.toggle(e.Kind, now)
	}
	return s
}

// isSwitch tells whether an event turns a switch, which is the same everywhere.
func isSwitch(kind Kind) bool { return kind >= ToggleLarge && kind <= ToggleLanguage }

// toggle turns a switch. Large type and low controls change what fits on a page, so that lists and pages begin anew.
func (s Session) toggle(kind Kind, now time.Time) Session {
	switch kind {
	case ToggleLarge:
		s.Large = !s.Large
		s.List, s.Reading.Part, s.Slide.Part, s.asking.page, s.slid = 0, 0, 0, 0, now
	case ToggleContrast:
		s.Contrast = !s.Contrast
	case ToggleLow:
		s.Low = !s.Low
		s.List, s.search.listing = 0, false
	case ToggleLanguage:
		s.Foreign = !s.Foreign
	}
	return s
}

// turn turns the page of what is open: of the loop, of the item, of the list.
func (s Session) turn(by int, now time.Time, shelf Shelf) Session {
	switch s.At {
	case Loop:
		return s.slide(by, now, shelf)
	case Item:
		if to, ok := shelf.Step(s, s.Reading, by); ok {
			s.Reading = to
		}
	case Browse, Category, Search:
		s.List = max(0, min(s.List+by, shelf.Lists(s)-1))
	}
	return s
}

func (s Session) slide(by int, now time.Time, shelf Shelf) Session {
	board := s
	board.At = Loop
	if to, ok := shelf.Step(board, s.Slide, by*shelf.Places(board)); ok {
		s.Slide = to
	}
	s.slid = now
	return s
}

func (s Session) back(now time.Time) Session {
	switch s.At {
	case Item:
		s.At, s.Reading = s.From, Spot{}
	case Category:
		s.At, s.Category, s.List = Browse, "", 0
	case Search:
		s = s.closeSearch()
	case Browse:
		s.At = Loop
	}
	s.slid, s.work = now, work{}
	return s
}

// tick lets time pass: the loop turns, who is silent is asked, who does not answer is forgotten.
func (s Session) tick(now time.Time, shelf Shelf) Session {
	s = s.notBefore(now)
	s.pin = s.pin.notBeyond(now)
	switch {
	case s.At == StillThere:
		if now.Sub(s.asked) >= AnswerTime {
			return s.home(now).settle(shelf)
		}
	case s.At == Staff:
		if now.Sub(s.touched) >= StaffTime {
			return s.home(now).settle(shelf)
		}
	case now.Sub(s.touched) >= IdleTime && s.At == PINPad:
		return s.home(now).settle(shelf) // the pad is no place to ask at: it covers another one
	case now.Sub(s.touched) >= IdleTime && s.isHome():
		forgotten := s.home(now) // nobody need be asked, but what a visitor left open is forgotten all the same
		forgotten.touched, forgotten.slid = s.touched, s.slid
		s = forgotten
	case now.Sub(s.touched) >= IdleTime:
		s.Under, s.At, s.asked = s.At, StillThere, now
		s.pin = s.pin.cleared()
	}
	if !s.Paused && now.Sub(s.slid) >= SlideTime {
		s = s.slide(1, now, shelf)
	}
	return s.settle(shelf)
}

// notBefore keeps a clock that was set back from holding the session for hours.
func (s Session) notBefore(now time.Time) Session {
	for _, at := range []*time.Time{&s.touched, &s.slid, &s.asked} {
		if at.After(now) {
			*at = now
		}
	}
	return s
}

// isHome tells that there is nothing to clear.
func (s Session) isHome() bool {
	return s.At == Broken || s.At == Loop && !s.Paused && s.Switches == Switches{}
}

// home forgets the visitor. What the PIN's lock remembers stays, and so does the loop's page.
func (s Session) home(now time.Time) Session {
	fresh := NewSession(now)
	fresh.Slide, fresh.Left, fresh.broken, fresh.pin = s.Slide, s.Left, s.broken, s.pin.cleared()
	fresh.Slide.Part = 0 // a whole page again, whatever large type showed
	fresh.At = fresh.ground()
	return fresh
}

// ground is the place where nobody has done anything yet.
func (s Session) ground() Place {
	if s.broken {
		return Broken
	}
	return Loop
}

// file takes note of a public file. One that went bad closes everything at once; only the staff's pad stays open.
func (s Session) file(broken bool, now time.Time, shelf Shelf) Session {
	was := s.broken
	s.broken = broken
	switch {
	case broken == was:
	case s.At == PINPad, s.At == Staff:
		s.Under = s.ground()
	default:
		s = s.home(now)
	}
	return s.settle(shelf)
}

// settle leaves what is no longer there: an item that came down while it was read, a part of a page that another size
// of the screen does not have.
func (s Session) settle(shelf Shelf) Session {
	if s.Reading.Number != "" && !shelf.Has(s.Reading.Number) {
		if s.At == Item {
			s.At = s.From
		}
		if s.Under == Item {
			s.Under = s.From
		}
		s.Reading = Spot{}
	}
	within := s
	if within.At = Item; s.Reading.Number != "" {
		s.Reading, _ = shelf.Step(within, s.Reading, 0)
	}
	if within.At = Loop; !s.broken {
		s.Slide, _ = shelf.Step(within, s.Slide, 0)
	}
	s.List = max(0, min(s.List, shelf.Lists(s)-1))
	return s.settleBallot(shelf)
}

// Countdown gives the seconds that are left for an answer.
func (s Session) Countdown(now time.Time) int {
	left := AnswerTime - now.Sub(s.asked)
	return max(0, int((left+time.Second-1)/time.Second))
}
