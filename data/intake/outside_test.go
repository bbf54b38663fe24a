package intake

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
)

// Plans and lists as units sent them in, each with something that was once read wrongly.
func TestPlansSentInFromOutside(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"three ranks, the second only groups": {
			"公开内容\n1. 党委决策\n(1) 重大决策部署\n① 医院党委重大决策情况\n② 年度工作要点\n(2) 重要制度\n① 议事规则\n2. 干部人事\n(1) 选拔任用\n① 任前公示\n",
			"1 党委决策|1.1 医院党委重大决策情况|1.2 年度工作要点|1.3 议事规则|2 干部人事|2.1 任前公示",
		},
		"three ranks under one heading": {
			"一、党务公开目录\n1. 党委决策\n(1) 重大决策部署\n① 医院党委重大决策情况\n② 年度工作要点\n(2) 重要制度\n① 议事规则\n",
			"1 重大决策部署|1.1 医院党委重大决策情况|1.2 年度工作要点|2 重要制度|2.1 议事规则",
		},
		"few items with details": {
			"公开内容\n1. 党委决策\n(1) 重大决策部署\n① 决策情况；\n② 工作要点。\n(2) 议事规则\n2. 党员管理\n(1) 党费收缴\n(2) 发展党员\n",
			"1 党委决策|1.1 重大决策部署：决策情况；工作要点|1.2 议事规则|2 党员管理|2.1 党费收缴|2.2 发展党员",
		},
		"details of details": {
			"公开内容\n1. 党委决策\n(1) 重大决策部署\n① 决策情况\na. 过程\nb. 结果\n② 工作要点\n(2) 议事规则\n(3) 任期目标\n",
			"1 党委决策|1.1 重大决策部署：决策情况：过程；结果；工作要点|1.2 议事规则|1.3 任期目标",
		},
		"tabs within titles": {
			"公开内容\n1.\t党费\t收缴情况\n2.\t发展党员\n",
			"1 公开内容|1.1 党费 收缴情况|1.2 发展党员",
		},
		"unnumbered headings": {
			"公开内容：\n党费收缴情况\n发展党员情况\n民主评议情况\n公开形式：\n公开栏\n党员大会\n",
			"1 公开内容|1.1 党费收缴情况|1.2 发展党员情况|1.3 民主评议情况",
		},
		"a heading with its section behind it": {
			"公开内容：\n党费收缴情况\n发展党员情况\n民主评议情况\n公开形式：公开栏、党员大会\n时限：每季度\n",
			"1 公开内容|1.1 党费收缴情况|1.2 发展党员情况|1.3 民主评议情况",
		},
		"categories and other sections in one numbering": {
			"某某局党务公开\n一、党组织决议\n1) 决议情况\n2) 决定执行情况\n二、党员管理\n1) 党费收缴情况\n2) 干部选拔任用程序\n三、公开形式\n1) 公开栏\n2) 党员大会\n四、公开时限\n1) 每季度\n",
			"1 党组织决议|1.1 决议情况|1.2 决定执行情况|2 党员管理|2.1 党费收缴情况|2.2 干部选拔任用程序",
		},
		"numerals of bookkeeping": {
			"党务公开方案\n壹、指导思想\n贰、公开内容\n（壹）组织建设\n1.党费收缴情况\n2.发展党员情况\n（贰）作风建设\n1.廉洁自律情况\n叁、公开程序\n（壹）提出\n",
			"1 组织建设|1.1 党费收缴情况|1.2 发展党员情况|2 作风建设|2.1 廉洁自律情况",
		},
		"traditional script": {
			"黨務公開方案\n一、指導思想\n二、公開內容\n（一）組織建設\n1.黨費收繳情況\n2.發展黨員情況\n（二）作風建設。包括：廉潔自律；違紀處理。\n三、公開程序\n（一）提出\n1.由股室提出\n",
			"1 組織建設|1.1 黨費收繳情況|1.2 發展黨員情況|2 作風建設|2.1 廉潔自律|2.2 違紀處理",
		},
	} {
		p, err := ReadPlan([]byte(c.text))
		require.NoError(t, err, name)
		require.Equal(t, strings.ReplaceAll(c.want, "|", "\n")+"\n", listing(p.Catalogue), name)
		everyLineIsAccountedFor(t, []byte(c.text), p)
	}
}

func TestATableSavedAsTextIsReadAsATable(t *testing.T) {
	p, err := ReadPlan([]byte("党务公开目录\r\n序号\t类别\t公开内容\t公开时限\r\n1\t组织建设\t\"党费收缴,使用\"\t定期\r\n2\t\t发展党员情况\t即时\r\n\t作风建设\t违纪处理情况\t长期\r\n"))
	require.NoError(t, err)
	require.Equal(t, "1 组织建设\n1.1 党费收缴,使用\n1.2 发展党员情况\n2 作风建设\n2.1 违纪处理情况\n", listing(p.Catalogue))
	require.Equal(t, data.Periodic, p.Catalogue.Entries[0].Mode)
	require.Equal(t, data.LongTerm, p.Catalogue.Entries[2].Mode)
	require.Equal(t, []Skipped{{1, "党务公开目录", whyOutside}, {2, "序号 类别 公开内容 公开时限", whyHeads}}, p.Skipped)
}

func TestWhatIsPassedOverSaysWhy(t *testing.T) {
	for text, want := range map[string][]Skipped{
		"一、党组织决议\n1) 决议情况\n2) 执行情况\n二、党员管理\n1) 党费情况\n三、公开形式\n1) 公开栏\n2) 会议\n": {
			{6, "三、公开形式", whySection}, {7, "1) 公开栏", whySection}, {8, "2) 会议", whySection},
		},
		"公开内容：\n党费收缴情况\n发展党员情况\n民主评议情况\n公开形式：\n公开栏\n": {
			{1, "公开内容：", whyHeading}, {5, "公开形式：", whySection}, {6, "公开栏", whySection},
		},
		"公开内容\n1. 决策\n(1) 部署\n① 决策情况\n2. 人事\n(1) 任用\n① 任前公示\n": {
			{1, "公开内容", whyHeading}, {3, "部署", whyGroup}, {6, "任用", whyGroup},
		},
		"公开内容\n1. 决策\n(1) 部署\n① 决策情况\n(2) 制度\n2. 人事\n(1) 任用\n": {
			{1, "公开内容", whyHeading},
		},
	} {
		p, err := ReadPlan([]byte(text))
		require.NoError(t, err, text)
		require.Equal(t, want, p.Skipped, text)
	}
}
