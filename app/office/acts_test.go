package office

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
)

// proposed brings an item up to its check and signs in who checks.
func (h *hand) proposed() string {
	h.t.Helper()
	number := h.drafted()
	h.fill(h.words.T("items.body"), body)
	h.press(h.words.T("do.propose"))
	h.switchTo("梁敏")
	h.press("关于干部选拔、任用及奖惩情况的公示")
	return number
}

// published brings an item up by every act on the screens.
func (h *hand) published() string {
	h.t.Helper()
	w, number := h.words, h.proposed()
	for _, finding := range []string{"items.notsecret", "items.necessary", "items.accurate"} {
		h.check(w.T(finding))
	}
	h.press(w.T("do.check"))
	h.switchTo("徐建国")
	h.press("关于干部选拔、任用及奖惩情况的公示")
	h.press(w.T("do.approve"))
	h.fill(w.T("items.minutes"), "〔2026〕12号")
	h.fill(w.T("items.present"), "徐建国、邓丽华、周芳")
	h.press(w.T("do.decide"))
	h.switchTo("陈静")
	h.press("关于干部选拔、任用及奖惩情况的公示")
	h.press(w.T("do.publish"))
	require.Equal(h.t, data.Published, h.item(number).Status)
	return number
}

func TestWhatTheCheckFoundIsTheReasonForSendingBack(t *testing.T) {
	h := newHand(t)
	number := h.proposed()
	h.write("items.found", "第二段有身份证号码")
	h.press(h.words.T("open.sendback"))
	h.press(h.words.T("do.sendback"))
	step, _ := h.item(number).Step(data.ActSendBack)
	require.Contains(t, step.Note, "第二段有身份证号码")
}

func TestWithholdingGoesToTheSuperiorAndIsToldInTheEnd(t *testing.T) {
	h := newHand(t)
	w, number := h.words, h.drafted()
	h.fill(w.T("items.body"), body)
	h.press(w.T("open.withhold"))
	h.press(w.T("do.withhold"))
	require.Equal(t, w.T("refuse.act.reason"), h.office.notices.Last())
	h.write("items.reason.withhold", "涉及正在办理的案件")
	h.press(w.T("do.withhold"))
	require.Equal(t, data.Withholding, h.item(number).Status)

	h.switchTo("梁敏")
	h.press("关于干部选拔、任用及奖惩情况的公示")
	h.see("涉及正在办理的案件")
	h.press(w.T("do.report"))
	h.fill(w.T("items.superior"), "中共云岭县委")
	h.fill(w.T("items.rulingno"), "云委〔2026〕3号")
	h.fill(w.T("items.rulingon"), "2026-03-05")
	h.fill(w.T("items.opinion"), "同意不予公开")
	h.press(w.T("do.superior"))
	require.Equal(t, data.WithheldTell, h.item(number).Status)
	h.press(w.T("do.tell"))
	require.Equal(t, w.T("refuse.act.telling"), h.office.notices.Last())
	h.fill(w.T("items.tellhow"), "党员大会通报")
	h.press(w.T("do.tell"))
	require.Equal(t, data.Withheld, h.item(number).Status)
}

func TestACorrectionTakesDownAtOnceAndOpensTheNewDraft(t *testing.T) {
	h := newHand(t)
	number := h.published()
	h.press(h.words.T("open.correct"))
	h.write("items.reason.correct", "王䶮的现任职务有误")
	h.press(h.words.T("do.correct"))
	it := h.item(number)
	require.Equal(t, data.Draft, it.Status)
	require.Equal(t, "王䶮的现任职务有误", it.Correction)
	require.Equal(t, 2, h.issued, "the lobby follows at once")
	h.see(h.words.T("items.bodyhint"))
}

func TestTheUseOfAChannelIsRecordedWithPlaceAndEvidence(t *testing.T) {
	h := newHand(t)
	number := h.published()
	w := h.words
	h.press(w.T("items.recorduse"))
	h.press(w.T("items.usesave"))
	require.Equal(t, w.T("refuse.use.place"), h.office.notices.Last())
	h.fill(w.T("items.useplace"), "局域网“党务公开”专栏")
	h.fill(w.T("items.useevidence"), "网页截图")
	h.press(w.T("items.usesave"))
	uses, err := h.desk.Uses(t.Context(), h.item(number).ID)
	require.NoError(t, err)
	require.Len(t, uses, 1)
	h.see("局域网“党务公开”专栏")
}

func TestAPersonalDatumIsShownMaskedInOneClickOrKeptByTwo(t *testing.T) {
	h := newHand(t)
	w, number := h.words, h.drafted()
	h.fill(w.T("items.body"), body+"\n联系手机：13812345678，备用13987654321。")
	h.pass(time.Second)
	h.see(w.T("guard.title", 2))
	h.press(w.T("do.propose"))
	require.Contains(t, h.office.notices.Last(), "138****5678")
	h.press(w.T("guard.mask"))
	require.Contains(t, h.field(w.T("items.body"), 0).Text, "139****4321", "the last in sight is masked")
	h.pass(time.Second)
	h.press(w.T("guard.keep"))
	h.write("guard.reason", "本人书面同意")
	h.press(w.T("do.propose"))
	require.Equal(t, data.ToCheck, h.item(number).Status)

	h.switchTo("梁敏")
	h.press("关于干部选拔、任用及奖惩情况的公示")
	for _, finding := range []string{"items.notsecret", "items.necessary", "items.accurate"} {
		h.check(w.T(finding))
	}
	h.press(w.T("do.check"))
	require.Contains(t, h.office.notices.Last(), "138****5678")
	h.check(w.T("guard.agree", w.T("guard.kind.mobile"), "138****5678", w.T("part.body", 3), "本人书面同意"))
	h.press(w.T("do.check"))
	require.Equal(t, data.ToApprove, h.item(number).Status)
}
