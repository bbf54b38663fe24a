package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"gongkailan/data"
)

// Files are kept beside the database by the SHA-256 of their bytes, in the folder <database>.files: the name of a file is
// what is in it, so that one that was changed shows, and the same file is there once however often it is attached.

// MostFile is how large a file may be, in bytes.
const MostFile = 64 << 20

// FilesBeside is the folder of files that belongs to a database.
func FilesBeside(database string) string {
	return strings.TrimSuffix(database, filepath.Ext(database)) + ".files"
}

func (s *Store) filePath(digest string) (string, error) {
	if !IsDigest(digest) {
		return "", data.Refuse(data.ErrInvalid, "file.digest")
	}
	return filepath.Join(FilesBeside(s.path), digest[:2], digest), nil
}

// KeepFile keeps the bytes and gives their digest. They are written beside and renamed, and are on the disk when it
// returns. It fails with ErrInvalid for an empty or too large file.
func (s *Store) KeepFile(raw []byte) (digest string, err error) {
	switch {
	case len(raw) == 0:
		return "", data.Refuse(data.ErrInvalid, "file.empty")
	case len(raw) > MostFile:
		return "", data.Refuse(data.ErrInvalid, "file.large", fmt.Sprint(MostFile>>20))
	case s.readOnly:
		return "", data.Refuse(data.ErrRefused, "store.readonly", filepath.Base(s.path))
	}
	sum := sha256.Sum256(raw)
	digest = hex.EncodeToString(sum[:])
	path, err := s.filePath(digest)
	if err != nil {
		return "", err
	}
	if there, err := os.ReadFile(path); err == nil && bytes.Equal(there, raw) {
		return digest, nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", notKept(err)
	}
	return digest, notKept(writeBeside(path, raw))
}

// writeBeside writes a file under another name and renames it once it is on the disk.
func writeBeside(path string, raw []byte) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	_, err = f.Write(raw)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// notKept says that a file could not be kept.
func notKept(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%w: %w", data.Refuse(data.ErrRefused, "file.notkept"), err)
}

// File gives the bytes of the digest. It fails with ErrNotFound where the file is missing, and with ErrBroken where it
// is not what its name says.
func (s *Store) File(digest string) ([]byte, error) {
	path, err := s.filePath(digest)
	if err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, data.Refuse(data.ErrNotFound, "file.gone")
	}
	if err != nil {
		return nil, fmt.Errorf("open a kept file: %w", err)
	}
	raw, err := io.ReadAll(io.LimitReader(f, MostFile+1))
	if err = errors.Join(err, f.Close()); err != nil {
		return nil, fmt.Errorf("read a kept file: %w", err)
	}
	if sum := sha256.Sum256(raw); hex.EncodeToString(sum[:]) != digest {
		return nil, data.Refuse(data.ErrBroken, "file.changed")
	}
	return raw, nil
}

// Kept lists the digests of the files that are kept, in order. What else lies in the folder is passed over.
func (s *Store) Kept() ([]string, error) {
	var digests []string
	err := filepath.WalkDir(FilesBeside(s.path), func(_ string, entry fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case entry.Type().IsRegular() && IsDigest(entry.Name()):
			digests = append(digests, entry.Name())
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list the kept files: %w", err)
	}
	return digests, nil
}

// IsDigest tells whether a name is a SHA-256 as kept files bear it.
func IsDigest(name string) bool {
	raw, err := hex.DecodeString(name)
	return err == nil && len(raw) == sha256.Size && name == strings.ToLower(name)
}
