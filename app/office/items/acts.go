package items

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// actPanel is where a person does what is theirs to do now. The deed that the item waits for has its form open; every
// other opens its own when its button is pressed. Only what the desk allows is there.
type actPanel struct {
	page    *Page
	deeds   []deed
	open    deed // whose form is shown, "" for none
	form    form
	place   *fyne.Container
	pressed []*ui.Button // dead while a deed is under way, so that none is done twice
	layout  func(form []fyne.CanvasObject, buttons fyne.CanvasObject) fyne.CanvasObject
}

func newActPanel(p *Page) *actPanel {
	status := p.facts.item.StatusOn(data.DateOf(p.env.Now()))
	a := &actPanel{page: p, place: container.NewStack(), deeds: deedsOf(p.facts.acts, status)}
	if a.leads() && !a.deeds[0].lone() {
		a.open = a.deeds[0]
	}
	return a
}

// leads tells whether the first deed brings the item on; the others take it back and ask nobody to press them.
func (a *actPanel) leads() bool {
	status := a.page.facts.item.StatusOn(data.DateOf(a.page.env.Now()))
	return len(a.deeds) > 0 && a.deeds[0] == deed(data.Awaited(status))
}

// actCard shows what this person may do now, who is next, and what is to be done by when.
func (p *Page) actCard() fyne.CanvasObject {
	w := p.env.Words
	a := newActPanel(p)
	title := w.T("items.progress")
	if a.open != "" {
		title = w.T("actcard." + string(a.open))
	}
	a.layout = func(form []fyne.CanvasObject, buttons fyne.CanvasObject) fyne.CanvasObject {
		var rows []fyne.CanvasObject
		switch {
		case p.facts.item.Status == data.Returned: // what was sent back: why
			rows = append(rows, ui.Flush(ui.Paragraph(p.sentBack())))
		case !a.leads(): // who is next; where it is this person the form says so
			rows = append(rows, ui.Flush(ui.Muted(p.nextLine())))
		}
		rows = append(rows, p.dutyLines()...)
		rows = append(rows, form...)
		if buttons != nil {
			rows = append(rows, buttons)
		}
		return ui.Column(10, rows...)
	}
	a.show()
	return ui.Card(title, nil, a.place)
}

// draftBar is what a draft leads to, and whether it is saved; it stays in sight under the form.
func (p *Page) draftBar() fyne.CanvasObject {
	a := newActPanel(p)
	a.open = ""
	a.layout = func(form []fyne.CanvasObject, buttons fyne.CanvasObject) fyne.CanvasObject {
		right := ui.Line(10, p.editor.saved)
		if buttons != nil {
			right.Add(buttons)
		}
		hint := ""
		if a.open == "" {
			hint = p.env.Words.T("items.attest")
		}
		bar := ui.Frame(nil, nil, nil, right, ui.Pad(0, 0, 0, 10, ui.Midway(ui.Flush(ui.Muted(hint)))))
		rows := append(slices.Clone(form), bar)
		return container.NewStack(canvas.NewRectangle(ui.White()), ui.Frame(ui.Hair(ui.Hairline()), nil, nil, nil,
			ui.Pad(9, 9, 22, 18, ui.Column(10, rows...))))
	}
	a.show()
	return a.place
}

// show draws the form that is open, and the buttons.
func (a *actPanel) show() {
	a.pressed, a.form = nil, nil
	var rows []fyne.CanvasObject
	if a.open != "" {
		a.form = a.page.formOf(a.open)
		rows = a.form.rows()
	}
	a.place.Objects = []fyne.CanvasObject{a.layout(rows, a.buttons())}
	a.place.Refresh()
	a.page.side.Refresh()
	a.page.left.Refresh()
}

