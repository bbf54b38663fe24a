package app

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"gongkailan/app/trace"
)

// crashFiles are where the end of a run that went wrong is written, and where the record of it is kept for people.
type crashFiles struct{ raw, record string }

// crashBeside names the files beside a database.
func crashBeside(database string) crashFiles {
	base := strings.TrimSuffix(database, filepath.Ext(database))
	return crashFiles{raw: base + ".crash", record: base + "-crash.txt"}
}

// watchCrash has the runtime write the end of a run that goes wrong into a file beside the database, and gives the record
// of the last run where that went wrong, "" where it did not. The record holds places in the program and nothing of what
// anybody had typed.
func watchCrash(files crashFiles) (record string, err error) {
	record, err = files.keep()
	if err != nil {
		return "", err
	}
	file, err := os.OpenFile(files.raw, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return record, err
	}
	defer file.Close() // the runtime has its own handle
	return record, debug.SetCrashOutput(file, debug.CrashOptions{})
}

// ended clears away after a run that ended well.
func (c crashFiles) ended() error {
	if err := debug.SetCrashOutput(nil, debug.CrashOptions{}); err != nil {
		return err
	}
	info, err := os.Stat(c.raw)
	if errors.Is(err, fs.ErrNotExist) || err == nil && info.Size() > 0 { // another window's run has left something
		return nil
	}
	return errors.Join(err, os.Remove(c.raw))
}

// keep makes the record of what the last run has left, and clears the way for this one.
func (c crashFiles) keep() (string, error) {
	raw, err := os.ReadFile(c.raw)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", nil
	case err != nil:
		return "", err
	case len(bytes.TrimSpace(raw)) == 0:
		return "", nil
	}
	if err := os.WriteFile(c.record, trace.Places(raw), 0o600); err != nil {
		return "", err
	}
	return c.record, os.Truncate(c.raw, 0)
}
