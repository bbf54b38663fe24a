package catalog

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/desk"
)

// versionsPage lists the versions of the catalogue: since when, who made each, and what it changed. A day leads to the
// version that was in force on it.
type versionsPage struct {
	screen *Catalog
	table  *ui.Table
	day    *ui.DateField
	side   *fyne.Container
	open   int // the version whose changes are shown
}

// showVersions shows the page at the newest version.
func (c *Catalog) showVersions() {
	if !c.settle() {
		return
	}
	w := c.env.Words
	c.closeCard()
	p := &versionsPage{screen: c, side: container.NewStack(), day: c.env.DateField(), open: c.read.newest().Version}
	c.versions = p
	p.table = ui.NewTable([]ui.TableColumn{
		{Title: w.T("catalog.v.version"), Share: 0.75},
		{Title: w.T("catalog.from"), Share: 1.35},
		{Title: w.T("catalog.v.state"), Share: 1.15},
		{Title: w.T("catalog.v.by"), Share: 0.9},
		{Title: w.T("catalog.v.changes"), Share: 3.4},
	}, p.choose)
	title := ui.Bold(w.T("catalog.versionsof"), ui.SizeTitle, ui.Ink())
	about := ui.Text(w.T("catalog.v.about"), ui.SizeText, ui.SecondInk())
	c.setHead(ui.Line(12, title, about), ui.NewButton(w.T("catalog.backtolist"), c.showList))
	c.setBody(ui.Frame(nil, nil, nil, p.side, ui.Panel(ui.Pad(1, 8, 1, 1, p.table))))
	p.fill()
}

// fill lists the versions, the newest first, and what the chosen one changed.
func (p *versionsPage) fill() {
	c, w := p.screen, p.screen.env.Words
	var rows [][]ui.Cell
	for i := len(c.read.editions) - 1; i >= 0; i-- {
		e := c.read.editions[i]
		open := e.Version == p.open
		by := e.By
		if by == "" {
			by = "—"
		}
		rows = append(rows, []ui.Cell{
			{Text: w.T("catalog.v.n", e.Version), Bold: open},
			{Text: w.TableDate(e.From, 0), Bold: open},
			ui.Toned(w.T("catalog.state."+c.state(e)), stateTone(c.state(e))),
			{Text: by},
			{Text: p.said(e), Bold: open},
		})
	}
	p.table.SetRows(rows)
	parts := []fyne.CanvasObject{p.dayCard()}
	if e, ok := c.edition(p.open); ok {
		parts = append(parts, p.changeCard(e))
	}
	p.side.Objects = []fyne.CanvasObject{column(reviewWidth, ui.Column(ui.Gap, parts...))}
	p.side.Refresh()
	c.body.Refresh()
}

// said sums a version up: how much it changed, and where it came from.
func (p *versionsPage) said(e desk.Edition) string {
	c, w := p.screen, p.screen.env.Words
	text := strings.Join(c.summary(e.Changes), w.T("catalog.comma"))
	if e.Version == c.read.editions[0].Version {
		text = w.T("catalog.v.first", len(e.Categories), len(e.Entries))
	}
	if e.Note != "" {
		text += w.T("catalog.v.note", e.Note)
	}
	return text
}

func stateTone(state string) ui.Tone {
	switch state {
	case inForce:
		return ui.Good
	case ahead:
		return ui.Waiting
	default:
		return ui.Plain
	}
}

func (p *versionsPage) choose(row int) {
	p.open = p.screen.read.editions[len(p.screen.read.editions)-1-row].Version
	p.fill()
}

// dayCard asks for a day and shows the catalogue that was in force on it.
func (p *versionsPage) dayCard() fyne.CanvasObject {
	w := p.screen.env.Words
	return ui.Card(w.T("catalog.v.onday"), nil, ui.Column(8, note(w, w.T("catalog.v.dayhint")),
		ui.Frame(nil, nil, nil, ui.Pad(0, 0, 10, 0, ui.NewButton(w.T("catalog.v.lookup"), p.lookUp)), p.day)))
}

// lookUp shows the version that was in force on the day.
func (p *versionsPage) lookUp() {
	c := p.screen
	day := data.Date(p.day.Date())
	if day == "" {
		c.env.Notices.Refused(c.env.Words.T("catalog.v.noday"))
		return
	}
	found := 0
	for _, e := range c.read.editions {
		if e.From <= day {
			found = e.Version
		}
	}
	if found == 0 {
		c.refuse(data.Refuse(data.ErrNotFound, "catalogue.none"))
		return
	}
	p.show(found)
	c.env.Notices.Done(c.env.Words.T("catalog.v.was", c.env.Words.Date(day), found))
}

// show leaves the page for a version. What is not saved has to be saved or given up first, so that nobody takes one
// version for another.
func (p *versionsPage) show(version int) {
	c := p.screen
	if c.draft != nil {
		c.env.Notices.Refused(c.env.Words.T("catalog.v.unsaved"))
		return
	}
	c.look(version)
}

// changeCard says what a version changed, in words.
func (p *versionsPage) changeCard(e desk.Edition) fyne.CanvasObject {
	c, w := p.screen, p.screen.env.Words
	var parts []fyne.CanvasObject
	if e.By != "" {
		parts = append(parts, note(w, w.T("catalog.v.made", e.By, w.Date(data.DateOf(e.At)), e.At.Format("15:04"))))
	}
	if e.Note != "" {
		parts = append(parts, note(w, w.T("catalog.v.from", e.Note)))
	}
	lines := c.details(e)
	if e.Version == c.read.editions[0].Version {
		lines = []string{w.T("catalog.v.first", len(e.Categories), len(e.Entries))}
	}
	for i, text := range lines {
		if i == mostDetails {
			parts = append(parts, note(w, w.T("catalog.v.more", len(lines)-i)))
			break
		}
		parts = append(parts, ui.Hair(ui.RowLine()), ui.Pad(-5, -5, -7, -7, ui.Paragraph(text)))
	}
	open := ui.NewButton(w.T("catalog.look", e.Version), func() { p.show(e.Version) })
	parts = append(parts, container.NewBorder(nil, nil, nil, open))
	return ui.Card(w.T("catalog.v.changed", e.Version), nil, ui.Column(6, parts...))
}

// mostDetails is how many changes are listed; a whole plan that was taken in may have hundreds.
const mostDetails = 60
