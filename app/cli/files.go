package cli

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"gongkailan/data"
	"gongkailan/data/wholefile"
)

// read reads a file from outside, and remembers it: nothing is written over what a command was made from.
func (c *call) read(path string) ([]byte, error) {
	raw, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, data.Refuse(data.ErrNotFound, "file.missing", filepath.Base(path))
	case err != nil:
		return nil, data.Refuse(data.ErrInvalid, "file.unreadable", filepath.Base(path))
	}
	c.sources = append(c.sources, path)
	return raw, nil
}

// write puts a file in place whole or not at all, and says where.
func (c *call) write(path string, raw []byte) error {
	if err := c.put(path, raw); err != nil {
		return err
	}
	c.say("cli.wrote", path)
	return nil
}

// put puts a file in place whole or not at all.
func (c *call) put(path string, raw []byte) error {
	if err := c.mayReplace(path); err != nil {
		return err
	}
	if err := wholefile.Write(path, raw); err != nil {
		return data.Refuse(data.ErrInvalid, "file.unwritable", filepath.Base(path))
	}
	return nil
}

// mayReplace tells whether a file may be put at the path: not over a database, whosever it is, and not over a file that
// was read for it. A slip of the finger in --out must not cost a unit its records.
func (c *call) mayReplace(path string) error {
	there, err := os.Stat(path)
	if err != nil {
		return nil // nothing is there yet; whether the place can be written shows when it is
	}
	if !there.Mode().IsRegular() {
		return data.Refuse(data.ErrRefused, "file.irregular", filepath.Base(path))
	}
	for _, source := range c.sources {
		if info, err := os.Stat(source); err == nil && os.SameFile(info, there) {
			return data.Refuse(data.ErrRefused, "file.source", filepath.Base(path))
		}
	}
	if isDatabase(path) {
		return data.Refuse(data.ErrRefused, "file.database", filepath.Base(path))
	}
	return nil
}

// isDatabase tells whether a file is an SQLite database, or the journal of one.
func isDatabase(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	defer file.Close()
	head := make([]byte, 16)
	if _, err := io.ReadFull(file, head); err != nil {
		return false
	}
	return bytes.HasPrefix(head, []byte("SQLite format 3")) || bytes.HasPrefix(head, []byte{0x37, 0x7f, 0x06})
}
