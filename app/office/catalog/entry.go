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
	retired bool // by a change that is not saved yet
	added   bool // it is being added

	title    *widget.Entry // nil where the card can only be read
	number   *widget.Entry // the code of a new entry
	category *ui.Select    // of a new entry
	terms    termFields
	done     *ui.Button
	reason   *widget.Entry // why it is retired, while that is asked
	content  *fyne.Container
	foot     *fyne.Container
}

var _ card = (*entryCard)(nil)

// openEntry shows the card of an entry; nothing where the catalogue no longer has it.
func (c *Catalog) openEntry(code string) {
	entry, ok := c.shown().Entry(code)
	e := &entryCard{screen: c, before: entry}
	if !ok && c.draft != nil {
		e.before, e.retired = c.draft.base.Entry(code)
	}
	if !ok && !e.retired {
		c.closeCard()
		return
	}
	c.openCard(e, e.view())
}

// addEntry shows an empty card with the next free code.
func (c *Catalog) addEntry() {
	if !c.editable() || !c.settle() || len(c.shown().Categories) == 0 {
		return
	}
	now := c.shown()
	category := now.Categories[0].Code
	if old, ok := c.card.(*entryCard); ok {
		category = old.before.Category
	}
	e := &entryCard{screen: c, added: true, before: data.Entry{
		Category: category, Code: now.NextEntryCode(category), Mode: data.LongTerm, Audience: data.Staff, Decision: data.ByDeputy,
	}}
	c.openCard(e, e.view())
}

func (e *entryCard) code() string {
	if e.added {
		return ""
	}
	return e.before.Code
}

func (e *entryCard) view() fyne.CanvasObject {
	c, w := e.screen, e.screen.env.Words
	name := w.T("catalog.one", e.before.Code)
	var parts []fyne.CanvasObject
	e.foot = container.NewStack()
	switch {
	case e.retired:
		parts = append(e.facts(), note(w, w.T("catalog.retiredbecause", c.draft.reasons[e.before.Code])))
		e.showFoot(ui.NewButton(w.T("catalog.restore"), e.restore))
	case c.editable():
		if parts = e.form(); e.added {
			name = w.T("catalog.newentry")
		}
		e.showActs()
	default:
		parts = e.facts()
		if begin := e.beginButton(); begin != nil {
			begin.Importance = widget.HighImportance
			e.showFoot(begin)
		}
	}
	if !e.added {
		parts = append(parts, e.nowUp())
	}
	e.content = container.NewStack(ui.Column(12, append(parts, e.foot)...))
	return ui.Card(name, ui.NewLinkIn(w.T("catalog.close"), ui.SizeText, ui.SecondInk(), c.closeCard), e.content)
}

// showFoot puts buttons at the right of the card's foot.
func (e *entryCard) showFoot(buttons ...fyne.CanvasObject) {
	e.foot.Objects = []fyne.CanvasObject{container.NewBorder(nil, nil, nil, ui.Line(8, buttons...))}
	e.foot.Refresh()
}

// showActs offers what can be done with an entry that is being changed.
func (e *entryCard) showActs() {
	e.reason = nil
	var buttons []fyne.CanvasObject
	if !e.added {
		if begin := e.beginButton(); begin != nil && e.screen.draft == nil {
			buttons = append(buttons, begin)
		}
		buttons = append(buttons, ui.NewButton(e.screen.env.Words.T("catalog.retire"), e.askReason))
	}
	e.showFoot(append(buttons, e.done)...)
}

// beginButton begins an item of the entry, for those who may; nil for others.
func (e *entryCard) beginButton() *ui.Button {
	c := e.screen
	inForce, ok := c.read.catalogue.Entry(e.before.Code)
	if !ok || c.version != 0 || data.MayDraft(inForce, c.env.Session.Person(), c.today()) != nil {
		return nil
	}
	return ui.NewButton(c.env.Words.T("catalog.begin"), e.begin)
}

// facts are the entry's defaults for reading.
func (e *entryCard) facts() []fyne.CanvasObject {
	w := e.screen.env.Words
	office := e.screen.officeName(e.before.OfficeID)
	if office == "" {
		office = w.T("catalog.nooffice")
	}
	return []fyne.CanvasObject{
		fact(w.T("catalog.entry"), e.before.Title),
		fact(w.T("catalog.office"), office),
		fact(w.T("catalog.mode"), w.T("mode."+string(e.before.Mode))),
		fact(w.T("catalog.audience"), w.T("audience."+string(e.before.Audience))),
		fact(w.T("catalog.decision"), w.T("decision."+string(e.before.Decision))),
	}
}

