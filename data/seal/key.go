package seal

import (
	"crypto/ed25519"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"

	"golang.org/x/crypto/curve25519"
	"golang.org/x/crypto/nacl/box"
)

// Key is a person's or a unit's private key: it signs, and it opens what was sealed to it. Both halves come from one
// seed of 32 bytes, which is what is kept under the password.
type Key struct {
	seed []byte
	sign ed25519.PrivateKey
	open *[32]byte
}

// NewKey makes a key from 32 random bytes.
func NewKey(random io.Reader) (Key, error) {
	seed := make([]byte, ed25519.SeedSize)
	if _, err := io.ReadFull(random, seed); err != nil {
		return Key{}, fmt.Errorf("random bytes: %w", err)
	}
	return KeyOf(seed)
}

// KeyOf makes the key again from its seed.
func KeyOf(seed []byte) (Key, error) {
	if len(seed) != ed25519.SeedSize {
		return Key{}, fmt.Errorf("a key's seed has %d bytes, not %d", ed25519.SeedSize, len(seed))
	}
	opening := sha256.Sum256(canonical(forBoxKey, seed))
	return Key{seed: append([]byte{}, seed...), sign: ed25519.NewKeyFromSeed(seed), open: &opening}, nil
}

// Seed gives the 32 bytes from which the key can be made again. Keep them only under a password or sealed.
func (k Key) Seed() []byte { return append([]byte{}, k.seed...) }

// Public gives the 32 bytes that check the key's signatures, nil for no key.
func (k Key) Public() []byte {
	if k.sign == nil {
		return nil
	}
	return append([]byte{}, k.sign[ed25519.SeedSize:]...)
}

// Sealing gives the 32 bytes to which SealTo seals for this key.
func (k Key) Sealing() ([]byte, error) {
	if k.open == nil {
		return nil, errors.New("no key")
	}
	public, err := curve25519.X25519(k.open[:], curve25519.Basepoint)
	if err != nil {
		return nil, fmt.Errorf("public half of a sealing key: %w", err)
	}
	return public, nil
}

// Wipe overwrites the private bytes; the key and its copies sign nothing afterwards.
func (k Key) Wipe() {
	clear(k.seed)
	clear(k.sign)
	if k.open != nil {
		clear(k.open[:])
	}
}

// SealTo encrypts the message so that only the owner of the sealing key can read it.
func SealTo(random io.Reader, sealing, message []byte) ([]byte, error) {
	if len(sealing) != 32 {
		return nil, errors.New("a sealing key has 32 bytes")
	}
	sealed, err := box.SealAnonymous(nil, message, (*[32]byte)(sealing), random)
	if err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	return sealed, nil
}

// OpenSealed reads what was sealed to this key.
func (k Key) OpenSealed(sealed []byte) ([]byte, error) {
	public, err := k.Sealing()
	if err != nil {
		return nil, err
	}
	message, ok := box.OpenAnonymous(nil, sealed, (*[32]byte)(public), k.open)
	if !ok {
		return nil, errors.New("sealed to another key, or damaged")
	}
	return message, nil
}
