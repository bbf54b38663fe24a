package catalog

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/desk"
)

// showList shows the catalogue, with the card of an entry beside it where one is open.
func (c *Catalog) showList() {
	w := c.env.Words
	c.review, c.versions = nil, nil
	at := c.shown()
	c.line.SetText(w.T("catalog.version", at.Version, w.Date(at.From), len(at.Categories), len(at.Entries)))
	if !c.read.there {
		c.line.SetText("")
	}
	c.setHeadWith(ui.Bold(w.T("area.catalog"), ui.SizeTitle, ui.Ink()), c.line, ui.Line(10,
		ui.NewButton(w.T("catalog.versions"), c.showVersions), ui.NewButton(w.T("catalog.export"), c.Export), ui.NewButton(w.T("catalog.paper"), c.ExportPaper)))
	c.setBody(ui.Frame(c.above(), nil, nil, c.beside, c.sheet()))
}

// above is what stands over the table: what is to be known about what is shown, and the tools.
func (c *Catalog) above() fyne.CanvasObject {
	parts := []fyne.CanvasObject{}
	if banner := c.banner(); banner != nil {
		parts = append(parts, banner)
	}
	parts = append(parts, c.tools())
	return ui.Pad(0, 10, 0, 0, ui.Column(10, parts...))
}

// tools are what the list is narrowed by and, for those who keep the catalogue, what they can do with it.
func (c *Catalog) tools() fyne.CanvasObject {
	w := c.env.Words
	view := pick([]string{w.T("catalog.bycategory"), w.T("catalog.routine")}, c.tree.viewAt())
	view.OnChanged = func(string) {
		c.tree.routine = view.SelectedIndex() == 1
		c.showList()
	}
	offices := []string{w.T("catalog.alloffices"), w.T("catalog.nooffice")}
	for _, o := range c.read.offices {
		offices = append(offices, o.Name)
	}
	office := pick(offices, c.tree.officeAt(c.read.offices))
	office.OnChanged = func(string) {
		c.tree.choose(office.SelectedIndex(), c.read.offices)
		c.showList()
	}
	left := ui.Line(10, sized(190, view), sized(170, office))
	if !c.mayChange() {
		return ui.Frame(nil, nil, left, nil, ui.Space(1, 34))
	}
	buttons := []fyne.CanvasObject{ui.NewButton(w.T("catalog.import"), c.Import), ui.NewButton(w.T("catalog.sets"), c.ShowSets)}
	if c.editable() {
		add := ui.NewButton(w.T("catalog.add"), c.addEntry)
		if c.draft == nil && c.card == nil { // one red button a screen: with changes, that is the one that saves them
			add.Importance = widget.HighImportance
		}
		buttons = append(buttons, ui.NewButton(w.T("catalog.categories"), c.openCategories), add)
	}
	return ui.Frame(nil, nil, left, ui.Line(10, buttons...), ui.Space(1, 34))
}

// banner says what is special about what is shown: changes that are not saved, another version, or one that waits.
func (c *Catalog) banner() fyne.CanvasObject {
	w, newest := c.env.Words, c.read.newest()
	switch {
	case c.draft != nil:
		return c.draft.bar(c)
	case c.version != 0:
		e, _ := c.edition(c.version)
		text := w.T("catalog.looking."+c.state(e), e.Version, w.Date(e.From), w.Date(c.until(e)))
		if c.editable() {
			text += w.T("catalog.lookingedit")
		}
		return c.band(ui.Ruling, text, w.T("catalog.back"), func() { c.look(0) })
	case c.read.there && newest.Version != c.read.catalogue.Version:
		text := w.T("catalog.waiting", newest.Version, w.Date(newest.From))
		if c.mayChange() {
			text += w.T("catalog.waitingedit")
		}
		return c.band(ui.Waiting, text, w.T("catalog.look", newest.Version), func() { c.look(newest.Version) })
	default:
		return nil
	}
}

// band is a line over the table with something to do at its right.
func (c *Catalog) band(tone ui.Tone, text, action string, do func()) fyne.CanvasObject {
	ink, _ := tone.Colours()
	return ui.AccentCard(ink, ui.Pad(-8, -8, 0, -6, ui.Frame(nil, nil, nil, ui.Midway(ui.NewButton(action, do)), ui.Midway(ui.Flush(ui.Paragraph(text))))))
}

// look shows a version, 0 for the one in force. What is not saved is of the newest version and stays in sight.
func (c *Catalog) look(version int) {
	if version == c.read.catalogue.Version {
		version = 0
	}
	c.version = version
	c.closeCard()
	c.showList()
}

// The states of a version.
const (
	inForce  = "inforce"
	ahead    = "ahead"
	ended    = "ended"
	replaced = "replaced" // replaced on the day on which it would have begun
)

// state tells how a version stands today.
func (c *Catalog) state(e desk.Edition) string {
	switch next, has := c.edition(e.Version + 1); {
	case e.From > c.today():
		return ahead
	case e.Version == c.read.catalogue.Version:
		return inForce
	case has && next.From == e.From:
		return replaced
	default:
		return ended
	}
}

// until is the last day on which a version was in force, "" where another one has not followed.
func (c *Catalog) until(e desk.Edition) data.Date {
	next, has := c.edition(e.Version + 1)
	if !has {
		return ""
	}
	return next.From.AddDays(-1)
}

// sheet is the table, or the words in place of it where there is nothing to list.
func (c *Catalog) sheet() fyne.CanvasObject {
	w := c.env.Words
	if !c.read.there {
		if c.read.unit.Name == "" { // not read yet
			return ui.Space(1, 1)
		}
		return ui.Panel(container.NewCenter(ui.Text(w.T("catalog.none"), ui.SizeText, ui.SecondInk())))
	}
	c.makeTable()
	if len(c.tree.lines) == 0 {
		return ui.Panel(container.NewCenter(ui.Text(w.T("catalog.noneof"), ui.SizeText, ui.SecondInk())))
	}
	return ui.Panel(ui.Pad(1, 8, 1, 1, c.tree.table))
}

// reopen shows a card again after what it is about was read anew.
func (c *Catalog) reopen(code string) {
	if code == "" {
		return
	}
	if slices.ContainsFunc(c.tree.lines, func(l line) bool { return l.row.Entry.Code == code }) {
		c.openEntry(code)
		return
	}
	c.closeCard()
}

// openCard puts a card beside the table.
func (c *Catalog) openCard(now card, view fyne.CanvasObject) {
	c.card = now
	c.beside.Objects = []fyne.CanvasObject{column(cardWidth, view)}
	c.beside.Show()
	c.showList()
	c.tree.table.ScrollTo(slices.IndexFunc(c.tree.lines, func(l line) bool { return now.code() != "" && l.row.Entry.Code == now.code() }))
}

// closeCard takes the card away with what was typed and not taken over.
func (c *Catalog) closeCard() {
	c.card = nil
	c.beside.Objects = nil
	c.beside.Hide()
	c.showList()
}

// settle takes what is typed in the open card into the changes before something else takes its place, so that nothing
// typed is lost. Where it cannot be taken it says why, and the card stays.
func (c *Catalog) settle() bool {
	if c.card == nil || !c.card.dirty() {
		return true
	}
	if err := c.card.apply(); err != nil {
		c.refuse(err)
		return false
	}
	return true
}
