package bulletin

import (
	"bytes"
	"encoding/json"
	"errors"

	"gongkailan/data"
	"gongkailan/data/seal"
)

// Limits of a public file. They are far above what a unit publishes and far below what would harm the lobby machine.
const (
	// MostBytes is how large a file may be.
	MostBytes   = 128 << 20
	mostBlock   = 64 << 10 // of the signature
	mostParts   = 30_000
	mostRecords = 64 << 20 // of the unpacked records
	mostOfOne   = 16 << 20 // of the unpacked pages of one item, pictures not counted
)

// Read checks and reads a public file. With a fingerprint, the file must be that unit's; without, it trusts the unit that
// the file names. It fails with ErrBroken or ErrInvalid and then gives nothing. What it gives refers to the bytes: do not
// change them.
func Read(raw []byte, rootFingerprint string) (Bulletin, error) {
	b, err := Open(raw, rootFingerprint)
	if err == nil && !b.haveSoundLeaves() {
		return Bulletin{}, data.Refuse(data.ErrBroken, "bulletin.broken")
	}
	return b, err
}

// Open does what Read does, but looks at the pages of an item when Pages asks for them: a lobby shows a file of 2,000 items
// at once. Every byte is under the signature all the same; pages that no painter should be given are then none.
func Open(raw []byte, rootFingerprint string) (Bulletin, error) {
	switch {
	case len(raw) > MostBytes:
		return Bulletin{}, data.Refuse(data.ErrInvalid, "bulletin.large")
	case bytes.HasPrefix(raw, []byte("GKLBUL")):
		return Bulletin{}, data.Refuse(data.ErrInvalid, "bulletin.older")
	case !bytes.HasPrefix(raw, []byte("PK\x03\x04")):
		return Bulletin{}, data.Refuse(data.ErrInvalid, "bulletin.foreign")
	}
	parts, err := disassemble(raw)
	switch {
	case errors.Is(err, errNotAsWritten):
		return Bulletin{}, data.Refuse(data.ErrBroken, "bulletin.broken")
	case err != nil:
		return Bulletin{}, data.Refuse(data.ErrBroken, "bulletin.truncated")
	}
	m, signed, err := signedManifest(parts, rootFingerprint)
	if err != nil {
		return Bulletin{}, err
	}
	b, ok := unpack(m, parts[2:])
	if !ok {
		return Bulletin{}, data.Refuse(data.ErrBroken, "bulletin.broken")
	}
	b.Fingerprint, b.Signer, b.Mark = seal.Fingerprint(signed.Root), signed.Certificate.ID(), entryOf(parts[0]).Digest
	return b, nil
}

// strictJSON reads one JSON value that is exactly what this program writes: written again it gives the same bytes, so
// that no byte of a file can change unseen.
func strictJSON(raw []byte, value any) bool {
	if json.Unmarshal(raw, value) != nil {
		return false
	}
	again, err := json.Marshal(value)
	return err == nil && bytes.Equal(again, raw)
}

// unpack reads the parts of a file whose signature holds. Even so it takes nothing on trust: whoever signs may run a
// broken program.
func unpack(m manifest, parts []part) (Bulletin, bool) {
	b := Bulletin{parts: make(map[string][]byte, len(parts))}
	for _, p := range parts {
		b.parts[p.name] = p.raw
	}
	if unsqueezed(b.parts[recordsName], mostRecords, &b) != nil {
		return Bulletin{}, false
	}
	b.Unit, b.Serial, b.Issued = m.Unit, m.Serial, m.Issued
	return b, b.isSound()
}
