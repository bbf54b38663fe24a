package desk

import (
	"archive/zip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"gongkailan/data"
	"gongkailan/data/store"
)

// Restored tells of a database that was made from a back-up.
type Restored struct {
	Unit  string
	Made  string // when the back-up was made, RFC 3339
	Files int
}

// Restore makes a new database at the path from a back-up, with the kept files beside it. Nothing that is there is ever
// replaced. The back-up may come from anywhere: it is refused with ErrBroken where anything in it is not as a back-up
// of ours is, and then nothing is left behind.
func Restore(ctx context.Context, backup, path string) (Restored, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return Restored{}, err
	}
	if err := store.InspectPlace(path); err != nil {
		return Restored{}, err
	}
	file, err := os.Open(backup)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Restored{}, data.Refuse(data.ErrNotFound, "file.missing", filepath.Base(backup))
	case err != nil:
		return Restored{}, data.Refuse(data.ErrInvalid, "file.unreadable", filepath.Base(backup))
	}
	r, err := restore(ctx, file, path)
	return r, errors.Join(err, file.Close())
}

func restore(ctx context.Context, file *os.File, path string) (Restored, error) {
	info, err := file.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return Restored{}, badBackup()
	}
	in, err := zip.NewReader(file, info.Size())
	if err != nil {
		return Restored{}, badBackup()
	}
	b, err := openBackup(in, info.Size())
	if err != nil {
		return Restored{}, err
	}
	scratch, err := restoreScratch(filepath.Dir(path))
	if err != nil {
		return Restored{}, notRestored(err)
	}
	err = b.unpack(ctx, scratch)
	if err == nil {
		err = b.settle(scratch, path)
	}
	if err = errors.Join(err, os.RemoveAll(scratch)); err != nil {
		return Restored{}, notRestored(err)
	}
	return Restored{Unit: b.about.Unit, Made: b.about.Made, Files: len(b.files)}, nil
}

// restoreScratch makes a folder to unpack into, and clears away what a run that was broken off has left there: a copy of
// the whole database. By the disk's clock the new folder is now.
func restoreScratch(folder string) (string, error) {
	const mark = ".gongkailan-restore-"
	scratch, err := os.MkdirTemp(folder, mark)
	if err != nil {
		return "", err
	}
	if made, err := os.Stat(scratch); err == nil {
		sweep(folder, mark, made.ModTime())
	}
	return scratch, nil
}

// unpack puts all parts into the folder and checks each.
func (b *openedBackup) unpack(ctx context.Context, folder string) error {
	database := filepath.Join(folder, backupDatabase)
	if err := unpackPart(ctx, b.database, database, b.about.Digest); err != nil {
		return err
	}
	if err := store.CheckWhole(ctx, database); err != nil {
		return err
	}
	for _, part := range b.files {
		digest := strings.TrimPrefix(part.Name, backupFiles)
		place := filepath.Join(folder, backupFiles, digest[:2])
		if err := os.MkdirAll(place, 0o700); err != nil {
			return err
		}
		if err := unpackPart(ctx, part, filepath.Join(place, digest), digest); err != nil {
			return err
		}
	}
	return nil
}

// unpackPart writes a part into a new file. No more is written than the part says it has, and what was written has the
// digest that it should.
func unpackPart(ctx context.Context, part *zip.File, path, digest string) error {
	from, err := part.Open()
	if err != nil {
		return badBackup()
	}
	defer from.Close() //nolint:errcheck // only read
	to, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	sum := sha256.New()
	size := int64(part.UncompressedSize64)
	written, err := io.Copy(io.MultiWriter(to, sum), heeding{ctx, io.LimitReader(from, size+1)})
	if err == nil {
		err = to.Sync()
	}
	err = errors.Join(err, to.Close())
	var disk *fs.PathError
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &disk):
		return err
	case err != nil || written != size || hex.EncodeToString(sum.Sum(nil)) != digest:
		return badBackup()
	}
	return nil
}

// settle moves what was unpacked to its place: the files first, so that a database never stands without them.
func (b *openedBackup) settle(scratch, path string) error {
	if _, err := os.Lstat(path); err == nil { // somebody was faster
		return data.Refuse(data.ErrRefused, "store.exists", filepath.Base(path))
	}
	if len(b.files) > 0 {
		if err := os.Rename(filepath.Join(scratch, backupFiles), store.FilesBeside(path)); err != nil {
			return err
		}
	}
	return os.Rename(filepath.Join(scratch, backupDatabase), path)
}

// notRestored says why nothing was restored.
func notRestored(err error) error {
	err = notBackedUp(err)
	var refusal *data.Refusal
	if errors.As(err, &refusal) {
		switch refusal.Code {
		case "backup.full":
			return data.Refuse(data.ErrRefused, "restore.full")
		case "backup.failed":
			return errors.Join(data.Refuse(data.ErrRefused, "restore.failed"), err)
		}
	}
	return err
}
