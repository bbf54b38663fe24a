package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"gongkailan/data"
)

// inspectHeader reads the first bytes of the file and refuses what is no database, or another program's.
func inspectHeader(path string) error {
	file, err := os.Open(path)
	if err != nil {
		if errors.Is(err, fs.ErrPermission) {
			return data.Refuse(data.ErrRefused, "store.unreadable", filepath.Base(path))
		}
		return fmt.Errorf("open the database: %w", err)
	}
	defer file.Close() //nolint:errcheck // only read
	start := make([]byte, header)
	if _, err := io.ReadFull(file, start); err != nil || string(start[:len(magic)]) != magic {
		return data.Refuse(data.ErrInvalid, "store.notdatabase", filepath.Base(path))
	}
	if binary.BigEndian.Uint32(start[68:72]) != mark {
		return data.Refuse(data.ErrInvalid, "store.foreign", filepath.Base(path))
	}
	return nil
}

// inspectFolder refuses a folder that is not there, and one on a network drive: the write-ahead log needs memory
// shared between the processes, which no network drive gives, and the database would be damaged.
func inspectFolder(path string) error {
	folder := filepath.Dir(path)
	info, err := os.Stat(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist) || err == nil && !info.IsDir():
		return data.Refuse(data.ErrNotFound, "store.nofolder", folder)
	case errors.Is(err, fs.ErrPermission):
		return data.Refuse(data.ErrRefused, "store.unreadable", folder)
	case err != nil:
		return fmt.Errorf("look at the folder: %w", err)
	case onNetwork(folder):
		return data.Refuse(data.ErrRefused, "store.network", folder)
	default:
		return nil
	}
}

// writable tells whether both the file and its folder can be written: the write-ahead log lies beside the file.
func writable(path string) bool {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return false
	}
	return file.Close() == nil && writableFolder(filepath.Dir(path))
}

// unfolded tells whether a write-ahead log with changes lies beside the file. Such a database cannot be read where
// nothing can be written: what it says last is not in the file.
func unfolded(path string) bool {
	info, err := os.Stat(path + "-wal")
	return err == nil && info.Size() > 0
}

// writableFolder tries it, because permissions alone do not tell (a stick with its lock on, a full quota, Windows).
func writableFolder(folder string) bool {
	file, err := os.CreateTemp(folder, ".gongkailan-*")
	if err != nil {
		return false
	}
	return errors.Join(file.Close(), os.Remove(file.Name())) == nil
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
