package face

import (
	"encoding/binary"

	"gongkailan/data"
)

// check tells whether a font file can be read, painted and embedded: a single TrueType face (magic 00 01 00 00 or
// "true") with every table that a subset is made from, and a licence that lets it be embedded. It fails with
// data.ErrInvalid. The rules are those of the OpenType specification 1.9.
func check(raw []byte) error {
	kind := ""
	if len(raw) >= 12 {
		kind = string(raw[:4])
	}
	switch kind {
	case "\x00\x01\x00\x00", "true":
	case "ttcf":
		return data.Refuse(data.ErrInvalid, "font.collection")
	case "OTTO":
		return data.Refuse(data.ErrInvalid, "font.postscript")
	default:
		return data.Refuse(data.ErrInvalid, "font.kind")
	}
	tables := directory(raw)
	for _, name := range []string{"OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "post"} {
		if len(tables[name]) < leastTable {
			return data.Refuse(data.ErrInvalid, "font.broken")
		}
	}
	if !embeddable(tables["OS/2"]) {
		return data.Refuse(data.ErrInvalid, "font.licence")
	}
	return nil
}

// leastTable is how many bytes the shortest table of a usable face has at the least.
const leastTable = 6

// directory cuts the file into its tables; what points outside the file is left out.
func directory(raw []byte) map[string][]byte {
	const head, record = 12, 16
	tables := map[string][]byte{}
	count := int(binary.BigEndian.Uint16(raw[4:]))
	for i := range count {
		at := head + i*record
		if at+record > len(raw) {
			break
		}
		offset := uint64(binary.BigEndian.Uint32(raw[at+8:]))
		length := uint64(binary.BigEndian.Uint32(raw[at+12:]))
		if offset+length <= uint64(len(raw)) {
			tables[string(raw[at:at+4])] = raw[offset : offset+length]
		}
	}
	return tables
}

// embeddable reads fsType: restricted, no subsetting and bitmaps only are the three kinds that must not go into a PDF
// as a subset.
func embeddable(os2 []byte) bool {
	const restricted, noSubset, bitmapsOnly = 0x0002, 0x0100, 0x0200
	if len(os2) < 10 {
		return false
	}
	kind := binary.BigEndian.Uint16(os2[8:])
	return kind&0x000F != restricted && kind&(noSubset|bitmapsOnly) == 0
}
