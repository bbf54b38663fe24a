package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// amounts are numbers with their units, each of which stands on one line.
var amounts = strings.Split("24小时|15工作日|15个工作日|30分钟|37支|54栋|899度|13角|7票|384把|5周年|36平方公里|5个百分点|5学时|100万平方米|"+
	"3000万美元|1000余人|300多户|10来个|10余万人次|３０kg|３０ｋｇ|３０ kg|64 次|45 平方公里|520.41 小时|12,000 元|１２　个|3.5万元|"+
	"120平方米|9个月|2个半月|5个多小时|第3条|第12次|99％|2026年|2026年度|2026学年|3月份|5公里|5公顷|5公斤|210 mm|5.2万kW|120㎡|120m²|120 m²|"+
	"60km/h|30 mg/L|12元/平方米|3.5元/平方米·月|8千瓦时|5吨标准煤|3人次|20户次|90周岁|20世纪|90年代|5号楼|12号|三个工作日|"+
	"三十平方公里|两个百分点|几个月|数十万人次|二十四小时|〔2026〕第12次|〔2026〕12号|万元|百人", "|")

// At whatever place of the line a number with its unit comes to stand, it stands there whole.
func TestALineNeverPartsANumberFromItsUnit(t *testing.T) {
	for _, whole := range amounts {
		for before := 15; before <= 28; before++ {
			text := strings.Repeat("汉", before) + whole + strings.Repeat("字", 8)
			lines := broken(text, CharsPerLine)
			require.Equal(t, text, strings.Join(lines, ""))
			require.Contains(t, strings.Join(lines, "|"), whole, "behind %d characters", before)
		}
	}
}

func TestPartsOfADateOrAListMayStandOnTwoLines(t *testing.T) {
	for _, c := range [][2]string{
		{"2026年", "3月5日"},
		{"2026 年 ", "3 月"},
		{"9时", "30分"},
		{"24小时", "3人"},
		{"5日", "内"},
		{"210 ", "men"},
		{"12元/", "甲"},
		{"12  ", "个"},
	} {
		p := clusters(c[0]+c[1], FangSong, halves{})
		require.True(t, mayEndBefore(p, len([]rune(c[0]))), "%q|%q", c[0], c[1])
	}
}

// Without a number 公里, 方米 and 平方 are two characters as any others.
func TestWhatLooksLikeAUnitBehindNoNumberMayBreak(t *testing.T) {
	for _, text := range []string{"办公里间", "对方米粮", "和平方案", "统一公示", "2026公示", "统一人员", "各小时段"} {
		p := clusters(text, FangSong, halves{})
		breaks := 0
		for cut := 1; cut < len(p); cut++ {
			if mayEndBefore(p, cut) {
				breaks++
			}
		}
		require.Equal(t, strings.Count(text, "")-2-strings.Count(text, "2026")*3, breaks, "%q", text)
	}
}

// A number with its unit that takes more than half a line may be parted: carried down it would leave the line empty.
func TestAVeryLongNumberIsNotCarriedDown(t *testing.T) {
	long := strings.Repeat("8", 27)
	require.True(t, splitsUnit(clusters(long[:20]+"平方米", FangSong, halves{}), 21))
	require.False(t, splitsUnit(clusters(long+"平方米", FangSong, halves{}), 28))
}

func TestTheListsOfUnitsAreNoLongerThanIsLookedAt(t *testing.T) {
	require.True(t, isUnit("个工作日"))
	require.True(t, isUnit("吨标准煤"))
	require.False(t, isUnit(""))
	require.False(t, isUnit("公示"))
}

// A figure and a unit stay together however they are written and whatever surrounds them.
func TestAmountsStayWholeInAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Builder{}
		for range rapid.IntRange(1, 12).Draw(t, "amounts") {
			text.WriteString(strings.Repeat("汉", rapid.IntRange(1, 30).Draw(t, "han")))
			text.WriteString("【" + rapid.SampledFrom(amounts).Draw(t, "amount") + "】")
		}
		lines := strings.Join(broken(text.String(), CharsPerLine), "|")
		require.Equal(t, text.String(), strings.ReplaceAll(lines, "|", ""))
		for _, part := range strings.Split(lines, "【")[1:] {
			amount, _, _ := strings.Cut(part, "】")
			require.NotContains(t, amount, "|")
		}
	})
}

func TestAnAddressIsNotCutInsideItsScheme(t *testing.T) {
	address := "https://www.yunling.gov.cn/dangwugongkai/2026/zhongyao/xinxi/gongshi/index.html"
	for _, lead := range []string{"", "（", "网址："} {
		for before := 0; before <= CharsPerLine; before++ {
			text := strings.Repeat("汉", before) + lead + address
			lines := broken(text, CharsPerLine)
			require.Equal(t, text, strings.Join(lines, ""))
			require.Contains(t, strings.Join(lines, "|"), "https://", "behind %d characters", before)
			for _, line := range lines[:len(lines)-1] {
				require.NotContains(t, "htps:", line[len(line)-1:], "%q", lines)
			}
		}
	}
	require.Equal(t, []string{"汉汉汉汉汉汉汉汉", "https://", "dangwugongkaidangwugo", "ngkai"}[:2],
		broken("汉汉汉汉汉汉汉汉https://dangwugongkaidangwugongkai", 10)[:2])
}

func TestALineShorterThanASchemeStillHoldsPartOfIt(t *testing.T) {
	text := "汉https://www.yunling.gov.cn"
	for _, line := range broken(text, 3) {
		require.LessOrEqual(t, sumEm(clusters(line, FangSong, halves{})), 3+rounding)
	}
}
