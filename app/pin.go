package app

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/json"
	"os"
	"path/filepath"

	"golang.org/x/crypto/argon2"

	"gongkailan/data/wholefile"
)

// pin is what the lobby machine keeps of the PIN by which staff leave: never the PIN, only what checks it.
type pin struct {
	Salt []byte `json:"salt"`
	Sum  []byte `json:"sum"`
}

func sumOf(typed string, salt []byte) []byte {
	return argon2.IDKey([]byte(typed), salt, 3, 64*1024, 2, 32)
}

func newPIN(typed string) (pin, error) {
	p := pin{Salt: make([]byte, 16)}
	if _, err := rand.Read(p.Salt); err != nil {
		return pin{}, err
	}
	p.Sum = sumOf(typed, p.Salt)
	return p, nil
}

// opens tells whether what was typed is the PIN; without one nothing is.
func (p pin) opens(typed string) bool {
	return len(p.Sum) > 0 && subtle.ConstantTimeCompare(sumOf(typed, p.Salt), p.Sum) == 1
}

// pinFile is where this machine keeps its PIN.
func pinFile() (string, error) {
	folder, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(folder, "gongkailan", "kiosk.json"), nil
}

// setPIN keeps a new PIN on this machine.
func setPIN(typed string) error {
	path, err := pinFile()
	if err != nil {
		return err
	}
	p, err := newPIN(typed)
	if err != nil {
		return err
	}
	raw, err := json.Marshal(p)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return wholefile.Write(path, raw)
}

// thisPIN reads the PIN of this machine: from GONGKAILAN_PIN where it is set, else the one that was kept. Without any,
// nobody leaves by touch.
func thisPIN(getenv func(string) string) pin {
	if typed := getenv("GONGKAILAN_PIN"); typed != "" {
		if p, err := newPIN(typed); err == nil {
			return p
		}
	}
	var p pin
	path, err := pinFile()
	if err != nil {
		return p
	}
	raw, err := os.ReadFile(path)
	if err != nil || json.Unmarshal(raw, &p) != nil {
		return pin{}
	}
	return p
}
