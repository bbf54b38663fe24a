package office

import (
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/desk"
)

func TestTheLeadingGroupAnswersForAnyDay(t *testing.T) {
	h, _ := settled(t, "梁敏", "group")
	w := h.words
	h.see(w.T("settings.group.none"))
	h.pick("", "徐建国 · 局领导")
	h.pick("", w.T("group.head"))
	h.press(w.T("settings.group.addit"))
	h.told("settings.saved")
	h.pick("", w.T("settings.group.other"))
	h.pick("", w.T("group.member"))
	h.press(w.T("settings.group.addit"))
	h.told("refuse.group.name")
	h.field(w.T("settings.group.name"), 1).SetText("杨志强") // the first is a head of the list
	h.field(w.T("settings.person.from"), 0).SetText("2024-1-1")
	h.field(w.T("settings.person.until"), 0).SetText("2024-13-31")
	h.press(w.T("settings.group.addit"))
	h.told("refuse.date.bad", "2024-13-31")
	h.field(w.T("settings.person.until"), 0).SetText("2024-12-31")
	h.press(w.T("settings.group.addit"))
	h.told("settings.saved")
	require.Equal(t, []data.GroupMember{
		{PersonID: h.person("徐建国").ID, Duty: data.GroupHead, From: "2026-03-05"},
		{Name: "杨志强", Duty: data.GroupMate, From: "2024-01-01", Until: "2024-12-31"},
	}, h.settings().Group)
	h.see("徐建国（党组书记、局长）") // could approve today
	h.fill(w.T("settings.day.which"), "2024-06-01")
	require.Contains(t, h.texts(), "杨志强")
	h.missing("徐建国（党组书记、局长）")

	h.turn("group/1")
	h.see(w.T("settings.group.change"))
	h.field(w.T("settings.person.until"), 0).SetText("2025-01-31")
	h.press(w.T("settings.save"))
	require.Equal(t, data.Date("2025-01-31"), h.settings().Group[1].Until)
	h.press(w.T("wizard.remove"))
	require.Len(t, h.settings().Group, 1)
}

func TestPeopleAreAddedChangedAndGivenNewPasswords(t *testing.T) {
	h, _ := settled(t, "梁敏", "people")
	w := h.words
	h.press(w.T("wizard.people.add"))
	h.fill(w.T("wizard.person.name"), "赵晓燕")
	h.pick(w.T("catalog.nooffice"), "组织人事股")
	h.check(w.T("role.clerk"))
	h.fill(w.T("wizard.person.password"), "longenough2")
	h.fill(w.T("wizard.person.again"), "longenough3")
	h.press(w.T("settings.save"))
	h.told("wizard.person.differ")
	h.fill(w.T("wizard.person.again"), "longenough2")
	h.press(w.T("settings.save"))
	h.told("settings.person.added", "赵晓燕")
	_, err := h.desk.SignIn(t.Context(), "赵晓燕", "longenough2")
	require.NoError(t, err)
	h.see(w.T("settings.key.good"))

	h.turn("people/" + h.person("赵晓燕").ID)
	h.fill(w.T("wizard.person.duty"), "股长")
	h.press(w.T("settings.save"))
	require.Equal(t, "股长", h.person("赵晓燕").Duty)
	h.turn("people/" + h.person("赵晓燕").ID)
	h.fill(w.T("settings.password.new"), "longenough4")
	h.fill(w.T("wizard.person.again"), "longenough4")
	h.press(w.T("settings.reset.do"))
	h.told("settings.reset.done", "赵晓燕")
	_, err = h.desk.SignIn(t.Context(), "赵晓燕", "longenough4")
	require.NoError(t, err)
}

func TestEverybodyChangesTheOwnPassword(t *testing.T) {
	h, _ := settled(t, "陈静", "people")
	w := h.words
	h.press(w.T("settings.password"))
	h.fill(w.T("settings.password.old"), "wrong")
	h.fill(w.T("settings.password.new"), "longenough2")
	h.fill(w.T("wizard.person.again"), "longenough2")
	h.press(w.T("settings.password.change"))
	h.told("refuse.password.old")
	h.fill(w.T("settings.password.old"), password)
	h.press(w.T("settings.password.change"))
	h.told("settings.password.done")
	_, err := h.desk.SignIn(t.Context(), "陈静", "longenough2")
	require.NoError(t, err)
}

