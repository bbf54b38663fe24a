package bulletin

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"io"

	"gongkailan/data"
	"gongkailan/data/seal"
)

// Limits of a public file. They are far above what a unit publishes and far below what would harm the lobby machine.
const (
	// MostBytes is how large a file may be.
	MostBytes    = 32 << 20
	mostBlock    = 64 << 10  // of the signature
	mostUnpacked = 128 << 20 // so that a small file cannot fill the memory
)

// Read checks and reads a public file. With a fingerprint, the file must be that unit's; without, it trusts the unit
// that the file names. It fails with ErrBroken or ErrInvalid and then gives nothing.
func Read(raw []byte, rootFingerprint string) (Bulletin, error) {
	if len(raw) > MostBytes {
		return Bulletin{}, data.Refuse(data.ErrInvalid, "bulletin.foreign")
	}
	rest, ok := bytes.CutPrefix(raw, []byte(magic))
	if !ok {
		if bytes.HasPrefix(raw, []byte("GKLBUL")) {
			return Bulletin{}, data.Refuse(data.ErrInvalid, "bulletin.newer")
		}
		return Bulletin{}, data.Refuse(data.ErrInvalid, "bulletin.foreign")
	}
	block, rest, ok := cut(rest)
	if !ok {
		return Bulletin{}, data.Refuse(data.ErrBroken, "bulletin.truncated")
	}
	payload, rest, ok := cut(rest)
	if !ok {
		return Bulletin{}, data.Refuse(data.ErrBroken, "bulletin.truncated")
	}
	var signed seal.Signed
	if len(rest) > 0 || len(block) > mostBlock || !strictJSON(block, &signed) {
		return Bulletin{}, data.Refuse(data.ErrBroken, "bulletin.broken")
	}
	if err := seal.Verify(payload, signed, rootFingerprint); err != nil {
		return Bulletin{}, err
	}
	return unpack(payload)
}

// Fingerprint names the unit's root key in a file that Read accepts; "" for any other.
func Fingerprint(raw []byte) string {
	rest, ok := bytes.CutPrefix(raw, []byte(magic))
	if !ok {
		return ""
	}
	block, _, ok := cut(rest)
	var signed seal.Signed
	if !ok || !strictJSON(block, &signed) {
		return ""
	}
	return seal.Fingerprint(signed.Root)
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

// cut takes a block with its length before it.
func cut(raw []byte) (block, rest []byte, ok bool) {
	if len(raw) < 4 {
		return nil, nil, false
	}
	n := int64(binary.BigEndian.Uint32(raw))
	if n > int64(len(raw)-4) {
		return nil, nil, false
	}
	return raw[4 : 4+n], raw[4+n:], true
}

// unpack reads a payload whose signature holds. Even so it takes nothing on trust: whoever signs may run a broken
// program.
func unpack(payload []byte) (Bulletin, error) {
	broken := data.Refuse(data.ErrBroken, "bulletin.broken")
	plain, err := gzip.NewReader(bytes.NewReader(payload))
	if err != nil {
		return Bulletin{}, broken
	}
	limited := io.LimitReader(plain, mostUnpacked+1)
	raw, err := io.ReadAll(limited)
	if err != nil || len(raw) > mostUnpacked {
		return Bulletin{}, broken
	}
	var b Bulletin
	if err := json.Unmarshal(raw, &b); err != nil || !b.isSound() {
		return Bulletin{}, broken
	}
	return b, nil
}
