package intake

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/assets"
	"gongkailan/data"
)

// listing writes a catalogue as lines of code and title, categories before their entries.
func listing(c data.Catalogue) string {
	var text strings.Builder
	for _, k := range c.Categories {
		text.WriteString(k.Code + " " + k.Title + "\n")
		for _, e := range c.Entries {
			if e.Category == k.Code {
				text.WriteString(e.Code + " " + e.Title + "\n")
			}
		}
	}
	return text.String()
}

func TestPlansOfOtherUnits(t *testing.T) {
	plans, err := filepath.Glob("testdata/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, plans)
	for _, name := range plans {
		raw, err := os.ReadFile(name)
		require.NoError(t, err)
		want, err := os.ReadFile(strings.TrimSuffix(name, "txt") + "want")
		require.NoError(t, err)
		p, err := ReadPlan(raw)
		require.NoError(t, err, name)
		require.Equal(t, string(want), listing(p.Catalogue), name)
		everyLineIsAccountedFor(t, raw, p)
	}
}

// The same plan gives the same catalogue whatever marks its sections, categories and items carry.
func TestAWholePlanInEveryHeadingStyle(t *testing.T) {
	plans := map[string][]byte{"the demonstration unit's": assets.DemoPlan()}
	if raw, err := os.ReadFile("../../../shared/data/plan.txt"); err == nil {
		plans["the saved page"] = raw
	}
	for name, raw := range plans {
		want, err := ReadPlan(raw)
		require.NoError(t, err)
		lines := splitLines(string(raw))
		r := newReader()
		for section := range styles() {
			for category := range styles() {
				for item := range styles() {
					if rank(section) == rank(category) || rank(section) == rank(item) || rank(category) == rank(item) {
						continue
					}
					if (section+2*category+3*item)%4 != 0 { // a quarter of them, every pair of two styles among them
						continue
					}
					var text strings.Builder
					for _, l := range lines {
						m := r.mark(l.text)
						switch m.style {
						case han:
							l.text = styles()[section](m.n) + m.text
						case hanRound:
							l.text = styles()[category](m.n) + m.text
						case number:
							l.text = styles()[item](m.n) + m.text
						}
						text.WriteString("　　" + l.text + "\r\n")
					}
					got, err := ReadPlan([]byte(text.String()))
					require.NoError(t, err, "%s, styles %d %d %d", name, section, category, item)
					require.Equal(t, listing(want.Catalogue), listing(got.Catalogue), "%s, styles %d %d %d", name, section, category, item)
				}
			}
		}
	}
}

func TestListsAsPeopleWriteThem(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"items behind the heading of their category": {
			"一、公开内容\n（一）组织建设。包括：党费收缴；发展党员；民主评议。\n（二）作风建设：1.廉洁自律；2.创先争优。\n（三）其他事务。\n二、公开程序\n",
			"1 组织建设|1.1 党费收缴|1.2 发展党员|1.3 民主评议|2 作风建设|2.1 廉洁自律|2.2 创先争优|3 其他事务|3 其他事务",
		},
		"no categories": {
			"党务公开内容\n1. 党费收缴情况\n2. 发展党员情况\n3. 民主评议情况\n",
			"1 党务公开内容|1.1 党费收缴情况|1.2 发展党员情况|1.3 民主评议情况",
		},
		"an item on two lines": {
			"一、公开内容\n（一）组织建设情况\n1、局党组研究的涉及群众利益或公众利益的重大\n决策、政策及制定的重要文件等情况。\n2、党费收缴情况。\n",
			"1 组织建设情况|1.1 局党组研究的涉及群众利益或公众利益的重大决策、政策及制定的重要文件等情况|1.2 党费收缴情况",
		},
		"numbers on lines of their own": {
			"二、公开内容\n（一）组织建设\n1、\n党费收缴情况\n2、\n发展党员情况\n三、程序\n",
			"1 组织建设|1.1 党费收缴情况|1.2 发展党员情况",
		},
		"dots instead of numbers": {
			"二、公开内容\n（一）组织建设\n● 党费收缴情况\n● 发展党员情况\n（二）作风建设\n● 廉洁自律情况\n三、公开程序\n（一）提出\n● 股室\n",
			"1 组织建设|1.1 党费收缴情况|1.2 发展党员情况|2 作风建设|2.1 廉洁自律情况",
		},
		"no marks for categories": {
			"党务公开的主要内容\n组织建设\n1.党费收缴情况\n2.发展党员情况\n作风建设\n1.廉洁自律情况\n2.违纪处理情况\n党务公开的形式\n1.公开栏\n",
			"1 组织建设|1.1 党费收缴情况|1.2 发展党员情况|2 作风建设|2.1 廉洁自律情况|2.2 违纪处理情况",
		},
		"no marks for items": {
			"三、公开内容\n（一）组织建设\n党费收缴情况；\n发展党员情况；\n民主评议情况。\n（二）作风建设\n廉洁自律情况；\n违纪处理情况。\n四、公开形式\n",
			"1 组织建设|1.1 党费收缴情况|1.2 发展党员情况|1.3 民主评议情况|2 作风建设|2.1 廉洁自律情况|2.2 违纪处理情况",
		},
		"neither marks nor stops for items": {
			"公开事项\n一、组织建设\n党费收缴情况\n发展党员情况\n民主评议\n二、作风建设\n廉洁自律情况\n违纪处理情况\n",
			"1 组织建设|1.1 党费收缴情况|1.2 发展党员情况|1.3 民主评议|2 作风建设|2.1 廉洁自律情况|2.2 违纪处理情况",
		},
		"content and form in one section": {
			"一、指导思想\n二、党务公开的内容、形式和时限\n（一）公开的内容\n1、组织建设：（1）党费收缴；（2）发展党员。\n2、作风建设：（1）廉洁自律；（2）违纪处理。\n（二）公开的形式\n1、公开栏。\n2、会议。\n3、文件。\n4、网络。\n5、电话。\n三、保障措施\n",
			"1 组织建设|1.1 党费收缴|1.2 发展党员|2 作风建设|2.1 廉洁自律|2.2 违纪处理",
		},
		"headings that only say to whom": {
			"二、公开内容\n（一）党内公开的内容\n1、组织建设\n（1）党费收缴情况\n（2）发展党员情况\n2、作风建设\n（1）廉洁自律情况\n（二）向社会公开的内容\n1、决策\n（1）重大决策情况\n（三）其他需要公开的事项\n三、公开程序\n",
			"1 组织建设|1.1 党费收缴情况|1.2 发展党员情况|2 作风建设|2.1 廉洁自律情况|3 决策|3.1 重大决策情况|4 其他需要公开的事项|4 其他需要公开的事项",
		},
		"years and months behind the number": {
			"公开内容：\n一、学习\n1.2026年学习计划\n2.2025年学习总结\n3.1-6月党费收缴\n二、其他\n",
			"1 学习|1.1 2026年学习计划|1.2 2025年学习总结|1.3 1-6月党费收缴|2 其他|2 其他",
		},
		"details within an item stay with it": {
			"二、公开内容\n（一）组织建设\n1、落实以下制度：①民主集中制；②请示报告制度。\n2、党费收缴情况。\n①收缴标准\n②使用情况\n（二）作风建设\n1、廉洁自律。\n三、程序\n",
			"1 组织建设|1.1 落实以下制度：①民主集中制；②请示报告制度|1.2 党费收缴情况：收缴标准；使用情况|2 作风建设|2.1 廉洁自律",
		},
		"the list behind the section's own heading": {
			"一、指导思想\n二、公开内容：1.党费收缴情况；2.发展党员情况；3.评优评先情况。\n三、公开程序：由股室提出。\n",
			"1 公开内容|1.1 党费收缴情况|1.2 发展党员情况|1.3 评优评先情况",
		},
		"slips in the numbering": {
			"二、公开内容\n（一）组织建设\n1、党费收缴情况\n2、发展党员情况\n（3）民主评议情况\n4、评优情况\n选举情况\n6、考核情况\n三、程序\n",
			"1 组织建设|1.1 党费收缴情况|1.2 发展党员情况|1.3 民主评议情况|1.4 评优情况|1.5 选举情况|1.6 考核情况",
		},
		"decimal numbers": {
			"1 总则\n2 公开内容\n2.1 组织建设\n2.1.1 党费收缴情况\n2.1.2 发展党员情况\n2.2 作风建设\n2.2.1 廉洁自律情况\n3 公开程序\n3.1 提出\n3.2 审核\n",
			"1 组织建设|1.1 党费收缴情况|1.2 发展党员情况|2 作风建设|2.1 廉洁自律情况",
		},
		"signs of the old character sets": {
			"公开内容\n㈠组织建设\n⒈党费收缴情况\n⒉发展党员情况\n㈡作风建设\n⑴廉洁自律情况\n⑵违纪情况\n",
			"1 组织建设|1.1 党费收缴情况|1.2 发展党员情况|2 作风建设|2.1 廉洁自律情况|2.2 违纪情况",
		},
		"a sentence behind a category's title": {
			"二、公开内容\n（一）组织建设情况。主要公开以下内容：\n1.党费收缴情况；\n2.发展党员情况。\n（二）作风建设情况\n由纪检监察机构负责。\n1.廉洁自律情况。\n（三）其他：根据实际需要公开的事项。\n三、公开程序\n",
			"1 组织建设情况|1.1 党费收缴情况|1.2 发展党员情况|2 作风建设情况|2.1 廉洁自律情况|3 其他|3 根据实际需要公开的事项",
		},
		"blanks instead of stops": {
			"公开内容\n一　组织建设\n1　党费收缴情况\n2　发展党员情况\n二　作风建设\n1　廉洁自律情况\n",
			"1 组织建设|1.1 党费收缴情况|1.2 发展党员情况|2 作风建设|2.1 廉洁自律情况",
		},
	} {
		p, err := ReadPlan([]byte(c.text))
		require.NoError(t, err, name)
		require.Equal(t, strings.ReplaceAll(c.want, "|", "\n")+"\n", listing(p.Catalogue), name)
		everyLineIsAccountedFor(t, []byte(c.text), p)
	}
}

