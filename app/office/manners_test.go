package office

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/require"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
)

// menuAct runs the menu's item that answers to a shortcut, as the window does while something is typed.
func (h *hand) menuAct(shortcut fyne.Shortcut) {
	h.t.Helper()
	for _, menu := range h.window.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Shortcut != nil && item.Shortcut.ShortcutName() == shortcut.ShortcutName() {
				item.Action()
				return
			}
		}
	}
	require.Fail(h.t, "no item", "%s", shortcut.ShortcutName())
}

func ctrl(name fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierShortcutDefault}
}

// tabs goes through everything that the Tab key reaches, once around.
func (h *hand) tabs() []fyne.Focusable {
	c := h.window.Canvas()
	c.Unfocus()
	var reached []fyne.Focusable
	for range 200 {
		c.FocusNext()
		if c.Focused() == nil || len(reached) > 0 && c.Focused() == reached[0] {
			break
		}
		reached = append(reached, c.Focused())
	}
	c.Unfocus()
	return reached
}

func TestTypingKeepsTheDeskOpen(t *testing.T) {
	h := newHand(t)
	h.drafted()
	entry := h.field(h.words.T("items.body"), 0)
	h.window.Canvas().Focus(entry)
	for range 30 { // longer than ten minutes, with no touch of the mouse
		h.pass(time.Minute)
		entry.TypedRune('字')
		require.NotNil(t, h.office.session)
	}
	h.pass(9 * time.Minute)
	require.NotNil(t, h.office.session)
	h.pass(2 * time.Minute)
	require.Nil(t, h.office.session)
}

