package items

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// form is what a deed asks for: its rows, and what was filled in.
type form interface {
	rows() []fyne.CanvasObject
	say(*data.Statement)
}

// formOf makes the form of a deed.
func (p *Page) formOf(d deed) form {
	switch d {
	case deed(data.ActCheck):
		return newCheckForm(p)
	case deed(data.ActDecide):
		return newMeetingForm(p)
	case deed(data.ActSuperior):
		return newRulingForm(p)
	case deed(data.ActTell):
		return newTellForm(p)
	case deed(data.ActReview):
		return newReviewForm(p)
	case deed(data.ActSendBack):
		f := p.noteForm("items.reason.sendback", 2)
		f.entry.SetText(strings.Join(p.found, "\n"))
		return f
	case deed(data.ActWithdraw), deed(data.ActWithhold), correct:
		return p.noteForm("items.reason."+string(d), 2)
	default:
		return p.noteForm("items.note", 2)
	}
}

// noteForm asks for an opinion or a reason in words.
type noteForm struct{ entry *widget.Entry }

func (p *Page) noteForm(hint string, lines int) noteForm {
	return noteForm{ui.Area(p.env.Words.T(hint), lines)}
}

func (f noteForm) rows() []fyne.CanvasObject { return []fyne.CanvasObject{f.entry} }

func (f noteForm) say(s *data.Statement) { s.Note = f.entry.Text }

// checkForm is the three heads of the check with what was found under each (S3, S18).
type checkForm struct {
	page  *Page
	heads [3]*widget.Check
	found [3]*widget.Entry
	kept  *keptForm // nil where no personal datum stays
	note  noteForm
}

// checkHeads are the names of the heads: 保密、必要性、准确性.
func checkHeads() [3]string { return [3]string{"items.notsecret", "items.necessary", "items.accurate"} }

func newCheckForm(p *Page) *checkForm {
	f := &checkForm{page: p, note: p.noteForm("items.note", 2), kept: p.newKeptForm()}
	for i, key := range checkHeads() {
		f.heads[i] = widget.NewCheck(p.env.Words.T(key), nil)
		f.found[i] = widget.NewEntry()
		f.found[i].SetPlaceHolder(p.env.Words.T("items.found"))
		f.found[i].OnChanged = func(string) { f.gather() }
	}
	return f
}

// gather keeps what was found as the reason for sending back, so that nobody types it twice.
func (f *checkForm) gather() {
	f.page.found = nil
	for i, key := range checkHeads() {
		if text := strings.TrimSpace(f.found[i].Text); text != "" {
			f.page.found = append(f.page.found, f.page.env.Words.T("items.foundline", f.page.env.Words.T(key+".head"), text))
		}
	}
}

func (f *checkForm) rows() []fyne.CanvasObject {
	rows := []fyne.CanvasObject{}
	for i := range f.heads {
		rows = append(rows, ui.Frame(nil, nil, ui.AtLeast(150, ui.Pad(0, 0, -7, 0, f.heads[i])), nil, f.found[i]))
	}
	if f.kept != nil {
		rows = append(rows, f.kept.rows()...)
	}
	return append([]fyne.CanvasObject{ui.Column(4, rows...)}, f.note.rows()...)
}

func (f *checkForm) say(s *data.Statement) {
	f.note.say(s)
	if f.kept != nil {
		f.kept.say(s)
	}
	s.Findings = &data.Findings{
		NotSecret: f.heads[0].Checked, Necessary: f.heads[1].Checked, Accurate: f.heads[2].Checked,
		Secrecy: f.found[0].Text, Necessity: f.found[1].Text, Accuracy: f.found[2].Text,
	}
}

// meetingForm takes the record of the 党组 meeting (S3).
type meetingForm struct {
	page                              *Page
	meeting, minutes, present, result *widget.Entry
	on                                *ui.DateField
	note                              noteForm
}

func newMeetingForm(p *Page) *meetingForm {
	w := p.env.Words
	f := &meetingForm{
		page: p, meeting: widget.NewEntry(), minutes: widget.NewEntry(), present: ui.Area("", 2), result: widget.NewEntry(),
		on: p.env.DateField(), note: p.noteForm("items.note", 1),
	}
	f.meeting.SetText(w.T("items.meeting.default"))
	f.result.SetText(w.T("items.result.default"))
	f.on.SetDate(string(data.DateOf(p.env.Now())))
	f.present.SetText(p.leaders())
	return f
}

// leaders are those who approve, whose names most records of who was present begin with.
func (p *Page) leaders() string {
	today := data.DateOf(p.env.Now())
	var names []string
	for _, person := range p.facts.people {
		if person.Has(data.Approver, today) {
			names = append(names, person.Name)
		}
	}
	return strings.Join(names, "、")
}

