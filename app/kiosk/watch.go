package kiosk

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/reports/bulletin"
)

// lookEvery is how often the public file is read again: what came down must be gone within seconds.
const lookEvery = 3 * time.Second

// watch follows the public file and says when it says something else, or holds no longer.
type watch struct {
	path        string
	fingerprint string
	now         func() time.Time
	loader      *ui.Loader
	changed     func(bulletin.Bulletin, error)

	looked time.Time
	before reading
}

// reading is what one look at the file gave.
type reading struct {
	sum         [sha256.Size]byte // of the bytes, zero where there are none
	failed      string            // why the bytes could not be read
	done        bool
	fingerprint string
	bulletin    bulletin.Bulletin
	problem     error
}

func newWatch(o Options, loader *ui.Loader, changed func(bulletin.Bulletin, error)) *watch {
	return &watch{path: o.BulletinPath, fingerprint: o.Fingerprint, now: o.Now, loader: loader, changed: changed}
}

// tick looks when it is time to.
func (w *watch) tick() {
	if now := w.now(); now.Sub(w.looked) >= lookEvery || now.Before(w.looked) {
		w.look()
	}
}

// look reads the file beside the main goroutine. The whole file is read each time, since a date of change can be set by
// anybody; it is checked anew only where its bytes are others.
func (w *watch) look() {
	w.looked = w.now()
	path, fingerprint, before := w.path, w.fingerprint, w.before
	ui.Load(w.loader, func(context.Context) (reading, error) { return read(path, fingerprint, before), nil }, w.take)
}

func (w *watch) take(r reading, _ error) {
	if w.before.done && r.sum == w.before.sum && r.failed == w.before.failed {
		return
	}
	w.before = r
	if w.fingerprint == "" && r.problem == nil {
		w.fingerprint = r.fingerprint // from now on this unit's file and no other
	}
	w.changed(r.bulletin, r.problem)
}

// read reads and checks the file, unless its bytes are those of the reading before.
func read(path, fingerprint string, before reading) reading {
	raw, err := readAtMost(path, bulletin.MostBytes)
	if err != nil {
		return reading{done: true, failed: err.Error(), problem: unreadable(path, err)}
	}
	r := reading{done: true, sum: sha256.Sum256(raw)}
	if before.done && before.failed == "" && before.sum == r.sum {
		return before
	}
	r.bulletin, r.problem = bulletin.Read(raw, fingerprint)
	r.fingerprint = bulletin.Fingerprint(raw)
	return r
}

// readAtMost reads a file, one byte more than the limit at most: enough to know that it is too large.
func readAtMost(path string, limit int64) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open the public file: %w", err)
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, limit+1))
	if err != nil {
		return nil, fmt.Errorf("read the public file: %w", err)
	}
	return raw, nil
}

func unreadable(path string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return data.Refuse(data.ErrNotFound, "bulletin.missing", filepath.Base(path))
	}
	return data.Refuse(data.ErrBroken, "bulletin.unreadable", filepath.Base(path))
}
