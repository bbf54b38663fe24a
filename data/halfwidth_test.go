package data_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
)

// markLabels are lines as offices write them, each with what it should be; "" where it is right as it stands.
var markLabels = []struct{ was, should string }{
	// A comma, a semicolon, a colon, a question, a call.
	{"经研究,决定公示如下", "经研究，决定公示如下"},
	{"经研究, 决定公示如下", "经研究， 决定公示如下"},
	{"共12,其中女5人", "共12，其中女5人"},
	{"使用WPS,然后打印", "使用WPS，然后打印"},
	{"一是学习;二是整改;", "一是学习；二是整改；"},
	{"时间:2026年3月5日", "时间：2026年3月5日"},
	{"时间:9:30", "时间：9:30"},
	{"E-mail:办公室", "E-mail：办公室"},
	{"电话:0772-1234567", "电话：0772-1234567"},
	{"是否同意?", "是否同意？"},
	{"您知道12380吗?请记下!", "您知道12380吗？请记下！"},
	{"请使用WPS!", "请使用WPS！"},
	{"真的?!好!", "真的？！好！"},
	{"组长:张三;副组长:李四", "组长：张三；副组长：李四"},
	{"《通知》,见附件", "《通知》，见附件"},
	{"增长5%,好于上年", "增长5%，好于上年"},
	{"地点:A座301", "地点：A座301"},
	{"一,二,三", "一，二，三"},
	{"甲级:合格", "甲级：合格"},
	{"(一):总则", "（一）：总则"},
	{"负责人是谁?", "负责人是谁？"},
	{"第3,第5项", "第3，第5项"},
	{"同意,反对,弃权", "同意，反对，弃权"},
	{"“重要”,“一般”", "“重要”，“一般”"},

	// The full stop.
	{"会议结束.", "会议结束。"},
	{"会议结束.下午继续", "会议结束。下午继续"},
	{"会议结束. 下午继续", "会议结束。 下午继续"},
	{"本次公示共12.", "本次公示共12。"},
	{"见《条例》.", "见《条例》。"},
	{"完毕．下一步", "完毕。下一步"},
	{"会议结束．", "会议结束。"},
	{"他说“好”.", "他说“好”。"},
	{"一.总体要求", "一、总体要求"},
	{"十二. 附则", "十二、 附则"},
	{"三．工作步骤", "三、工作步骤"},

	// Ellipsis and dash.
	{"等等...", "等等……"},
	{"学习...整改......", "学习……整改……"},
	{"等.....还有", "等……还有"},
	{"...略", "……略"},
	{"公开--透明", "公开——透明"},
	{"公开---透明", "公开——透明"},
	{"--摘自《条例》", "——摘自《条例》"},
	{"公开 --", "公开 ——"},
	{"WTO--世贸组织", "WTO——世贸组织"},

	// Brackets.
	{"(一)总体要求", "（一）总体要求"},
	{"　　(十一)其他", "　　（十一）其他"},
	{"党组(扩大)会议", "党组（扩大）会议"},
	{"世界贸易组织(WTO)规则", "世界贸易组织（WTO）规则"},
	{"会议(2026年3月)召开", "会议（2026年3月）召开"},
	{"第( )次", "第（ ）次"},
	{"满分(100)", "满分（100）"},
	{"党组（扩大)会议", "党组（扩大）会议"},
	{"党组(扩大）会议", "党组（扩大）会议"},
	{"附件(见下页", "附件（见下页"},
	{"见下页)", "见下页）"},
	{"(含试用期(一年))", "（含试用期（一年））"},
	{"ABC(中国)有限公司", "ABC（中国）有限公司"},
	{"桂药监发(2026)12号", "桂药监发〔2026〕12号"},
	{"桂药监发[2026]12号", "桂药监发〔2026〕12号"},
	{"根据清水发(2026)3号文件,现公示", "根据清水发〔2026〕3号文件，现公示"},
	{"附件(表1),共3页", "附件（表1），共3页"},

	// Quotes.
	{`开展"三会一课"活动`, "开展“三会一课”活动"},
	{`"好",他说`, "“好”，他说"},
	{`"两学一做","三严三实"`, "“两学一做”，“三严三实”"},
	{`使用"WPS"软件`, "使用“WPS”软件"},
	{`他说:"学习'条例'很重要."`, "他说：“学习‘条例’很重要。”"},
	{`他说“学习"条例"很重要”`, "他说“学习‘条例’很重要”"},
	{`开展“三会一课"活动`, "开展“三会一课”活动"},
	{`开展"三会一课”活动`, "开展“三会一课”活动"},
	{"开展'三会一课'活动", "开展‘三会一课’活动"},
	{`评为"优秀"(3人)`, "评为“优秀”（3人）"},
	{`见"43"一条`, "见“43”一条"},

	// Backticks and waves.
	{"`重大事项", "重大事项"},
	{"涉及`重大事项", "涉及重大事项"},
	{"需3~5天", "需3～5天"},
	{"周一~周五", "周一～周五"},
	{"10%~20%的党员", "10%～20%的党员"},
	{"9:00~11:00开会", "9:00～11:00开会"},

	// Numbers as wide as Han characters.
	{"２０２６年", "2026年"},
	{"２０２６年３月５日", "2026年3月5日"},
	{"增长３．５％", "增长3.5％"},
	{"增长3．5个百分点", "增长3.5个百分点"},
	{"Ａ组", "A组"},
	{"２０２６", "2026"},
	{"共１２人,其中女５人", "共12人，其中女5人"},

	// The dot inside a name is U+00B7.
	{"阿卜杜拉・买买提", "阿卜杜拉·买买提"},
	{"阿卜杜拉•买买提", "阿卜杜拉·买买提"},
	{"阿卜杜拉‧买买提", "阿卜杜拉·买买提"},
	{"阿卜杜拉．买买提", "阿卜杜拉·买买提"},
	{"阿卜杜拉.买买提", "阿卜杜拉·买买提"},
	{"古丽娜尔・艾力・吐尔逊,女", "古丽娜尔·艾力·吐尔逊，女"},
	{"扎西．顿珠同志", "扎西·顿珠同志"},
	{"卡尔•马克思", "卡尔·马克思"},

	// Right as they stand.
	{"经研究，决定公示如下。", ""},
	{"增长3.5%", ""},
	{"增长3.5个百分点", ""},
	{"共12,345元", ""},
	{"共1,234,567.89元", ""},
	{"上午9:30开会", ""},
	{"9:00-11:30开会", ""},
	{"比例为1:2", ""},
	{"网址http://www.qsx.gov.cn/a,b.html", ""},
	{"网址 https://qsx.gov.cn:8080/?id=3&a=(1)", ""},
	{"登录www.qsx.gov.cn查询", ""},
	{"登录qsx.gov.cn查询", ""},
	{"信箱dwgk@qsx.gov.cn", ""},
	{"附件.docx", ""},
	{"见附件.docx和名单2.xlsx", ""},
	{"见公示(最终稿).docx", ""},
	{"见名单(1).pdf", ""},
	{"路径D:\\公示\\名单.txt", ""},
	{"Please send it to Mr. Wang, the clerk (office 3).", ""},
	{"Mr. 张, please come.", ""},
	{"Guangxi (广西), China is a region", ""},
	{"It's a \"good\" day: 好", ""},
	{"1.加强学习", ""},
	{"1. 加强学习", ""},
	{"12.加强学习", ""},
	{"(1)加强学习", ""},
	{"(12) 加强学习", ""},
	{"(a)项", ""},
	{"主要做法1.加强学习2.抓好整改", ""},
	{"桂药监发〔2026〕12号", ""},
	{"GB/T 9704-2012标准", ""},
	{"GB 2760-2014食品", ""},
	{"日期2026.3.5", ""},
	{"日期 2026-03-05 至 2026-03-12", ""},
	{"电话0772-1234567", ""},
	{"电话(0772)1234567", ""},
	{"版本V2.0.1", ""},
	{"2021-2026年", ""},
	{"北京-上海", ""},
	{"第一章........3", ""},
	{"--json参数", ""},
	{"使用--json", ""},
	{"----------附件----------", ""},
	{"等..还有", ""},
	{"阿卜杜拉·买买提", ""},
	{"•加强学习", ""},
	{"43\"屏和65\"屏", ""},
	{"他说“学习‘条例’很重要”。", ""},
	{"问\"好", ""},
	{"y=f(x)的图", ""},
	{"2026,2027", ""},
	{"a, b, c", ""},
	{"Hello, world!", ""},
	{"IP地址192.168.0.1", ""},
	{"第3.1条", ""},
	{"附件：1.", ""},
	{"（一）.总则", ""},
	{"1)加强学习", ""},
	{"公示第2期（总第12期）", ""},
	{"办公室O'Neil先生", ""},
	{"~/公示", ""},
	{"", ""},
	{"，。；：？！", ""},
}

