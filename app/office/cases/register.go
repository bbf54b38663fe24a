package cases

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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

	kind     *ui.Select
	received *ui.DateField
	way      *ui.Select
	item     *widget.Entry
	coded    *widget.Check // the person is given a receipt's code
	subject  *widget.Entry
	text     *widget.Entry
	name     *widget.Entry
	contact  *widget.Entry
	submit   *ui.Button
	slip     slip // what is to be told to the person once it is registered
	gone     bool // the form was left: nothing is put on it any more
	place    *fyne.Container
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
		env: env, worker: env.Loader.Again(), received: env.DateField(), item: widget.NewEntry(), place: container.NewStack(),
		subject: widget.NewEntry(), text: ui.Area(w.T("cases.text.hint"), 9), name: widget.NewEntry(), contact: widget.NewEntry(),
	}
	r.received.SetDate(string(data.DateOf(env.Now())))
	r.kind = ui.NewSelect(kindNames(w), nil)
	r.kind.SetSelectedIndex(0)
	var ways []string
	for _, way := range data.OpinionWays() {
		ways = append(ways, w.T("opinion.way."+string(way)))
	}
	r.coded = widget.NewCheck(w.T("cases.receipt.give"), nil)
	r.way = ui.NewSelect(ways, nil)
	r.way.SetSelectedIndex(0)
	r.way.OnChanged = func(string) { r.coded.SetChecked(spoken(r.cameBy())) }
	r.item.SetPlaceHolder(w.T("cases.item.hint"))
	r.name.SetPlaceHolder(w.T("cases.name.hint"))
	r.contact.SetPlaceHolder(w.T("cases.contact.hint"))
	r.submit = ui.NewPrimary(w.T("cases.register.do"), r.register)
	r.root = ui.Frame(ui.Pad(18, ui.Gap, 22, 22, headOf(env, w.T("cases.register"))), nil, nil, nil, ui.Pad(-4, 0, 18, 22, r.place))
	r.place.Objects = []fyne.CanvasObject{r.form()}
	return r
}

// spoken tells whether somebody is there to whom a code can be told.
func spoken(way data.OpinionWay) bool { return way == data.WayPhone || way == data.WayVisit }

func (r *Register) cameBy() data.OpinionWay { return data.OpinionWays()[max(0, r.way.SelectedIndex())] }

// formWidth is how wide the form is at most: a line of a letter that is longer is hard to read.
const formWidth float32 = 900

func (r *Register) form() fyne.CanvasObject {
	w := r.env.Words
	open := ui.Card(w.T("cases.open.title"), ui.Text(w.T("cases.open.hint"), ui.SizeSmall, ui.SecondInk()), ui.Column(10,
		ui.Columns(2, ui.Gap, ui.Named(w.T("cases.kind"), r.kind), ui.Named(w.T("cases.way"), r.way),
			ui.Named(w.T("cases.received"), r.received), ui.Named(w.T("cases.receipt"), r.coded)),
		ui.Named(w.T("cases.item"), r.item)))
	letter := ui.Card(w.T("cases.letter"), ui.Badge(w.T("cases.sealed"), ui.Ruling), ui.Column(10,
		ui.Note(w.T("cases.sealed.hint"), false),
		ui.Named(w.T("cases.subject"), r.subject), ui.Named(w.T("cases.text"), r.text),
		ui.Columns(2, ui.Gap, ui.Named(w.T("cases.name"), r.name), ui.Named(w.T("cases.contact"), r.contact))))
	buttons := ui.Line(10, r.submit, ui.NewButton(w.T("items.close"), r.back))
	return r.scrolling(ui.Column(ui.Gap, open, letter, buttons))
}

func (r *Register) scrolling(object fyne.CanvasObject) fyne.CanvasObject {
	return ui.ScrollingForm(ui.Frame(nil, nil, ui.AtLeast(formWidth, ui.Pad(4, 18, 4, 0, object)), nil, ui.Space(1, 1)), r.env.After)
}

// Object is what the desk shows.
func (r *Register) Object() fyne.CanvasObject { return r.root }

// Load reads nothing: the form is empty, or as it was left.
func (r *Register) Load() {}

// Leave takes what was typed, and the code, off the form.
func (r *Register) Leave() {
	r.clear()
	r.gone, r.slip = true, slip{}
	r.place.Objects = nil
	r.place.Refresh()
}

// Keep tells that what was typed is not registered, or that the code may not have been told.
func (r *Register) Keep(then func(error)) {
	switch {
	case r.slip.code != "":
		then(data.Refuse(data.ErrRefused, "opinion.untold"))
	case typed(r.subject, r.text, r.name, r.contact):
		then(data.Refuse(data.ErrRefused, "opinion.unregistered"))
	default:
		then(nil)
	}
}

func (r *Register) clear() {
	for _, e := range []*widget.Entry{r.item, r.subject, r.text, r.name, r.contact} {
		e.SetText("")
	}
}

func (r *Register) back() { r.env.Go(screen.Route{Area: screen.Cases}) }

// register seals and enters what was typed, and opens the opinion's page, or shows the receipt's code first.
func (r *Register) register() {
	said := data.OpinionSaid{
		Kind: data.WrittenKinds()[max(0, r.kind.SelectedIndex())], ReceivedOn: data.Date(r.received.Date()), Way: r.cameBy(),
		ItemNumber: strings.TrimSpace(r.item.Text),
	}
	text := data.OpinionText{Subject: r.subject.Text, Text: r.text.Text, Name: r.name.Text, Contact: r.contact.Text}
	coded := r.coded.Checked
	r.submit.Disable()
	ui.Load(r.worker, func(ctx context.Context) (slip, error) {
		if !coded {
			o, err := r.env.Session.RegisterOpinion(ctx, said, text)
			return slip{opinion: o}, err
		}
		o, code, err := r.env.Session.RegisterWithReceipt(ctx, said, text)
		return slip{opinion: o, code: code}, err
	}, r.registered)
}

func (r *Register) registered(s slip, err error) {
	r.submit.Enable()
	if err != nil {
		r.env.Refused(err)
		return
	}
	r.clear()
	if s.code == "" || r.gone {
		r.open(s.opinion)
		return
	}
	r.slip = s
	r.place.Objects = []fyne.CanvasObject{r.scrolling(r.told())}
	r.place.Refresh()
	r.env.Issue()
}

// open shows the page of what was registered.
func (r *Register) open(o data.Opinion) {
	r.env.Go(screen.Route{Area: screen.Cases, Number: o.Number})
	r.env.Notices.Done(r.env.Words.T("cases.registered", o.Number, r.env.Words.Date(o.Due)))
}
