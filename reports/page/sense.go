package page

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Costs of a line's end between two words of a title. The less a place costs, the more it is one between parts of the
// sentence. The numbers are weighed against each other by the titles in TestTitlesBreakAsAReaderWouldBreakThem.
const (
	beforeOn   = -14 // 关于 opens the matter: a line more likely begins there than anywhere
	atPause    = 1   // behind a mark, before a book title
	behindOf   = 4   // 的
	behindUnit = 4   // the unit whose doing is told, the persons whom it is about, the time
	beforeAnd  = 8   // 和
	plain      = 10  // anywhere else between words
	behindAnd  = 15
	headNoun   = 20 // 情况, 工作 and their like belong to what they are of
	inList     = 15 // behind 、
	inNames    = 20 // behind the 、 between two persons
	unknown    = 24 // between characters that may be a word
	joined     = 28 // inside a compound, behind a word that leans on the next one
	insideUnit = 16 // more, inside the name of a unit
	insideBook = 14 // more, inside a book title that takes most of a line
	clinging   = 90 // 的, 等, 局 never open a line; 关于 never ends one
	torn       = 90 // inside a word
	inPieces   = 150
)

// gaps gives what it costs to end a line before each character: nothing at the start, impossible inside a name that
// fits on a line.
func (t reading) gaps(names []string, room float64, sums []float64) []float64 {
	gaps := make([]float64, len(t.runes)+1)
	for i := 1; i < len(t.runes); i++ {
		gaps[i] = t.gap(i)
	}
	t.bindUnits(gaps)
	t.bindQuoted(gaps, room, sums)
	t.bindPersons(gaps)
	t.loosen(gaps, room, sums)
	if len(names) > 0 {
		t.bindTold(gaps, names)
		t.loosen(gaps, room, sums)
	}
	return gaps
}

// mayEnd tells whether the rules of line ends allow one before character i.
func (t reading) mayEnd(i int) bool {
	return mayEndBefore(t.all, i)
}

// gap is the cost before character i, by the words on both sides.
func (t reading) gap(i int) float64 {
	if !t.mayEnd(i) {
		return math.Inf(1)
	}
	a, b := t.words[t.wordOf[i-1]], t.words[t.wordOf[i]]
	if t.wordOf[i-1] == t.wordOf[i] {
		return t.inside(a, i)
	}
	left, right := a.text, b.text
	switch {
	case clings(left, right):
		return clinging
	case isOneTime(left, right, t.runes[i-1]):
		return joined + insideUnit
	case right == "关于":
		return beforeOn
	case listed(andWords, left):
		return behindAnd
	case t.isAmongNames(i):
		return inNames
	case t.runes[i-1] == '、':
		return inList
	case t.runes[i] == '“' && a.text != "”":
		return beforeAnd
	case t.runes[i-1] == '”' && t.runes[i] != '“':
		return t.between(a, b)
	case isPause(t.runes[i-1]), t.runes[i] == '《':
		return atPause
	default:
		return t.between(a, b)
	}
}

// between is the cost of a break between two words that no mark parts.
func (t reading) between(a, b word) float64 {
	switch {
	case a.text == "的":
		return behindOf
	case listed(andWords, b.text), listed(predicates, b.text):
		return beforeAnd
	case b.text == "（", listed(leaningWords, a.text), t.isCounted(a):
		return joined
	case listed(headNouns, b.text), listed(modifiers, a.text):
		return headNoun
	case isTime(a.text, t.runes[a.end-1]), listed(persons, a.text):
		return behindUnit
	case a.kind == stray && b.kind == stray:
		return unknown
	default:
		return plain
	}
}

// isAmongNames: behind the 、 that divides persons a list of names would be torn.
func (t reading) isAmongNames(i int) bool {
	before := t.wordOf[i-1] - 1
	return t.runes[i-1] == '、' && before >= 0 && t.words[before].kind == person
}

// isCounted: 5起 and what is counted are one, but for times and numbers of order, as 2026年 or 第12期.
func (t reading) isCounted(w word) bool {
	return w.end-w.start == 1 && w.start > 0 && unicode.IsDigit(t.runes[w.start-1]) &&
		!strings.ContainsRune("年月日时分号期届次批度", t.runes[w.start])
}

// inside is the cost of a break within a word: a compound gives way between its parts.
func (t reading) inside(w word, i int) float64 {
	for start := w.start; start < i-1; start++ {
		if !t.opens(start, i-start) {
			continue
		}
		for end := i + 2; end <= w.end; end++ {
			if t.opens(i, end-i) {
				return joined
			}
		}
	}
	return torn
}

