package reports

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// decided is an item of which all is done but the superior's answer and publication.
func decided() data.Item {
	it := sample()
	it.Number, it.Version, it.OfficeID, it.EntryCode = "2026-0012", 2, "o1", "3.5"
	it.Mode, it.Audience, it.Decision, it.Status = data.Immediate, data.Society, data.BySuperior, data.ToSuperior
	it.Channels = it.Audience.DefaultChannels()
	at := func(hour, minute int) time.Time { return time.Date(2026, 3, 5, hour, minute, 0, 0, data.Shanghai()) }
	digest := it.Digest()
	it.Steps = []data.Step{
		{Act: data.ActPropose, Person: "陈静", Duty: "组织人事股科员", At: at(9, 12), Digest: digest, Record: 41, Seal: data.SealGood},
		{
			Act: data.ActCheck, Person: "梁敏", Duty: "党务公开办公室主任", At: at(10, 40), Digest: digest, Record: 42,
			Seal: data.SealGood, Statement: data.Statement{
				Note: "程序完备，同意公开。", Findings: &data.Findings{NotSecret: true, Necessary: true, Accurate: true},
			},
		},
		{
			Act: data.ActApprove, Person: "买买提·阿不都热合曼", Duty: "副局长", At: at(15, 2), Digest: digest, Record: 43,
			Seal: data.SealBroken, Statement: data.Statement{Note: "同意提交党组会研究。"},
		},
		{
			Act: data.ActDecide, Person: "张𬱟", Duty: "党组书记", At: at(17, 30), Digest: digest, Record: 44, Seal: data.SealGood,
			Statement: data.Statement{Meeting: &data.MeetingRecord{
				Name: "局党组会议", On: "2026-03-05", Minutes: "〔2026〕12号", Present: "李建国、王䶮、赵强", Result: "一致同意",
			}},
		},
	}
	return it
}

func form1(item data.Item) page.Document {
	return ApprovalForm(ApprovalInput{
		Unit: data.Unit{Name: "云岭县食品药品监督管理局", Superior: "中共云岭县委组织部"}, Item: item, Today: "2026-03-06",
		Offices:   []data.Office{{ID: "o1", Name: "组织人事股"}},
		Catalogue: data.Catalogue{Entries: []data.Entry{{Code: "3.5", Title: "干部选拔、任用及奖惩情况"}}},
	}, face.Embedded())
}

// said gives all text of a form, cell by cell, without line ends.
func said(doc page.Document) string {
	var text strings.Builder
	for _, p := range doc.Pages {
		for _, l := range p.Lines {
			text.WriteString(l.Text)
		}
	}
	return text.String()
}

func TestTheFormShowsEveryStepNameDateAndSeal(t *testing.T) {
	item := decided()
	text := said(form1(item))
	for _, part := range []string{
		"党务公开审批表", "填报单位：云岭县食品药品监督管理局", "编号：2026-0012　第2版", "关于王䶮等8名同志任前公示的公告",
		"3.5 干部选拔、任用及奖惩情况", "组织人事股", "即时公开（公示）", "全社会", "公开栏、大厅屏、局域网",
		"2026年3月6日至2026年3月12日", "党组集体研究后报上级审核", "待上级审核",
		"签名：陈静（组织人事股科员）　2026年3月5日 09:12", "√ 不涉密　　√ 有必要公开　　√ 内容准确", "意见：程序完备，同意公开。",
		"签名：梁敏（党务公开办公室主任）　2026年3月5日 10:40", "买买提·阿不都热合曼（副局长）", "签名失效记录第43号",
		"会议：局党组会议，2026年3月5日纪要编号：〔2026〕12号；出席：李建国", "出席：李建国、王䶮、赵强", "研究结果：一致同意",
		"张𬱟（党组书记）", "记录第44号", "审核机关：中共云岭县委组织部", "未办理", item.Digest(), "摘要" + item.Digest()[:8],
	} {
		require.Contains(t, text, part)
	}
	require.Equal(t, 3, strings.Count(text, "签名有效"))
	require.Equal(t, 2, strings.Count(text, "未办理"))
}

func TestAFormHasOneRowForEachStepThatTheDecisionNeeds(t *testing.T) {
	item := decided()
	item.Steps = nil
	for decision, steps := range map[data.Decision]int{data.ByDeputy: 4, data.ByCollective: 5, data.BySuperior: 6} {
		item.Decision = decision
		require.Equal(t, steps, strings.Count(said(form1(item)), "未办理"), decision)
	}
}

