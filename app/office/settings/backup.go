package settings

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/desk"
)

// backup is where back-ups of this machine's database go, and the last one.
type backup struct {
	form
	kept   kept
	folder *widget.Entry
	now    *ui.Button
}

func newBackup(s *Settings) section {
	b := &backup{form: form{Settings: s, may: s.env.Prefs != nil}, kept: keptBy(s.env.Prefs, s.env.Desk.Path())}
	b.folder = b.entry(b.kept.folder())
	return b
}

func (b *backup) object() fyne.CanvasObject {
	buttons := ui.Line(10)
	if picker, ok := b.env.Files.(screen.FolderPicker); ok && b.may {
		buttons.Add(ui.NewButton(b.t("settings.backup.choose"), func() { picker.PickFolder(b.folder.SetText) }))
	}
	b.now = ui.NewButton(b.t("settings.backup.now"), b.backUp)
	if b.kept.folder() == "" {
		b.now.Disable()
	}
	buttons.Add(b.now)
	b.save = ui.NewPrimary(b.t("settings.save"), b.keep)
	b.save.Disable()
	buttons.Add(b.save)
	return stack(
		ui.Card(b.t("settings.backup"), nil, ui.Column(12,
			ui.Field(b.t("settings.backup.folder"), b.folder), b.note(b.t("settings.backup.note", mostDaily)),
			container.NewBorder(nil, nil, nil, buttons))),
		ui.Card(b.t("settings.backup.last"), nil, ui.Column(8, ui.Flush(ui.Paragraph(b.last())), b.note(b.t("settings.backup.restore")))),
		ui.Card(b.t("settings.backup.safe"), nil, b.note(b.t("settings.backup.safenote"))))
}

func (b *backup) last() string {
	path, on := b.kept.last()
	if path == "" {
		return b.t("settings.backup.never")
	}
	return b.t("settings.backup.lastat", b.env.Words.Date(on), path)
}

func (b *backup) keep() {
	folder := trimmed(b.folder)
	if folder != "" && !filepath.IsAbs(folder) {
		b.env.Refused(data.Refuse(data.ErrInvalid, "backup.absolute", folder))
		return
	}
	if b.busy {
		return
	}
	b.busy = true
	ui.Load(b.worker, func(context.Context) (struct{}, error) { return struct{}{}, mayKeep(folder) }, func(_ struct{}, err error) {
		b.busy = false
		if err != nil {
			b.env.Refused(err)
			return
		}
		b.kept.set("folder", folder)
		b.changed = false
		b.env.Go(b.route(backupSection))
		b.env.Notices.Done(b.t("settings.saved"))
	})
}

// backUp makes the back-up of today now.
func (b *backup) backUp() {
	if b.busy {
		return
	}
	b.busy = true
	b.now.Disable()
	folder, today := b.kept.folder(), b.today()
	ui.Run(b.env.Works, b.worker, b.t("settings.backup.making"),
		func(ctx context.Context, _ ui.Progress) (desk.Backup, error) { return BackUp(ctx, b.env.Desk, folder) },
		func(made desk.Backup, err error) {
			b.busy = false
			b.now.Enable()
			if err != nil {
				b.env.Refused(err)
				return
			}
			b.kept.remember(made, today)
			b.env.Go(b.route(backupSection))
			if n := len(made.LeftOut); n > 0 {
				b.env.Notices.Refused(b.t("settings.backup.left", n))
				return
			}
			b.env.Notices.Done(b.t("settings.backup.done", made.Path))
		})
}
