package page

import (
	"unicode"
	"unicode/utf8"
)

// cluster is one character as a reader sees it: a base with the marks, selectors and joiners that belong to it.
type cluster struct {
	text string
	base rune
	face Face
	ems  []float64 // width of each rune, in em
	// trimBefore and trimBehind are how much of the blank half of a mark the line has taken away, in em.
	trimBefore, trimBehind float64
}

// width is the room that the cluster takes on its line, in em.
func (c *cluster) width() float64 {
	sum := -c.trimBefore - c.trimBehind
	for _, em := range c.ems {
		sum += em
	}
	return sum
}

// hush takes the room away from a blank that is not to be seen; it stays in the text.
func (c *cluster) hush() { clear(c.ems) }

// clusters cuts a text into characters. Joined again, they are the text: nothing is lost and nothing added. Bytes
// that are not UTF-8 must have been dealt with before.
func clusters(text string, face Face, widths Widths) []cluster {
	cut := make([]cluster, 0, utf8.RuneCountInString(text))
	ems := make([]float64, 0, cap(cut))
	joined := false
	start := 0
	for at, r := range text {
		ems = append(ems, widthOf(r, face, widths))
		end := at + utf8.RuneLen(r)
		n := len(ems)
		if len(cut) > 0 && (joined || staysWithBase(r)) {
			last := &cut[len(cut)-1]
			last.text = text[start:end]
			last.ems = ems[n-len(last.ems)-1 : n]
		} else {
			start = at
			cut = append(cut, cluster{text: text[at:end], base: r, face: face, ems: ems[n-1 : n]})
		}
		joined = r == zeroWidthJoiner
	}
	return cut
}

const zeroWidthJoiner = '\u200d'

// staysWithBase: combining marks, variation selectors, joiners, controls and other invisible signs never stand at the
// head of a line by themselves.
func staysWithBase(r rune) bool {
	return Invisible(r) || unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc)
}

// Invisible tells whether a character has nothing to paint and takes no room: controls (a tab has room), format signs
// and variation selectors, those of the ideographic variation sequences too.
func Invisible(r rune) bool {
	return r != '\t' && unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp) ||
		r >= 0xFE00 && r <= 0xFE0F || r >= 0xE0100 && r <= 0xE01EF
}

// tabEm is how wide a tab is: two characters, as an indent.
const tabEm = 2

// widthOf gives a character's width in em.
func widthOf(r rune, face Face, widths Widths) float64 {
	switch {
	case r == '\t':
		return tabEm
	case Invisible(r):
		return 0
	default:
		return widths.Em(face, r)
	}
}

// row is one line of a paragraph before it has a place.
type row struct {
	clusters []cluster
	last     bool // the paragraph's last
}

func (r row) text() string {
	var text []byte
	for _, c := range r.clusters {
		text = append(text, c.text...)
	}
	return string(text)
}

// em is the width of the row, in em.
func (r row) em() float64 { return sumEm(r.clusters) }

func sumEm(list []cluster) float64 {
	sum := 0.0
	for i := range list {
		sum += list[i].width()
	}
	return sum
}

// visible counts the clusters without the blanks at the row's end.
func (r row) visible() int {
	n := len(r.clusters)
	for n > 0 && IsQuiet(r.clusters[n-1].base) {
		n--
	}
	return n
}

// single makes a row of a text that is sure to fit on one line.
func single(text string, face Face, widths Widths) row {
	return row{clusters: clusters(text, face, widths), last: true}
}
