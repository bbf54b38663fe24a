package face

import (
	"encoding/binary"
	"maps"
	"slices"

	"gongkailan/data"
)

// Subset gives a TrueType file with the glyphs of some characters of the Basic Multilingual Plane and nothing else,
// for writers of files that read all of a font before they write a little of it. Characters that the typeface lacks are
// left out; the order does not matter, and the same characters give the same bytes. Glyphs keep their outlines, hints
// and advances and get new numbers in the old order. The name table is empty: a reader of documents needs none, and
// the licence's text in it would be larger than the glyphs of a notice. A font whose tables contradict one another is
// refused with data.ErrInvalid. The tables are those of the OpenType specification 1.9.
func (t *Typeface) Subset(characters []rune) ([]byte, error) {
	c := cutter{tables: directory(t.Bytes()), kept: map[int]int{}}
	if err := c.open(); err != nil {
		return nil, err
	}
	numbers := map[rune]int{}
	for _, r := range characters {
		if g := t.Glyph(r); g.Index != 0 && r <= 0xFFFF {
			numbers[r] = int(g.Index)
			if err := c.keep(int(g.Index), 0); err != nil {
				return nil, err
			}
		}
	}
	if err := c.keep(0, 0); err != nil { // .notdef
		return nil, err
	}
	order := slices.Sorted(maps.Keys(c.kept))
	for i, glyph := range order {
		c.kept[glyph] = i
	}
	for r, glyph := range numbers {
		numbers[r] = c.kept[glyph]
	}
	out := map[string][]byte{"cmap": characterMap(numbers), "name": {0, 0, 0, 0, 0, 6}}
	out["glyf"], out["loca"] = c.outlines(order)
	out["hmtx"] = c.metrics(order)
	for _, name := range []string{"OS/2", "cvt ", "fpgm", "prep"} { // the last three belong to the glyphs' hints
		if table := c.tables[name]; len(table) > 0 {
			out[name] = table
		}
	}
	out["head"] = patched(c.tables["head"], 50, 1) // offsets of 32 bits in loca
	out["hhea"] = patched(c.tables["hhea"], 34, uint16(len(order)))
	out["maxp"] = patched(c.tables["maxp"], 4, uint16(len(order)))
	out["post"] = append([]byte{0, 3, 0, 0}, append(slices.Clone(c.tables["post"][4:16]), make([]byte, 16)...)...)
	return assemble(out), nil
}

// cutter reads the glyphs of a font by their numbers.
type cutter struct {
	tables  map[string][]byte
	count   int         // glyphs in the font
	advance int         // of which so many have an advance of their own in hmtx
	long    bool        // offsets of 32 bits in loca
	kept    map[int]int // old numbers to new ones
	parts   int         // of composite glyphs, met so far
}

// open reads the counts and checks that the tables are as long as they make them.
func (c *cutter) open() error {
	for name, least := range map[string]int{"head": 54, "hhea": 36, "maxp": 6, "post": 16} {
		if len(c.tables[name]) < least {
			return errBroken()
		}
	}
	c.count = int(binary.BigEndian.Uint16(c.tables["maxp"][4:]))
	c.advance = int(binary.BigEndian.Uint16(c.tables["hhea"][34:]))
	c.long = binary.BigEndian.Uint16(c.tables["head"][50:]) != 0
	offset := 2
	if c.long {
		offset = 4
	}
	if c.advance < 1 || c.advance > c.count || len(c.tables["hmtx"]) < 4*c.advance+2*(c.count-c.advance) ||
		len(c.tables["loca"]) < offset*(c.count+1) {
		return errBroken()
	}
	return nil
}

func errBroken() error { return data.Refuse(data.ErrInvalid, "font.broken") }

const (
	// deepest is how far composite glyphs may be made of composite ones. One that is a part of itself would have no end.
	deepest = 8
	// mostParts bounds the work that a damaged font can make.
	mostParts = 1 << 18
)

// keep takes a glyph and those that it is composed of.
func (c *cutter) keep(glyph, depth int) error {
	if glyph >= c.count || depth > deepest || c.parts > mostParts {
		return errBroken()
	}
	if _, known := c.kept[glyph]; known && depth == 0 {
		return nil
	}
	c.kept[glyph] = 0
	outline, err := c.outline(glyph)
	if err != nil {
		return err
	}
	places, err := components(outline)
	if err != nil {
		return err
	}
	for _, at := range places {
		c.parts++
		if err := c.keep(int(binary.BigEndian.Uint16(outline[at:])), depth+1); err != nil {
			return err
		}
	}
	return nil
}

