package data

import (
	"strings"
	"unicode"
)

// pairBrackets finds which bracket closes which, the half-width and the full-width ones alike.
func (l *markLine) pairBrackets() {
	var open []int
	for i, r := range l.runes {
		switch {
		case l.protected[i]:
		case r == '(' || r == '（':
			open = append(open, i)
		case (r == ')' || r == '）') && len(open) > 0:
			first := open[len(open)-1]
			open = open[:len(open)-1]
			l.partner[first], l.partner[i] = i, first
		}
	}
}

// judgeBracket reads a bracket with its partner: around Chinese, or behind it.
func (l *markLine) judgeBracket(i int) {
	other := l.partner[i]
	if other < 0 {
		l.judgeLoneBracket(i)
		return
	}
	first, last := min(i, other), max(i, other)
	if l.runes[first] == '(' && l.judgeYear(first, "〔", "〕", ')') {
		return
	}
	mixed := l.runes[first] == '（' || l.runes[last] == '）'
	if !mixed && !l.asksForWide(first, last) {
		return
	}
	if l.runes[first] == '(' {
		l.correct(HalfWidthMark, first, 1, "（")
	}
	if l.runes[last] == ')' {
		l.correct(HalfWidthMark, last, 1, "）")
	}
}

// judgeLoneBracket reads a bracket without a partner: it is Chinese if all beside it is.
func (l *markLine) judgeLoneBracket(i int) {
	left, right := l.side(i, -1), l.side(i, 1)
	chinese := left == chineseScript || right == chineseScript
	if chinese && (left == chineseScript || left == noScript) && (right == chineseScript || right == noScript) {
		l.correct(HalfWidthMark, i, 1, string(l.runes[i]+0xFEE0))
	}
}

// asksForWide tells whether a pair of half-width brackets stands in Chinese text. The label (1), an area code and a
// bracket of a file name are right as they are.
func (l *markLine) asksForWide(first, last int) bool {
	if l.insideFileName(last) {
		return false
	}
	if l.han[last] > l.han[first] {
		return !l.inEnglish(first, last)
	}
	inner := strings.TrimSpace(string(l.runes[first+1 : last]))
	after, _ := l.near(last, 1)
	switch {
	case l.side(first, -1) != chineseScript, isListLabel(inner):
		return false
	case allDigits(inner) && scriptOf(after) == digitScript:
		return false // (0772)1234567
	default:
		return true
	}
}

// inEnglish tells whether a pair that holds Chinese stands in English: Guangxi (广西) is.
func (l *markLine) inEnglish(first, last int) bool {
	before, _ := l.near(first, -1)
	return unicode.IsSpace(before) && l.side(first, -1) == latinScript && l.side(last, 1) != chineseScript
}

func (l *markLine) insideFileName(last int) bool {
	dot, at := l.near(last, 1)
	ending, _ := l.near(at, 1)
	return dot == '.' && scriptOf(ending) == latinScript
}

// isListLabel tells of what a label of a list holds: one or two digits, or one letter.
func isListLabel(inner string) bool {
	return len(inner) == 1 && isASCIIAlnum(rune(inner[0])) || len(inner) == 2 && allDigits(inner)
}

func allDigits(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }) < 0
}

// judgeYear puts the year of a document number into the brackets that GB/T 9704 7.2.5 asks for, and tells whether it is
// one: 清水发(2026)12号 and 清水发[2026]12号 become 清水发〔2026〕12号.
func (l *markLine) judgeYear(first int, open, shut string, closing rune) bool {
	last := first + 5
	if l.side(first, -1) != chineseScript || last >= len(l.runes) || l.runes[last] != closing || !allDigits(string(l.runes[first+1:last])) {
		return false
	}
	at := last + 1
	for at < len(l.runes) && scriptOf(l.runes[at]) == digitScript {
		at++
	}
	if at == last+1 || at >= len(l.runes) || l.runes[at] != '号' {
		return false
	}
	l.correct(HalfWidthMark, first, 1, open)
	l.correct(HalfWidthMark, last, 1, shut)
	return true
}

