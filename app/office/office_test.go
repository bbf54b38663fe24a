package office

import (
	"database/sql"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/require"

	"gongkailan/app/office/screen"
	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/data/desk"
)

// found goes through the wizard: a clerk who administers too, a checker, an approver, and who sees to meetings and the
// board. The founder is signed in then.
func (h *hand) found() {
	h.t.Helper()
	w := h.words
	h.fill(w.T("wizard.unit.name"), "云岭县食品药品监督管理局")
	h.fill(w.T("wizard.contact.phone"), "0871-60000000")
	h.press(w.T("wizard.next"))
	h.press(w.T("wizard.next"))
	for i, name := range []string{"陈静", "梁敏", "徐建国", "周芳"} {
		h.fillIn(w.T("wizard.person.name"), i, name)
		h.fillIn(w.T("wizard.person.password"), i, password)
	}
	h.field(w.T("wizard.person.again"), 0).SetText(password)
	h.press(w.T("wizard.next"))
	h.press(w.T("wizard.found"))
}

const body = "根据《党政领导干部选拔任用工作条例》有关规定，现将拟任人选情况公示如下：\n王䶮，女，现任办公室副主任，拟任办公室主任。"

// drafted brings the desk to the page of a new 任前公示, as its clerk.
func (h *hand) drafted() string {
	h.t.Helper()
	h.found()
	h.press(h.words.T("items.new"))
	h.press("干部选拔、任用及奖惩情况")
	h.see(h.words.T("items.bodyhint"))
	require.Equal(h.t, "propose", h.office.topic())
	return h.office.route.Number
}

func (h *hand) switchTo(name string) {
	h.t.Helper()
	h.press(h.words.T("office.lock"))
	h.signIn(name)
}

func (h *hand) item(number string) data.Item {
	h.t.Helper()
	it, err := h.desk.Item(h.t.Context(), number)
	require.NoError(h.t, err)
	return it
}

func TestANewUnitHangsItsFirstNotice(t *testing.T) {
	h := newHand(t)
	w := h.words
	number := h.drafted()

	h.press(w.T("do.propose"))
	require.Equal(t, w.T("refuse.item.body"), h.office.notices.Last(), "what is missing is told in words")
	h.fill(w.T("items.body"), body)
	h.press(w.T("do.propose"))
	require.Equal(t, data.ToCheck, h.item(number).Status)
	require.Equal(t, body, h.item(number).Body, "what was typed is saved before it is signed")
	h.see(w.T("next.to_check"))
	require.NotContains(t, h.buttons(), w.T("do.check"), "nobody checks what they proposed")

	h.switchTo("梁敏")
	h.press("关于干部选拔、任用及奖惩情况的公示")
	h.press(w.T("do.check"))
	require.Equal(t, w.T("refuse.act.findings"), h.office.notices.Last())
	for _, finding := range []string{"items.notsecret", "items.necessary", "items.accurate"} {
		h.check(w.T(finding))
	}
	h.press(w.T("do.check"))
	require.Equal(t, data.ToApprove, h.item(number).Status)
	require.NotContains(t, h.buttons(), w.T("do.approve"))

	h.switchTo("徐建国")
	h.press("关于干部选拔、任用及奖惩情况的公示")
	require.Equal(t, "check", h.office.topic())
	h.press(w.T("do.approve"))
	require.Equal(t, data.ToDecide, h.item(number).Status)
	h.fill(w.T("items.minutes"), "〔2026〕12号")
	h.fill(w.T("items.present"), "徐建国、邓丽华、周芳")
	h.press(w.T("do.decide"))
	require.Equal(t, data.Approved, h.item(number).Status)
	require.Zero(t, h.issued)

	h.switchTo("陈静")
	h.press("关于干部选拔、任用及奖惩情况的公示")
	h.press(w.T("do.publish"))
	require.Equal(t, data.Published, h.item(number).Status)
	require.Equal(t, "publish", h.office.topic(), "the help opens at what comes next")
	require.Equal(t, 1, h.issued, "the lobby follows")
	require.ElementsMatch(t, []string{
		w.T("items.form"), w.T("paper.saveas"), w.T("paper.open"), w.T("items.print"),
		w.T("items.hung"), w.T("open.correct"), w.T("open.withdraw"), w.T("do.revise"),
	}, h.buttons())
	for _, step := range h.item(number).Steps {
		require.Equal(t, data.SealGood, step.Seal)
	}
}

