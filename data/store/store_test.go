package store_test

import (
	"context"
	"database/sql"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/store"
)

var ctx = context.Background()

// newStore makes an empty database in a folder of the test's own.
func newStore(t testing.TB) *store.Store {
	t.Helper()
	s, err := store.Create(ctx, filepath.Join(t.TempDir(), "单位.db"))
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	return s
}

// write runs the function in a transaction that must succeed.
func write(t testing.TB, s *store.Store, do func(*store.Tx) error) {
	t.Helper()
	require.NoError(t, s.Write(ctx, do))
}

// read gives what the function reads.
func read[T any](t testing.TB, s *store.Store, do func(*store.Tx) (T, error)) T {
	t.Helper()
	var got T
	require.NoError(t, s.Read(ctx, func(tx *store.Tx) error {
		var err error
		got, err = do(tx)
		return err
	}))
	return got
}

func refused(t *testing.T, err error, kind error, code string) {
	t.Helper()
	var r *data.Refusal
	require.ErrorAs(t, err, &r)
	require.Equal(t, code, r.Code)
	require.ErrorIs(t, err, kind)
}

func TestPathsMayHoldEverythingThatAFolderNameMay(t *testing.T) {
	for _, name := range []string{"党务 公开.db", "a#b.db", "what?.db", "50%.db", "a%20b.db", "a&_journal_mode=off.db", "a;b'c\"d.db", "李𬸣.db", "a+b.db"} {
		folder := filepath.Join(t.TempDir(), strings.TrimSuffix(name, ".db"))
		require.NoError(t, os.Mkdir(folder, 0o755))
		path := filepath.Join(folder, name)
		s, err := store.Create(ctx, path)
		require.NoError(t, err, name)
		write(t, s, func(tx *store.Tx) error { return tx.SaveUnit(ctx, data.Unit{Name: name}) })
		require.NoError(t, s.Close())
		s, err = store.Open(ctx, path)
		require.NoError(t, err, name)
		require.Equal(t, name, read(t, s, unitName))
		require.NoError(t, s.Close())
		left, err := os.ReadDir(folder)
		require.NoError(t, err)
		require.Len(t, left, 1, "nothing beside %s, and no other name", name)
	}
}

func unitName(tx *store.Tx) (string, error) {
	u, _, err := tx.Unit(ctx)
	return u.Name, err
}

func TestWhatIsNoDatabaseOfOursIsRefusedAndLeftAsItIs(t *testing.T) {
	folder := t.TempDir()
	foreign := filepath.Join(folder, "foreign.db")
	db, err := sql.Open("sqlite3", foreign)
	require.NoError(t, err)
	_, err = db.Exec("CREATE TABLE x (y)")
	require.NoError(t, err)
	require.NoError(t, db.Close())

	ours := filepath.Join(folder, "ours.db")
	s, err := store.Create(ctx, ours)
	require.NoError(t, err)
	require.NoError(t, s.Close())
	whole, err := os.ReadFile(ours)
	require.NoError(t, err)

	write := func(name string, content []byte) string {
		path := filepath.Join(folder, name)
		require.NoError(t, os.WriteFile(path, content, 0o644))
		return path
	}
	scrambled := append([]byte{}, whole...)
	for i := 100; i < len(scrambled); i++ {
		scrambled[i] = 0xA5
	}
	headerOnly := append([]byte{}, whole[:100]...)
	binary.BigEndian.PutUint32(headerOnly[68:], 0x474B4C31)
	cases := []struct {
		path string
		kind error
		code string
	}{
		{foreign, data.ErrInvalid, "store.foreign"},
		{write("picture.jpg", []byte("\xff\xd8\xff\xe0 JFIF")), data.ErrInvalid, "store.notdatabase"},
		{write("empty.db", nil), data.ErrInvalid, "store.empty"},
		{write("scrambled.db", scrambled), data.ErrBroken, "store.damaged"},
		{write("cut.db", whole[:len(whole)/2]), data.ErrBroken, "store.damaged"},
		{write("header.db", headerOnly), data.ErrBroken, "store.damaged"},
		{folder, data.ErrInvalid, "store.notfile"},
		{filepath.Join(folder, "none.db"), data.ErrNotFound, "store.missing"},
		{filepath.Join(folder, "none", "none.db"), data.ErrNotFound, "store.nofolder"},
		{filepath.Join(foreign, "none.db"), data.ErrNotFound, "store.nofolder"},
	}
	for _, c := range cases {
		t.Run(c.code, func(t *testing.T) {
			before, _ := os.ReadFile(c.path)
			_, err := store.Open(ctx, c.path)
			refused(t, err, c.kind, c.code)
			after, _ := os.ReadFile(c.path)
			require.Equal(t, before, after)
		})
	}
	_, err = store.Create(ctx, foreign)
	refused(t, err, data.ErrRefused, "store.exists")
	_, err = store.Create(ctx, filepath.Join(folder, "none", "new.db"))
	refused(t, err, data.ErrNotFound, "store.nofolder")
}

