package items

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// findings are the three ticks of the check (S3, S18).
func (f *actForm) findings() fyne.CanvasObject {
	w := f.page.env.Words
	f.secret = widget.NewCheck(w.T("items.notsecret"), nil)
	f.necessary = widget.NewCheck(w.T("items.necessary"), nil)
	f.accurate = widget.NewCheck(w.T("items.accurate"), nil)
	return ui.Pad(-4, -4, -7, 0, ui.Line(14, f.secret, f.necessary, f.accurate))
}

// meetingFields take the record of the 党组 meeting (S3).
func (f *actForm) meetingFields() []fyne.CanvasObject {
	w := f.page.env.Words
	f.meeting, f.minutes, f.present, f.result = widget.NewEntry(), widget.NewEntry(), widget.NewEntry(), widget.NewEntry()
	f.meeting.SetText(w.T("items.meeting.default"))
	f.result.SetText(w.T("items.result.default"))
	f.meetingOn = DateField(f.page.env)
	f.meetingOn.SetDate(string(data.DateOf(f.page.env.Now())))
	return []fyne.CanvasObject{
		ui.Columns(2, ui.Gap, field(w.T("items.meeting"), f.meeting), field(w.T("items.meetingon"), f.meetingOn)),
		ui.Columns(2, ui.Gap, field(w.T("items.minutes"), f.minutes), field(w.T("items.result"), f.result)),
		field(w.T("items.present"), f.present),
	}
}

// rulingFields take the superior's answer (S3).
func (f *actForm) rulingFields() []fyne.CanvasObject {
	w := f.page.env.Words
	f.body, f.number, f.opinion = widget.NewEntry(), widget.NewEntry(), widget.NewEntry()
	f.body.SetText(f.page.facts.unit.Superior)
	f.sentOn, f.ruledOn = DateField(f.page.env), DateField(f.page.env)
	f.agrees = widget.NewRadioGroup([]string{w.T("items.agree"), w.T("items.disagree")}, nil)
	f.agrees.Horizontal = true
	f.agrees.SetSelected(w.T("items.agree"))
	return []fyne.CanvasObject{
		ui.Columns(2, ui.Gap, field(w.T("items.superior"), f.body), field(w.T("items.senton"), f.sentOn)),
		ui.Columns(2, ui.Gap, field(w.T("items.rulingno"), f.number), field(w.T("items.rulingon"), f.ruledOn)),
		field(w.T("items.opinion"), f.opinion),
		field(w.T("items.ruling"), f.agrees),
	}
}
