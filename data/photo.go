package data

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // photos come as JPEG or PNG
	_ "image/png"
	"path/filepath"
	"slices"
	"strings"
)

const (
	// MostPhoto is how large a photo may be, in bytes; a telephone's has 3 to 12 million.
	MostPhoto = 20 << 20
	// mostPixels is how many pixels it may have: a small file can say that it has more than any memory holds.
	mostPixels = 60_000_000
)

// PhotoEndings are the endings of files that are taken as photos.
func PhotoEndings() []string { return []string{".jpg", ".jpeg", ".png"} }

// Photo reads a photo from outside: a JPEG or PNG file within the limits, all of which can be read. It fails with
// ErrInvalid.
func Photo(name string, raw []byte) (image.Image, error) {
	name = filepath.Base(strings.ReplaceAll(name, `\`, "/"))
	if !slices.Contains(PhotoEndings(), strings.ToLower(filepath.Ext(name))) {
		return nil, Refuse(ErrInvalid, "photo.kind", name)
	}
	if len(raw) > MostPhoto {
		return nil, Refuse(ErrInvalid, "photo.large", name, fmt.Sprint(MostPhoto>>20))
	}
	c, _, err := image.DecodeConfig(bytes.NewReader(raw))
	if err != nil {
		return nil, Refuse(ErrInvalid, "photo.unreadable", name)
	}
	if c.Width <= 0 || c.Height <= 0 || c.Width > mostPixels/c.Height {
		return nil, Refuse(ErrInvalid, "photo.large", name, fmt.Sprint(MostPhoto>>20))
	}
	picture, _, err := image.Decode(bytes.NewReader(raw))
	if err != nil {
		return nil, Refuse(ErrInvalid, "photo.unreadable", name)
	}
	return picture, nil
}
