package pinyin

import (
	"math/bits"
	"slices"
	"unicode"
)

// Spelling is how a text may be typed in letters: for each character every way to type it. A mark has none and is
// passed over.
type Spelling [][]string

// Spell gives how a text is typed, with all readings of each character and their southern spellings. Letters and digits
// of other scripts stand for themselves, in small type.
func (d *Dictionary) Spell(text string) Spelling {
	var s Spelling
	for _, r := range text {
		switch readings := d.readings[r]; {
		case len(readings) > 0:
			var ways []string
			for _, sound := range readings {
				ways = append(ways, d.table.typed[sound]...)
			}
			s = append(s, ways)
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			s = append(s, []string{string(unicode.ToLower(r))})
		default:
			s = append(s, nil)
		}
	}
	return s
}

// Has tells whether the letters stand for some characters of the text that follow each other: each typed whole or by its
// first letter, the last as far as it is typed. Letters beyond 63 are not looked at.
func (s Spelling) Has(letters string) bool {
	letters = letters[:min(len(letters), 63)]
	if letters == "" {
		return true
	}
	var active uint64 // bit n: the characters before this one took n letters
	for _, ways := range s {
		active |= 1
		if ways == nil {
			continue
		}
		var next uint64
		for left := active; left != 0; left &= left - 1 {
			at := bits.TrailingZeros64(left)
			for _, way := range ways {
				next |= taken(way, letters[at:]) << at
			}
		}
		if next>>len(letters) != 0 {
			return true
		}
		active = next
	}
	return false
}

// taken gives, as bits, how many of the letters a character may take that is typed in this way.
func taken(way, letters string) uint64 {
	n := 0
	for n < len(way) && n < len(letters) && way[n] == letters[n] {
		n++
	}
	if n == 0 {
		return 0
	}
	lengths := uint64(1) << 1
	if n == len(way) || n == len(letters) {
		lengths |= 1 << n
	}
	if n >= 2 && way[1] == 'h' {
		lengths |= 1 << 2
	}
	return lengths
}

// typedAs lists the ways to type a syllable: as it is spelt, with u for ü, and as southern speakers hear it.
func typedAs(syllable string) []string {
	ways := []string{syllable}
	for way := range soundsLike(syllable) {
		ways = append(ways, way)
	}
	switch syllable {
	case "lv", "nv":
		ways = append(ways, syllable[:1]+"u")
	case "lue", "nue":
		ways = append(ways, syllable[:1]+"ve")
	}
	slices.Sort(ways)
	return slices.Compact(ways)
}
