package items

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// editor is the form of a draft. It saves by itself while one types, and before anything is done with the draft, so that
// nothing typed is lost.
type editor struct {
	page *Page
	base data.Content // what the draft held when the form was made; what the form does not show stays so

	title, body, correction         *widget.Entry
	issuer                          *widget.Entry
	office, phone, address, mailbox *widget.Entry
	kind, mode, decision            *ui.Select
	issued                          *ui.DateField
	kinds, modes, decisions         choices
	titleMarks, bodyMarks           *markNote
	guard                           *guardNote
	saved                           *widget.Label

	words  *wording  // from which template title and body are made
	reach  *reach    // audience and channels
	period *timing   // days, stages and reviews
	files  *fileList // attachments
	filing *filing   // of an item outside the catalogue; else nil
	parts  parts     // the form as it lies on the screen

	filled      bool // the fields hold the draft; changes from now on are the person's
	dirty       bool // something was typed since the last save was asked for
	waiting     bool // a save is put off
	sent        bool // the person has tried to send the draft: everything that is missing is shown
	asked, done int  // numbers of the last save that was asked for and of the last that ended
	unpainted   string
	save1, draw func()

	vault vault
}

// A draft is written at the latest so long after something was typed, however long one types on; the page is drawn when
// the typing rests.
const (
	saveAfter = 500 * time.Millisecond
	drawAfter = 250 * time.Millisecond
)

func newEditor(p *Page) *editor {
	w := p.env.Words
	e := &editor{
		page: p, base: p.facts.item.Content, vault: vault{session: p.env.Session, item: p.facts.item},
		save1: func() {}, draw: func() {}, saved: widget.NewLabel(""),
	}
	e.saved.Importance = widget.LowImportance
	e.title, e.issuer, e.body = widget.NewEntry(), widget.NewEntry(), ui.Area(w.T("items.bodyhint"), 10)
	e.correction = ui.Area(w.T("editor.correctionhint"), 2)
	e.office, e.phone, e.address, e.mailbox = widget.NewEntry(), widget.NewEntry(), widget.NewEntry(), widget.NewEntry()
	e.titleMarks, e.bodyMarks = newMarkNote(p, "title", e.title), newMarkNote(p, "body", e.body)
	e.guard = newGuardNote(p, e.rewrite)
	e.kinds = choicesOf(p, "kind.", []data.Kind{data.Announcement, data.Publicity})
	e.modes = choicesOf(p, "mode.", data.Modes())
	e.decisions = choicesOf(p, "decision.", data.Decisions())
	e.kind, e.mode = ui.NewSelect(e.kinds.names, nil), ui.NewSelect(e.modes.names, nil)
	e.decision, e.issued = ui.NewSelect(e.decisions.names, nil), p.env.DateField()
	e.words, e.reach, e.period, e.files = newWording(e), newReach(e), newTiming(e), newFileList(e)
	if e.base.EntryCode == "" {
		e.filing = newFiling(e)
	}
	e.layOut()
	e.fill(p.facts.item)
	e.watch()
	return e
}

// fill shows the draft in the fields.
func (e *editor) fill(it data.Item) {
	e.filled = false
	c := it.Content
	e.base = c
	e.title.SetText(c.Title)
	e.body.SetText(c.Body)
	e.correction.SetText(c.Correction)
	e.issuer.SetText(c.Issuer)
	e.office.SetText(c.Contact.Office)
	e.phone.SetText(c.Contact.Phone)
	e.address.SetText(c.Contact.Address)
	e.mailbox.SetText(c.Contact.Mailbox)
	e.kind.SetSelected(e.kinds.name(string(c.Kind)))
	e.mode.SetSelected(e.modes.name(string(c.Mode)))
	e.decision.SetSelected(e.decisions.name(string(c.Decision)))
	e.issued.SetDate(string(c.IssueDate))
	e.reach.fill(c)
	e.period.fill(c)
	e.files.fill(c.Attachments)
	if e.filing != nil {
		e.filing.fill(c.Filing)
	}
	e.words.fill(it.Form)
	e.filled = true
	e.judge()
}

func (e *editor) watch() {
	text := func(string) { e.changed() }
	for _, entry := range []*widget.Entry{e.body, e.correction, e.issuer, e.office, e.phone, e.address, e.mailbox} {
		entry.OnChanged = text
	}
	e.title.OnChanged = func(string) { e.words.titled() }
	shape := func(string) {
		if e.filled {
			e.period.propose()
			e.changed()
		}
	}
	e.decision.OnChanged, e.issued.OnChange = text, text
	e.kind.OnChanged, e.mode.OnChanged = shape, shape
}

