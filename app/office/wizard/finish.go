package wizard

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/desk"
)

// finishStep shows once more what was typed and founds the unit.
type finishStep struct {
	wizard *Wizard
	failed *complaint
	page   *fyne.Container
}

func newFinishStep(z *Wizard) *finishStep {
	return &finishStep{wizard: z, failed: newComplaint(z.opt.Words), page: container.NewStack()}
}

func (s *finishStep) name() string              { return s.wizard.opt.Words.T("wizard.finish") }
func (s *finishStep) detail() string            { return "" }
func (s *finishStep) object() fyne.CanvasObject { return s.page }
func (s *finishStep) check() bool               { return true }

// enter sums up what the other steps say.
func (s *finishStep) enter() {
	z := s.wizard
	w, u := z.opt.Words, z.unit.unit()
	s.failed.show("")
	var offices []string
	for _, o := range z.offices.offices() {
		offices = append(offices, o.Name)
	}
	var pairs []fyne.CanvasObject
	add := func(label, text string) {
		if text == "" {
			text = w.T("wizard.none")
		}
		pairs = append(pairs, container.NewVBox(ui.Pad(7, 0, 0, 12, ui.Text(label, ui.SizeText, ui.SecondInk()))), ui.Paragraph(text))
	}
	add(w.T("wizard.unit.name"), u.Name)
	add(w.T("wizard.unit.superior"), u.Superior)
	add(w.T("wizard.unit.issuer"), u.Issuer)
	add(w.T("wizard.contact"), joined(w.T("wizard.comma"), u.Contact.Office, u.Contact.Phone, u.Contact.Address, u.Contact.Mailbox))
	add(w.T("wizard.offices"), strings.Join(offices, w.T("wizard.and")))
	add(w.T("wizard.set"), w.T("wizard.set.line", z.set.chosen().name, z.set.counted()))
	label := w.T("wizard.people")
	for _, n := range z.people.newcomers() {
		add(label, s.line(n.Person))
		label = ""
	}
	s.page.Objects = []fyne.CanvasObject{ui.Card(w.T("wizard.finish.title"), nil, ui.Column(8,
		note(w, w.T("wizard.finish.note")), s.failed.place, container.New(layout.NewFormLayout(), pairs...)))}
	s.page.Refresh()
}

// line is one person: name, office, duty and what the person does.
func (s *finishStep) line(p data.Person) string {
	w := s.wizard.opt.Words
	var roles []string
	for _, r := range p.Roles {
		roles = append(roles, w.T("role."+string(r)))
	}
	return w.T("wizard.person.line", joined(w.T("wizard.comma"), p.Name, p.OfficeID, p.Duty), strings.Join(roles, w.T("wizard.and")))
}

func joined(by string, parts ...string) string {
	var there []string
	for _, part := range parts {
		if part != "" {
			there = append(there, part)
		}
	}
	return strings.Join(there, by)
}

// found founds the unit beside the main goroutine: a password costs about a fifth of a second for each person, on
// purpose, so that nobody can try many.
func (z *Wizard) found() {
	setup := desk.Setup{
		Unit: z.unit.unit(), Offices: z.offices.offices(), People: z.people.newcomers(),
		Catalogue: z.set.catalogue(data.DateOf(z.opt.Now())),
	}
	z.busy = true
	z.enable()
	z.next.SetText(z.opt.Words.T("wizard.founding"))
	z.finish.failed.hint(z.opt.Words.T("wizard.patience"), ui.Waiting)
	ui.Load(z.worker, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, z.opt.Desk.Found(ctx, setup)
	}, func(_ struct{}, err error) {
		z.busy = false
		z.next.SetText(z.opt.Words.T("wizard.found"))
		z.enable()
		if err != nil {
			z.finish.failed.show(z.opt.Words.Error(err))
			return
		}
		z.finish.failed.show("")
		at := slices.IndexFunc(setup.People, func(n desk.Newcomer) bool { return slices.Contains(n.Person.Roles, data.Admin) })
		z.opt.Done(setup.People[at]) // without an administrator nothing is founded
	})
}
