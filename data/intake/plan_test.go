package intake

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/assets"
	"gongkailan/data"
)

func TestTheDemonstrationPlanIsTakenWhole(t *testing.T) {
	p, err := ReadPlan(assets.DemoPlan())
	require.NoError(t, err)
	usual, err := data.ReadCatalogue(assets.DefaultCatalogue())
	require.NoError(t, err)
	require.Len(t, p.Catalogue.Categories, 6)
	require.Len(t, p.Catalogue.Entries, 24)
	for i, e := range p.Catalogue.WithDefaultsOf(usual).Entries {
		require.Equal(t, usual.Entries[i].Code, e.Code)
		require.Equal(t, usual.Entries[i].Mode, e.Mode, e.Title)
		require.Equal(t, usual.Entries[i].Audience, e.Audience, e.Title)
	}
}

// The plan as it was saved from a web page, where it lies beside the project.
func TestThePlanSavedFromAWebPage(t *testing.T) {
	raw, err := os.ReadFile("../../../shared/data/plan.txt")
	if err != nil {
		t.Skip("the saved plan is not here")
	}
	p, err := ReadPlan(raw)
	require.NoError(t, err)
	require.Len(t, p.Catalogue.Categories, 6)
	require.Len(t, p.Catalogue.Entries, 24)
	require.Equal(t, "党组织人气目标和阶段性工作重点", p.Catalogue.Entries[1].Title, "the wording is kept")
	require.Equal(t, "党组织任期目标和阶段性工作重点", p.Accept().Entries[1].Title)
	require.Equal(t, "党组织人气目标和阶段性工作重点", p.AcceptOnly(nil).Entries[1].Title)
	require.Contains(t, p.Corrections, Correction{Line: 37, From: "人气目标", To: "任期目标"})
	require.Contains(t, p.Corrections, Correction{Line: 31, From: "`重大事项", To: "重大事项"})
	why := map[int]string{}
	for _, s := range p.Skipped {
		why[s.Line] = s.Why
	}
	require.Equal(t, "网页的页眉", why[1])
	require.Equal(t, "网页的日期行", why[5])
	require.Equal(t, "网页的相关文章", why[135])
	everyLineIsAccountedFor(t, raw, p)
}

// everyLineIsAccountedFor: what is neither in the catalogue nor among the skipped lines can only be marks and the words
// that announce a list.
func everyLineIsAccountedFor(t require.TestingT, raw []byte, p Plan) {
	text, err := Decode(raw)
	require.NoError(t, err)
	known := map[int]string{}
	for i, c := range p.Catalogue.Categories {
		known[p.categoryAt[i].first] += c.Title
	}
	for i, e := range p.Catalogue.Entries {
		for n := p.entryAt[i].first; n <= p.entryAt[i].last; n++ {
			known[n] += e.Title
		}
		require.NotEmpty(t, e.Title)
	}
	skipped := map[int]bool{}
	for _, s := range p.Skipped {
		require.False(t, skipped[s.Line], "line %d is skipped twice", s.Line)
		require.NotEmpty(t, s.Why)
		skipped[s.Line] = true
		known[s.Line] += s.Text
	}
	announcing := strings.NewReplacer("公开的内容", "", "包括", "", "主要", "", "具体", "", "公开", "", "以下", "", "下列", "", "内容", "")
	r := newReader()
	lines := splitLines(text)
	for i := range lines {
		lines[i].mark = r.mark(lines[i].text)
	}
	for _, l := range r.unwrap(lines) {
		taken := ""
		for _, part := range l.each() {
			taken += known[part.number]
		}
		for _, c := range announcing.Replace(l.text) {
			if unicode.Is(unicode.Han, c) && !strings.ContainsRune("第一二三四五六七八九十章节条是壹贰叁", c) {
				require.Contains(t, taken, string(c), "line %d is lost in part: %s\n%q\n%s%v", l.number, l.text, text, listing(p.Catalogue), p.Skipped)
			}
		}
	}
}

