package desk

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"gongkailan/data"
	"gongkailan/data/wholefile"
)

// A back-up is one file: a ZIP with a description, the database packed, and each kept file under its digest, unpacked.
// It is as safe as the database, and no safer: keys lie in it only under their owners' passwords.

// BackupEnding is how the name of a back-up ends.
const BackupEnding = ".gkbak"

// The names in a back-up.
const (
	backupAbout    = "backup.json"
	backupDatabase = "database.db"
	backupFiles    = "files/"
)

// backupFormat is the version of the layout.
const backupFormat = 1

// aboutBackup is the description in a back-up.
type aboutBackup struct {
	Format int    `json:"format"`
	Unit   string `json:"unit"`
	Made   string `json:"made"` // RFC 3339
	Size   int64  `json:"size"` // of the database, in bytes
	Digest string `json:"digest"`
	Files  int    `json:"files"`
}

// Backup tells of a back-up that was made.
type Backup struct {
	Path    string
	Size    int64    // of the file, in bytes
	Files   int      // kept files in it
	LeftOut []string // digests of kept files that are damaged and therefore not in it
}

// Backup writes the database as it stands and all kept files into one file. It is written beside and renamed once it is
// on the disk, so that under its name there is a whole back-up or the one before. A damaged kept file is left out and
// told of; a damaged database is refused.
func (d *Desk) Backup(ctx context.Context, path string) (Backup, error) {
	unit, err := d.Unit(ctx)
	if err != nil {
		return Backup{}, err
	}
	if err := mayBackUpTo(path, d.Path()); err != nil {
		return Backup{}, err
	}
	scratch, err := d.scratch()
	if err != nil {
		return Backup{}, notBackedUp(err)
	}
	b, err := d.backUp(ctx, path, filepath.Join(scratch, backupDatabase), unit.Name)
	if err = errors.Join(err, os.RemoveAll(scratch)); err != nil {
		return Backup{}, notBackedUp(err)
	}
	return b, nil
}

// mayBackUpTo refuses to write a back-up over the database itself or anything that is not a file.
func mayBackUpTo(path, database string) error {
	there, err := os.Stat(path)
	if err != nil {
		if _, err := os.Stat(filepath.Dir(path)); err != nil {
			return data.Refuse(data.ErrNotFound, "backup.nofolder", filepath.Dir(path))
		}
		return nil
	}
	if own, err := os.Stat(database); !there.Mode().IsRegular() || err == nil && os.SameFile(own, there) {
		return data.Refuse(data.ErrRefused, "backup.place", filepath.Base(path))
	}
	return nil
}

// scratchMark begins the names of folders in which a copy of the database is made.
const scratchMark = ".gongkailan-backup-"

// scratch makes a folder for the copy of the database: beside it, where it is as well kept as the database is, else
// where the system keeps such things. What a run that was broken off has left there is cleared away.
func (d *Desk) scratch() (string, error) {
	if d.ReadOnly() {
		return os.MkdirTemp("", scratchMark)
	}
	folder := filepath.Dir(d.Path())
	sweep(folder, scratchMark, d.opt.Now())
	return os.MkdirTemp(folder, scratchMark)
}

// stale is after how long what a broken-off run has left behind is nobody's any more.
const stale = 24 * time.Hour

// sweep removes what begins with the mark and is stale. What cannot be removed stays; the next run tries again.
func sweep(folder, mark string, now time.Time) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, entry := range entries {
		info, err := entry.Info()
		if err == nil && strings.HasPrefix(entry.Name(), mark) && now.Sub(info.ModTime()) > stale {
			_ = os.RemoveAll(filepath.Join(folder, entry.Name()))
		}
	}
}

func (d *Desk) backUp(ctx context.Context, path, copied, unit string) (Backup, error) {
	if err := d.store.CopyInto(ctx, copied); err != nil {
		return Backup{}, err
	}
	// Kept files never change and never go, so those that are there now are all that the copy names.
	digests, err := d.store.Kept()
	if err != nil {
		return Backup{}, err
	}
	mark := "." + filepath.Base(path) + ".new-"
	sweep(filepath.Dir(path), mark, d.opt.Now())
	beside, err := os.CreateTemp(filepath.Dir(path), mark)
	if err != nil {
		return Backup{}, err
	}
	b := Backup{Path: path}
	err = d.pack(ctx, beside, copied, unit, digests, &b)
	if err == nil {
		err = beside.Sync()
	}
	if info, statErr := beside.Stat(); statErr == nil {
		b.Size = info.Size()
	}
	if err = errors.Join(err, beside.Close()); err == nil {
		err = os.Rename(beside.Name(), path)
	}
	if err != nil {
		return Backup{}, errors.Join(err, os.Remove(beside.Name()))
	}
	return b, nil
}

// pack writes the back-up.
func (d *Desk) pack(ctx context.Context, to io.Writer, copied, unit string, digests []string, b *Backup) error {
	size, digest, err := measured(ctx, copied)
	if err != nil {
		return err
	}
	out := zip.NewWriter(to)
	if err := putFile(ctx, out, copied); err != nil {
		return err
	}
	for _, name := range digests {
		raw, err := d.store.File(name)
		if err != nil {
			b.LeftOut = append(b.LeftOut, name)
			continue
		}
		if err := put(ctx, out, backupFiles+name, zip.Store, bytes.NewReader(raw)); err != nil {
			return err
		}
		b.Files++
	}
	about, err := json.Marshal(aboutBackup{
		Format: backupFormat, Unit: unit, Made: d.opt.Now().UTC().Format(time.RFC3339), Size: size, Digest: digest, Files: b.Files,
	})
	if err != nil {
		return fmt.Errorf("describe the back-up: %w", err)
	}
	if err := put(ctx, out, backupAbout, zip.Deflate, bytes.NewReader(about)); err != nil {
		return err
	}
	return out.Close()
}

func putFile(ctx context.Context, out *zip.Writer, path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(put(ctx, out, backupDatabase, zip.Deflate, file), file.Close())
}

func put(ctx context.Context, out *zip.Writer, name string, method uint16, from io.Reader) error {
	part, err := out.CreateHeader(&zip.FileHeader{Name: name, Method: method})
	if err != nil {
		return err
	}
	_, err = io.Copy(part, heeding{ctx, from})
	return err
}

// measured gives size and digest of a file.
func measured(ctx context.Context, path string) (int64, string, error) {
	file, err := os.Open(path)
	if err != nil {
		return 0, "", err
	}
	sum := sha256.New()
	size, err := io.Copy(sum, heeding{ctx, file})
	return size, hex.EncodeToString(sum.Sum(nil)), errors.Join(err, file.Close())
}

// heeding reads until the context ends.
type heeding struct {
	ctx  context.Context
	from io.Reader
}

func (h heeding) Read(into []byte) (int, error) {
	if err := h.ctx.Err(); err != nil {
		return 0, err
	}
	return h.from.Read(into)
}

// notBackedUp says why there is no new back-up, in words where the reason is the disk.
func notBackedUp(err error) error {
	var refusal *data.Refusal
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case wholefile.Full(err):
		return fmt.Errorf("%w: %w", data.Refuse(data.ErrRefused, "backup.full"), err)
	case errors.As(err, &refusal) && refusal.Code == "store.full":
		return fmt.Errorf("%w: %w", data.Refuse(data.ErrRefused, "backup.full"), err)
	case refusal != nil:
		return err
	default:
		return fmt.Errorf("%w: %w", data.Refuse(data.ErrRefused, "backup.failed"), err)
	}
}
