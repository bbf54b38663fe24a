package items

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
)

// lobbyCard tells why the item is, or is not, on the lobby's screen now, and whether the public file that was issued last
// has it. It reads the file beside the rest of the page, which does not wait for it.
type lobbyCard struct {
	page   *Page
	loader *ui.Loader
	worker *ui.Loader
	place  *fyne.Container
	issue  *ui.Button
}

// lobbyFacts is what the card shows, as read.
type lobbyFacts struct {
	known data.LobbyItem
	// unread is why the file that was issued last could not be read; nil where it could, or where there is none.
	unread error
	left   string // why the file says that it left the item out, in Chinese
}

func newLobbyCard(p *Page) *lobbyCard {
	return &lobbyCard{page: p, loader: p.env.Loader.Again(), worker: p.env.Loader.Again(), place: container.NewStack()}
}

// load reads what the card shows; where no public file is issued from here, as in a picture, there is no card.
func (l *lobbyCard) load() {
	issuer, it := l.page.env.Issuer, l.page.facts.item
	if issuer == nil {
		return
	}
	ui.Load(l.loader, func(ctx context.Context) (lobbyFacts, error) {
		var f lobbyFacts
		var err error
		if f.known, err = l.page.env.Desk.LobbyItem(ctx, it); err != nil {
			return f, err
		}
		f.known.Last, f.unread = issuer.Lobby(ctx)
		b, _ := issuer.Last(ctx) // the line before has told what is wrong with it
		for _, left := range b.LeftOut {
			if left.Number == it.Number {
				f.left = left.Why
			}
		}
		return f, nil
	}, func(f lobbyFacts, err error) {
		if err != nil {
			l.page.told(err)
			return
		}
		l.show(f)
	})
}

func (l *lobbyCard) show(f lobbyFacts) {
	w := l.page.env.Words
	s := data.WhyInLobby(f.known, data.DateOf(l.page.env.Now()))
	title, badge := w.T("lobby.whynot"), ui.Badge(w.T("lobby.off"), ui.Plain)
	if s.Reason == data.LobbyShown {
		title, badge = w.T("lobby.why"), ui.Badge(w.T("lobby.on"), ui.Good)
	}
	rows := []fyne.CanvasObject{ui.Flush(ui.Paragraph(lobbyReason(w, s)))}
	if s.Reason == data.LobbyTooLarge && f.left != "" && w.Language == words.Chinese {
		rows = append(rows, ui.Flush(ui.Muted(f.left)))
	}
	if s.Next != "" {
		rows = append(rows, ui.Flush(ui.Muted(w.T("lobby.next", f.known.Newest.Version, w.T("status."+string(s.Next))))))
	}
	rows = append(rows, ui.Flush(ui.Muted(l.lastIssue(f, s))))
	if s.Reason == data.LobbyWaiting || s.Behind() {
		l.issue = ui.NewButton(w.T("lobby.issue"), l.issueNow)
		rows = append(rows, ui.Line(0, l.issue))
	}
	l.place.Objects = []fyne.CanvasObject{ui.Card(title, badge, ui.Column(8, rows...))}
	l.place.Refresh()
	l.page.side.Refresh()
	l.page.left.Refresh()
}

// lobbyReason words why the item is, or is not, on the screen.
func lobbyReason(w words.Words, s data.LobbyState) string {
	key := "lobby.reason." + string(s.Reason)
	switch s.Reason {
	case data.LobbyStage, data.LobbyWithheld:
		return w.T(key, w.T("status."+string(s.Status)))
	case data.LobbyAudience:
		return w.T(key, w.T("audience."+string(s.Audience)))
	case data.LobbyReplaced:
		return w.T(key, s.Version, s.Newer)
	case data.LobbyBroken:
		return w.T(key, w.Error(s.Broken))
	default:
		return w.T(key, w.Date(s.On))
	}
}

// lastIssue words the public file that was issued last, and whether it has the version.
func (l *lobbyCard) lastIssue(f lobbyFacts, s data.LobbyState) string {
	w, last := l.page.env.Words, f.known.Last
	switch {
	case f.unread != nil:
		return w.Error(f.unread)
	case last == nil:
		return w.T("lobby.noissue")
	}
	key := "lobby.last.without"
	switch {
	case s.Behind():
		key = "lobby.last.still"
	case s.Held:
		key = "lobby.last.with"
	}
	return w.T(key, last.Serial, w.Moment(last.At))
}

// issueNow issues the public file.
func (l *lobbyCard) issueNow() {
	p := l.page
	l.issue.Disable()
	ui.Run(p.env.Works, l.worker, p.env.Words.T("lobby.issuing"), func(ctx context.Context, _ ui.Progress) (struct{}, error) {
		return struct{}{}, p.env.Issuer.Issue(ctx, p.env.Session)
	}, func(_ struct{}, err error) {
		if err != nil {
			l.issue.Enable()
			p.env.Notices.Refused(p.env.Late(err, "lobby.late"))
		} else {
			p.env.Notices.Done(p.env.Words.T("lobby.issued"))
		}
		l.load()
	})
}
