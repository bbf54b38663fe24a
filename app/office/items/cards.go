package items

import (
	"strings"

	"fyne.io/fyne/v2"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/data/workday"
)

// contentCard shows the content of a version that is not being edited.
func (p *Page) contentCard() fyne.CanvasObject {
	w, it := p.env.Words, p.facts.item
	entry := it.EntryCode
	if e, ok := p.facts.catalogue.Known(it.EntryCode); ok {
		entry = e.Code + " " + e.Title
	}
	rows := []fyne.CanvasObject{
		ui.Fact(w.T("items.title"), it.Title),
		ui.Fact(w.T("items.entry"), entry),
		ui.Fact(w.T("items.office"), w.T("items.officeby", p.officeName(it.OfficeID), p.personName(it.HandlerID))),
		ui.Fact(w.T("items.audience"), w.T("audience."+string(it.Audience))+" · "+channelNames(w, it.Channels)),
		ui.Fact(w.T("catalog.decision"), w.T("decision."+string(it.Decision))),
		ui.Fact(w.T("items.period"), longPeriod(w, it.Content)),
	}
	if it.Kind == data.Publicity {
		rows = append(rows, p.strip(it.Content))
	}
	rows = append(rows, p.moreFacts()...)
	return ui.Card(w.T("items.content"), nil, ui.Column(-4, rows...))
}

// moreFacts are what only some items have: a plan that was filed, stages, what is put right, attachments.
func (p *Page) moreFacts() []fyne.CanvasObject {
	w, it := p.env.Words, p.facts.item
	var rows []fyne.CanvasObject
	if it.EntryCode == "" && it.Filing.Plan != "" {
		rows = append(rows, ui.Fact(w.T("items.filing"), w.T("items.filingline", it.Filing.Plan, it.Filing.Number, w.Date(it.Filing.On))))
	}
	if it.Filing.Document != nil {
		rows = append(rows, p.fileFact(w.T("items.plan"), *it.Filing.Document))
	}
	for i, stage := range it.Stages {
		label := ""
		if i == 0 {
			label = w.T("items.stages")
		}
		text := w.T("items.stageline", i+1, stage.Name, w.Date(stage.Due))
		if i+1 == it.Stage {
			text = w.T("items.stagenow", text)
		}
		rows = append(rows, ui.Named(label, ui.Paragraph(text)))
	}
	if it.Correction != "" {
		rows = append(rows, ui.Fact(w.T("items.correction"), it.Correction))
	}
	for i, a := range it.Attachments {
		label := ""
		if i == 0 {
			label = w.T("items.attachments")
		}
		rows = append(rows, p.fileFact(label, a))
	}
	return rows
}

// fileFact is a kept file that a press opens.
func (p *Page) fileFact(label string, a data.Attachment) fyne.CanvasObject {
	return ui.Named(label, ui.Pad(7, 7, 7, 0, ui.NewLink(a.Name, func() { p.openFile(a) })))
}

func (p *Page) personName(id string) string {
	for _, person := range p.facts.people {
		if person.ID == id {
			return person.Name
		}
	}
	return "—"
}

// dutyLines are what is to be done about the item by when.
func (p *Page) dutyLines() []fyne.CanvasObject {
	w, today := p.env.Words, data.DateOf(p.env.Now())
	var lines []fyne.CanvasObject
	for _, d := range p.facts.duties {
		left, tone := screen.DueIn(w, p.env.Calendar, d.Due, today)
		lines = append(lines, ui.Line(10, ui.Text(w.T("duty."+string(d.Kind), w.Date(d.Due), d.Name), ui.SizeText, ui.Ink()), ui.Badge(left, tone)))
	}
	return lines
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
		ui.DayStrip(screen.DayCells(p.env.Words, shown, c.To))))
}

func (p *Page) estimate(days []workday.Day) string {
	for _, day := range days {
		if !day.Official {
			return p.env.Words.T("items.estimate")
		}
	}
	return ""
}

