package items

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/data/workday"
)

// contentCard shows the content of a version that is not being edited.
func (p *Page) contentCard() fyne.CanvasObject {
	w, it := p.env.Words, p.facts.item
	entry := it.EntryCode
	if e, ok := p.facts.catalogue.Entry(it.EntryCode); ok {
		entry = e.Code + " " + e.Title
	}
	rows := []fyne.CanvasObject{
		fact(w.T("items.title"), it.Title),
		fact(w.T("items.entry"), entry),
		fact(w.T("items.office"), p.officeName(it.OfficeID)),
		fact(w.T("items.audience"), w.T("audience."+string(it.Audience))+" · "+channelNames(w, it.Channels)),
		fact(w.T("catalog.decision"), w.T("decision."+string(it.Decision))),
		fact(w.T("items.period"), longPeriod(w, it.Content)),
	}
	if it.Kind == data.Publicity {
		rows = append(rows, p.strip(it.Content))
	}
	return ui.Card(w.T("items.content"), nil, ui.Column(-4, rows...))
}

func (p *Page) officeName(id string) string {
	for _, o := range p.facts.offices {
		if o.ID == id {
			return o.Name
		}
	}
	return ""
}

func channelNames(w words.Words, channels []data.Channel) string {
	names := make([]string, len(channels))
	for i, c := range channels {
		names[i] = w.T("channel." + string(c))
	}
	return strings.Join(names, w.T("list.comma"))
}

func longPeriod(w words.Words, c data.Content) string {
	if c.To == "" {
		return w.T("items.longterm", w.Date(c.From), w.Date(c.Review))
	}
	return w.T("items.fromto", w.Date(c.From), w.Date(c.To))
}

// longestStrip is how many days a strip shows; a longer period is told by its dates.
const longestStrip = 24

// strip is the notice period as days, with the reason under each why it counts or not (S9).
func (p *Page) strip(c data.Content) fyne.CanvasObject {
	if c.From == "" || c.To == "" || c.To < c.From {
		return ui.Space(1, 1)
	}
	days := p.env.Calendar.Strip(c.From, c.To)
	shown := days
	if len(shown) > longestStrip {
		shown = shown[:longestStrip]
	}
	count := p.env.Calendar.Between(c.From.AddDays(-1), c.To)
	total := ui.Bold(p.env.Words.T("items.workingdays", count), ui.SizeText, ui.Ink())
	return ui.Pad(6, 4, 0, 0, ui.Column(6, ui.Line(10, total, ui.Text(p.estimate(days), ui.SizeSmall, ui.SecondInk())),
		ui.DayStrip(DayCells(p.env.Words, shown, c.To))))
}

func (p *Page) estimate(days []workday.Day) string {
	for _, day := range days {
		if !day.Official {
			return p.env.Words.T("items.estimate")
		}
	}
	return ""
}

// DayCells words the days of a strip: the working days counted from 1, and of the others why they do not count.
func DayCells(w words.Words, days []workday.Day, last data.Date) []ui.DayView {
	cells := make([]ui.DayView, len(days))
	n := 0
	for i, day := range days {
		weekday := w.T("day." + strconv.Itoa(int(day.Date.Time().Weekday())))
		cell := ui.DayView{Day: strconv.Itoa(day.Date.Time().Day()) + " " + weekday, Note: w.T("day.off"), Framed: day.Date == last}
		weekend := day.Date.Time().Weekday()%6 == 0
		switch {
		case day.Counts && weekend:
			n++
			cell.Note, cell.Tone = w.T("day.moved", n), ui.Good
		case day.Counts:
			n++
			cell.Note, cell.Tone = strconv.Itoa(n), ui.Good
		case !weekend:
			cell.Note = w.T("day.holiday")
		}
		cells[i] = cell
	}
	return cells
}

// course is the steps that the item's decision needs, with who and when.
func (p *Page) course() []ui.StepView {
	w, it := p.env.Words, p.facts.item
	var steps []ui.StepView
	now := true
	for _, act := range data.Required(it.Decision) {
		view := ui.StepView{Name: w.T("act." + string(act)), Detail: w.T("steps." + string(act))}
		step, done := it.Step(act)
		switch {
		case done:
			view.State, view.Detail = ui.StepDone, step.Person+" · "+w.ShortDate(data.DateOf(step.At))+" "+step.At.In(data.Shanghai()).Format("15:04")
		case now && it.Status != data.Returned && it.Status != data.Withdrawn:
			view.State, now = ui.StepNow, false
		}
		steps = append(steps, view)
	}
	return steps
}

// historyCard lists the signed acts of this version with the state of their seals.
func (p *Page) historyCard() fyne.CanvasObject {
	w := p.env.Words
	var rows []fyne.CanvasObject
	for _, step := range p.facts.item.Steps {
		tone := ui.Good
		if step.Seal == data.SealBroken {
			tone = ui.Bad
		}
		when := w.ShortDate(data.DateOf(step.At)) + " " + step.At.In(data.Shanghai()).Format("15:04")
		rows = append(rows, ui.Line(10, ui.Bold(w.T("act."+string(step.Act)), ui.SizeText, ui.Ink()),
			ui.Text(step.Person+" · "+when, ui.SizeText, ui.SecondInk()), ui.Badge(w.T("seal."+string(step.Seal)), tone)))
		if text := said(w, step); text != "" {
			rows = append(rows, ui.Pad(-6, -2, -7, -7, ui.Muted(text)))
		}
	}
	return ui.Card(w.T("items.history"), nil, ui.Column(4, rows...))
}

// said words what a person stated with an act.
func said(w words.Words, step data.Step) string {
	var parts []string
	if m := step.Meeting; m != nil {
		parts = append(parts, w.T("items.meetingline", m.Name, w.Date(m.On), m.Minutes, m.Present, m.Result))
	}
	if r := step.Ruling; r != nil {
		parts = append(parts, w.T("items.rulingline", r.Body, r.Number, w.Date(r.On), r.Opinion))
	}
	if step.Note != "" {
		parts = append(parts, step.Note)
	}
	return strings.Join(parts, "\n")
}
