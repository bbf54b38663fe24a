package words

import (
	"encoding/json"
	"errors"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/assets"
	"gongkailan/data"
)

func table(t *testing.T, language string) map[string]string {
	t.Helper()
	texts := map[string]string{}
	require.NoError(t, json.Unmarshal(assets.Translation(language), &texts))
	return texts
}

func TestBothLanguagesSayTheSameThings(t *testing.T) {
	zh, en := table(t, Chinese), table(t, English)
	require.Equal(t, slices.Sorted(maps.Keys(zh)), slices.Sorted(maps.Keys(en)))
	place := regexp.MustCompile(`\{\d\}`)
	for key, text := range zh {
		require.NotEmpty(t, text, key)
		require.NotEmpty(t, en[key], key)
		in := func(s string) []string {
			return slices.Compact(slices.Sorted(slices.Values(place.FindAllString(s, -1))))
		}
		require.Equal(t, in(text), in(en[key]), "the places of %s", key)
	}
}

func TestChineseTextUsesFullWidthMarks(t *testing.T) {
	half := regexp.MustCompile(`\p{Han}[,:;!?()]|[,:;!?()]\p{Han}`)
	for key, text := range table(t, Chinese) {
		require.NotRegexp(t, half, text, key)
	}
}

// TestEveryRefusalSaysWhatToDoNext: whoever is refused something is asked to do something else, and in Chinese one asks
// with 请.
func TestEveryRefusalSaysWhatToDoNext(t *testing.T) {
	for key, text := range table(t, Chinese) {
		if strings.HasPrefix(key, "refuse.") {
			require.Contains(t, text, "请", key)
			require.NotRegexp(t, `[^。？]$`, text, "%s ends a sentence", key)
		}
	}
}

func TestEnglishTextIsEnglish(t *testing.T) {
	han := regexp.MustCompile(`\p{Han}`)
	for key, text := range table(t, English) {
		if key != "lang.other" && key != "kiosk.language" {
			require.NotRegexp(t, han, text, key)
		}
	}
}

func TestEveryTermOfTheFieldHasItsWords(t *testing.T) {
	zh := table(t, Chinese)
	has := func(prefix, code string) { require.Contains(t, zh, prefix+code) }
	for _, v := range data.Statuses() {
		has("status.", string(v))
	}
	for _, v := range data.Acts() {
		has("act.", string(v))
	}
	for _, v := range data.Audiences() {
		has("audience.", string(v))
	}
	for _, v := range data.Channels() {
		has("channel.", string(v))
	}
	for _, v := range data.Modes() {
		has("mode.", string(v))
	}
	for _, v := range data.Decisions() {
		has("decision.", string(v))
	}
	for _, v := range data.Roles() {
		has("role.", string(v))
	}
}

func TestAnUnknownLanguageIsChinese(t *testing.T) {
	require.Equal(t, Chinese, For("fr").Language)
}

func TestErrorsAreWordedWithTheTermsOfTheField(t *testing.T) {
	err := data.Refuse(data.ErrRefused, "item.channel", "lobby", "party")
	require.Equal(t, "“大厅屏”会超出公开范围“党内”，不能使用。请去掉这个渠道，或扩大公开范围后重新送审。", For(Chinese).Error(err))
	require.Contains(t, For(English).Error(errors.New("disk gone")), "disk gone")
}

func TestReasonsOfRulesAreWordedForReadersOfEnglish(t *testing.T) {
	en, zh := For(English), For(Chinese)
	require.Equal(t, "春节调休上班", zh.Why("春节调休上班"))
	require.Equal(t, "working weekend (Spring Festival)", en.Why("春节调休上班"))
	require.Equal(t, "weekend (estimate, no State Council notice)", en.Why("周末（推算，未按国务院通知）"))
	require.Equal(t, "Labour Day holiday", en.Why("劳动节放假"))
}

// The faces are Chinese ones: a curly mark is as wide as a character there and tears an English sentence apart.
func TestEnglishQuotesAreStraight(t *testing.T) {
	for key, text := range For(English).table {
		require.NotRegexp(t, "[“”‘’]", text, key)
	}
}

// What comes next is followed by who can do it, and the sentence gets its full stop there.
func TestWhatComesNextHasNoFullStop(t *testing.T) {
	for _, language := range []string{Chinese, English} {
		for _, s := range data.Statuses() {
			require.NotRegexp(t, "[。.]$", For(language).T("next."+string(s)), language)
		}
	}
}

func TestTheYearStandsInATableWhereItIsAnother(t *testing.T) {
	require.Equal(t, "3月5日", For(Chinese).TableDate("2026-03-05", 2026))
	require.Equal(t, "2027年3月5日", For(Chinese).TableDate("2027-03-05", 2026))
	require.Equal(t, "5 Mar", For(English).TableDate("2026-03-05", 2026))
	require.Equal(t, "5 Mar 2027", For(English).TableDate("2027-03-05", 2026))
	require.Equal(t, "—", For(Chinese).TableDate("", 2026))
}
