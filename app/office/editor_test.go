package office

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/require"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/desk"
)

// begun brings the desk to the page of a new item of the entry with that title, as its clerk.
func (h *hand) begun(entry string) string {
	h.t.Helper()
	h.found()
	h.signIn("陈静")
	h.press(h.words.T("items.new"))
	h.press(entry)
	return h.office.route.Number
}

// templated is a new 任前公示 that is made from its template.
func (h *hand) templated() string {
	h.t.Helper()
	number := h.drafted()
	h.press("用“任前公示”模板填写")
	return number
}

// completed fills the form of a 任前公示 in.
func (h *hand) completed() {
	h.fill("研究决定日期", "2026-03-04")
	h.fill("研究决定的会议", "局党组会议")
	h.fill("姓名", "王䶮")
	h.fill("性别（选填）", "女")
	h.fill("出生年月（选填）", "1986-10")
	h.fill("现任职务", "办公室副主任")
	h.fill("拟任职务", "办公室主任")
	h.pass(2 * time.Second)
}

const composed = "根据《党政领导干部选拔任用工作条例》等有关规定，经2026年3月4日局党组会议研究决定，现将王䶮同志拟任职情况公示如下：\n" +
	"王䶮，女，1986年10月生，现任办公室副主任，拟任办公室主任。"

func TestAFormMakesTitleAndBodyAsOneTypes(t *testing.T) {
	h := newHand(t)
	number := h.templated()
	h.missing(h.words.T("items.bodyhint"))
	h.pass(2 * time.Second)
	require.Contains(t, h.item(number).Body, "经＿＿＿＿＿＿＿＿研究决定", "the page is never empty")
	h.completed()
	it := h.item(number)
	require.Equal(t, composed, it.Body)
	require.Equal(t, "关于王䶮同志的任前公示", it.Title)
	require.Equal(t, "appointment", it.Form.Template)
	require.Equal(t, it.Title, h.field("标题", 0).Text)

	h.fill("标题", "任前公示")
	h.fill("姓名", "李䶮")
	h.pass(2 * time.Second)
	require.Equal(t, "任前公示", h.item(number).Title, "a title of the person's own stays")
	h.press(h.words.T("editor.title.back"))
	h.pass(2 * time.Second)
	require.Equal(t, "关于李䶮同志的任前公示", h.item(number).Title)
}

func TestAnIncompleteFormIsNotSentAndNamesWhatIsMissing(t *testing.T) {
	h := newHand(t)
	number := h.templated()
	h.missing("没有填写，请补上")
	h.press(h.words.T("do.propose"))
	require.Equal(t, "“研究决定日期”没有填写，请补上。", h.office.notices.Last())
	require.Equal(t, data.Draft, h.item(number).Status)
	h.see("“研究决定的会议”没有填写，请补上。")
	h.completed()
	h.fill("出生年月（选填）", "1986-10-11")
	h.press(h.words.T("do.propose"))
	require.Contains(t, h.office.notices.Last(), "“拟任人选第1行的出生年月”只填到年月")
	require.Equal(t, fyne.Focusable(h.field("出生年月（选填）", 0)), h.window.Canvas().Focused(), "the caret is where it is to be mended")
	h.fill("出生年月（选填）", "1986-10")
	h.press(h.words.T("do.propose"))
	require.Equal(t, data.ToCheck, h.item(number).Status)
	require.Equal(t, composed, h.item(number).Body)
}

func TestWhatTheRestOfTheFormSaysIsToldThere(t *testing.T) {
	h := newHand(t)
	number := h.templated()
	h.completed()
	h.press("期限")
	h.fill("截止日期", "2026-03-09")
	h.pass(time.Second)
	h.see("公示期只有 2 个工作日，不得少于 5 个工作日。")
	h.press("期限")
	h.press(h.words.T("do.propose"))
	require.Contains(t, h.office.notices.Last(), "公示期只有2个工作日")
	require.Equal(t, fyne.Focusable(h.field("截止日期", 0)), h.window.Canvas().Focused())
	h.press(h.words.T("editor.usualdates"))
	h.press(h.words.T("do.propose"))
	require.Equal(t, data.ToCheck, h.item(number).Status)
}

