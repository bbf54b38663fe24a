package office

import "fyne.io/fyne/v2"

// editMenu undoes, cuts, copies and pastes in the field that has the keyboard. The keys are those that everybody knows;
// the menu is there for who does not.
func (o *Office) editMenu() *fyne.Menu {
	board := func() fyne.Clipboard { return fyne.CurrentApp().Clipboard() }
	item := func(key string, shown fyne.Shortcut, act func() fyne.Shortcut) *fyne.MenuItem {
		m := fyne.NewMenuItem(o.words.T(key), func() { o.edit(act()) })
		m.Shortcut = shown
		return m
	}
	return fyne.NewMenu(o.words.T("menu.edit"),
		item("edit.undo", &fyne.ShortcutUndo{}, func() fyne.Shortcut { return &fyne.ShortcutUndo{} }),
		item("edit.redo", &fyne.ShortcutRedo{}, func() fyne.Shortcut { return &fyne.ShortcutRedo{} }),
		fyne.NewMenuItemSeparator(),
		item("edit.cut", &fyne.ShortcutCut{}, func() fyne.Shortcut { return &fyne.ShortcutCut{Clipboard: board()} }),
		item("edit.copy", &fyne.ShortcutCopy{}, func() fyne.Shortcut { return &fyne.ShortcutCopy{Clipboard: board()} }),
		item("edit.paste", &fyne.ShortcutPaste{}, func() fyne.Shortcut { return &fyne.ShortcutPaste{Clipboard: board()} }),
		fyne.NewMenuItemSeparator(),
		item("edit.all", &fyne.ShortcutSelectAll{}, func() fyne.Shortcut { return &fyne.ShortcutSelectAll{} }))
}

// edit hands a shortcut to what has the keyboard. A field that is off can only be copied from.
func (o *Office) edit(act fyne.Shortcut) {
	o.touched()
	window := o.window.Canvas()
	if window.Focused() == nil && o.field != nil { // the press on the menu has taken the keyboard away from the field
		window.Focus(o.field)
	}
	field, ok := window.Focused().(fyne.Shortcutable)
	if !ok {
		return
	}
	if able, ok := field.(fyne.Disableable); ok && able.Disabled() && act.ShortcutName() != (&fyne.ShortcutCopy{}).ShortcutName() {
		return
	}
	field.TypedShortcut(act)
}

// pointed notes that the pointer has moved, and which field had the keyboard then: the pointer may be on its way to the
// menu, and a press there takes the keyboard away before the menu's item is chosen.
func (o *Office) pointed() {
	o.touched()
	if o.window == nil || o.covered() {
		return
	}
	focused := o.window.Canvas().Focused()
	if _, ok := focused.(fyne.Shortcutable); ok {
		o.field = focused
	} else if focused != nil {
		o.field = nil
	}
}