func TestADatabaseOfANewerProgramIsRefusedAndLeftAsItIs(t *testing.T) {
	s := newStore(t)
	db, err := sql.Open("sqlite3", s.Path())
	require.NoError(t, err)
	_, err = db.Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)")
	require.NoError(t, err)
	require.NoError(t, db.Close())
	_, err = store.Open(ctx, s.Path())
	refused(t, err, data.ErrRefused, "store.newer")
}

func TestWhereNothingCanBeWrittenTheDatabaseOpensForReading(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root can write everywhere")
	}
	folder := t.TempDir()
	path := filepath.Join(folder, "单位.db")
	s, err := store.Create(ctx, path)
	require.NoError(t, err)
	write(t, s, func(tx *store.Tx) error { return tx.SaveUnit(ctx, data.Unit{Name: "某局"}) })
	require.NoError(t, s.Close())
	require.NoError(t, os.Chmod(folder, 0o555))
	t.Cleanup(func() { _ = os.Chmod(folder, 0o755) })

	s, err = store.Open(ctx, path)
	require.NoError(t, err)
	require.True(t, s.ReadOnly())
	require.Equal(t, "某局", read(t, s, unitName))
	refused(t, s.Write(ctx, func(*store.Tx) error { return nil }), data.ErrRefused, "store.readonly")
	require.NoError(t, s.Close())
	_, err = store.Create(ctx, filepath.Join(folder, "new.db"))
	refused(t, err, data.ErrRefused, "store.folder.readonly")

	require.NoError(t, os.Chmod(folder, 0o755))
	require.NoError(t, os.WriteFile(path+"-wal", []byte("unfolded"), 0o644))
	require.NoError(t, os.Chmod(folder, 0o555))
	_, err = store.Open(ctx, path)
	refused(t, err, data.ErrRefused, "store.readonly.open")
	require.NoError(t, os.Chmod(folder, 0o755))
	require.NoError(t, os.Chmod(path, 0))
	_, err = store.Open(ctx, path)
	refused(t, err, data.ErrRefused, "store.unreadable")
}

func TestAReaderSeesOneViewWhileSomebodyWrites(t *testing.T) {
	s := newStore(t)
	write(t, s, func(tx *store.Tx) error { return tx.SaveUnit(ctx, data.Unit{Name: "前"}) })
	require.NoError(t, s.Read(ctx, func(tx *store.Tx) error {
		name, err := unitName(tx)
		require.NoError(t, err)
		require.Equal(t, "前", name)
		write(t, s, func(tx *store.Tx) error { return tx.SaveUnit(ctx, data.Unit{Name: "后"}) })
		name, err = unitName(tx)
		require.Equal(t, "前", name)
		return err
	}))
	require.Equal(t, "后", read(t, s, unitName))
}

func TestAReaderCannotWrite(t *testing.T) {
	s := newStore(t)
	err := s.Read(ctx, func(tx *store.Tx) error { return tx.SaveUnit(ctx, data.Unit{Name: "偷写"}) })
	require.Error(t, err)
}