// numbering styles as plans use them, from the widest to the narrowest.
func styles() []func(int) string {
	han := []string{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"}
	return []func(int) string{
		func(n int) string { return "第" + han[n-1] + "章　" },
		func(n int) string { return han[n-1] + "、" },
		func(n int) string { return "（" + han[n-1] + "）" },
		func(n int) string { return "(" + han[n-1] + ") " },
		func(n int) string { return "第" + han[n-1] + "条 " },
		func(n int) string { return strconv.Itoa(n) + "、" },
		func(n int) string { return strconv.Itoa(n) + ". " },
		func(n int) string { return strconv.Itoa(n) + "．" },
		func(n int) string { return "（" + strconv.Itoa(n) + "）" },
		func(n int) string { return "(" + strconv.Itoa(n) + ")" },
		func(n int) string { return string(rune('①' + n - 1)) },
	}
}

// rank tells which styles look alike to a reader and so cannot stand for two ranks of one plan.
func rank(style int) int { return []int{0, 1, 2, 2, 3, 4, 4, 4, 5, 5, 6}[style] }

func drawStyle(t *rapid.T, label string, used ...int) int {
	return rapid.IntRange(0, len(styles())-1).Filter(func(s int) bool {
		for _, u := range used {
			if rank(u) == rank(s) {
				return false
			}
		}
		return true
	}).Draw(t, label)
}

func drawTitle(t *rapid.T, label string) string {
	parts := []string{"党费收缴", "干部任用", "学习计划", "廉政责任", "民主生活会", "发展党员", "评优评先", "工作制度", "整改落实", "为民实事", "组织选举", "思想教育"}
	a := rapid.SampledFrom(parts).Draw(t, label+"a")
	b := rapid.SampledFrom(parts).Draw(t, label+"b")
	return a + "和" + b + "情况" + strconv.Itoa(rapid.IntRange(10, 99).Draw(t, label+"n"))
}

// Whatever the heading style, what went in comes out: no entry is lost, none invented, in the same order.
func TestAnyHeadingStyleOfChinesePlans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		section := drawStyle(t, "section")
		category := drawStyle(t, "category", section)
		item := drawStyle(t, "item", section, category)
		var text strings.Builder
		var titles []string
		var sizes []int
		gap := rapid.SampledFrom([]string{"\n", "\n\n", "\r\n", "\n\n\n"}).Draw(t, "gap")
		space := rapid.SampledFrom([]string{"", "　　", "  ", "\t"}).Draw(t, "space")
		write := func(line string) { text.WriteString(space + line + gap) }
		write("清溪县水务局党务公开实施方案")
		write(styles()[section](1) + "指导思想和基本原则")
		write("坚持实事求是，注重实效。")
		write(styles()[section](2) + rapid.SampledFrom([]string{"党务公开的内容", "公开内容", "公开的主要内容", "党务公开目录", "公开事项"}).Draw(t, "name"))
		write("下列内容应当在适当范围内公开。")
		for c := 1; c <= rapid.IntRange(2, 6).Draw(t, "categories"); c++ {
			title := "第" + strconv.Itoa(c) + "类" + drawTitle(t, "c")
			write(styles()[category](c) + title)
			n := rapid.IntRange(1, 7).Draw(t, "items")
			sizes = append(sizes, n)
			inline := n > 1 && rapid.Bool().Draw(t, "inline") && item > 4
			joined := ""
			for i := 1; i <= n; i++ {
				entry := drawTitle(t, "e")
				titles = append(titles, entry)
				if end := rapid.SampledFrom([]string{"。", "；", ";", ""}).Draw(t, "end"); inline {
					joined += styles()[item](i) + entry + "；"
				} else {
					write(styles()[item](i) + entry + end)
				}
			}
			if inline {
				write(joined)
			}
		}
		write(styles()[section](3) + "公开的程序")
		write(styles()[category](1) + "提出")
		write(styles()[item](1) + "由责任股室提出公开的内容")
		write(styles()[section](4) + "保障措施")

		p, err := ReadPlan([]byte(text.String()))
		require.NoError(t, err, text.String())
		require.Len(t, p.Catalogue.Categories, len(sizes), text.String())
		var got []string
		counts := make([]int, len(sizes))
		for _, e := range p.Catalogue.Entries {
			got = append(got, e.Title)
			n, err := strconv.Atoi(e.Category)
			require.NoError(t, err)
			counts[n-1]++
			require.Equal(t, fmt.Sprintf("%d.%d", n, counts[n-1]), e.Code)
		}
		require.Equal(t, titles, got, text.String())
		require.Equal(t, sizes, counts)
		require.NoError(t, p.Catalogue.Check())
		everyLineIsAccountedFor(t, []byte(text.String()), p)
	})
}
