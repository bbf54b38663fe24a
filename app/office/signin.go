package office

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/desk"
)

// idleLock is after how long without a touch the desk locks itself.
const idleLock = 10 * time.Minute

// known reads what the frame shows of the unit; a unit that cannot be read shows nothing here and its error elsewhere.
func (o *Office) unitName() string {
	unit, err := o.opt.Desk.Unit(context.Background())
	if err != nil {
		return ""
	}
	return unit.Name
}

func (o *Office) officeName(id string) string {
	offices, err := o.opt.Desk.Offices(context.Background())
	if err != nil {
		return ""
	}
	for _, of := range offices {
		if of.ID == id {
			return of.Name
		}
	}
	return ""
}

// showSignIn shows the page on which a person signs in: name and password, and in a demonstration unit who is who.
func (o *Office) showSignIn() {
	name, password := widget.NewEntry(), widget.NewPasswordEntry()
	name.SetPlaceHolder(o.words.T("signin.name"))
	password.SetPlaceHolder(o.words.T("signin.password"))
	var enter *widget.Button
	submit := func() { o.signIn(enter, strings.TrimSpace(name.Text), password.Text, func() { password.SetText("") }) }
	enter = widget.NewButton(o.words.T("signin.enter"), submit)
	enter.Importance = widget.HighImportance
	password.OnSubmitted = func(string) { submit() }
	fields := []fyne.CanvasObject{
		ui.Serif("公开栏", 30, ui.Red()), ui.Text(o.unitName(), ui.SizeCard, ui.SecondInk()), ui.Space(1, 6),
		name, password, enter,
		ui.NewLinkIn(o.words.T("lang.other"), ui.SizeText, ui.SecondInk(), o.switchLanguage),
	}
	sheet := container.NewStack(ui.Space(340, 1), ui.Panel(ui.Inset(30, ui.Column(10, fields...))))
	if o.opt.Demo == nil {
		o.fill(container.NewCenter(sheet))
		return
	}
	o.fill(container.NewCenter(ui.Line(28, sheet, o.whoIsWho())))
}

// whoIsWho is the people of the demonstration unit; one click signs in.
func (o *Office) whoIsWho() fyne.CanvasObject {
	grid := container.New(layout.NewGridLayoutWithColumns(2))
	for _, p := range o.opt.Demo.People {
		roles := make([]string, len(p.Roles))
		for i, r := range p.Roles {
			roles[i] = o.words.T("role." + string(r))
		}
		card := ui.Panel(ui.Pad(10, 10, 16, 16, ui.Column(1,
			ui.Line(8, ui.Bold(p.Name, ui.SizeCard, ui.Ink()), ui.Badge(strings.Join(roles, " "), roleTone(p.Roles[0]))),
			ui.Text(p.Office+" · "+p.Duty, ui.SizeSmall, ui.SecondInk()),
			ui.Text(o.words.T("signin.does."+string(p.Roles[0])), ui.SizeSmall, ui.SecondInk()))))
		grid.Add(ui.NewPress(container.NewStack(ui.Space(330, 1), card), func() {
			o.signIn(nil, p.Name, o.opt.Demo.Password, func() {})
		}))
	}
	return ui.Column(8, ui.Bold(o.words.T("signin.demo"), ui.SizeCard, ui.Ink()),
		ui.Text(o.words.T("signin.demohint"), ui.SizeText, ui.SecondInk()), ui.Space(1, 2), grid)
}

func roleTone(r data.Role) ui.Tone {
	switch r {
	case data.Clerk:
		return ui.Good
	case data.Checker, data.Approver:
		return ui.Waiting
	default:
		return ui.Plain
	}
}

// signIn checks the password beside the main goroutine, since that takes a moment by design.
func (o *Office) signIn(button *widget.Button, name, password string, clear func()) {
	if button != nil {
		button.Disable()
	}
	ui.Load(o.opt.Loader.Again(), func(ctx context.Context) (*desk.Session, error) {
		return o.opt.Desk.SignIn(ctx, name, password)
	}, func(s *desk.Session, err error) {
		if button != nil {
			button.Enable()
		}
		clear()
		if err != nil {
			o.notices.Refused(o.words.Error(err))
			return
		}
		o.enter(s)
	})
}

// Lock saves what was typed, forgets the keys and takes everything of the person off the screen.
func (o *Office) Lock() {
	if o.session == nil {
		return
	}
	if o.screen != nil {
		o.screen.Leave()
		o.screen = nil
	}
	o.counter.Stop()
	o.idle()
	o.stop()
	o.stop = func() {}
	o.place.Objects = nil
	o.session.Lock()
	o.session = nil
	o.notices.Clear()
	o.showSignIn()
}

// touched starts the ten minutes anew.
func (o *Office) touched() {
	o.idle()
	if o.session == nil {
		return
	}
	o.idle = o.opt.After(idleLock, o.Lock)
}