// withClerk adds a second clerk, and drafts an item of the first.
func withClerk(t *testing.T, h *hand) string {
	t.Helper()
	admin, err := h.desk.SignIn(t.Context(), "梁敏", password)
	require.NoError(t, err)
	_, err = admin.AddPerson(t.Context(), desk.Newcomer{
		Person:   data.Person{Name: "赵晓燕", OfficeID: "组织人事股", Duty: "科员", Roles: []data.Role{data.Clerk}},
		Password: password,
	})
	require.NoError(t, err)
	clerk, err := h.desk.SignIn(t.Context(), "陈静", password)
	require.NoError(t, err)
	it, err := clerk.NewDraft(t.Context(), "3.5")
	require.NoError(t, err)
	return it.Number
}

func TestWhoLeavesHandsTheWorkOverOnOnePage(t *testing.T) {
	h, _ := settled(t, "梁敏", "people")
	w := h.words
	number := withClerk(t, h)
	h.turn("people/leave/" + h.person("陈静").ID)
	h.see(number)
	h.missing(w.T("settings.leave.only.clerk", "陈静"))
	h.press(w.T("settings.leave.do"))
	h.told("refuse.handover.choose", "组织人事股")
	h.pick("", "赵晓燕（科员）")
	h.press(w.T("settings.leave.do"))
	h.told("refuse.act.reason")
	require.Empty(t, h.person("陈静").Until, "nothing was done")
	h.fill(w.T("settings.leave.reason"), "调离")
	h.fill(w.T("settings.leave.last"), "2026-03-31")
	h.press(w.T("settings.leave.do"))
	h.told("settings.leave.done", "陈静", "2026年3月31日")
	require.Equal(t, data.Date("2026-03-31"), h.person("陈静").Until)
	require.Equal(t, h.person("赵晓燕").ID, h.item(number).HandlerID)

	h.turn("people/leave/" + h.person("徐建国").ID)
	h.see(w.T("settings.leave.only.approver", "徐建国"))
	h.see(w.T("settings.handover.nothing"))
	h.press(w.T("settings.back"))
	require.Equal(t, "people", h.office.route.Section)
}

func TestOpenWorkIsHandedOverByWhoHasIt(t *testing.T) {
	h, _ := settled(t, "陈静", "handing")
	w := h.words
	number := withClerk(t, h)
	h.turn("handing")
	h.see(number)
	h.pick("", "赵晓燕（科员）")
	h.field(w.T("settings.handover.reason"), 0).SetText("换岗")
	h.press(w.T("settings.handover.do"))
	h.told("settings.handover.done")
	require.Equal(t, h.person("赵晓燕").ID, h.item(number).HandlerID)
	h.press(w.T("settings.handover.do"))
	h.told("refuse.handover.nothing")
}

func TestADelegationIsGivenAndTakenBack(t *testing.T) {
	h, _ := settled(t, "徐建国", "handing")
	w := h.words
	require.Contains(t, h.boxes(), w.T("role.approver"))
	require.NotContains(t, h.boxes(), w.T("role.checker"), "one lends what one holds")
	h.press(w.T("settings.delegation.sign"))
	h.told("refuse.delegation.to")
	h.pick("", "梁敏 · 党务公开办公室")
	h.fill(w.T("settings.delegation.last"), "2026-03-20")
	h.field(w.T("settings.delegation.reason"), 0).SetText("外出学习")
	h.press(w.T("settings.delegation.sign"))
	h.told("settings.delegation.given")
	given, err := h.desk.SignedDelegations(t.Context())
	require.NoError(t, err)
	require.Equal(t, h.person("梁敏").ID, given[0].ToID)
	require.Equal(t, data.Date("2026-03-05"), given[0].From)
	h.see(w.T("settings.delegation.inforce"))
	h.press(w.T("settings.delegation.end"))
	h.told("settings.delegation.endeddone")
	h.see(w.T("settings.delegation.ended"))
	h.switchTo("陈静")
	h.turn("handing")
	h.see(w.T("settings.delegation.notyours"))
}
