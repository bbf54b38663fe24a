package outbox

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"strconv"

	"golang.org/x/crypto/chacha20poly1305"
	"golang.org/x/crypto/nacl/box"

	"gongkailan/data"
	"gongkailan/data/seal"
)

// A message's file: the magic word with its version; how many slots; the slots, in each the letter key sealed to one of
// the office; the padded text enclosed under the letter key and bound to everything before it.
const (
	magic    = "gongkailan message 1\n"
	slotSize = chacha20poly1305.KeySize + box.AnonymousOverhead
	// MostKeys is how many of the office a message is sealed to at most.
	MostKeys = 32
	// mostText is how long a message may be before it is padded, in bytes of JSON.
	mostText = 64 << 10
	// padStep: a ballot, a line and half a page all fill one step, so that a file's size tells them not apart.
	padStep   = 4 << 10
	lengthOf  = 4 // bytes in which the text's length is written before it
	sealing   = chacha20poly1305.NonceSizeX + chacha20poly1305.Overhead
	mostBytes = len(magic) + 1 + MostKeys*slotSize + sealing + mostText + padStep
)

// enclose makes a message's file.
func enclose(random io.Reader, m data.Message, keys []data.OfficeKey) ([]byte, error) {
	if len(keys) == 0 {
		return nil, data.Refuse(data.ErrRefused, "outbox.nokey")
	}
	if len(keys) > MostKeys {
		return nil, data.Refuse(data.ErrRefused, "outbox.keys", strconv.Itoa(MostKeys))
	}
	padded, err := pad(m)
	if err != nil {
		return nil, err
	}
	defer clear(padded)
	letter, err := seal.NewLetterKey(random)
	if err != nil {
		return nil, err
	}
	defer clear(letter)
	head := append([]byte(magic), byte(len(keys)))
	for _, key := range keys {
		slot, err := seal.SealTo(random, key.Sealing, letter)
		if err != nil {
			return nil, data.Refuse(data.ErrRefused, "outbox.nokey")
		}
		head = append(head, slot...)
	}
	enclosed, err := seal.Enclose(random, letter, aboutHead(head), padded)
	if err != nil {
		return nil, err
	}
	return append(head, enclosed...), nil
}

// aboutHead binds a text to the head that it was written with.
func aboutHead(head []byte) string {
	sum := sha256.Sum256(head)
	return "message " + hex.EncodeToString(sum[:])
}

// pad writes a message after its length and fills the last step with noughts.
func pad(m data.Message) ([]byte, error) {
	text, err := json.Marshal(m)
	if err != nil {
		return nil, errors.New("a message cannot be written") // its error would repeat the message
	}
	defer clear(text)
	if len(text) > mostText {
		return nil, data.Refuse(data.ErrInvalid, "outbox.long")
	}
	padded := make([]byte, stepped(lengthOf+len(text)))
	binary.BigEndian.PutUint32(padded, uint32(len(text)))
	copy(padded[lengthOf:], text)
	return padded, nil
}

// stepped rounds a length up to whole steps.
func stepped(length int) int { return (length + padStep - 1) / padStep * padStep }

// Open reads a message that was sealed to the key among others. What anybody may have put into the folder is refused
// whole: with ErrBroken where it is no message or was changed, with ErrRefused where it is sealed to others only.
func Open(raw []byte, key seal.Key) (data.Message, error) {
	head, enclosed, err := split(raw)
	if err != nil {
		return data.Message{}, err
	}
	letter, err := letterKey(head, key)
	if err != nil {
		return data.Message{}, err
	}
	defer clear(letter)
	padded, err := seal.Disclose(letter, aboutHead(head), enclosed)
	if err != nil {
		return data.Message{}, broken()
	}
	defer clear(padded)
	return unpad(padded)
}

func broken() error { return data.Refuse(data.ErrBroken, "outbox.broken") }

// split takes a file apart without opening anything.
func split(raw []byte) (head, enclosed []byte, err error) {
	if len(raw) > mostBytes || !bytes.HasPrefix(raw, []byte(magic)) || len(raw) == len(magic) {
		return nil, nil, broken()
	}
	slots := int(raw[len(magic)])
	size := len(magic) + 1 + slots*slotSize
	if slots == 0 || slots > MostKeys || len(raw) < size+sealing+padStep || (len(raw)-size-sealing)%padStep != 0 {
		return nil, nil, broken()
	}
	return raw[:size], raw[size:], nil
}

// letterKey tries the slots. They name nobody: who of the office reads along is nothing that the lobby's machine tells.
func letterKey(head []byte, key seal.Key) ([]byte, error) {
	for slots := head[len(magic)+1:]; len(slots) > 0; slots = slots[slotSize:] {
		if letter, err := key.OpenSealed(slots[:slotSize]); err == nil {
			return letter, nil
		}
	}
	return nil, data.Refuse(data.ErrRefused, "outbox.others")
}

// unpad reads the message, which must be written as pad writes it and hold to every rule.
func unpad(padded []byte) (data.Message, error) {
	length := int(binary.BigEndian.Uint32(padded))
	if length > mostText || stepped(lengthOf+length) != len(padded) || len(bytes.Trim(padded[lengthOf+length:], "\x00")) > 0 {
		return data.Message{}, broken()
	}
	decoder := json.NewDecoder(bytes.NewReader(padded[lengthOf : lengthOf+length]))
	decoder.DisallowUnknownFields()
	var m data.Message
	if err := decoder.Decode(&m); err != nil {
		return data.Message{}, broken()
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) || m.Check() != nil {
		return data.Message{}, broken()
	}
	return m, nil
}
