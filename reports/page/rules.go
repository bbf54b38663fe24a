package page

import (
	"strings"
	"unicode"
)

// The rules of line ends (避头尾). Each says what must not come apart; mayEndBefore asks them all.

// MayNotStartLine: closing marks and marks that end or divide a sentence belong to what stands before them
// (GB/T 15834-2011, 5.1).
func MayNotStartLine(r rune) bool {
	return strings.ContainsRune("，。、；：？！）》」』】〕〗〉％‰”’℃·～,.;:?!)]}%", r)
}

// MayNotEndLine: opening marks, and signs that are written before a number, belong to what stands behind them.
func MayNotEndLine(r rune) bool {
	return strings.ContainsRune("（《「『【〔〖〈“‘([{￥$№§≤≥≈±", r)
}

// StaysTogether: the halves of a dash —— and of an ellipsis …… are one sign.
func StaysTogether(a, b rune) bool { return a == b && (a == '—' || a == '…') }

// IsOneWord: letters, digits and what joins them in words, numbers and addresses; full-width digits are a number too.
func IsOneWord(a, b rune) bool {
	return inWord(a) && inWord(b) || unicode.IsDigit(a) && unicode.IsDigit(b)
}

func inWord(r rune) bool {
	if r < 0x2E80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
		return true
	}
	return strings.ContainsRune(".,-_/@:+%&#=~'*", r)
}

// IsOrdinal: 第 and the number behind it. What stands behind the number is for splitsUnit to tell.
func IsOrdinal(a, b rune) bool { return a == '第' && unicode.IsDigit(b) }

// IsDocumentNumber: the year in 〔〕 and the number behind it, 〔2026〕12号 or 〔2026〕第12次, are one (GB/T 9704-2012,
// 7.2.5).
func IsDocumentNumber(a, b rune) bool {
	return strings.ContainsRune("〕】］]", a) && (unicode.IsDigit(b) || b == '第')
}

// IsRange: 2021—2026, 5～7 and their like are one expression.
func IsRange(a, b rune) bool {
	return unicode.IsDigit(a) && strings.ContainsRune("—～", b) || strings.ContainsRune("—～", a) && unicode.IsDigit(b)
}

// IsCompoundUnit: 万元, 百人 and their like, which stand behind a number, in figures or in Han, as one unit.
func IsCompoundUnit(a, b rune) bool {
	return strings.ContainsRune("万亿千百", a) && strings.ContainsRune("万亿元人名户吨件亩", b)
}

// IsQuiet: a blank that no longer fits stays at the end of its line, where nobody sees it.
func IsQuiet(r rune) bool { return unicode.IsSpace(r) && r != noBreakSpace }

const noBreakSpace = '\u00a0'

// mayEndBefore tells whether a line may end before the cluster at cut, by its neighbours and by what stands around.
func mayEndBefore(p []cluster, cut int) bool {
	return mayBreak(p[cut-1], p[cut]) && !splitsUnit(p, cut)
}

// mayBreak tells whether a line may end between two neighbouring characters, as far as these alone can tell.
func mayBreak(a, b cluster) bool {
	x, y := a.base, b.base
	switch {
	case IsQuiet(y), y == noBreakSpace, x == noBreakSpace:
		return false
	case MayNotStartLine(y), MayNotEndLine(x), StaysTogether(x, y):
		return false
	case IsOrdinal(x, y), IsCompoundUnit(x, y), IsRange(x, y), IsDocumentNumber(x, y):
		return false
	default:
		return !IsOneWord(x, y)
	}
}

// MayGiveWay tells how a full-width mark may be squeezed where a line would otherwise break a rule: half of an opening
// mark is blank before it, half of a closing one behind it (GB/T 15834-2011, 5.1.10).
func MayGiveWay(r rune) (before, behind float64) {
	switch {
	case strings.ContainsRune("（《「『【〔〖〈“‘", r):
		return half, 0
	case strings.ContainsRune("，。、；：）》」』】〕〗〉”’", r):
		return 0, half
	default:
		return 0, 0
	}
}

const half = 0.5
