package items

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// timing is for how long the item is disclosed, with what follows from it: the days of a 公示 and why each counts, and what
// will be due while it is up (S9).
type timing struct {
	editor           *editor
	from, to, review *ui.DateField
	last             *fyne.Container // the last day, or the day of review
	lastDay          fyne.CanvasObject
	reviewDay        fyne.CanvasObject
	again            *fyne.Container // the way back to the usual dates
	proof            *fyne.Container
	stages           *stages

	usual data.Period // what was proposed last; a date that differs was set by hand
	seen  string      // what the proof was made for
}

func newTiming(e *editor) *timing {
	p := &timing{
		editor: e, from: e.page.env.DateField(), to: e.page.env.DateField(), review: e.page.env.DateField(),
		last: container.NewStack(), again: container.NewStack(), proof: container.NewStack(), stages: newStages(e),
	}
	p.lastDay, p.reviewDay = ui.Named(e.page.env.Words.T("items.to"), p.to), ui.Named(e.page.env.Words.T("items.review"), p.review)
	for _, date := range []*ui.DateField{p.from, p.to, p.review} {
		date.OnChange = func(string) { e.changed() }
	}
	return p
}

func (p *timing) mode() data.Mode { return data.Mode(p.editor.modes.code(p.editor.mode.Selected)) }

func (p *timing) kind() data.Kind { return data.Kind(p.editor.kinds.code(p.editor.kind.Selected)) }

func (p *timing) isLong() bool { return p.mode() == data.LongTerm }

// usualOn is the period that the field's rules propose on a day.
func (p *timing) usualOn(day data.Date) data.Period {
	return data.DefaultPeriod(p.mode(), p.kind(), day, p.editor.page.env.Calendar.Between)
}

func (p *timing) fill(c data.Content) {
	p.from.SetDate(string(c.From))
	p.to.SetDate(string(c.To))
	p.review.SetDate(string(c.Review))
	p.usual = p.usualOn(data.DateOf(p.editor.page.facts.item.CreatedAt))
	p.stages.fill(c)
	p.seen = ""
	p.show()
}

func (p *timing) into(c *data.Content) {
	c.Kind, c.Mode = p.kind(), p.mode()
	c.From, c.To, c.Review = data.Date(p.from.Date()), data.Date(p.to.Date()), ""
	if c.Mode == data.LongTerm {
		c.To, c.Review = "", data.Date(p.review.Date())
	}
	c.Stages, c.Stage = nil, 0
	if c.Mode == data.Staged {
		c.Stages, c.Stage = p.stages.plan()
	}
}

// content is the part of the item's content that this part of the form holds.
func (p *timing) content() data.Content {
	var c data.Content
	p.into(&c)
	return c
}

// propose puts the usual dates of another mode or kind in the place of those that nobody has set by hand.
func (p *timing) propose() {
	before := p.usual
	p.usual = p.usualOn(data.DateOf(p.editor.page.env.Now()))
	for _, date := range []struct {
		field         *ui.DateField
		before, usual data.Date
	}{{p.from, before.From, p.usual.From}, {p.to, before.To, p.usual.To}, {p.review, before.Review, p.usual.Review}} {
		shown := data.Date(date.field.Date())
		if byHand := shown != "" && shown != date.before; !byHand && date.usual != "" {
			date.field.SetDate(string(date.usual))
		}
	}
	if p.mode() == data.Staged && len(p.stages.rows) == 0 {
		p.stages.begin(data.DefaultStages(p.usual))
	}
	p.show()
}

// back sets the usual dates, counted from today.
func (p *timing) back() {
	p.usual = p.usualOn(data.DateOf(p.editor.page.env.Now()))
	p.from.SetDate(string(p.usual.From))
	if p.isLong() {
		p.review.SetDate(string(p.usual.Review))
	} else {
		p.to.SetDate(string(p.usual.To))
	}
	p.editor.changed()
	p.show()
}

