package supervisor

import (
	"time"

	"gongkailan/app/kiosk/folder"
	"gongkailan/data"
)

// Which names one of the two children.
type Which int

// The children.
const (
	Lobby  Which = iota // the screen
	Notice              // 暂停服务
)

// Kind is what happened.
type Kind int

// What happens to a supervisor.
const (
	Tick  Kind = iota
	Beat       // the screen says that it is well, and how it stands
	Ended      // a child has ended, or could not be started
	Stop       // the machine, or whoever started us, asks for the end
)

// Event is something that happened. Screen belongs to Beat, the rest to Ended.
type Event struct {
	Kind   Kind
	Screen folder.Screen
	Which  Which
	Code   int
	How    string // how it ended as the system says it, as "signal: killed"
	Said   []byte // the end of what it wrote to its error stream
}

// Deed is something to be done.
type Deed int

// What a supervisor has done.
const (
	Start Deed = iota
	Ask        // to end, in peace
	Look       // have a hung one write where it hangs, where the system can
	Kill
	Finish // the supervisor ends, with the code of the action
)

// Action is a deed on a child. Why is a code for the log.
type Action struct {
	Deed  Deed
	Which Which
	Why   string
	Code  int
}

// Why a screen was ended or has ended.
const (
	hung     = "hung"
	nightly  = "nightly"
	stopping = "stop"
	left     = "left"
	again    = "again"
	refused  = "refused"
	failed   = "failed"
	answered = "answered" // the screen is back, and 暂停服务 goes
)

// lookTime is how long a hung child has to write where it hangs, killAgain when one is killed again that does not end.
const (
	lookTime  = 2 * time.Second
	killAgain = 10 * time.Second
)

// stoodStill is a gap between two ticks after which the supervisor itself, or the whole machine, has stood still.
const stoodStill = 8 * time.Second

// child is one process.
type child struct {
	on      bool
	started time.Time
	heard   time.Time // the last beat, or the start
	beats   int
	ending  string    // why it is being ended, "" where it is not
	killAt  time.Time // when it is ended by force
}

// Machine is what the supervisor knows. It is a value: Handle gives the next one.
type Machine struct {
	rules    Rules
	lobby    child
	notice   child
	failures int       // in a row
	next     time.Time // when the screen is started, while there is none
	ticked   time.Time
	answered bool // a screen has been up since the supervisor started
	stopping bool
	done     bool

	screen  folder.Screen // as the last beat says
	starts  int
	last    *folder.Exit
	started time.Time
}

// New begins: the screen is to be started.
func New(rules Rules, now time.Time) (Machine, []Action) {
	m := Machine{rules: rules, started: now, ticked: now}
	return m.start(nil, now)
}

// Handle gives the machine after an event, and what is to be done. After a Finish nothing happens any more.
func (m Machine) Handle(e Event, now time.Time) (Machine, []Action) {
	if m.done {
		return m, nil
	}
	switch e.Kind {
	case Beat:
		return m.beat(e.Screen, now)
	case Ended:
		if e.Which == Notice {
			m.notice = child{}
			return m.finish(nil, 0)
		}
		return m.ended(e, now)
	case Stop:
		return m.stop(now)
	default:
		return m.tick(now)
	}
}

func (m Machine) start(do []Action, now time.Time) (Machine, []Action) {
	m.lobby = child{on: true, started: now, heard: now}
	m.screen = folder.Screen{}
	m.starts++
	return m, append(do, Action{Deed: Start, Which: Lobby})
}

// beat takes a sign of life. With the first one of a screen 暂停服务 goes: until then it covers the start.
func (m Machine) beat(screen folder.Screen, now time.Time) (Machine, []Action) {
	if !m.lobby.on {
		return m, nil // written before it ended
	}
	m.lobby.heard, m.screen, m.answered = now, screen, true
	m.lobby.beats++
	if m.notice.on && m.notice.ending == "" {
		return m.end(nil, Notice, answered, now)
	}
	return m, nil
}