// buttons are the deeds that the desk allows: of the form that is open the one that signs, and what closes it again;
// else all, the one that brings the item on in red.
func (a *actPanel) buttons() fyne.CanvasObject {
	w := a.page.env.Words
	var buttons []fyne.CanvasObject
	add := func(b *ui.Button) {
		a.pressed = append(a.pressed, b)
		buttons = append(buttons, b)
	}
	main := deed("")
	if a.leads() {
		main = a.deeds[0]
	}
	if a.open != "" {
		add(ui.NewPrimary(a.page.doing(a.open), func() { a.do(a.open) }))
		if a.open != main || a.page.editor != nil {
			add(ui.NewButton(w.T("items.close"), func() { a.turn("") }))
			return ui.Line(10, buttons...)
		}
	}
	if a.page.toHang() { // what comes after 公开 stands where 公开 stood, in sight
		add(ui.NewPrimary(w.T("items.hung"), a.page.hung))
	}
	for _, d := range a.deeds {
		switch {
		case d == a.open:
		case d.lone() || d == deed(data.ActPropose) && a.page.editor != nil:
			b := ui.NewButton(a.page.doing(d), func() { a.do(d) })
			if d == main {
				b = ui.NewPrimary(b.Text, b.OnTapped)
			}
			add(b)
		default:
			add(ui.NewButton(w.T("open."+string(d)), func() { a.turn(d) }))
		}
	}
	if len(buttons) == 0 {
		return nil
	}
	return ui.Flowing(leftWidth-cardRoom, 10, buttons...)
}

// turn opens the form of a deed; "" goes back to the one that the item waits for.
func (a *actPanel) turn(d deed) {
	a.open = d
	if d == "" && a.leads() && !a.deeds[0].lone() && a.page.editor == nil {
		a.open = a.deeds[0]
	}
	a.show()
}

// doing is what the button says that signs. Revising what was sent back is not the same to a clerk as replacing what is
// up.
func (p *Page) doing(d deed) string {
	if d == deed(data.ActRevise) && p.facts.item.Status == data.Returned {
		return p.env.Words.T("do.revise.returned")
	}
	return p.env.Words.T("do." + string(d))
}

// sentBack is who sent the item back, and why.
func (p *Page) sentBack() string {
	step, _ := p.facts.item.Step(data.ActSendBack)
	if ruled, ok := p.facts.item.Step(data.ActSuperior); ok && step.Person == "" {
		step = ruled // the superior did not agree
	}
	return p.env.Words.T("items.sentback", step.Person, p.env.Words.ShortDate(data.DateOf(step.At)), said(p.env.Words, step))
}

// do does the deed, signed, and shows what came of it. What is being typed into the draft is saved first.
func (a *actPanel) do(d deed) {
	p, seen, e := a.page, a.page.facts.item, a.page.editor
	var said data.Statement
	if a.form != nil {
		a.form.say(&said)
	}
	var s saving
	if e != nil && d == deed(data.ActPropose) {
		if err := e.ready(); err != nil {
			p.env.Refused(err)
			return
		}
	}
	if e != nil {
		s, said.Kept = e.ask(), e.guard.kept()
	}
	a.enable(false)
	ui.Run(p.env.Works, p.worker, p.doing(d), func(ctx context.Context, _ ui.Progress) (outcome, error) {
		var o outcome
		if e != nil {
			if o.saved, o.unsaved = e.vault.store(ctx, s); o.unsaved != nil {
				return o, o.unsaved
			}
			seen = o.saved
		}
		if _, err := p.perform(ctx, d, seen, said); err != nil {
			return o, err
		}
		if d.public() {
			o.late = p.env.Changed(ctx, p.env.Session)
		}
		return o, nil
	}, func(o outcome, err error) {
		a.enable(true)
		if e != nil {
			e.ended(s, o.saved, o.unsaved)
		}
		p.acted(d, o, err)
	})
}

// outcome is what came of a deed besides the deed itself.
type outcome struct {
	saved   data.Item
	unsaved error // the draft could not be saved, so the deed was not done
	late    error // the deed is done, but the public file could not be made anew
}

func (a *actPanel) enable(on bool) {
	for _, button := range a.pressed {
		if on {
			button.Enable()
		} else {
			button.Disable()
		}
	}
}

// acted shows what came of a deed.
func (p *Page) acted(d deed, o outcome, err error) {
	w := p.env.Words
	if errors.Is(err, context.Canceled) { // it may have been signed all the same: what is there is shown
		p.Load()
		p.env.Notices.Refused(w.T("items.broken"))
		return
	}
	if err != nil {
		p.env.Notices.Refused(w.Error(err))
		return
	}
	p.editor = nil
	p.Load()
	if o.late != nil {
		p.env.Notices.Refused(p.env.Late(o.late, "items.late"))
		return
	}
	p.env.Notices.Done(w.T("done." + string(d)))
}
