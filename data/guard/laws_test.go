package guard

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// spellings are the ways in which people write the same digits: as they are, full-width, with blanks, dashes or marks of
// width 0 between groups.
func spell(t *rapid.T, number string, groups []int) string {
	sign := rapid.SampledFrom([]string{"", " ", "-", "－", "—", "\u00a0", "\u3000", "\u200b", "\ufeff"}).Draw(t, "sign")
	var out strings.Builder
	at := 0
	for i, n := range groups {
		if i > 0 {
			out.WriteString(sign)
		}
		out.WriteString(number[at : at+n])
		at += n
	}
	text := out.String()
	if rapid.Bool().Draw(t, "full-width") {
		text = strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' || r == 'X' {
				return r - '!' + 0xFF01
			}
			return r
		}, text)
	}
	return text
}

// han draws Chinese text that means nothing and holds no sign of the rules.
func han(t *rapid.T, name string) string {
	return rapid.StringOfN(rapid.SampledFrom([]rune("经研究决定同意将其列入公示名单并按照有关要求做好后续工作请予监督")), 1, 12, -1).Draw(t, name)
}

func digits(t *rapid.T, n int, name string) string {
	return rapid.StringOfN(rapid.RuneFrom([]rune("0123456789")), n, n, -1).Draw(t, name)
}

func twoDigits(n int) string { return string(rune('0'+n/10)) + string(rune('0'+n%10)) }

func drawDay(t *rapid.T, first, last int) string {
	return strconv.Itoa(rapid.IntRange(first, last).Draw(t, "year")) +
		twoDigits(rapid.IntRange(1, 12).Draw(t, "month")) + twoDigits(rapid.IntRange(1, 28).Draw(t, "day"))
}

func drawID(t *rapid.T) string {
	head := rapid.SampledFrom([]string{"11", "13", "21", "31", "35", "37", "44", "50", "53", "61", "65"}).Draw(t, "province") +
		digits(t, 4, "region") + drawDay(t, 1930, 2020) + digits(t, 3, "order")
	return head + string(checkSign([]rune(head)))
}

func drawCard(t *rapid.T) string {
	n := rapid.SampledFrom([]int{16, 19}).Draw(t, "length")
	head := rapid.SampledFrom([]string{"6222", "6217", "6228", "6214"}).Draw(t, "bank") + digits(t, n-5, "rest")
	for check := '0'; ; check++ {
		if luhn([]rune(head + string(check))) {
			return head + string(check)
		}
	}
}

func TestWhatIsPersonalIsFoundInEverySpelling(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var number, text string
		kind := rapid.SampledFrom([]Kind{ID, Mobile, BankCard}).Draw(t, "kind")
		switch kind {
		case ID:
			number = drawID(t)
			text = spell(t, number, rapid.SampledFrom([][]int{{18}, {6, 8, 4}, {6, 12}, {3, 3, 4, 4, 4}}).Draw(t, "groups"))
		case Mobile:
			number = "1" + rapid.SampledFrom([]string{"3", "5", "8", "9"}).Draw(t, "net") + digits(t, 9, "number")
			text = spell(t, number, rapid.SampledFrom([][]int{{11}, {3, 4, 4}}).Draw(t, "groups"))
		case BankCard:
			number = drawCard(t)
			groups := []int{4, 4, 4, 4}
			if len(number) == 19 {
				groups = append(groups, 3)
			}
			text = spell(t, number, groups)
		}
		whole := han(t, "before") + text + han(t, "after")
		found := Find(whole)
		require.Len(t, found, 1, whole)
		require.Equal(t, kind, found[0].Kind)
		require.Equal(t, text, found[0].Text)
		require.Equal(t, whole[found[0].Start:found[0].End], text)
		require.Empty(t, Find(Mask(whole, found)))
		require.NotContains(t, Mask(whole, found), number)
		plain := Finding{Kind: kind, Text: number}
		require.Equal(t, plain.Key(), found[0].Key())
		require.NotContains(t, found[0].Key(), number)
	})
}

func TestDaysSumsAndDocumentNumbersAreNeverPersonal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year := strconv.Itoa(rapid.IntRange(1921, 2035).Draw(t, "year"))
		month, day := strconv.Itoa(rapid.IntRange(1, 12).Draw(t, "month")), strconv.Itoa(rapid.IntRange(1, 28).Draw(t, "day"))
		n := strconv.Itoa(rapid.IntRange(1, 9999).Draw(t, "n"))
		sum := rapid.IntRange(0, 999_999_999_999).Draw(t, "sum")
		text := rapid.SampledFrom([]string{
			year + "年" + month + "月" + day + "日至" + year + "年" + month + "月28日",
			drawDay(t, 1949, 2035) + "-" + drawDay(t, 1949, 2035),
			year + "-" + month + "-" + day + " 09:30",
			"榕委〔" + year + "〕" + n + "号",
			"党组发[" + year + "]第" + n + "号",
			thousands(sum) + ".00元",
			"¥" + strconv.Itoa(sum) + ".50",
			strconv.Itoa(sum) + "元",
			"Z109-WS·" + year + "-D30-BGS-" + digits(t, 4, "piece"),
			year + "-" + digits(t, 4, "item"),
			"核验码：" + digits(t, 4, "a") + "-" + digits(t, 4, "b") + "-" + digits(t, 4, "c"),
			"GB/T " + n + "-" + year,
			"占比" + digits(t, 2, "whole") + "." + digits(t, 6, "parts") + "%",
			"邮编" + digits(t, 6, "post"),
		}).Draw(t, "text")
		whole := han(t, "before") + "，" + text + "，" + han(t, "after")
		require.Empty(t, Find(whole), whole)
	})
}

func thousands(n int) string {
	text := strconv.Itoa(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}

// TestMaskingLeavesNothingToFind masks every line of the set: what is left holds nothing but secrecy marks, which stay.
func TestMaskingLeavesNothingToFind(t *testing.T) {
	for _, l := range readSet(t) {
		for _, f := range Find(Mask(l.text, Find(l.text))) {
			require.Equal(t, Secrecy, f.Kind, "%d: %s", l.number, Mask(l.text, Find(l.text)))
		}
	}
}