func TestTheCaretAndTheTabKeyKeepTheDeskOpen(t *testing.T) {
	h := newHand(t)
	h.drafted()
	for range 30 {
		h.pass(time.Minute)
		h.window.Canvas().FocusNext()
	}
	require.NotNil(t, h.office.session)
	entry := h.field(h.words.T("items.title"), 0)
	entry.SetText("标题标题标题")
	h.window.Canvas().Focus(entry)
	for i := range 30 {
		h.pass(time.Minute)
		entry.CursorColumn = i % 6
	}
	require.NotNil(t, h.office.session)
	h.window.Canvas().Unfocus()
	for range 30 {
		h.pass(time.Minute)
		h.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	require.NotNil(t, h.office.session)
}

func TestAWindowThatIsOnlyLookedAtLocks(t *testing.T) {
	h := newHand(t)
	h.drafted()
	h.window.Canvas().Focus(h.field(h.words.T("items.body"), 0))
	h.pass(10*time.Minute + glance)
	require.Nil(t, h.office.session)
}

func TestWhateverLiesOverTheDeskIsGoneWhenItLocks(t *testing.T) {
	h := newHand(t)
	closed := 0
	h.office.opt.Machine.CloseDialogs = func() { closed++ }
	h.drafted()
	c := h.window.Canvas()
	widget.NewPopUp(widget.NewLabel("个人信息"), c).Show()
	widget.NewModalPopUp(widget.NewLabel("个人信息"), c).Show()
	require.Len(t, c.Overlays().List(), 2)
	h.menuAct(ctrl(fyne.KeyL))
	require.Empty(t, c.Overlays().List())
	require.Equal(t, 1, closed)
	require.Nil(t, h.office.session)
}

func TestNoDialogComesOverAnother(t *testing.T) {
	h := newHand(t)
	number := h.drafted()
	h.fill(h.words.T("items.body"), body)
	over := widget.NewModalPopUp(widget.NewLabel("选择文件"), h.window.Canvas())
	over.Show()
	for _, menu := range h.window.MainMenu().Items {
		for _, item := range menu.Items {
			if item.IsSeparator || item.IsQuit || strings.HasPrefix(item.Label, h.words.T("office.lock")) {
				continue
			}
			item.Action()
		}
	}
	require.Len(t, h.window.Canvas().Overlays().List(), 1)
	require.Equal(t, screen.Route{Area: screen.Items, Number: number}, h.office.route)
	require.Empty(t, h.files.printed)
	over.Hide()
	h.menuAct(ctrl(fyne.Key1))
	require.Equal(t, screen.Today, h.office.route.Area)
}

func TestWhatIsTypedCanBeUndoneFromTheMenu(t *testing.T) {
	h := newHand(t)
	h.drafted()
	entry := h.field(h.words.T("items.body"), 0)
	h.window.Canvas().Focus(entry)
	test.Type(entry, "写错了")
	h.menuAct(&fyne.ShortcutUndo{})
	require.Empty(t, entry.Text)
	h.menuAct(&fyne.ShortcutRedo{})
	require.Equal(t, "写错了", entry.Text)
	h.menuAct(&fyne.ShortcutSelectAll{})
	h.menuAct(&fyne.ShortcutCut{})
	require.Empty(t, entry.Text)
	h.menuAct(&fyne.ShortcutPaste{})
	require.Equal(t, "写错了", entry.Text)

	h.office.pointed() // on the way to the menu
	h.window.Canvas().Unfocus()
	h.menuAct(&fyne.ShortcutUndo{})
	require.Empty(t, entry.Text, "a press on the menu takes the keyboard away; the field is still the one that is meant")
	h.menuAct(&fyne.ShortcutRedo{})

	entry.Disable()
	h.menuAct(&fyne.ShortcutSelectAll{})
	h.menuAct(&fyne.ShortcutCut{})
	require.Equal(t, "写错了", entry.Text, "a field that is off is not changed")
	h.office.Go(screen.Route{Area: screen.Today})
	h.window.Canvas().Unfocus()
	h.menuAct(&fyne.ShortcutPaste{}) // nothing to paste into
}

func TestThePasswordIsNotCopied(t *testing.T) {
	h := newHand(t)
	h.found()
	h.press(h.words.T("office.lock"))
	fyne.CurrentApp().Clipboard().SetContent("")
	entry := h.field(h.words.T("signin.password"), 0)
	entry.SetText(password)
	h.window.Canvas().Focus(entry)
	h.menuAct(&fyne.ShortcutSelectAll{})
	h.menuAct(&fyne.ShortcutCopy{})
	h.menuAct(&fyne.ShortcutCut{})
	require.Empty(t, fyne.CurrentApp().Clipboard().Content())
	require.Equal(t, password, entry.Text)
}

func TestEveryButtonAndLinkIsReachedWithTheTabKey(t *testing.T) {
	h := newHand(t)
	h.found()
	h.press(h.words.T("office.lock"))
	look := func(place string) {
		reached, there := map[string]int{}, map[string]int{}
		for _, f := range h.tabs() {
			reached[fmt.Sprintf("%T", f)]++
		}
		for _, object := range h.seen() {
			switch object.(type) {
			case *ui.Button, *ui.Link, *ui.RailItem, *ui.SearchLink, *ui.Select, *widget.Entry, *widget.SelectEntry, *widget.Check:
				if able, ok := object.(fyne.Disableable); !ok || !able.Disabled() {
					there[fmt.Sprintf("%T", object)]++
				}
			}
		}
		for kind, count := range there {
			require.Equal(t, count, reached[kind], "%s: %s", place, kind)
		}
	}
	look("signing in")
	h.signIn("陈静")
	look("today")
	for _, area := range areas() {
		h.office.Go(screen.Route{Area: area})
		look(string(area))
	}
	h.office.Go(screen.Route{Area: screen.Items})
	h.press(h.words.T("items.new"))
	look("new")
	h.press("干部选拔、任用及奖惩情况")
	look("item")
	h.office.help()
	look("help")
}

func TestEnterAndSpaceDoWhatAPressDoes(t *testing.T) {
	h := newHand(t)
	h.found()
	h.signIn("陈静")
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace} {
		h.office.Go(screen.Route{Area: screen.Items})
		item := h.office.rail[screen.Today]
		h.window.Canvas().Focus(item)
		item.TypedKey(&fyne.KeyEvent{Name: key})
		require.Equal(t, screen.Today, h.office.route.Area, key)
	}
	item := h.office.rail[screen.Today]
	h.window.Canvas().Focus(item)
	item.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
	require.Equal(t, screen.Route{Area: screen.Help, Topic: "today"}, h.office.route, "a key that means nothing to it is the window's")
}