// clings tells whether the second word leans on the first so that nobody would part them.
func clings(left, right string) bool {
	return listed(trailers, right) || listed(openers, left) || listed(persons, right) ||
		left == "等" && unicode.IsDigit([]rune(right)[0])
}

func isPause(r rune) bool {
	return IsQuiet(r) || strings.ContainsRune("》”）〉」』、，；：。", r)
}

// isTime tells whether a word closes a time, as in 2026年度 or 第一季度.
func isTime(word string, last rune) bool {
	return listed(timeWords, word) || word == "年" || word == "月" || word == "日" || last == '季'
}

// isOneTime: 2026年上半年 is one time, 2026年 and 上半年 are its parts.
func isOneTime(left, right string, last rune) bool {
	return isTime(left, last) && (listed(timeWords, right) || unicode.IsDigit([]rune(right)[0]) ||
		strings.HasPrefix(right, "第") && strings.HasSuffix(right, "季度"))
}

// bindUnits makes breaks inside the names of units dearer, and those behind them cheap: 中共云岭县食品药品监督管理局
// 党组 is one name, though nobody has told.
func (t reading) bindUnits(gaps []float64) {
	start := 0
	for w := 0; w < len(t.words); w++ {
		text := t.words[w].text
		if t.words[w].kind == mark || listed(unitBounds, text) {
			start = w + 1
			continue
		}
		if !endsUnit(text) {
			continue
		}
		for i := t.words[start].start + 1; i <= t.words[w].start; i++ {
			gaps[i] = max(gaps[i], min(gaps[i]+insideUnit, clinging))
		}
		if end := t.words[w].end; end < len(t.runes) && gaps[end] == plain {
			gaps[end] = behindUnit
		}
	}
}

func endsUnit(text string) bool {
	for ends := unitEnds; ends != ""; {
		var end string
		if end, ends, _ = strings.Cut(ends, " "); strings.HasSuffix(text, end) {
			return true
		}
	}
	return false
}

// shortQuote is how much of a line a book title may take that is never torn.
const shortQuote = 0.75

// bindQuoted: a short book title, and what stands in quotes or brackets, is torn only where a line cannot hold it; a
// long one rather not.
func (t reading) bindQuoted(gaps []float64, room float64, sums []float64) {
	for start, r := range t.runes {
		n := strings.IndexRune("《“（", r)
		if n < 0 {
			continue
		}
		shut, _ := utf8.DecodeRuneInString("》”）"[n:])
		for end := start + 1; end < len(t.runes) && sums[end+1]-sums[start] <= room; end++ {
			if t.runes[end] != shut {
				continue
			}
			if sums[end+1]-sums[start] <= shortQuote*room {
				bind(gaps, start, end+1)
			}
			for i := start + 1; i <= end; i++ {
				gaps[i] += insideBook
			}
			break
		}
	}
}

func bind(gaps []float64, start, end int) {
	for i := start + 1; i < end; i++ {
		gaps[i] = math.Inf(1)
	}
}

// loosen lets what is longer than a line break all the same: names behind their dots, else where the marks allow it.
// Overflowing the type area would be worse.
func (t reading) loosen(gaps []float64, room float64, sums []float64) {
	t.loosenRuns(gaps, room, sums, func(i int) float64 {
		if t.runes[i-1] == '·' && t.mayEnd(i) {
			return beforeAnd
		}
		return math.Inf(1)
	})
	t.loosenRuns(gaps, room, sums, func(i int) float64 {
		if t.mayEnd(i) {
			return inPieces
		}
		return math.Inf(1)
	})
	t.loosenRuns(gaps, room, sums, func(i int) float64 {
		if MayNotEndLine(t.runes[i-1]) || MayNotStartLine(t.runes[i]) || IsQuiet(t.runes[i]) {
			return math.Inf(1)
		}
		return inPieces
	})
}

// loosenRuns gives new costs within every run that cannot be broken and is longer than a line.
func (t reading) loosenRuns(gaps []float64, room float64, sums []float64, cost func(i int) float64) {
	start := 0
	for end := 1; end <= len(t.runes); end++ {
		if end < len(t.runes) && math.IsInf(gaps[end], 1) {
			continue
		}
		if sums[end]-sums[start] > room+rounding {
			for i := start + 1; i < end; i++ {
				gaps[i] = cost(i)
			}
		}
		start = end
	}
}