func (f *meetingForm) rows() []fyne.CanvasObject {
	w := f.page.env.Words
	return append([]fyne.CanvasObject{
		ui.Columns(2, ui.Gap, ui.Named(w.T("items.meeting"), f.meeting), ui.Named(w.T("items.meetingon"), f.on)),
		ui.Columns(2, ui.Gap, ui.Named(w.T("items.minutes"), f.minutes), ui.Named(w.T("items.result"), f.result)),
		ui.Named(w.T("items.present"), f.present),
	}, f.note.rows()...)
}

func (f *meetingForm) say(s *data.Statement) {
	f.note.say(s)
	s.Meeting = &data.MeetingRecord{
		Name: f.meeting.Text, On: data.Date(f.on.Date()), Minutes: f.minutes.Text, Present: f.present.Text, Result: f.result.Text,
	}
}

// rulingForm takes the superior's answer, with its scan (S3, S17).
type rulingForm struct {
	page                  *Page
	body, number, opinion *widget.Entry
	sentOn, on            *ui.DateField
	agrees                *widget.RadioGroup
	yes                   string
	scan                  *fileField
	note                  noteForm
}

func newRulingForm(p *Page) *rulingForm {
	w := p.env.Words
	f := &rulingForm{
		page: p, body: widget.NewEntry(), number: widget.NewEntry(), opinion: widget.NewEntry(),
		sentOn: p.env.DateField(), on: p.env.DateField(), scan: newFileField(p), note: p.noteForm("items.note", 1),
	}
	f.body.SetText(p.facts.unit.Superior)
	no := w.T("items.disagree")
	f.yes = w.T("items.agree")
	choices := []string{f.yes, no}
	if p.facts.item.Status == data.WithheldWait { // the question is whether it may be withheld (S17)
		f.yes, no = w.T("items.mustpublish"), w.T("items.maywithhold")
		choices = []string{no, f.yes}
		if reported, ok := p.facts.item.Step(data.ActReport); ok {
			f.sentOn.SetDate(string(data.DateOf(reported.At)))
		}
	}
	f.agrees = widget.NewRadioGroup(choices, nil)
	f.agrees.Horizontal = true
	f.agrees.SetSelected(choices[0])
	return f
}

func (f *rulingForm) rows() []fyne.CanvasObject {
	w := f.page.env.Words
	return append([]fyne.CanvasObject{
		ui.Columns(2, ui.Gap, ui.Named(w.T("items.superior"), f.body), ui.Named(w.T("items.senton"), f.sentOn)),
		ui.Columns(2, ui.Gap, ui.Named(w.T("items.rulingno"), f.number), ui.Named(w.T("items.rulingon"), f.on)),
		ui.Named(w.T("items.opinion"), f.opinion),
		ui.Named(w.T("items.ruling"), f.agrees),
		ui.Named(w.T("items.scan"), f.scan.object()),
	}, f.note.rows()...)
}

func (f *rulingForm) say(s *data.Statement) {
	f.note.say(s)
	s.Ruling = &data.Ruling{
		Body: f.body.Text, SentOn: data.Date(f.sentOn.Date()), Number: f.number.Text, On: data.Date(f.on.Date()),
		Opinion: f.opinion.Text, Publish: f.agrees.Selected == f.yes, Scan: f.scan.file,
	}
}

// tellForm takes how the ruling not to disclose was told (S17).
type tellForm struct {
	page *Page
	on   *ui.DateField
	how  *widget.Entry
}

func newTellForm(p *Page) *tellForm {
	f := &tellForm{page: p, on: p.env.DateField(), how: widget.NewEntry()}
	f.on.SetDate(string(data.DateOf(p.env.Now())))
	f.how.SetPlaceHolder(p.env.Words.T("items.tellhow.hint"))
	return f
}

func (f *tellForm) rows() []fyne.CanvasObject {
	w := f.page.env.Words
	return []fyne.CanvasObject{ui.Named(w.T("items.tellon"), f.on), ui.Named(w.T("items.tellhow"), f.how)}
}

func (f *tellForm) say(s *data.Statement) {
	s.Telling = &data.Telling{On: data.Date(f.on.Date()), How: f.how.Text}
}

// reviewForm records that what is up still holds, and of a 长期 item when it is looked at again (S9).
type reviewForm struct {
	page *Page
	next *ui.DateField
	note noteForm
}

func newReviewForm(p *Page) *reviewForm {
	f := &reviewForm{page: p, next: p.env.DateField(), note: p.noteForm("items.note", 1)}
	f.next.SetDate(string(data.DateOf(p.env.Now()).AddMonths(12)))
	return f
}

func (f *reviewForm) rows() []fyne.CanvasObject {
	if f.page.facts.item.Mode != data.LongTerm {
		return f.note.rows()
	}
	return append([]fyne.CanvasObject{ui.Named(f.page.env.Words.T("items.reviewnext"), f.next)}, f.note.rows()...)
}

func (f *reviewForm) say(s *data.Statement) {
	f.note.say(s)
	s.Review = &data.Review{}
	if f.page.facts.item.Mode == data.LongTerm {
		s.Review.Next = data.Date(f.next.Date())
	}
}
