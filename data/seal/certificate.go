package seal

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"

	"gongkailan/data"
)

// Certificate is the unit's word, signed by its root key, that a public key belongs to a person from a day until a
// day. It never changes: new dates are a new certificate over the same key.
type Certificate struct {
	Unit      string    `json:"unit"`
	PersonID  string    `json:"person"`
	Name      string    `json:"name"`
	Public    []byte    `json:"public"`  // checks the person's signatures
	Sealing   []byte    `json:"sealing"` // what is sealed to the person is sealed to this
	From      data.Date `json:"from"`
	Until     data.Date `json:"until"` // "" while in office
	Signature []byte    `json:"signature"`
}

// Certify signs the certificate with the unit's root key.
func (k Key) Certify(c Certificate) Certificate {
	c.Signature = ed25519.Sign(k.sign, c.signed())
	return c
}

func (c Certificate) signed() []byte {
	return canonical(forCertificate, []byte(c.Unit), []byte(c.PersonID), []byte(c.Name), c.Public, c.Sealing,
		[]byte(c.From), []byte(c.Until))
}

// ID names the certificate by what it says: nobody can put another one under the same name.
func (c Certificate) ID() string {
	sum := sha256.Sum256(c.signed())
	return hex.EncodeToString(sum[:16])
}

// Check tells whether the root key signed the certificate. It fails with ErrBroken.
func (c Certificate) Check(root []byte) error {
	if !verify(root, c.signed(), c.Signature) {
		return data.Refuse(data.ErrBroken, "seal.certificate", c.Name)
	}
	return nil
}

// CheckOn tells besides whether the day lies inside the certificate's dates.
func (c Certificate) CheckOn(root []byte, day data.Date) error {
	return c.Prove(root).on(day)
}

// Proved is a certificate whose own signature has been looked at, so that this is done once for all the records that it
// stands behind.
type Proved struct {
	Certificate
	id    string
	fault error // what Check gave
}

// Prove checks the certificate's own signature. What it finds shows when a record is checked by it.
func (c Certificate) Prove(root []byte) Proved { return Proved{c, c.ID(), c.Check(root)} }

func (c Proved) on(day data.Date) error {
	if c.fault != nil {
		return c.fault
	}
	if day < c.From || c.Until != "" && day > c.Until {
		return data.Refuse(data.ErrBroken, "seal.dates", c.Name, day.Chinese())
	}
	return nil
}
