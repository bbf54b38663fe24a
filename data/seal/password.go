package seal

import (
	"crypto/ed25519"
	"errors"
	"fmt"
	"io"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"
)

// ErrPassword is what Open gives where the password does not unlock the secret.
var ErrPassword = errors.New("the password does not unlock the secret")

// Cost is how dear it is to try a password with argon2id. It is stored with each secret, so that it can be raised
// later without locking anybody out.
type Cost struct {
	Time    uint32 `json:"time"`    // passes over the memory
	Memory  uint32 `json:"memory"`  // KiB
	Threads uint8  `json:"threads"` // lanes
}

// DefaultCost is the second recommended option of RFC 9106, 4: 3 passes over 64 MiB in 4 lanes.
func DefaultCost() Cost { return Cost{Time: 3, Memory: 64 * 1024, Threads: 4} }

// usable keeps argon2 from panicking on a cost of nought, and from taking all memory on a forged one.
func (c Cost) usable() bool {
	return c.Time >= 1 && c.Time <= 64 && c.Threads >= 1 && c.Memory >= 8 && c.Memory <= 4*1024*1024
}

// Locked is a secret under a password. The encryption is authenticated, so that its failure to open is the check of
// the password and nothing that helps a guesser has to be stored beside it.
type Locked struct {
	Cost
	Salt  []byte `json:"salt"`
	Nonce []byte `json:"nonce"`
	Box   []byte `json:"box"`
}

const saltSize = 16

// Lock puts the secret under the password. The owner's id is bound in: a secret moved to somebody else's row opens
// for nobody.
func Lock(random io.Reader, cost Cost, password, owner string, secret []byte) (Locked, error) {
	if !cost.usable() {
		return Locked{}, fmt.Errorf("cost of passwords %+v cannot be used", cost)
	}
	l := Locked{Cost: cost, Salt: make([]byte, saltSize), Nonce: make([]byte, chacha20poly1305.NonceSizeX)}
	for _, part := range [][]byte{l.Salt, l.Nonce} {
		if _, err := io.ReadFull(random, part); err != nil {
			return Locked{}, fmt.Errorf("random bytes: %w", err)
		}
	}
	aead, err := chacha20poly1305.NewX(l.derive(password))
	if err != nil {
		return Locked{}, fmt.Errorf("cipher: %w", err)
	}
	l.Box = aead.Seal(nil, l.Nonce, secret, canonical(forSecret, []byte(owner)))
	return l, nil
}

// Whole tells whether a key is locked in here, as far as that can be told without the password.
func (l Locked) Whole() bool {
	return l.usable() && len(l.Salt) == saltSize && len(l.Nonce) == chacha20poly1305.NonceSizeX &&
		len(l.Box) == ed25519.SeedSize+chacha20poly1305.Overhead
}

// Open gives the secret back, or ErrPassword.
func (l Locked) Open(password, owner string) ([]byte, error) {
	if !l.usable() || len(l.Nonce) != chacha20poly1305.NonceSizeX {
		return nil, ErrPassword
	}
	aead, err := chacha20poly1305.NewX(l.derive(password))
	if err != nil {
		return nil, fmt.Errorf("cipher: %w", err)
	}
	secret, err := aead.Open(nil, l.Nonce, l.Box, canonical(forSecret, []byte(owner)))
	if err != nil {
		return nil, ErrPassword
	}
	return secret, nil
}

func (l Locked) derive(password string) []byte {
	return argon2.IDKey([]byte(password), l.Salt, l.Time, l.Memory, l.Threads, chacha20poly1305.KeySize)
}
