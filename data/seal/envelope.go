package seal

import (
	"crypto/ed25519"
	"time"

	"gongkailan/data"
)

// Signed goes with a file that leaves the unit: who signed it, by which certificate of which unit. Whoever has the
// file can check it without the database, and with the fingerprint of the unit's root key knows whose it is.
type Signed struct {
	Root        []byte      `json:"root"` // the unit's root public key
	Certificate Certificate `json:"certificate"`
	At          string      `json:"at"` // UTC, RFC 3339 with milliseconds
	Signature   []byte      `json:"signature"`
}

// SignPayload signs the bytes of a bulletin.
func (k Key) SignPayload(payload []byte, root []byte, by Certificate, at time.Time) Signed {
	s := Signed{Root: root, Certificate: by, At: Instant(at)}
	s.Signature = ed25519.Sign(k.sign, s.signed(payload))
	return s
}

func (s Signed) signed(payload []byte) []byte {
	return canonical(forBulletin, s.Root, []byte(s.Certificate.ID()), []byte(s.At), payload)
}

// Verify tells whether the payload is what was signed, by a key that the unit's root certifies on that day. Where a
// fingerprint is given, the root must be that unit's; "" trusts the root that the file brings. It fails with ErrBroken.
func Verify(payload []byte, s Signed, rootFingerprint string) error {
	if rootFingerprint != "" && !SameFingerprint(Fingerprint(s.Root), rootFingerprint) {
		return data.Refuse(data.ErrBroken, "seal.foreign", Fingerprint(s.Root))
	}
	at, err := ParseInstant(s.At)
	if err != nil {
		return data.Refuse(data.ErrBroken, "seal.payload")
	}
	if err := s.Certificate.CheckOn(s.Root, data.DateOf(at)); err != nil {
		return err
	}
	if !verify(s.Certificate.Public, s.signed(payload), s.Signature) {
		return data.Refuse(data.ErrBroken, "seal.payload")
	}
	return nil
}