// pairQuotes pairs the straight quotes of a line. Inside quotes that are curved already they become the inner ones,
// which GB/T 15834 4.8 wants inside the outer. Where the pairs do not come out even, nothing is offered.
func (l *markLine) pairQuotes(straight, open, shut rune, innerOpen, innerShut rune) {
	var tokens, outer []int
	for i, r := range l.runes {
		if !l.protected[i] && (r == open || r == shut || r == straight) && !l.isApostrophe(i) {
			tokens = append(tokens, i)
		}
	}
	for n := 0; n < len(tokens); n++ {
		last := l.closedBy(tokens, n, open, shut)
		if last < 0 {
			outer = append(outer, tokens[n])
			continue
		}
		for k := n + 1; k < last; k += 2 {
			l.pair(tokens[k], tokens[k+1], innerOpen, innerShut)
		}
		n = last
	}
	outer = l.withoutInches(outer, straight)
	if !l.comeOutEven(outer, straight, open, shut) {
		return
	}
	for n := 0; n < len(outer); n += 2 {
		if !l.holdsCurved(outer[n], outer[n+1], open) {
			l.pair(outer[n], outer[n+1], open, shut)
		}
	}
}

// comeOutEven tells whether the quotes open and close in turn, a straight one standing for either.
func (l *markLine) comeOutEven(outer []int, straight, open, shut rune) bool {
	for n, i := range outer {
		if r := l.runes[i]; r != straight && r != []rune{open, shut}[n%2] {
			return false
		}
	}
	return len(outer)%2 == 0
}

// closedBy finds the curved quote that closes the curved one at tokens[n], with an even number of straight ones
// between; -1 where there is none.
func (l *markLine) closedBy(tokens []int, n int, open, shut rune) int {
	if l.runes[tokens[n]] != open {
		return -1
	}
	for k := n + 1; k < len(tokens); k++ {
		switch l.runes[tokens[k]] {
		case open:
			return -1
		case shut:
			if (k-n-1)%2 == 0 {
				return k
			}
			return -1
		}
	}
	return -1
}

// withoutInches leaves out what would open a quotation hard behind a digit: 43" is a screen.
func (l *markLine) withoutInches(outer []int, straight rune) []int {
	var kept []int
	for _, i := range outer {
		before, _ := l.near(i, -1)
		if len(kept)%2 == 0 && l.runes[i] == straight && scriptOf(before) == digitScript {
			continue
		}
		kept = append(kept, i)
	}
	return kept
}

// isApostrophe tells of a single quote inside or at the end of a Latin word.
func (l *markLine) isApostrophe(i int) bool {
	if r := l.runes[i]; r != '\'' && r != '’' {
		return false
	}
	before, _ := l.near(i, -1)
	after, _ := l.near(i, 1)
	return scriptOf(before) == latinScript && (scriptOf(after) == latinScript || unicode.IsSpace(after))
}

// holdsCurved tells whether quotes that are curved already stand inside; they would have to become inner ones, and that
// is for a person to decide.
func (l *markLine) holdsCurved(first, last int, open rune) bool {
	for _, r := range l.runes[first+1 : last] {
		if r == open {
			return true
		}
	}
	return false
}

func (l *markLine) pair(first, last int, open, shut rune) {
	l.partner[first], l.partner[last] = last, first
	l.curved[first], l.curved[last] = open, shut
}

// judgeQuote curves a pair of straight quotes that stands around Chinese or beside it.
func (l *markLine) judgeQuote(i int) {
	other := l.partner[i]
	if other < 0 {
		return
	}
	first, last := min(i, other), max(i, other)
	if l.han[last] > l.han[first] {
		if l.inEnglish(first, last) {
			return
		}
	} else if l.side(first, -1) != chineseScript && l.side(last, 1) != chineseScript {
		return
	}
	for _, at := range []int{first, last} {
		if r := l.runes[at]; r == '"' || r == '\'' {
			l.correct(HalfWidthMark, at, 1, string(l.curved[at]))
		}
	}
}
