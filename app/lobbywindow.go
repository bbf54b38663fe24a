package app

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"slices"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"gongkailan/app/cli"
	"gongkailan/app/kiosk"
	"gongkailan/app/kiosk/folder"
	"gongkailan/app/kiosk/supervisor"
	"gongkailan/app/platform"
)

// show opens the lobby's window and returns when staff have left it. Under a supervisor it says every second how it
// stands, and ends when nobody listens any more.
func (l *lobby) show(ctx context.Context) error {
	a, err := newApp(l.call.Language)
	if err != nil {
		return err
	}
	if l.call.Part == cli.KioskWindow {
		memory, tidy := l.memory()
		defer tidy()
		l.call.Memory = memory
	}
	left := false
	o := kioskOptions()
	o.Folder, o.OutboxFolder = l.call.Memory, l.outbox()
	o.App, o.BulletinPath, o.Fingerprint, o.Windowed = a, l.settings.Bulletin, l.settings.Unit, l.call.Windowed
	o.Panel = l.settings.Panel
	pin := thisPIN(l.folder, l.settings.PIN, os.Getenv)
	o.Night = kiosk.NightOf(l.settings.NightFrom, l.settings.NightTo)
	if !pin.IsZero() {
		o.CheckPIN = func(typed string) bool { return opens(pin, typed) }
	}
	ended := supervisor.Left
	l.forStaff(&o, func() {
		if l.call.Part == cli.KioskChild { // started anew, on the monitor that was chosen
			left, ended = true, supervisor.Again
			a.Quit()
		}
	})
	o.Place = placeOn(l.settings.Monitor, func() { l.warn(folder.WarnMonitor) })
	o.OnLeave = func() { left = true }
	if l.call.Part == cli.KioskChild {
		endWithInput(a)
		say := beatsTo(os.Stdout, countWaiting(l.outbox()))
		o.Beat = func(s folder.Screen) {
			s.Warnings = slices.Concat(s.Warnings, l.warnings)
			say(s)
		}
	}
	if !l.call.Windowed {
		l.stayLit(ctx)
	}
	kiosk.Open(o).ShowAndRun()
	if left && l.call.Part == cli.KioskChild {
		return cli.Ended{Code: ended}
	}
	return nil
}

// showOutOfService shows 暂停服务 until the supervisor takes it away. What cannot be read is done without.
func (l *lobby) showOutOfService() error {
	a, err := newApp(l.call.Language)
	if err != nil {
		return err
	}
	endWithInput(a)
	o := kioskOptions()
	o.App, o.Windowed, o.Place = a, l.call.Windowed, placeOn(l.call.Monitor, func() {})
	kiosk.OpenOutOfService(o).ShowAndRun()
	return nil
}

// litTime is how long it may take to have the screen stay lit.
const litTime = 5 * time.Second

func (l *lobby) stayLit(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, litTime)
	defer cancel()
	if err := platform.KeepAwake(ctx); err != nil {
		fyne.LogError("the screen may go dark by itself", err)
		l.warn(folder.WarnDark)
	}
}

// warn remembers what staff should see to; it is called on the main goroutine.
func (l *lobby) warn(code string) { l.warnings = append(l.warnings, code) }

// endTime is how long a window has to close after its input was closed.
const endTime = 3 * time.Second

// endWithInput ends the program when its input is closed: the supervisor asks for the end, or is gone.
func endWithInput(a fyne.App) {
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin) // an input that breaks is closed too
		time.AfterFunc(endTime, func() { os.Exit(cli.Done) })
		fyne.Do(a.Quit)
	}()
}

// beatsTo gives what takes the screen's beats and writes them out, a line of JSON each. It never waits: a supervisor
// that does not read must not hold up the screen. What is written was said where the screen is drawn, and nothing else
// is.
func beatsTo(out io.Writer, waiting func() int) func(folder.Screen) {
	said := make(chan folder.Screen, 1)
	go func() {
		lines := json.NewEncoder(out)
		for s := range said {
			s.Outbox, s.Memory = waiting(), int(platform.Resident()>>20)
			if lines.Encode(s) != nil {
				return // nobody reads; the input is closed as well, which ends the program
			}
		}
	}()
	return func(s folder.Screen) {
		select {
		case said <- s:
		default: // the one before is not taken yet
		}
	}
}

// countEvery is how often the messages that wait are counted.
const countEvery = 30 * time.Second

// countWaiting counts the sealed messages in the outbox now and then, beside everything else: it may lie on a share that
// does not answer.
func countWaiting(outbox string) func() int {
	var count atomic.Int64
	go func() {
		for {
			count.Store(int64(kiosk.Waiting(outbox)))
			time.Sleep(countEvery)
		}
	}()
	return func() int { return int(count.Load()) }
}
