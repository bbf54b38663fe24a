package bulletin

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"

	"gongkailan/data"
	"gongkailan/data/seal"
)

// Names of the parts of a public file. The manifest is the first, its signature the second; the manifest lists all others
// in order.
const (
	manifestName  = "manifest.json"
	signatureName = "signature.json"
	recordsName   = "records.json.gz"
	pagesFolder   = "pages/"
	pictureFolder = "pictures/"
)

// format is the version of the file's form.
const format = 2

// manifest says what the file is and what belongs to it; it is what is signed.
type manifest struct {
	Format int     `json:"format"`
	Unit   string  `json:"unit"`
	Serial int     `json:"serial"`
	Issued string  `json:"issued"`
	Parts  []entry `json:"parts"`
}

type entry struct {
	Name   string `json:"name"`
	Size   int    `json:"size"`
	Digest string `json:"sha256"`
}

func entryOf(p part) entry {
	sum := sha256.Sum256(p.raw)
	return entry{p.name, len(p.raw), hex.EncodeToString(sum[:])}
}

// signedManifest gives the manifest of the parts under a signature that holds. Nothing but manifest and signature is
// parsed before that.
func signedManifest(parts []part, rootFingerprint string) (m manifest, signed seal.Signed, err error) {
	broken := data.Refuse(data.ErrBroken, "bulletin.broken")
	if len(parts) < 2 || parts[0].name != manifestName || parts[1].name != signatureName {
		return m, signed, data.Refuse(data.ErrInvalid, "bulletin.foreign")
	}
	if len(parts[1].raw) > mostBlock || !strictJSON(parts[1].raw, &signed) {
		return m, signed, broken
	}
	if err := seal.Verify(parts[0].raw, signed, rootFingerprint); err != nil {
		return m, signed, err
	}
	if json.Unmarshal(parts[0].raw, &m) != nil {
		return m, signed, broken
	}
	if m.Format > format {
		return m, signed, data.Refuse(data.ErrInvalid, "bulletin.newer")
	}
	found := make([]entry, 0, len(parts))
	for _, p := range parts[2:] {
		found = append(found, entryOf(p))
	}
	if !slices.Equal(found, m.Parts) {
		return m, signed, broken
	}
	return m, signed, nil
}
