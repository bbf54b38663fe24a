package items

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// actForm is what a person fills in to do the act that is theirs now. Only acts that the desk allows are there.
type actForm struct {
	page    *Page
	acts    []data.Act
	note    *widget.Entry
	pressed []*ui.Button // dead while an act is under way, so that none is done twice

	secret, necessary, accurate *widget.Check

	meeting, minutes, present, result *widget.Entry
	meetingOn                         *ui.DateField

	body, number, opinion *widget.Entry
	sentOn, ruledOn       *ui.DateField
	agrees                *widget.RadioGroup
}

// actCard shows what this person may do now, or who is next.
func (p *Page) actCard() fyne.CanvasObject {
	w := p.env.Words
	f := &actForm{page: p, note: area(w.T("items.note"), 2), acts: offered(p.facts.acts)}
	if len(f.acts) == 0 {
		return ui.Card(w.T("items.progress"), nil, ui.Flush(ui.Muted(p.nextLine())))
	}
	if !f.leads() {
		return ui.Card(w.T("items.progress"), nil, ui.Column(10, ui.Flush(ui.Muted(p.nextLine())), f.note, f.buttons()))
	}
	main := f.acts[0]
	if main == data.ActRevise { // what was sent back: why, and the way to mend it
		return ui.Card(w.T("actcard.revise"), nil, ui.Column(10, ui.Flush(ui.Paragraph(p.sentBack())), f.buttons()))
	}
	var rows []fyne.CanvasObject
	switch main {
	case data.ActCheck:
		rows = append(rows, f.findings())
	case data.ActDecide:
		rows = append(rows, f.meetingFields()...)
	case data.ActSuperior:
		rows = append(rows, f.rulingFields()...)
	}
	rows = append(rows, f.note, f.buttons())
	return ui.Card(w.T("actcard."+string(main)), nil, ui.Column(10, rows...))
}

// sentBack is who sent the item back, and why.
func (p *Page) sentBack() string {
	step, _ := p.facts.item.Step(data.ActSendBack)
	if ruled, ok := p.facts.item.Step(data.ActSuperior); ok && step.Person == "" {
		step = ruled // the superior did not agree
	}
	return p.env.Words.T("items.sentback", step.Person, p.env.Words.ShortDate(data.DateOf(step.At)), said(p.env.Words, step))
}

// draftBar is what a draft leads to, and whether it is saved.
func (p *Page) draftBar() fyne.CanvasObject {
	f := &actForm{page: p, acts: offered(p.facts.acts), note: area("", 1)}
	right := ui.Line(10, p.editor.saved)
	if len(f.acts) > 0 {
		right.Add(f.buttons())
	}
	line := ui.Hair(ui.Hairline())
	hint := ui.Flush(ui.Muted(p.env.Words.T("items.attest")))
	return container.NewStack(canvas.NewRectangle(ui.White()), ui.Frame(line, nil, nil, nil,
		ui.Pad(9, 9, 22, 18, ui.Frame(nil, nil, nil, right, ui.Pad(0, 0, 0, 10, ui.Midway(hint))))))
}

// offered leaves out 不予公开, which has a course of its own that these screens do not take.
func offered(acts []data.Act) []data.Act {
	return slices.DeleteFunc(slices.Clone(acts), func(act data.Act) bool {
		return act == data.ActWithhold || act == data.ActReport
	})
}

// words are what a button says. Revising what was sent back is not the same to a clerk as replacing what is up.
func (f *actForm) words(act data.Act) string {
	if act == data.ActRevise && f.page.facts.item.Status == data.Returned {
		return f.page.env.Words.T("do.revise.returned")
	}
	return f.page.env.Words.T("do." + string(act))
}

// leads tells whether the first act brings the item on; the others take it back and ask nobody to press them.
func (f *actForm) leads() bool {
	return !backwards(f.acts[0]) || f.page.facts.item.Status == data.Returned
}

// backwards tells whether the act takes an item back. These are what is left for one whose seal is broken.
func backwards(act data.Act) bool {
	return act == data.ActWithdraw || act == data.ActRevise || act == data.ActSendBack
}

