// Package platform is what differs by system: opening a file with the system's viewer, printing it, showing a folder,
// asking for a file or a place for one, the console of a program that is built without one, a program that ends with
// ours, and a screen that stays lit.
//
// What is the same everywhere is here; what is not lies in _windows.go and _other.go. Windows gets its own file dialog,
// because people know it and it is fast on network drives; elsewhere Fyne's serves.
package platform

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/data/wholefile"
)

// Files is how the desk's screens meet the file system.
type Files struct {
	Window fyne.Window
	Words  func() words.Words // of the language that the desk speaks now; asked on the main goroutine
	Folder string             // where documents go
	Loader *ui.Loader         // reads files and waits for dialogs beside the main goroutine
	// View opens a path with the system's viewer; nil for OpenFile. A test puts in its own.
	View func(path string) error
	// Printer sends a file to the printer; nil for the system's. A test puts in its own.
	Printer func(path string) (sent bool, err error)
}

// mostBytes is the largest file that is read from a dialog; who takes it may ask for less.
const mostBytes = 64 << 20

// Open asks for a file with one of the endings and hands its name and bytes over on the main goroutine; nothing is
// handed over when the person cancels.
func (f Files) Open(endings []string, take func(name string, raw []byte, err error)) {
	f.pick(endings, func(path string) {
		ui.Load(f.Loader.Again(), func(context.Context) ([]byte, error) { return ReadFile(path) }, func(raw []byte, err error) {
			take(filepath.Base(path), raw, err)
		})
	})
}

// ReadFile reads an ordinary file of at most 64 MB whole. It fails with data.ErrInvalid.
func ReadFile(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, data.Refuse(data.ErrInvalid, "file.unreadable", filepath.Base(path))
	}
	defer file.Close()
	if about, err := file.Stat(); err != nil || !about.Mode().IsRegular() {
		return nil, data.Refuse(data.ErrInvalid, "file.irregular", filepath.Base(path))
	}
	raw, err := io.ReadAll(io.LimitReader(file, mostBytes+1))
	switch {
	case err != nil:
		return nil, data.Refuse(data.ErrInvalid, "file.unreadable", filepath.Base(path))
	case len(raw) > mostBytes:
		return nil, data.Refuse(data.ErrInvalid, "intake.large")
	}
	return raw, nil
}

// Save writes a document into the folder for documents and opens it with the system's viewer. Where it is written but
// nothing can show it, path and error are both given.
func (f Files) Save(name string, raw []byte) (string, error) {
	path, err := f.Put(name, raw)
	if err != nil {
		return "", err
	}
	return path, f.Show(path)
}

// Put writes a document into the folder for documents. A file of that name that another program holds is left alone, and
// the new one gets a number.
func (f Files) Put(name string, raw []byte) (string, error) {
	if err := os.MkdirAll(f.Folder, 0o755); err != nil {
		return "", data.Refuse(data.ErrInvalid, "file.unwritable", f.Folder)
	}
	path, err := writeBeside(f.Folder, Clean(name), raw)
	if err != nil {
		return "", data.Refuse(data.ErrInvalid, "file.unwritable", filepath.Join(f.Folder, Clean(name)))
	}
	return path, nil
}

// SaveAs asks where a document is to be put, writes it there and tells so on the main goroutine; nothing is told when
// the person cancels.
func (f Files) SaveAs(name string, raw []byte, done func(path string, err error)) {
	f.place(Clean(name), func(path string) {
		ui.Load(f.Loader.Again(), func(context.Context) (string, error) {
			if err := wholefile.Write(path, raw); err != nil {
				return "", data.Refuse(data.ErrInvalid, "file.unwritable", path)
			}
			return path, nil
		}, done)
	})
}

// Show opens a file with the system's viewer.
func (f Files) Show(path string) error {
	view := f.View
	if view == nil {
		view = OpenFile
	}
	if err := view(path); err != nil {
		return data.Refuse(data.ErrRefused, "file.noviewer", path)
	}
	return nil
}

// errNoPrinting tells that the system has no program that prints such files.
var errNoPrinting = errors.New("no program prints files of this kind")

// Print sends a file to the printer and tells whether it was sent; where the system has no printer, the viewer is open
// with the file instead.
func (f Files) Print(path string) (sent bool, err error) {
	printer := f.Printer
	if printer == nil {
		printer = printFile
	}
	sent, err = printer(path)
	switch {
	case errors.Is(err, errNoPrinting):
		return false, data.Refuse(data.ErrRefused, "print.none", path)
	case err != nil:
		return false, data.Refuse(data.ErrRefused, "print.failed", path)
	}
	return sent, nil
}

// ShowFolder opens the folder for documents with the system's file manager.
func (f Files) ShowFolder() error {
	if err := os.MkdirAll(f.Folder, 0o755); err != nil {
		return data.Refuse(data.ErrInvalid, "file.unwritable", f.Folder)
	}
	if err := f.Show(f.Folder); err != nil {
		return data.Refuse(data.ErrRefused, "file.nofolder", f.Folder)
	}
	return nil
}

// mostNumbers is how many files of one name may be held by other programs at once.
const mostNumbers = 20

// writeBeside writes the file whole or not at all, under the name or, where another program holds the file of that name
// and it cannot be replaced, under the name with a number.
func writeBeside(folder, name string, raw []byte) (string, error) {
	for n := 1; ; n++ {
		path := withNumber(filepath.Join(folder, name), n)
		err := wholefile.Write(path, raw)
		var held *os.LinkError // the name could not be taken; any other error would meet the next name too
		if err == nil || n == mostNumbers || !errors.As(err, &held) {
			return path, err
		}
	}
}

// withNumber gives the path with a number before its ending, the first without one.
func withNumber(path string, n int) string {
	if n == 1 {
		return path
	}
	ending := filepath.Ext(path)
	return strings.TrimSuffix(path, ending) + " (" + strconv.Itoa(n) + ")" + ending
}

// Clean gives a file name that every system takes: the marks that Windows forbids become a dash.
func Clean(name string) string {
	clean := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"/\|?*`, r) {
			return '-'
		}
		return r
	}, name)
	clean = strings.TrimRight(clean, ". ")
	if clean == "" {
		return "-"
	}
	return clean
}
