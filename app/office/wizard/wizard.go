// Package wizard is the first start: it asks for the unit, its offices and its people, and founds the unit with them.
//
// Until a unit is founded nobody can sign in, so the wizard is all that a new database has to show. It keeps what was
// typed on every step, whichever way one goes, and writes nothing before the last button: then there is all of it, keys
// included, or nothing.
package wizard

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/data/desk"
)

// Options are what a wizard works with. Done is called on the main goroutine when the unit is founded, with the
// administrator who founded it: that person goes on without signing in once more.
type Options struct {
	Desk    *desk.Desk
	Words   words.Words
	Now     func() time.Time
	Loader  *ui.Loader
	Notices *ui.Notices
	After   func(time.Duration, func()) (cancel func())
	Done    func(founder desk.Newcomer)
}

// Wizard leads through the four steps.
type Wizard struct {
	opt    Options
	reader *ui.Loader // what is in the database already
	worker *ui.Loader // founds the unit

	set     *setChoice
	unit    *unitStep
	offices *officeStep
	people  *peopleStep
	finish  *finishStep
	steps   []step
	at      int
	busy    bool

	head, page *fyne.Container
	body       fyne.CanvasObject
	scroll     *container.Scroll
	back, next *ui.Button
	root       fyne.CanvasObject
}

// step is one page of the wizard.
type step interface {
	name() string
	detail() string // what the step bar says about it once it is done
	object() fyne.CanvasObject
	enter()      // takes over what other steps say
	check() bool // shows what is missing beside the fields
}

// widest is the width of the column of fields, so that a line of them stays readable on a wide screen.
const widest float32 = 1040

// New makes the wizard at its first step and reads what the database holds of the unit already.
func New(opt Options) *Wizard {
	z := &Wizard{opt: opt, reader: opt.Loader.Again(), worker: opt.Loader.Again()}
	z.set = newSetChoice(opt.Words)
	z.unit = newUnitStep(opt.Words, z.set.card)
	z.offices = newOfficeStep(opt.Words)
	z.people = newPeopleStep(opt.Words, z.offices)
	z.finish = newFinishStep(z)
	z.steps = []step{z.unit, z.offices, z.people, z.finish}
	z.head, z.page = container.NewStack(), container.NewStack()
	z.scroll, z.body = scrolled(container.NewVBox(z.page), opt.After)
	z.back = ui.NewButton(opt.Words.T("wizard.back"), z.Back)
	z.next = ui.NewButton(opt.Words.T("wizard.next"), z.Next)
	z.next.Importance = widget.HighImportance
	z.root = z.layout()
	z.show()
	z.load()
	return z
}

// Object is what the window shows.
func (z *Wizard) Object() fyne.CanvasObject { return z.root }

func (z *Wizard) layout() fyne.CanvasObject {
	w := z.opt.Words
	title := ui.Line(14, ui.Serif(w.T("wizard.brand"), 26, ui.Red()), ui.Bold(w.T("wizard.title"), ui.SizeTitle, ui.Ink()),
		ui.Text(w.T("wizard.about"), ui.SizeText, ui.SecondInk()))
	foot := container.NewBorder(nil, nil, wide(110, z.back), wide(150, z.next))
	return ui.Pad(20, 18, 22, 22, container.New(narrow{widest}, container.NewBorder(
		container.NewVBox(title, ui.Pad(10, 10, 0, 0, z.head)), ui.Pad(12, 0, 0, 0, foot), nil, nil, z.body)))
}

// Next goes to the next step when this one is complete; from the last one it founds the unit.
func (z *Wizard) Next() {
	if z.busy {
		return
	}
	if !z.steps[z.at].check() {
		z.scroll.ScrollToTop() // where the page says what is missing
		return
	}
	if z.at == len(z.steps)-1 {
		z.found()
		return
	}
	z.at++
	z.show()
}

// Back goes to the step before. Nothing typed is lost, complete or not.
func (z *Wizard) Back() {
	if z.busy || z.at == 0 {
		return
	}
	z.at--
	z.show()
}

func (z *Wizard) show() {
	now := z.steps[z.at]
	now.enter()
	z.showSteps()
	z.page.Objects = []fyne.CanvasObject{now.object()}
	z.page.Refresh()
	z.scroll.Refresh()
	z.scroll.ScrollToTop()
	z.next.SetText(z.opt.Words.T("wizard.next"))
	if z.at == len(z.steps)-1 {
		z.next.SetText(z.opt.Words.T("wizard.found"))
	}
	z.enable()
}

func (z *Wizard) showSteps() {
	views := make([]ui.StepView, len(z.steps))
	for i, s := range z.steps {
		views[i] = ui.StepView{Name: s.name(), State: ui.StepAhead}
		switch {
		case i < z.at:
			views[i].State, views[i].Detail = ui.StepDone, s.detail()
		case i == z.at:
			views[i].State = ui.StepNow
		}
	}
	z.head.Objects = []fyne.CanvasObject{ui.Steps(views)}
	z.head.Refresh()
}

func (z *Wizard) enable() {
	z.back.Enable()
	z.next.Enable()
	if z.busy {
		z.next.Disable()
	}
	if z.busy || z.at == 0 {
		z.back.Disable()
	}
}

// begun is what a database holds before its unit is founded.
type begun struct {
	unit      data.Unit
	offices   []data.Office
	catalogue data.Catalogue // the newest; without entries where there is none
}

func (z *Wizard) load() {
	ui.Load(z.reader, func(ctx context.Context) (begun, error) {
		unit, err := z.opt.Desk.Unit(ctx)
		if err != nil {
			return begun{}, err
		}
		offices, err := z.opt.Desk.Offices(ctx)
		if err != nil {
			return begun{}, err
		}
		b := begun{unit: unit, offices: offices}
		there, err := z.opt.Desk.Catalogues(ctx)
		if n := len(there); n > 0 {
			b.catalogue = there[n-1]
		}
		return b, err
	}, func(b begun, err error) {
		if err != nil {
			z.opt.Notices.Refused(z.opt.Words.Error(err))
			return
		}
		z.unit.fill(b.unit)
		z.offices.fill(b.offices)
		z.set.fill(b.catalogue)
	})
}