func TestADocumentWithoutAListIsRefused(t *testing.T) {
	for name, text := range map[string]string{
		"an invitation":            "关于召开会议的通知\n一、时间\n下午三点\n二、地点\n三楼会议室\n三、议题\n1.准时\n2.静音\n公开党务工作会议\n",
		"a plan without the list":  "党务公开实施方案\n一、指导思想\n1.党的建设\n2.公开透明\n二、基本原则\n1.依法\n三、公开程序\n1.提出\n2.审核\n",
		"a plan's opening before":  "党务公开实施方案\n一、指导思想\n1.党的建设\n二、工作目标\n1.公开透明\n三、主要任务\n1.党内监督\n四、公开程序\n1.提出\n",
		"a heading with one item":  "党务公开内容\n1.党费收缴情况\n",
		"numbers without anything": strings.Repeat("1、\n", 50),
	} {
		_, err := ReadPlan([]byte(text))
		var refusal *data.Refusal
		require.ErrorAs(t, err, &refusal, name)
		require.Equal(t, "intake.nolist", refusal.Code, name)
	}
}

func TestOnlyTheAcceptedCorrectionOfALineIsMade(t *testing.T) {
	p, err := ReadPlan([]byte("公开内容\n一、目标\n1.党委人气目标\n2.支部人气目标\n二、其他\n"))
	require.NoError(t, err)
	require.Len(t, p.Corrections, 2)
	c := p.AcceptOnly([]int{1, 7, -1})
	require.Equal(t, "党委人气目标", c.Entries[0].Title)
	require.Equal(t, "支部任期目标", c.Entries[1].Title)
	require.Equal(t, "支部人气目标", p.Catalogue.Entries[1].Title, "the plan as read is unchanged")
}

