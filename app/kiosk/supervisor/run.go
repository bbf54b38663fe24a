package supervisor

import (
	"context"
	"runtime"
	"slices"
	"strconv"
	"time"

	"gongkailan/app/kiosk/folder"
	"gongkailan/app/trace"
	"gongkailan/data"
)

// Options are what a supervisor needs from outside.
type Options struct {
	Rules  Rules
	Folder folder.Folder
	PID    int // our own
	Now    func() time.Time
	Tick   <-chan time.Time // several times a second
	// Start starts a child. What happens to it is told from any goroutine, its end last.
	Start func(which Which, tell func(Event)) (Process, error)
	// Say hands on what a screen said that was refused at its very first start.
	Say func(said []byte)
	// Warn is told what keeps the status or the log from being written, for each once until it is written again.
	Warn func(error)
}

// Run keeps the screen up until staff leave it, the context ends, or its first start is refused for good. It gives the
// exit code of the program: 0, or 1 where the start was refused.
func Run(ctx context.Context, o Options) int {
	runtime.LockOSThread() // Linux ends a child with the thread that started it, so that thread must be one that stays
	defer runtime.UnlockOSThread()
	gone := make(chan struct{})
	defer close(gone)
	events := make(chan Event, 16)
	k := &keeper{options: o, children: map[Which]Process{}, warned: map[string]bool{}}
	k.tell = func(e Event) {
		select {
		case events <- e:
		case <-gone:
		}
	}
	k.begin()
	asked := ctx.Done()
	for !k.machine.done {
		select {
		case <-asked:
			asked = nil
			k.handle(Event{Kind: Stop})
		case e := <-events:
			k.handle(e)
		case <-o.Tick:
			k.handle(Event{Kind: Tick})
		}
	}
	return k.code
}

// keeper does what the machine says, and keeps the status and the log.
type keeper struct {
	options  Options
	tell     func(Event)
	machine  Machine
	children map[Which]Process
	counted  folder.Status // of the runs before, with the restarts of this one
	wrote    written
	at       time.Time       // when the status was written
	warned   map[string]bool // by what could not be written
	code     int
}

// written is what of a status is worth writing at once when it changes.
type written struct {
	state                   folder.State
	child, restarts, serial int
	view, why               string
}

// statusEvery is how often the status is written where nothing changes.
const statusEvery = 10 * time.Second

func (k *keeper) begin() {
	now := k.options.Now()
	before, err := k.options.Folder.Status()
	if err == nil { // a machine's first run has none, and one that broke off in a power cut begins anew
		k.counted = before
	}
	k.log("supervisor-started", "pid="+strconv.Itoa(k.options.PID))
	var do []Action
	k.machine, do = New(k.options.Rules, now)
	k.do(do)
	k.writeStatus(now)
}

// handle lets something happen. What is to be done may itself make something happen.
func (k *keeper) handle(e Event) {
	now := k.options.Now()
	before := k.machine
	var do []Action
	k.machine, do = before.Handle(e, now)
	k.note(before, e, now)
	k.do(do)
	k.writeStatus(now)
}

func (k *keeper) do(actions []Action) {
	for _, a := range actions {
		switch a.Deed {
		case Start:
			k.start(a.Which)
		case Finish:
			k.code = a.Code
			k.log("supervisor-ended", "code="+strconv.Itoa(a.Code))
		default:
			k.press(a)
		}
	}
}

// start starts a child. One that cannot be started has ended; that is told like any other end, later.
func (k *keeper) start(which Which) {
	if which == Lobby && k.machine.starts > 1 {
		k.count()
	}
	process, err := k.options.Start(which, k.tell)
	if err != nil {
		k.log(name(which) + "-not-started")
		go k.tell(Event{Kind: Ended, Which: which, Code: -1, How: "not started"})
		return
	}
	k.children[which] = process
	k.log(name(which)+"-started", "pid="+strconv.Itoa(process.PID()))
}

