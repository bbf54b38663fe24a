package intake

import (
	"archive/zip"
	"bytes"
	"io"

	"gongkailan/data"
)

// pack is an office document: a zip of XML parts. Nothing in it is believed: the number of parts and the size of each
// are limited, and names are only compared, never used as paths.
type pack struct{ parts map[string]*zip.File }

const (
	mostParts     = 4000
	mostPartBytes = 32 << 20
)

func openPack(raw []byte) (pack, error) {
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return pack{}, data.Refuse(data.ErrInvalid, "intake.damaged")
	}
	if len(archive.File) > mostParts {
		return pack{}, data.Refuse(data.ErrInvalid, "intake.large")
	}
	p := pack{parts: map[string]*zip.File{}}
	for _, f := range archive.File {
		p.parts[f.Name] = f
	}
	return p, nil
}

func (p pack) has(name string) bool { return p.parts[name] != nil }

// read gives a part's bytes; nil where there is none. A part that unpacks to more than it may is refused.
func (p pack) read(name string) ([]byte, error) {
	part := p.parts[name]
	if part == nil {
		return nil, nil
	}
	file, err := part.Open()
	if err != nil {
		return nil, data.Refuse(data.ErrInvalid, "intake.damaged")
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, mostPartBytes+1))
	switch {
	case err != nil:
		return nil, data.Refuse(data.ErrInvalid, "intake.damaged")
	case len(raw) > mostPartBytes:
		return nil, data.Refuse(data.ErrInvalid, "intake.large")
	}
	return raw, nil
}