// buttons are the acts that the desk allows; the one that brings the item on asks to be pressed.
func (f *actForm) buttons() fyne.CanvasObject {
	var buttons []fyne.CanvasObject
	for i, act := range f.acts {
		button := ui.NewButton(f.words(act), func() { f.do(act) })
		if i == 0 && f.leads() {
			button = ui.NewPrimary(button.Text, button.OnTapped)
		}
		f.pressed = append(f.pressed, button)
		buttons = append(buttons, button)
	}
	return ui.Line(10, buttons...)
}

// statement gathers what was filled in.
func (f *actForm) statement(act data.Act) data.Statement {
	s := data.Statement{Note: f.note.Text}
	switch {
	case act == data.ActCheck && f.secret != nil:
		s.Findings = &data.Findings{NotSecret: f.secret.Checked, Necessary: f.necessary.Checked, Accurate: f.accurate.Checked}
	case act == data.ActDecide && f.meeting != nil:
		s.Meeting = &data.MeetingRecord{
			Name: f.meeting.Text, On: data.Date(f.meetingOn.Date()), Minutes: f.minutes.Text, Present: f.present.Text, Result: f.result.Text,
		}
	case act == data.ActSuperior && f.body != nil:
		s.Ruling = &data.Ruling{
			Body: f.body.Text, SentOn: data.Date(f.sentOn.Date()), Number: f.number.Text, On: data.Date(f.ruledOn.Date()),
			Opinion: f.opinion.Text, Publish: f.agrees.Selected == f.page.env.Words.T("items.agree"),
		}
	}
	return s
}

// do does the act, signed, and shows what came of it. What is being typed into the draft is saved first.
func (f *actForm) do(act data.Act) {
	p, said, seen, e := f.page, f.statement(act), f.page.facts.item, f.page.editor
	var s saving
	if e != nil && act == data.ActPropose {
		if err := e.ready(); err != nil {
			p.env.Refused(err)
			return
		}
	}
	if e != nil {
		s = e.ask()
	}
	f.enable(false)
	ui.Load(p.worker, func(ctx context.Context) (outcome, error) {
		var o outcome
		if e != nil {
			if o.saved, o.unsaved = e.vault.store(ctx, s); o.unsaved != nil {
				return o, o.unsaved
			}
			seen = o.saved
		}
		if _, err := p.perform(ctx, act, seen, said); err != nil {
			return o, err
		}
		if act == data.ActPublish || act == data.ActWithdraw {
			o.late = p.env.Changed(ctx, p.env.Session)
		}
		return o, nil
	}, func(o outcome, err error) {
		f.enable(true)
		if e != nil {
			e.ended(s, o.saved, o.unsaved)
		}
		p.acted(act, o, err)
	})
}

// outcome is what came of an act besides the act itself.
type outcome struct {
	saved   data.Item
	unsaved error // the draft could not be saved, so the act was not done
	late    error // the act is done, but the public file could not be made anew
}

func (f *actForm) enable(on bool) {
	for _, button := range f.pressed {
		if on {
			button.Enable()
		} else {
			button.Disable()
		}
	}
}

// acted shows what came of an act.
func (p *Page) acted(act data.Act, o outcome, err error) {
	w := p.env.Words
	if err != nil {
		p.env.Notices.Refused(w.Error(err))
		return
	}
	p.editor = nil
	p.Load()
	if o.late != nil {
		p.env.Notices.Refused(w.T("items.late", w.Error(o.late)))
		return
	}
	p.env.Notices.Done(w.T("done." + string(act)))
}

func (p *Page) perform(ctx context.Context, act data.Act, it data.Item, said data.Statement) (data.Item, error) {
	by := p.env.Session
	does := map[data.Act]func(context.Context, data.Item, data.Statement) (data.Item, error){
		data.ActPropose: by.Propose, data.ActCheck: by.Check, data.ActApprove: by.Approve, data.ActDecide: by.Decide,
		data.ActSuperior: by.RuleBySuperior, data.ActSendBack: by.SendBack, data.ActPublish: by.Publish,
		data.ActWithdraw: by.Withdraw, data.ActRevise: by.Revise, data.ActWithhold: by.Withhold, data.ActReport: by.ReportWithheld,
	}
	return does[act](ctx, it, said)
}
