// Package catalog is the area 公开目录 of the desk: what the unit must disclose, who answers for it, and what is due.
//
// Everybody reads it, as it is today or was on any day, takes it along on paper or as a workbook, and begins an item from
// it. Administrators and the 党务公开办公室 also change it: they add, edit and retire entries, take in a plan or a ready
// set, and look through what that changes. Changes are gathered and become one new signed version from a day on, so that
// what was in force on a day can always be told.
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
	"gongkailan/data/desk"
)

// Catalog is the screen.
type Catalog struct {
	env    screen.Env
	loader *ui.Loader // reads
	worker *ui.Loader // reads plans, changes the catalogue, begins items; one at a time
	writer *ui.Loader // writes documents
	keeper *ui.Loader // keeps what is not saved yet
	busy   bool       // the worker is at it; a newer request would cancel it

	read    read
	opened  bool // what was kept from the last time has been looked for
	version int  // the version that is looked at; 0 for the one in force
	draft   *draft
	tree    tree

	line   *widget.Label
	head   *fyne.Container
	beside *fyne.Container // a card beside the table
	body   *fyne.Container

	card     card          // the card that is open
	review   *review       // the plan that is being looked through
	versions *versionsPage // the versions, while they are listed
}

var (
	_ screen.Screen = (*Catalog)(nil)
	_ screen.Keeper = (*Catalog)(nil)
)

// card is what stands beside the table: an entry, or the categories.
type card interface {
	code() string // of the entry, "" for any other card
	dirty() bool  // something is typed that the changes do not have yet
	apply() error // takes what is typed into the changes
}

// read is what the screen shows, as read in one go.
type read struct {
	catalogue data.Catalogue // in force
	there     bool           // a catalogue is in force
	editions  []desk.Edition // every version, the oldest first
	offices   []data.Office
	unit      data.Unit
	up        map[string][]data.Item // what is up, by entry
	kept      desk.Revision          // what this person had changed and not saved
	hasKept   bool
}

// newest is the version that changes are made from; it may not be in force yet.
func (r read) newest() data.Catalogue {
	if n := len(r.editions); n > 0 {
		return r.editions[n-1].Catalogue
	}
	return r.catalogue
}

// New makes the screen.
func New(env screen.Env) *Catalog {
	again := env.Loader.Again
	c := &Catalog{env: env, loader: again(), worker: again(), writer: again(), keeper: again()}
	c.tree.folded = map[string]bool{}
	c.line = widget.NewLabel("")
	c.line.Importance, c.line.Truncation = widget.LowImportance, fyne.TextTruncateEllipsis
	c.head, c.beside, c.body = container.NewStack(), container.NewStack(), container.NewStack()
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

// Load reads the catalogue in force, its versions, what is up, the offices and the unit.
func (c *Catalog) Load() {
	keeps := c.mayChange() && !c.opened
	ui.Load(c.loader, func(ctx context.Context) (read, error) { return c.readAll(ctx, keeps) }, c.show)
}

func (c *Catalog) readAll(ctx context.Context, keeps bool) (read, error) {
	var r read
	var err error
	r.catalogue, err = c.env.Desk.Catalogue(ctx, "")
	r.there = err == nil
	if err != nil && !errors.Is(err, data.ErrNotFound) {
		return r, err
	}
	if r.editions, err = c.env.Desk.Editions(ctx); err != nil {
		return r, err
	}
	if r.offices, err = c.env.Desk.Offices(ctx); err != nil {
		return r, err
	}
	if r.up, err = c.env.Desk.Up(ctx); err != nil {
		return r, err
	}
	if keeps {
		if r.kept, r.hasKept, err = c.env.Session.CatalogueDraft(ctx); err != nil {
			return r, err
		}
	}
	r.unit, err = c.env.Desk.Unit(ctx)
	return r, err
}

// show fills the screen. A card in which something is typed stays as it is.
func (c *Catalog) show(r read, err error) {
	if err != nil {
		c.refuse(err)
		return
	}
	c.read = r
	if !c.opened {
		c.opened = true
		c.resume(r)
	}
	c.rebase()
	switch {
	case c.review != nil:
		return
	case c.versions != nil:
		c.versions.fill()
		return
	}
	c.showList()
	if c.card != nil && !c.card.dirty() {
		c.reopen(c.card.code())
	}
}

// shown is the catalogue that is looked at: with what was changed in it, a chosen version, or the one in force.
func (c *Catalog) shown() data.Catalogue {
	if c.draft != nil {
		return c.draft.now
	}
	if e, ok := c.edition(c.version); ok {
		return e.Catalogue
	}
	return c.read.catalogue
}

func (c *Catalog) edition(version int) (desk.Edition, bool) {
	for _, e := range c.read.editions {
		if e.Version == version {
			return e, true
		}
	}
	return desk.Edition{}, false
}

// mayChange tells whether this person keeps the catalogue, as the desk will ask again.
func (c *Catalog) mayChange() bool {
	person, today := c.env.Session.Person(), c.today()
	return person.Has(data.Admin, today) || person.Has(data.Checker, today)
}

// editable tells whether what is shown can be changed: the newest version only, by those who keep the catalogue.
func (c *Catalog) editable() bool {
	return c.mayChange() && c.read.there && (c.draft != nil || c.shown().Version == c.read.newest().Version)
}

func (c *Catalog) today() data.Date { return data.DateOf(c.env.Now()) }

func (c *Catalog) refuse(err error) { c.env.Notices.Refused(c.env.Words.Error(err)) }

func (c *Catalog) officeName(id string) string {
	for _, o := range c.read.offices {
		if o.ID == id {
			return o.Name
		}
	}
	return ""
}

func (c *Catalog) setHead(left, right fyne.CanvasObject) {
	c.head.Objects = []fyne.CanvasObject{ui.Frame(nil, nil, left, right, ui.Space(1, 34))}
	c.head.Refresh()
}

// setHeadWith is setHead with a line between that is cut where there is little room.
func (c *Catalog) setHeadWith(title, between, right fyne.CanvasObject) {
	c.head.Objects = []fyne.CanvasObject{ui.Frame(nil, nil, title, right, ui.Pad(0, 0, 8, 12, ui.Midway(between)))}
	c.head.Refresh()
}

func (c *Catalog) setBody(object fyne.CanvasObject) {
	c.body.Objects = []fyne.CanvasObject{object}
	c.body.Refresh()
}
