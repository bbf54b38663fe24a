// Package outbox keeps what visitors send from the lobby, sealed to the office the moment it is sent.
//
// A message is one file. Its text lies under a letter key of its own, that key is sealed to each of the office, and all
// of it is bound together and padded: whoever holds the folder reads nothing and learns nothing from a file's name, size
// or time. When Write has returned, the message is on the disk whole; before that there is nothing under its name.
package outbox

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"gongkailan/data"
	"gongkailan/data/wholefile"
)

// Ending is how the name of a message's file ends.
const Ending = ".gkm"

const (
	// MostMessages is how many messages may wait in a folder. An office fetches them every day; a thousand times that is
	// somebody's game.
	MostMessages = 5000
	// leastFree is what stays free on the disk: the lobby's machine needs it for its public file and its log.
	leastFree = 32 << 20
	nameBytes = 16
)

// Options are what a test puts in the place of the machine's own; the zero value is the machine.
type Options struct {
	Random io.Reader                           // nil: crypto/rand
	Free   func(folder string) (uint64, error) // bytes free on the folder's disk; nil asks the system
}

// Prepare makes the folder where there is none, clears what a broken-off Write left, and tells whether messages can be
// written. One lobby machine writes into one folder. It fails with ErrRefused.
func Prepare(folder string) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return data.Refuse(data.ErrRefused, "outbox.place")
	}
	wholefile.SyncFolder(filepath.Dir(folder))
	entries, err := os.ReadDir(folder)
	if err != nil {
		return data.Refuse(data.ErrRefused, "outbox.place")
	}
	for _, e := range entries {
		if e.Type().IsRegular() && wholefile.Left(e.Name(), Ending) {
			_ = os.Remove(filepath.Join(folder, e.Name())) // it is ignored anyway
		}
	}
	trial, err := os.CreateTemp(folder, "."+Ending+".*")
	if err != nil {
		return data.Refuse(data.ErrRefused, "outbox.place")
	}
	_ = trial.Close()
	_ = os.Remove(trial.Name())
	return nil
}

// Write seals the message to the office's keys and puts it into the folder. When it has returned without an error, the
// message is on the disk. It fails with ErrInvalid where the message cannot be sent and with ErrRefused where the machine
// cannot take it; nothing is left then, and no error repeats anything of the message.
func Write(folder string, m data.Message, keys []data.OfficeKey, o Options) error {
	if o.Random == nil {
		o.Random = rand.Reader
	}
	if err := m.Check(); err != nil {
		return err
	}
	raw, err := enclose(o.Random, m, keys)
	if err != nil {
		return err
	}
	if err := o.room(folder); err != nil {
		return err
	}
	name, err := nameOf(o.Random, m)
	if err != nil {
		return err
	}
	path := filepath.Join(folder, name)
	if err := wholefile.Write(path, raw); err != nil {
		return unwritten(err)
	}
	// A file tells the day, as the message does, and not the minute at which somebody stood at the screen.
	_ = os.Chtimes(path, time.Time{}, m.SentOn.Begin())
	return nil
}

// unwritten says why a message was not written, without the name of its file.
func unwritten(err error) error {
	if wholefile.Full(err) {
		return data.Refuse(data.ErrRefused, "outbox.disk")
	}
	return data.Refuse(data.ErrRefused, "outbox.place")
}

// room tells whether one more message may be put into the folder.
func (o Options) room(folder string) error {
	names, err := List(folder)
	if err != nil {
		return data.Refuse(data.ErrRefused, "outbox.place")
	}
	if len(names) >= MostMessages {
		return data.Refuse(data.ErrRefused, "outbox.full")
	}
	if o.Free == nil {
		o.Free = free
	}
	if left, err := o.Free(folder); err == nil && left < leastFree {
		return data.Refuse(data.ErrRefused, "outbox.disk")
	}
	return nil
}

// nameOf gives the name of a message's file: of a written kind the one that its receipt leads to, so that the lobby can
// tell who asks back too early that the message is there; of a ballot a random one.
func nameOf(random io.Reader, m data.Message) (string, error) {
	if m.Kind != data.MessageBallot {
		return nameFor(m.Receipt.ID), nil
	}
	name := make([]byte, nameBytes)
	if _, err := io.ReadFull(random, name); err != nil {
		return "", fmt.Errorf("random bytes: %w", err)
	}
	return hex.EncodeToString(name) + Ending, nil
}

// nameFor is a digest of the receipt's ID: from the folder nobody learns under which ID the reply will be found.
func nameFor(receiptID string) string {
	sum := sha256.Sum256([]byte("gongkailan outbox v1 " + receiptID))
	return hex.EncodeToString(sum[:nameBytes]) + Ending
}

// Waits tells whether the message of that receipt lies in the folder and has not been fetched.
func Waits(folder, receiptID string) bool {
	info, err := os.Lstat(filepath.Join(folder, nameFor(receiptID)))
	return err == nil && info.Mode().IsRegular()
}

// List gives the names of the messages in the folder, in an order that tells nothing of when they came. It fails where
// the folder cannot be read.
func List(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, fmt.Errorf("read the messages' folder: %w", err)
	}
	var names []string
	for _, e := range entries {
		if e.Type().IsRegular() && isName(e.Name()) {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	return names, nil
}

func isName(name string) bool {
	stem, ok := strings.CutSuffix(name, Ending)
	return ok && len(stem) == 2*nameBytes && strings.Trim(stem, "0123456789abcdef") == ""
}

// Read reads a message's file, which may be anything: one that is too large is not read to its end. It fails with
// ErrNotFound where there is none and with ErrBroken where it cannot be a message.
func Read(folder, name string) ([]byte, error) {
	if !isName(name) {
		return nil, data.Refuse(data.ErrNotFound, "outbox.gone")
	}
	file, err := os.Open(filepath.Join(folder, name))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, data.Refuse(data.ErrNotFound, "outbox.gone")
	case err != nil:
		return nil, data.Refuse(data.ErrBroken, "outbox.unreadable")
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, int64(mostBytes)+1))
	if err != nil {
		return nil, data.Refuse(data.ErrBroken, "outbox.unreadable")
	}
	if len(raw) > mostBytes {
		return nil, data.Refuse(data.ErrBroken, "outbox.broken")
	}
	return raw, nil
}

// Remove takes a message out of the folder once it has come home.
func Remove(folder, name string) error {
	if !isName(name) {
		return data.Refuse(data.ErrNotFound, "outbox.gone")
	}
	if err := os.Remove(filepath.Join(folder, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return data.Refuse(data.ErrRefused, "outbox.unremoved", strconv.Quote(name))
	}
	wholefile.SyncFolder(folder)
	return nil
}