func (k *keeper) count() {
	if day := k.day(k.options.Now()); k.counted.Day != day {
		k.counted.Day, k.counted.RestartsToday = day, 0
	}
	k.counted.Restarts++
	k.counted.RestartsToday++
}

// press has a child end.
func (k *keeper) press(a Action) {
	process, there := k.children[a.Which]
	if !there {
		return
	}
	switch a.Deed {
	case Ask:
		k.log(name(a.Which)+"-asked-to-end", "why="+a.Why)
		process.Ask()
	case Look:
		k.log(name(a.Which)+"-silent", "why="+a.Why)
		process.Look()
	case Kill:
		k.log(name(a.Which)+"-killed", "why="+a.Why)
		process.Kill()
	}
}

// note writes into the log what an event has changed.
func (k *keeper) note(before Machine, e Event, now time.Time) {
	switch e.Kind {
	case Beat:
		k.noteBeat(before, now)
	case Ended:
		delete(k.children, e.Which)
		k.noteEnd(before.child(e.Which), e, now)
	case Stop:
		k.log("stop-asked")
	}
}

// noteEnd tells how a child has ended, and where in the program if it crashed or hung.
func (k *keeper) noteEnd(was *child, e Event, now time.Time) {
	if !was.on {
		return
	}
	why := was.why(e)
	places := trace.First(trace.Places(e.Said))
	if why == hung {
		places = trace.Main(trace.Places(e.Said))
	}
	k.record(name(e.Which)+"-ended", places, "why="+why, "code="+strconv.Itoa(e.Code), "how="+strconv.Quote(e.How),
		"ran="+now.Sub(was.started).Round(time.Second).String())
	if why == refused && k.machine.done {
		k.options.Say(e.Said)
	}
}

// noteBeat tells of the first beat, and of a public file that was taken or refused.
func (k *keeper) noteBeat(before Machine, now time.Time) {
	was, is := before.screen, k.machine.screen
	if before.lobby.on && before.lobby.beats == 0 {
		k.log("screen-answered", "after="+now.Sub(before.lobby.started).Round(10*time.Millisecond).String())
	}
	if !slices.Equal(is.Warnings, was.Warnings) {
		k.log("warnings", is.Warnings...)
	}
	if is.Serial != was.Serial {
		k.log("bulletin-taken", "serial="+strconv.Itoa(is.Serial), "items="+strconv.Itoa(is.Items), "issued="+is.Issued)
	}
	switch {
	case is.Why == was.Why:
	case is.Why == "":
		k.log("bulletin-good")
	default:
		k.log("bulletin-refused", "reason="+is.Why)
	}
}

func name(which Which) string {
	if which == Notice {
		return "out-of-service"
	}
	return "screen"
}

func (k *keeper) log(what string, facts ...string) { k.record(what, nil, facts...) }

func (k *keeper) record(what string, record []byte, facts ...string) {
	k.warn("log", k.options.Folder.Log(k.options.Now(), what, facts, record))
}

func (k *keeper) warn(about string, err error) {
	if err != nil && !k.warned[about] {
		k.options.Warn(err)
	}
	k.warned[about] = err != nil
}

func (k *keeper) day(now time.Time) string { return string(data.DateOf(now)) }

// writeStatus writes how the lobby stands, at changes and every statusEvery.
func (k *keeper) writeStatus(now time.Time) {
	s := k.machine.Status(k.counted, k.day(now))
	s.PID, s.Written = k.options.PID, now
	if p, there := k.children[Lobby]; there {
		s.Child = p.PID()
	}
	is := written{state: s.State, child: s.Child, restarts: s.Restarts, serial: s.Serial, view: s.View, why: s.Why}
	if since := now.Sub(k.at); is == k.wrote && since >= 0 && since < statusEvery {
		return
	}
	k.wrote, k.at = is, now
	k.warn("status", k.options.Folder.WriteStatus(s))
}