func TestAWrongPasswordIsToldBesideTheFields(t *testing.T) {
	h := newHand(t)
	h.found()
	h.press(h.words.T("office.lock"))
	h.fill(h.words.T("signin.name"), "陈静")
	h.fill(h.words.T("signin.password"), "something else")
	h.press(h.words.T("signin.enter"))
	require.Nil(t, h.office.session)
	h.see(h.words.T("refuse.signin.password"))
	require.Empty(t, h.field(h.words.T("signin.password"), 0).Text)
}

func TestADraftSavesItselfAndKeepsTheCaret(t *testing.T) {
	h := newHand(t)
	number := h.drafted()
	entry := h.field(h.words.T("items.body"), 0)
	h.window.Canvas().Focus(entry)
	entry.SetText("第一段。")
	h.see(h.words.T("items.unsaved"))
	h.pass(2 * time.Second)
	require.Equal(t, "第一段。", h.item(number).Body)
	h.missing(h.words.T("items.unsaved"))
	require.Same(t, fyne.Focusable(entry), h.window.Canvas().Focused(), "saving does not take the field away")
}

func TestNothingTypedIsLostByLeavingLockingOrClosing(t *testing.T) {
	h := newHand(t)
	number := h.drafted()
	h.fill(h.words.T("items.body"), "走之前写的。")
	h.office.Go(screen.Route{Area: screen.Today})
	require.Equal(t, "走之前写的。", h.item(number).Body)

	h.office.Go(screen.Route{Area: screen.Items, Number: number})
	h.fill(h.words.T("items.body"), "锁定前写的。")
	h.office.Lock()
	require.Equal(t, "锁定前写的。", h.item(number).Body)
	h.missing("锁定前写的。")

	h.signIn("陈静")
	h.fill(h.words.T("items.body"), "关窗前写的。")
	h.office.Close()
	require.Equal(t, "关窗前写的。", h.item(number).Body)
}

func TestADraftThatSomebodyElseHasChangedIsNotWrittenOver(t *testing.T) {
	h := newHand(t)
	number := h.drafted()
	h.fill(h.words.T("items.body"), "我写的。")
	other, err := h.desk.SignIn(t.Context(), "陈静", password)
	require.NoError(t, err)
	theirs := h.item(number)
	theirs.Body = "另一个窗口写的。"
	_, err = other.SaveDraft(t.Context(), theirs)
	require.NoError(t, err)

	h.office.Go(screen.Route{Area: screen.Today})
	require.Equal(t, number, h.office.route.Number, "the first try to leave says why and stays")
	require.Equal(t, "我写的。", h.field(h.words.T("items.body"), 0).Text)
	require.Contains(t, h.office.notices.Last(), h.words.T("refuse.draft.stale", number))
	h.office.Go(screen.Route{Area: screen.Today})
	require.Equal(t, screen.Today, h.office.route.Area)
	require.Equal(t, "另一个窗口写的。", h.item(number).Body)
}

func TestTheDeskLocksItselfAfterTenIdleMinutes(t *testing.T) {
	h := newHand(t)
	number := h.drafted()
	h.fill(h.words.T("items.body"), "写到一半。")
	h.pass(9 * time.Minute)
	require.NotNil(t, h.office.session)
	h.office.touched()
	h.pass(9 * time.Minute)
	require.NotNil(t, h.office.session, "a touch starts the ten minutes anew")
	s := h.office.session
	h.pass(2 * time.Minute)
	require.Nil(t, h.office.session)
	require.True(t, s.Locked())
	h.missing("写到一半。")
	require.Equal(t, "陈静", h.field(h.words.T("signin.name"), 0).Text)
	h.signIn("陈静")
	require.Equal(t, number, h.office.route.Number, "the same person comes back to the same place")
}