func TestRowsArePastedFromAWorkbookAndTakenBack(t *testing.T) {
	h := newHand(t)
	number := h.templated()
	h.completed()
	fyne.CurrentApp().Clipboard().SetContent("姓名\t现任职务\t拟任职务\n李 梅\t科员\t副股长\n买买提·阿不都\t副股长\t\n")
	h.press("粘贴多行")
	h.pass(2 * time.Second)
	require.Equal(t, "关于王䶮等3名同志的任前公示", h.item(number).Title)
	require.Contains(t, h.item(number).Body, "买买提·阿不都，现任副股长，拟任＿＿＿＿。")
	h.see("1 处要填写或改正")
	h.see("李 梅 · 科员 · 副股长")
	h.press("撤销")
	h.pass(2 * time.Second)
	require.Equal(t, composed, h.item(number).Body)
	fyne.CurrentApp().Clipboard().SetContent("")
	h.press("粘贴多行")
	require.Equal(t, h.words.T("refuse.paste.nothing"), h.office.notices.Last())
}

func TestRowsAreAddedMovedAndRemoved(t *testing.T) {
	h := newHand(t)
	number := h.templated()
	h.completed()
	h.press("添加一行")
	h.fill("姓名", "李梅")
	h.fill("现任职务", "科员")
	h.fill("拟任职务", "副股长")
	h.press("上移")
	h.pass(2 * time.Second)
	body := h.item(number).Body
	require.Less(t, strings.Index(body, "李梅，现任"), strings.Index(body, "王䶮，女"))
	h.press("移除") // the last: 王䶮
	h.pass(2 * time.Second)
	require.Equal(t, "关于李梅同志的任前公示", h.item(number).Title)
}

func TestAFormIsMadeFreeAndBroughtBack(t *testing.T) {
	h := newHand(t)
	number := h.drafted()
	h.fill("正文", "先前自己写的。")
	h.pick("不用模板，自由编写", "任前公示（适合本目录项）")
	h.completed()
	h.press("改为自由编辑")
	h.pass(2 * time.Second)
	require.Equal(t, composed, h.field("正文", 0).Text)
	require.Equal(t, data.Form{}, h.item(number).Form)
	h.press("恢复表单")
	h.pass(2 * time.Second)
	require.Equal(t, "appointment", h.item(number).Form.Template)
	require.Equal(t, composed, h.item(number).Body)

	h.press("改为自由编辑")
	h.fill("正文", composed+"特此公示。")
	h.pass(2 * time.Second)
	h.missing("恢复表单")
	require.Equal(t, composed+"特此公示。", h.item(number).Body)
}

func TestATemplateNeverCostsTheTextBefore(t *testing.T) {
	h := newHand(t)
	number := h.drafted()
	h.fill("正文", "先前自己写的。")
	h.pick("不用模板，自由编写", "任前公示（适合本目录项）")
	h.completed()
	h.press("恢复原来的文字")
	h.pass(2 * time.Second)
	require.Equal(t, "先前自己写的。", h.item(number).Body)
	require.Equal(t, "关于干部选拔、任用及奖惩情况的公示", h.item(number).Title)
}

func TestAnotherTemplateKeepsWhatBothAskFor(t *testing.T) {
	h := newHand(t)
	number := h.templated()
	h.completed()
	h.pick("任前公示（适合本目录项）", "党费收缴使用公示")
	h.pass(2 * time.Second)
	require.Equal(t, data.Announcement, h.item(number).Kind, "the template makes the kind")
	h.pick("党费收缴使用公示", "发展党员公示")
	require.Equal(t, "局党组会议", h.field("研究决定的会议", 0).Text)
	h.pass(2 * time.Second)
	require.Equal(t, data.Publicity, h.item(number).Kind)
	h.pick("发展党员公示", "任前公示（适合本目录项）")
	h.pass(2 * time.Second)
	require.Equal(t, composed, h.item(number).Body)
}

func TestAFormIsThereAgainWhenTheDraftIsOpenedAgain(t *testing.T) {
	h := newHand(t)
	number := h.templated()
	h.completed()
	h.office.Go(screen.Route{Area: screen.Today})
	h.office.Go(screen.Route{Area: screen.Items, Number: number})
	require.Equal(t, "局党组会议", h.field("研究决定的会议", 0).Text)
	h.see("王䶮 · 女 · 1986-10")

	h.press(h.words.T("do.propose"))
	checker, err := h.desk.SignIn(t.Context(), "梁敏", password)
	require.NoError(t, err)
	_, err = checker.SendBack(t.Context(), h.item(number), data.Statement{Note: "请核对职务"})
	require.NoError(t, err)
	h.press(h.words.T("do.revise.returned"))
	require.Equal(t, 2, h.item(number).Version)
	require.Equal(t, "局党组会议", h.field("研究决定的会议", 0).Text, "a new version keeps the form")
	h.fill("研究决定的会议", "局党组第3次会议")
	h.pass(2 * time.Second)
	require.Contains(t, h.item(number).Body, "局党组第3次会议研究决定")
}

