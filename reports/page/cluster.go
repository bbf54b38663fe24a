package page

import (
	"unicode"
	"unicode/utf8"
)

// cluster is one character as a reader sees it: a base with the marks, selectors and joiners that belong to it.
type cluster struct {
	text string
	base rune
	ems  []float64 // width of each rune, in em
}

func (c cluster) width() float64 {
	var sum float64
	for _, em := range c.ems {
		sum += em
	}
	return sum
}

// clusters cuts a text into characters. Joined again, they are the text: nothing is lost and nothing added. Bytes
// that are not UTF-8 must have been dealt with before.
func clusters(text string, face Face, widths Widths) []cluster {
	var cut []cluster
	joined := false
	for _, r := range text {
		em := widthOf(r, face, widths)
		if len(cut) > 0 && (joined || staysWithBase(r)) {
			last := &cut[len(cut)-1]
			last.text += string(r)
			last.ems = append(last.ems, em)
		} else {
			cut = append(cut, cluster{text: string(r), base: r, ems: []float64{em}})
		}
		joined = r == zeroWidthJoiner
	}
	return cut
}

const zeroWidthJoiner = '\u200d'

// staysWithBase: combining marks, variation selectors (IVS too), joiners and other invisible signs never stand at the
// head of a line by themselves.
func staysWithBase(r rune) bool {
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc, unicode.Cf) || r >= 0xFE00 && r <= 0xFE0F || r >= 0xE0100 && r <= 0xE01EF
}

// widthOf gives a character's width; signs that paint nothing have none, a tab is two characters wide.
func widthOf(r rune, face Face, widths Widths) float64 {
	switch {
	case r == '\t':
		return 2
	case unicode.IsControl(r) || staysWithBase(r) || r == utf8.RuneError && widths == nil:
		return 0
	default:
		return widths.Em(face, r)
	}
}
