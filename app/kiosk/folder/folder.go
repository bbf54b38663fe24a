// Package folder is what the lobby's machine keeps between two runs: its settings, how it stands, and its log.
//
// Everything lies in one folder of this machine and nothing in it is a visitor's: no word that was typed, no page, no
// name. Settings are what was chosen at the set-up and by staff; the status is written anew every few seconds for
// whoever looks after the machine; the log holds codes and numbers only.
package folder

import (
	"os"
	"path/filepath"
)

// Folder is the lobby's folder on this machine.
type Folder struct{ path string }

// At is the lobby's folder at a path; it need not be there yet.
func At(path string) Folder { return Folder{path: path} }

// Usual is where the folder lies unless somebody chose another place: gongkailan/kiosk among the user's settings.
func Usual() (Folder, error) {
	settings, err := os.UserConfigDir()
	if err != nil {
		return Folder{}, err
	}
	return At(filepath.Join(settings, "gongkailan", "kiosk")), nil
}

// Path is where the folder lies.
func (f Folder) Path() string { return f.path }

// Make makes the folder, open to nobody but the account that shows the lobby.
func (f Folder) Make() error { return os.MkdirAll(f.path, 0o700) }

// Outbox is where sealed messages go where no other place was chosen.
func (f Folder) Outbox() string { return filepath.Join(f.path, "outbox") }

// StatusFile is where the status lies.
func (f Folder) StatusFile() string { return f.status() }

func (f Folder) settings() string { return filepath.Join(f.path, "settings.json") }
func (f Folder) status() string   { return filepath.Join(f.path, "status.json") }

// write puts a file in place so that a reader sees the old one or the new one and never a part. A status is written so
// often that it is not waited for until it lies on the disk; after a power cut it is made anew.
func write(path string, raw []byte, wait bool) (err error) {
	beside, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(beside.Name()) // the error that is told is the first one
		}
	}()
	_, err = beside.Write(raw)
	if err == nil && wait {
		err = beside.Sync()
	}
	if closed := beside.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(beside.Name(), path)
	}
	if err == nil && wait {
		syncFolder(filepath.Dir(path))
	}
	return err
}

// syncFolder brings the change of a name to the disk. Some systems cannot; the file itself is there already.
func syncFolder(path string) {
	if folder, err := os.Open(path); err == nil {
		_ = folder.Sync()
		_ = folder.Close()
	}
}
