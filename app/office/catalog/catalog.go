// Package catalog is the area 公开目录 of the desk: what the unit must disclose, as in force today.
//
// Everybody reads it, takes it along as a workbook and begins an item from it. Administrators and the 党务公开办公室
// also change an entry's defaults or take in a plan: what a plan was read as is shown line by line before it is used,
// and each change makes a new signed version, so that what was in force on a day can always be told.
package catalog

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/data"
)

// Catalog is the screen.
type Catalog struct {
	env    screen.Env
	loader *ui.Loader // reads
	worker *ui.Loader // reads plans, changes the catalogue, begins items; one at a time
	writer *ui.Loader // writes workbooks
	busy   bool       // the worker is at it; a newer request would cancel it

	read   read
	lines  []line
	table  *ui.Table
	line   *widget.Label
	head   *fyne.Container
	beside *fyne.Container // the card of an entry
	body   *fyne.Container
	empty  *fyne.Container

	open   *entryCard // the entry that is open
	review *review    // the plan that is being looked through
}

var _ screen.Screen = (*Catalog)(nil)

// read is what the screen shows, as read in one go.
type read struct {
	catalogue data.Catalogue
	there     bool // a catalogue is in force
	offices   []data.Office
	unit      data.Unit
}

// line is one row of the table: a category or an entry of it.
type line struct {
	category data.Category
	entry    data.Entry // without a code in the row of a category
}

// New makes the screen.
func New(env screen.Env) *Catalog {
	w := env.Words
	c := &Catalog{env: env, loader: env.Loader.Again(), worker: env.Loader.Again(), writer: env.Loader.Again()}
	c.table = ui.NewTable([]ui.TableColumn{
		{Title: w.T("catalog.code"), Share: 0.6},
		{Title: w.T("catalog.entry"), Share: 3.8},
		{Title: w.T("catalog.office"), Share: 1.4},
		{Title: w.T("catalog.mode"), Share: 1.3},
		{Title: w.T("catalog.audience"), Share: 1.55},
		{Title: w.T("catalog.decision"), Share: 1.5},
	}, c.choose)
	c.line = widget.NewLabel("")
	c.line.Importance = widget.LowImportance
	c.head, c.beside, c.body = container.NewStack(), container.NewStack(), container.NewStack()
	c.empty = container.NewCenter()
	c.beside.Hide()
	c.showList()
	return c
}

// Object is what the desk shows.
func (c *Catalog) Object() fyne.CanvasObject {
	return ui.Frame(ui.Pad(18, ui.Gap, 22, 22, c.head), nil, nil, nil, ui.Pad(0, 18, 22, 22, c.body))
}

// Leave stops what is being read.
func (c *Catalog) Leave() { c.loader.Stop() }

// Load reads the catalogue in force, the offices and the unit.
func (c *Catalog) Load() {
	ui.Load(c.loader, func(ctx context.Context) (read, error) {
		var r read
		var err error
		r.catalogue, err = c.env.Desk.Catalogue(ctx, "")
		r.there = err == nil
		if err != nil && !errors.Is(err, data.ErrNotFound) {
			return r, err
		}
		if r.offices, err = c.env.Desk.Offices(ctx); err != nil {
			return r, err
		}
		r.unit, err = c.env.Desk.Unit(ctx)
		return r, err
	}, c.show)
}

// show fills the table. A card in which something was changed stays as it is.
func (c *Catalog) show(r read, err error) {
	w := c.env.Words
	if err != nil {
		c.refuse(err)
		return
	}
	c.read = r
	c.lines = linesOf(r.catalogue)
	c.fill()
	c.line.SetText(w.T("catalog.version", r.catalogue.Version, w.Date(r.catalogue.From), len(r.catalogue.Categories), len(r.catalogue.Entries)))
	c.empty.Objects = nil
	if !r.there {
		c.line.SetText("")
		c.empty.Objects = []fyne.CanvasObject{ui.Text(w.T("catalog.none"), ui.SizeText, ui.SecondInk())}
	}
	c.empty.Refresh()
	if c.open != nil && !c.open.dirty() {
		c.openEntry(c.open.before.Code)
	}
}

// fill shows the lines in the table, the one that is open in bold.
func (c *Catalog) fill() {
	rows := make([][]ui.Cell, len(c.lines))
	for i, l := range c.lines {
		rows[i] = c.row(l)
	}
	c.table.SetRows(rows)
}

// linesOf puts each category before its entries.
func linesOf(catalogue data.Catalogue) []line {
	var lines []line
	for _, k := range catalogue.Categories {
		lines = append(lines, line{category: k})
		for _, e := range catalogue.Entries {
			if e.Category == k.Code {
				lines = append(lines, line{category: k, entry: e})
			}
		}
	}
	return lines
}

func (c *Catalog) row(l line) []ui.Cell {
	w := c.env.Words
	if l.entry.Code == "" {
		return []ui.Cell{{Text: l.category.Code, Bold: true}, {Text: l.category.Title, Bold: true}, {}, {}, {}, {}}
	}
	office := ui.Cell{Text: c.officeName(l.entry.OfficeID)}
	if office.Text == "" {
		office = ui.Cell{Text: w.T("catalog.nooffice"), Muted: true}
	}
	open := c.open != nil && c.open.before.Code == l.entry.Code
	return []ui.Cell{
		{Text: l.entry.Code, Muted: !open, Bold: open},
		{Text: l.entry.Title, Bold: open},
		office,
		{Text: w.T("mode." + string(l.entry.Mode))},
		{Text: w.T("audience." + string(l.entry.Audience))},
		{Text: w.T("decision." + string(l.entry.Decision))},
	}
}

func (c *Catalog) officeName(id string) string {
	for _, o := range c.read.offices {
		if o.ID == id {
			return o.Name
		}
	}
	return ""
}

// mayChange tells whether this person keeps the catalogue, as the desk will ask again.
func (c *Catalog) mayChange() bool {
	person, today := c.env.Session.Person(), c.today()
	return person.Has(data.Admin, today) || person.Has(data.Checker, today)
}

func (c *Catalog) today() data.Date { return data.DateOf(c.env.Now()) }

func (c *Catalog) refuse(err error) { c.env.Notices.Refused(c.env.Words.Error(err)) }

// showList shows the catalogue, with the card of an entry beside it where one is open.
func (c *Catalog) showList() {
	w := c.env.Words
	c.review = nil
	buttons := []fyne.CanvasObject{ui.NewButton(w.T("catalog.export"), c.Export)}
	if c.mayChange() {
		buttons = append(buttons, ui.NewButton(w.T("catalog.import"), c.Import))
	}
	title := ui.Bold(w.T("area.catalog"), ui.SizeTitle, ui.Ink())
	c.setHead(ui.Line(12, title, c.line), ui.Line(10, buttons...))
	table := container.NewStack(ui.Panel(ui.Pad(1, 8, 1, 1, c.table)), c.empty)
	c.body.Objects = []fyne.CanvasObject{ui.Frame(nil, nil, nil, c.beside, table)}
	c.body.Refresh()
}

func (c *Catalog) setHead(left, right fyne.CanvasObject) {
	c.head.Objects = []fyne.CanvasObject{ui.Frame(nil, nil, left, right, ui.Space(1, 34))}
	c.head.Refresh()
}

// choose opens the entry of a row; the row of a category opens nothing.
func (c *Catalog) choose(row int) {
	if row < len(c.lines) && c.lines[row].entry.Code != "" {
		c.openEntry(c.lines[row].entry.Code)
	}
}
