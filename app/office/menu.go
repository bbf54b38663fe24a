package office

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"gongkailan/app/office/screen"
	"gongkailan/app/office/today"
	"gongkailan/app/words"
	"gongkailan/data"
)

// Attach puts the desk into a window: its content, its menu in the desk's language, and closing, which first saves what
// is being typed. The title names the program and the unit and never an item or a person.
func (o *Office) Attach(window fyne.Window) {
	o.window = window
	o.renamed = func() {
		window.SetMainMenu(o.menu())
		window.SetTitle(o.title())
	}
	window.SetPadded(false)
	window.SetContent(o.root)
	window.SetCloseIntercept(o.Close)
	o.renamed()
}

func (o *Office) title() string {
	if name := o.about.unit.Name; name != "" {
		return o.words.T("office.title") + " · " + name
	}
	return o.words.T("office.title")
}

// Close saves what is being typed and closes the window. Where it cannot be saved the window stays and says why; closing
// once more closes it all the same.
func (o *Office) Close() {
	if o.closing {
		o.window.Close()
		return
	}
	o.keep(func(err error) {
		if err != nil {
			o.closing = true
			o.notices.Refused(o.words.T("office.unsaved", o.words.Error(err)))
			return
		}
		o.stop()
		o.window.Close()
	})
}

// menu is the main menu. Its shortcuts work while something is typed, where those of a canvas do not; each action asks
// itself whether it may run.
func (o *Office) menu() *fyne.MainMenu {
	w := o.words
	item := func(key string, name fyne.KeyName, do func()) *fyne.MenuItem {
		m := fyne.NewMenuItem(w.T(key), do)
		if name != "" {
			m.Shortcut = &desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierShortcutDefault}
		}
		return m
	}
	area := func(a screen.Area) func() { return func() { o.Go(screen.Route{Area: a}) } }
	quit := item("menu.quit", fyne.KeyQ, o.Close)
	quit.IsQuit = true
	return fyne.NewMainMenu(
		fyne.NewMenu(w.T("menu.file"),
			item("items.new", fyne.KeyN, o.newItem),
			item("menu.print", fyne.KeyP, o.print),
			item("menu.open", fyne.KeyO, o.showPaper),
			shifted(item("menu.saveas", fyne.KeyS, o.savePaperAs)),
			item("menu.folder", "", o.showFolder),
			fyne.NewMenuItemSeparator(),
			item("today.pack", fyne.KeyB, func() { o.pack(false) }),
			shifted(item("menu.board", fyne.KeyB, func() { o.pack(true) })),
			fyne.NewMenuItemSeparator(),
			item("office.lock", fyne.KeyL, o.Lock),
			quit),
		fyne.NewMenu(w.T("menu.go"),
			item("area.today", fyne.Key1, area(screen.Today)),
			item("area.catalog", fyne.Key2, area(screen.Catalog)),
			item("area.items", fyne.Key3, area(screen.Items)),
			item("area.cases", fyne.Key4, area(screen.Cases)),
			fyne.NewMenuItemSeparator(),
			item("menu.find", fyne.KeyF, o.find)),
		fyne.NewMenu(w.T("menu.view"),
			item("menu.language", "", o.switchLanguage)))
}

// shifted puts the shift key to an item's shortcut.
func shifted(m *fyne.MenuItem) *fyne.MenuItem {
	if s, ok := m.Shortcut.(*desktop.CustomShortcut); ok {
		s.Modifier |= fyne.KeyModifierShift
	}
	return m
}

// newItem opens the page on which an item begins, for clerks.
func (o *Office) newItem() {
	switch {
	case o.session == nil:
		o.notices.Refused(o.words.T("office.signinfirst"))
	case !o.session.Person().Has(data.Clerk, data.DateOf(o.opt.Now())):
		o.notices.Refused(o.words.Error(data.Refuse(data.ErrRefused, "draft.role")))
	default:
		o.Go(screen.Route{Area: screen.Items, New: true})
	}
}

// print prints what the open screen has to print.
func (o *Office) print() {
	if p, ok := o.screen.(screen.Printer); ok {
		p.Print()
		return
	}
	o.notices.Refused(o.words.T("office.noprint"))
}

// showPaper opens what the open screen has on paper with the system's viewer.
func (o *Office) showPaper() {
	if e, ok := o.screen.(screen.Exporter); ok {
		e.ShowPaper()
		return
	}
	o.notices.Refused(o.words.T("office.noprint"))
}

// savePaperAs puts what the open screen has on paper where the person wants it.
func (o *Office) savePaperAs() {
	if e, ok := o.screen.(screen.Exporter); ok {
		e.SavePaperAs()
		return
	}
	o.notices.Refused(o.words.T("office.noprint"))
}

// pack makes a pack for the board on the screen that makes them, wherever one is.
func (o *Office) pack(whole bool) {
	if p, ok := o.screen.(screen.Packer); ok {
		p.Pack(whole)
		return
	}
	if o.session == nil || o.session.Locked() {
		o.notices.Refused(o.words.T("office.signinfirst"))
		return
	}
	o.leave(func() {
		o.notices.Clear()
		home := today.New(o.env())
		o.show(screen.Route{Area: screen.Today}, home)
		home.Pack(whole)
	})
}

// find leads to a box to search in: that of the open screen, else that of the list of items.
func (o *Office) find() {
	f, ok := o.screen.(screen.Finder)
	if !ok {
		o.Go(screen.Route{Area: screen.Items, Find: true})
		return
	}
	o.window.Canvas().Focus(f.Focus())
}

func (o *Office) showFolder() {
	if err := o.opt.Files.ShowFolder(); err != nil {
		o.notices.Refused(o.words.Error(err))
	}
}

// otherLanguage is the one that the switch leads to.
func (o *Office) otherLanguage() string {
	if o.words.Language == words.English {
		return words.Chinese
	}
	return words.English
}
