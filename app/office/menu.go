package office

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"gongkailan/app/office/screen"
	"gongkailan/app/office/today"
	"gongkailan/app/platform"
	"gongkailan/app/words"
	"gongkailan/data"
)

// Attach puts the desk into a window: its content, its menu in the desk's language, and closing, which first saves what
// is being typed. The title names the program and the unit and never an item or a person.
func (o *Office) Attach(window fyne.Window) {
	o.window = window
	o.renamed = func() {
		window.SetMainMenu(withKeys(o.menu()))
		window.SetTitle(o.title())
	}
	window.SetPadded(false)
	window.SetContent(o.root)
	window.SetCloseIntercept(o.Close)
	window.Canvas().SetOnTypedKey(o.typed)
	window.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) { o.dropped(uris) })
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
		o.shut()
		return
	}
	o.keep(func(err error) {
		if err != nil {
			o.closing = true
			o.notices.Refused(o.words.T("office.unsaved", o.words.Error(err)))
			return
		}
		o.stop()
		o.shut()
	})
}

func (o *Office) shut() {
	if closing := o.opt.Machine.Closing; closing != nil {
		closing()
	}
	o.window.Close()
}

// typed takes the keys that nothing in the window has taken.
func (o *Office) typed(key *fyne.KeyEvent) {
	o.touched()
	if key.Name == fyne.KeyF1 && !o.covered() {
		o.help()
	}
}

// menu is the main menu. Its shortcuts work while something is typed, where those of a canvas do not; each action asks
// itself whether it may run.
func (o *Office) menu() *fyne.MainMenu {
	w, item := o.words, o.menuItem
	quit := item("menu.quit", fyne.KeyQ, o.Close)
	lock := item("office.lock", fyne.KeyL, o.Lock)
	quit.IsQuit, quit.Action, lock.Action = true, o.Close, o.Lock // these two whatever lies over the desk
	large := item("type.large", fyne.KeyT, o.switchType)
	large.Checked, large.Disabled = o.large, o.opt.Machine.Enlarge == nil
	places := make([]*fyne.MenuItem, 0, len(areas())+2)
	for i, area := range areas() {
		places = append(places, item("area."+string(area), fyne.KeyName(strconv.Itoa(i+1)), func() { o.Go(screen.Route{Area: area}) }))
	}
	places = append(places, fyne.NewMenuItemSeparator(), item("menu.find", fyne.KeyF, o.find))
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
			item("menu.lan", "", func() { o.webPages(data.LAN) }),
			item("menu.internet", "", func() { o.webPages(data.Internet) }),
			fyne.NewMenuItemSeparator(),
			lock, quit),
		o.editMenu(),
		fyne.NewMenu(w.T("menu.go"), places...),
		fyne.NewMenu(w.T("menu.view"), large, item("menu.language", "", o.switchLanguage)),
		fyne.NewMenu(w.T("menu.help"),
			item("help.contents", fyne.KeyH, o.help),
			item("help.keys", "", func() { o.helpOn("keys") }),
			item("help.about", "", func() { o.helpOn("about") })))
}

// menuItem makes an item with a shortcut, "" for none. It does nothing while something lies over the desk, so that no
// dialog ever comes to stand on another.
func (o *Office) menuItem(key string, name fyne.KeyName, do func()) *fyne.MenuItem {
	m := fyne.NewMenuItem(o.words.T(key), func() {
		if !o.covered() {
			do()
		}
	})
	if name != "" {
		m.Shortcut = &desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierShortcutDefault}
	}
	return m
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

// dropped hands files that were let go over the window to the open screen.
func (o *Office) dropped(uris []fyne.URI) {
	d, ok := o.screen.(screen.Dropper)
	if !ok || o.session == nil || o.session.Locked() {
		o.notices.Refused(o.words.Error(data.Refuse(data.ErrRefused, "attach.nowhere")))
		return
	}
	var files []screen.DroppedFile
	for _, uri := range uris {
		files = append(files, screen.DroppedFile{Name: uri.Name(), Read: func() ([]byte, error) { return platform.ReadFile(uri.Path()) }})
	}
	d.Dropped(files)
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
