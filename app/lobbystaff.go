package app

import (
	"gongkailan/app/kiosk"
	"gongkailan/app/kiosk/folder"
	"gongkailan/app/platform"
)

// forStaff gives the lobby what its staff's place needs. Again is called once another monitor was kept.
func (l *lobby) forStaff(o *kiosk.Options, again func()) {
	o.Print = platform.PrintOnly
	o.Staff = kiosk.StaffOptions{
		Status: l.folder.Status, Sticks: platform.Removable, Monitor: l.settings.Monitor,
		Records: func() []string { return append(l.folder.Logs(), l.folder.StatusFile()) },
		Monitors: func() []string {
			var names []string
			for _, m := range monitors() {
				names = append(names, m.name)
			}
			return names
		},
	}
	if l.call.Windowed {
		return // a window on a desk fills no monitor
	}
	o.Staff.ChooseMonitor = func(name string) error {
		if err := l.keepMonitor(name); err != nil {
			return err
		}
		again()
		return nil
	}
}

// keepMonitor keeps the monitor for the next start, beside what was chosen before.
func (l *lobby) keepMonitor(name string) error {
	kept, err := l.folder.Settings()
	if err != nil {
		return err
	}
	return l.folder.Choose(folder.Settings{Monitor: name}.Over(kept))
}
