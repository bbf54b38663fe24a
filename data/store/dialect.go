package store

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/jmoiron/sqlx"
	sqlite "github.com/mattn/go-sqlite3"
	"github.com/pressly/goose/v3"

	"gongkailan/data"
)

// Everything that is SQLite's own is in this file, in fulltext.go, in integrity.go and in migrations/.

//go:embed migrations/*.sql
var migrations embed.FS

// pragmas are set on every connection, which is why they stand in its name: full synchronisation, because a signature
// that was given must survive a power cut.
const pragmas = "_busy_timeout=5000&_foreign_keys=on&_journal_mode=WAL&_synchronous=FULL"

// readerOptions keep a reader from writing, and from taking the writer's lock.
const readerOptions = pragmas + "&mode=rw&_query_only=on&_txlock=deferred"

// dsn names the database for a connection. Each character of the path that has a meaning in a URI is written as its
// code, so that # ? % and Chinese in folder names do no harm.
func dsn(path, options string) string {
	parts := strings.Split(filepath.ToSlash(path), "/")
	for i, part := range parts {
		parts[i] = url.PathEscape(part)
	}
	name := strings.Join(parts, "/")
	if !strings.HasPrefix(name, "/") {
		name = "/" + name // C:/… on Windows
	}
	return "file://" + name + "?" + options
}

func (s *Store) connect(ctx context.Context) error {
	reading := readerOptions
	if s.readOnly {
		// In a folder where nothing can be written there is no place for the shared memory of a write-ahead log;
		// nobody can be writing there either.
		reading = "mode=ro&immutable=1&_query_only=on&_txlock=deferred"
	} else if err := s.connectWriter(ctx, "rw"); err != nil {
		return err
	}
	return s.connectReaders(ctx, reading)
}

func (s *Store) connectWriter(ctx context.Context, mode string) error {
	db, err := sqlx.Open("sqlite3", dsn(s.path, pragmas+"&_txlock=immediate&mode="+mode))
	if err != nil {
		return fmt.Errorf("open for writing: %w", err)
	}
	db.SetMaxOpenConns(1)
	s.write = db
	return db.PingContext(ctx)
}

func (s *Store) connectReaders(ctx context.Context, options string) error {
	db, err := sqlx.Open("sqlite3", dsn(s.path, options))
	if err != nil {
		return fmt.Errorf("open for reading: %w", err)
	}
	db.SetMaxOpenConns(readers)
	db.SetMaxIdleConns(readers)
	s.read = db
	return db.PingContext(ctx)
}

// create makes the file with its tables and folds the write-ahead log into it, so that it bears our mark.
func (s *Store) create(ctx context.Context) error {
	if err := s.connectWriter(ctx, "rwc"); err != nil {
		return err
	}
	if err := s.migrate(ctx); err != nil {
		return err
	}
	if _, err := s.write.ExecContext(ctx, indexIsFilled); err != nil {
		return fmt.Errorf("state of the search index: %w", err)
	}
	if _, err := s.write.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)"); err != nil {
		return fmt.Errorf("checkpoint: %w", err)
	}
	return s.connectReaders(ctx, readerOptions)
}

const tablesVersion = `
SELECT coalesce(max(version_id), 0)
  FROM goose_db_version
 WHERE is_applied = 1`

// upToDate brings an older database up to this program's tables, and refuses one of a newer program.
func (s *Store) upToDate(ctx context.Context) error {
	var there int64
	if err := s.read.GetContext(ctx, &there, tablesVersion); err != nil {
		return fmt.Errorf("version of the database: %w", err)
	}
	ours, err := newest()
	switch {
	case err != nil:
		return err
	case there > ours:
		return data.Refuse(data.ErrRefused, "store.newer", filepath.Base(s.path))
	case there < ours && s.readOnly:
		return data.Refuse(data.ErrRefused, "store.old", filepath.Base(s.path))
	case there < ours:
		if err := s.migrate(ctx); err != nil {
			return err
		}
	}
	return s.fillIndex(ctx)
}

func (s *Store) migrate(ctx context.Context) error {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return fmt.Errorf("migrations: %w", err)
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, s.write.DB, files)
	if err != nil {
		return fmt.Errorf("migrations: %w", err)
	}
	if _, err := provider.Up(ctx); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	return nil
}

// newest is the version of the last migration of this program.
func newest() (int64, error) {
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil || len(names) == 0 {
		return 0, fmt.Errorf("migrations: %d files: %w", len(names), err)
	}
	return goose.NumericComponent(names[len(names)-1])
}

// tableGone tells whether the engine misses a table or a column. All are there once the migrations have run, so
// somebody took it out.
func tableGone(err error) bool {
	var e sqlite.Error
	if !errors.As(err, &e) || e.Code != sqlite.ErrError {
		return false
	}
	return strings.HasPrefix(e.Error(), "no such table") || strings.HasPrefix(e.Error(), "no such column")
}

// explain puts what the engine says into a refusal where a person can do something about it.
func (s *Store) explain(err error) error {
	var e sqlite.Error
	if !errors.As(err, &e) {
		return err
	}
	file := filepath.Base(s.path)
	if tableGone(err) {
		return fmt.Errorf("%w: %w", data.Refuse(data.ErrBroken, "store.damaged", file), err)
	}
	refusals := map[sqlite.ErrNo]*data.Refusal{
		sqlite.ErrBusy:     data.Refuse(data.ErrRefused, "store.busy"),
		sqlite.ErrLocked:   data.Refuse(data.ErrRefused, "store.busy"),
		sqlite.ErrFull:     data.Refuse(data.ErrRefused, "store.full"),
		sqlite.ErrReadonly: data.Refuse(data.ErrRefused, "store.readonly", file),
		sqlite.ErrCantOpen: data.Refuse(data.ErrRefused, "store.cantopen"),
		sqlite.ErrIoErr:    data.Refuse(data.ErrRefused, "store.io"),
		sqlite.ErrCorrupt:  data.Refuse(data.ErrBroken, "store.damaged", file),
		sqlite.ErrNotADB:   data.Refuse(data.ErrBroken, "store.damaged", file),
	}
	if refusal, ok := refusals[e.Code]; ok {
		return fmt.Errorf("%w: %w", refusal, err)
	}
	return err
}

// mark is the application_id of our files, "GKL1", set by the first migration.
const mark = 0x474B4C31

// header is how much of the file tells what it is: the magic of SQLite, and at byte 68 the application's mark.
const header = 100

const magic = "SQLite format 3\x00"

// inspect looks at the file before SQLite does, which would take an empty file for a new database and another
// program's for ours.
func inspect(path string) error {
	if err := inspectFolder(path); err != nil {
		return err
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return data.Refuse(data.ErrNotFound, "store.missing", filepath.Base(path))
	case err != nil:
		return fmt.Errorf("look at the database: %w", err)
	case !info.Mode().IsRegular():
		return data.Refuse(data.ErrInvalid, "store.notfile", filepath.Base(path))
	case info.Size() == 0:
		return data.Refuse(data.ErrInvalid, "store.empty", filepath.Base(path))
	}
	return inspectHeader(path)
}