func TestTypingWithoutARestIsSavedAllTheSame(t *testing.T) {
	h := newHand(t)
	number := h.drafted()
	text := ""
	for range 30 {
		text += "字"
		h.fill("正文", text)
		h.pass(100 * time.Millisecond)
	}
	require.GreaterOrEqual(t, len([]rune(h.item(number).Body)), 18, "at most 1.2 seconds of typing are not on the disk")
}

func TestEntriesAreSearchedByText(t *testing.T) {
	h := newHand(t)
	h.found()
	h.signIn("陈静")
	h.press(h.words.T("items.new"))
	h.see("党的组织建设情况")
	h.office.find()
	h.window.Canvas().Focused().(interface{ SetText(string) }).SetText("党费")
	h.see("党费收缴")
	h.missing("为民办实事")
	h.window.Canvas().Focused().(interface{ SetText(string) }).SetText("没有这样的")
	h.see("没有符合的目录项")
}

func TestACharacterThatNoFaceHasIsToldAtOnce(t *testing.T) {
	h := newHand(t)
	h.drafted()
	h.missing("没有可用的字形")
	h.fill("正文", "拟任人选\U0003106C。")
	h.pass(time.Second)
	h.see("这些字没有可用的字形")
	h.see("U+3106C")
	h.fill("正文", "拟任人选。")
	h.pass(time.Second)
	h.missing("没有可用的字形")
}

// entryText is what stands in an entry; "" for anything else.
func entryText(o fyne.CanvasObject) string {
	if entry, ok := o.(*widget.Entry); ok {
		return entry.Text
	}
	return ""
}

// datesBehind is the date field on the line whose entry holds the text.
func (h *hand) datesBehind(text string) *ui.DateField {
	h.t.Helper()
	found := false
	for _, o := range h.seen() {
		if entryText(o) == text {
			found = true
		}
		if date, ok := o.(*ui.DateField); ok && found {
			return date
		}
	}
	require.Fail(h.t, "no date", "%s", text)
	return nil
}

func TestAPictureIsPlacedInTheBody(t *testing.T) {
	h := newHand(t)
	number := h.drafted()
	var photo bytes.Buffer
	require.NoError(t, png.Encode(&photo, image.NewGray(image.Rect(0, 0, 300, 200))))
	h.fill("正文", "现场情况如下：")
	h.press("附件")
	h.files.lies, h.files.within = "现场.png", photo.Bytes()
	h.press("添加文件…")
	h.press("放进正文")
	h.pass(2 * time.Second)
	require.Equal(t, "现场情况如下：\n［图：现场.png｜现场］", h.item(number).Body)
	h.press("打印")
	require.Contains(t, string(h.files.sheets[h.words.T("items.noticefile", number)+".pdf"]), "/Subtype /Image")

	h.pick("不用模板，自由编写", "为民办实事进展公告")
	h.missing("放进正文")
	h.pass(2 * time.Second)
	require.Contains(t, h.item(number).Body, "［图：现场.png｜现场］", "a template that takes pictures takes those attached")
}

func TestACorrectionSaysWhatWasWrongAndIsPrinted(t *testing.T) {
	h := newHand(t)
	number := h.drafted()
	h.fill("正文", body)
	h.press(h.words.T("do.propose"))
	as := func(name string) *desk.Session {
		s, err := h.desk.SignIn(t.Context(), name, password)
		require.NoError(t, err)
		return s
	}
	must := func(it data.Item, err error) data.Item {
		require.NoError(t, err)
		return it
	}
	it := must(as("梁敏").Check(t.Context(), h.item(number), data.Statement{Findings: &data.Findings{NotSecret: true, Necessary: true, Accurate: true}}))
	it = must(as("徐建国").Approve(t.Context(), it, data.Statement{}))
	it = must(as("徐建国").Decide(t.Context(), it, data.Statement{Meeting: &data.MeetingRecord{
		Name: "局党组会议", On: "2026-03-05", Minutes: "〔2026〕12号", Present: "徐建国、邓丽华", Result: "同意",
	}}))
	it = must(as("陈静").Publish(t.Context(), it, data.Statement{}))
	h.missing("更正说明")
	must(as("陈静").Correct(t.Context(), it, data.Statement{Note: "姓名有误"}))
	require.Equal(t, "姓名有误", h.field("更正说明", 0).Text)
	h.fill("更正说明", "原公示姓名有误")
	h.pass(2 * time.Second)
	require.Equal(t, "原公示姓名有误", h.item(number).Correction)
}
