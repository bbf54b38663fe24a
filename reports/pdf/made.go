package pdf

import (
	"bytes"
	"time"
)

// MadeOn gives the day that stands inside a file of ours; false where none does.
func MadeOn(raw []byte) (time.Time, bool) {
	const mark = "/CreationDate (D:"
	_, text, ok := bytes.Cut(raw, []byte(mark))
	if !ok || len(text) < len("20060102") {
		return time.Time{}, false
	}
	day, err := time.Parse("20060102", string(text[:len("20060102")]))
	return day, err == nil
}
