package kiosk

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"gongkailan/data"
	"gongkailan/data/wholefile"
	"gongkailan/reports/bulletin"
)

// Names of what is kept in the lobby machine's folder.
const (
	seenName = "seen.json"
	lastName = "last.gkb"
)

// memory is what the lobby's machine remembers of the public files that it has shown, over a restart too: whose they
// are, the newest, and whose signature counts no longer. It is a value.
type memory struct {
	folder string // "" to remember only while the program runs

	Fingerprint string   `json:"unit"` // the unit's root key; "" until the first file that holds
	Serial      int      `json:"serial"`
	Mark        string   `json:"mark"` // names the file of that serial
	Revoked     []string `json:"revoked"`

	unkept error // why the last file could not be put away
}

// openMemory reads what was remembered in the folder. With a fingerprint, what was remembered of another unit is nothing.
func openMemory(folder, fingerprint string) memory {
	fresh := memory{folder: folder, Fingerprint: fingerprint}
	if folder == "" {
		return fresh
	}
	raw, err := os.ReadFile(filepath.Join(folder, seenName))
	if err != nil {
		return fresh
	}
	m := memory{folder: folder}
	if json.Unmarshal(raw, &m) != nil || fingerprint != "" && m.Fingerprint != fingerprint {
		return fresh
	}
	return m
}

// Forget has the lobby's machine forget which unit's files it has shown, as when it is set up for another one.
func Forget(folder string) {
	for _, name := range []string{seenName, lastName} {
		_ = os.Remove(filepath.Join(folder, name)) // what cannot be removed is refused later as another unit's
	}
}

// last gives the newest file that was shown, where it still holds.
func (m memory) last() (bulletin.Bulletin, bool) {
	if m.folder == "" || m.Serial == 0 {
		return bulletin.Bulletin{}, false
	}
	raw, err := readAtMost(filepath.Join(m.folder, lastName), bulletin.MostBytes)
	if err != nil {
		return bulletin.Bulletin{}, false
	}
	b, err := bulletin.Open(raw, m.Fingerprint)
	return b, err == nil && b.Serial == m.Serial
}

// follow tells whether the file may be shown after those before, and remembers it. It fails with ErrRefused where it is
// older than one that was shown, or signed by somebody whose certificate the unit has taken back.
func (m memory) follow(b bulletin.Bulletin, raw []byte) (memory, error) {
	switch {
	case b.Serial < m.Serial:
		return m, data.Refuse(data.ErrRefused, "bulletin.aged", strconv.Itoa(b.Serial), strconv.Itoa(m.Serial))
	case b.Serial == m.Serial && m.Mark != "" && b.Mark != m.Mark:
		return m, data.Refuse(data.ErrRefused, "bulletin.twice", strconv.Itoa(b.Serial))
	case slices.Contains(m.Revoked, b.Signer):
		return m, data.Refuse(data.ErrRefused, "bulletin.revoked")
	}
	m.Fingerprint, m.Serial, m.Mark = b.Fingerprint, b.Serial, b.Mark
	m.Revoked = slices.Compact(slices.Sorted(slices.Values(slices.Concat(m.Revoked, b.Revoked))))
	m.unkept = m.keep(raw)
	return m, nil
}

// keep puts the file away, and after it the note that it is the newest: where the machine stops between, the older note
// stands beside a newer file, and the file is read anew from where it came.
func (m memory) keep(raw []byte) error {
	if m.folder == "" {
		return nil
	}
	if err := os.MkdirAll(m.folder, 0o700); err != nil {
		return err
	}
	if err := wholefile.Write(filepath.Join(m.folder, lastName), raw); err != nil {
		return err
	}
	noted, err := json.Marshal(m)
	if err != nil {
		return err
	}
	return wholefile.Write(filepath.Join(m.folder, seenName), noted)
}
