package folder

import (
	"encoding/json"
	"time"
)

// Screen is how the lobby's screen stands, as it says with every beat: numbers and codes, nothing that a visitor typed
// and nothing that is not public.
type Screen struct {
	View   string `json:"view"`         // ViewLoop, ViewVisit, ViewStaff or ViewBroken
	Idle   int    `json:"idle_seconds"` // since the last touch
	Serial int    `json:"serial"`       // of the bulletin on screen, 0 without one
	Issued string `json:"issued,omitempty"`
	Items  int    `json:"items"`
	Turns  int    `json:"turns"`             // pages turned since the screen started
	Outbox int    `json:"outbox"`            // sealed messages that wait to be taken along
	Why    string `json:"problem,omitempty"` // the code of what is wrong with the public file
	Memory int    `json:"memory_mb"`         // resident
	// Warnings are codes of what staff should see to: WarnMonitor and those after it.
	Warnings []string `json:"warnings,omitempty"`
}

// What staff should see to.
const (
	WarnMonitor = "monitor-missing" // the chosen monitor is not there; the main one is filled
	WarnDark    = "may-go-dark"     // the system was not told to keep the screen lit

	WarnClockBack  = "clock-back"  // the machine's clock ran backwards
	WarnClockJump  = "clock-jump"  // it jumped ahead
	WarnClockEarly = "clock-early" // it is before the day on which the public file was issued
)

// What the screen shows.
const (
	ViewLoop   = "loop"
	ViewVisit  = "visit"
	ViewStaff  = "staff"
	ViewBroken = "broken"
)

// State is how the lobby as a whole stands.
type State string

// The states of the lobby.
const (
	Starting State = "starting"       // a screen was started and has not answered yet, or is about to be
	Running  State = "running"        // the screen answers
	Paused   State = "paused_service" // no screen can be kept running; 暂停服务 is shown
	Stopped  State = "stopped"        // staff have left, or the machine goes down
)

// Exit is how a screen ended.
type Exit struct {
	At     time.Time `json:"at"`
	Reason string    `json:"reason"`
	Code   int       `json:"code"`
}

// Status is how the lobby stands. PID is the supervisor's, Child the screen's.
type Status struct {
	State         State      `json:"state"`
	PID           int        `json:"pid"`
	Child         int        `json:"child,omitempty"`
	Written       time.Time  `json:"written"`
	Started       time.Time  `json:"started"`
	ChildStarted  *time.Time `json:"child_started,omitempty"`
	LastHeartbeat *time.Time `json:"last_heartbeat,omitempty"`
	Restarts      int        `json:"restarts"`       // in all, over every run on this machine
	RestartsToday int        `json:"restarts_today"` // on Day
	Day           string     `json:"day"`
	Failures      int        `json:"failures_in_a_row"`
	LastExit      *Exit      `json:"last_exit,omitempty"`
	Screen
}

// Status reads how the lobby stands, or stood when it was last written.
func (f Folder) Status() (Status, error) {
	var s Status
	err := read(f.status(), &s)
	return s, err
}

// WriteStatus writes how the lobby stands.
func (f Folder) WriteStatus(s Status) error {
	raw, err := json.MarshalIndent(s, "", " ")
	if err != nil {
		return err
	}
	if err := f.Make(); err != nil {
		return err
	}
	return write(f.status(), append(raw, '\n'), false)
}