func TestMarksAreReadInEitherWidth(t *testing.T) {
	r := newReader()
	for text, n := range map[string]int{
		"二十三、甲": 23, "（十）甲": 10, "( 二 )甲": 2, "１２．甲": 12, "12、甲": 12, "（３）甲": 3, "⑿甲": 12, "⒛甲": 20,
		"⑳甲": 20, "第一百零二条 甲": 102, "第 3 章 甲": 3, "一是甲": 1, "b)甲": 2, "2.10 甲": 10, "Ⅳ、甲": 4,
	} {
		m := r.mark(text)
		require.NotEqual(t, unmarked, m.style, text)
		require.Equal(t, n, m.n, text)
		require.Equal(t, "甲", m.text, text)
	}
	for _, text := range []string{"", "甲", "1.5万元", "3 个工作日", "三会一课", "10:30开会", "2026年计划", "——甲", "第一时间", strconv.Itoa(12345)} {
		require.Equal(t, unmarked, r.mark(text).style, text)
	}
}

// Whatever stands in a file, in whatever order: each line is taken, skipped with its reason, or part of what was taken.
func TestNoLineOfAnyTextIsLost(t *testing.T) {
	words := []string{
		"公开的内容", "党费收缴情况", "发展党员", "公开的程序", "组织建设情况", "其他", "由股室负责", "凡属党内事务都要公开", "中共清溪县委员会",
		"局党组研究的涉及群众利益或公众利益的重大决策和政策", "我要投稿", "相关文章", "2026年3月5日",
	}
	stops := []string{"", "", "。", "；", "：", "，", "、", " ", "\t"}
	rapid.Check(t, func(t *rapid.T) {
		var text strings.Builder
		for range rapid.IntRange(2, 25).Draw(t, "lines") {
			for range rapid.IntRange(1, 4).Draw(t, "parts") {
				if s := rapid.IntRange(-6, len(styles())-1).Draw(t, "style"); s >= 0 {
					text.WriteString(styles()[s](rapid.IntRange(1, 4).Draw(t, "n")))
				}
				text.WriteString(rapid.SampledFrom(words).Draw(t, "words") + rapid.SampledFrom(stops).Draw(t, "stop"))
			}
			text.WriteString(rapid.SampledFrom([]string{"\n", "\n", "\n\n", "\r\n", "\f", "\v"}).Draw(t, "end"))
		}
		p, err := ReadPlan([]byte(text.String()))
		if err != nil {
			require.ErrorIs(t, err, data.ErrInvalid)
			return
		}
		require.NoError(t, p.Accept().Check())
		everyLineIsAccountedFor(t, []byte(text.String()), p)
	})
}
