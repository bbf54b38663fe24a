package items

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// editor is the form of a draft. It saves by itself when the typing rests, and before anything is done with the draft,
// so that nothing typed is lost.
type editor struct {
	page *Page
	base data.Content // what the draft held when the form was made; what the form does not show stays so

	title, body, issuer                      *widget.Entry
	office, phone, address, mailbox          *widget.Entry
	kind, audience, mode, decision           *ui.Select
	channels                                 *fyne.Container // a check each, in the order of ways
	checks                                   []*widget.Check
	from, to, review, issued                 *ui.DateField
	period                                   *fyne.Container // the last day, or the day of review
	strip                                    *fyne.Container
	saved                                    *widget.Label
	titleMarks, bodyMarks                    *markNote
	guard                                    *guardNote
	kinds, audiences, modes, decisions, ways choices

	filled      bool // the fields hold the draft; changes from now on are the person's
	dirty       bool // something was typed since the last save was asked for
	asked, done int  // numbers of the last save that was asked for and of the last that ended
	save1, draw func()

	vault vault
}

const (
	saveAfter = 1200 * time.Millisecond
	drawAfter = 250 * time.Millisecond
)

func newEditor(p *Page) *editor {
	w := p.env.Words
	e := &editor{
		page: p, base: p.facts.item.Content, vault: vault{session: p.env.Session, item: p.facts.item},
		save1: func() {}, draw: func() {}, strip: container.NewStack(), period: container.NewStack(), saved: widget.NewLabel(""),
	}
	e.saved.Importance = widget.LowImportance
	e.title, e.issuer, e.body = widget.NewEntry(), widget.NewEntry(), area(w.T("items.bodyhint"), 10)
	e.office, e.phone, e.address, e.mailbox = widget.NewEntry(), widget.NewEntry(), widget.NewEntry(), widget.NewEntry()
	e.titleMarks, e.bodyMarks = newMarkNote(p, "title", e.title), newMarkNote(p, "body", e.body)
	e.guard = newGuardNote(p, func() []*widget.Entry { return []*widget.Entry{e.title, e.body} })
	e.kinds = choicesOf(p, "kind.", []data.Kind{data.Announcement, data.Publicity})
	e.audiences = choicesOf(p, "audience.", data.Audiences())
	e.modes = choicesOf(p, "mode.", data.Modes())
	e.decisions = choicesOf(p, "decision.", data.Decisions())
	e.kind, e.audience = ui.NewSelect(e.kinds.names, nil), ui.NewSelect(e.audiences.names, nil)
	e.mode, e.decision = ui.NewSelect(e.modes.names, nil), ui.NewSelect(e.decisions.names, nil)
	e.channels = container.NewStack()
	e.from, e.to, e.review, e.issued = DateField(p.env), DateField(p.env), DateField(p.env), DateField(p.env)
	e.fill(e.base)
	e.watch()
	return e
}

// fill shows the draft in the fields.
func (e *editor) fill(c data.Content) {
	e.filled = false
	e.base = c
	e.title.SetText(c.Title)
	e.body.SetText(c.Body)
	e.issuer.SetText(c.Issuer)
	e.office.SetText(c.Contact.Office)
	e.phone.SetText(c.Contact.Phone)
	e.address.SetText(c.Contact.Address)
	e.mailbox.SetText(c.Contact.Mailbox)
	e.kind.SetSelected(e.kinds.name(string(c.Kind)))
	e.mode.SetSelected(e.modes.name(string(c.Mode)))
	e.decision.SetSelected(e.decisions.name(string(c.Decision)))
	e.audience.SetSelected(e.audiences.name(string(c.Audience)))
	e.offer(c.Audience, c.Channels)
	e.from.SetDate(string(c.From))
	e.to.SetDate(string(c.To))
	e.review.SetDate(string(c.Review))
	e.issued.SetDate(string(c.IssueDate))
	e.showPeriod()
	e.proofread()
	e.filled = true
}

