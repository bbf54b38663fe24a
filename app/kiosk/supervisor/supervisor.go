// Package supervisor keeps the lobby's screen up: it starts the screen as a child of its own, starts it anew when it
// ends, crashes or falls silent, and shows 暂停服务 while no screen can be kept running.
//
// What to do when is a pure state machine over time (machine.go): what happened goes in, what is to be done comes out.
// A thin part beside it (run.go, process.go) starts the children, listens to them and does it. The screen says that it
// is well from the goroutine that draws it, so that one that hangs falls silent; the supervisor opens no window and has
// no part of the screen in it, so that nothing that ends the screen ends the supervisor.
package supervisor

import "time"

// Exit codes by which a screen tells why it ended. Any other code is a failure. They keep clear of the codes of the
// command line and of those that the runtime and a killed process end with.
const (
	Left    = 40 // staff have left; the supervisor ends too
	Again   = 41 // the screen asks to be started anew, as after a change of its settings
	Refused = 42 // the screen cannot be shown, for a reason that will not change by itself
)

// Rules are the times that the supervisor keeps.
type Rules struct {
	Silence time.Duration // without a beat until a screen counts as hung
	Start   time.Duration // the same for a screen that has not answered yet
	Good    time.Duration // a run of this length clears the failures before it
	Grace   time.Duration // for a screen that was asked to end, until it is ended
	// Waits are the times before a new start after the first, second, … failure in a row; the last one goes on.
	Waits []time.Duration
	// Pause is after how many failures in a row 暂停服务 is shown.
	Pause int

	// NightlyAt is when after midnight in Asia/Shanghai the screen starts anew; less than 0 for never.
	NightlyAt time.Duration
	// NightlyFor is how long after that time it still may, NightlyIdle for how long nobody must have touched the screen,
	// NightlyAge how old the screen must be.
	NightlyFor, NightlyIdle, NightlyAge time.Duration
}

// Usual are the rules of a lobby. nightlyAt is when after midnight the screen starts anew, less than 0 for never.
func Usual(nightlyAt time.Duration) Rules {
	return Rules{
		Silence: 20 * time.Second, Start: time.Minute, Good: 5 * time.Minute, Grace: 3 * time.Second,
		Waits: []time.Duration{
			0, time.Second, 2 * time.Second, 5 * time.Second, 10 * time.Second, 20 * time.Second, 30 * time.Second,
		},
		Pause:     3,
		NightlyAt: nightlyAt, NightlyFor: 2 * time.Hour, NightlyIdle: 10 * time.Minute, NightlyAge: 20 * time.Hour,
	}
}

// wait gives how long to wait after so many failures in a row.
func (r Rules) wait(failures int) time.Duration {
	if failures < 1 || len(r.Waits) == 0 {
		return 0
	}
	return r.Waits[min(failures, len(r.Waits))-1]
}
