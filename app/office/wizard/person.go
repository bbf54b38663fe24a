package wizard

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// personRow is one person as typed.
type personRow struct {
	step            *peopleStep
	title, duty     *widget.Entry
	password, again *widget.Entry
	office          *ui.Select
	chosen          *officeRow   // the office, kept by its row and not by its name
	offered         []*officeRow // what the select offers, in its order
	roles           map[data.Role]*widget.Check
	missing         *complaint
	twice           fyne.CanvasObject // the password once more: who administers has nobody to set it anew
	view            fyne.CanvasObject
}

// place is what a row is for at first: its duties and the office where such people usually are.
type place struct {
	office string
	roles  []data.Role
}

func newPersonRow(s *peopleStep, usual place) *personRow {
	w := s.words
	r := &personRow{step: s, roles: map[data.Role]*widget.Check{}, missing: newComplaint(w)}
	r.title, r.duty = entry(""), entry("")
	r.password, r.again = widget.NewPasswordEntry(), widget.NewPasswordEntry()
	r.office = ui.NewSelect(nil, r.choose)
	r.office.PlaceHolder = w.T("wizard.person.office.hint")
	var checks []fyne.CanvasObject
	for _, role := range data.Roles() {
		check := widget.NewCheck(w.T("role."+string(role)), nil)
		check.Checked = slices.Contains(usual.roles, role)
		check.OnChanged = func(bool) { r.rolesChanged() }
		r.roles[role] = check
		checks = append(checks, check)
	}
	r.title.OnChanged = func(string) { s.changed() }
	remove := ui.NewLinkIn(w.T("wizard.remove"), ui.SizeSmall, ui.SecondInk(), func() { s.remove(r) })
	r.twice = ui.Field(w.T("wizard.person.again"), r.again)
	fields := container.New(shares{1.2, 1.5, 1.3, 1.4, 1.4},
		ui.Field(w.T("wizard.person.name"), r.title), ui.Field(w.T("wizard.person.office"), r.office),
		ui.Field(w.T("wizard.person.duty"), r.duty), ui.Field(w.T("wizard.person.password"), r.password),
		container.NewStack(r.twice))
	r.view = ui.Column(4, r.missing.place, fields, container.NewBorder(nil, nil, ui.Line(6, checks...), ui.Line(0, remove)))
	for _, o := range s.offices.named() {
		if o.title() == usual.office {
			r.chosen = o
		}
	}
	r.offer(s.offices.named())
	r.rolesChanged()
	return r
}

// rolesChanged asks for the password once more from who administers, and only there: every other password an
// administrator can set anew.
func (r *personRow) rolesChanged() {
	r.twice.Show()
	if !r.administers() {
		r.twice.Hide()
	}
	r.step.changed()
}

func (r *personRow) administers() bool { return r.roles[data.Admin].Checked }

func (r *personRow) object() fyne.CanvasObject { return r.view }

// offer puts the offices into the select and keeps the chosen one, whatever it is called now.
func (r *personRow) offer(offices []*officeRow) {
	r.offered = offices
	names := make([]string, len(offices))
	at := -1
	for i, o := range offices {
		names[i] = o.title()
		if o == r.chosen {
			at = i
		}
	}
	r.office.Options = names
	if at < 0 {
		r.chosen = nil
		r.office.ClearSelected()
		return
	}
	r.office.SetSelectedIndex(at)
	r.office.Refresh()
}

func (r *personRow) choose(string) {
	if i := r.office.SelectedIndex(); i >= 0 && i < len(r.offered) {
		r.chosen = r.offered[i]
	}
}

// begun tells whether something was typed for this person; a row that was left alone is nobody.
func (r *personRow) begun() bool {
	return strings.TrimSpace(r.title.Text+r.duty.Text) != "" || r.password.Text != "" || r.again.Text != ""
}

func (r *personRow) person() data.Person {
	p := data.Person{Name: strings.TrimSpace(r.title.Text), Duty: strings.TrimSpace(r.duty.Text)}
	if r.chosen != nil {
		p.OfficeID = r.chosen.title()
	}
	for _, role := range data.Roles() {
		if r.roles[role].Checked {
			p.Roles = append(p.Roles, role)
		}
	}
	return p
}

// problem says what is wrong with the row; nothing where it is complete or was left alone.
func (r *personRow) problem() string {
	w := r.step.words
	if !r.begun() {
		return ""
	}
	p := r.person()
	if p.Name == "" {
		return w.T("wizard.person.noname")
	}
	p.From = unstarted // the desk puts in the day of founding; the rest of the rule is the field's
	if err := p.Check(); err != nil {
		return w.Error(err)
	}
	if err := data.CheckPassword(r.password.Text); err != nil {
		return w.Error(err)
	}
	if r.administers() && r.password.Text != r.again.Text {
		return w.T("wizard.person.differ")
	}
	return ""
}

// unstarted stands for the day of office while a person is being entered.
const unstarted data.Date = "0001-01-01"