// offer lists the channels that the audience allows; a wider one is not there to be chosen (S7).
func (e *editor) offer(audience data.Audience, chosen []data.Channel) {
	allowed := slices.DeleteFunc(data.Channels(), func(c data.Channel) bool { return !audience.Allows(c) })
	e.ways = choicesOf(e.page, "channel.", allowed)
	e.checks = nil
	var checks []fyne.CanvasObject
	for i, channel := range allowed {
		check := widget.NewCheck(e.ways.names[i], nil)
		check.Checked = slices.Contains(chosen, channel)
		check.OnChanged = func(bool) { e.changed() }
		e.checks = append(e.checks, check)
		checks = append(checks, check)
	}
	e.channels.Objects = []fyne.CanvasObject{ui.ColumnsIn(leftWidth-labelWidth-cardRoom, 2, checks...)}
	e.channels.Refresh()
}

func (e *editor) watch() {
	text := func(string) { e.changed() }
	for _, entry := range []*widget.Entry{e.title, e.body, e.issuer, e.office, e.phone, e.address, e.mailbox} {
		entry.OnChanged = text
	}
	shape := func(string) {
		if e.filled {
			e.showPeriod()
			e.changed()
		}
	}
	e.decision.OnChanged, e.kind.OnChanged, e.mode.OnChanged = text, shape, shape
	for _, date := range []*ui.DateField{e.from, e.to, e.review, e.issued} {
		date.OnChange = shape
	}
	e.audience.OnChanged = func(name string) {
		if !e.filled {
			return
		}
		audience := data.Audience(e.audiences.code(name))
		e.offer(audience, audience.DefaultChannels())
		e.changed()
	}
}

// content is what the fields hold. What the form does not show stays as it was.
func (e *editor) content() data.Content {
	c := e.base
	c.Title, c.Body, c.Issuer = e.title.Text, e.body.Text, e.issuer.Text
	c.Contact = data.Contact{Office: e.office.Text, Phone: e.phone.Text, Address: e.address.Text, Mailbox: e.mailbox.Text}
	c.Kind = data.Kind(e.kinds.code(e.kind.Selected))
	c.Mode = data.Mode(e.modes.code(e.mode.Selected))
	c.Decision = data.Decision(e.decisions.code(e.decision.Selected))
	c.Audience = data.Audience(e.audiences.code(e.audience.Selected))
	c.Channels = nil
	for i, check := range e.checks {
		if check.Checked {
			c.Channels = append(c.Channels, data.Channel(e.ways.codes[i]))
		}
	}
	c.From, c.To = data.Date(e.from.Date()), data.Date(e.to.Date())
	c.Review, c.IssueDate = data.Date(e.review.Date()), data.Date(e.issued.Date())
	if c.Mode == data.LongTerm {
		c.To = ""
	} else {
		c.Review = ""
	}
	return c
}

// changed redraws the page soon and saves when the typing rests.
func (e *editor) changed() {
	if !e.filled {
		return
	}
	e.dirty = true
	e.saved.SetText(e.page.env.Words.T("items.unsaved"))
	e.draw()
	e.draw = e.page.env.After(drawAfter, func() {
		e.page.preview(e.page.current())
		e.proofread()
	})
	e.save1()
	e.save1 = e.page.env.After(saveAfter, func() { e.keep(e.page.told) })
}

// proofread looks for half-width marks in what was typed; correcting them is the person's to decide.
func (e *editor) proofread() {
	e.titleMarks.look()
	e.bodyMarks.look()
	if e.page.editor == e {
		e.guard.look()
	}
}

// showPeriod shows the last day, or for 长期公开 the day of review in its place, and the days of a 公示.
func (e *editor) showPeriod() {
	w := e.page.env.Words
	last := field(w.T("items.to"), e.to)
	if e.mode.Selected == e.modes.name(string(data.LongTerm)) {
		last = field(w.T("items.review"), e.review)
	}
	e.period.Objects = []fyne.CanvasObject{last}
	e.period.Refresh()
	c := e.content()
	e.strip.Objects = nil
	e.strip.Hidden = c.Kind != data.Publicity
	if !e.strip.Hidden {
		e.strip.Objects = []fyne.CanvasObject{e.page.strip(c)}
	}
	e.strip.Refresh()
}

// ask takes what the fields hold, on the main goroutine, to be stored beside it.
func (e *editor) ask() saving {
	e.save1()
	e.asked++
	e.dirty = false
	return saving{e.asked, e.content()}
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
	mine.Content = e.content()
	e.vault.take(it)
	if mine.Digest() != it.Digest() {
		e.fill(it.Content)
	}
}
