package data

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fix is one correction in a line: count runes from the first become to.
type fix struct {
	kind         MarkKind
	first, count int
	to           string
}

// markLine is a line while its marks are read. What is found is corrected in place, so that the marks beside it are
// judged by what will stand there; a rune that falls away becomes gone. It is used for one line after another, to save
// the room that it takes.
type markLine struct {
	was    []rune // the line as it is
	at     []int  // where each rune of it begins, and its end
	origin []int  // where each rune of the reading stood in it

	runes     []rune
	protected []bool // inside an address of the net, where every mark is right
	han       []int  // how many Han characters stand before each place
	partner   []int  // the other one of a pair of brackets or quotes, -1 where there is none
	curved    []rune // what a straight quote would become
	fixes     []fix

	corrected []rune // the line as it should be
	places    []int  // and the place that each rune of it had
}

// gone stands where a rune falls away.
const gone rune = -1

// asciiMarks are the half-width marks that have a rule.
const asciiMarks = ",.;:?!()\"'-`~["

// wideStop is the full stop as wide as a Han character, which no Chinese text needs.
const wideStop = '．'

// hasRule tells of the runes that judge knows.
func hasRule(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r > ' ' && !isASCIIAlnum(r) && strings.IndexByte(asciiMarks, byte(r)) >= 0
	default:
		return r == wideStop || isWrongDot(r)
	}
}

// read finds what is wrong in a line, and makes the line as it should be.
func (l *markLine) read(was []rune) {
	count := len(was)
	l.runes = append(l.runes[:0], was...)
	l.protected = append(l.protected[:0], make([]bool, count)...)
	l.curved = append(l.curved[:0], make([]rune, count)...)
	l.partner = append(l.partner[:0], make([]int, count)...)
	for i := range l.partner {
		l.partner[i] = -1
	}
	l.fixes, l.corrected, l.places = l.fixes[:0], l.corrected[:0], l.places[:0]
	l.protect()
	l.countHan()
	l.wideNumbers()
	if l.isChinese() {
		l.pairBrackets()
		l.pairQuotes('"', '“', '”', '‘', '’')
		l.pairQuotes('\'', '‘', '’', '“', '”')
		l.sweep()
	}
	for i, r := range l.runes {
		if r != gone {
			l.corrected, l.places = append(l.corrected, r), append(l.places, i)
		}
	}
}

// sweep reads the marks forwards and backwards until nothing more is found: one mark may be judged by the next.
func (l *markLine) sweep() {
	var open []int
	for i, r := range l.runes {
		if !l.protected[i] && hasRule(r) {
			open = append(open, i)
		}
	}
	for found, forwards := -1, true; found != len(l.fixes); forwards = !forwards {
		found = len(l.fixes)
		for n := range open {
			i := open[n]
			if !forwards {
				i = open[len(open)-1-n]
			}
			l.judge(i)
		}
	}
}

// correct notes a correction and makes it in place.
func (l *markLine) correct(kind MarkKind, first, count int, to string) {
	l.fixes = append(l.fixes, fix{kind, first, count, to})
	for i := range count {
		l.runes[first+i] = gone
	}
	for _, r := range to { // never longer than what stood there
		l.runes[first] = r
		first++
	}
}

// protect marks the addresses of the net and of mail, a run of ASCII at a time.
func (l *markLine) protect() {
	for first := 0; first < len(l.runes); first++ {
		last := first
		for last < len(l.runes) && l.runes[last] > ' ' && l.runes[last] < 0x7F {
			last++
		}
		if last == first {
			continue
		}
		from, to := address(string(l.runes[first:last]))
		for i := first + from; i < first+to; i++ {
			l.protected[i] = true
		}
		first = last
	}
}

// address finds an address of the net or of mail in a run of ASCII; the marks that end a sentence do not belong to it.
func address(token string) (from, to int) {
	isName := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(".-_+%", r)
	}
	if i := strings.Index(token, "://"); i > 0 {
		from = strings.LastIndexFunc(token[:i], func(r rune) bool { return !unicode.IsLetter(r) }) + 1
		return from, addressEnd(token, i+3)
	}
	if i := strings.Index(token, "www."); i >= 0 {
		return i, addressEnd(token, i+4)
	}
	if i := strings.IndexByte(token, '@'); i > 0 {
		from = strings.LastIndexFunc(token[:i], func(r rune) bool { return !isName(r) }) + 1
		to = len(token)
		if end := strings.IndexFunc(token[i+1:], func(r rune) bool { return !isName(r) }); end >= 0 {
			to = i + 1 + end
		}
		return from, len(strings.TrimRight(token[:to], ".-"))
	}
	return 0, 0
}

func addressEnd(token string, from int) int {
	to := len(token)
	if i := strings.IndexAny(token[from:], "\"<>`"); i >= 0 {
		to = from + i
	}
	return len(strings.TrimRight(token[:to], ",.;:?!)'-"))
}

func (l *markLine) countHan() {
	l.han = append(l.han[:0], make([]int, len(l.runes)+1)...)
	for i, r := range l.runes {
		l.han[i+1] = l.han[i]
		if isHan(r) {
			l.han[i+1]++
		}
	}
}

// isChinese tells whether the line is Chinese text: it has Han characters, and no more words of Latin letters than
// these. An English sentence with a Chinese name in it is English.
func (l *markLine) isChinese() bool {
	latin, inside := 0, false
	for i, r := range l.runes {
		letter := !l.protected[i] && scriptOf(r) == latinScript
		if letter && !inside {
			latin++
		}
		inside = letter
	}
	han := l.han[len(l.runes)]
	return han > 0 && latin <= han
}

// script is what a mark's neighbour belongs to.
type script int

const (
	noScript script = iota // the end of the line
	chineseScript
	latinScript
	digitScript
	otherScript
)

func scriptOf(r rune) script {
	switch {
	case r < utf8.RuneSelf:
		return scriptOfASCII(r)
	case isWideAlnum(r):
		if r <= '９' {
			return digitScript
		}
		return latinScript
	case isHan(r), r > 0x3000 && r <= 0x303F, r > 0xFF00 && r <= 0xFF5E:
		return chineseScript
	case unicode.IsDigit(r):
		return digitScript
	case unicode.IsLetter(r):
		return latinScript
	default:
		return otherScript
	}
}

func scriptOfASCII(r rune) script {
	switch {
	case r >= '0' && r <= '9':
		return digitScript
	case isASCIIAlnum(r):
		return latinScript
	default:
		return otherScript
	}
}

// isHan tells of a Han character; the usual ones need no search in a table.
func isHan(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r > 0x2E00 && unicode.Is(unicode.Han, r)
}

// isNeutral tells of a mark that Chinese and English share; what stands beyond it tells which text it is in.
func isNeutral(r rune) bool {
	switch r {
	case gone, '“', '”', '‘', '’', '…', '—':
		return true
	}
	return unicode.IsSpace(r)
}

// near gives the next rune that stands in a direction, and its place; gone at the end of the line.
func (l *markLine) near(i, step int) (rune, int) {
	for i += step; i >= 0 && i < len(l.runes); i += step {
		if l.runes[i] != gone {
			return l.runes[i], i
		}
	}
	return gone, i
}

// side gives the script of what stands in a direction, beyond spaces and the marks that both scripts share.
func (l *markLine) side(i, step int) script {
	for i += step; i >= 0 && i < len(l.runes); i += step {
		if !isNeutral(l.runes[i]) {
			return scriptOf(l.runes[i])
		}
	}
	return noScript
}
