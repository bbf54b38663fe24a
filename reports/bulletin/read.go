package bulletin

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"io"
	"math"
	"slices"
	"unicode/utf8"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/reports/page"
)

// Limits of a public file. They are far above what a unit publishes and far below what would harm the lobby machine.
const (
	MostBytes      = 128 << 20
	mostBlock      = 1 << 20
	mostUnpacked   = 512 << 20
	mostPages      = 50_000
	mostLineLength = 2_000
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
	if !ok || len(block) > mostBlock {
		return Bulletin{}, data.Refuse(data.ErrBroken, "bulletin.broken")
	}
	payload, rest, ok := cut(rest)
	if !ok || len(rest) > 0 {
		return Bulletin{}, data.Refuse(data.ErrBroken, "bulletin.broken")
	}
	var signed seal.Signed
	if !strictJSON(block, &signed) {
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

// isSound checks what a painter relies on: public items only, and lines that lie on their sheets.
func (b Bulletin) isSound() bool {
	pages := 0
	for _, it := range b.Items {
		pages += len(it.Pages)
		if it.Audience != data.Society || len(it.Pages) == 0 || pages > mostPages || !slices.ContainsFunc(b.Categories, func(c Category) bool { return c.Code == it.Category }) {
			return false
		}
		for _, p := range it.Pages {
			if !isSoundPage(p) {
				return false
			}
		}
	}
	return true
}

func isSoundPage(p page.Page) bool {
	if !between(p.Width, 50, 1500) || !between(p.Height, 50, 1500) {
		return false
	}
	for _, l := range p.Lines {
		n := utf8.RuneCountInString(l.Text)
		if n > mostLineLength || len(l.At) != n || !between(l.X, 0, p.Width) || !between(l.Y, 0, p.Height) || !between(l.Size, 1, 500) {
			return false
		}
		for _, at := range l.At {
			if !between(at, 0, p.Width) {
				return false
			}
		}
	}
	for _, s := range p.Strokes {
		for _, v := range []float64{s.X1, s.Y1, s.X2, s.Y2, s.Width} {
			if !between(v, 0, 1500) {
				return false
			}
		}
	}
	return true
}

func between(v, least, most float64) bool { return !math.IsNaN(v) && v >= least && v <= most }