// show shows what follows from the dates, if they have changed.
func (p *timing) show() {
	c := p.content()
	now := fmt.Sprint(c.Kind, c.Mode, c.From, c.To, c.Review, c.Stages, c.Stage)
	if now == p.seen {
		return
	}
	p.seen = now
	w := p.editor.page.env.Words
	p.last.Objects = []fyne.CanvasObject{p.lastDay}
	if p.isLong() {
		p.last.Objects = []fyne.CanvasObject{p.reviewDay}
	}
	p.again.Objects = nil
	if usual := p.usualOn(data.DateOf(p.editor.page.env.Now())); c.From != usual.From || c.To != usual.To || c.Review != usual.Review {
		p.again.Objects = []fyne.CanvasObject{ui.Midway(ui.Pad(0, 0, 4, 0, ui.NewLinkIn(w.T("editor.usualdates"), ui.SizeSmall, ui.Red(), p.back)))}
	}
	p.stages.show(c)
	p.proof.Objects = []fyne.CanvasObject{p.proofOf(c)}
	for _, part := range []*fyne.Container{p.last, p.again, p.proof} {
		part.Refresh()
	}
	p.editor.relaid()
}

// proofOf is the strip of days of a 公示, with a warning where it is too short, or what will be due.
func (p *timing) proofOf(c data.Content) fyne.CanvasObject {
	w := p.editor.page.env.Words
	if c.Kind == data.Publicity {
		column := ui.Column(4, p.editor.page.strip(c))
		if p.tooShort(c) {
			column.Add(ui.Pad(-7, -7, -7, 0, ui.Wrong(w.T("editor.short", p.workingDays(c), data.MinPublicityDays))))
		}
		return column
	}
	lines := p.dues(c)
	if len(lines) == 0 {
		return ui.Space(1, 1)
	}
	return ui.Pad(-2, -4, ui.NameWidth-7, 0, ui.Muted(strings.Join(lines, "\n")))
}

func (p *timing) workingDays(c data.Content) int {
	return p.editor.page.env.Calendar.Between(c.From.AddDays(-1), c.To)
}

func (p *timing) tooShort(c data.Content) bool {
	return c.Kind == data.Publicity && c.From != "" && c.To >= c.From && p.workingDays(c) < data.MinPublicityDays
}

// dues words what will be due if the item goes up on its first day.
func (p *timing) dues(c data.Content) []string {
	if c.From == "" || !p.isLong() && c.To < c.From {
		return nil
	}
	w := p.editor.page.env.Words
	var lines []string
	if line := p.span(c); line != "" {
		lines = append(lines, line)
	}
	const noon = 12 * time.Hour
	up := data.Item{Content: c, Status: data.Published, Steps: []data.Step{{Act: data.ActPublish, At: c.From.Begin().Add(noon)}}}
	for _, duty := range data.Duties(up, data.Clocks{}, c.From, nil) {
		if duty.Due != "" {
			lines = append(lines, w.T("editor.duty."+string(duty.Kind), w.Date(duty.Due), duty.Name))
		}
	}
	return lines
}

// span names the half-year, or tells how many days there are.
func (p *timing) span(c data.Content) string {
	w := p.editor.page.env.Words
	switch c.Mode {
	case data.Periodic:
		half := "1"
		if c.To.Time().Month() > time.June {
			half = "2"
		}
		return w.T("editor.half."+half, strconv.Itoa(c.To.Year()))
	case data.Immediate, data.Staged:
		days := int(c.To.Time().Sub(c.From.Time())/(24*time.Hour)) + 1
		return w.T("editor.days", days)
	default:
		return ""
	}
}

func (p *timing) said() (string, bool) {
	w := p.editor.page.env.Words
	c := p.content()
	mode := w.T("mode."+string(c.Mode)) + " · "
	switch {
	case c.From == "" || c.To == "" && c.Review == "":
		return w.T("editor.nodates"), true
	case c.To != "" && c.To < c.From:
		return w.Error(data.Refuse(data.ErrInvalid, "item.period", w.Date(c.From), w.Date(c.To))), true
	case p.tooShort(c):
		return w.T("editor.tooshort", p.workingDays(c)), true
	case c.Kind == data.Publicity:
		return mode + w.T("items.fromto", w.ShortDate(c.From), w.ShortDate(c.To)) + " · " + w.T("items.workingdays", p.workingDays(c)), false
	case c.To == "":
		return mode + w.T("items.longterm", w.ShortDate(c.From), w.Date(c.Review)), false
	default:
		return mode + w.T("items.fromto", w.Date(c.From), w.Date(c.To)), false
	}
}
