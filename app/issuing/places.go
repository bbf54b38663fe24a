package issuing

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"gongkailan/data"
	"gongkailan/reports/bulletin"
)

// Prefs is what this machine remembers, beside the database.
type Prefs interface {
	String(key string) string
	SetString(key, value string)
}

const prefsKey = "lobby.places:"

// mostPlaces is at how many further places a machine puts the public file.
const mostPlaces = 12

// placed is how the last try to bring the file to a place ended.
type placed struct {
	why  error // nil: it has the newest
	busy bool  // a try is under way, or hangs
}

// Place is one of the places of the public file and what lies there.
type Place struct {
	Path   string    // of the folder
	Serial int       // of the file that lies there, 0 where none does
	At     time.Time // when that was issued
	Newest bool      // it is the one that lies beside the database
	Why    error     // why the place has no file, or not the newest; nil where it has
}

// folders gives the further places, in the order in which they were added.
func (i *Issuer) folders() []string {
	if i.opt.Prefs == nil {
		return nil
	}
	list := i.opt.Prefs.String(prefsKey + i.opt.Desk.Path())
	return slices.DeleteFunc(strings.Split(list, "\n"), func(folder string) bool { return folder == "" })
}

func (i *Issuer) remember(folders []string) {
	i.opt.Prefs.SetString(prefsKey+i.opt.Desk.Path(), strings.Join(folders, "\n"))
}

// Path is where the public file beside the database lies; everywhere it has the same name.
func (i *Issuer) Path() string { return i.opt.Path }

// Add adds a folder to the places and gives it as it is kept. It fails with ErrInvalid where that cannot be one, and with ErrNotFound where it is
// not there now: a place is named while it can be looked at, so that a slip shows at once.
func (i *Issuer) Add(folder string) (string, error) {
	folder = filepath.Clean(strings.TrimSpace(folder))
	if !filepath.IsAbs(folder) || strings.ContainsAny(folder, "\n\r") {
		return "", data.Refuse(data.ErrInvalid, "place.absolute", folder)
	}
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return "", data.Refuse(data.ErrNotFound, "place.gone", folder)
	}
	i.mu.Lock()
	defer i.mu.Unlock()
	known := i.folders()
	switch {
	case i.opt.Prefs == nil:
		return "", data.Refuse(data.ErrRefused, "place.unkept")
	case sameFolder(folder, filepath.Dir(i.opt.Path)):
		return "", data.Refuse(data.ErrRefused, "place.beside")
	case slices.ContainsFunc(known, func(other string) bool { return sameFolder(folder, other) }):
		return "", data.Refuse(data.ErrRefused, "place.twice", folder)
	case len(known) >= mostPlaces:
		return "", data.Refuse(data.ErrRefused, "place.many", strconv.Itoa(mostPlaces))
	}
	i.remember(append(known, folder))
	return folder, nil
}

func sameFolder(a, b string) bool {
	if a == b {
		return true
	}
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}

// Remove takes a folder out of the places. The file that lies there stays.
func (i *Issuer) Remove(folder string) {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.opt.Prefs != nil {
		i.remember(slices.DeleteFunc(i.folders(), func(other string) bool { return other == folder }))
	}
	delete(i.places, folder)
}

// Places gives the place beside the database and the further ones, with what lies there now. It reads the files: call it
// off the main goroutine.
func (i *Issuer) Places(ctx context.Context) []Place {
	last, err := i.Last(ctx)
	beside := Place{Path: filepath.Dir(i.opt.Path), Serial: last.Serial, At: last.IssuedAt(), Newest: last.Serial > 0, Why: err}
	if err == nil && last.Serial == 0 {
		beside.Why = data.Refuse(data.ErrNotFound, "place.empty")
	}
	i.mu.Lock()
	folders := i.folders()
	i.mu.Unlock()
	return append([]Place{beside}, atOnce(ctx, i, folders, func(folder string) Place { return i.lies(folder, last) },
		func(folder string) Place { return Place{Path: folder, Why: tooSlow(folder)} })...)
}

// lies tells what lies in the folder now, beside why the last try to bring something there failed.
func (i *Issuer) lies(folder string, last bulletin.Bulletin) Place {
	p := Place{Path: folder}
	there, err := i.readIn(folder)
	switch {
	case err != nil:
		p.Why = err
	case last.Fingerprint != "" && there.Fingerprint != last.Fingerprint:
		p.Why = data.Refuse(data.ErrRefused, "place.foreign", folder)
	default:
		p.Serial, p.At, p.Newest = there.Serial, there.IssuedAt(), there.Mark == last.Mark
	}
	i.mu.Lock()
	defer i.mu.Unlock()
	if tried := i.places[folder]; p.Why == nil && !p.Newest && tried.why != nil {
		p.Why = tried.why
	}
	return p
}

// readIn reads the public file in a folder, whosever it is. It fails with ErrNotFound where the folder or the file is not
// there.
func (i *Issuer) readIn(folder string) (bulletin.Bulletin, error) {
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return bulletin.Bulletin{}, data.Refuse(data.ErrNotFound, "place.gone", folder)
	}
	raw, err := readFile(filepath.Join(folder, filepath.Base(i.opt.Path)))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return bulletin.Bulletin{}, data.Refuse(data.ErrNotFound, "place.empty")
	case err != nil:
		return bulletin.Bulletin{}, data.Refuse(data.ErrBroken, "place.unreadable", folder)
	}
	return bulletin.Read(raw, "")
}

// readFile reads a file, one byte more than a public file may have at most: enough to know that it is too large.
func readFile(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, bulletin.MostBytes+1))
}
