package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/jmoiron/sqlx"

	"gongkailan/data"
)

const copyInto = `VACUUM INTO ?`

// CopyInto writes the database as it stands at this moment into a new file, in one piece and without its write-ahead
// log, while others go on working. What was written is checked by reading it whole; it fails with ErrBroken where it
// does not hold.
func (s *Store) CopyInto(ctx context.Context, path string) error {
	options := pragmas + "&mode=rw"
	if s.readOnly {
		options = "mode=ro&immutable=1"
	}
	db, err := sqlx.Open("sqlite3", dsn(s.path, options))
	if err != nil {
		return fmt.Errorf("open for copying: %w", err)
	}
	_, err = db.ExecContext(ctx, copyInto, path)
	if err = errors.Join(err, db.Close()); err != nil {
		return s.explain(fmt.Errorf("copy the database: %w", err))
	}
	return CheckWhole(ctx, path)
}

// CheckWhole reads a database file of ours to its end. It fails with ErrInvalid where it is none and with ErrBroken
// where it is damaged. Nothing is written, and nobody may be working with the file.
func CheckWhole(ctx context.Context, path string) error {
	if err := inspectHeader(path); err != nil {
		return err
	}
	db, err := sqlx.Open("sqlite3", dsn(path, "mode=ro&immutable=1&_query_only=on"))
	if err != nil {
		return fmt.Errorf("open for checking: %w", err)
	}
	var found []string
	err = db.SelectContext(ctx, &found, integrityCheck)
	if err = errors.Join(err, db.Close()); ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil || len(found) != 1 || found[0] != "ok" {
		return data.Refuse(data.ErrBroken, "store.damaged", filepath.Base(path))
	}
	return nil
}

// InspectPlace tells whether a new database may be made at the path: nothing is there, beside it lie no files of a
// database, and the folder is one of this machine that can be written.
func InspectPlace(path string) error {
	if err := inspectFolder(path); err != nil {
		return err
	}
	for _, taken := range []string{path, path + "-wal", path + "-shm", FilesBeside(path)} {
		if exists(taken) {
			return data.Refuse(data.ErrRefused, "store.exists", filepath.Base(taken))
		}
	}
	if !writableFolder(filepath.Dir(path)) {
		return data.Refuse(data.ErrRefused, "store.folder.readonly", filepath.Dir(path))
	}
	return nil
}
