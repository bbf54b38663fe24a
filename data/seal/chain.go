package seal

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"time"

	"gongkailan/data"
)

// Record is one line of the log: who did what, to what, when, and what exactly was signed. Hash covers every field
// before it; Signature covers the hash. Times and numbers are kept as they are stored, so that what was tampered
// with can still be read and named.
type Record struct {
	Seq       int64  `db:"seq"`       // 1, 2, 3 … without a gap
	ID        string `db:"id"`        // UUID v7
	At        string `db:"at"`        // UTC, RFC 3339 with milliseconds
	Kind      string `db:"kind"`      // what the record is about, see package desk
	PersonID  string `db:"person_id"` // who signed
	KeyID     string `db:"key_id"`    // by which certificate
	Name      string `db:"name"`      // the person's name, duty and office at the time
	Duty      string `db:"duty"`
	Office    string `db:"office"`
	Act       string `db:"act"`
	ItemID    string `db:"item_id"`
	Version   int    `db:"version"`
	Number    string `db:"number"`
	Digest    string `db:"digest"`    // of the content that was signed
	Statement string `db:"statement"` // what was said or entered, as JSON
	Prev      string `db:"prev"`      // hash of the record before, "" for the first
	Hash      string `db:"hash"`
	Signature []byte `db:"signature"`
}

const instant = "2006-01-02T15:04:05.000Z"

// Instant writes a time as records do.
func Instant(at time.Time) string { return at.UTC().Format(instant) }

// ParseInstant reads a time that Instant wrote.
func ParseInstant(text string) (time.Time, error) { return time.Parse(instant, text) }

// Sum is the SHA-256, in hex, of every field of the record with the hash of the one before.
func (r Record) Sum(prev string) string {
	number := func(n int64) []byte { return []byte(strconv.FormatInt(n, 10)) }
	sum := sha256.Sum256(canonical(forRecord, number(r.Seq), []byte(r.ID), []byte(r.At), []byte(r.Kind),
		[]byte(r.PersonID), []byte(r.KeyID), []byte(r.Name), []byte(r.Duty), []byte(r.Office), []byte(r.Act),
		[]byte(r.ItemID), number(int64(r.Version)), []byte(r.Number), []byte(r.Digest), []byte(r.Statement),
		[]byte(prev)))
	return hex.EncodeToString(sum[:])
}

// After gives the record chained to the one before it and signed with the key. The zero record comes before the first.
func (r Record) After(before Record, key Key) Record {
	r.Seq, r.Prev = before.Seq+1, before.Hash
	r.Hash = r.Sum(r.Prev)
	r.Signature = ed25519.Sign(key.sign, canonical(forRecord, []byte(r.Hash)))
	return r
}

// Check tells whether the record itself holds: its hash fits its fields, the certificate is the one it names and
// covers its day, and the signature is by the certified key. Whether it stands in its place in the chain is for
// VerifyChain. It fails with ErrBroken.
func (r Record) Check(root []byte, by Certificate) error { return r.CheckBy(by.Prove(root)) }

// CheckBy does what Check does, by a certificate that was proved before.
func (r Record) CheckBy(by Proved) error {
	if r.Sum(r.Prev) != r.Hash {
		return data.Refuse(data.ErrBroken, "seal.hash")
	}
	if by.id != r.KeyID || by.PersonID != r.PersonID {
		return data.Refuse(data.ErrBroken, "seal.key", r.Name)
	}
	at, err := ParseInstant(r.At)
	if err != nil {
		return data.Refuse(data.ErrBroken, "seal.hash")
	}
	if err := by.on(data.DateOf(at)); err != nil {
		return err
	}
	if !verify(by.Public, canonical(forRecord, []byte(r.Hash)), r.Signature) {
		return data.Refuse(data.ErrBroken, "seal.signature", r.Name)
	}
	return nil
}

// Break is a place where the chain does not hold, and why.
type Break struct {
	Seq int64
	Why *data.Refusal
}

// VerifyChain checks that the records follow each other without a gap, each with the hash of the one before, and that
// every hash fits its fields. It gives each place that does not hold, so that one forged record hides no other.
func VerifyChain(records []Record) []Break {
	var breaks []Break
	add := func(r Record, code string) {
		breaks = append(breaks, Break{Seq: r.Seq, Why: data.Refuse(data.ErrBroken, code)})
	}
	var before Record
	for _, r := range records {
		if r.Seq != before.Seq+1 {
			add(r, "seal.gap")
		}
		if r.Prev != before.Hash {
			add(r, "seal.prev")
		}
		if r.Sum(r.Prev) != r.Hash {
			add(r, "seal.hash")
		}
		before = r
	}
	return breaks
}
