package office

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/require"

	"gongkailan/app/office/screen"
	"gongkailan/data"
)

func TestAttachmentsAreAddedRenamedMovedAndRemoved(t *testing.T) {
	h := newHand(t)
	number := h.drafted()
	h.see("没有附件")
	h.press("附件")
	h.files.lies, h.files.within = `C:\资料\名单.docx`, []byte("名单")
	h.press("添加文件…")
	h.press("添加文件…")
	require.Equal(t, h.words.T("refuse.attach.twice", "名单.docx"), h.office.notices.Last())
	h.files.lies, h.files.within = "木马.exe", []byte("MZ")
	h.press("添加文件…")
	require.Contains(t, h.office.notices.Last(), "不是可以添加的文件")
	h.files.lies, h.files.within = "方案.pdf", []byte("%PDF")
	h.press("添加文件…")
	h.pass(2 * time.Second)
	names := func() []string {
		var list []string
		for _, a := range h.item(number).Attachments {
			list = append(list, a.Name)
		}
		return list
	}
	require.Equal(t, []string{"名单.docx", "方案.pdf"}, names())
	h.press("上移")
	h.pass(2 * time.Second)
	require.Equal(t, []string{"方案.pdf", "名单.docx"}, names())
	h.press("改名") // the last
	for _, o := range h.seen() {
		if entryText(o) == "名单" {
			o.(*widget.Entry).SetText("拟任人选名单")
		}
	}
	h.press("确定")
	h.pass(2 * time.Second)
	require.Equal(t, []string{"方案.pdf", "拟任人选名单.docx"}, names())
	h.press("打开")
	require.Equal(t, []byte("名单"), h.files.sheets[number+"附件 拟任人选名单.docx"])
	h.press("移除")
	h.pass(2 * time.Second)
	require.Equal(t, []string{"方案.pdf"}, names())
}

func TestFilesAreDroppedOnTheWindow(t *testing.T) {
	h := newHand(t)
	number := h.drafted()
	folder := t.TempDir()
	path := filepath.Join(folder, "名单 #1.txt")
	require.NoError(t, os.WriteFile(path, []byte("名单"), 0o600))
	other := filepath.Join(folder, "说明.pdf")
	require.NoError(t, os.WriteFile(other, []byte("%PDF"), 0o600))
	h.office.dropped([]fyne.URI{storage.NewFileURI(path), storage.NewFileURI(other)})
	h.pass(2 * time.Second)
	require.Equal(t, "名单 #1.txt", h.item(number).Attachments[0].Name)
	require.Equal(t, "说明.pdf", h.item(number).Attachments[1].Name, "in the order in which they were dropped")
	raw, err := h.desk.File(t.Context(), h.item(number).Attachments[0])
	require.NoError(t, err)
	require.Equal(t, "名单", string(raw))
	h.see("名单 #1.txt")
	require.NoError(t, os.Mkdir(filepath.Join(folder, "夹.txt"), 0o700))
	h.office.dropped([]fyne.URI{storage.NewFileURI(filepath.Join(folder, "夹.txt"))})
	require.Contains(t, h.office.notices.Last(), "不是普通文件")
	h.office.Go(screen.Route{Area: screen.Today})
	h.office.dropped([]fyne.URI{storage.NewFileURI(path)})
	require.Equal(t, h.words.T("refuse.attach.nowhere"), h.office.notices.Last())
}

func TestAChannelWiderThanTheAudienceIsRefusedWithTheReason(t *testing.T) {
	h := newHand(t)
	number := h.drafted()
	h.press("范围与渠道")
	h.pick("全社会", "党内")
	h.see("会超出“党内”，不能选。")
	require.NotContains(t, h.boxes(), "公开栏")
	h.press("公开栏")
	require.Equal(t, h.words.Error(data.Refuse(data.ErrRefused, "item.channel", "board", "party")), h.office.notices.Last())
	h.check("简报")
	h.pass(2 * time.Second)
	require.Equal(t, []data.Channel{data.Meeting, data.Circular, data.Brief}, h.item(number).Channels)
}

