package folder

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"gongkailan/data"
)

// The log is kept in so many files of at most so many bytes each, kiosk.log the newest.
const (
	logFiles = 3
	logBytes = 1 << 20
)

// Logs are the files of the log that are there, the newest first.
func (f Folder) Logs() []string {
	var there []string
	for n := range logFiles {
		if _, err := os.Stat(f.logFile(n)); err == nil {
			there = append(there, f.logFile(n))
		}
	}
	return there
}

func (f Folder) logFile(n int) string {
	return filepath.Join(f.path, [logFiles]string{"kiosk.log", "kiosk.1.log", "kiosk.2.log"}[n])
}

// Log adds a line to the log: when, what happened, and facts as name=value. The lines of a record, as the places in the
// program of a crash, follow it. What does not fit a line of plain text is left out.
func (f Folder) Log(at time.Time, what string, facts []string, record []byte) error {
	var line strings.Builder
	line.WriteString(at.In(data.Shanghai()).Format(time.RFC3339) + " " + plain(what))
	for _, fact := range facts {
		line.WriteString(" " + plain(fact))
	}
	line.WriteByte('\n')
	for part := range strings.SplitSeq(strings.TrimSpace(string(record)), "\n") {
		if part != "" {
			line.WriteString("  " + plain(part) + "\n")
		}
	}
	if err := f.Make(); err != nil {
		return err
	}
	if err := f.turnOver(line.Len()); err != nil {
		return err
	}
	file, err := os.OpenFile(f.logFile(0), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = file.WriteString(line.String())
	return errors.Join(err, file.Close())
}

// turnOver begins a new file where the line would not fit the newest, and lets go of the oldest.
func (f Folder) turnOver(more int) error {
	info, err := os.Stat(f.logFile(0))
	if errors.Is(err, fs.ErrNotExist) || err == nil && info.Size()+int64(more) <= logBytes {
		return nil
	}
	if err != nil {
		return err
	}
	for n := logFiles - 2; n >= 0; n-- {
		if err := os.Rename(f.logFile(n), f.logFile(n+1)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// mostLine keeps one line from filling the log.
const mostLine = 400

// plain leaves of a text what fits a line.
func plain(text string) string {
	text = strings.Map(func(r rune) rune {
		if r == '\t' {
			return ' '
		}
		if r < ' ' || r == 0x7F {
			return -1
		}
		return r
	}, text)
	if len(text) > mostLine {
		text = strings.ToValidUTF8(text[:mostLine], "") + "…"
	}
	return text
}
