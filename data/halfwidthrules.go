package data

import (
	"strings"
	"unicode"
)

// judge applies the rule of the mark at a place, if it still stands there.
func (l *markLine) judge(i int) {
	switch r := l.runes[i]; r {
	case ',', ';', ':', '?', '!':
		if l.partsChinese(i) {
			l.correct(HalfWidthMark, i, 1, string(r+0xFEE0)) // the full-width forms follow ASCII in the same order
		}
	case '.':
		l.judgeDots(i)
	case wideStop:
		l.judgeWideStop(i)
	case '-':
		l.judgeHyphens(i)
	case '(', ')':
		l.judgeBracket(i)
	case '[':
		l.judgeYear(i, "〔", "〕", ']')
	case '"', '\'':
		l.judgeQuote(i)
	case '`':
		l.judgeBacktick(i)
	case '~':
		l.judgeWave(i)
	default:
		if isWrongDot(r) && l.betweenHan(i) {
			l.correct(WrongMiddleDot, i, 1, "·")
		}
	}
}

// partsChinese tells whether a comma, colon or the like parts Chinese text: Chinese stands at one side, and it does not
// stand inside a number, a time or a ratio.
func (l *markLine) partsChinese(i int) bool {
	before, _ := l.near(i, -1)
	after, place := l.near(i, 1)
	switch {
	case scriptOf(before) == digitScript && scriptOf(after) == digitScript:
		return false
	case strings.ContainsRune(`/\=`, after), l.runes[i] == '?' && l.isQuery(place):
		return false
	}
	left, right := l.side(i, -1), l.side(i, 1)
	return left == chineseScript || right == chineseScript || right == noScript && l.endsWord(i, isASCIIAlnum)
}

// isQuery tells whether name=value begins at a place, as after the ? of an address.
func (l *markLine) isQuery(i int) bool {
	first := i
	for i < len(l.runes) && isASCIIAlnum(l.runes[i]) {
		i++
	}
	return i > first && i < len(l.runes) && l.runes[i] == '='
}

// endsWord tells whether a word of such runes, hard behind a Han character, stands before the place: 共12, 使用WPS.
func (l *markLine) endsWord(i int, of func(rune) bool) bool {
	r, at := l.near(i, -1)
	first := at
	for at >= 0 && (of(r) || r == '%' || r == '℃') {
		r, at = l.near(at, -1)
	}
	return at < first && isHan(r)
}

// judgeDots reads one dot as a full stop, three to six as an ellipsis (GB/T 15834 4.11); a longer row leads to a page
// number, and of two nobody knows what was meant.
func (l *markLine) judgeDots(i int) {
	count := l.row(i)
	switch {
	case count == 1:
		if to := l.stop(i); to != "" {
			l.correct(kindOfStop(to), i, 1, to)
		}
	case count >= 3 && count <= 6:
		if l.side(i, -1) == chineseScript || l.side(i+count-1, 1) == chineseScript {
			l.correct(HalfWidthMark, i, count, "……")
		}
	}
}

// row counts the same runes from a place on; 0 where the row began earlier.
func (l *markLine) row(i int) int {
	if before, _ := l.near(i, -1); before == l.runes[i] {
		return 0
	}
	count := 1
	for i+count < len(l.runes) && l.runes[i+count] == l.runes[i] {
		count++
	}
	return count
}

// stop gives what a dot should be: the mark of a label 一、, the dot inside a name, a full stop, or "" where it is right.
func (l *markLine) stop(i int) string {
	numeral, label := l.isLabel(i)
	after, _ := l.near(i, 1)
	switch next := scriptOf(after); {
	case next == latinScript, next == digitScript, strings.ContainsRune(`_/\*=`, after):
		return "" // a file name, a number
	case numeral:
		return "、"
	case label:
		return ""
	case l.insideName(i):
		return "·"
	case l.side(i, -1) == chineseScript, l.side(i, 1) == noScript && l.endsWord(i, unicode.IsDigit):
		return "。"
	default:
		return ""
	}
}

func kindOfStop(to string) MarkKind {
	if to == "·" {
		return WrongMiddleDot
	}
	return HalfWidthMark
}

// isLabel tells whether all that stands before a place is the label of a heading: a bare Chinese numeral, or any label.
func (l *markLine) isLabel(i int) (numeral, any bool) {
	numeral = true
	count := 0
	for r, at := l.near(i, -1); at >= 0; r, at = l.near(at, -1) {
		switch {
		case unicode.IsSpace(r):
			continue
		case strings.ContainsRune("一二三四五六七八九十百", r):
		case strings.ContainsRune("（）()0123456789", r):
			numeral = false
		default:
			return false, false
		}
		count++
	}
	return numeral && count > 0, count > 0
}