// course is the steps that the item's decision needs, or the course of 不予公开, with who and when.
func (p *Page) course() []ui.StepView {
	w, it := p.env.Words, p.facts.item
	acts := data.Required(it.Decision)
	if _, withheld := it.Step(data.ActWithhold); withheld {
		acts = []data.Act{data.ActWithhold, data.ActReport, data.ActSuperior, data.ActTell}
	}
	var steps []ui.StepView
	now := true
	for _, act := range acts {
		view := ui.StepView{Name: w.T("act." + string(act)), Detail: w.T("steps." + string(act))}
		step, done := it.Step(act)
		switch {
		case done:
			view.State, view.Detail = ui.StepDone, step.Person+" · "+p.when(step)
		case now && it.Status != data.Returned && it.Status != data.Withdrawn:
			view.State, now = ui.StepNow, false
		}
		steps = append(steps, view)
	}
	return steps
}

func (p *Page) when(step data.Step) string {
	return p.env.Words.ShortDate(data.DateOf(step.At)) + " " + step.At.In(data.Shanghai()).Format("15:04")
}

// historyCard is the timeline of the version: each signed act with who, when, what was said, and the state of its seal.
func (p *Page) historyCard() fyne.CanvasObject {
	w := p.env.Words
	var rows []fyne.CanvasObject
	for _, step := range p.facts.item.Steps {
		tone := ui.Good
		if step.Seal == data.SealBroken {
			tone = ui.Bad
		}
		who := step.Person
		if step.Duty != "" {
			who += w.T("list.comma") + step.Duty
		}
		if step.For != nil {
			who = w.T("items.for", who, step.For.Name)
		}
		rows = append(rows, ui.Frame(nil, nil, ui.Line(10, ui.Bold(w.T("act."+string(step.Act)), ui.SizeText, ui.Ink()), ui.Text(p.when(step), ui.SizeText, ui.SecondInk())),
			ui.Line(0, ui.Badge(w.T("seal."+string(step.Seal)), tone)), ui.Shortened(who)))
		if text := said(w, step); text != "" {
			rows = append(rows, ui.Pad(-6, -2, -7, -7, ui.Muted(text)))
		}
	}
	return ui.Card(w.T("items.history"), nil, ui.Column(2, rows...))
}

// said words what a person stated with an act.
func said(w words.Words, step data.Step) string {
	var parts []string
	if f := step.Findings; f != nil {
		parts = append(parts, findings(w, *f)...)
	}
	if m := step.Meeting; m != nil {
		parts = append(parts, w.T("items.meetingline", m.Name, w.Date(m.On), m.Minutes, m.Present, m.Result))
	}
	if r := step.Ruling; r != nil {
		parts = append(parts, w.T("items.rulingline", r.Body, r.Number, w.Date(r.On), r.Opinion))
	}
	if t := step.Telling; t != nil {
		parts = append(parts, w.T("items.tellingline", w.Date(t.On), t.How))
	}
	if r := step.Review; r != nil && r.Next != "" {
		parts = append(parts, w.T("items.reviewline", w.Date(r.Next)))
	}
	for _, k := range step.Kept {
		parts = append(parts, w.T("items.keptline", w.Part(k.Where), k.Masked, k.Reason))
	}
	if step.Note != "" {
		parts = append(parts, step.Note)
	}
	return strings.Join(parts, "\n")
}

// findings words the three heads of a check with what was found.
func findings(w words.Words, f data.Findings) []string {
	var heads, found []string
	for _, head := range []struct {
		key  string
		ok   bool
		text string
	}{
		{"items.notsecret", f.NotSecret, f.Secrecy}, {"items.necessary", f.Necessary, f.Necessity}, {"items.accurate", f.Accurate, f.Accuracy},
	} {
		if head.ok {
			heads = append(heads, w.T(head.key))
		}
		if head.text != "" {
			found = append(found, w.T("items.foundline", w.T(head.key+".head"), head.text))
		}
	}
	return append([]string{strings.Join(heads, w.T("list.comma"))}, found...)
}
