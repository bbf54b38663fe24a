package store_test

import (
	"database/sql"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/store"
)

func item(number string, version int) data.Item {
	at := time.Date(2026, 3, 5, 1, 2, 3, 4_000_000, time.UTC)
	return data.Item{
		ID: "id-" + number, Version: version, Number: number, OfficeID: "rs",
		Content: data.Content{
			EntryCode: "3.5", Kind: data.Publicity, Title: "关于" + number + "的公示", Body: "一、\n正文",
			Attachments: []data.Attachment{{Name: "名单.docx", Digest: "ab", Size: 7}}, Mode: data.Immediate,
			Audience: data.Society, Channels: []data.Channel{data.Board, data.Lobby}, Decision: data.ByCollective,
			From: "2026-03-06", To: "2026-03-16", Review: "2027-01-01", Issuer: "局党组", IssueDate: "2026-03-05",
			Contact: data.Contact{Office: "机关党委", Phone: "1", Address: "2", Mailbox: "3"},
			Filing:  data.Filing{Plan: "方案", Number: "1号", On: "2026-03-01"},
		},
		Status: data.Draft, CreatedBy: "p", CreatedAt: at, UpdatedAt: at,
	}
}

func add(t testing.TB, s *store.Store, items ...data.Item) {
	t.Helper()
	write(t, s, func(tx *store.Tx) error {
		for _, it := range items {
			if err := tx.AddItem(ctx, it); err != nil {
				return err
			}
		}
		return nil
	})
}

func newest(number string) func(*store.Tx) (data.Item, error) {
	return func(tx *store.Tx) (data.Item, error) { return tx.Item(ctx, number) }
}

func TestAnItemComesBackAsItWasAdded(t *testing.T) {
	s := newStore(t)
	it := item("2026-0001", 1)
	add(t, s, it)
	got := read(t, s, newest("2026-0001"))
	require.Equal(t, it, got)
	require.Equal(t, it.Digest(), got.Digest())
	err := s.Read(ctx, func(tx *store.Tx) error {
		_, err := tx.Item(ctx, "2026-9999")
		return err
	})
	refused(t, err, data.ErrNotFound, "item.none")
}

func TestANumberAndVersionAreThereOnce(t *testing.T) {
	s := newStore(t)
	add(t, s, item("2026-0001", 1))
	twice := item("2026-0001", 1)
	twice.ID = "other"
	require.Error(t, s.Write(ctx, func(tx *store.Tx) error { return tx.AddItem(ctx, twice) }))
}

func TestContentIsSavedInDraftsOnly(t *testing.T) {
	s := newStore(t)
	it := item("2026-0001", 1)
	add(t, s, it)
	it.Title = "改后"
	write(t, s, func(tx *store.Tx) error { return tx.SaveContent(ctx, it) })
	require.Equal(t, it, read(t, s, newest(it.Number)))
	at := it.UpdatedAt.Add(time.Hour)
	write(t, s, func(tx *store.Tx) error { return tx.SetStatus(ctx, it.ID, 1, data.ToCheck, at) })
	changed := it
	changed.Title = "偷改"
	write(t, s, func(tx *store.Tx) error { return tx.SaveContent(ctx, changed) })
	it.Status, it.UpdatedAt = data.ToCheck, at
	require.Equal(t, it, read(t, s, newest(it.Number)))
}

func TestVersionsStandBesideEachOther(t *testing.T) {
	s := newStore(t)
	up := item("2026-0001", 1)
	up.Status = data.Published
	add(t, s, up, item("2026-0001", 2), item("2026-0002", 1))
	require.Equal(t, 2, read(t, s, newest("2026-0001")).Version)
	live := read(t, s, func(tx *store.Tx) (data.Item, error) { return tx.Live(ctx, "2026-0001") })
	require.Equal(t, 1, live.Version)
	lists := map[int]func(*store.Tx) ([]data.Item, error){
		2: func(tx *store.Tx) ([]data.Item, error) { return tx.Versions(ctx, up.ID) },
		3: func(tx *store.Tx) ([]data.Item, error) { return tx.AllVersions(ctx) },
		1: func(tx *store.Tx) ([]data.Item, error) { return tx.EverPublished(ctx) },
	}
	for n, list := range lists {
		require.Len(t, read(t, s, list), n)
	}
}

func TestWhatWasWrittenByHandIsReadAndFitsNoSignature(t *testing.T) {
	s := newStore(t)
	it := item("2026-0001", 1)
	add(t, s, it)
	db, err := sql.Open("sqlite3", s.Path())
	require.NoError(t, err)
	defer db.Close()
	_, err = db.Exec("UPDATE items SET channels = 'x', attachments = 'y', created_at = 'z'")
	require.NoError(t, err)
	got := read(t, s, newest(it.Number))
	require.Equal(t, []data.Channel{"x"}, got.Channels)
	require.Equal(t, "y", got.Attachments[0].Name)
	require.True(t, got.CreatedAt.IsZero())
	require.NotEqual(t, it.Digest(), got.Digest())
}