// end has a child end: by asking a screen that answers, by force otherwise.
func (m Machine) end(do []Action, which Which, why string, now time.Time) (Machine, []Action) {
	c, deed, wait := &m.lobby, Ask, m.rules.Grace
	switch {
	case which == Notice: // it has nothing to lose
		c, deed, wait = &m.notice, Kill, killAgain
	case why == hung:
		deed, wait = Look, lookTime
	}
	c.ending, c.killAt = why, now.Add(wait)
	return m, append(do, Action{Deed: deed, Which: which, Why: why})
}

// tick lets time pass.
func (m Machine) tick(now time.Time) (Machine, []Action) {
	gap := now.Sub(m.ticked)
	m.ticked = now
	if gap > stoodStill || gap < 0 { // whatever happened, it is no sign of the screen's that is missing
		m.lobby.heard = now
		if gap < 0 {
			m = m.notBefore(now)
		}
	}
	var do []Action
	for _, which := range []Which{Lobby, Notice} {
		c := m.child(which)
		if c.on && c.ending != "" && !now.Before(c.killAt) {
			do = append(do, Action{Deed: Kill, Which: which, Why: c.ending})
			c.killAt = now.Add(killAgain)
		}
	}
	switch {
	case m.stopping, m.lobby.on && m.lobby.ending != "":
		return m, do
	case !m.lobby.on && !now.Before(m.next):
		return m.start(do, now)
	case !m.lobby.on:
		return m, do
	case now.Sub(m.lobby.heard) >= m.patience():
		return m.end(do, Lobby, hung, now)
	case m.isNight(now):
		return m.end(do, Lobby, nightly, now)
	case m.lobby.beats > 0 && now.Sub(m.lobby.started) >= m.rules.Good:
		m.failures = 0
	}
	return m, do
}

// child gives one of the children, to be changed in place.
func (m *Machine) child(which Which) *child {
	if which == Notice {
		return &m.notice
	}
	return &m.lobby
}

// notBefore keeps a clock that was set back from holding everything for hours.
func (m Machine) notBefore(now time.Time) Machine {
	for _, at := range []*time.Time{&m.lobby.started, &m.lobby.killAt, &m.notice.killAt, &m.started} {
		if at.After(now) {
			*at = now
		}
	}
	if longest := now.Add(m.rules.wait(m.failures)); m.next.After(longest) {
		m.next = longest
	}
	return m
}

func (m Machine) patience() time.Duration {
	if m.lobby.beats == 0 {
		return m.rules.Start
	}
	return m.rules.Silence
}

// isNight tells whether the screen may start anew now, for the sake of a good day.
func (m Machine) isNight(now time.Time) bool {
	r := m.rules
	if r.NightlyAt < 0 || m.lobby.beats == 0 || now.Sub(m.lobby.started) < r.NightlyAge {
		return false
	}
	at := now.In(data.Shanghai())
	since := time.Duration(at.Hour())*time.Hour + time.Duration(at.Minute())*time.Minute - r.NightlyAt
	idle := time.Duration(m.screen.Idle) * time.Second
	return since >= 0 && since < r.NightlyFor && idle >= r.NightlyIdle
}

// stop ends everything.
func (m Machine) stop(now time.Time) (Machine, []Action) {
	if m.stopping {
		return m, nil
	}
	m.stopping = true
	var do []Action
	if m.lobby.on && m.lobby.ending == "" {
		m, do = m.end(do, Lobby, stopping, now)
	}
	if m.notice.on && m.notice.ending == "" {
		m, do = m.end(do, Notice, stopping, now)
	}
	return m.finish(do, 0)
}

// finish ends the supervisor where it is to end and no child is left.
func (m Machine) finish(do []Action, code int) (Machine, []Action) {
	if !m.stopping || m.lobby.on || m.notice.on {
		return m, do
	}
	m.done = true
	return m, append(do, Action{Deed: Finish, Code: code})
}
