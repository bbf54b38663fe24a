package wizard

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
)

// unitStep asks who the unit is, where opinions on what it discloses go, and which catalogue it begins with.
type unitStep struct {
	words                           words.Words
	title, superior, issuer         *widget.Entry
	office, phone, address, mailbox *widget.Entry
	suggested                       string // the issuer as last suggested; another one is the person's own
	missing                         *complaint
	page                            fyne.CanvasObject
}

func newUnitStep(w words.Words, set fyne.CanvasObject) *unitStep {
	s := &unitStep{words: w, missing: newComplaint(w)}
	s.title, s.superior, s.issuer = entry(w.T("wizard.unit.name.hint")), entry(w.T("wizard.unit.superior.hint")), entry("")
	s.office, s.phone = entry(w.T("wizard.contact.office.hint")), entry(w.T("wizard.contact.phone.hint"))
	s.address, s.mailbox = entry(""), entry(w.T("wizard.contact.mailbox.hint"))
	s.office.SetText("党务公开办公室") // one of the usual offices; where opinions go is asked for on every 公示
	s.title.OnChanged = s.suggest
	who := ui.Card(w.T("wizard.unit"), nil, ui.Column(12, s.missing.place,
		ui.Field(w.T("wizard.unit.name"), s.title),
		ui.Field(w.T("wizard.unit.superior"), s.superior),
		ui.Field(w.T("wizard.unit.issuer"), s.issuer),
		note(w, w.T("wizard.unit.note"))))
	where := ui.Card(w.T("wizard.contact"), nil, ui.Column(12,
		ui.Field(w.T("wizard.contact.office"), s.office),
		ui.Field(w.T("wizard.contact.phone"), s.phone),
		ui.Field(w.T("wizard.contact.address"), s.address),
		ui.Field(w.T("wizard.contact.mailbox"), s.mailbox),
		note(w, w.T("wizard.contact.note"))))
	s.page = ui.Column(shareGap, container.New(shares{1, 1}, who, where), set)
	return s
}

// suggest keeps the issuer as 中共…党组 until somebody writes another one.
func (s *unitStep) suggest(title string) {
	if s.issuer.Text != s.suggested {
		return
	}
	s.suggested = ""
	if title = strings.TrimSpace(title); title != "" {
		s.suggested = "中共" + title + "党组"
	}
	s.issuer.SetText(s.suggested)
}

// fill shows what the database holds, unless somebody has begun to type.
func (s *unitStep) fill(u data.Unit) {
	if s.title.Text != "" {
		return
	}
	if u.Name != data.Unnamed {
		s.title.SetText(u.Name)
	}
	for _, f := range []struct {
		entry *widget.Entry
		text  string
	}{
		{s.superior, u.Superior},
		{s.issuer, u.Issuer},
		{s.office, u.Contact.Office},
		{s.phone, u.Contact.Phone},
		{s.address, u.Contact.Address},
		{s.mailbox, u.Contact.Mailbox},
	} {
		if f.text != "" && strings.TrimSpace(f.entry.Text) != f.text {
			f.entry.SetText(f.text)
		}
	}
}

func (s *unitStep) unit() data.Unit {
	text := func(e *widget.Entry) string { return strings.TrimSpace(e.Text) }
	return data.Unit{
		Name: text(s.title), Superior: text(s.superior), Issuer: text(s.issuer),
		Contact: data.Contact{
			Office: text(s.office), Phone: text(s.phone), Address: text(s.address), Mailbox: text(s.mailbox),
		},
	}
}

func (s *unitStep) name() string              { return s.words.T("wizard.unit") }
func (s *unitStep) detail() string            { return s.unit().Name }
func (s *unitStep) object() fyne.CanvasObject { return s.page }
func (s *unitStep) enter()                    {}

func (s *unitStep) check() bool {
	u := s.unit()
	if err := u.Check(); err != nil {
		return s.missing.show(s.words.Error(err))
	}
	if u.Issuer == "" {
		return s.missing.show(s.words.T("wizard.unit.noissuer"))
	}
	return s.missing.show("")
}
