package bulletin

import (
	"io"
	"os"
	"strconv"

	"gongkailan/data"
)

// MayReplace refuses to put a bulletin of that serial number in the place of one that is as new or newer, of the unit with
// that fingerprint. What is not there, damaged, older, or another unit's may be replaced. It fails with ErrRefused.
func MayReplace(path, fingerprint string, serial int) error {
	file, err := os.Open(path)
	if err != nil {
		return nil // no older file to compare with
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, MostBytes+1))
	if err != nil {
		return nil
	}
	old, err := Read(raw, fingerprint)
	if err != nil || old.Serial < serial {
		return nil
	}
	return data.Refuse(data.ErrRefused, "bulletin.behind", strconv.Itoa(old.Serial), strconv.Itoa(serial))
}
