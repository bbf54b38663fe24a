package reports_test

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"gongkailan/assets"
	"gongkailan/data"
	"gongkailan/reports"
)

// weekdays counts Mondays to Fridays after the first date up to and including the last.
func weekdays(after, last data.Date) int {
	n := 0
	for d := after.AddDays(1); d <= last; d = d.AddDays(1) {
		if day := d.Time().Weekday(); day != time.Saturday && day != time.Sunday {
			n++
		}
	}
	return n
}

// inspectedAfter gives an item the steps, one act a day from the first day on, each by a person with a name of their own.
func inspectedAfter(it data.Item, from data.Date, acts ...data.Act) data.Item {
	for i, act := range acts {
		step := data.Step{
			Act: act, PersonID: fmt.Sprint("p", i), Person: "欧阳某" + fmt.Sprint(i), Duty: "副局长",
			At: from.AddDays(i).Time().Add(2 * time.Hour), Seal: data.SealGood,
		}
		switch act {
		case data.ActCheck:
			step.Findings = &data.Findings{NotSecret: true, Necessary: true, Accurate: true}
		case data.ActDecide:
			step.Meeting = &data.MeetingRecord{Name: "局党组会议", On: from, Minutes: "〔2026〕3号", Present: "欧阳某、司马某", Result: "同意"}
		case data.ActSendBack, data.ActWithdraw:
			step.Note = "题目与正文不符，欧阳某改"
		}
		it.Steps = append(it.Steps, step)
	}
	return it
}

func inspectedItem(number, entry, office string, status data.Status, mode data.Mode, a data.Audience) data.Item {
	return data.Item{
		ID: number, Number: number, Version: 1, OfficeID: office, Status: status, CreatedBy: "欧阳某",
		Content: data.Content{
			EntryCode: entry, Kind: data.Announcement, Title: "关于" + number + "有关事项的公告", Body: "正文提到欧阳某。", Mode: mode,
			Audience: a, Channels: a.DefaultChannels(), Decision: data.ByDeputy, From: "2026-02-02", To: "2026-06-30",
			Contact: data.Contact{Office: "局机关党委", Phone: "0871-0000000"},
		},
	}
}

func inspected(t require.TestingT) reports.ChecklistInput {
	catalogue, err := data.ReadCatalogue(assets.DefaultCatalogue())
	require.NoError(t, err)
	catalogue.From = "2026-01-01"
	for i := range catalogue.Entries {
		if i < 20 {
			catalogue.Entries[i].OfficeID = []string{"bgs", "zzrs"}[i%2]
		}
	}
	whole := []data.Act{data.ActPropose, data.ActCheck, data.ActApprove, data.ActPublish}

	up := inspectedAfter(inspectedItem("2026-0001", "1.1", "bgs", data.Published, data.LongTerm, data.Staff), "2026-02-02", whole...)
	up.To, up.Review = "", "2026-03-01"
	prompt := inspectedAfter(inspectedItem("2026-0002", "3.5", "zzrs", data.Published, data.Immediate, data.Society), "2026-02-02",
		data.ActPropose, data.ActCheck, data.ActApprove, data.ActDecide, data.ActPublish)
	prompt.Kind, prompt.Decision, prompt.To = data.Publicity, data.ByCollective, "2026-03-31"
	broken := inspectedAfter(inspectedItem("2026-0003", "2.1", "bgs", data.Published, data.Periodic, data.Party), "2026-02-02", whole...)
	broken.Steps[1].Seal = data.SealBroken
	waiting := inspectedAfter(inspectedItem("2026-0004", "2.2", "zzrs", data.Approved, data.Periodic, data.Party), "2026-02-02", whole[:3]...)
	fresh := inspectedAfter(inspectedItem("2026-0005", "2.3", "zzrs", data.Approved, data.Immediate, data.Party), "2026-02-27", whole[:3]...)
	returned := inspectedAfter(inspectedItem("2026-0006", "4.1", "bgs", data.Returned, data.Periodic, data.Staff), "2026-02-09", data.ActPropose, data.ActSendBack)
	draft := inspectedItem("2026-0007", "", "bgs", data.Draft, data.Immediate, data.Staff)
	expired := inspectedAfter(inspectedItem("2026-0008", "1.3", "bgs", data.Published, data.Staged, data.Society), "2026-01-05", whole...)
	expired.To, expired.Version = "2026-02-28", 2
	return reports.ChecklistInput{
		Unit: data.Unit{Name: "云岭县食品药品监督管理局"}, On: "2026-03-05", Catalogue: catalogue,
		Offices: []data.Office{{ID: "bgs", Name: "办公室"}, {ID: "zzrs", Name: "组织人事股"}},
		Items:   []data.Item{up, prompt, broken, waiting, fresh, returned, draft, expired}, WorkingDays: weekdays,
	}
}

func checklist(t require.TestingT, in reports.ChecklistInput) []byte {
	var out bytes.Buffer
	require.NoError(t, reports.Checklist(&out, in))
	return out.Bytes()
}

func openBook(t require.TestingT, raw []byte) *excelize.File {
	file, err := excelize.OpenReader(bytes.NewReader(raw))
	require.NoError(t, err)
	return file
}

