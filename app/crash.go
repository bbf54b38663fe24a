package app

import (
	"bufio"
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
)

// crashFiles are where the end of a run that went wrong is written, and where the record of it is kept for people.
type crashFiles struct{ raw, record string }

// crashBeside names the files beside a database.
func crashBeside(database string) crashFiles {
	base := strings.TrimSuffix(database, filepath.Ext(database))
	return crashFiles{raw: base + ".crash", record: base + "-crash.txt"}
}

// watchCrash has the runtime write the end of a run that goes wrong into a file beside the database, and gives the record
// of the last run where that went wrong, "" where it did not. The record holds places in the program and nothing of what
// anybody had typed.
func watchCrash(files crashFiles) (record string, err error) {
	record, err = files.keep()
	if err != nil {
		return "", err
	}
	file, err := os.OpenFile(files.raw, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return record, err
	}
	defer file.Close() // the runtime has its own handle
	return record, debug.SetCrashOutput(file, debug.CrashOptions{})
}

// ended clears away after a run that ended well.
func (c crashFiles) ended() error {
	if err := debug.SetCrashOutput(nil, debug.CrashOptions{}); err != nil {
		return err
	}
	info, err := os.Stat(c.raw)
	if errors.Is(err, fs.ErrNotExist) || err == nil && info.Size() > 0 { // another window's run has left something
		return nil
	}
	return errors.Join(err, os.Remove(c.raw))
}

// mostCrash is how much of a crash is read: more says nothing new.
const mostCrash = 1 << 20

// keep makes the record of what the last run has left, and clears the way for this one.
func (c crashFiles) keep() (string, error) {
	raw, err := os.ReadFile(c.raw)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", nil
	case err != nil:
		return "", err
	case len(bytes.TrimSpace(raw)) == 0:
		return "", nil
	}
	if err := os.WriteFile(c.record, withoutValues(raw[:min(len(raw), mostCrash)]), 0o600); err != nil {
		return "", err
	}
	return c.record, os.Truncate(c.raw, 0)
}

// withoutValues keeps of a crash what tells where in the program it happened. What went wrong is kept where the runtime
// itself says it, since only then it cannot quote what somebody has typed; the values that were passed are left out.
func withoutValues(raw []byte) []byte {
	var kept bytes.Buffer
	lines := bufio.NewScanner(bytes.NewReader(raw))
	lines.Buffer(nil, mostCrash)
	stack := false
	for lines.Scan() {
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, "panic: runtime error:"), strings.HasPrefix(line, "fatal error:"), strings.HasPrefix(line, "[signal "):
		case strings.HasPrefix(line, "goroutine "):
			stack = true
		case strings.HasPrefix(line, "panic:"):
			line = "panic: (left out)"
		case !stack:
			continue // a value of several lines
		case !strings.HasPrefix(line, "\t"):
			line = withoutArguments(line)
		}
		kept.WriteString(line + "\n")
	}
	return kept.Bytes()
}

// withoutArguments takes the values out of a call, "pkg.Call(0x1, 0x2)".
func withoutArguments(call string) string {
	if at := strings.LastIndexByte(call, '('); at > 0 && strings.HasSuffix(call, ")") {
		return call[:at] + "(…)"
	}
	return call
}