func TestAnotherModeTakesItsOwnPeriodAndLeavesWhatWasSetByHand(t *testing.T) {
	h := newHand(t)
	number := h.begun("为民办实事的内容及进展情况") // 逐段
	h.fill("正文", "进展情况。")
	require.Len(t, h.item(number).Stages, 2)
	h.press("期限")
	h.see("2026年12月31日前公开下一阶段“完成”")
	h.pick("逐段公开", "定期公开")
	h.pass(2 * time.Second)
	it := h.item(number)
	require.Empty(t, it.Stages)
	require.Equal(t, data.Date("2026-06-30"), it.To)
	h.see("2026年上半年")
	h.see("2026年6月30日前换成下一期")
	h.fill("截止日期", "2026-05-31")
	h.pick("定期公开", "长期公开")
	h.pass(2 * time.Second)
	require.Equal(t, data.Date(""), h.item(number).To)
	require.Equal(t, data.Date("2027-03-05"), h.item(number).Review)
	h.see("2027年3月5日复核")
	h.pick("长期公开", "逐段公开")
	h.pass(2 * time.Second)
	it = h.item(number)
	require.Equal(t, data.Date("2026-05-31"), it.To, "a day that was set by hand stays")
	require.Len(t, it.Stages, 2, "the plan is there again")
	require.NoError(t, it.Content.Check(), "%v", it.Content)
}

func TestAPlanOfStagesGetsItsYearEndSummaries(t *testing.T) {
	h := newHand(t)
	number := h.begun("为民办实事的内容及进展情况")
	h.fill("正文", "进展情况。")
	h.press("期限")
	h.press("添加阶段")
	last := h.window.Canvas().Focused().(interface{ SetText(string) })
	last.SetText("验收")
	h.press(h.words.T("do.propose"))
	require.Contains(t, h.office.notices.Last(), "请填写每个阶段的名称和日期", "half a stage is kept and not sent")
	dates := h.datesBehind("验收")
	dates.SetDate("2027-06-30")
	h.pass(2 * time.Second)
	it := h.item(number)
	var names []string
	for _, stage := range it.Stages {
		names = append(names, stage.Name+" "+string(stage.Due))
	}
	require.Equal(t, []string{"启动 2026-03-05", "完成 2026-12-31", "2026年年终小结 2026-12-31", "验收 2027-06-30"}, names)
	require.Equal(t, 1, it.Stage)
	h.see("跨年度，2026年12月31日前须公开年终小结")
	h.pick("1. 启动　2026年3月5日", "3. 2026年年终小结　2026年12月31日")
	h.pass(2 * time.Second)
	require.Equal(t, 3, h.item(number).Stage)
	h.press(h.words.T("do.propose"))
	require.Equal(t, data.ToCheck, h.item(number).Status)
}

func TestWhatIsOutsideTheCatalogueAsksForItsPlanAndFiling(t *testing.T) {
	h := newHand(t)
	h.found()
	h.signIn("陈静")
	h.press(h.words.T("items.new"))
	h.press("起草目录外事项")
	number := h.office.route.Number
	h.see("目录外的事项要有工作方案")
	h.fill("方案名称", "旧楼加装电梯工作方案")
	h.fill("备案文号", "云党备〔2026〕3号")
	h.fill("备案日期", "2026年3月4日")
	h.files.lies, h.files.within = "方案.pdf", []byte("%PDF")
	h.press("添加文件…")
	h.pass(2 * time.Second)
	filed := h.item(number).Filing
	require.Equal(t, "旧楼加装电梯工作方案", filed.Plan)
	require.Equal(t, data.Date("2026-03-04"), filed.On)
	require.Equal(t, "方案.pdf", filed.Document.Name)
	require.Empty(t, h.item(number).Attachments)
}
