package items

import (
	"context"
	"slices"
	"strconv"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/data"
)

// editor is the form of a draft. It saves by itself when the typing rests, and before anything is done with the draft,
// so that nothing typed is lost.
type editor struct {
	page *Page

	title, body, issuer                *widget.Entry
	office, phone, address, mailbox    *widget.Entry
	kind, audience, mode, decision     *widget.Select
	channels                           *fyne.Container
	picked                             map[data.Channel]*widget.Check
	from, to, review, issued           *ui.DateField
	strip                              *fyne.Container
	saved                              *widget.Label
	kinds, audiences, modes, decisions choices

	dirty  bool
	filled bool // the fields hold the draft; changes from now on are the person's
	save1  func()
	draw   func()

	mu   sync.Mutex // one save at a time; guards item
	item data.Item
}

// choices are codes of the field with their words, in order.
type choices struct {
	codes []string
	names []string
}

func choicesOf[T ~string](p *Page, prefix string, codes []T) choices {
	var c choices
	for _, code := range codes {
		c.codes = append(c.codes, string(code))
		c.names = append(c.names, p.env.Words.T(prefix+string(code)))
	}
	return c
}

func (c choices) code(name string) string {
	if i := slices.Index(c.names, name); i >= 0 {
		return c.codes[i]
	}
	return ""
}

func (c choices) name(code string) string {
	if i := slices.Index(c.codes, code); i >= 0 {
		return c.names[i]
	}
	return ""
}

const (
	saveAfter = 1200 * time.Millisecond
	drawAfter = 250 * time.Millisecond
)

// DateField makes a date field of the desk's language.
func DateField(env screen.Env) *ui.DateField {
	w := env.Words
	names := ui.DateWords{Month: func(year, month int) string { return w.T("date.month", year, month, w.T("month."+strconv.Itoa(month))) }}
	for i := range names.Weekdays {
		names.Weekdays[i] = w.T("day." + strconv.Itoa((i+1)%7))
	}
	return ui.NewDateField(names, func(text string) (string, error) {
		d, err := data.ParseDate(text)
		return string(d), err
	}, func() time.Time { return env.Now().In(data.Shanghai()) })
}

func newEditor(p *Page) *editor {
	w := p.env.Words
	e := &editor{page: p, item: p.facts.item, save1: func() {}, draw: func() {}, strip: container.NewStack(), saved: widget.NewLabel("")}
	e.saved.Importance = widget.LowImportance
	e.title, e.issuer, e.body = widget.NewEntry(), widget.NewEntry(), area(w.T("items.bodyhint"), 11)
	e.office, e.phone, e.address, e.mailbox = widget.NewEntry(), widget.NewEntry(), widget.NewEntry(), widget.NewEntry()
	e.kinds = choicesOf(p, "kind.", []data.Kind{data.Announcement, data.Publicity})
	e.audiences = choicesOf(p, "audience.", data.Audiences())
	e.modes = choicesOf(p, "mode.", data.Modes())
	e.decisions = choicesOf(p, "decision.", data.Decisions())
	e.kind, e.audience = widget.NewSelect(e.kinds.names, nil), widget.NewSelect(e.audiences.names, nil)
	e.mode, e.decision = widget.NewSelect(e.modes.names, nil), widget.NewSelect(e.decisions.names, nil)
	e.channels = container.NewGridWrap(fyne.NewSize(98, 34))
	e.from, e.to, e.review, e.issued = p.dateField(), p.dateField(), p.dateField(), p.dateField()
	e.fill(e.item.Content)
	e.watch()
	return e
}

// fill shows the draft in the fields.
func (e *editor) fill(c data.Content) {
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
	e.showStrip()
}

