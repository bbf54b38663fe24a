package office

import (
	"context"

	"gongkailan/app/office/settings"
	"gongkailan/app/ui"
	"gongkailan/data/desk"
)

// backUpDaily makes the back-up of the day at the first sign-in, beside all other work. One that cannot be made is told,
// and tried again at the next sign-in.
func (o *Office) backUpDaily() {
	daily, due := settings.Due(o.opt.Prefs, o.opt.Desk)
	if !due {
		return
	}
	ui.Load(o.opt.Loader.Again(), func(ctx context.Context) (desk.Backup, error) {
		return settings.BackUp(ctx, o.opt.Desk, daily.Folder)
	}, func(made desk.Backup, err error) {
		if err != nil {
			o.notices.Refused(o.words.T("settings.backup.missed", o.words.Error(err)))
			return
		}
		daily.Made(made)
	})
}
