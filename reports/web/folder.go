package web

import (
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"gongkailan/data"
)

const (
	// workshopLead begins the name of the folder in which the pages are made before they go where readers see them.
	workshopLead = ".gongkailan-new-"
	// A reader that has a page open keeps Windows from replacing it for some milliseconds.
	renameTries = 10
	renamePause = 50 * time.Millisecond
)

// Write makes the pages in the folder, which is made where it is missing. Everything is made in a workshop first, so that
// work that breaks off leaves the older pages as they are. A new folder then appears at once; in one that is there already,
// whose permissions and share stay as they are, page after page is replaced whole, those to which links lead before those
// that link to them, and what has come to its end is removed last. A folder that holds other files and no marker of ours,
// another unit's, or one for the internet when this is for the staff, is refused and left.
func Write(ctx context.Context, dir string, in Input) (Made, error) {
	f, err := openFolder(dir, marker{Unit: in.Key, Channel: in.Channel, Files: map[string]string{}})
	if err != nil {
		return Made{}, err
	}
	made, err := Make(ctx, in, f.stage)
	if err == nil {
		made.Altered, err = f.publish()
	}
	return made, errors.Join(err, f.close())
}

// folder is a folder that is being made anew.
type folder struct {
	dir      string
	root     *os.Root // of the folder; nil while there is none
	workshop string
	older    marker
	mark     marker
}

func openFolder(dir string, mark marker) (*folder, error) {
	dir = filepath.Clean(dir)
	f := &folder{dir: dir, mark: mark}
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		f.workshop, err = os.MkdirTemp(filepath.Dir(dir), workshopLead+"*")
		if err != nil {
			return nil, f.unwritable()
		}
		return f, nil
	case err != nil:
		return nil, f.unwritable()
	case !info.IsDir():
		return nil, data.Refuse(data.ErrRefused, "web.nofolder", dir)
	}
	if f.root, err = os.OpenRoot(dir); err != nil {
		return nil, f.unwritable()
	}
	if err := f.known(); err != nil {
		return nil, errors.Join(err, f.root.Close())
	}
	if f.workshop, err = os.MkdirTemp(dir, workshopLead+"*"); err != nil {
		return nil, errors.Join(f.unwritable(), f.root.Close())
	}
	return f, nil
}

// known tells whether the folder may be made anew, and clears what a run that broke off has left.
func (f *folder) known() error {
	marked := false
	var err error
	if f.older, marked, err = readMarker(f.root); err != nil {
		return f.unwritable()
	}
	entries, err := os.ReadDir(f.dir)
	if err != nil {
		return f.unwritable()
	}
	var left []string
	for _, e := range entries {
		switch {
		case e.IsDir() && strings.HasPrefix(e.Name(), workshopLead):
			left = append(left, e.Name())
		case !marked:
			return data.Refuse(data.ErrRefused, "web.foreign", f.dir, e.Name())
		}
	}
	switch {
	case marked && f.older.Unit != f.mark.Unit:
		return data.Refuse(data.ErrRefused, "web.unit", f.dir)
	case marked && f.older.Channel == data.Internet && f.mark.Channel != data.Internet:
		return data.Refuse(data.ErrRefused, "web.wider", f.dir)
	}
	for _, name := range left {
		if err := f.root.RemoveAll(name); err != nil {
			return f.unwritable()
		}
	}
	return nil
}

func (f *folder) unwritable() error {
	return data.Refuse(data.ErrInvalid, "file.unwritable", f.dir)
}

// stage puts one file into the workshop.
func (f *folder) stage(name string, content []byte) error {
	if !isOurs(name) {
		return data.Refuse(data.ErrInvalid, "web.twice", name)
	}
	if err := os.WriteFile(filepath.Join(f.workshop, name), content, 0o644); err != nil {
		return f.unwritable()
	}
	f.mark.Files[name] = digestOf(content)
	return nil
}

// publish puts everything where readers see it.
func (f *folder) publish() (altered []string, err error) {
	if f.root == nil {
		return nil, f.appear()
	}
	for name := range f.mark.Files {
		if _, ours := f.older.Files[name]; ours {
			continue
		}
		if _, err := f.root.Lstat(name); !errors.Is(err, fs.ErrNotExist) {
			return nil, data.Refuse(data.ErrRefused, "web.taken", f.dir, name)
		}
	}
	altered = f.altered()
	if err := f.sign(f.mark.during(f.older)); err != nil {
		return nil, err
	}
	if locked := append(f.replace(), f.remove()...); len(locked) > 0 {
		return nil, data.Refuse(data.ErrInvalid, "web.locked", f.dir, locked[0])
	}
	return altered, f.sign(f.mark)
}

// appear has a new folder appear at once.
func (f *folder) appear() error {
	if err := f.sign(f.mark); err != nil {
		return err
	}
	if os.Chmod(f.workshop, 0o755) != nil || os.Rename(f.workshop, f.dir) != nil {
		return f.unwritable()
	}
	return nil
}

// altered lists the files that are not as they were left, by name.
func (f *folder) altered() []string {
	var list []string
	for name, digest := range f.older.Files {
		if digest != "" && f.digest(name) != digest {
			list = append(list, name)
		}
	}
	slices.Sort(list)
	return list
}

func (f *folder) digest(name string) string {
	file, err := f.root.Open(name)
	if err != nil {
		return ""
	}
	defer file.Close()
	content, err := io.ReadAll(file)
	if err != nil {
		return ""
	}
	return digestOf(content)
}

// sign puts the marker where it belongs.
func (f *folder) sign(m marker) error {
	raw, err := m.bytes()
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(f.workshop, markerFile), raw, 0o644); err != nil {
		return f.unwritable()
	}
	if f.root != nil && f.move(markerFile) != nil {
		return data.Refuse(data.ErrInvalid, "web.locked", f.dir, markerFile)
	}
	return nil
}

// replace moves every file to its place and lists those that would not go. It goes on behind one, so that as little as
// can be is old.
func (f *folder) replace() []string {
	var locked []string
	for _, name := range slices.SortedFunc(maps.Keys(f.mark.Files), inOrder) {
		if f.move(name) != nil {
			locked = append(locked, name)
		}
	}
	return locked
}

// remove removes what is no longer in the set and lists what would not go.
func (f *folder) remove() []string {
	var locked []string
	for _, name := range slices.Sorted(maps.Keys(f.older.Files)) {
		if _, stays := f.mark.Files[name]; stays {
			continue
		}
		if err := f.root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			locked = append(locked, name)
		}
	}
	return locked
}

// inOrder sorts what is linked to before what links to it: files and items, the pages that list them, the index.
func inOrder(a, b string) int {
	rank := func(name string) int {
		switch {
		case strings.HasPrefix(name, "index"):
			return 2
		case strings.HasPrefix(name, "category"):
			return 1
		default:
			return 0
		}
	}
	return cmp.Or(cmp.Compare(rank(a), rank(b)), strings.Compare(a, b))
}

// move moves a file from the workshop to its place, whole.
func (f *folder) move(name string) error {
	from := filepath.Join(filepath.Base(f.workshop), name)
	err := f.root.Rename(from, name)
	for try := 1; err != nil && errors.Is(err, fs.ErrPermission) && try < renameTries; try++ {
		time.Sleep(renamePause)
		err = f.root.Rename(from, name)
	}
	return err
}

// close leaves nothing of the workshop.
func (f *folder) close() error {
	err := os.RemoveAll(f.workshop)
	if f.root != nil {
		err = errors.Join(err, f.root.Close())
	}
	return err
}
