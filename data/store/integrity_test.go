package store_test

import (
	"database/sql"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/store"
)

func TestANewDatabaseIsWholeAndGuarded(t *testing.T) {
	s := newStore(t)
	require.Empty(t, read(t, s, func(tx *store.Tx) ([]string, error) { return tx.Damage(ctx) }))
	require.True(t, read(t, s, func(tx *store.Tx) (bool, error) { return tx.TriggersIntact(ctx) }))
}

func TestTheLogsCounterNeverGoesBack(t *testing.T) {
	s := newStore(t)
	appended := func(tx *store.Tx) (int, error) { return tx.Appended(ctx) }
	require.Zero(t, read(t, s, appended))
	write(t, s, func(tx *store.Tx) error { return tx.Append(ctx, record(1)) })
	write(t, s, func(tx *store.Tx) error { return tx.Append(ctx, record(2)) })
	require.Equal(t, 2, read(t, s, appended))
}

func TestAnOlderDatabaseIsGivenTheLogsCounter(t *testing.T) {
	s := newStore(t)
	write(t, s, func(tx *store.Tx) error { return tx.Append(ctx, record(1)) })
	older := []string{"DELETE FROM counters", "DELETE FROM goose_db_version WHERE version_id > 1"}
	for _, table := range []string{"settings", "delegations", "uses", "opinions", "opinion_texts", "opinion_readers"} {
		older = append(older, "DROP TABLE "+table)
	}
	for _, column := range []string{"stages", "stage", "correction", "filing_document", "template", "fields", "handler_id"} {
		older = append(older, "ALTER TABLE items DROP COLUMN "+column)
	}
	change(t, s, older...)
	again, err := store.Open(ctx, s.Path())
	require.NoError(t, err)
	defer again.Close() //nolint:errcheck // only read
	require.Equal(t, 1, read(t, again, func(tx *store.Tx) (int, error) { return tx.Appended(ctx) }))
}

func TestARefusalOfADamagedDatabaseNamesTheFile(t *testing.T) {
	named := func(err error) {
		t.Helper()
		refused(t, err, data.ErrBroken, "store.damaged")
		var r *data.Refusal
		require.ErrorAs(t, err, &r)
		require.Equal(t, []string{"单位.db"}, r.Args)
	}
	s := newStore(t)
	change(t, s, "DROP TABLE offices")
	named(s.Read(ctx, func(tx *store.Tx) error {
		_, err := tx.Offices(ctx)
		return err
	}))
	change(t, s, "DROP TABLE goose_db_version", "PRAGMA wal_checkpoint(TRUNCATE)")
	_, err := store.Open(ctx, s.Path())
	named(err)

	s = newStore(t)
	path := s.Path()
	require.NoError(t, s.Close())
	whole, err := os.ReadFile(path)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(path, whole[:len(whole)/2], 0o644))
	_, err = store.Open(ctx, path)
	named(err)
}

// change does by hand what the store would not.
func change(t *testing.T, s *store.Store, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite3", s.Path()+"?_busy_timeout=5000")
	require.NoError(t, err)
	defer db.Close() //nolint:errcheck // only a test
	for _, statement := range statements {
		_, err := db.Exec(statement)
		require.NoError(t, err, statement)
	}
}