// judgeWideStop reads the full-width stop: a decimal point, a dot inside a name, or a full stop.
func (l *markLine) judgeWideStop(i int) {
	before, _ := l.near(i, -1)
	after, _ := l.near(i, 1)
	if scriptOf(before) == digitScript && scriptOf(after) == digitScript {
		l.correct(FullWidthNumber, i, 1, ".")
		return
	}
	if to := l.stop(i); to != "" {
		l.correct(kindOfStop(to), i, 1, to)
	}
}

// betweenHan tells whether Han characters stand hard at both sides.
func (l *markLine) betweenHan(i int) bool {
	before, _ := l.near(i, -1)
	after, _ := l.near(i, 1)
	return isHan(before) && isHan(after)
}

// inNames are the characters with which names of the minorities and of foreigners are written by their sound. A dot
// between two such words is the dot inside a name; between any others it ends a sentence.
const inNames = "阿艾埃昂奥巴拜班毕宾波伯博布达德登迪丁多顿尔恩菲弗盖甘冈嘎格古哈汗赫侯胡吉加嘉江杰卡凯康柯科克肯库拉莱兰朗雷勒里力丽莉利林琳卢鲁罗洛马玛麦买曼茂梅蒙米姆木穆纳娜" +
	"乃奈尼努诺欧帕皮普恰琼热仁萨赛桑沙珊什史司斯苏索塔泰坦特提图吐托瓦旺维翁乌吾西希夏肖谢辛雅亚央扬耶叶伊依尤玉约则扎泽珠卓孜措伍牛苦都合杜卜迈麻努祖热再牙孜"

func (l *markLine) insideName(i int) bool {
	named := func(r rune) bool { return r != gone && strings.ContainsRune(inNames, r) }
	last, at := l.near(i, -1)
	first, _ := l.near(at, -1)
	next, at := l.near(i, 1)
	second, _ := l.near(at, 1)
	return named(last) && named(first) && named(next) && (named(second) || !isHan(second))
}

// judgeHyphens reads two or three hyphens as a dash; one is right inside 0772-1234567, 2021-2026 or a model's name, and
// a longer row is a line drawn by hand.
func (l *markLine) judgeHyphens(i int) {
	count := l.row(i)
	if count != 2 && count != 3 {
		return
	}
	left, right := l.side(i, -1), l.side(i+count-1, 1)
	if right == chineseScript || right == noScript && left == chineseScript {
		l.correct(HalfWidthMark, i, count, "——")
	}
}

// judgeBacktick takes a stray backtick away: Chinese has no such mark.
func (l *markLine) judgeBacktick(i int) {
	before, _ := l.near(i, -1)
	after, _ := l.near(i, 1)
	if scriptOf(before) != chineseScript && scriptOf(after) != chineseScript {
		return
	}
	if isASCIIMark(before) || isASCIIMark(after) {
		return // what stands beside it is read first
	}
	l.correct(HalfWidthMark, i, 1, "")
}

// judgeWave reads ~ between numbers or words of Chinese text as the wave of a range (GB/T 15834 4.13).
func (l *markLine) judgeWave(i int) {
	if l.reachesHan(i, -1) && l.reachesNumber(i, 1) || l.reachesHan(i, 1) && l.reachesNumber(i, -1) {
		l.correct(HalfWidthMark, i, 1, "～")
	}
}

func (l *markLine) reachesNumber(i, step int) bool {
	r, _ := l.near(i, step)
	return scriptOf(r) == digitScript || scriptOf(r) == chineseScript || r == '%' || r == '℃'
}

// reachesHan tells whether a Han character stands hard at a side, or behind one number.
func (l *markLine) reachesHan(i, step int) bool {
	r, at := l.near(i, step)
	for r != gone && (scriptOf(r) == digitScript || strings.ContainsRune(".,:%℃", r)) {
		r, at = l.near(at, step)
	}
	return isHan(r)
}

func isASCIIMark(r rune) bool { return r > ' ' && r < 0x7F && !isASCIIAlnum(r) }

func isASCIIAlnum(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
}

// isWrongDot tells of the dots that stand in names in place of U+00B7.
func isWrongDot(r rune) bool {
	switch r {
	case '・', '･', '•', '‧', '∙', '⋅':
		return true
	}
	return false
}

func isWideAlnum(r rune) bool {
	return r >= '０' && r <= '９' || r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ'
}

// wideNumbers makes digits and letters half as wide, with the point inside a number; a run at a time.
func (l *markLine) wideNumbers() {
	for i := 0; i < len(l.runes); i++ {
		first := i
		for i < len(l.runes) && (isWideAlnum(l.runes[i]) || i > first && i+1 < len(l.runes) && l.runes[i] == wideStop && isWideAlnum(l.runes[i+1])) {
			i++
		}
		if i == first {
			continue
		}
		narrow := make([]rune, i-first)
		for n, r := range l.runes[first:i] {
			narrow[n] = r - 0xFEE0
		}
		l.correct(FullWidthNumber, first, i-first, string(narrow))
	}
}
