package office

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/require"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/desk"
)

const (
	complaint = "反映食堂采购不公开招标"
	sender    = "何秀英"
)

// registered enters an opinion on the real form, as the clerk who founded the unit.
func (h *hand) registered() string {
	h.t.Helper()
	w := h.words
	h.press(w.T("area.cases"))
	h.press(w.T("cases.register"))
	h.write("cases.text.hint", complaint)
	h.fill(w.T("cases.name"), sender)
	h.fill(w.T("cases.contact"), "信箱12号")
	h.press(w.T("cases.register.do"))
	list, err := h.desk.Opinions(h.t.Context(), desk.OpinionFilter{})
	require.NoError(h.t, err)
	require.Len(h.t, list, 1, h.office.notices.Last())
	return list[0].Number
}

// nowhere asks that none of what was written is in sight, in the title or in a message.
func (h *hand) nowhere() {
	h.t.Helper()
	for _, secret := range []string{complaint, sender, "信箱12号"} {
		h.missing(secret)
		require.NotContains(h.t, h.window.Title(), secret)
		require.NotContains(h.t, h.office.notices.Last(), secret)
		for _, o := range h.seen() {
			if entry, ok := o.(*widget.Entry); ok {
				require.NotContains(h.t, entry.Text, secret)
			}
		}
	}
}

func TestAnOpinionIsRegisteredAssignedHandledAndAnsweredOnTheScreens(t *testing.T) {
	h := newHand(t)
	h.found()
	w, number := h.words, h.registered()
	require.Equal(t, screen.Route{Area: screen.Cases, Number: number}, h.office.route)
	h.see(w.T("cases.hidden"))
	h.nowhere()
	require.Empty(t, h.buttons(), "a clerk who only registered it does nothing more")

	h.switchTo("梁敏")
	h.see(w.T("message.kind.opinion"))
	h.nowhere()
	h.press(number)
	h.see(complaint)
	h.see(sender)
	h.press(w.T("today.proof"))
	h.see("6 五1") // the day after it came in is the first to count
	h.press(w.T("cases.do.assign"))
	require.Equal(t, w.T("refuse.opinion.assign.nobody"), h.office.notices.Last())
	h.choose("周芳")
	h.press(w.T("cases.do.assign"))
	h.see(w.T("cases.next.in_hand", "周芳"))
	h.press(w.T("cases.open.extend"))
	h.write("cases.hint.extend", "需要调取采购台账")
	h.press(w.T("cases.do.extend"))
	require.NotContains(t, h.buttons(), w.T("cases.open.extend"), "once")

	h.switchTo("周芳")
	h.press(number)
	h.see(complaint)
	require.NotContains(t, h.buttons(), w.T("cases.open.answer"), "handled first")
	h.write("cases.hint.handle", "已查采购台账")
	h.press(w.T("cases.do.handle"))
	h.write("cases.hint.answer", "已书面答复")
	h.check(w.T("cases.publish"))
	h.press(w.T("cases.do.answer"))
	h.see(w.T("cases.published.yes"))
	list, err := h.desk.Opinions(t.Context(), desk.OpinionFilter{State: data.OpinionAnswered})
	require.NoError(t, err)
	require.Len(t, list, 1)
	h.press(w.T("area.cases"))
	h.nowhere()

	h.switchTo("徐建国")
	h.office.Go(screen.Route{Area: screen.Cases, Number: number})
	h.nowhere()
	h.missing("已查采购台账")
	h.missing("已书面答复")
	require.Empty(t, h.buttons())
	v, err := h.desk.Verify(t.Context())
	require.NoError(t, err)
	require.True(t, v.OK, "%v", v.Broken)
}

// choose picks, in whatever list has it, the one whose words begin so.
func (h *hand) choose(name string) {
	h.t.Helper()
	for _, o := range h.seen() {
		list, ok := o.(*ui.Select)
		if !ok {
			continue
		}
		for _, option := range list.Options {
			if strings.HasPrefix(option, name) {
				list.SetSelected(option)
				return
			}
		}
	}
	require.Fail(h.t, "nobody to choose", name)
}