func TestTheSuperiorsAnswerAndThePublicationAreWritten(t *testing.T) {
	item := decided()
	item.Steps = append(item.Steps,
		data.Step{Act: data.ActSuperior, Person: "梁敏", Statement: data.Statement{Ruling: &data.Ruling{
			Body: "中共云岭县委组织部", SentOn: "2026-03-05", Number: "云组〔2026〕8号", On: "2026-03-06", Publish: true, Opinion: "同意公示。",
		}}},
		data.Step{Act: data.ActPublish, Person: "陈静"})
	text := said(form1(item))
	require.Contains(t, text, "报送日期：2026年3月5日")
	require.Contains(t, text, "文号：云组〔2026〕8号；日期：2026年3月6日")
	require.Contains(t, text, "审核意见：同意公示。")
	require.Contains(t, text, "已通过公开栏、大厅屏、局域网公开。")
	require.NotContains(t, text, "未办理")
}

func TestWhatWasDoneBesidesIsOnTheForm(t *testing.T) {
	item := decided()
	item.Steps = append(item.Steps, data.Step{
		Act: data.ActSendBack, Person: "赵强", Duty: "局长", Seal: data.SealGood, Record: 45, Statement: data.Statement{Note: "数字有误，请核对。"},
	})
	require.Contains(t, said(form1(item)), "退回修改意见：数字有误，请核对。签名：赵强（局长）")
}

// Inspectors read the form: in whose name somebody acted, what the check found, what personal datum stayed and why, and
// which stage it is.
func TestTheFormSaysWhatAnInspectorAsks(t *testing.T) {
	item := decided()
	item.Mode, item.Stage = data.Staged, 2
	item.Stages = []data.Stage{{Name: "启动", Due: "2026-03-31"}, {Name: "完成", Due: "2026-06-30"}}
	kept := data.Kept{Kind: "mobile", Masked: "138****5678", Where: "part:body/3", Reason: "本人书面同意"}
	item.Steps[0].Kept, item.Steps[1].Kept = []data.Kept{kept}, []data.Kept{kept}
	item.Steps[1].Findings.Accuracy = "第二段数字已核对"
	item.Steps[2].For = &data.Principal{Name: "徐建国"}
	item.Steps = append(item.Steps,
		data.Step{Act: data.ActTell, Person: "梁敏", Statement: data.Statement{Telling: &data.Telling{On: "2026-03-06", How: "党员大会通报"}}},
		data.Step{Act: data.ActReview, Person: "陈静", Statement: data.Statement{Review: &data.Review{Next: "2027-03-05"}}})
	text := said(form1(item))
	for _, part := range []string{
		"（副局长），受徐建国委托代办", "准确性审核发现：第二段数字已核对", "保留正文第3段的手机号码“138****5678”，理由：本人书面同意",
		"同意保留正文第3段的手机号码", "1．启动，2026年3月31日前", "2．完成，2026年6月30日前（本次公开）", "告　　知", "2026年3月6日，党员大会通报",
		"复　　核", "下次复核：2027年3月5日",
	} {
		require.Contains(t, text, part)
	}
	require.Equal(t, 1, strings.Count(text, "（本次公开）"))
}

func TestEveryActHasItsNameOnTheForm(t *testing.T) {
	for _, act := range data.Acts() {
		require.NotEmpty(t, stepTerm(act), act)
	}
}

// Long text wraps and goes on over as many pages as it needs; nothing of it is lost and nothing leaves the frame.
func TestLongTextGoesOnOnTheNextPage(t *testing.T) {
	item := decided()
	item.Title = strings.Repeat("关于党务公开的公告", 10)
	item.Steps[1].Note = strings.Repeat("同意公开，请抓紧办理。", 500)
	item.Steps[3].Meeting.Present = strings.Repeat("买买提·阿不都热合曼、", 60)
	doc := form1(item)
	require.Greater(t, len(doc.Pages), 2)
	text, format := said(doc), formFormat()
	require.Equal(t, 500, strings.Count(text, "抓"))
	require.Contains(t, text, strings.Repeat("关于党务公开的公告", 10))
	for i, p := range doc.Pages {
		for _, l := range p.Lines {
			require.GreaterOrEqual(t, l.X, format.Left-0.01)
			require.LessOrEqual(t, l.X+l.At[len(l.At)-1], format.Left+formWidth)
			require.Less(t, l.Y, 275.0, "page %d: %q", i+1, l.Text)
		}
		for _, s := range p.Strokes {
			require.LessOrEqual(t, s.Y2, format.Top+format.TypeHeight+0.01)
		}
	}
	require.Contains(t, text, "党务公开审批表（续）")
}

func TestTheFormOfAnUsualItemIsOnePage(t *testing.T) {
	require.Len(t, form1(decided()).Pages, 1)
}

func TestTheFormsTextIsInItsPDF(t *testing.T) {
	text := told(t, painted(t, form1(decided())))
	for _, part := range []string{"王䶮", "张𬱟", "签名失效", "买买提·阿不都热合曼", "一致同意", "2026年3月5日17:30"} {
		require.Contains(t, text, part)
	}
}