// offer lists the channels that the audience allows; a wider one is not there to be chosen (S7).
func (e *editor) offer(audience data.Audience, chosen []data.Channel) {
	e.picked = map[data.Channel]*widget.Check{}
	e.channels.Objects = nil
	for _, c := range data.Channels() {
		if !audience.Allows(c) {
			continue
		}
		check := widget.NewCheck(e.page.env.Words.T("channel."+string(c)), nil)
		check.SetChecked(slices.Contains(chosen, c))
		check.OnChanged = func(bool) { e.changed() }
		e.picked[c] = check
		e.channels.Add(check)
	}
	e.channels.Refresh()
}

func (e *editor) watch() {
	text := func(string) { e.changed() }
	for _, entry := range []*widget.Entry{e.title, e.body, e.issuer, e.office, e.phone, e.address, e.mailbox} {
		entry.OnChanged = text
	}
	for _, pick := range []*widget.Select{e.kind, e.mode, e.decision} {
		pick.OnChanged = text
	}
	for _, date := range []*ui.DateField{e.from, e.to, e.review, e.issued} {
		date.OnChange = text
	}
	e.audience.OnChanged = func(name string) {
		audience := data.Audience(e.audiences.code(name))
		e.offer(audience, audience.DefaultChannels())
		e.changed()
	}
	e.filled = true
}

// content is what the fields hold. What the form does not show stays as it was.
func (e *editor) content() data.Content {
	c := e.draft().Content
	c.Title, c.Body, c.Issuer = e.title.Text, e.body.Text, e.issuer.Text
	c.Contact = data.Contact{Office: e.office.Text, Phone: e.phone.Text, Address: e.address.Text, Mailbox: e.mailbox.Text}
	c.Kind = data.Kind(e.kinds.code(e.kind.Selected))
	c.Mode = data.Mode(e.modes.code(e.mode.Selected))
	c.Decision = data.Decision(e.decisions.code(e.decision.Selected))
	c.Audience = data.Audience(e.audiences.code(e.audience.Selected))
	c.Channels = nil
	for _, channel := range data.Channels() {
		if check := e.picked[channel]; check != nil && check.Checked {
			c.Channels = append(c.Channels, channel)
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

func (e *editor) draft() data.Item {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.item
}

// changed redraws the page soon and saves when the typing rests.
func (e *editor) changed() {
	if !e.filled {
		return
	}
	e.dirty = true
	e.saved.SetText(e.page.env.Words.T("items.unsaved"))
	e.showStrip()
	e.draw()
	e.draw = e.page.env.After(drawAfter, func() { e.page.preview(e.page.current()) })
	e.save1()
	e.save1 = e.page.env.After(saveAfter, e.flush)
}

func (e *editor) showStrip() {
	c := data.Content{From: data.Date(e.from.Date()), To: data.Date(e.to.Date())}
	e.strip.Objects = nil
	if e.kind.Selected == e.kinds.name(string(data.Publicity)) {
		e.strip.Objects = []fyne.CanvasObject{e.page.strip(c)}
	}
	e.strip.Refresh()
}

// rest calls off the save that waits; what follows saves by itself.
func (e *editor) rest() {
	e.save1()
	e.dirty = false
}

// flush saves what was typed, if anything was.
func (e *editor) flush() {
	e.save1()
	if !e.dirty {
		return
	}
	e.dirty = false
	wanted := e.content()
	loader := e.page.env.Loader.Again()
	ui.Load(loader, func(ctx context.Context) (data.Item, error) { return e.store(ctx, wanted) }, func(it data.Item, err error) {
		w := e.page.env.Words
		if err != nil {
			e.dirty = true
			e.saved.SetText(w.T("items.unsaved"))
			e.page.env.Notices.Refused(w.Error(err))
			return
		}
		if !e.dirty {
			e.saved.SetText(w.T("items.savedat", it.UpdatedAt.In(data.Shanghai()).Format("15:04:05")))
		}
	})
}

// store saves one content after another, never two at a time.
func (e *editor) store(ctx context.Context, wanted data.Content) (data.Item, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	it := e.item
	it.Content = wanted
	saved, err := e.page.env.Session.SaveDraft(ctx, it)
	if err == nil {
		e.item = saved
	}
	return saved, err
}
