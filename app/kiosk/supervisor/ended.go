package supervisor

import (
	"time"

	"gongkailan/app/kiosk/folder"
)

// shortest is the run of a screen that asks to be started anew under which that counts as a failure: it would ask
// for ever.
const shortest = 10 * time.Second

// ended takes note of a screen that has ended, and says what follows.
func (m Machine) ended(e Event, now time.Time) (Machine, []Action) {
	if !m.lobby.on {
		return m, nil
	}
	was := m.lobby
	why := was.why(e)
	m.lobby, m.screen = child{}, folder.Screen{}
	m.last = &folder.Exit{At: now, Reason: why, Code: e.Code}
	if why == failed {
		m.last.Reason = e.How
	}
	switch {
	case m.stopping:
		return m.finish(nil, 0)
	case why == left:
		return m.stop(now)
	case why == refused && !m.answered && m.starts == 1:
		m.stopping, m.done = true, true
		return m, []Action{{Deed: Finish, Code: 1, Why: refused}}
	case (why == again || why == nightly) && now.Sub(was.started) >= shortest:
		return m.start(nil, now)
	}
	return m.fail(was, now)
}

// why tells why a child has ended. What it was ended for goes before what it says itself, but staff who leave in that
// moment have left.
func (c child) why(e Event) string {
	switch {
	case e.Code == Left:
		return left
	case c.ending != "":
		return c.ending
	case e.Code == Again:
		return again
	case e.Code == Refused:
		return refused
	default:
		return failed
	}
}

// fail counts a failure and waits, the longer the more of them there were in a row.
func (m Machine) fail(was child, now time.Time) (Machine, []Action) {
	if was.beats > 0 && now.Sub(was.started) >= m.rules.Good {
		m.failures = 0
	}
	m.failures++
	var do []Action
	if m.failures >= m.rules.Pause && !m.notice.on {
		m.notice = child{on: true, started: now}
		do = append(do, Action{Deed: Start, Which: Notice})
	}
	wait := m.rules.wait(m.failures)
	if wait == 0 {
		return m.start(do, now)
	}
	m.next = now.Add(wait)
	return m, do
}

// State tells how the lobby as a whole stands.
func (m Machine) State() folder.State {
	switch {
	case m.done || m.stopping:
		return folder.Stopped
	case m.lobby.on && m.lobby.beats > 0 && m.lobby.ending == "":
		return folder.Running
	case m.failures >= m.rules.Pause:
		return folder.Paused
	default:
		return folder.Starting
	}
}

// Status tells how the lobby stands, with what it was before this supervisor started. What only the outside knows, the
// numbers of the processes and when it is written, is left open.
func (m Machine) Status(before folder.Status, day string) folder.Status {
	s := folder.Status{
		State: m.State(), Started: m.started, Failures: m.failures, LastExit: m.last, Screen: m.screen,
		Restarts: before.Restarts, Day: day,
	}
	if before.Day == day {
		s.RestartsToday = before.RestartsToday
	}
	if m.last == nil {
		s.LastExit = before.LastExit
	}
	if m.lobby.on {
		started := m.lobby.started
		s.ChildStarted = &started
	}
	if m.lobby.beats > 0 {
		heard := m.lobby.heard
		s.LastHeartbeat = &heard
	}
	return s
}
