package cases

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/office/screen"
	"gongkailan/app/postbag"
	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
)

// Fetch is where what visitors sent at the lobby's screen is taken in: the folder on a stick or a file share, and what
// became of its files. Nothing of what is written is on it.
type Fetch struct {
	env    screen.Env
	worker *ui.Loader
	folder *widget.Entry
	start  *ui.Button
	place  *fyne.Container // what became of the files
	root   fyne.CanvasObject
}

var _ screen.Screen = (*Fetch)(nil)

// NewFetch makes the page, with the folder from which was fetched last.
func NewFetch(env screen.Env) *Fetch {
	w := env.Words
	f := &Fetch{env: env, worker: env.Loader.Again(), folder: widget.NewEntry(), place: ui.Column(ui.Gap)}
	f.folder.SetPlaceHolder(w.T("cases.fetch.hint"))
	if env.Prefs != nil {
		f.folder.SetText(env.Prefs.String(f.key()))
	}
	f.start = ui.NewPrimary(w.T("cases.fetch.do"), f.fetch)
	buttons := ui.Line(10)
	if picker, ok := env.Files.(screen.FolderPicker); ok {
		buttons.Add(ui.NewButton(w.T("settings.backup.choose"), func() { picker.PickFolder(f.folder.SetText) }))
	}
	buttons.Add(f.start)
	where := ui.Card(w.T("cases.fetch.where"), nil, ui.Column(12, ui.Field(w.T("cases.fetch.folder"), f.folder),
		ui.Note(w.T("cases.fetch.note"), w.Language == words.English), ui.Frame(nil, nil, nil, buttons, ui.Space(1, 1))))
	form := ui.ScrollingForm(ui.Pad(4, 18, 4, 4, ui.Column(ui.Gap, where, f.place)), env.After)
	f.root = ui.Frame(ui.Pad(18, ui.Gap, 22, 22, headOf(env, w.T("cases.fetch"))), nil, nil, nil, ui.Pad(-4, 0, 18, 18, form))
	return f
}

// key is where this machine remembers the folder of this database.
func (f *Fetch) key() string { return "lobby.outbox:" + f.env.Desk.Path() }

// Object is what the desk shows.
func (f *Fetch) Object() fyne.CanvasObject { return f.root }

// Load reads nothing: what became of the files stays until the page is left.
func (f *Fetch) Load() {}

// Leave takes nothing back: what is under way goes on to its next file and stops.
func (f *Fetch) Leave() { f.worker.Stop() }

func (f *Fetch) fetch() {
	w, folder := f.env.Words, strings.TrimSpace(f.folder.Text)
	if folder == "" {
		f.env.Refused(data.Refuse(data.ErrInvalid, "postbag.choose"))
		return
	}
	f.start.Disable()
	ui.Run(f.env.Works, f.worker, w.T("cases.fetch.doing"), func(ctx context.Context, progress ui.Progress) (postbag.Fetched, error) {
		return postbag.Bag{By: f.env.Session, Folder: folder}.Fetch(ctx, func(done, total int) {
			progress(w.T("cases.fetch.one"), done, total)
		})
	}, func(got postbag.Fetched, err error) {
		f.start.Enable()
		if errors.Is(err, context.Canceled) {
			f.env.Notices.Refused(w.T("cases.fetch.stopped"))
			return
		}
		if err != nil {
			f.env.Refused(err)
			return
		}
		if f.env.Prefs != nil {
			f.env.Prefs.SetString(f.key(), folder)
		}
		f.show(got)
		if len(got.Imported) > 0 {
			f.env.Issue()
		}
	})
}

// show tells what became of the files: in a line, and of each that was registered or left.
func (f *Fetch) show(got postbag.Fetched) {
	w := f.env.Words
	rows := []fyne.CanvasObject{ui.Flush(ui.Paragraph(w.T("cases.fetch.got", len(got.Imported), got.Ballots, got.Already, len(got.Refused))))}
	for _, m := range got.Imported {
		rows = append(rows, ui.Line(14, ui.NewLink(m.Number, func() {
			f.env.Go(screen.Route{Area: screen.Cases, Number: m.Number})
		}), ui.Text(w.T("message.kind."+string(m.Kind)), ui.SizeText, ui.SecondInk())))
	}
	cards := []fyne.CanvasObject{ui.Card(w.T("cases.fetch.result"), nil, ui.Column(10, rows...))}
	if len(got.Refused) > 0 {
		var left []fyne.CanvasObject
		for _, l := range got.Refused {
			left = append(left, ui.Column(0, ui.Flush(ui.Paragraph(w.Error(l.Why))), ui.Flush(ui.Muted(l.File))))
		}
		cards = append(cards, ui.AccentCard(ui.Red(), ui.Column(12, append([]fyne.CanvasObject{
			ui.Bold(w.T("cases.fetch.left", len(got.Refused)), ui.SizeCard, ui.Ink()),
		}, left...)...)))
	}
	f.place.Objects = cards
	f.place.Refresh()
	f.root.Refresh()
}
