package app

import (
	"context"
	"os"
	"time"

	"gongkailan/app/cli"
	"gongkailan/app/kiosk"
	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/data/workday"
	"gongkailan/reports/face"
)

// openKiosk opens the lobby view and returns when staff have left it.
func openKiosk(_ context.Context, call cli.KioskCall) error {
	a, err := newApp(call.Language)
	if err != nil {
		return err
	}
	o := kioskOptions()
	o.App, o.BulletinPath, o.Fingerprint, o.Windowed = a, call.Bulletin, call.UnitKey, call.Windowed
	o.CheckPIN = thisPIN(os.Getenv).opens
	kiosk.Open(o).ShowAndRun()
	return nil
}

// kioskOptions are those that the window and the picture of the lobby share.
func kioskOptions() kiosk.Options {
	calendar := workday.New()
	return kiosk.Options{
		Words: words.For, Now: time.Now, Faces: face.Embedded(),
		WorkingDaysLeft: func(from, to data.Date) int { return calendar.Between(from.AddDays(-1), to) },
	}
}
