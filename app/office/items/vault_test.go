package items

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/assets"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/seal"
	"gongkailan/data/workday"
)

func draft(t *testing.T) (*desk.Desk, *vault) {
	t.Helper()
	now := func() time.Time { return time.Date(2026, 3, 5, 9, 0, 0, 0, data.Shanghai()) }
	catalogue, err := data.ReadCatalogue(assets.DefaultCatalogue())
	require.NoError(t, err)
	d, err := desk.Create(t.Context(), filepath.Join(t.TempDir(), "desk.db"), desk.Setup{
		Unit: data.Unit{Name: "云岭县食品药品监督管理局"}, Catalogue: catalogue, Offices: []data.Office{{Name: "办公室"}},
		People: []desk.Newcomer{{
			Person:   data.Person{Name: "陈静", OfficeID: "办公室", Roles: []data.Role{data.Clerk, data.Admin}},
			Password: "longenough1",
		}},
	}, desk.Options{Now: now, Calendar: workday.New(), Cost: seal.Cost{Time: 1, Memory: 8, Threads: 1}})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, d.Close()) })
	s, err := d.SignIn(t.Context(), "陈静", "longenough1")
	require.NoError(t, err)
	it, err := s.NewDraft(t.Context(), "3.5")
	require.NoError(t, err)
	return d, &vault{session: s, item: it}
}

func TestAnOlderTextNeverWritesOverANewerOne(t *testing.T) {
	d, v := draft(t)
	older, newer := v.item.Content, v.item.Content
	older.Body, newer.Body = "先写的。", "后写的。"
	_, err := v.store(t.Context(), saving{number: 2, wanted: newer})
	require.NoError(t, err)
	_, err = v.store(t.Context(), saving{number: 1, wanted: older}) // was asked for first and comes last
	require.NoError(t, err)
	it, err := d.Item(t.Context(), v.item.Number)
	require.NoError(t, err)
	require.Equal(t, "后写的。", it.Body)
}

func TestWhatIsStoredAlreadyIsNotWrittenAgain(t *testing.T) {
	_, v := draft(t)
	before := v.item.UpdatedAt
	for n := range 3 {
		it, err := v.store(t.Context(), saving{number: n + 1, wanted: v.item.Content})
		require.NoError(t, err)
		require.Equal(t, before, it.UpdatedAt)
	}
}

func TestAFormIsStoredThoughTheTextIsTheSame(t *testing.T) {
	d, v := draft(t)
	form := data.Form{Template: "appointment", Fields: `{"meeting":"局党组会议"}`}
	_, err := v.store(t.Context(), saving{number: 1, wanted: v.item.Content, form: form})
	require.NoError(t, err)
	it, err := d.Item(t.Context(), v.item.Number)
	require.NoError(t, err)
	require.Equal(t, form, it.Form)
}
