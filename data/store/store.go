// Package store keeps the field's records in a database: one file here for each kind of record, and its test.
//
// It stores and finds, and judges nothing: who may write what is decided in package desk, which is the only one to
// open a writing transaction. SQL is written to be read and kept to what SQLite and PostgreSQL share; what differs
// between engines is in dialect.go, fulltext.go, integrity.go and migrations/. Only this package knows that there is a database.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/jmoiron/sqlx"

	"gongkailan/data"
)

// readers is how many may read at the same time. There is one writer: SQLite has no more.
const readers = 4

// Store is an open database.
type Store struct {
	path     string
	readOnly bool
	write    *sqlx.DB // one connection; nil where nothing can be written
	read     *sqlx.DB
}

// Open opens the database at the path and brings it up to date. Whatever is there that is not a database of ours, or
// cannot be worked with safely, is refused with a reason and left as it is. Where nothing can be written the database
// opens for reading.
func Open(ctx context.Context, path string) (*Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("path of the database: %w", err)
	}
	if err := inspect(path); err != nil {
		return nil, err
	}
	s := &Store{path: path, readOnly: !writable(path)}
	if s.readOnly && unfolded(path) {
		return nil, data.Refuse(data.ErrRefused, "store.readonly.open", filepath.Base(path))
	}
	if err := s.connect(ctx); err != nil {
		return nil, errors.Join(s.explain(err), s.Close())
	}
	if err := s.upToDate(ctx); err != nil {
		return nil, errors.Join(s.explain(err), s.Close())
	}
	return s, nil
}

// Create makes a new, empty database at the path, where nothing may be yet.
func Create(ctx context.Context, path string) (*Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("path of the database: %w", err)
	}
	if err := inspectFolder(path); err != nil {
		return nil, err
	}
	if _, err := os.Lstat(path); err == nil {
		return nil, data.Refuse(data.ErrRefused, "store.exists", filepath.Base(path))
	}
	if !writableFolder(filepath.Dir(path)) {
		return nil, data.Refuse(data.ErrRefused, "store.folder.readonly", filepath.Dir(path))
	}
	s := &Store{path: path}
	if err := s.create(ctx); err != nil {
		return nil, errors.Join(s.explain(err), s.Close())
	}
	return s, nil
}

// Path is where the database lies.
func (s *Store) Path() string { return s.path }

// ReadOnly tells whether the database was opened for reading only.
func (s *Store) ReadOnly() bool { return s.readOnly }

// Close closes the database; the last one to close folds the write-ahead log into the file.
func (s *Store) Close() error {
	var errs []error
	for _, db := range []*sqlx.DB{s.read, s.write} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	return errors.Join(errs...)
}

// Tx is a transaction: a consistent view for reading, all or nothing for writing.
type Tx struct{ tx *sqlx.Tx }

// Read runs the function on one consistent view of the database.
func (s *Store) Read(ctx context.Context, do func(*Tx) error) error {
	return s.within(ctx, s.read, do)
}

// Write runs the function in a transaction that is committed when it gives no error and undone when it gives one or
// panics. There is one writer at a time, so what was read inside still holds at the commit.
func (s *Store) Write(ctx context.Context, do func(*Tx) error) error {
	if s.readOnly {
		return data.Refuse(data.ErrRefused, "store.readonly", filepath.Base(s.path))
	}
	return s.within(ctx, s.write, do)
}

func (s *Store) within(ctx context.Context, db *sqlx.DB, do func(*Tx) error) (err error) {
	tx, err := db.BeginTxx(ctx, nil)
	if err != nil {
		return s.explain(fmt.Errorf("begin: %w", err))
	}
	done := false
	defer func() {
		if done {
			return
		}
		if undo := tx.Rollback(); undo != nil && !errors.Is(undo, sql.ErrTxDone) {
			err = errors.Join(err, undo)
		}
	}()
	if err := do(&Tx{tx}); err != nil {
		return s.explain(err)
	}
	done = true
	if err := tx.Commit(); err != nil {
		return s.explain(fmt.Errorf("commit: %w", err))
	}
	return nil
}

func (t *Tx) get(ctx context.Context, into any, query string, args ...any) error {
	return t.tx.GetContext(ctx, into, t.tx.Rebind(query), args...)
}

func (t *Tx) all(ctx context.Context, into any, query string, args ...any) error {
	return t.tx.SelectContext(ctx, into, t.tx.Rebind(query), args...)
}

func (t *Tx) exec(ctx context.Context, query string, args ...any) error {
	_, err := t.tx.ExecContext(ctx, t.tx.Rebind(query), args...)
	return err
}
