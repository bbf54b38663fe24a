package today

import (
	"strings"

	"fyne.io/fyne/v2"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
)

// showLobby tells in one line where the lobby's public file is not up to date; it leads to the places of the file.
func (t *Today) showLobby() {
	t.lobby.Objects = nil
	if t.env.Issuer == nil {
		return
	}
	w, standing := t.env.Words, t.env.Issuer.Standing()
	said := ""
	switch {
	case standing.Fault != nil:
		said = w.T("lobby.late", w.Error(standing.Fault))
	case len(standing.Late) > 0:
		said = w.T("today.lobbylate", strings.Join(standing.Late, w.T("list.comma")))
	default:
		return
	}
	ink, _ := ui.Waiting.Colours()
	look := ui.NewLink(w.T("today.lobbylook"), func() {
		t.env.Go(screen.Route{Area: screen.Settings, Section: screen.LobbySection})
	})
	t.lobby.Objects = []fyne.CanvasObject{ui.Pad(ui.Gap, 0, 0, 0, ui.AccentCard(ink,
		ui.Frame(nil, nil, nil, ui.Midway(look), ui.Flush(ui.Paragraph(said)))))}
}
