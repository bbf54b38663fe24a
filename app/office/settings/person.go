package settings

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/desk"
)

// personForm is one person, to be entered or changed by an administrator.
type personForm struct {
	form
	before          data.Person // without an ID for a new one
	name, duty      *widget.Entry
	office          *ui.Select
	roles           map[data.Role]*widget.Check
	from, until     *ui.DateField
	password, again *widget.Entry
}

func newPerson(s *Settings, p data.Person) section {
	f := &personForm{form: s.forAdmins(), before: p, roles: map[data.Role]*widget.Check{}}
	if p.ID == "" {
		p.From = s.today()
	}
	f.name, f.duty = f.entry(p.Name), f.entry(p.Duty)
	offices := []string{f.t("catalog.nooffice")}
	for _, o := range s.facts.offices {
		offices = append(offices, o.Name)
	}
	at := 1 + slices.IndexFunc(s.facts.offices, func(o data.Office) bool { return o.ID == p.OfficeID })
	f.office = f.pick(offices, at)
	for _, role := range data.Roles() {
		f.roles[role] = f.check(f.t("role."+string(role)), slices.Contains(p.Roles, role))
	}
	f.from, f.until = f.date(p.From), f.date(p.Until)
	f.password, f.again = widget.NewPasswordEntry(), widget.NewPasswordEntry()
	f.changed = false
	return f
}

func (f *personForm) object() fyne.CanvasObject {
	var checks []fyne.CanvasObject
	for _, role := range data.Roles() {
		checks = append(checks, f.roles[role])
	}
	title := f.t("settings.person.new")
	if f.before.ID != "" {
		title = f.before.Name
	}
	parts := []fyne.CanvasObject{
		ui.Columns(3, 14, ui.Field(f.t("wizard.person.name"), f.name), ui.Field(f.t("wizard.person.office"), f.office),
			ui.Field(f.t("wizard.person.duty"), f.duty)),
		ui.Field(f.t("settings.person.roles"), ui.Line(10, checks...)),
		ui.Columns(3, 14, f.dated(f.t("settings.person.from"), f.from), f.dated(f.t("settings.person.until"), f.until)),
	}
	if f.before.ID == "" {
		parts = append(parts, f.passwords("wizard.person.password"), f.note(f.t("settings.person.first")))
	}
	back := ui.NewLinkIn(f.t("settings.back"), ui.SizeText, ui.SecondInk(), f.back)
	parts = append(parts, f.saving(f.keep))
	cards := []fyne.CanvasObject{ui.Card(title, back, ui.Column(12, parts...))}
	if f.before.ID != "" && f.before.ID != f.env.Session.Person().ID {
		cards = append(cards, ui.Card(f.t("settings.reset"), nil, ui.Column(12, f.passwords("settings.password.new"),
			f.note(f.t("settings.reset.note")),
			container.NewBorder(nil, nil, nil, ui.NewButton(f.t("settings.reset.do"), f.reset)))))
	}
	return stack(cards...)
}

func (f *personForm) passwords(key string) fyne.CanvasObject {
	return ui.Columns(3, 14, ui.Field(f.t(key), f.password), ui.Field(f.t("wizard.person.again"), f.again))
}

func (f *personForm) back() {
	f.changed = false
	f.env.Go(f.route(peopleSection))
}

// person is the person as typed.
func (f *personForm) person() (data.Person, error) {
	p := f.before
	p.Name, p.Duty, p.OfficeID, p.Roles = trimmed(f.name), trimmed(f.duty), "", nil
	if at := f.office.SelectedIndex() - 1; at >= 0 {
		p.OfficeID = f.facts.offices[at].ID
	}
	for _, role := range data.Roles() {
		if f.roles[role].Checked {
			p.Roles = append(p.Roles, role)
		}
	}
	var err error
	if p.From, err = dateIn(f.from); err != nil {
		return p, err
	}
	p.Until, err = dateIn(f.until)
	return p, err
}

// typedTwice gives the new password, where it was typed twice the same.
func (f *personForm) typedTwice() (string, bool) {
	if f.password.Text != f.again.Text {
		f.env.Notices.Refused(f.t("wizard.person.differ"))
		return "", false
	}
	return f.password.Text, true
}

func (f *personForm) keep() {
	p, err := f.person()
	if err != nil {
		f.env.Refused(err)
		return
	}
	if p.ID != "" {
		f.act(func(ctx context.Context) error { return f.env.Session.SavePerson(ctx, p) }, peopleSection, f.t("settings.saved"))
		return
	}
	password, same := f.typedTwice()
	if !same {
		return
	}
	f.act(func(ctx context.Context) error {
		_, err := f.env.Session.AddPerson(ctx, desk.Newcomer{Person: p, Password: password})
		return err
	}, peopleSection, f.t("settings.person.added", p.Name))
}

func (f *personForm) reset() {
	if f.unsaved(f.changed) {
		return
	}
	password, same := f.typedTwice()
	if !same {
		return
	}
	id := f.before.ID
	f.act(func(ctx context.Context) error { return f.env.Session.ResetPassword(ctx, id, password) },
		peopleSection, f.t("settings.reset.done", f.before.Name))
}

// passwordForm changes the own password. What is typed is never kept for later, so it is never dirty.
type passwordForm struct {
	*Settings
	old, password, again *widget.Entry
}

func newPassword(s *Settings) section {
	return &passwordForm{s, widget.NewPasswordEntry(), widget.NewPasswordEntry(), widget.NewPasswordEntry()}
}

func (*passwordForm) dirty() bool { return false }

func (f *passwordForm) object() fyne.CanvasObject {
	back := ui.NewLinkIn(f.t("settings.back"), ui.SizeText, ui.SecondInk(), func() { f.env.Go(f.route(peopleSection)) })
	return ui.Card(f.t("settings.password"), back, ui.Column(12,
		ui.Columns(3, 14, ui.Field(f.t("settings.password.old"), f.old), ui.Field(f.t("settings.password.new"), f.password),
			ui.Field(f.t("wizard.person.again"), f.again)),
		f.note(f.t("settings.password.note")),
		container.NewBorder(nil, nil, nil, ui.NewPrimary(f.t("settings.password.change"), f.change))))
}

func (f *passwordForm) change() {
	if f.password.Text != f.again.Text {
		f.env.Notices.Refused(f.t("wizard.person.differ"))
		return
	}
	old, password := f.old.Text, f.password.Text
	f.act(func(ctx context.Context) error { return f.env.Session.ChangePassword(ctx, old, password) },
		peopleSection, f.t("settings.password.done"))
}
