package app

import (
	"context"
	"os"
	"time"

	"gongkailan/app/cli"
	"gongkailan/app/kiosk"
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
	o := kioskOptions(call.Language)
	o.App, o.Path, o.UnitKey, o.Windowed = a, call.Bulletin, call.UnitKey, call.Windowed
	o.Loader = onMain()
	o.CheckPIN = thisPIN(os.Getenv).opens
	kiosk.Open(o).ShowAndRun()
	return nil
}

// kioskOptions are those that the window and the picture of the lobby share.
func kioskOptions(language string) kiosk.Options {
	return kiosk.Options{Language: language, Now: time.Now, WorkingDaysLeft: daysLeft, Faces: face.Embedded()}
}

// daysLeft counts the working days that remain of a period, today not counted.
func daysLeft(today, to data.Date) int { return workday.New().Between(today, to) }
