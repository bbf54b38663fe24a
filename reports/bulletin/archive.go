package bulletin

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
)

// part is one file of the zip.
type part struct {
	name string
	raw  []byte
}

// assemble writes the parts as a zip, uncompressed and without dates, so that equal parts always give equal bytes: what
// can be pressed together is so already (gzip), and a reader can tell every byte that is not as it was written.
func assemble(out io.Writer, parts []part) error {
	z := zip.NewWriter(out)
	for _, p := range parts {
		n := uint64(len(p.raw))
		w, err := z.CreateRaw(&zip.FileHeader{
			Name: p.name, Method: zip.Store, CRC32: crc32.ChecksumIEEE(p.raw), CompressedSize64: n, UncompressedSize64: n,
		})
		if err != nil {
			return fmt.Errorf("write the public file: %w", err)
		}
		if _, err := w.Write(p.raw); err != nil {
			return err
		}
	}
	return z.Close()
}

// errNotAsWritten tells that a zip is not what assemble writes of its parts.
var errNotAsWritten = errors.New("not as written")

// disassemble gives the parts of a zip without copying them. It fails unless every byte is as assemble writes it: there
// is no place in the file for anything that its parts do not say, and no size that lies.
func disassemble(raw []byte) ([]part, error) {
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, err
	}
	if len(z.File) > mostParts {
		return nil, errNotAsWritten
	}
	parts := make([]part, len(z.File))
	for i, f := range z.File {
		from, err := f.DataOffset()
		size := f.CompressedSize64
		if err != nil || from < 0 || from > int64(len(raw)) || size > uint64(int64(len(raw))-from) {
			return nil, errNotAsWritten
		}
		parts[i] = part{f.Name, raw[from : from+int64(size) : from+int64(size)]}
	}
	same := &comparing{rest: raw}
	if err := assemble(same, parts); err != nil || len(same.rest) > 0 {
		return nil, errNotAsWritten
	}
	return parts, nil
}

// comparing is a writer that takes only the bytes it expects.
type comparing struct{ rest []byte }

func (c *comparing) Write(p []byte) (int, error) {
	if !bytes.HasPrefix(c.rest, p) {
		return 0, errNotAsWritten
	}
	c.rest = c.rest[len(p):]
	return len(p), nil
}