func TestOnlyMarksThatAreSurelyWrongAreOffered(t *testing.T) {
	require.GreaterOrEqual(t, len(markLabels), 120)
	for _, label := range markLabels {
		should := label.should
		if should == "" {
			should = label.was
		}
		require.Equal(t, should, data.FullWidth(label.was), "%q", label.was)
		require.Equal(t, should, data.FullWidth(should), "corrected once is corrected")
		require.Equal(t, label.was != should, len(data.HalfWidthMarks(label.was)) > 0)
	}
}

func TestAMarkSaysWhereItStandsAndWhatShouldStandThere(t *testing.T) {
	text := "标题\n\n现将拟任人选情况公示如下:共2人\n张三,男...\n"
	marks := data.HalfWidthMarks(text)
	require.Len(t, marks, 3)
	require.Equal(t, data.Mark{
		Kind: data.HalfWidthMark, Start: strings.Index(text, ":"), End: strings.Index(text, ":") + 1, Line: 3, Paragraph: 2,
		From: ":", To: "：", Before: "情况公示如下", After: "共2人",
	}, marks[0])
	require.Equal(t, []int{4, 3}, []int{marks[1].Line, marks[1].Paragraph})
	require.Equal(t, "...", marks[2].From)
	require.Equal(t, "……", marks[2].To)
}

