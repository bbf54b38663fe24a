package intake

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

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

// everyLineIsAccountedFor: a line that was not skipped must be found again in the catalogue.
func everyLineIsAccountedFor(t require.TestingT, raw []byte, p Plan) {
	text, err := Decode(raw)
	require.NoError(t, err)
	skipped := map[int]bool{}
	for _, s := range p.Skipped {
		require.False(t, skipped[s.Line], "line %d is skipped twice", s.Line)
		require.NotEmpty(t, s.Why)
		skipped[s.Line] = true
	}
	var taken strings.Builder
	for _, c := range p.Catalogue.Categories {
		taken.WriteString(c.Title + "\n")
	}
	for _, e := range p.Catalogue.Entries {
		taken.WriteString(e.Title + "\n")
	}
	r := newReader()
	for _, l := range splitLines(text) {
		if skipped[l.number] {
			continue
		}
		words := []rune(titleOf(r.mark(l.text).text))
		require.Contains(t, taken.String(), string(words[:min(4, len(words))]), "line %d is lost: %s", l.number, l.text)
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

func TestItemsWithinTheHeadingOfTheirCategory(t *testing.T) {
	p, err := ReadPlan([]byte("某局党务公开目录\n\n一、公开内容\n（一）组织建设。包括：党费收缴情况；发展党员情况；民主评议情况。\n（二）作风建设：1.廉洁自律情况；2.创先争优情况。\n（三）其他需要公开的事务。\n二、公开程序\n"))
	require.NoError(t, err)
	var got []string
	for _, e := range p.Catalogue.Entries {
		got = append(got, e.Code+" "+e.Title)
	}
	require.Equal(t, []string{"1.1 党费收缴情况", "1.2 发展党员情况", "1.3 民主评议情况", "2.1 廉洁自律情况", "2.2 创先争优情况", "3 其他需要公开的事务"}, got)
}

func TestAListWithoutCategoriesIsOneCategory(t *testing.T) {
	p, err := ReadPlan([]byte("党务公开内容\n1. 党费收缴情况\n2. 发展党员情况\n3. 民主评议情况\n"))
	require.NoError(t, err)
	require.Len(t, p.Catalogue.Categories, 1)
	require.Len(t, p.Catalogue.Entries, 3)
}

func TestAWrappedItemIsPutTogether(t *testing.T) {
	p, err := ReadPlan([]byte("一、公开内容\n（一）组织建设情况\n1、局党组研究的涉及群众利益或公众利益的重大\n决策、政策及制定的重要文件等情况。\n2、党费收缴情况。\n"))
	require.NoError(t, err)
	require.Equal(t, "局党组研究的涉及群众利益或公众利益的重大决策、政策及制定的重要文件等情况", p.Catalogue.Entries[0].Title)
}