// evidenceFor gives the text under 系统依据 that stands beside what is asked.
func evidenceFor(t require.TestingT, file *excelize.File, asks string) string {
	rows, err := file.GetRows("党务公开监督检查表")
	require.NoError(t, err)
	for _, row := range rows {
		if len(row) > 3 && strings.Contains(row[2], asks) {
			return row[3]
		}
	}
	require.Fail(t, "no such point", asks)
	return ""
}

func TestTheChecklistHasTheSixHeadsInOrder(t *testing.T) {
	rows, err := openBook(t, checklist(t, inspected(t))).GetRows("党务公开监督检查表")
	require.NoError(t, err)
	require.Equal(t, "党务公开监督检查表", rows[0][0])
	require.Equal(t, "表式：GKL-JC-1　　单位：云岭县食品药品监督管理局　　数据日期：2026年3月5日", rows[1][0])
	var heads []string
	points := map[string]int{}
	for _, row := range rows[4 : len(rows)-1] {
		if points[row[1]] == 0 {
			heads = append(heads, row[1])
		}
		points[row[1]]++
		require.NotEmpty(t, row[2])
		require.NotEmpty(t, row[3])
	}
	require.Equal(t, []string{
		"内容是否全面", "程序是否规范", "形式是否恰当", "制度是否健全", "执行是否到位", "效果是否明显",
	}, heads)
	for _, head := range heads {
		require.GreaterOrEqual(t, points[head], 2, head)
		require.LessOrEqual(t, points[head], 5, head)
	}
}

func TestEvidenceIsCountedFromTheItems(t *testing.T) {
	file := openBook(t, checklist(t, inspected(t)))
	for asks, want := range map[string]string{
		"应公开而未公开": "目录24项，已公开4项，其中目前公开中3项；尚无公开记录20项：1.2、1.4、2.2、2.3、",
		"每半年更新":   "本半年（2026年1月1日起）已公开或更新1项；本半年尚未更新",
		"每一步是否":   "公开中事项3件，提出、审核、审批、公开等应有签名齐全有效2件；签名缺少、有误或未核验：2026-0003；全部8件（含各版）中签名核验有误1件。",
		"集体研究":    "公开中应经党组集体研究1件，有会议记录1件；应报上级审核0件，有审核意见0件。",
		"退回、撤下":   "退回1件，均写明理由；撤下0件。",
		"超出范围公开":  "超出范围的渠道0个。",
		"公示期是否":   "已公开的公示1件，公开后满5个工作日1件，写明电话、地址或邮箱1件。",
		"明确责任股室":  "目录24项，已明确责任股室20项；未明确4项：5.2、5.3、5.4、6。",
		"是否及时公开":  "已批准尚未公开2件，其中超过5个工作日1件；超过的事项：2026-0004；公开中事项3件，批准后5个工作日内公开3件。",
		"即时公开事项":  "公开中即时事项1件，批准后2个工作日内公开1件；已批准尚未公开的即时事项1件，其中超过2个工作日1件；超过的事项：2026-0005。",
		"按期复核":    "已到期1件，到期后系统不再对外显示，公开栏张贴请现场核对；长期公开事项1件，已过复核日期1件；已过复核日期：2026-0001。",
		"是否积压":    "在办事项2件；草拟1件、退回修改1件。",
		"突击公开":    "2026年共公开4件：第1季度4件；最近一次公开在2026年2月6日。",
	} {
		require.Contains(t, evidenceFor(t, file, asks), want, asks)
	}
}

func TestAChannelBeyondTheAudienceIsCounted(t *testing.T) {
	in := inspected(t)
	in.Items[2].Channels = []data.Channel{data.Meeting, data.Board}
	require.Contains(t, evidenceFor(t, openBook(t, checklist(t, in)), "超出范围公开"), "超出范围的渠道1个；涉及事项：2026-0003。")
}

func TestTheChecklistNamesNoPerson(t *testing.T) {
	file := openBook(t, checklist(t, inspected(t)))
	for _, name := range file.GetSheetList() {
		rows, err := file.GetRows(name)
		require.NoError(t, err)
		text := fmt.Sprint(rows)
		require.NotContains(t, text, "欧阳", name)
		require.NotContains(t, text, "副局长", name)
	}
}

func TestOnlyTheInspectorsCellsAreOpen(t *testing.T) {
	file := openBook(t, checklist(t, inspected(t)))
	for _, name := range file.GetSheetList() {
		rows, err := file.GetRows(name)
		require.NoError(t, err)
		for i := range rows {
			point := name == "党务公开监督检查表" && i > 3 && len(rows[i]) > 3 && rows[i][3] != ""
			for column := 1; column <= 13; column++ {
				cell, err := excelize.CoordinatesToCellName(column, i+1)
				require.NoError(t, err)
				id, err := file.GetCellStyle(name, cell)
				require.NoError(t, err)
				style, err := file.GetStyle(id)
				require.NoError(t, err)
				open := style.Protection != nil && !style.Protection.Locked
				require.Equal(t, point && column >= 5 && column <= 11, open, "%s %s", name, cell)
			}
		}
		protection, err := file.GetSheetProtection(name)
		require.NoError(t, err)
		require.NotNil(t, protection)
	}
}

