package cases

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/desk"
)

// Page is one opinion: what everybody may know and what this person may do at the left, at the right what was written,
// for those who may read it.
type Page struct {
	env    screen.Env
	number string
	loader *ui.Loader // reads
	worker *ui.Loader // acts

	head   *fyne.Container
	steps  *fyne.Container
	left   *fyne.Container
	letter *fyne.Container
	root   fyne.CanvasObject

	facts facts
	panel *panel
	gone  bool // the page was left: nothing is put on it any more
	proof bool // the days that the last day was counted by are unfolded
}

// facts is what the page shows, as read in one go.
type facts struct {
	desk.OpinionView
	sheets []desk.OpinionSheet
	sealed error // why this person cannot read, nil for who can
	people map[string]string
	title  string // of the item that it is about
}

var (
	_ screen.Screen = (*Page)(nil)
	_ screen.Keeper = (*Page)(nil)
)

// leftWidth is the width of the column of facts and acts, in device-independent pixels.
const leftWidth float32 = 520

// NewPage makes the page of an opinion.
func NewPage(env screen.Env, number string) *Page {
	p := &Page{
		env: env, number: number, loader: env.Loader.Again(), worker: env.Loader.Again(),
		head: container.NewStack(), steps: container.NewStack(), left: container.NewVBox(), letter: container.NewVBox(),
	}
	side := container.NewVScroll(ui.Pad(0, 18, 22, 7, p.left))
	side.SetMinSize(fyne.NewSize(leftWidth+29, 200))
	p.root = ui.Frame(ui.Column(12, ui.Pad(18, 0, 22, 22, p.head), ui.Pad(0, 14, 22, 22, p.steps)), nil, side, nil,
		container.NewVScroll(ui.Pad(0, 18, 7, 22, p.letter)))
	return p
}

// Object is what the desk shows.
func (p *Page) Object() fyne.CanvasObject { return p.root }

// Keep tells that what is typed for an act is not signed yet.
func (p *Page) Keep(then func(error)) {
	if p.panel != nil && p.panel.typed() {
		then(data.Refuse(data.ErrRefused, "opinion.unsigned"))
		return
	}
	then(nil)
}

// Leave stops what is being read and takes what was written off the page.
func (p *Page) Leave() {
	p.gone = true
	p.loader.Stop()
	p.facts, p.panel = facts{}, nil
	for _, place := range []*fyne.Container{p.head, p.steps, p.left, p.letter} {
		place.Objects = nil
		place.Refresh()
	}
}

// Load reads the opinion anew.
func (p *Page) Load() {
	if !p.gone {
		ui.Load(p.loader, p.read, p.show)
	}
}

func (p *Page) read(ctx context.Context) (facts, error) {
	var f facts
	var err error
	if f.OpinionView, err = p.env.Session.Opinion(ctx, p.number); err != nil {
		return f, err
	}
	if f.people, err = names(ctx, p.env.Desk); err != nil {
		return f, err
	}
	if n := f.Opinion.ItemNumber; n != "" {
		if it, err := p.env.Desk.Item(ctx, n); err == nil { // one that is gone is told by its number
			f.title = it.Title
		}
	}
	if f.MayRead {
		f.sheets, f.sealed = p.env.Session.ReadOpinion(ctx, p.number)
	}
	return f, nil
}

func (p *Page) show(f facts, err error) {
	if err != nil {
		p.env.Refused(err)
		return
	}
	typing := p.panel != nil && p.panel.typed() && len(f.Steps) == len(p.facts.Steps)
	p.facts = f
	if typing {
		return // the form stays, with the caret where it is
	}
	p.head.Objects = []fyne.CanvasObject{p.headLine()}
	p.steps.Objects = []fyne.CanvasObject{ui.Steps(p.course())}
	var column []fyne.CanvasObject
	if f.Broken != nil {
		column = append(column, ui.AccentCard(ui.Red(), ui.Paragraph(p.env.Words.Error(f.Broken))))
	}
	p.panel = newPanel(p)
	column = append(column, p.panel.card(), p.factCard(), p.historyCard())
	p.left.Objects = []fyne.CanvasObject{ui.Column(ui.Gap, column...)}
	p.letter.Objects = []fyne.CanvasObject{p.letterCard()}
	p.root.Refresh()
	p.left.Refresh()
	p.letter.Refresh()
}

// headLine is number, state, and how many days are left.
func (p *Page) headLine() fyne.CanvasObject {
	w, o := p.env.Words, p.facts.Opinion
	back := ui.NewLinkIn(w.T("area.cases")+" ›", ui.SizeText, ui.SecondInk(), func() { p.env.Go(screen.Route{Area: screen.Cases}) })
	left := ui.Line(12, back, ui.Bold(o.Number, ui.SizeTitle, ui.Ink()), ui.Badge(w.T("opinion.state."+string(o.State)), screen.OpinionTone(o.State)))
	if o.IsOpen() {
		left.Add(ui.Badge(screen.OpinionLeft(w, p.env.Calendar, o, data.DateOf(p.env.Now()))))
	}
	return ui.Frame(nil, nil, left, nil, ui.Space(1, 34))
}

// course is registration, assignment, handling and answer, with who and when.
func (p *Page) course() []ui.StepView {
	w := p.env.Words
	var steps []ui.StepView
	now := true
	for _, act := range []data.OpinionAct{data.OpinionRegister, data.OpinionAssign, data.OpinionHandle, data.OpinionAnswer} {
		view := ui.StepView{Name: w.T("opinion.act." + string(act)), Detail: w.T("cases.step." + string(act))}
		step, done := p.last(act)
		if act == data.OpinionHandle {
			done = done && p.facts.Opinion.Handled
		}
		switch {
		case done:
			view.State, view.Detail = ui.StepDone, step.Person+" · "+p.when(step)
		case now:
			view.State, now = ui.StepNow, false
		}
		steps = append(steps, view)
	}
	return steps
}

func (p *Page) last(act data.OpinionAct) (data.OpinionStep, bool) {
	for _, step := range slices.Backward(p.facts.Steps) {
		if step.Act == act {
			return step, true
		}
	}
	return data.OpinionStep{}, false
}

func (p *Page) when(step data.OpinionStep) string {
	return p.env.Words.ShortDate(data.DateOf(step.At)) + " " + step.At.In(data.Shanghai()).Format("15:04")
}
