package bulletin

import (
	"os"
	"path/filepath"
	"time"
)

// A lobby that reads the old file just now keeps Windows from replacing it; it reads for some milliseconds.
const (
	renameTries = 10
	renamePause = 50 * time.Millisecond
)

// WriteFile puts bytes into a file so that a reader sees the old file or the new one and never a part: written beside,
// brought to the disk, and renamed.
func WriteFile(path string, raw []byte) (err error) {
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
	if folder, opened := os.Open(filepath.Dir(to)); opened == nil {
		_ = folder.Sync() // Windows and some network drives cannot; the file itself is on the disk already
		_ = folder.Close()
	}
	return nil
}
