package office

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"gongkailan/app/office/help"
)

// keys lists the shortcuts of the menu: what each does, and its keys.
func (o *Office) keys() []help.Key {
	var keys []help.Key
	for _, menu := range o.menu().Items {
		for _, item := range menu.Items {
			if shortcut, ok := item.Shortcut.(fyne.KeyboardShortcut); ok {
				keys = append(keys, help.Key{Does: item.Label, Keys: keyText(shortcut)})
			}
		}
	}
	return keys
}

// keyText writes a shortcut as people know it.
func keyText(s fyne.KeyboardShortcut) string {
	text := ""
	if s.Mod()&fyne.KeyModifierShortcutDefault != 0 {
		text = "Ctrl+"
		if fyne.KeyModifierShortcutDefault == fyne.KeyModifierSuper {
			text = "⌘"
		}
	}
	if s.Mod()&fyne.KeyModifierShift != 0 {
		text += "Shift+"
	}
	return text + string(s.Key())
}

// unwritten is a shortcut that works like another one and is not written by the window library, which does so in a grey
// that is hard to read: a fifth of the text's own colour, 1.4 : 1.
type unwritten struct{ name string }

// ShortcutName tells which keys it answers to.
func (u unwritten) ShortcutName() string { return u.name }

// keyGap is the least space between a menu's words and the column of the keys.
const keyGap float32 = 28

// withKeys writes the keys of a menu's items beside their words, as dark as these, in a column. The system's own menu of
// macOS does so by itself.
func withKeys(menu *fyne.MainMenu) *fyne.MainMenu {
	if runtime.GOOS == "darwin" {
		return menu
	}
	width := func(text string) float32 { return fyne.MeasureText(text, theme.TextSize(), fyne.TextStyle{}).Width }
	for _, m := range menu.Items {
		var widest float32
		for _, item := range m.Items {
			widest = max(widest, width(item.Label))
		}
		for _, item := range m.Items {
			shortcut, ok := item.Shortcut.(fyne.KeyboardShortcut)
			if !ok {
				continue
			}
			spaces := int((widest + keyGap - width(item.Label)) / width(" "))
			item.Label += strings.Repeat(" ", spaces) + keyText(shortcut)
			item.Shortcut = unwritten{shortcut.ShortcutName()}
		}
	}
	return menu
}
