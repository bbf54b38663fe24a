// Package wholefile puts files on the disk whole or not at all.
//
// A file is written beside its place under a hidden name, brought to the disk and renamed, so that a reader, and whoever
// looks after the power went, finds the old file or the new one and never a part. What a broken-off write left lies under
// a name that Left knows.
package wholefile

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"
)

// Whoever reads the old file just now keeps Windows from replacing it; reading takes some milliseconds.
const (
	renameTries = 10
	renamePause = 50 * time.Millisecond
)

// Write puts bytes into a file. When it has returned without an error, they are on the disk under that name.
func Write(path string, raw []byte) (err error) {
	beside, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(beside.Name())
		}
	}()
	if _, err = beside.Write(raw); err == nil {
		err = beside.Sync()
	}
	if closed := beside.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Chmod(beside.Name(), 0o644)
	}
	if err == nil {
		err = rename(beside.Name(), path)
	}
	return err
}

// rename puts the new file in the old one's place, and the change of the folder on the disk.
func rename(from, to string) error {
	err := os.Rename(from, to)
	for try := 1; err != nil && os.IsPermission(err) && try < renameTries; try++ {
		time.Sleep(renamePause)
		err = os.Rename(from, to)
	}
	if err != nil {
		return err
	}
	SyncFolder(filepath.Dir(to))
	return nil
}

// SyncFolder brings what was named or made in a folder to the disk. Windows and some network drives cannot; there the
// files themselves are on the disk already.
func SyncFolder(path string) {
	if folder, err := os.Open(path); err == nil {
		_ = folder.Sync()
		_ = folder.Close()
	}
}

// Left tells whether a name is that of what a broken-off Write left of a file with that ending.
func Left(name, ending string) bool {
	return strings.HasPrefix(name, ".") && strings.Contains(name, ending+".")
}

// diskFull is ERROR_DISK_FULL of Windows, which its errors do not translate.
const diskFull = syscall.Errno(112)

// Full tells whether the reason of a failed write is that the disk is full.
func Full(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || runtime.GOOS == "windows" && errors.Is(err, diskFull)
}
