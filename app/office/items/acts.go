package items

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// actForm is what a person fills in to do the act that is theirs now. Only acts that the desk allows are there.
type actForm struct {
	page *Page
	note *widget.Entry

	secret, necessary, accurate *widget.Check

	meeting, minutes, present, result *widget.Entry
	meetingOn                         *ui.DateField

	body, number, opinion *widget.Entry
	sentOn, ruledOn       *ui.DateField
	agrees                *widget.RadioGroup
}

// actCard shows what this person may do now, or who is next; nil where nothing is ahead.
func (p *Page) actCard() fyne.CanvasObject {
	w := p.env.Words
	if len(p.facts.acts) == 0 {
		if line := p.nextLine(); line != "" && !p.facts.editable {
			return ui.Card(w.T("items.next"), nil, ui.Muted(line))
		}
		return nil
	}
	f := &actForm{page: p, note: area(w.T("items.note"), 3)}
	main := p.facts.acts[0]
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

// area is an entry of several lines.
func area(hint string, lines int) *widget.Entry {
	e := widget.NewMultiLineEntry()
	e.Wrapping = fyne.TextWrapBreak
	e.SetPlaceHolder(hint)
	e.SetMinRowsVisible(lines)
	return e
}

func (f *actForm) findings() fyne.CanvasObject {
	w := f.page.env.Words
	f.secret = widget.NewCheck(w.T("items.notsecret"), nil)
	f.necessary = widget.NewCheck(w.T("items.necessary"), nil)
	f.accurate = widget.NewCheck(w.T("items.accurate"), nil)
	return container.NewHBox(f.secret, f.necessary, f.accurate)
}

func (f *actForm) meetingFields() []fyne.CanvasObject {
	w := f.page.env.Words
	f.meeting, f.minutes, f.present, f.result = widget.NewEntry(), widget.NewEntry(), widget.NewEntry(), widget.NewEntry()
	f.meeting.SetText(w.T("items.meeting.default"))
	f.result.SetText(w.T("items.result.default"))
	f.meetingOn = f.page.dateField()
	f.meetingOn.SetDate(string(data.DateOf(f.page.env.Now())))
	return []fyne.CanvasObject{
		field(w.T("items.meeting"), f.meeting), field(w.T("items.meetingon"), f.meetingOn), field(w.T("items.minutes"), f.minutes),
		field(w.T("items.present"), f.present), field(w.T("items.result"), f.result),
	}
}

func (f *actForm) rulingFields() []fyne.CanvasObject {
	w := f.page.env.Words
	f.body, f.number, f.opinion = widget.NewEntry(), widget.NewEntry(), widget.NewEntry()
	f.body.SetText(f.page.facts.unit.Superior)
	f.sentOn, f.ruledOn = f.page.dateField(), f.page.dateField()
	f.agrees = widget.NewRadioGroup([]string{w.T("items.agree"), w.T("items.disagree")}, nil)
	f.agrees.Horizontal = true
	f.agrees.SetSelected(w.T("items.agree"))
	return []fyne.CanvasObject{
		field(w.T("items.superior"), f.body), field(w.T("items.senton"), f.sentOn), field(w.T("items.rulingno"), f.number),
		field(w.T("items.rulingon"), f.ruledOn), field(w.T("items.opinion"), f.opinion), field(w.T("items.ruling"), f.agrees),
	}
}

// buttons are the acts that the desk allows; the first is the one that asks to be pressed.
func (f *actForm) buttons() fyne.CanvasObject {
	row := container.NewHBox()
	for i, act := range f.page.facts.acts {
		if act == data.ActWithhold || act == data.ActReport {
			continue // 不予公开 has a course of its own, which the desk's screens do not take yet
		}
		button := widget.NewButton(f.page.env.Words.T("do."+string(act)), func() { f.do(act) })
		if i == 0 {
			button.Importance = widget.HighImportance
		}
		row.Add(button)
	}
	return row
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
	p, said, open := f.page, f.statement(act), f.page.editor
	var typed data.Content
	if open != nil {
		typed = open.content() // fields are read here, on the main goroutine
		open.rest()
	}
	ui.Load(p.worker, func(ctx context.Context) (data.Item, error) {
		it := p.facts.item
		if open != nil {
			saved, err := open.store(ctx, typed)
			if err != nil {
				return it, err
			}
			it = saved
		}
		after, err := p.perform(ctx, act, it, said)
		if err == nil && slices.Contains([]data.Act{data.ActPublish, data.ActWithdraw}, act) {
			err = p.env.Changed(ctx, p.env.Session)
		}
		return after, err
	}, func(_ data.Item, err error) {
		if err != nil {
			p.env.Notices.Refused(p.env.Words.Error(err))
			if open != nil {
				open.changed()
			}
		} else {
			p.env.Notices.Done(p.env.Words.T("done." + string(act)))
		}
		if err == nil {
			p.editor = nil
			p.Load()
		}
	})
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

// dateField makes a date field that reads the dates of the field.
func (p *Page) dateField() *ui.DateField { return DateField(p.env) }
