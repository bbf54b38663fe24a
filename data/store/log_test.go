package store_test

import (
	"database/sql"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data/seal"
	"gongkailan/data/store"
)

func record(seq int64) seal.Record {
	return seal.Record{
		Seq: seq, ID: fmt.Sprint("id", seq), At: "2026-03-05T01:00:00.000Z", Kind: "act", PersonID: "p", KeyID: "k",
		Name: "李", Duty: "股长", Office: "人事股", Act: "check", ItemID: fmt.Sprint("item", seq%2), Version: 1,
		Number: "2026-0001", Digest: "d", Statement: "{}", Prev: "p", Hash: "h", Signature: []byte{1, 2},
	}
}

func TestRecordsComeBackAsTheyWereAppended(t *testing.T) {
	s := newStore(t)
	all := []seal.Record{record(1), record(2), record(3)}
	all[1].Act, all[1].Kind = "publish", "act"
	write(t, s, func(tx *store.Tx) error {
		last, err := tx.LastRecord(ctx)
		require.NoError(t, err)
		require.Equal(t, seal.Record{}, last)
		for _, r := range all {
			require.NoError(t, tx.Append(ctx, r))
		}
		return nil
	})
	require.NoError(t, s.Read(ctx, func(tx *store.Tx) error {
		got, err := tx.Log(ctx)
		require.NoError(t, err)
		require.Equal(t, all, got)
		last, err := tx.LastRecord(ctx)
		require.NoError(t, err)
		require.Equal(t, all[2], last)
		last, err = tx.LastAbout(ctx, "act", "item1")
		require.NoError(t, err)
		require.Equal(t, all[2], last)
		about, err := tx.RecordsAbout(ctx, "item1")
		require.NoError(t, err)
		require.Equal(t, []seal.Record{all[0], all[2]}, about)
		with, err := tx.RecordsOfItemsWith(ctx, "publish")
		require.NoError(t, err)
		require.Equal(t, []seal.Record{all[1]}, with)
		n, err := tx.CountRecords(ctx, "act")
		require.Equal(t, 3, n)
		return err
	}))
}

func TestTheLogTakesNoChange(t *testing.T) {
	s := newStore(t)
	write(t, s, func(tx *store.Tx) error { return tx.Append(ctx, record(1)) })
	db, err := sql.Open("sqlite3", s.Path())
	require.NoError(t, err)
	defer db.Close()
	for _, statement := range []string{
		"UPDATE log SET name = 'x'",
		"DELETE FROM log",
		"INSERT OR REPLACE INTO log SELECT * FROM log",
		"REPLACE INTO log SELECT seq + 1, id, at, kind, person_id, key_id, name, duty, office, act, item_id, version, number, digest, statement, prev, hash, signature FROM log",
	} {
		_, err := db.Exec(statement)
		require.ErrorContains(t, err, "append-only", statement)
	}
}