func TestOnlyTheChosenMarksAreCorrected(t *testing.T) {
	text := "甲,乙,丙"
	marks := data.HalfWidthMarks(text)
	require.Equal(t, "甲,乙，丙", data.CorrectMarks(text, marks[1:]))
	require.Equal(t, "甲，乙，丙", data.CorrectMarks(text, []data.Mark{marks[1], marks[0]}))
	require.Equal(t, text, data.CorrectMarks(text, nil))
	require.Equal(t, "子丑寅", data.CorrectMarks("子丑寅", marks), "a text that has changed since keeps its words")
	require.Equal(t, "甲", data.CorrectMarks("甲", marks))
}

func TestABrokenByteStaysWhereItIs(t *testing.T) {
	require.Equal(t, "甲\xFF，乙", data.FullWidth("甲\xFF,乙"))
}

// markText draws what is hard: marks of both widths, words of both scripts, labels, addresses, names.
func markText() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.SampledFrom([]string{
			"经研究", "公示", "一", "十二", "张三", "买买提", "艾力", "第", "号", "年", "年3月", "Word", "a", "the", "3", "12", "2026", "２０", "Ａ", "\n", " ", "　",
			"http://a.cn/b", "www.a.cn", "a@b.cn", ".docx", "(2026)12号", "...", "--", "'s", "\xFF",
		}),
		rapid.SampledFrom(strings.Split(",.;:?!()\"'-`~[]，。；：？！（）“”‘’·・•‧．…—％%℃=/\\_《》、〔〕", "")),
	)
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(piece, 0, 24).Draw(t, "pieces"), "")
	})
}

func TestCorrectedTwiceIsCorrectedOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		once := data.FullWidth(markText().Draw(t, "text"))
		require.Empty(t, data.HalfWidthMarks(once), "%q", once)
	})
}

// wordsOf leaves the words of a text: no marks, and every letter and digit half as wide.
func wordsOf(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '０' && r <= '９' || r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ':
			return r - 0xFEE0
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsSpace(r), r == unicode.ReplacementChar:
			return r
		default:
			return -1
		}
	}, text)
}

func TestNothingButMarksChanges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := markText().Draw(t, "text")
		require.Equal(t, wordsOf(text), wordsOf(data.FullWidth(text)))
	})
}

func TestMarksStandInOrderEachInItsPlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := markText().Draw(t, "text")
		end := 0
		for _, m := range data.HalfWidthMarks(text) {
			require.GreaterOrEqual(t, m.Start, end)
			require.Equal(t, m.From, text[m.Start:m.End])
			require.NotEqual(t, m.From, m.To)
			require.Equal(t, strings.Count(text[:m.Start], "\n")+1, m.Line)
			end = m.End
		}
	})
}

// BenchmarkHalfWidthMarks reads a body of 120,000 characters, 200 pages, with a wrong mark in every line.
func BenchmarkHalfWidthMarks(b *testing.B) {
	line := "经2026年3月5日局党组会议集体研究,现将拟任人选情况公示如下，公示期间可通过来信、来电、来访等形式反映(实名)。\n"
	body := strings.Repeat(line, 120_000/len([]rune(line)))
	for b.Loop() {
		data.HalfWidthMarks(body)
	}
}

// BenchmarkHalfWidthMarksOfOneLine reads a body of 120,000 characters without a line feed.
func BenchmarkHalfWidthMarksOfOneLine(b *testing.B) {
	body := strings.Repeat("经局党组会议集体研究,现将\"情况\"公示如下(实名)：", 5_000)
	for b.Loop() {
		data.HalfWidthMarks(body)
	}
}
