package app

import (
	"context"
	"errors"
	"os"
	"time"

	"gongkailan/app/cli"
	"gongkailan/app/kiosk"
	"gongkailan/app/kiosk/folder"
	"gongkailan/app/kiosk/supervisor"
	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/data/workday"
	"gongkailan/reports/face"
)

// openKiosk opens the lobby view, or the part of it that is asked for, and returns when it has ended.
func openKiosk(ctx context.Context, call cli.KioskCall) error {
	at, err := lobbyFolder(call.Folder)
	if err != nil {
		return err
	}
	l := lobby{folder: at, call: call}
	if call.Part == cli.KioskOutOfService {
		return l.showOutOfService()
	}
	err = l.choose()
	switch {
	case err != nil:
	case call.Part == cli.KioskSupervised:
		err = l.supervise(ctx)
	default:
		err = l.show(ctx)
	}
	if call.Part == cli.KioskChild && isRefusal(err) {
		return cli.Ended{Code: supervisor.Refused, Err: err}
	}
	return err
}

// isRefusal tells whether something was refused, for a reason that does not change by itself.
func isRefusal(err error) bool {
	var refusal *data.Refusal
	return errors.As(err, &refusal)
}

// lobby is one call of the lobby view: where it keeps what it knows, how it was called, and what is chosen.
type lobby struct {
	folder   folder.Folder
	call     cli.KioskCall
	settings folder.Settings
	kept     bool     // the settings lie in the folder, where staff may change them
	warnings []string // codes of what staff should see to
}

// choose takes what was named now, and for the rest what was chosen before. It is kept for the next start, unless the
// lobby is only looked at in a window.
func (l *lobby) choose() error {
	before, err := l.folder.Settings()
	if err != nil {
		return data.Refuse(data.ErrBroken, "kiosk.folder", l.folder.Path())
	}
	c := l.call
	l.settings = folder.Settings{
		Bulletin: c.Bulletin, Outbox: c.Outbox, Unit: c.UnitKey, Monitor: c.Monitor, PanelInches: c.PanelInches,
	}.Over(before)
	if l.settings.Bulletin == "" {
		return data.Refuse(data.ErrInvalid, "kiosk.nofile")
	}
	if c.Windowed || c.Part == cli.KioskChild {
		return nil
	}
	if before.Bulletin != "" && l.settings.Bulletin != before.Bulletin && c.UnitKey == "" {
		l.settings.Unit = "" // set up anew: whose file lies there is the unit that is shown from now on
		kiosk.Forget(l.folder.Path())
	}
	err = l.folder.Choose(l.settings)
	if l.kept = err == nil; !l.kept { // it can be shown all the same, as on a disk that is full
		c.Say("cli.kiosk.unkept", l.folder.Path(), err)
	}
	return nil
}

// memory is where the public files that were shown are remembered: in the lobby's folder, or for a window on a desk, which
// may look at the files of several units one after the other, only as long as it stands. Tidy clears away at the end.
func (l *lobby) memory() (at string, tidy func()) {
	if !l.call.Windowed || l.call.Folder != "" {
		return l.folder.Path(), func() {}
	}
	at, err := os.MkdirTemp("", "gongkailan-kiosk-*")
	if err != nil {
		return "", func() {} // it can be shown all the same
	}
	return at, func() { _ = os.RemoveAll(at) }
}

// outbox is where sealed messages go.
func (l *lobby) outbox() string {
	if l.settings.Outbox != "" {
		return l.settings.Outbox
	}
	return l.folder.Outbox()
}

// kioskOptions are those that the window and the picture of the lobby share.
func kioskOptions() kiosk.Options {
	calendar := workday.New()
	return kiosk.Options{
		Words: words.For, Now: time.Now, Faces: face.Embedded(),
		WorkingDaysLeft: func(from, to data.Date) int { return calendar.Between(from.AddDays(-1), to) },
	}
}
