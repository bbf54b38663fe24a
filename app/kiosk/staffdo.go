package kiosk

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"gongkailan/app/kiosk/folder"
	"gongkailan/app/ui"
	"gongkailan/data/wholefile"
)

// StaffOptions are what the staff's place needs from outside; what is nil or "" is not offered.
type StaffOptions struct {
	Status   func() (folder.Status, error) // how the lobby stands; called off the main goroutine
	Records  func() []string               // the files of the log and the status
	Sticks   func() []string               // folders of media that can be taken along; called off the main goroutine
	Monitors func() []string               // the machine's monitors, the main one first; called on the main goroutine
	Monitor  string                        // the one that was chosen, "" for the main one
	// ChooseMonitor keeps another monitor, and starts the screen anew on it.
	ChooseMonitor func(name string) error
}

// facts are what the staff's place tells of the machine. They are asked for when it is opened.
type facts struct {
	known    bool
	status   folder.Status
	stated   bool // there is a status
	waiting  int  // sealed messages in the outbox
	sticks   []string
	monitors []string
}

// afterStaff does what a change of the session asks for in the staff's place.
func (s *screen) afterStaff(before Session) {
	now := s.session
	if lock := now.pin.lock(); lock != before.pin.lock() && s.options.Folder != "" {
		_ = lock.keep(s.options.Folder) // the lock holds until the next start all the same
	}
	if before.work.deed != "" && before.work.deed != now.work.deed {
		s.worker.Stop()
	}
	switch {
	case now.At != Staff:
		if before.At == Staff {
			s.asker.Stop()
			s.facts = facts{}
		}
	case before.At != Staff || before.staff.asked != now.staff.asked || before.work.deed != "" && now.work.deed == "":
		s.askFacts()
	}
	if now.work.deed != "" && now.work.deed != before.work.deed {
		s.do(now.work.deed)
	}
}

// askFacts asks the machine how it stands, beside the main goroutine: the outbox may lie on a share.
func (s *screen) askFacts() {
	o, outbox := s.options.Staff, s.options.OutboxFolder
	var screens []string
	if o.Monitors != nil {
		screens = o.Monitors()
	}
	ui.Load(s.asker, func(context.Context) (facts, error) {
		f := facts{known: true, monitors: screens}
		if o.Status != nil {
			status, err := o.Status()
			f.status, f.stated = status, err == nil
		}
		if outbox != "" {
			f.waiting = Waiting(outbox)
		}
		if o.Sticks != nil {
			f.sticks = o.Sticks()
		}
		return f, nil
	}, func(f facts, _ error) {
		s.facts = f
		s.build()
	})
}

// do begins a deed. Its end is an event again.
func (s *screen) do(deed string) {
	switch what, with := cutDeed(deed); what {
	case deedPage, deedNotice, deedBoard, deedVisitor:
		s.print(what, with)
	case deedLogs, deedTake:
		s.takeAlong(what, with)
	case deedMonitor:
		said := "monitor"
		if s.options.Staff.ChooseMonitor == nil || s.options.Staff.ChooseMonitor(with) != nil {
			said = "monitorfail"
		}
		s.done(said, 0)
	case deedClock:
		s.time = s.time.checked(s.options.Now(), s.options.Elapsed(), s.bulletin.IssuedAt())
		s.keepClock()
		s.stock()
		s.done("clock", 0)
	default:
		s.done("cancelled", 0)
	}
}

// done tells how a deed went.
func (s *screen) done(said string, count int) {
	s.handle(Event{Kind: DeedDone, Text: said, Count: count})
}

// goesOn gives what tells, from beside the main goroutine, how far a deed is: at every tenth of the whole.
func (s *screen) goesOn(ctx context.Context) func(done, total int) {
	last := -1
	return func(done, total int) {
		if tenth := done * 10 / max(1, total); tenth != last && ctx.Err() == nil {
			last = tenth
			s.options.Do(func() {
				if ctx.Err() == nil {
					s.handle(Event{Kind: DeedGoesOn, Count: done, Of: total})
				}
			})
		}
	}
}

// takeAlong copies the log, or moves the messages, onto a stick.
func (s *screen) takeAlong(what, stick string) {
	o, outbox, day := s.options.Staff, s.options.OutboxFolder, s.day
	ui.Load(s.worker, func(ctx context.Context) (int, error) {
		if what == deedTake {
			to := filepath.Join(stick, takenFolder(messagesFolder, day))
			return takeMessages(ctx, outbox, to, wholefile.Write, s.goesOn(ctx))
		}
		if o.Records == nil {
			return 0, nil
		}
		return copyFiles(ctx, o.Records(), filepath.Join(stick, takenFolder(logsFolder, day)), wholefile.Write)
	}, func(n int, err error) {
		switch {
		case errors.Is(err, context.Canceled):
			s.done("cancelled", n)
		case err != nil:
			s.done(what+"fail", n)
		case n == 0:
			s.done("nothing", 0)
		default:
			s.done(what, n)
		}
	})
}

// printTime is how long a printer may take to take a file.
const printTime = 2 * time.Minute
