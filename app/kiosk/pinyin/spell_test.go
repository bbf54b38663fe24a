package pinyin

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestATitleIsFoundByWhatIsTyped(t *testing.T) {
	title := read(t).Spell("关于王龑等8名同志任前公示的公告（第二批），绿色单位")
	for _, letters := range []string{
		"rqgs", "renqiangongshi", "renqgs", "renqgongsh", "wangyan", "wy", "wyd8m", "8mtz", "yuwang", "dep", "lvse", "luse", "lsdw", "renqiangongsi", "tongz", "tongzh", "",
	} {
		require.True(t, title.Has(letters), letters)
	}
	for _, letters := range []string{"rqgsx", "gsrq", "wangyanx", "9m", "v", strings.Repeat("g", 80)} {
		require.False(t, title.Has(letters), letters)
	}
}

func TestAnyStretchOfATextIsFoundByItsFirstLetters(t *testing.T) {
	d := read(t)
	list := standard()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SliceOfN(rapid.SampledFrom(list), 1, 12).Draw(t, "text")
		from := rapid.IntRange(0, len(text)-1).Draw(t, "from")
		var letters strings.Builder
		for _, r := range text[from:] {
			way := rapid.SampledFrom(d.Readings(r)).Draw(t, "reading")
			if rapid.Bool().Draw(t, "short") {
				way = way[:1]
			}
			letters.WriteString(way)
		}
		if s := letters.String(); !d.Spell(string(text)).Has(s) {
			t.Fatalf("%s is not in %s", s, string(text))
		}
	})
}

func BenchmarkHas(b *testing.B) {
	title := read(b).Spell("关于涉及群众切身利益的食品药品监督管理重大决策、政策、文件征求意见情况及采纳结果的公告（第二批）")
	for b.Loop() {
		title.Has("wenjianzqyjqkx")
	}
}