// nowUp says what is due next and lists what is up of the entry; each leads to its page.
func (e *entryCard) nowUp() fyne.CanvasObject {
	c, w := e.screen, e.screen.env.Words
	up := c.read.up[e.before.Code]
	due := e.before.NextDue(up, c.today())
	text := c.dueText(due)
	if days, late := c.late(due); late {
		text += w.T("catalog.comma") + days
	}
	parts := []fyne.CanvasObject{fact(w.T("catalog.due"), text)}
	if len(up) > 0 {
		parts = append(parts, ui.Text(w.T("catalog.up", len(up)), ui.SizeSmall, ui.SecondInk()))
	}
	for _, it := range up[:min(len(up), mostUp)] {
		parts = append(parts, ui.NewPress(ui.Pad(3, 3, 0, 0, ui.NewCut(it.Number+"  "+it.Title, ui.SizeText, ui.Red())),
			func() { c.env.Go(screen.Route{Area: screen.Items, Number: it.Number}) }))
	}
	return ui.Column(6, parts...)
}

// mostUp is how many of what is up are listed.
const mostUp = 5

// form are the entry's defaults for changing.
func (e *entryCard) form() []fyne.CanvasObject {
	c, w := e.screen, e.screen.env.Words
	var parts []fyne.CanvasObject
	e.done = ui.NewButton(w.T("catalog.apply"), e.take)
	if e.added {
		e.done.SetText(w.T("catalog.addit"))
		parts = e.place()
	}
	e.title = area(e.before.Title, 3)
	e.terms = c.newTerms(e.before)
	e.title.OnChanged = e.changed
	e.terms.watch(e.changed)
	e.changed("")
	parts = append(parts, ui.Field(w.T("catalog.entry"), e.title))
	return append(parts, e.terms.rows(c)...)
}

// place are the fields that say where a new entry stands; another category proposes another code.
func (e *entryCard) place() []fyne.CanvasObject {
	c, w := e.screen, e.screen.env.Words
	now := c.shown()
	names := make([]string, len(now.Categories))
	for i, k := range now.Categories {
		names[i] = k.Code + " " + k.Title
	}
	e.category = pick(names, slices.IndexFunc(now.Categories, func(k data.Category) bool { return k.Code == e.before.Category }))
	e.number = widget.NewEntry()
	e.number.SetText(e.before.Code)
	e.category.OnChanged = func(string) {
		e.number.SetText(c.shown().NextEntryCode(now.Categories[e.category.SelectedIndex()].Code))
	}
	return []fyne.CanvasObject{ui.Field(w.T("catalog.category"), e.category), ui.Field(w.T("catalog.code"), e.number)}
}

// changed lets the button be pressed only when there is something to take over.
func (e *entryCard) changed(string) {
	if e.added || e.dirty() {
		e.done.Enable()
	} else {
		e.done.Disable()
	}
}

// dirty tells whether the card says something else than the catalogue.
func (e *entryCard) dirty() bool {
	if e.title == nil {
		return false
	}
	if e.added {
		return strings.TrimSpace(e.title.Text) != ""
	}
	return e.entry() != e.before
}

// entry is the entry as the card says it.
func (e *entryCard) entry() data.Entry {
	now := e.before
	if e.title.Text != e.before.Title {
		now.Title = strings.Join(strings.Fields(e.title.Text), " ")
	}
	if e.added {
		now.Code = strings.TrimSpace(e.number.Text)
		now.Category = e.screen.shown().Categories[e.category.SelectedIndex()].Code
	}
	return e.terms.on(now)
}

// apply takes what the card says into the changes. A new entry under a code that there is already is refused.
func (e *entryCard) apply() error {
	c, now := e.screen, e.entry()
	if _, taken := c.shown().Entry(now.Code); e.added && taken {
		return data.Refuse(data.ErrInvalid, "catalogue.taken", now.Code, c.shown().NextEntryCode(now.Category))
	}
	changed, err := c.shown().Put(now)
	if err != nil {
		return err
	}
	c.change(changed)
	e.before, e.added = now, false
	return nil
}

// take is apply with the list and the card shown anew.
func (e *entryCard) take() {
	if err := e.apply(); err != nil {
		e.screen.refuse(err)
		return
	}
	e.screen.tree.folded[e.before.Category] = false
	e.screen.refresh()
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