func TestNoticeAndApprovalFormArePrinted(t *testing.T) {
	h := newHand(t)
	number := h.drafted()
	h.fill(h.words.T("items.body"), body)
	notice, form := h.words.T("items.noticefile", number)+".pdf", h.words.T("items.formfile", number)+".pdf"
	h.press(h.words.T("items.print"))
	require.Equal(t, []string{"/" + notice}, h.files.printed)
	require.Equal(t, h.words.T("paper.sent", "/"+notice), h.office.notices.Last())
	h.press(h.words.T("paper.open"))
	h.press(h.words.T("items.form"))
	require.Equal(t, []string{"/" + notice, "/" + form}, h.files.shown)
	h.press(h.words.T("paper.saveas"))
	require.Equal(t, []string{notice}, h.files.elsewhere)
	require.Len(t, h.files.sheets, 2)

	h.office.print()
	h.office.showPaper()
	h.office.savePaperAs()
	require.Equal(t, []int{2, 3, 2}, []int{len(h.files.printed), len(h.files.shown), len(h.files.elsewhere)}, "the menu does the same")
}

func TestTheBoardIsPrintedFromEverywhere(t *testing.T) {
	h := newHand(t)
	h.drafted()
	h.office.pack(false)
	require.Equal(t, screen.Today, h.office.route.Area)
	h.see(h.words.T("pack.nothing"))
	require.Contains(t, h.files.sheets, h.words.T("pack.file", "2026-03-05")+".pdf")
	h.office.pack(true)
	require.Contains(t, h.files.sheets, h.words.T("pack.wholefile", "2026-03-05")+".pdf")
	h.press(h.words.T("office.lock"))
	h.office.pack(true)
	require.Equal(t, h.words.T("office.signinfirst"), h.office.notices.Last())
	h.office.savePaperAs()
	require.Equal(t, h.words.T("office.noprint"), h.office.notices.Last())
}

func TestTheRailCountsWhatIsToBeHung(t *testing.T) {
	h := newHand(t)
	number := h.drafted()
	h.fill(h.words.T("items.body"), body)
	h.press(h.words.T("do.propose"))
	h.switchTo("梁敏")
	h.press("关于干部选拔、任用及奖惩情况的公示")
	for _, finding := range []string{"items.notsecret", "items.necessary", "items.accurate"} {
		h.check(h.words.T(finding))
	}
	h.press(h.words.T("do.check"))
	h.switchTo("徐建国")
	h.press("关于干部选拔、任用及奖惩情况的公示")
	h.press(h.words.T("do.approve"))
	h.fill(h.words.T("items.minutes"), "〔2026〕12号")
	h.fill(h.words.T("items.present"), "徐建国、邓丽华、周芳")
	h.press(h.words.T("do.decide"))
	h.switchTo("陈静")
	todo := func() int {
		n, err := h.desk.BoardToDo(t.Context(), h.office.session.Person())
		require.NoError(t, err)
		return n
	}
	h.press(h.words.T("area.board"))
	h.see(h.words.T("board.publishfirst"))
	require.Zero(t, todo(), "what waits for publication is not hung yet")
	h.press(h.words.T("board.publishfirst"))
	require.Equal(t, number, h.office.route.Number)
	h.press(h.words.T("do.publish"))
	h.press(h.words.T("area.board"))
	require.Equal(t, 1, todo())
	h.press(h.words.T("board.up"))
	require.Zero(t, todo())
	h.see(h.words.T("board.calm", 1))
	h.office.pack(false)
	require.Equal(t, screen.Board, h.office.route.Area, "the board makes the pack where it is")
}

func TestABrokenSealIsToldInWordsAndNotPrinted(t *testing.T) {
	h := newHand(t)
	number := h.drafted()
	h.fill(h.words.T("items.body"), body)
	h.press(h.words.T("do.propose"))
	database, err := sql.Open("sqlite3", h.desk.Path())
	require.NoError(t, err)
	_, err = database.Exec("UPDATE items SET title = '改过的标题'")
	require.NoError(t, err)
	require.NoError(t, database.Close())

	h.switchTo("梁敏")
	h.office.Go(screen.Route{Area: screen.Items, Number: number})
	told := h.words.T("refuse.item.changed", number)
	h.see(told)
	require.NotContains(t, h.buttons(), h.words.T("do.check"), "only what takes it out of the way is left")
	h.press(h.words.T("items.print"))
	require.Equal(t, told, h.office.notices.Last())
	require.Empty(t, h.files.sheets)
	require.Empty(t, h.files.printed)
}

