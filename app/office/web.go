package office

import (
	"context"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/app/webfolder"
	"gongkailan/data"
)

// webPages asks for a folder and makes the web pages of what is published there: for the office network, or for the
// internet.
func (o *Office) webPages(channel data.Channel) {
	picker, ok := o.opt.Files.(screen.FolderPicker)
	switch {
	case o.session == nil || o.session.Locked():
		o.notices.Refused(o.words.T("office.signinfirst"))
	case ok:
		picker.PickFolder(func(dir string) { o.makePages(channel, dir) })
	default:
		o.notices.Refused(o.words.T("web.nofolder"))
	}
}

func (o *Office) makePages(channel data.Channel, dir string) {
	if o.session == nil || o.session.Locked() {
		return // locked while the dialog was open
	}
	job := webfolder.Job{Desk: o.opt.Desk, Channel: channel, Language: o.words.Language, Now: o.opt.Now()}
	ui.Run(o.works, o.opt.Loader.Again(), o.words.T("web.making"), func(ctx context.Context, _ ui.Progress) (webfolder.Made, error) {
		return job.Into(ctx, dir)
	}, func(made webfolder.Made, err error) {
		w := o.words
		if err != nil {
			o.notices.Refused(w.Error(err))
			return
		}
		if left := len(made.Left) + len(made.LeftOut); left > 0 {
			o.notices.Refused(w.T("web.left", len(made.Items), left, made.Dir))
			return
		}
		if len(made.Items) == 0 {
			o.notices.Done(w.T("web.empty", w.T("channel."+string(channel)), made.Dir))
			return
		}
		o.notices.DoneWith(w.T("web.done", len(made.Items), made.Dir), w.T("web.record"), func() { o.recordPages(channel, made) })
	})
}

// recordPages records the use of the channel for every item of the folder (S7).
func (o *Office) recordPages(channel data.Channel, made webfolder.Made) {
	if o.session == nil || o.session.Locked() {
		return
	}
	by, d, evidence := o.session, o.opt.Desk, o.words.T("web.evidence", made.Files)
	ui.Load(o.opt.Loader.Again(), func(ctx context.Context) (int, error) {
		return made.Record(ctx, d, by, channel, evidence)
	}, func(n int, err error) {
		if err != nil {
			o.notices.Refused(o.words.Error(err))
			return
		}
		o.notices.Done(o.words.T("web.recorded", n, o.words.T("channel."+string(channel))))
	})
}