// outline gives a glyph's description, empty where it paints nothing.
func (c *cutter) outline(glyph int) ([]byte, error) {
	loca, glyf := c.tables["loca"], c.tables["glyf"]
	var from, to int
	if c.long {
		from, to = int(binary.BigEndian.Uint32(loca[4*glyph:])), int(binary.BigEndian.Uint32(loca[4*glyph+4:]))
	} else {
		from, to = 2*int(binary.BigEndian.Uint16(loca[2*glyph:])), 2*int(binary.BigEndian.Uint16(loca[2*glyph+2:]))
	}
	if from > to || to > len(glyf) {
		return nil, errBroken()
	}
	return glyf[from:to], nil
}

// components gives the places in a composite glyph's description where the numbers of its parts stand; none in a simple
// glyph.
func components(outline []byte) ([]int, error) {
	const words, scale, more, twoScales, matrix = 1, 1 << 3, 1 << 5, 1 << 6, 1 << 7
	const head = 10
	if len(outline) < head || outline[0] < 0x80 { // not a negative number of contours
		return nil, nil
	}
	var places []int
	for at := head; ; {
		if at+4 > len(outline) {
			return nil, errBroken()
		}
		flags := binary.BigEndian.Uint16(outline[at:])
		places = append(places, at+2)
		at += 6
		if flags&words != 0 {
			at += 2
		}
		switch {
		case flags&scale != 0:
			at += 2
		case flags&twoScales != 0:
			at += 4
		case flags&matrix != 0:
			at += 8
		}
		if flags&more == 0 {
			return places, nil
		}
	}
}

// outlines gives the tables glyf and loca of the kept glyphs, the parts of composite ones under their new numbers.
func (c *cutter) outlines(order []int) (glyf, loca []byte) {
	for _, glyph := range order {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		outline, _ := c.outline(glyph) // keep has read it
		begin := len(glyf)
		glyf = append(glyf, outline...)
		places, _ := components(outline)
		for _, at := range places {
			old := int(binary.BigEndian.Uint16(outline[at:]))
			binary.BigEndian.PutUint16(glyf[begin+at:], uint16(c.kept[old]))
		}
		glyf = padded(glyf)
	}
	return glyf, binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
}

// metrics gives the table hmtx of the kept glyphs, with an advance for each.
func (c *cutter) metrics(order []int) []byte {
	hmtx := c.tables["hmtx"]
	var out []byte
	for _, glyph := range order {
		if glyph < c.advance {
			out = append(out, hmtx[4*glyph:4*glyph+4]...)
			continue
		}
		bearing := 4*c.advance + 2*(glyph-c.advance)
		out = append(out, hmtx[4*c.advance-4:4*c.advance-2]...)
		out = append(out, hmtx[bearing:bearing+2]...)
	}
	return out
}

// stretch is characters that follow one another and whose glyphs do too.
type stretch struct{ first, last, glyph int }

// characterMap gives a table cmap with one map, format 4 for the Basic Multilingual Plane.
func characterMap(numbers map[rune]int) []byte {
	var all []stretch
	for _, r := range slices.Sorted(maps.Keys(numbers)) {
		n := len(all) - 1
		if n >= 0 && int(r) == all[n].last+1 && numbers[r] == all[n].glyph+int(r)-all[n].first {
			all[n].last++
			continue
		}
		all = append(all, stretch{int(r), int(r), numbers[r]})
	}
	if n := len(all); n == 0 || all[n-1].last != 0xFFFF {
		all = append(all, stretch{0xFFFF, 0xFFFF, 0x10000}) // the map must end there; the glyph is 0
	}
	rangeOf, selector := searching(len(all))
	length := min(16+8*len(all), 0xFFFF) // more do not fit into the field; readers count the stretches
	out := []byte{0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12, 0, 4}
	put := func(n int) { out = binary.BigEndian.AppendUint16(out, uint16(n)) }
	for _, n := range []int{length, 0, 2 * len(all), 2 * rangeOf, selector, 2 * (len(all) - rangeOf)} {
		put(n)
	}
	for _, s := range all {
		put(s.last)
	}
	put(0)
	for _, s := range all {
		put(s.first)
	}
	for _, s := range all {
		put(s.glyph - s.first)
	}
	for range all {
		put(0)
	}
	return out
}
