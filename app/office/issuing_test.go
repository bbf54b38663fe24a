package office

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"gongkailan/app/issuing"
	"gongkailan/app/office/screen"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/seal"
	"gongkailan/data/wholefile"
	"gongkailan/reports/bulletin"
	"gongkailan/reports/page"
)

// issues has the desk issue public files whose only page is empty, and remember places.
func (h *hand) issues() *issuing.Issuer {
	h.t.Helper()
	path := filepath.Join(filepath.Dir(h.desk.Path()), "desk.gkb")
	i := issuing.New(issuing.Options{
		Desk: h.desk, Path: path, Prefs: memory{}, Now: h.tick, Go: func(work func()) { work() }, After: h.after,
		Due: func(context.Context, bulletin.Bulletin) (bool, error) { return false, nil },
		Make: func(ctx context.Context, by *desk.Session, path string) (bulletin.Bulletin, error) {
			return h.emptyIssue(ctx, by, path)
		},
	})
	h.t.Cleanup(i.Stop)
	h.office.opt.Issuer, h.office.opt.Changed = i, nil
	return i
}

func (h *hand) emptyIssue(ctx context.Context, by *desk.Session, path string) (bulletin.Bulletin, error) {
	b := bulletin.Bulletin{Unit: "单位", Issued: "2026-03-05T01:00:00Z", Items: []bulletin.Item{}, LeftOut: []bulletin.LeftOut{}}
	shown, _, err := h.desk.Public(ctx)
	if err != nil {
		return b, err
	}
	for _, it := range shown {
		s, _ := data.SealOf(it)
		b.Categories = []bulletin.Category{{Code: "3", Title: "组织建设"}}
		b.Items = append(b.Items, bulletin.Item{
			Number: it.Number, Title: it.Title, Kind: it.Kind, Category: "3", Audience: it.Audience, From: it.PublishedOn(), To: it.To, First: it.From,
		}.Sealed(s).WithNotice([]page.Page{{Width: page.SheetWidth, Height: page.SheetHeight}}))
	}
	if b.Serial, err = h.desk.NextBulletin(ctx); err != nil {
		return b, err
	}
	raw, err := bulletin.Pack(b, func(payload []byte) (seal.Signed, error) { return by.SignBulletin(ctx, b.Serial, payload) })
	if err != nil {
		return b, err
	}
	return b, wholefile.Write(path, raw)
}

func TestTheItemSaysInEveryStageWhyTheLobbyDoesNotShowIt(t *testing.T) {
	h := newHand(t)
	i := h.issues()
	w := h.words
	number := h.published()
	h.see(w.T("lobby.why"))
	h.see(w.T("lobby.reason.shown", w.Date("2026-03-05")))
	last, err := i.Last(t.Context())
	require.NoError(t, err)
	h.see(w.T("lobby.last.with", last.Serial, w.Moment(last.IssuedAt())))

	h.press(w.T("open.withdraw"))
	h.write("items.reason.withdraw", "内容有误")
	h.press(w.T("do.withdraw"))
	require.Equal(t, data.Withdrawn, h.item(number).Status)
	h.see(w.T("lobby.whynot"))
	h.see(w.T("lobby.reason.down", w.Date("2026-03-05")))
	h.see(w.T("lobby.last.without", last.Serial+1, w.Moment(last.IssuedAt())))

	h.press(w.T("do.revise"))
	h.see(w.T("lobby.reason.stage", w.T("status.draft")))
}

func TestAPublicationSucceedsThoughAStickIsOutAndSaysSo(t *testing.T) {
	h := newHand(t)
	i := h.issues()
	w := h.words
	stick, err := i.Add(t.TempDir())
	require.NoError(t, err)
	require.NoError(t, os.RemoveAll(stick))
	number := h.published()
	require.Equal(t, data.Published, h.item(number).Status)
	require.Equal(t, w.T("refuse.bulletin.places", stick), h.office.notices.Last())
	h.office.Go(screen.Route{Area: screen.Today})
	h.see(w.T("today.lobbylate", stick))
	h.press(w.T("today.lobbylook"))
	require.Equal(t, screen.LobbySection, h.office.route.Section)
	h.see(w.T("refuse.place.gone", stick))

	require.NoError(t, os.MkdirAll(stick, 0o700))
	h.pass(6 * time.Minute)
	require.FileExists(t, filepath.Join(stick, "desk.gkb"))
	h.office.Go(screen.Route{Area: screen.Today})
	h.missing(w.T("today.lobbylate", stick))
}

func TestPlacesAreAddedAndGivenUpInTheSettings(t *testing.T) {
	h, c := settled(t, "梁敏", "unit")
	h.issues()
	h.office.SignInAs(h.office.session)
	h.turn(screen.LobbySection)
	w := h.words
	fingerprint, err := h.desk.Fingerprint(t.Context())
	require.NoError(t, err)
	h.see(fingerprint)
	h.see(w.T("refuse.place.empty"))
	c.folder = t.TempDir()
	h.press(w.T("settings.backup.choose"))
	h.press(w.T("lobby.places.add"))
	h.told("lobby.places.added")
	require.FileExists(t, filepath.Join(c.folder, "desk.gkb"))
	h.see(c.folder)
	h.press(w.T("lobby.copy"))
	require.Equal(t, `gongkailan kiosk --bulletin "desk.gkb" --unit-key `+fingerprint, fyne.CurrentApp().Clipboard().Content())
	h.press(w.T("lobby.places.remove"))
	h.missing(c.folder)
	h.write("lobby.places.hint", "没有这个")
	h.press(w.T("lobby.places.add"))
	require.Equal(t, w.T("refuse.place.absolute", "没有这个"), h.office.notices.Last())
}