// content is what the fields hold. What the form does not show stays as it was.
func (e *editor) content() data.Content {
	c := e.base
	c.Issuer, c.IssueDate, c.Correction = e.issuer.Text, data.Date(e.issued.Date()), e.correction.Text
	c.Contact = data.Contact{Office: e.office.Text, Phone: e.phone.Text, Address: e.address.Text, Mailbox: e.mailbox.Text}
	c.Decision = data.Decision(e.decisions.code(e.decision.Selected))
	c.Attachments = e.files.list
	e.reach.into(&c)
	e.period.into(&c)
	if e.filing != nil {
		c.Filing = e.filing.filing()
	}
	c.Title, c.Body = e.words.text(c)
	return c
}

// changed redraws the page soon, and sees to it that what was typed is saved soon too.
func (e *editor) changed() {
	if !e.filled {
		return
	}
	if !e.dirty {
		e.dirty = true
		e.saved.SetText(e.page.env.Words.T("items.unsaved"))
	}
	e.draw()
	e.draw = e.page.env.After(drawAfter, func() {
		e.words.compose()
		e.page.preview(e.page.current())
		e.judge()
	})
	if !e.waiting {
		e.waiting = true
		e.save1 = e.page.env.After(saveAfter, func() { e.keep(e.page.told) })
	}
}

// judge shows what is to be mended, and what the closed parts of the form hold.
func (e *editor) judge() {
	e.titleMarks.look()
	if e.words.isFree() {
		e.bodyMarks.look()
	}
	if e.page.editor == e { // not while the form is being made
		e.guard.look()
	}
	e.words.judge()
	e.period.show()
	e.parts.say()
}

// ask takes what the fields hold, on the main goroutine, to be stored beside it.
func (e *editor) ask() saving {
	e.save1()
	e.asked++
	e.dirty, e.waiting = false, false
	return saving{e.asked, e.content(), e.words.form()}
}

// ended notes that a save has ended and shows when.
func (e *editor) ended(s saving, it data.Item, err error) {
	e.done = max(e.done, s.number)
	w := e.page.env.Words
	switch {
	case err != nil:
		e.dirty = true
		e.saved.SetText(w.T("items.notsaved"))
	case !e.dirty && s.number == e.asked:
		e.saved.SetText(w.T("items.savedat", it.UpdatedAt.In(data.Shanghai()).Format("15:04:05")))
	}
}

// keep saves what was typed, if anything was, and tells when it is safe.
func (e *editor) keep(then func(error)) {
	s := e.ask()
	ui.Load(e.page.env.Loader.Again(), func(ctx context.Context) (data.Item, error) {
		return e.vault.store(ctx, s)
	}, func(it data.Item, err error) {
		e.ended(s, it, err)
		then(err)
	})
}

// renew takes over the draft as it was read anew, unless something is being typed or saved: another window may have
// changed it.
func (e *editor) renew(it data.Item) {
	if e.dirty || e.asked != e.done {
		return
	}
	mine := it
	mine.Content, mine.Form = e.content(), e.words.form()
	e.vault.take(it)
	if !same(mine, it) {
		e.fill(it)
	}
}

// relaid lays the column out anew after something in it has become higher or lower.
func (e *editor) relaid() { e.page.left.Refresh() }

// reveal brings something of the form into sight and, where one can type into it, puts the caret there.
func (e *editor) reveal(object fyne.CanvasObject) {
	e.relaid()
	driver := fyne.CurrentApp().Driver()
	holder := driver.CanvasForObject(object)
	if holder == nil {
		return
	}
	const above = 90 // what stands over it is to be read too
	top := driver.AbsolutePositionForObject(object).Y - driver.AbsolutePositionForObject(e.page.scroll.Content).Y
	e.page.scroll.ScrollToOffset(fyne.NewPos(0, max(0, top-above)))
	if typed, ok := object.(fyne.Focusable); ok {
		holder.Focus(typed)
	}
}

// rewrite puts every text of the form through a change: what is written freely, or what stands in the fields of the
// template, from which title and body are made anew.
func (e *editor) rewrite(change func(string) string) {
	entries := []*widget.Entry{e.correction}
	if e.words.isFree() {
		entries = append(entries, e.body)
	}
	if e.words.isFree() || e.words.own != "" {
		entries = append(entries, e.title)
	}
	for _, entry := range entries {
		if text := change(entry.Text); text != entry.Text {
			entry.SetText(text)
		}
	}
	e.words.change(change)
}
