package cases

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
)

// panel is where a person does what is theirs to do now. The act that the opinion waits for has its form open; every
// other opens its own when its button is pressed. Only what the desk allows is there.
type panel struct {
	page    *Page
	open    data.OpinionAct // whose form is shown, "" for none
	place   *fyne.Container
	text    *widget.Entry
	to      *ui.Select
	publish *widget.Check
	pressed []*ui.Button // dead while an act is under way, so that none is done twice
}

func newPanel(p *Page) *panel {
	a := &panel{page: p, place: container.NewStack()}
	a.turn(a.main())
	return a
}

// main is the act that brings the opinion on, where it is this person's; "" where it is not.
func (a *panel) main() data.OpinionAct {
	o := a.page.facts.Opinion
	wanted := data.OpinionAssign
	switch {
	case o.State == data.OpinionInHand && o.Handled:
		wanted = data.OpinionAnswer
	case o.State == data.OpinionInHand:
		wanted = data.OpinionHandle
	case o.State == data.OpinionAnswered:
		return ""
	}
	for _, act := range a.page.facts.Acts {
		if act == wanted {
			return act
		}
	}
	return ""
}

func (a *panel) card() fyne.CanvasObject {
	title := a.page.env.Words.T("items.progress")
	if main := a.main(); main != "" {
		title = a.page.env.Words.T("cases.card." + string(main))
	}
	return ui.Card(title, nil, a.place)
}

// turn opens the form of an act; "" closes it.
func (a *panel) turn(act data.OpinionAct) {
	a.open = act
	a.pressed, a.text, a.to, a.publish = nil, nil, nil, nil
	var rows []fyne.CanvasObject
	if a.main() == "" {
		rows = append(rows, ui.Flush(ui.Muted(a.next())))
	}
	rows = append(rows, a.form()...)
	if buttons := a.buttons(); len(buttons) > 0 {
		rows = append(rows, ui.ColumnsIn(leftWidth-40, 10, buttons...))
	}
	a.place.Objects = []fyne.CanvasObject{ui.Column(10, rows...)}
	a.place.Refresh()
	a.page.left.Refresh()
}

// next says for whom the opinion waits.
func (a *panel) next() string {
	w, o := a.page.env.Words, a.page.facts.Opinion
	if o.State == data.OpinionInHand {
		return w.T("cases.next.in_hand", a.page.facts.people[o.AssignedID])
	}
	return w.T("cases.next." + string(o.State))
}

// form is what the open act asks for.
func (a *panel) form() []fyne.CanvasObject {
	w := a.page.env.Words
	if a.open == "" {
		return nil
	}
	var rows []fyne.CanvasObject
	switch a.open {
	case data.OpinionAssign:
		rows = append(rows, ui.Named(w.T("cases.assigned"), a.choose(a.page.facts.Assignable)))
	case data.OpinionShare:
		rows = append(rows, ui.Named(w.T("cases.shareto"), a.choose(a.page.facts.Shareable)))
	default:
		a.text = ui.Area(w.T("cases.hint."+string(a.open)), 5)
		rows = append(rows, a.text)
	}
	if a.open == data.OpinionAnswer {
		if a.page.facts.Opinion.ReceiptID != "" {
			rows = append(rows, ui.Note(w.T("cases.receipt.answer"), w.Language == words.English))
		}
		a.publish = widget.NewCheck(w.T("cases.publish"), nil)
		rows = append(rows, a.publish)
	}
	return rows
}

// choose is a list of people to pick one from.
func (a *panel) choose(people []data.Person) *ui.Select {
	var names []string
	for _, p := range people {
		name := p.Name
		if p.Duty != "" {
			name += a.page.env.Words.T("list.comma") + p.Duty
		}
		names = append(names, name)
	}
	a.to = ui.NewSelect(names, nil)
	a.to.PlaceHolder = a.page.env.Words.T("cases.choose")
	return a.to
}

// buttons are the acts that the desk allows: of the form that is open the one that signs.
func (a *panel) buttons() []fyne.CanvasObject {
	w := a.page.env.Words
	var buttons []fyne.CanvasObject
	add := func(b *ui.Button) {
		a.pressed = append(a.pressed, b)
		buttons = append(buttons, b)
	}
	if a.open != "" {
		add(ui.NewPrimary(w.T("cases.do."+string(a.open)), a.do))
		if a.open != a.main() {
			add(ui.NewButton(w.T("items.close"), func() { a.turn(a.main()) }))
			return buttons
		}
	}
	for _, act := range a.page.facts.Acts {
		if act != a.open {
			add(ui.NewButton(w.T("cases.open."+string(act)), func() { a.turn(act) }))
		}
	}
	return buttons
}

// typed tells whether something is written for an act that is not signed yet.
func (a *panel) typed() bool { return a.text != nil && typed(a.text) }

// do does the open act, signed, and shows what came of it.
func (a *panel) do() {
	p, act := a.page, a.open
	sign := a.act()
	a.enable(false)
	ui.Load(p.worker, sign, func(o data.Opinion, err error) {
		a.enable(true)
		if err != nil {
			p.env.Refused(err)
			return
		}
		if a.text != nil {
			a.text.SetText("")
		}
		p.Load()
		p.env.Notices.Done(p.env.Words.T("cases.done." + string(act)))
		if o.ReceiptID != "" {
			p.env.Issue()
		}
	})
}

// act is the open act with what was filled in.
func (a *panel) act() func(context.Context) (data.Opinion, error) {
	by, number, act := a.page.env.Session, a.page.number, a.open
	text, to, publish := "", a.chosen(), a.publish != nil && a.publish.Checked
	if a.text != nil {
		text = a.text.Text
	}
	return func(ctx context.Context) (data.Opinion, error) {
		switch act {
		case data.OpinionAssign:
			return by.AssignOpinion(ctx, number, to)
		case data.OpinionShare:
			return by.ShareOpinion(ctx, number, to)
		case data.OpinionHandle:
			return by.HandleOpinion(ctx, number, text)
		case data.OpinionExtend:
			return by.ExtendOpinion(ctx, number, text)
		default:
			return by.AnswerOpinion(ctx, number, text, publish)
		}
	}
}

// chosen is the ID of who was picked, "" for nobody.
func (a *panel) chosen() string {
	list := a.page.facts.Assignable
	if a.open == data.OpinionShare {
		list = a.page.facts.Shareable
	}
	if a.to == nil || a.to.SelectedIndex() < 0 {
		return ""
	}
	return list[a.to.SelectedIndex()].ID
}

func (a *panel) enable(on bool) {
	for _, button := range a.pressed {
		if on {
			button.Enable()
		} else {
			button.Disable()
		}
	}
}