func TestTheOtherLanguageShowsTheSamePlace(t *testing.T) {
	h := newHand(t)
	number := h.drafted()
	h.fill(h.words.T("items.body"), "写到一半。")
	h.press(h.words.T("lang.other"))
	require.Equal(t, number, h.office.route.Number)
	h.see("Audience")
	require.Equal(t, "写到一半。", h.field("Text", 0).Text)
	require.Equal(t, "File", h.window.MainMenu().Items[0].Label)
}

func TestScreensOfferOnlyWhatThePersonMayDo(t *testing.T) {
	h := newHand(t)
	h.found()
	h.switchTo("徐建国")
	require.NotContains(t, h.buttons(), h.words.T("items.new"), "who is no clerk begins nothing")
	h.office.newItem()
	require.Equal(t, h.words.T("refuse.draft.role"), h.office.notices.Last())
	h.see(h.words.T("today.noneread"))
	h.office.find()
	require.Equal(t, screen.Items, h.office.route.Area)
	require.IsType(t, &widget.Entry{}, h.window.Canvas().Focused())
	h.office.print()
	require.Equal(t, h.words.T("office.noprint"), h.office.notices.Last(), "a list is no page")
	items, err := h.desk.Items(t.Context(), desk.Filter{})
	require.NoError(t, err)
	require.Empty(t, items)
	h.see(h.words.T("items.none"))
}

func TestAWiderChannelIsNotThereToBeChosen(t *testing.T) {
	h := newHand(t)
	number := h.drafted()
	h.press("范围与渠道")
	lobby, meeting := h.words.T("channel.lobby"), h.words.T("channel.meeting")
	require.Contains(t, h.boxes(), lobby)
	h.pick(h.words.T("audience.society"), h.words.T("audience.party"))
	require.NotContains(t, h.boxes(), lobby)
	require.Contains(t, h.boxes(), meeting)
	h.pass(2 * time.Second)
	it := h.item(number)
	require.Equal(t, data.Party, it.Audience)
	require.Equal(t, data.Party.DefaultChannels(), it.Channels)
}

func TestWhatIsSentBackTellsTheClerkWhyAndHowToGoOn(t *testing.T) {
	h := newHand(t)
	number := h.drafted()
	h.fill(h.words.T("items.body"), body)
	h.press(h.words.T("do.propose"))
	h.switchTo("梁敏")
	h.press("关于干部选拔、任用及奖惩情况的公示")
	h.press(h.words.T("open.sendback"))
	h.press(h.words.T("do.sendback"))
	require.Equal(t, h.words.T("refuse.act.reason"), h.office.notices.Last())
	h.write("items.reason.sendback", "请写明会议日期。")
	h.press(h.words.T("do.sendback"))
	require.Equal(t, data.Returned, h.item(number).Status)

	h.switchTo("陈静")
	h.see(h.words.T("todo.returned"))
	h.press("关于干部选拔、任用及奖惩情况的公示")
	h.see("请写明会议日期。")
	h.press(h.words.T("do.revise.returned"))
	again := h.item(number)
	require.Equal(t, data.Draft, again.Status)
	require.Equal(t, 2, again.Version)
	require.Equal(t, body, h.field(h.words.T("items.body"), 0).Text)
}

func TestWhoIsChosenFromTheListTypesThePasswordAtOnce(t *testing.T) {
	h := newHand(t)
	h.found()
	h.press(h.words.T("office.lock"))
	canvas := h.window.Canvas()
	var name *widget.SelectEntry
	for _, o := range h.seen() {
		if entry, ok := o.(*widget.SelectEntry); ok {
			name = entry
		}
	}
	require.NotNil(t, name)
	canvas.Focus(name)
	name.SetText("徐建国")
	require.Same(t, name, canvas.Focused(), "who types is not interrupted: one name may begin another")
	canvas.Unfocus()
	name.SetText("梁敏")
	require.Same(t, h.field(h.words.T("signin.password"), 0), canvas.Focused())
}

func TestTheRailKeepsItsWidthWhateverRolesSomebodyHas(t *testing.T) {
	h := newHand(t)
	for _, language := range []string{words.Chinese, words.English} {
		h.office.words = words.For(language)
		var roles []string
		for _, r := range data.Roles() {
			roles = append(roles, h.office.words.T("role."+string(r)))
			require.LessOrEqual(t, h.office.signedIn("买买提江", roles).MinSize().Width, railWords, "%v", roles)
		}
	}
}
