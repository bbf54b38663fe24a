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

const (
	// lookEvery is how often it is asked whether there is another public file: what came down must be gone within seconds.
	lookEvery = time.Second
	// wholeEvery is how often the file is read whole even where size and date are as before: both can be set by anybody.
	wholeEvery = time.Minute
	// openTime is how long the first file may take before visitors are told that there is none.
	openTime = 3 * time.Second
)

// watch follows the public file. It shows a newer one that holds, and goes on with the last good one otherwise; then it
// says, for the staff, why the file that lies there is not shown.
type watch struct {
	path    string
	now     func() time.Time
	loader  *ui.Loader
	changed func(bulletin.Bulletin)
	trouble func(error) // nil: the file that lies there is the one that is shown

	busy   bool      // a look is under way
	looked time.Time // when it began
	state  reading
	silent bool // the first look has given nothing yet
}

// reading is what a look at the file gave, and what the next one goes by.
type reading struct {
	stamp  stamp
	whole  time.Time         // when the bytes were last read
	sum    [sha256.Size]byte // of those bytes
	failed string            // why they could not be read, "" where they could
	memory memory

	fresh    bool // what follows is new
	bulletin bulletin.Bulletin
	problem  error
}

// stamp is what the folder says of a file; nil before the first look.
type stamp struct{ os.FileInfo }

// same tells whether the folder says of both that they are one file, unchanged. A file that was renamed into the place of
// another within one beat of the disk's clock may have its size and date, but is not the same.
func (s stamp) same(other stamp) bool {
	return s.FileInfo != nil && other.FileInfo != nil && os.SameFile(s.FileInfo, other.FileInfo) &&
		s.Size() == other.Size() && s.ModTime().Equal(other.ModTime())
}

func newWatch(o Options, loader *ui.Loader, changed func(bulletin.Bulletin), trouble func(error)) *watch {
	return &watch{
		path: o.BulletinPath, now: o.Now, loader: loader, changed: changed, trouble: trouble,
		state: reading{memory: openMemory(o.Folder, o.Fingerprint)},
	}
}

// start shows what was shown last on this machine, where it still holds, and looks at the file.
func (w *watch) start() {
	if b, ok := w.state.memory.last(); ok {
		w.changed(b)
	}
	w.silent = true
	w.look(w.now())
}

// tick looks when it is time to.
func (w *watch) tick() {
	now := w.now()
	if !w.busy && (now.Sub(w.looked) >= lookEvery || now.Before(w.looked)) {
		w.look(now)
	}
	if w.silent && now.Sub(w.looked) > openTime { // a share that does not answer
		w.silent = false
		w.trouble(data.Refuse(data.ErrNotFound, "bulletin.silent", filepath.Base(w.path)))
	}
}

// look reads the file beside the main goroutine: a share may not answer for minutes.
func (w *watch) look(now time.Time) {
	w.looked, w.busy = now, true
	path, before := w.path, w.state
	ui.Load(w.loader, func(context.Context) (reading, error) { return before.look(path, now), nil }, w.take)
}

// take goes on with what a look gave.
func (w *watch) take(r reading, _ error) {
	w.busy, w.silent = false, false
	fresh, b, problem := r.fresh, r.bulletin, r.problem
	r.fresh, r.bulletin, r.problem = false, bulletin.Bulletin{}, nil
	w.state = r
	switch {
	case !fresh:
	case problem != nil:
		w.trouble(problem)
	default:
		w.changed(b)
		w.trouble(nil)
	}
}

// look asks for the file and reads it where it may be another one. It is slow for a large file: call it off the main
// goroutine.
func (before reading) look(path string, now time.Time) reading {
	next := before
	about, err := os.Stat(path)
	if err == nil {
		next.stamp = stamp{about}
		if next.stamp.same(before.stamp) && before.failed == "" && now.Sub(before.whole) < wholeEvery && !now.Before(before.whole) {
			return next
		}
	}
	raw, err := readAtMost(path, bulletin.MostBytes)
	if err != nil {
		next.failed, next.fresh, next.problem = err.Error(), before.failed != err.Error(), unreadable(path, err)
		return next
	}
	next.failed, next.whole, next.sum = "", now, sha256.Sum256(raw)
	if before.failed == "" && !before.whole.IsZero() && before.sum == next.sum {
		return next
	}
	next.fresh = true
	next.bulletin, next.problem = bulletin.Open(raw, before.memory.Fingerprint)
	if next.problem == nil {
		next.memory, next.problem = before.memory.follow(next.bulletin, raw)
	}
	return next
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
