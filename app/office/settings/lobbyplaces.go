package settings

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/issuing"
	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
)

// lobbyPlaces is where this machine puts the public file and what lies there, and how a lobby's machine is set up to read
// it.
type lobbyPlaces struct {
	*Settings
	looker *ui.Loader
	list   *fyne.Container
	folder *widget.Entry
	shown  []issuing.Place // as looked at last; nil before the first look
}

func newLobbyPlaces(s *Settings) *lobbyPlaces {
	p := &lobbyPlaces{Settings: s, looker: s.env.Loader.Again(), list: container.NewStack(), folder: widget.NewEntry()}
	p.folder.SetPlaceHolder(s.t("lobby.places.hint"))
	return p
}

func (p *lobbyPlaces) dirty() bool { return trimmed(p.folder) != "" }

// cards are those of the places and of the set-up. Where no public file is issued from here there are none.
func (p *lobbyPlaces) cards() []fyne.CanvasObject {
	if p.env.Issuer == nil {
		return nil
	}
	p.list.Objects = []fyne.CanvasObject{p.note(p.t("lobby.places.looking"))}
	p.look()
	return []fyne.CanvasObject{p.placesCard(), p.setupCard()}
}

func (p *lobbyPlaces) placesCard() fyne.CanvasObject {
	add := ui.Line(10)
	if picker, ok := p.env.Files.(screen.FolderPicker); ok {
		add.Add(ui.NewButton(p.t("settings.backup.choose"), func() { picker.PickFolder(p.folder.SetText) }))
	}
	add.Add(ui.NewButton(p.t("lobby.places.add"), p.add))
	return ui.Card(p.t("lobby.places"), nil, ui.Column(12, p.note(p.t("lobby.places.note")), p.list,
		ui.Frame(nil, nil, nil, ui.Pad(0, 0, 10, 0, ui.Midway(add)), p.folder)))
}

// setupCard is the fingerprint by which a lobby's machine knows the unit, and the command that sets it up.
func (p *lobbyPlaces) setupCard() fyne.CanvasObject {
	command := `gongkailan kiosk --bulletin "` + p.fileName() + `" --unit-key ` + p.facts.fingerprint
	return ui.Card(p.t("lobby.setup"), nil, ui.Column(10,
		p.copied(p.t("settings.fingerprint"), p.facts.fingerprint), p.note(p.t("lobby.setup.note")),
		p.copied(p.t("lobby.setup.command"), command), p.note(p.t("lobby.setup.commandnote", p.fileName()))))
}

// fileName is how the public file is called at every place.
func (p *lobbyPlaces) fileName() string { return filepath.Base(p.env.Issuer.Path()) }

// copied is a text that a press puts on the clipboard.
func (p *lobbyPlaces) copied(name, text string) fyne.CanvasObject {
	line := ui.Flush(ui.Paragraph(text))
	copies := ui.NewButton(p.t("lobby.copy"), func() {
		fyne.CurrentApp().Clipboard().SetContent(text)
		p.env.Notices.Done(p.t("lobby.copied", name))
	})
	return ui.Field(name, ui.Frame(nil, nil, nil, ui.Pad(0, 0, 10, 0, ui.Midway(copies)), ui.Midway(line)))
}

// look reads what lies at the places.
func (p *lobbyPlaces) look() {
	ui.Load(p.looker, func(ctx context.Context) ([]issuing.Place, error) { return p.env.Issuer.Places(ctx), nil },
		func(places []issuing.Place, _ error) {
			p.shown = places
			p.fillList()
		})
}

func (p *lobbyPlaces) fillList() {
	columns := []column{{p.t("lobby.places.where"), 3.8}, {p.t("lobby.places.lies"), 2.3}, {p.t("lobby.places.state"), 1.5}, {"", 2.3}}
	var rows [][]fyne.CanvasObject
	var why []fyne.CanvasObject
	for i, place := range p.shown {
		rows = append(rows, p.row(place, i == 0))
		if place.Why != nil {
			why = append(why, p.wrong(place))
		}
	}
	p.list.Objects = []fyne.CanvasObject{ui.Column(8, append([]fyne.CanvasObject{sheet(columns, rows)}, why...)...)}
	p.list.Refresh()
	p.place.Refresh()
}

// wrong says why a place has no file or not the newest, with the place where the reason does not name it.
func (p *lobbyPlaces) wrong(place issuing.Place) fyne.CanvasObject {
	said := p.env.Words.Error(place.Why)
	if !strings.Contains(said, place.Path) {
		said = place.Path + "  " + said
	}
	label := ui.Wrong(said)
	if p.env.Words.Language == words.English {
		label.Wrapping = fyne.TextWrapWord
	}
	return ui.Flush(label)
}

// row is one place: which, what lies there, whether that is the newest, and what can be done.
func (p *lobbyPlaces) row(place issuing.Place, beside bool) []fyne.CanvasObject {
	where, lies := place.Path, p.t("lobby.places.nothing")
	if beside {
		where = p.t("lobby.places.beside", place.Path)
	}
	if place.Serial > 0 {
		lies = p.t("lobby.places.serial", place.Serial, p.env.Words.Moment(place.At))
	}
	state := badge(p.t("lobby.places.newest"), ui.Good)
	if !place.Newest {
		state = badge(p.t("lobby.places.older"), ui.Waiting)
	}
	buttons := ui.Line(8)
	folder := place.Path
	if beside {
		folder = ""
	}
	if p.isOne(data.Clerk, data.Checker, data.Approver) {
		buttons.Add(ui.NewLink(p.t("lobby.issue"), func() { p.issue(folder) }))
	}
	if !beside {
		buttons.Add(ui.NewLinkIn(p.t("lobby.places.remove"), ui.SizeText, ui.SecondInk(), func() { p.remove(folder) }))
	}
	return []fyne.CanvasObject{ui.Flush(ui.Paragraph(where)), muted(lies), state, buttons}
}

// issue brings the newest public file to a place, "" for that beside the database, and makes a new one before where what
// is public has changed.
func (p *lobbyPlaces) issue(folder string) {
	p.busily(p.t("lobby.issuing"), func(ctx context.Context) error {
		return p.env.Issuer.IssueTo(ctx, p.env.Session, folder)
	}, func() { p.env.Notices.Done(p.t("lobby.issued")) })
}

// add takes the folder that was typed or picked among the places, and brings the file there.
func (p *lobbyPlaces) add() {
	folder := trimmed(p.folder)
	if folder == "" {
		return
	}
	may := p.isOne(data.Clerk, data.Checker, data.Approver)
	p.busily(p.t("lobby.issuing"), func(ctx context.Context) error {
		known, err := p.env.Issuer.Add(folder)
		if err != nil || !may {
			return err
		}
		return p.env.Issuer.IssueTo(ctx, p.env.Session, known)
	}, func() {
		p.folder.SetText("")
		p.env.Notices.Done(p.t("lobby.places.added"))
	})
}

func (p *lobbyPlaces) remove(folder string) {
	p.env.Issuer.Remove(folder)
	p.look()
}

// busily does something beside the main goroutine and looks at the places again.
func (p *lobbyPlaces) busily(what string, do func(context.Context) error, done func()) {
	if p.busy {
		return
	}
	p.busy = true
	ui.Run(p.env.Works, p.worker, what, func(ctx context.Context, _ ui.Progress) (struct{}, error) { return struct{}{}, do(ctx) },
		func(_ struct{}, err error) {
			p.busy = false
			if err != nil {
				p.env.Refused(err)
			} else {
				done()
			}
			p.look()
		})
}
