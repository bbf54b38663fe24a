package desk

import (
	"archive/zip"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"gongkailan/data"
	"gongkailan/data/store"
)

// openedBackup is a back-up that is being read.
type openedBackup struct {
	about       aboutBackup
	description *zip.File
	database    *zip.File
	files       []*zip.File
}

// Limits of a back-up that is read; it may come from anywhere.
const (
	mostDescription = 64 << 10
	mostDatabase    = 4 << 30
	mostSqueezed    = 200     // a database is not packed to less than this part of its size
	mostBackedUp    = 200_000 // kept files
)

// openBackup looks at what a back-up says it holds: only the names of a back-up, each once, no part larger than it may
// be, and all parts together no larger than the file, as those of a bomb whose parts lie over one another.
func openBackup(in *zip.Reader, size int64) (openedBackup, error) {
	var b openedBackup
	var packed uint64
	seen := map[string]bool{}
	for _, part := range in.File {
		packed += part.CompressedSize64
		if seen[part.Name] || part.CompressedSize64 > uint64(size) || packed > uint64(size) || !b.take(part) {
			return b, badBackup()
		}
		seen[part.Name] = true
	}
	if b.description == nil || b.database == nil || len(b.files) > mostBackedUp {
		return b, badBackup()
	}
	return b, b.describe()
}

// take notes a part as what its name says it is; false for one that no back-up has. Kept files lie unpacked in a
// back-up, so that none can swell.
func (b *openedBackup) take(part *zip.File) bool {
	const encrypted = 1
	digest, isFile := strings.CutPrefix(part.Name, backupFiles)
	size := part.UncompressedSize64
	switch {
	case part.Flags&encrypted != 0:
		return false
	case part.Name == backupAbout:
		b.description = part
		return size <= mostDescription
	case part.Name == backupDatabase:
		b.database = part
		return size <= mostDatabase && size <= mostSqueezed*part.CompressedSize64
	case isFile && store.IsDigest(digest):
		b.files = append(b.files, part)
		return part.Method == zip.Store && size <= store.MostFile && size == part.CompressedSize64
	default:
		return false
	}
}

// describe reads the description and compares it with what is there.
func (b *openedBackup) describe() error {
	part, err := b.description.Open()
	if err != nil {
		return badBackup()
	}
	raw, err := io.ReadAll(io.LimitReader(part, mostDescription+1))
	if err = errors.Join(err, part.Close()); err != nil || json.Unmarshal(raw, &b.about) != nil {
		return badBackup()
	}
	switch {
	case b.about.Format > backupFormat:
		return data.Refuse(data.ErrRefused, "backup.newer")
	case b.about.Format < 1 || uint64(b.about.Size) != b.database.UncompressedSize64 || b.about.Files != len(b.files):
		return badBackup()
	}
	return nil
}

func badBackup() error { return data.Refuse(data.ErrBroken, "backup.bad") }
