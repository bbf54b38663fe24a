package cases

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/desk"
)

// factCard is what everybody may know.
func (p *Page) factCard() fyne.CanvasObject {
	w, o := p.env.Words, p.facts.Opinion
	rows := []fyne.CanvasObject{ui.Fact(w.T("cases.kind"), w.T("message.kind."+string(o.Kind))), ui.Fact(w.T("cases.received"), w.T("cases.receivedline", w.Date(o.ReceivedOn), w.T("opinion.way."+string(o.Way))))}
	if o.ItemNumber == "" {
		rows = append(rows, ui.Fact(w.T("cases.item"), w.T("cases.noitem")))
	} else {
		rows = append(rows, ui.Named(w.T("cases.item"), ui.Pad(7, 7, 7, 0, ui.NewLink(strings.TrimSpace(o.ItemNumber+" "+p.facts.title), func() {
			p.env.Go(screen.Route{Area: screen.Items, Number: o.ItemNumber})
		}))))
	}
	if o.ReceiptID != "" {
		rows = append(rows, ui.Fact(w.T("cases.receipt"), w.T("cases.receipt.given")))
	}
	rows = append(rows, p.dueFact(), ui.Fact(w.T("cases.assigned"), p.facts.people[o.AssignedID]), ui.Fact(w.T("cases.readers"), p.readers()))
	if o.State == data.OpinionAnswered {
		rows = append(rows, ui.Fact(w.T("cases.outcome"), w.T("cases.published."+yesNo(o.Published))))
	}
	return ui.Card(w.T("cases.facts"), nil, ui.Column(-4, rows...))
}

// dueFact is the last day to answer, and on request the days by which it was counted, with the reason why each counts or
// not (S9).
func (p *Page) dueFact() fyne.CanvasObject {
	w, o := p.env.Words, p.facts.Opinion
	due := w.Date(o.Due)
	if o.Extended {
		due = w.T("cases.dueextended", due)
	}
	days := container.NewStack()
	unfold := func() {
		days.Objects = nil
		if p.proof {
			days.Objects = []fyne.CanvasObject{ui.Pad(4, 8, 0, 0, ui.DayStrip(screen.DayCells(w, p.env.Calendar.Strip(o.ReceivedOn.AddDays(1), o.Due), o.Due)))}
		}
		days.Refresh()
		p.left.Refresh()
	}
	unfold()
	proof := ui.NewLink(w.T("today.proof"), func() {
		p.proof = !p.proof
		unfold()
	})
	return ui.Column(0, ui.Frame(nil, nil, nil, proof, ui.Fact(w.T("cases.due"), due)), days)
}

// readers are those who can open what was written; one alone is told what that means.
func (p *Page) readers() string {
	w := p.env.Words
	var names []string
	for _, r := range p.facts.Readers {
		names = append(names, r.Name)
	}
	switch len(names) {
	case 0:
		return w.T("cases.nobody")
	case 1:
		return w.T("cases.onlyone", names[0])
	default:
		return strings.Join(names, w.T("list.comma"))
	}
}

func yesNo(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}

// historyCard is the timeline: each signed act with who, when, the state of its seal, and for readers what was written.
func (p *Page) historyCard() fyne.CanvasObject {
	w := p.env.Words
	var rows []fyne.CanvasObject
	for i, step := range p.facts.Steps {
		tone := ui.Good
		if step.Seal == data.SealBroken {
			tone = ui.Bad
		}
		who := step.Person
		if step.Duty != "" {
			who += w.T("list.comma") + step.Duty
		}
		rows = append(rows, ui.Frame(nil, nil, ui.Line(10, ui.Bold(w.T("opinion.act."+string(step.Act)), ui.SizeText, ui.Ink()), ui.Text(p.when(step), ui.SizeText, ui.SecondInk())),
			ui.Midway(ui.Badge(w.T("seal."+string(step.Seal)), tone)), ui.Shortened(who)))
		if text := p.said(i, step); text != "" {
			rows = append(rows, ui.Pad(-6, -2, -7, -7, ui.Muted(text)))
		}
	}
	return ui.Card(w.T("items.history"), nil, ui.Column(2, rows...))
}

// said words what a person stated with an act. The letter itself stands beside.
func (p *Page) said(i int, step data.OpinionStep) string {
	w := p.env.Words
	switch {
	case step.ToID != "":
		return w.T("cases.to."+string(step.Act), p.facts.people[step.ToID])
	case step.Act == data.OpinionRegister:
		return w.T("cases.dueline", w.Date(step.Due))
	}
	var parts []string
	if step.Due != "" {
		parts = append(parts, w.T("cases.dueline", w.Date(step.Due)))
	}
	at := slices.IndexFunc(p.facts.sheets, func(s desk.OpinionSheet) bool { return s.Step == i })
	switch {
	case at >= 0:
		parts = append(parts, p.facts.sheets[at].Text)
	case step.Act.Writes():
		parts = append(parts, w.T("cases.hidden"))
	}
	return strings.Join(parts, "\n")
}

// letterCard is what was written, or why it is not shown.
func (p *Page) letterCard() fyne.CanvasObject {
	w := p.env.Words
	badge := ui.Badge(w.T("cases.sealed"), ui.Ruling)
	switch {
	case !p.facts.MayRead:
		return ui.Card(w.T("cases.letter"), badge, ui.Flush(ui.Muted(w.T("cases.hidden"))))
	case p.facts.sealed != nil:
		return ui.Card(w.T("cases.letter"), badge, ui.Flush(ui.Paragraph(w.Error(p.facts.sealed))))
	}
	at := slices.IndexFunc(p.facts.sheets, func(s desk.OpinionSheet) bool { return s.Step == 0 })
	if at < 0 {
		return ui.Card(w.T("cases.letter"), badge, ui.Flush(ui.Muted(w.T("cases.hidden"))))
	}
	text := p.facts.sheets[at].OpinionText
	var rows []fyne.CanvasObject
	if text.Subject != "" {
		subject := ui.Paragraph(text.Subject)
		subject.TextStyle.Bold = true
		rows = append(rows, ui.Flush(subject))
	}
	rows = append(rows, ui.Flush(ui.Paragraph(text.Text)), ui.Hair(ui.RowLine()),
		ui.Column(-4, ui.Fact(w.T("cases.name"), orElse(text.Name, w.T("cases.anonymous"))), ui.Fact(w.T("cases.contact"), text.Contact)),
		ui.Note(w.T("cases.letter.hint"), false))
	return ui.Card(w.T("cases.letter"), badge, ui.Column(10, rows...))
}

func orElse(text, other string) string {
	if text == "" {
		return other
	}
	return text
}
