package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestNoLineStartsWithAClosingMark(t *testing.T) {
	for _, mark := range strings.Split("，。、；：？！）》」』】〕〗〉％‰”’℃·,.;:?!)]}%", "") {
		for _, line := range broken("一二三四五六七八九十"+mark+"甲乙丙丁", 10)[1:] {
			require.False(t, strings.HasPrefix(line, mark), "%s begins %q", mark, line)
		}
	}
}

func TestNoLineEndsWithAnOpeningMark(t *testing.T) {
	for _, mark := range strings.Split("（《「『【〔〖〈“‘([{￥$№§≤≥≈±", "") {
		lines := broken("一二三四五六七八九"+mark+"甲乙丙丁", 10)
		require.Equal(t, "一二三四五六七八九", lines[0], "mark %s", mark)
	}
}

func TestAMarkThatMayNotStartTheNextLineIsTakenInWhereOthersGiveWay(t *testing.T) {
	require.Equal(t, []string{"一二，四五六七八九十。", "甲乙"}, broken("一二，四五六七八九十。甲乙", 10))
}

func TestAMarkTakesTheCharacterBeforeItDownWhereNothingGivesWay(t *testing.T) {
	require.Equal(t, []string{"一二三四五六七八九", "十？甲乙"}, broken("一二三四五六七八九十？甲乙", 10))
}

func TestLinesTakenInAreNoWiderThanTheirRoom(t *testing.T) {
	rows := breakLines(clusters("一二，四五六七八九》。甲乙", FangSong, halves{}), 10, 10)
	for _, r := range rows {
		require.LessOrEqual(t, r.em(), 10+rounding)
	}
}

func TestDashAndEllipsisStayWhole(t *testing.T) {
	for _, sign := range []string{"——", "……"} {
		lines := broken("一二三四五六七八九"+sign+"甲乙丙", 10)
		require.Equal(t, []string{"一二三四五六七八九", sign + "甲乙丙"}, lines)
	}
}

func TestANumberStaysWithItsUnit(t *testing.T) {
	cases := []struct{ text, whole string }{
		{"一二三四五六七八九5日甲乙", "5日"},
		{"一二三四五六七八九8名甲乙", "8名"},
		{"一二三四五六七3.5万元甲乙", "3.5万元"},
		{"一二三四五六七120平方米甲乙", "120平方米"},
		{"一二三四五六七八9个月甲乙", "9个月"},
		{"一二三四五六七八九第3条甲乙", "第3条"},
		{"一二三四五六七八九99％甲乙", "99％"},
		{"一二三四五六七2021—2026年", "2021—2026年"},
		{"一二三四五六七八九３６５甲乙", "３６５"},
	}
	for _, c := range cases {
		lines := broken(c.text, 10)
		require.True(t, strings.HasPrefix(lines[1], c.whole), "%q in %q", c.whole, lines)
	}
}

func TestANumberStaysWithAUnitThatStandsOneBlankBehindIt(t *testing.T) {
	require.Equal(t, []string{"一二三四五六七八", "210 mm，甲"}, broken("一二三四五六七八210 mm，甲", 10))
	require.Equal(t, []string{"一二三四五六七八210 ", "men甲"}, broken("一二三四五六七八210 men甲", 10))
}

func TestADateMayBreakBetweenItsParts(t *testing.T) {
	require.Equal(t, []string{"一二三四五六2026年", "3月5日"}, broken("一二三四五六2026年3月5日", 10))
}

func TestWordsNumbersAndAddressesAreNotBroken(t *testing.T) {
	for _, word := range []string{"Committee", "1234567", "0791-8888", "a@b.cn", "3.14159", "GB/T9704", "café", "Привет"} {
		lines := broken("一二三四五六七八九"+word+"甲", 10)
		require.Equal(t, []string{"一二三四五六七八九", word + "甲"}, lines)
	}
}

func TestAWordLongerThanALineIsCutAndFillsItsLines(t *testing.T) {
	word := strings.Repeat("a", 50)
	require.Equal(t, []string{"甲乙" + word[:16], word[16:36], word[36:]}, broken("甲乙"+word, 10))
}

func TestALongAddressIsCutBehindASignThatDividesIt(t *testing.T) {
	lines := broken("见https://www.yunling.gov.cn/dangwugongkai/2026/index.html", 10)
	for _, line := range lines[:len(lines)-1] {
		require.Contains(t, "/-_.?&=@,", line[len(line)-1:], "%q", lines)
	}
}

func TestSelectorsAndCombiningMarksStayWithTheirCharacter(t *testing.T) {
	for _, c := range []string{"葛\U000E0100", "e\u0301", "か\u3099", "☎\uFE0F", "👩\u200d🏫"} {
		lines := broken("一二三四五六七八九十"+c+"甲", 10)
		require.Equal(t, []string{"一二三四五六七八九十", c + "甲"}, lines)
	}
}

func TestBlanksThatNoLongerFitStayAtTheEndOfTheirLine(t *testing.T) {
	require.Equal(t, []string{"一二三四五六七八九十  ", "甲乙"}, broken("一二三四五六七八九十  甲乙", 10))
	require.Equal(t, []string{"一二三四五六七八九十　", "甲乙"}, broken("一二三四五六七八九十　甲乙", 10))
}

func TestANoBreakSpaceKeepsItsNeighboursTogether(t *testing.T) {
	require.Equal(t, []string{"一二三四五六七八九", "十\u00a0甲乙"}, broken("一二三四五六七八九十\u00a0甲乙", 10))
}

func TestANameWithAMiddleDotBreaksBehindTheDot(t *testing.T) {
	require.Equal(t, []string{"一二三四五六七八买·", "买提"}, broken("一二三四五六七八买·买提", 10))
	for _, line := range broken(strings.Repeat("阿卜杜拉·", 10), 7) {
		require.False(t, strings.HasPrefix(line, "·"))
	}
}

func TestADocumentNumberStaysWithItsYear(t *testing.T) {
	require.False(t, mayBreak(cluster{base: '〕'}, cluster{base: '1'}))
	require.True(t, mayBreak(cluster{base: '〕'}, cluster{base: '号'}))
}

func TestAMaskedNumberIsOneWord(t *testing.T) {
	require.True(t, IsOneWord('8', '*') && IsOneWord('*', '*') && IsOneWord('*', '1'))
}