func TestTextsLeaveTheScreenWithTheLockAndWithThePage(t *testing.T) {
	h := newHand(t)
	h.found()
	number := h.registered()
	h.switchTo("梁敏")
	h.press(number)
	h.see(complaint)
	page := h.office.screen
	require.Contains(t, allTexts(page.Object()), complaint)
	h.press(h.words.T("office.lock"))
	h.nowhere()
	require.NotContains(t, allTexts(page.Object()), complaint, "the page itself is wiped")
	h.signIn("梁敏")
	h.see(complaint)
	h.press(h.words.T("area.today"))
	h.nowhere()
}

func TestWhatIsTypedOfAnOpinionIsOutOfSightWhileLockedAndThereForTheSamePerson(t *testing.T) {
	h := newHand(t)
	h.found()
	w := h.words
	h.press(w.T("area.cases"))
	h.press(w.T("cases.register"))
	h.write("cases.text.hint", complaint)
	h.press(w.T("area.today"))
	require.Equal(t, w.T("office.unsaved", w.T("refuse.opinion.unregistered")), h.office.notices.Last(), "the first try to leave says what would be lost")
	h.pass(11 * time.Minute)
	require.Nil(t, h.office.session)
	h.nowhere()
	h.signIn("陈静")
	h.see(w.T("cases.register.do"))
	require.Equal(t, complaint, h.entryOf("cases.text.hint").Text)
	list, err := h.desk.Opinions(t.Context(), desk.OpinionFilter{})
	require.NoError(t, err)
	require.Empty(t, list)
}

func TestTheEnterKeyRegistersNothing(t *testing.T) {
	h := newHand(t)
	h.found()
	h.press(h.words.T("area.cases"))
	h.press(h.words.T("cases.register"))
	h.write("cases.text.hint", complaint)
	for _, o := range h.seen() {
		if entry, ok := o.(*widget.Entry); ok {
			entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnter})
		}
	}
	list, err := h.desk.Opinions(t.Context(), desk.OpinionFilter{})
	require.NoError(t, err)
	require.Empty(t, list)
}

func TestOnlyThoseWhoMayRegisterAreOfferedIt(t *testing.T) {
	h := newHand(t)
	h.found()
	h.switchTo("徐建国")
	h.press(h.words.T("area.cases"))
	h.see(h.words.T("cases.none"))
	require.NotContains(t, h.buttons(), h.words.T("cases.register"))
}

func TestWhatIsBeingWrittenForAnActSurvivesWhatOthersDo(t *testing.T) {
	h := newHand(t)
	h.found()
	w, number := h.words, h.registered()
	h.switchTo("梁敏")
	h.press(number)
	h.choose("梁敏")
	h.press(w.T("cases.do.assign"))
	h.write("cases.hint.handle", "正在核实")
	h.office.changed(desk.Signal{Kind: desk.ItemChanged})
	require.Equal(t, "正在核实", h.entryOf("cases.hint.handle").Text)
}

func (h *hand) entryOf(hint string) *widget.Entry {
	h.t.Helper()
	for _, o := range h.seen() {
		if entry, ok := o.(*widget.Entry); ok && entry.PlaceHolder == h.words.T(hint) {
			return entry
		}
	}
	require.Fail(h.t, "no entry", "%s", hint)
	return nil
}

// allTexts gathers every text of an object, in sight or not.
func allTexts(o fyne.CanvasObject) string {
	switch it := o.(type) {
	case *canvas.Text:
		return it.Text
	case *widget.Label:
		return it.Text
	case *container.Scroll:
		return allTexts(it.Content)
	case *fyne.Container:
		var all strings.Builder
		for _, child := range it.Objects {
			all.WriteString(allTexts(child))
		}
		return all.String()
	default:
		return ""
	}
}
