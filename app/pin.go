package app

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/crypto/argon2"

	"gongkailan/app/kiosk/folder"
	"gongkailan/data"
)

func sumOf(typed string, salt []byte) []byte {
	return argon2.IDKey([]byte(typed), salt, 3, 64*1024, 2, 32)
}

func newPIN(typed string) (folder.PIN, error) {
	p := folder.PIN{Salt: make([]byte, 16)}
	if _, err := rand.Read(p.Salt); err != nil {
		return folder.PIN{}, err
	}
	p.Sum = sumOf(typed, p.Salt)
	return p, nil
}

// opens tells whether what was typed is the PIN; without one nothing is.
func opens(p folder.PIN, typed string) bool {
	return !p.IsZero() && subtle.ConstantTimeCompare(sumOf(typed, p.Salt), p.Sum) == 1
}

// olderPIN is where earlier editions of the program kept the PIN: beside the lobby's folder.
func olderPIN(f folder.Folder) string { return filepath.Join(filepath.Dir(f.Path()), "kiosk.json") }

// setPIN keeps a new PIN in the lobby's folder; "" for the usual one.
func setPIN(path, typed string) error {
	at, err := lobbyFolder(path)
	if err != nil {
		return err
	}
	settings, err := at.Settings()
	if err != nil {
		return data.Refuse(data.ErrBroken, "kiosk.folder", at.Path())
	}
	if settings.PIN, err = newPIN(typed); err != nil {
		return err
	}
	if err := at.Choose(settings); err != nil {
		return err
	}
	if err := os.Remove(olderPIN(at)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// thisPIN is the PIN of this machine: from GONGKAILAN_PIN where it is set, else the one that was kept. Without any,
// nobody leaves by touch.
func thisPIN(at folder.Folder, kept folder.PIN, getenv func(string) string) folder.PIN {
	if typed := getenv("GONGKAILAN_PIN"); typed != "" {
		if p, err := newPIN(typed); err == nil {
			return p
		}
	}
	if !kept.IsZero() {
		return kept
	}
	var older folder.PIN
	raw, err := os.ReadFile(olderPIN(at))
	if err != nil || json.Unmarshal(raw, &older) != nil {
		return folder.PIN{}
	}
	return older
}

// lobbyFolder is the lobby's folder at a path; "" for the usual one.
func lobbyFolder(path string) (folder.Folder, error) {
	if path == "" {
		return folder.Usual()
	}
	return folder.At(path), nil
}
