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
	about    aboutBackup
	database *zip.File
	files    []*zip.File
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
	var about *zip.File
	var packed uint64
	seen := map[string]bool{}
	for _, part := range in.File {
		digest, isFile := strings.CutPrefix(part.Name, backupFiles)
		packed += part.CompressedSize64
		switch {
		case seen[part.Name] || part.CompressedSize64 > uint64(size) || packed > uint64(size) || part.Flags&1 != 0:
			return b, badBackup()
		case part.Name == backupAbout && part.UncompressedSize64 <= mostDescription:
			about = part
		case part.Name == backupDatabase && part.UncompressedSize64 <= mostDatabase &&
			part.UncompressedSize64 <= mostSqueezed*part.CompressedSize64:
			b.database = part
		case isFile && store.IsDigest(digest) && part.Method == zip.Store &&
			part.UncompressedSize64 <= store.MostFile && part.UncompressedSize64 == part.CompressedSize64:
			b.files = append(b.files, part)
		default:
			return b, badBackup()
		}
		seen[part.Name] = true
	}
	if about == nil || b.database == nil || len(b.files) > mostBackedUp {
		return b, badBackup()
	}
	return b, b.describe(about)
}

// describe reads the description and compares it with what is there.
func (b *openedBackup) describe(about *zip.File) error {
	part, err := about.Open()
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
