package wizard

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/data/desk"
)

// peopleStep asks who does what, with a first password for everybody.
type peopleStep struct {
	words   words.Words
	offices *officeStep
	rows    []*personRow
	list    *fyne.Container
	vacant  *complaint // which duties nobody has yet; it stays up to date while one types
	missing *complaint
	page    fyne.CanvasObject
}

// needed are the duties without which nothing can be disclosed: somebody proposes, checks, approves, and keeps the
// names (S3).
func needed() []data.Role {
	return []data.Role{data.Clerk, data.Checker, data.Approver, data.Admin}
}

// fewest is how many people there must be: nobody checks or approves what they proposed themselves.
const fewest = 2

// usualPlaces are the people with whom a unit usually begins: who sets the program up proposes too, two of the
// 党务公开办公室 check and see to meetings and the board, a leader approves. A row that is left alone is nobody.
func usualPlaces() []place {
	return []place{
		{"组织人事股", []data.Role{data.Clerk, data.Admin}},
		{"党务公开办公室", []data.Role{data.Checker}},
		{"局领导", []data.Role{data.Approver}},
		{"党务公开办公室", []data.Role{data.Checker}},
	}
}

func newPeopleStep(w words.Words, offices *officeStep) *peopleStep {
	s := &peopleStep{words: w, offices: offices, list: container.NewStack(), vacant: newComplaint(w), missing: newComplaint(w)}
	for _, usual := range usualPlaces() {
		s.rows = append(s.rows, newPersonRow(s, usual))
	}
	s.page = ui.Card(w.T("wizard.people"), ui.NewLink(w.T("wizard.people.add"), s.add), ui.Column(10,
		note(w, w.T("wizard.people.note")), s.vacant.place, s.missing.place, s.list))
	s.draw()
	return s
}

func (s *peopleStep) add() {
	s.rows = append(s.rows, newPersonRow(s, place{}))
	s.draw()
}

func (s *peopleStep) remove(row *personRow) {
	s.rows = slices.DeleteFunc(s.rows, func(r *personRow) bool { return r == row })
	s.draw()
	s.changed()
}

func (s *peopleStep) draw() {
	parts := make([]fyne.CanvasObject, 0, 2*len(s.rows))
	for _, r := range s.rows {
		parts = append(parts, ui.Hair(ui.RowLine()), r.object())
	}
	s.list.Objects = []fyne.CanvasObject{ui.Column(10, parts...)}
	s.list.Refresh()
}

// begun are the rows in which something was typed.
func (s *peopleStep) begun() []*personRow {
	var begun []*personRow
	for _, r := range s.rows {
		if r.begun() {
			begun = append(begun, r)
		}
	}
	return begun
}

// newcomers are the people as the desk takes them.
func (s *peopleStep) newcomers() []desk.Newcomer {
	var people []desk.Newcomer
	for _, r := range s.begun() {
		people = append(people, desk.Newcomer{Person: r.person(), Password: r.password.Text})
	}
	return people
}

// vacancies names the needed duties that nobody has.
func (s *peopleStep) vacancies() string {
	var names []string
	for _, role := range needed() {
		has := func(r *personRow) bool { return slices.Contains(r.person().Roles, role) }
		if !slices.ContainsFunc(s.begun(), has) {
			names = append(names, s.words.T("role."+string(role)))
		}
	}
	return strings.Join(names, s.words.T("wizard.and"))
}

func (s *peopleStep) changed() {
	if s.list == nil || len(s.rows) == 0 {
		return // the first rows are being made
	}
	// There is always a line, so that the fields do not move away from under the mouse when the last duty is given.
	text, tone := s.words.T("wizard.people.complete"), ui.Good
	if names := s.vacancies(); names != "" {
		text, tone = s.words.T("wizard.people.vacant", names), ui.Waiting
	}
	if text != s.vacant.text {
		s.vacant.hint(text, tone)
	}
}

func (s *peopleStep) name() string              { return s.words.T("wizard.people") }
func (s *peopleStep) detail() string            { return s.words.T("wizard.people.count", len(s.begun())) }
func (s *peopleStep) object() fyne.CanvasObject { return s.page }

// enter offers the offices as they are now called.
func (s *peopleStep) enter() {
	for _, r := range s.rows {
		r.offer(s.offices.named())
	}
	s.changed()
}

func (s *peopleStep) check() bool {
	s.changed()
	var wrong []string
	seen := map[string]bool{}
	for i, r := range s.rows {
		text := r.problem()
		if p := r.person(); text == "" && r.begun() {
			if seen[p.OfficeID+"\n"+p.Name] {
				text = s.words.Error(data.Refuse(data.ErrRefused, "person.twin", p.Name))
			}
			seen[p.OfficeID+"\n"+p.Name] = true
		}
		if !r.missing.show(text) {
			wrong = append(wrong, s.words.T("wizard.people.row", i+1))
		}
	}
	switch {
	case len(wrong) > 0:
		return s.missing.show(s.words.T("wizard.people.see", strings.Join(wrong, s.words.T("wizard.and"))))
	case len(s.begun()) < fewest:
		return s.missing.show(s.words.T("wizard.people.few", fewest))
	case s.vacancies() != "":
		return s.missing.show(s.words.T("wizard.people.fill", s.vacancies()))
	default:
		return s.missing.show("")
	}
}
