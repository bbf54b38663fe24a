package face

import (
	"encoding/binary"
	"maps"
	"math/bits"
	"slices"
)

// assemble puts tables together into a TrueType file, with the sums that make it sound.
func assemble(tables map[string][]byte) []byte {
	const record, head = 16, 12
	names := slices.Sorted(maps.Keys(tables))
	rangeOf, selector := searching(len(names))
	out := []byte{0, 1, 0, 0}
	for _, n := range []int{len(names), record * rangeOf, selector, record * (len(names) - rangeOf)} {
		out = binary.BigEndian.AppendUint16(out, uint16(n))
	}
	out = append(out, make([]byte, record*len(names))...)
	adjust := 0
	for i, name := range names {
		at := len(out)
		if name == "head" {
			adjust = at + 8
		}
		out = padded(append(out, tables[name]...))
		if name == "head" {
			binary.BigEndian.PutUint32(out[adjust:], 0) // not in its own sum
		}
		entry := out[head+record*i:]
		copy(entry, name)
		binary.BigEndian.PutUint32(entry[4:], sum(out[at:]))
		binary.BigEndian.PutUint32(entry[8:], uint32(at))
		binary.BigEndian.PutUint32(entry[12:], uint32(len(tables[name])))
	}
	const whole = 0xB1B0AFBA // what the sum over a sound file comes to
	binary.BigEndian.PutUint32(out[adjust:], whole-sum(out))
	return out
}

// sum adds a table up as numbers of 32 bits; its length is a multiple of four.
func sum(table []byte) uint32 {
	var total uint32
	for i := 0; i < len(table); i += 4 {
		total += binary.BigEndian.Uint32(table[i:])
	}
	return total
}

// searching gives what a binary search over n entries starts with: the greatest power of two in n, and which one it is.
func searching(n int) (power, exponent int) {
	exponent = bits.Len(uint(n)) - 1
	return 1 << exponent, exponent
}

// padded fills up to a multiple of four.
func padded(table []byte) []byte {
	for len(table)%4 != 0 {
		table = append(table, 0)
	}
	return table
}

// patched gives a copy of a table with another number of 16 bits at a place.
func patched(table []byte, at int, value uint16) []byte {
	out := slices.Clone(table)
	binary.BigEndian.PutUint16(out[at:], value)
	return out
}
