package page

import (
	"strings"
	"unicode"
)

// The rules of line ends (避头尾). Each says what must not come apart; mayBreak asks them all.

// MayNotStartLine: closing marks and marks that end or divide a sentence belong to what stands before them.
func MayNotStartLine(r rune) bool {
	return strings.ContainsRune("，。、；：？！）》」』】〕〗〉％‰”’℃·—…～,.;:?!)]}%", r)
}

// MayNotEndLine: opening marks belong to what stands behind them.
func MayNotEndLine(r rune) bool {
	return strings.ContainsRune("（《「『【〔〖〈“‘([{￥$№§", r)
}

// StaysTogether: the halves of a dash —— and of an ellipsis …… are one sign.
func StaysTogether(a, b rune) bool { return a == b && (a == '—' || a == '…') }

// IsOneWord: letters, digits and what joins them in words, numbers and addresses.
func IsOneWord(a, b rune) bool { return inWord(a) && inWord(b) }

func inWord(r rune) bool {
	if r < 0x2E80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
		return true
	}
	return strings.ContainsRune(".,-_/@:+%&#=~'", r)
}

// IsNumberWithUnit: a digit and the measure word or unit behind it.
func IsNumberWithUnit(a, b rune) bool {
	return unicode.IsDigit(a) && strings.ContainsRune(units, b)
}

// IsCompoundUnit: 万元, 平方米, 个月 and their like, which stand behind a number as one unit.
func IsCompoundUnit(a, b rune) bool {
	return strings.ContainsRune("万亿千百", a) && strings.ContainsRune("元人名户吨件亩", b) ||
		strings.ContainsRune("平立", a) && b == '方' || a == '方' && b == '米' ||
		a == '公' && strings.ContainsRune("里斤顷", b) || a == '个' && b == '月'
}

const units = "年月日号时分秒个名人件次项条户家批份页篇元万亿千百十岁周天届期公平立毫厘章节款第位吨克米里亩倍级类只辆台套间层座所场起宗幅册卷℃％‰%"

// mayBreak tells whether a line may end between two neighbouring characters.
func mayBreak(a, b cluster) bool {
	x, y := a.base, b.base
	switch {
	case y == ' ' || y == '\u00a0' || x == '\u00a0':
		return false // a space stays at the end of the line before
	case MayNotStartLine(y), MayNotEndLine(x), StaysTogether(x, y), IsNumberWithUnit(x, y), IsCompoundUnit(x, y):
		return false
	default:
		return !IsOneWord(x, y)
	}
}