func TestVerdictsAndOfficesAreDroppedDown(t *testing.T) {
	rules, err := openBook(t, checklist(t, inspected(t))).GetDataValidations("党务公开监督检查表")
	require.NoError(t, err)
	formulas := map[string]string{}
	for _, rule := range rules {
		formulas[rule.Sqref[:1]] = rule.Formula1
	}
	require.Equal(t, `"符合,基本符合,不符合,不适用"`, formulas["E"])
	require.Equal(t, `"办公室,组织人事股"`, formulas["H"])
	require.Contains(t, formulas, "I")
	require.Contains(t, formulas, "K")
}

func TestTheCatalogueStandsBesideWhatIsUp(t *testing.T) {
	in := inspected(t)
	rows, err := openBook(t, checklist(t, in)).GetRows("目录对照")
	require.NoError(t, err)
	require.Len(t, rows, 3+len(in.Catalogue.Entries))
	require.Equal(t, []string{
		"1.1", "党组织决议、决定及执行情况", "党组织职责、办事程序，党组织决策、决定、决议", "办公室", "长期公开", "机关全体人员", "分管领导审批", "1", "2026-02-05",
	}, rows[3])
	require.Equal(t, []string{"0", "—"}, rows[4][7:])
}

func TestTheGroundsGiveDaysAndSignatures(t *testing.T) {
	rows, err := openBook(t, checklist(t, inspected(t))).GetRows("事项依据")
	require.NoError(t, err)
	require.Equal(t, []string{
		"2026-0002", "关于2026-0002有关事项的公告", "3.5", "组织人事股", "公开中", "2026-02-02", "2026-02-03", "2026-02-04", "2026-02-02", "—",
		"2026-02-06", "2026-02-02至\n2026-03-31", "签名齐全，均有效",
	}, rows[4])
	seals := map[string]string{}
	for _, row := range rows[3:] {
		seals[row[0]] = row[12]
	}
	require.Equal(t, "签名有误：审核", seals["2026-0003"])
	require.Equal(t, "签名齐全，均有效", seals["2026-0004"])
	require.Equal(t, "已签2步，均有效", seals["2026-0006"])
	require.Equal(t, "尚未签名", seals["2026-0007"])
	require.Equal(t, "已到期", rows[10][4])
	require.Contains(t, seals, "2026-0008\n第2版")
}

func TestAMissingSignatureIsSaid(t *testing.T) {
	in := inspected(t)
	in.Items[0].Steps = append(in.Items[0].Steps[:2:2], in.Items[0].Steps[3])
	in.Items[0].Steps[0].Seal = data.SealUnchecked
	rows, err := openBook(t, checklist(t, in)).GetRows("事项依据")
	require.NoError(t, err)
	require.Equal(t, "缺签名：审批；未核验：提出", rows[3][12])
}

func TestAUnitThatHasNothingYetGetsAChecklist(t *testing.T) {
	in := inspected(t)
	in.Items, in.Offices, in.Catalogue = nil, nil, data.Catalogue{}
	rows, err := openBook(t, checklist(t, in)).GetRows("事项依据")
	require.NoError(t, err)
	require.Equal(t, "尚无公开事项。", rows[3][0])
}

func TestEqualInputGivesAnEqualChecklist(t *testing.T) {
	for range 5 {
		require.Equal(t, checklist(t, inspected(t)), checklist(t, inspected(t)))
	}
}

func TestAnyHistoryGivesAChecklist(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := inspected(t)
		in.Items = nil
		for i := range rapid.IntRange(0, 5).Draw(t, "items") {
			it := inspectedItem(fmt.Sprintf("2026-%04d", i), rapid.SampledFrom([]string{"", "1.1", "6", "9.9"}).Draw(t, "entry"), "bgs",
				rapid.SampledFrom(data.Statuses()).Draw(t, "status"), rapid.SampledFrom(data.Modes()).Draw(t, "mode"), data.Society)
			it.Decision = rapid.SampledFrom(data.Decisions()).Draw(t, "decision")
			in.Items = append(in.Items, inspectedAfter(it, "2026-02-02", rapid.SliceOfN(rapid.SampledFrom(data.Acts()), 0, 6).Draw(t, "acts")...))
		}
		require.NoError(t, reports.Checklist(io.Discard, in))
	})
}

func TestTheChecklistCountsByTheUnitsOwnClocks(t *testing.T) {
	in := inspected(t)
	in.Clocks = data.Clocks{Publish: 40, PublishImmediate: 3}
	usual, own := openBook(t, checklist(t, inspected(t))), openBook(t, checklist(t, in))
	require.NotEmpty(t, evidenceFor(t, usual, "即时公开事项是否在批准后2个工作日内公开。"))
	require.Contains(t, evidenceFor(t, own, "即时公开事项是否在批准后3个工作日内公开。"), "批准后3个工作日内公开1件")
	require.Contains(t, evidenceFor(t, own, "是否及时公开"), "已批准尚未公开2件，其中超过40个工作日0件")
}
