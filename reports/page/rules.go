package page

import (
	"strings"
	"unicode"
)

// The rules of line ends (避头尾). Each says what must not come apart; mayBreak asks them all.

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

// IsNumberWithUnit: a digit and the measure word or unit behind it, and 第 and the number behind it.
func IsNumberWithUnit(a, b rune) bool {
	return unicode.IsDigit(a) && strings.ContainsRune(units, b) || a == '第' && unicode.IsDigit(b)
}

// IsDocumentNumber: the year in 〔〕 and the number behind it, 〔2026〕12号, are one (GB/T 9704-2012, 7.2.5).
func IsDocumentNumber(a, b rune) bool {
	return strings.ContainsRune("〕】］]", a) && unicode.IsDigit(b)
}

// IsRange: 2021—2026, 5～7 and their like are one expression.
func IsRange(a, b rune) bool {
	return unicode.IsDigit(a) && strings.ContainsRune("—～", b) || strings.ContainsRune("—～", a) && unicode.IsDigit(b)
}

// IsCompoundUnit: 万元, 平方米, 个月 and their like, which stand behind a number as one unit.
func IsCompoundUnit(a, b rune) bool {
	return strings.ContainsRune("万亿千百", a) && strings.ContainsRune("万亿元人名户吨件亩", b) ||
		strings.ContainsRune("平立", a) && b == '方' || a == '方' && b == '米' ||
		a == '公' && strings.ContainsRune("里斤顷", b) || a == '个' && b == '月' ||
		strings.ContainsRune("千毫厘", a) && strings.ContainsRune("米克瓦升", b)
}

const units = "年月日号时分秒个名人件次项条户家批份页篇元万亿千百十岁周天届期公平立毫厘章节款第位吨克米里亩倍级类只辆台套间层座所场起宗幅册卷℃％‰%"

// spacedUnits are the units that are written with a blank behind their number, as in 210 mm.
const spacedUnits = "|mm|cm|dm|m|km|mg|g|kg|t|ml|L|s|min|h|Hz|kHz|MHz|GHz|V|kV|W|kW|MW|A|Pa|kPa|MPa|KB|MB|GB|TB|dB|pt|"

// splitsSpacedUnit tells whether a line that ends before the cluster at cut would part a number from the unit that
// stands one blank behind it.
func splitsSpacedUnit(p []cluster, cut int) bool {
	if cut < 2 || p[cut-1].base != ' ' || !unicode.IsDigit(p[cut-2].base) {
		return false
	}
	unit := ""
	for i := cut; i < len(p) && i-cut <= len("GHz") && inWord(p[i].base); i++ {
		unit += string(p[i].base)
	}
	return unit != "" && strings.Contains(spacedUnits, "|"+strings.TrimRight(unit, ".,")+"|")
}

// IsQuiet: a blank that no longer fits stays at the end of its line, where nobody sees it.
func IsQuiet(r rune) bool { return unicode.IsSpace(r) && r != noBreakSpace }

const noBreakSpace = '\u00a0'

// mayBreak tells whether a line may end between two neighbouring characters.
func mayBreak(a, b cluster) bool {
	x, y := a.base, b.base
	switch {
	case IsQuiet(y), y == noBreakSpace, x == noBreakSpace:
		return false
	case MayNotStartLine(y), MayNotEndLine(x), StaysTogether(x, y):
		return false
	case IsNumberWithUnit(x, y), IsCompoundUnit(x, y), IsRange(x, y), IsDocumentNumber(x, y):
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
