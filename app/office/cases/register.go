package cases

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/data"
)

// Register is the form on which an opinion is entered. What is typed is nowhere kept until it is registered, because
// what is kept must be sealed.
type Register struct {
	env    screen.Env
	worker *ui.Loader

	received *ui.DateField
	way      *ui.Select
	item     *widget.Entry
	subject  *widget.Entry
	text     *widget.Entry
	name     *widget.Entry
	contact  *widget.Entry
	submit   *ui.Button
	root     fyne.CanvasObject
}

var (
	_ screen.Screen = (*Register)(nil)
	_ screen.Keeper = (*Register)(nil)
)

// NewRegister makes the empty form.
func NewRegister(env screen.Env) *Register {
	w := env.Words
	r := &Register{
		env: env, worker: env.Loader.Again(), received: env.DateField(), item: widget.NewEntry(),
		subject: widget.NewEntry(), text: ui.Area(w.T("cases.text.hint"), 9), name: widget.NewEntry(), contact: widget.NewEntry(),
	}
	r.received.SetDate(string(data.DateOf(env.Now())))
	var ways []string
	for _, way := range data.OpinionWays() {
		ways = append(ways, w.T("opinion.way."+string(way)))
	}
	r.way = ui.NewSelect(ways, nil)
	r.way.SetSelectedIndex(0)
	r.item.SetPlaceHolder(w.T("cases.item.hint"))
	r.name.SetPlaceHolder(w.T("cases.name.hint"))
	r.contact.SetPlaceHolder(w.T("cases.contact.hint"))
	r.submit = ui.NewPrimary(w.T("cases.register.do"), r.register)
	r.root = r.layout()
	return r
}

// formWidth is how wide the form is at most: a line of a letter that is longer is hard to read.
const formWidth float32 = 900

func (r *Register) layout() fyne.CanvasObject {
	w := r.env.Words
	back := ui.NewLinkIn(w.T("area.cases")+" ›", ui.SizeText, ui.SecondInk(), r.back)
	head := ui.Frame(nil, nil, ui.Line(12, back, ui.Bold(w.T("cases.register"), ui.SizeTitle, ui.Ink())), nil, ui.Space(1, 34))
	open := ui.Card(w.T("cases.open.title"), ui.Text(w.T("cases.open.hint"), ui.SizeSmall, ui.SecondInk()), ui.Column(10,
		ui.Columns(2, ui.Gap, ui.Named(w.T("cases.received"), r.received), ui.Named(w.T("cases.way"), r.way)),
		ui.Named(w.T("cases.item"), r.item)))
	letter := ui.Card(w.T("cases.letter"), ui.Badge(w.T("cases.sealed"), ui.Ruling), ui.Column(10,
		ui.Note(w.T("cases.sealed.hint"), false),
		ui.Named(w.T("cases.subject"), r.subject), ui.Named(w.T("cases.text"), r.text),
		ui.Columns(2, ui.Gap, ui.Named(w.T("cases.name"), r.name), ui.Named(w.T("cases.contact"), r.contact))))
	buttons := ui.Line(10, r.submit, ui.NewButton(w.T("items.close"), r.back))
	form := ui.Column(ui.Gap, open, letter, buttons)
	scroll := ui.ScrollingForm(ui.Frame(nil, nil, ui.AtLeast(formWidth, ui.Pad(4, 18, 4, 0, form)), nil, ui.Space(1, 1)), r.env.After)
	return ui.Frame(ui.Pad(18, ui.Gap, 22, 22, head), nil, nil, nil, ui.Pad(-4, 0, 18, 22, scroll))
}

// Object is what the desk shows.
func (r *Register) Object() fyne.CanvasObject { return r.root }

// Load reads nothing: the form is empty, or as it was left.
func (r *Register) Load() {}

// Leave takes what was typed off the form.
func (r *Register) Leave() { r.clear() }

// Keep tells that what was typed is not registered.
func (r *Register) Keep(then func(error)) {
	if typed(r.subject, r.text, r.name, r.contact) {
		then(data.Refuse(data.ErrRefused, "opinion.unregistered"))
		return
	}
	then(nil)
}

func (r *Register) clear() {
	for _, e := range []*widget.Entry{r.item, r.subject, r.text, r.name, r.contact} {
		e.SetText("")
	}
}

func (r *Register) back() { r.env.Go(screen.Route{Area: screen.Cases}) }

// register seals and enters what was typed, and opens the opinion's page.
func (r *Register) register() {
	said := data.OpinionSaid{
		ReceivedOn: data.Date(r.received.Date()), Way: data.OpinionWays()[max(0, r.way.SelectedIndex())], ItemNumber: strings.TrimSpace(r.item.Text),
	}
	text := data.OpinionText{Subject: r.subject.Text, Text: r.text.Text, Name: r.name.Text, Contact: r.contact.Text}
	r.submit.Disable()
	ui.Load(r.worker, func(ctx context.Context) (data.Opinion, error) {
		return r.env.Session.RegisterOpinion(ctx, said, text)
	}, func(o data.Opinion, err error) {
		r.submit.Enable()
		if err != nil {
			r.env.Refused(err)
			return
		}
		r.clear()
		r.env.Go(screen.Route{Area: screen.Cases, Number: o.Number})
		r.env.Notices.Done(r.env.Words.T("cases.registered", o.Number, r.env.Words.Date(o.Due)))
	})
}
