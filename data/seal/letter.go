package seal

import (
	"errors"
	"fmt"
	"io"

	"golang.org/x/crypto/chacha20poly1305"
)

// A letter is a text under a random key of its own; the key is sealed to each of those who may read (SealTo), so that
// whoever has the file alone reads nothing, and a further reader costs one sealed key.

// NewLetterKey makes the key of a letter.
func NewLetterKey(random io.Reader) ([]byte, error) {
	key := make([]byte, chacha20poly1305.KeySize)
	if _, err := io.ReadFull(random, key); err != nil {
		return nil, fmt.Errorf("random bytes: %w", err)
	}
	return key, nil
}

// Enclose encrypts a text under the letter's key. What it is about is bound in: a text that is moved elsewhere opens for
// nobody.
func Enclose(random io.Reader, key []byte, about string, text []byte) ([]byte, error) {
	aead, err := chacha20poly1305.NewX(key)
	if err != nil {
		return nil, fmt.Errorf("cipher: %w", err)
	}
	nonce := make([]byte, chacha20poly1305.NonceSizeX)
	if _, err := io.ReadFull(random, nonce); err != nil {
		return nil, fmt.Errorf("random bytes: %w", err)
	}
	return aead.Seal(nonce, nonce, text, canonical(forLetter, []byte(about))), nil
}

// Disclose gives the text back that Enclose put under the key.
func Disclose(key []byte, about string, enclosed []byte) ([]byte, error) {
	aead, err := chacha20poly1305.NewX(key)
	if err != nil {
		return nil, fmt.Errorf("cipher: %w", err)
	}
	if len(enclosed) < chacha20poly1305.NonceSizeX {
		return nil, errors.New("an enclosed text is cut short")
	}
	nonce, box := enclosed[:chacha20poly1305.NonceSizeX], enclosed[chacha20poly1305.NonceSizeX:]
	text, err := aead.Open(nil, nonce, box, canonical(forLetter, []byte(about)))
	if err != nil {
		return nil, errors.New("enclosed under another key, moved or damaged")
	}
	return text, nil
}
