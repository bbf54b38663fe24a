package catalog

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/data"
)

// entryCard is one entry, to be changed by those who keep the catalogue and read by everybody else.
type entryCard struct {
	screen  *Catalog
	before  data.Entry
	offices []data.Office // as the select offers them

	title                            *widget.Entry
	office, mode, audience, decision *ui.Select
	save                             *ui.Button
}

// cardWidth is the width of the card beside the table.
const cardWidth float32 = 334

// openEntry shows the card of an entry; nothing where the catalogue no longer has it.
func (c *Catalog) openEntry(code string) {
	entry, ok := c.read.catalogue.Entry(code)
	if !ok {
		c.closeEntry()
		return
	}
	card := &entryCard{screen: c, before: entry, offices: c.read.offices}
	c.open = card
	c.beside.Objects = []fyne.CanvasObject{column(cardWidth, card.view())}
	c.beside.Show()
	c.fill()
	c.body.Refresh()
}

func (c *Catalog) closeEntry() {
	c.open = nil
	c.beside.Objects = nil
	c.beside.Hide()
	c.fill()
	c.body.Refresh()
}

func (e *entryCard) view() fyne.CanvasObject {
	c := e.screen
	w := c.env.Words
	fields := e.facts()
	buttons := []fyne.CanvasObject{}
	if data.MayDraft(e.before, c.env.Session.Person(), c.today()) == nil {
		begin := ui.NewButton(w.T("catalog.begin"), e.begin)
		if !c.mayChange() {
			begin.Importance = widget.HighImportance
		}
		buttons = append(buttons, begin)
	}
	if c.mayChange() {
		fields = e.form()
		buttons = append(buttons, e.save)
	}
	parts := append(fields, container.NewBorder(nil, nil, nil, ui.Line(8, buttons...)))
	return ui.Card(w.T("catalog.one", e.before.Code), ui.NewLinkIn(w.T("catalog.close"), ui.SizeText, ui.SecondInk(), c.closeEntry),
		ui.Column(12, parts...))
}

// facts are the entry's defaults for reading.
func (e *entryCard) facts() []fyne.CanvasObject {
	w := e.screen.env.Words
	office := e.screen.officeName(e.before.OfficeID)
	if office == "" {
		office = w.T("catalog.nooffice")
	}
	fact := func(label, text string) fyne.CanvasObject {
		return ui.Field(label, ui.Pad(-6, -6, -7, -7, ui.Paragraph(text)))
	}
	return []fyne.CanvasObject{
		fact(w.T("catalog.entry"), e.before.Title),
		fact(w.T("catalog.office"), office),
		fact(w.T("catalog.mode"), w.T("mode."+string(e.before.Mode))),
		fact(w.T("catalog.audience"), w.T("audience."+string(e.before.Audience))),
		fact(w.T("catalog.decision"), w.T("decision."+string(e.before.Decision))),
	}
}

// form are the entry's defaults for changing.
func (e *entryCard) form() []fyne.CanvasObject {
	c := e.screen
	w := c.env.Words
	e.title = widget.NewMultiLineEntry()
	e.title.Wrapping = fyne.TextWrapBreak
	e.title.SetMinRowsVisible(3)
	e.title.SetText(e.before.Title)
	offices := []string{w.T("catalog.nooffice")}
	for _, o := range e.offices {
		offices = append(offices, o.Name)
	}
	at := 1 + slices.IndexFunc(e.offices, func(o data.Office) bool { return o.ID == e.before.OfficeID })
	e.office = pick(offices, at)
	e.mode = pick(named(c, "mode.", data.Modes()), slices.Index(data.Modes(), e.before.Mode))
	e.audience = pick(named(c, "audience.", data.Audiences()), slices.Index(data.Audiences(), e.before.Audience))
	e.decision = pick(named(c, "decision.", data.Decisions()), slices.Index(data.Decisions(), e.before.Decision))
	e.save = ui.NewButton(w.T("catalog.save"), e.keep)
	e.save.Importance = widget.HighImportance
	e.watch()
	return []fyne.CanvasObject{
		ui.Field(w.T("catalog.entry"), e.title),
		ui.Field(w.T("catalog.office"), e.office),
		ui.Field(w.T("catalog.mode"), e.mode),
		ui.Field(w.T("catalog.audience"), e.audience),
		ui.Field(w.T("catalog.decision"), e.decision),
		note(w, w.T("catalog.newversion", c.read.catalogue.Version+1)),
	}
}

// watch lets the button be pressed only when there is something to save.
func (e *entryCard) watch() {
	changed := func(string) {
		if e.dirty() {
			e.save.Enable()
		} else {
			e.save.Disable()
		}
	}
	e.title.OnChanged = changed
	for _, s := range []*ui.Select{e.office, e.mode, e.audience, e.decision} {
		s.OnChanged = changed
	}
	changed("")
}

// dirty tells whether the card says something else than the catalogue.
func (e *entryCard) dirty() bool { return e.entry() != e.before }

// entry is the entry as the card says it.
func (e *entryCard) entry() data.Entry {
	now := e.before
	if e.title == nil {
		return now
	}
	if e.title.Text != e.before.Title {
		now.Title = strings.Join(strings.Fields(e.title.Text), " ")
	}
	now.Mode = data.Modes()[e.mode.SelectedIndex()]
	now.Audience = data.Audiences()[e.audience.SelectedIndex()]
	now.Decision = data.Decisions()[e.decision.SelectedIndex()]
	now.OfficeID = ""
	if at := e.office.SelectedIndex() - 1; at >= 0 {
		now.OfficeID = e.offices[at].ID
	}
	return now
}

// keep makes the changed catalogue the one in force. What somebody else changed meanwhile is not written over.
func (e *entryCard) keep() {
	c, before, now := e.screen, e.before, e.entry()
	if c.busy {
		return
	}
	e.save.Disable()
	c.adopt(func(ctx context.Context) (data.Catalogue, error) {
		catalogue, err := c.env.Desk.Catalogue(ctx, "")
		if err != nil {
			return catalogue, err
		}
		at := slices.Index(catalogue.Entries, before)
		if at < 0 {
			return catalogue, data.Refuse(data.ErrRefused, "catalogue.changed", before.Code)
		}
		catalogue.Entries = slices.Clone(catalogue.Entries)
		catalogue.Entries[at] = now
		return catalogue, nil
	}, func(done bool) {
		if done {
			e.before = now
			c.Load()
			return
		}
		e.save.Enable()
	})
}

// begin drafts an item of the entry and opens its page.
func (e *entryCard) begin() {
	c, code := e.screen, e.before.Code
	if c.busy {
		return
	}
	c.busy = true
	ui.Load(c.worker, func(ctx context.Context) (data.Item, error) {
		return c.env.Session.NewDraft(ctx, code)
	}, func(it data.Item, err error) {
		c.busy = false
		if err != nil {
			c.refuse(err)
			return
		}
		c.env.Go(screen.Route{Area: screen.Items, Number: it.Number})
	})
}
