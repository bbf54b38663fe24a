package office

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/require"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/store"
)

// stock writes items into the database as if an office had drafted them over two years, the last the newest.
func (h *hand) stock(count int) {
	h.t.Helper()
	s, err := store.Open(h.t.Context(), h.desk.Path())
	require.NoError(h.t, err)
	offices, err := h.desk.Offices(h.t.Context())
	require.NoError(h.t, err)
	at := time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)
	require.NoError(h.t, s.Write(h.t.Context(), func(tx *store.Tx) error {
		for i := range count {
			it := data.Item{
				ID: fmt.Sprintf("id-%06d", i), Version: 1, Number: fmt.Sprintf("%d-%04d", 2025+i*2/count, i), OfficeID: offices[i%2].ID,
				Content: data.Content{
					EntryCode: []string{"1.1", "3.5"}[i%2], Kind: data.Announcement, Title: fmt.Sprintf("第%d件公告", i), Body: "党费收缴",
					Mode: data.Modes()[i%4], Audience: data.Audiences()[i%3], Decision: data.ByDeputy, From: "2025-01-01",
				},
				Status: []data.Status{data.Draft, data.Archived}[i/2%2], CreatedAt: at, UpdatedAt: at,
			}
			if err := tx.AddItem(h.t.Context(), it); err != nil {
				return err
			}
		}
		return nil
	}))
	require.NoError(h.t, s.Close())
}

func (h *hand) table() *ui.Table {
	h.t.Helper()
	for _, o := range h.seen() {
		if table, ok := o.(*ui.Table); ok {
			return table
		}
	}
	require.Fail(h.t, "no table")
	return nil
}

func (h *hand) list() {
	h.t.Helper()
	h.found()
	h.signIn("陈静")
}

func TestTwoThousandItemsAreScrolledThrough(t *testing.T) {
	h := newHand(t)
	h.list()
	h.stock(2000)
	h.office.Go(screen.Route{Area: screen.Items})
	h.window.Resize(fyne.NewSize(1366, 700))
	h.see("共 2000 件")
	h.see("第1999件公告")
	for _, row := range []int{1999, 1000, 140, 1500, 3} {
		h.table().ScrollTo(row)
		h.see(fmt.Sprintf("第%d件公告", 1999-row))
		h.missing("…")
	}
	h.table().ScrollTo(1777)
	h.table().Open(1777)
	require.Equal(t, fmt.Sprintf("2025-%04d", 1999-1777), h.office.route.Number)
}

func TestTheListIsNarrowedBySearchAndFilters(t *testing.T) {
	h := newHand(t)
	w := h.words
	h.list()
	h.stock(240)
	h.office.Go(screen.Route{Area: screen.Items, Find: true})
	h.see("共 240 件")
	h.missing(w.T("items.clear"))
	entry := h.entryWith(w.T("items.search"))
	require.Same(t, h.window.Canvas().Focused(), fyne.Focusable(entry))

	h.pick(w.T("items.any.year"), "2025年")
	h.see("共 120 件")
	h.pick(w.T("items.any.category"), "1 决议决定及执行")
	h.see("共 60 件")
	h.pick(w.T("items.any.status"), w.T("status.draft"))
	h.pick(w.T("items.any.mode"), w.T("mode.long"))
	h.see("共 30 件")
	h.pick(w.T("items.any.audience"), w.T("audience.party"))
	h.see("共 10 件")
	offices, err := h.desk.Offices(t.Context())
	require.NoError(t, err)
	h.pick(w.T("items.any.office"), offices[1].Name)
	h.see("共 0 件")
	h.see(w.T("items.nomatch"))
	h.press(w.T("items.clear"))
	h.see("共 240 件")
	h.missing(w.T("items.clear"))

	entry.SetText(" d7jgg ")
	h.missing("共 1 件")
	h.pass(time.Second)
	h.see("共 1 件")
	h.see("第7件公告")
	entry.SetText("没有这样的词")
	h.pass(time.Second)
	h.see("共 0 件")
	h.see(w.T("items.nofind"))
	require.Equal(t, "没有这样的词", entry.Text)
}
