package settings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// unitForm is who the unit is, and the fingerprint by which its documents are told from anybody else's.
type unitForm struct {
	form
	title, superior, issuer         *widget.Entry
	office, phone, address, mailbox *widget.Entry
}

func newUnit(s *Settings) section {
	f := &unitForm{form: s.forAdmins()}
	u := s.facts.unit
	f.title, f.superior, f.issuer = f.entry(u.Name), f.entry(u.Superior), f.entry(u.Issuer)
	f.office, f.phone = f.entry(u.Contact.Office), f.entry(u.Contact.Phone)
	f.address, f.mailbox = f.entry(u.Contact.Address), f.entry(u.Contact.Mailbox)
	return f
}

func (f *unitForm) object() fyne.CanvasObject {
	who := ui.Card(f.t("settings.unit"), nil, ui.Column(12,
		ui.Field(f.t("wizard.unit.name"), f.title),
		ui.Columns(2, 14, ui.Field(f.t("wizard.unit.superior"), f.superior), ui.Field(f.t("wizard.unit.issuer"), f.issuer)),
		f.note(f.t("wizard.unit.note"))))
	where := ui.Card(f.t("wizard.contact"), nil, ui.Column(12,
		ui.Columns(2, 14,
			ui.Field(f.t("wizard.contact.office"), f.office), ui.Field(f.t("wizard.contact.phone"), f.phone),
			ui.Field(f.t("wizard.contact.address"), f.address), ui.Field(f.t("wizard.contact.mailbox"), f.mailbox)),
		f.saving(f.keep)))
	return stack(f.adminsMay(), who, where, f.print())
}

// print is the fingerprint, with what it is for.
func (f *unitForm) print() fyne.CanvasObject {
	return ui.Card(f.t("settings.fingerprint"), nil, ui.Column(8,
		ui.Bold(f.facts.fingerprint, 17, ui.Ink()), f.note(f.t("settings.fingerprint.note"))))
}

func (f *unitForm) keep() {
	u := f.facts.unit
	u.Name, u.Superior, u.Issuer = trimmed(f.title), trimmed(f.superior), trimmed(f.issuer)
	u.Contact = data.Contact{
		Office: trimmed(f.office), Phone: trimmed(f.phone), Address: trimmed(f.address), Mailbox: trimmed(f.mailbox),
	}
	f.act(func(ctx context.Context) error { return f.env.Session.SaveUnit(ctx, u) }, unitSection, f.t("settings.saved"))
}
