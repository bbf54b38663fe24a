package kiosk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"gongkailan/data"
	"gongkailan/data/outbox"
)

const (
	// mostSealed is the largest sealed message, mostLog the largest other file, that is taken along.
	mostSealed = 16 << 20
	mostLog    = 8 << 20
	// mostNames is how many files of one name may lie in a folder.
	mostNames = 100
)

// put writes bytes into a new file whole, or leaves none; a stick may be pulled at any moment. A test puts in its own.
type put func(path string, raw []byte) error

// The folders on a stick; the office looks for them by name, whatever language the screen speaks.
const (
	messagesFolder = "公开栏留言"
	logsFolder     = "公开栏日志"
)

// takenFolder names the folder on a stick for what is taken along on a day.
func takenFolder(what string, day data.Date) string { return what + "-" + string(day) }

// takeMessages moves the sealed messages of the outbox into a folder, and tells how many were moved. Each is written,
// brought to the disk, read back and compared before it leaves the outbox: wherever it stops, a message lies in the
// outbox, on the stick, or in both, and is whole wherever it has its name. It stops with the context's error once that
// is cancelled.
func takeMessages(ctx context.Context, outbox, to string, write put, told func(done, total int)) (int, error) {
	names, err := sealedIn(outbox)
	if err != nil || len(names) == 0 {
		return 0, err
	}
	if err := os.MkdirAll(to, 0o755); err != nil {
		return 0, fmt.Errorf("make the folder on the stick: %w", err)
	}
	for i, name := range names {
		if err := ctx.Err(); err != nil {
			return i, err
		}
		from := filepath.Join(outbox, name)
		if err := carry(from, to, mostSealed, write); err != nil {
			return i, err
		}
		if err := os.Remove(from); err != nil {
			return i, fmt.Errorf("take a message off the outbox: %w", err) // it is on the stick as well; the office knows it by its number
		}
		told(i+1, len(names))
	}
	return len(names), nil
}

// Waiting counts the sealed messages in a folder; one that is not there yet, or cannot be read, has none.
func Waiting(outbox string) int {
	names, _ := sealedIn(outbox)
	return len(names)
}

// sealedIn lists the sealed messages of a folder; one that is not there yet has none.
func sealedIn(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("look into the outbox: %w", err)
	}
	var names []string
	for _, e := range entries {
		if e.Type().IsRegular() && filepath.Ext(e.Name()) == outbox.Ending && !strings.HasPrefix(e.Name(), ".") {
			names = append(names, e.Name())
		}
	}
	return names, nil
}

// copyFiles copies files into a folder and tells how many. One that is not there is passed over.
func copyFiles(ctx context.Context, files []string, to string, write put) (int, error) {
	if err := os.MkdirAll(to, 0o755); err != nil {
		return 0, fmt.Errorf("make the folder on the stick: %w", err)
	}
	n := 0
	for _, from := range files {
		if err := ctx.Err(); err != nil {
			return n, err
		}
		err := carry(from, to, mostLog, write)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

var errNotTheSame = errors.New("what was written reads otherwise")

// carry copies a file into a folder under its name and makes sure that it reads the same there. Where another file has
// the name already, it gets a number; where the same file lies there, from a time before, nothing is written.
func carry(from, to string, most int64, write put) error {
	raw, err := readWhole(from, most)
	if err != nil {
		return fmt.Errorf("read what is taken along: %w", err)
	}
	ending := filepath.Ext(from)
	stem := strings.TrimSuffix(filepath.Base(from), ending)
	for n := 1; n <= mostNames; n++ {
		path := filepath.Join(to, stem+ending)
		if n > 1 {
			path = filepath.Join(to, stem+"-"+strconv.Itoa(n)+ending)
		}
		there, err := readWhole(path, most)
		if err == nil && bytes.Equal(there, raw) {
			return nil
		}
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err := write(path, raw); err != nil {
			return fmt.Errorf("write onto the stick: %w", err)
		}
		back, err := readWhole(path, most)
		if err != nil {
			return fmt.Errorf("read back from the stick: %w", err)
		}
		if !bytes.Equal(back, raw) {
			return errNotTheSame
		}
		return nil
	}
	return fmt.Errorf("%d files of one name lie on the stick", mostNames)
}

// readWhole reads a file; one that is larger is refused rather than cut.
func readWhole(path string, most int64) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, most+1))
	if err == nil && int64(len(raw)) > most {
		err = errors.New("the file is too large")
	}
	return raw, err
}
