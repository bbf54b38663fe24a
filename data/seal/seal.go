// Package seal makes what a person does provable: passwords that unlock keys, signatures, certificates and a chained log.
//
// Every person has an Ed25519 key that only the person's password unlocks. One root key per unit certifies those keys
// with dates. Each record of the log carries the hash of the record before it and is signed, so that whoever edits the
// database by hand is found out. All functions are pure: randomness, time and cost come in, nothing is asked for.
package seal

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"strings"
)

// What is signed begins with one of these words, so that a signature made for one purpose proves nothing for another.
const (
	forCertificate = "gongkailan certificate v1"
	forRecord      = "gongkailan record v1"
	forBulletin    = "gongkailan bulletin v1"
	forSecret      = "gongkailan secret v1"
	forBoxKey      = "gongkailan box key v1"
	forLetter      = "gongkailan letter v1"
	forReceipt     = "gongkailan receipt v1"
)

// canonical writes the fields one after another, each after its length, so that no two lists of fields give the
// same bytes.
func canonical(domain string, fields ...[]byte) []byte {
	out := binary.BigEndian.AppendUint64(nil, uint64(len(domain)))
	out = append(out, domain...)
	for _, field := range fields {
		out = binary.BigEndian.AppendUint64(out, uint64(len(field)))
		out = append(out, field...)
	}
	return out
}

// Fingerprint names a public key for people to compare and read out: the first 128 bits of its SHA-256 as eight
// groups of four hex digits.
func Fingerprint(public []byte) string {
	sum := sha256.Sum256(public)
	digits := hex.EncodeToString(sum[:16])
	groups := make([]string, 0, 8)
	for i := 0; i < len(digits); i += 4 {
		groups = append(groups, digits[i:i+4])
	}
	return strings.Join(groups, "-")
}

// SameFingerprint tells whether two fingerprints are the same, however they were typed: case, spaces and dashes
// do not count.
func SameFingerprint(a, b string) bool {
	plain := strings.NewReplacer("-", "", " ", "", ":", "", "－", "")
	return strings.EqualFold(plain.Replace(a), plain.Replace(b))
}

// verify checks a signature; a public key of the wrong length verifies nothing (ed25519.Verify would panic).
func verify(public, message, signature []byte) bool {
	return len(public) == ed25519.PublicKeySize && ed25519.Verify(public, message, signature)
}
