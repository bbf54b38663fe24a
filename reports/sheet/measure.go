package sheet

import (
	"math"
	"strings"
	"unicode"
)

// Nothing in a workbook file makes a row as high as its text: the program that opens it may or may not do so, and
// never for merged cells. So heights are estimated here, rather a line too high than one too low.

const (
	linePitch  = 13.5 // points for a line of textSize
	rowAir     = 7.0  // points above and under the text together
	mostHeight = 409  // the format's limit for a row, in points

	indentWidth = 1.5 // what an indent takes of a column, in digits
)

// columnsOf counts a text's width in digits: Han, kana and full-width signs take two.
func columnsOf(text string) int {
	n := 0
	for _, r := range text {
		n += columnsOfRune(r)
	}
	return n
}

func columnsOfRune(r rune) int {
	switch {
	case r < 0x1100 && r != '—' && r != '…':
		return 1
	case unicode.Is(unicode.Mn, r):
		return 0
	default:
		return 2
	}
}

// linesOf estimates how many lines the text takes in a column of that width. Words and numbers are not broken, so
// each line may lose what would have been the next word's beginning; a Han of 10 pt is a little narrower than two
// digits of 11 pt, which makes up for most of that.
func linesOf(text string, width float64) int {
	room := max(2, int(math.Floor(width))-1)
	lines := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines++
		at := 0
		for _, piece := range pieces(paragraph) {
			wide := columnsOf(piece)
			if at > 0 && at+wide > room {
				lines++
				at = 0
			}
			lines += max(0, wide-1) / room
			at += min(wide, (wide-1)%room+1)
		}
	}
	if lines > 2 {
		lines++ // over that length a face whose digits are wider than those of 宋体 takes one more
	}
	return lines
}

// pieces cuts a text where a line may end: around each wide character, behind each blank.
func pieces(text string) []string {
	var list []string
	word := strings.Builder{}
	flush := func() {
		if word.Len() > 0 {
			list = append(list, word.String())
			word.Reset()
		}
	}
	for _, r := range text {
		if columnsOfRune(r) == 2 {
			flush()
			list = append(list, string(r))
			continue
		}
		word.WriteRune(r)
		if r == ' ' {
			flush()
		}
	}
	flush()
	return list
}

// heightOf gives the height of a row of so many lines, in points.
func heightOf(lines int) float64 {
	return min(mostHeight, float64(lines)*linePitch+rowAir)
}