func TestTheHelpOpensAtThePageThatFits(t *testing.T) {
	h := newHand(t)
	f1 := func() { h.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF1}) }
	h.fill(h.words.T("wizard.unit.name"), "云岭县食品药品监督管理局")
	f1()
	h.see("建立本单位")
	h.press(h.words.T("help.back"))
	require.Equal(t, "云岭县食品药品监督管理局", h.field(h.words.T("wizard.unit.name"), 0).Text, "what was typed is still there")

	h.found()
	h.press(h.words.T("office.lock"))
	h.fill(h.words.T("signin.name"), "陈静")
	h.press(h.words.T("menu.help"))
	h.see("十分钟没有动鼠标和键盘")
	h.press("密码忘了")
	h.see("密码只有本人知道")
	h.press(h.words.T("help.back"))
	require.Equal(t, "陈静", h.field(h.words.T("signin.name"), 0).Text)

	h.signIn("陈静")
	for _, at := range []struct {
		route screen.Route
		topic string
	}{
		{screen.Route{Area: screen.Today}, "today"},
		{screen.Route{Area: screen.Catalog}, "catalogue"},
		{screen.Route{Area: screen.Items}, "search"},
		{screen.Route{Area: screen.Items, New: true}, "propose"},
		{screen.Route{Area: screen.Board}, "board"},
		{screen.Route{Area: screen.Cases}, "opinions"},
		{screen.Route{Area: screen.Settings}, "settings"},
		{screen.Route{Area: screen.Settings, Section: "backup"}, "backup"},
		{screen.Route{Area: screen.Settings, Section: "handing"}, "handover"},
	} {
		h.office.Go(at.route)
		h.menuAct(ctrl(fyne.KeyH))
		require.Equal(t, screen.Route{Area: screen.Help, Topic: at.topic}, h.office.route)
		h.press(h.words.T("help.keys"))
		h.see("Ctrl+N")
		h.press(h.words.T("help.back"))
		require.Equal(t, at.route, h.office.route)
	}
}

func TestTheMenuWritesItsKeysBesideItsWords(t *testing.T) {
	h := newHand(t)
	for _, menu := range h.window.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Shortcut == nil {
				continue
			}
			require.Contains(t, item.Label, "Ctrl+")
			_, written := item.Shortcut.(fyne.KeyboardShortcut)
			require.False(t, written, "the library would write it once more, in a grey that is hard to read")
		}
	}
	used := map[string]string{}
	for _, key := range h.office.keys() {
		require.Empty(t, used[key.Keys], "%s twice", key.Keys)
		used[key.Keys] = key.Does
	}
	require.Equal(t, h.words.T("area.today"), used["Ctrl+1"])
}

func TestTheTypeSwitchKeepsThePlaceAndWhatIsTyped(t *testing.T) {
	h := newHand(t)
	var asked []bool
	h.office.opt.Machine.Enlarge = func(large bool) { asked = append(asked, large) }
	number := h.drafted()
	h.office.frame()
	entry := h.field(h.words.T("items.body"), 0)
	entry.SetText("写到一半。")
	h.press(h.words.T("type.large"))
	require.Same(t, entry, h.field(h.words.T("items.body"), 0))
	require.Equal(t, number, h.office.route.Number)
	h.menuAct(ctrl(fyne.KeyT))
	require.Equal(t, []bool{true, false}, asked)
}

func TestHowTheProgramEndedLastTimeIsTold(t *testing.T) {
	h := newHand(t)
	opt := h.office.opt
	opt.Machine.Crash = "/somewhere/desk-crash.txt"
	o := New(opt)
	require.Equal(t, h.words.T("crash.note", "/somewhere/desk-crash.txt"), o.notices.Last())
}

func TestClosingRemembersTheWindowFirst(t *testing.T) {
	h := newHand(t)
	closing := 0
	h.office.opt.Machine.Closing = func() { closing++ }
	h.office.Close()
	require.Equal(t, 1, closing)
}
