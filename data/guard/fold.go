package guard

import (
	"strings"
	"unicode"
)

// span is a place of the folded text.
type span struct {
	kind       Kind
	start, end int
}

// scan is one search through a text. The text is folded first: what looks like a digit is one, every blank is a space,
// every dash a hyphen, and what has no width is gone, so that the rules see a number as a reader does.
type scan struct {
	r       []rune
	at, end []int32 // where each rune begins and ends in the text, in bytes
	taken   []bool  // runes that belong to a finding
	found   []span
}

func newScan(text string) *scan {
	s := &scan{}
	s.r, s.at, s.end = make([]rune, 0, len(text)), make([]int32, 0, len(text)), make([]int32, 0, len(text))
	for i, r := range text {
		if n := len(s.r); n > 0 && s.end[n-1] < 0 {
			s.end[n-1] = int32(i)
		}
		if folded := fold(r); folded != none {
			s.r, s.at, s.end = append(s.r, folded), append(s.at, int32(i)), append(s.end, -1)
		}
	}
	if n := len(s.r); n > 0 && s.end[n-1] < 0 {
		s.end[n-1] = int32(len(text))
	}
	s.spokenNumbers()
	s.taken = make([]bool, len(s.r))
	return s
}

// none marks a rune that the folded text leaves out.
const none = rune(-1)

// fold gives the plain form of a rune.
func fold(r rune) rune {
	switch {
	case r < 0x80:
		return foldASCII(r)
	case r >= 0xFF01 && r <= 0xFF5E: // full-width forms
		return r - 0xFF01 + '!'
	case r >= 0x1D7CE && r <= 0x1D7FF: // digits of mathematical alphabets
		return '0' + (r-0x1D7CE)%10
	case isUnseen(r):
		return none
	case unicode.Is(unicode.Zs, r):
		return ' '
	case r >= 0x2010 && r <= 0x2015:
		return '-'
	}
	return foldLetter(r)
}

// isUnseen tells the marks that have no width: soft hyphens, joiners, marks of direction and of variants.
func isUnseen(r rune) bool {
	return r == 0xAD || r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x206F ||
		r == 0xFEFF || r >= 0xFE00 && r <= 0xFE0F
}

func foldASCII(r rune) rune {
	switch r {
	case '\r', '\v', '\f':
		return '\n'
	case 0:
		return none
	}
	return r
}

// foldLetter writes what is drawn like another sign as that sign: dashes, dots, the X of an ID number in other scripts, and
// the words of the rules in traditional script.
func foldLetter(r rune) rune {
	switch r {
	case 0x2028, 0x2029, 0x85:
		return '\n'
	case 0x2212, 0xFE63, 0x2043, 0xFE58:
		return '-'
	case 0xB7, 0x2022, 0x30FB, 0x2027, 0x2219, 0x22C5:
		return '.'
	case '×', 'Ⅹ', 'ⅹ', 'Х', 'Χ', 'х', 'χ', '✕':
		return 'X'
	case '機':
		return '机'
	case '絕':
		return '绝'
	case '祕':
		return '秘'
	case '級':
		return '级'
	case '號':
		return '号'
	case '電':
		return '电'
	case '話':
		return '话'
	case '☆':
		return '★'
	}
	return r
}

// leastSpoken is how many Chinese numerals in a row make a number that is read out digit by digit: 一三八零零…. A year has
// four; seven digits are the shortest telephone number.
const leastSpoken = 7

// spokenNumbers writes numbers in Chinese numerals in digits.
func (s *scan) spokenNumbers() {
	from := 0
	for i := 0; i <= len(s.r); i++ {
		if i < len(s.r) && spoken(s.r[i]) >= 0 {
			continue
		}
		if i-from >= leastSpoken {
			for j := from; j < i; j++ {
				s.r[j] = '0' + rune(spoken(s.r[j]))
			}
		}
		from = i + 1
	}
}

// spoken is the value of a Chinese numeral, -1 for any other rune.
func spoken(r rune) int {
	switch r {
	case '〇', '○', '零':
		return 0
	case '一', '幺':
		return 1
	case '二':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	}
	return -1
}

// plain folds a short text into a string.
func plain(text string) string { return string(newScan(text).r) }

// meant is a text as it is meant, whatever its spelling: digits alone for a number, letters and Han without space else.
func meant(kind Kind, text string) string {
	text = strings.ToUpper(plain(text))
	switch kind {
	case Mobile:
		all := digitsOf(text)
		return all[max(0, len(all)-11):]
	case Landline:
		return digitsOf(text)
	case ID, BankCard:
		return kept(text, func(r rune) bool { return isDigit(r) || r == 'X' })
	case Email:
		return kept(strings.NewReplacer("[AT]", "@", "(AT)", "@").Replace(text), func(r rune) bool { return r != ' ' })
	default:
		return kept(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	}
}

func digitsOf(text string) string { return kept(text, isDigit) }

func kept(text string, keep func(rune) bool) string {
	return strings.Map(func(r rune) rune {
		if keep(r) {
			return r
		}
		return -1
	}, text)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// rune gives the rune at a place, a line's end beyond the text.
func (s *scan) rune(i int) rune {
	if i < 0 || i >= len(s.r) {
		return '\n'
	}
	return s.r[i]
}

// has tells whether a word stands at a place.
func (s *scan) has(i int, word string) bool {
	for _, r := range word {
		if s.rune(i) != r {
			return false
		}
		i++
	}
	return true
}

// hasAny gives the length of the first word of a list that stands at a place, 0 for none.
func (s *scan) hasAny(i int, words ...string) int {
	for _, w := range words {
		if s.has(i, w) {
			return len([]rune(w))
		}
	}
	return 0
}

// before gives up to n runes of the line before a place, in lower case.
func (s *scan) before(i, n int) string {
	from := i
	for from > 0 && i-from < n && s.r[from-1] != '\n' {
		from--
	}
	return strings.ToLower(string(s.r[from:i]))
}

// after gives up to n runes of the line from a place on.
func (s *scan) after(i, n int) string {
	to := i
	for to < len(s.r) && to-i < n && s.r[to] != '\n' {
		to++
	}
	return string(s.r[i:to])
}

func containsAny(text string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// take notes a finding unless a part of it belongs to one already.
func (s *scan) take(kind Kind, start, end int) bool {
	if start >= end || slicesContains(s.taken[start:end]) {
		return false
	}
	for i := start; i < end; i++ {
		s.taken[i] = true
	}
	s.found = append(s.found, span{kind, start, end})
	return true
}

func slicesContains(taken []bool) bool {
	for _, t := range taken {
		if t {
			return true
		}
	}
	return false
}
