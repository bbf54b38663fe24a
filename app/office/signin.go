package office

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/desk"
)

// kept is where somebody locked the desk, for when the same person comes back. The screen is kept only where what was
// typed on it could not be saved; it is out of sight, and its session is locked.
type kept struct {
	person  string
	name    string // as the sign-in page takes it
	route   screen.Route
	screen  screen.Screen
	session *desk.Session
}

// signInPage is the page on which a person signs in: name and password, and in a demonstration unit who is who.
type signInPage struct {
	name     *widget.SelectEntry
	password *widget.Entry
	enter    *ui.Button
	said     *fyne.Container // what was wrong
	root     fyne.CanvasObject
}

// showSignIn shows the sign-in page, with the name of who locked the desk.
func (o *Office) showSignIn() *signInPage {
	w := o.words
	page := &signInPage{name: widget.NewSelectEntry(o.names()), password: widget.NewPasswordEntry(), said: container.NewStack()}
	page.name.SetPlaceHolder(w.T("signin.name"))
	page.password.SetPlaceHolder(w.T("signin.password"))
	page.name.SetText(o.kept.name)
	page.name.OnChanged = func(name string) { o.named(page, name) }
	submit := func() { o.signIn(page, strings.TrimSpace(page.name.Text), page.password.Text) }
	page.enter = ui.NewPrimary(w.T("signin.enter"), submit)
	page.password.OnSubmitted = func(string) { submit() } // a password is never typed through an input method
	page.root = o.signInLayout(page)
	o.fill(page.root)
	if o.window != nil {
		o.window.Canvas().Focus(page.first())
	}
	return page
}

// first is the field that is to be filled in next.
func (p *signInPage) first() fyne.Focusable {
	if p.name.Text == "" {
		return p.name
	}
	return p.password
}

// named goes on to the password when a name was chosen from the list: the list leaves the cursor nowhere. Who types a name
// goes on with Tab, since one name may begin another.
func (o *Office) named(page *signInPage, name string) {
	if o.window == nil || !slices.Contains(o.names(), name) {
		return
	}
	if c := o.window.Canvas(); c.Focused() != page.name {
		c.Focus(page.password)
	}
}

func (o *Office) signInLayout(page *signInPage) fyne.CanvasObject {
	w := o.words
	label := func(key string) fyne.CanvasObject { return ui.Text(w.T(key), ui.SizeSmall, ui.SecondInk()) }
	sheet := container.NewStack(ui.Space(352, 1), ui.Panel(ui.Pad(30, 26, 30, 30, ui.Column(6,
		ui.Serif("公开栏", 32, ui.Red()), wrapped(o.about.unit.Name), ui.Space(1, 10),
		label("signin.name"), page.name, ui.Space(1, 2), label("signin.password"), page.password, page.said, ui.Space(1, 6),
		page.enter, ui.Space(1, 4),
		ui.Line(16, o.manners()...)))))
	if o.opt.Demo == nil {
		return container.NewCenter(sheet)
	}
	return container.NewCenter(ui.Line(28, sheet, o.whoIsWho(page)))
}

// wrapped is the unit's name, which may be longer than the sheet is wide.
func wrapped(name string) fyne.CanvasObject { return ui.Flush(ui.Muted(name)) }

// names lists who may sign in, with the office where two have the same name.
func (o *Office) names() []string {
	today := data.DateOf(o.opt.Now())
	times := map[string]int{}
	for _, p := range o.about.people {
		if p.InOffice(today) {
			times[p.Name]++
		}
	}
	var names []string
	for _, p := range o.about.people {
		if p.InOffice(today) {
			names = append(names, o.nameOf(p, times[p.Name] > 1))
		}
	}
	return names
}

func (o *Office) nameOf(p data.Person, twin bool) string {
	if twin {
		return p.Name + "@" + o.about.office(p.OfficeID)
	}
	return p.Name
}

// whoIsWho is the people of the demonstration unit; one click signs in.
func (o *Office) whoIsWho(page *signInPage) fyne.CanvasObject {
	w := o.words
	var cards []fyne.CanvasObject
	for _, p := range o.opt.Demo.People {
		badges := make([]fyne.CanvasObject, 0, len(p.Roles)+1)
		badges = append(badges, ui.Bold(p.Name, ui.SizeCard, ui.Ink()))
		for _, role := range p.Roles {
			badges = append(badges, ui.Badge(w.T("role."+string(role)), roleTone(role)))
		}
		card := ui.Panel(ui.Pad(8, 9, 15, 12, ui.Column(1, ui.Line(6, badges...),
			ui.Text(p.Office+" · "+p.Duty, ui.SizeSmall, ui.Ink()),
			ui.Text(w.T("signin.does."+string(p.Roles[0])), ui.SizeSmall, ui.SecondInk()))))
		cards = append(cards, ui.NewPress(container.NewStack(ui.Space(316, 1), card), func() {
			o.signIn(page, p.Name, o.opt.Demo.Password)
		}))
	}
	return ui.Column(6, ui.Bold(w.T("signin.demo"), ui.SizeCard, ui.Ink()),
		ui.Text(w.T("signin.demohint"), ui.SizeText, ui.SecondInk()), ui.Space(1, 4), ui.Columns(2, 10, cards...))
}

func roleTone(r data.Role) ui.Tone {
	switch r {
	case data.Clerk:
		return ui.Good
	case data.Checker, data.Approver:
		return ui.Waiting
	case data.Inspector:
		return ui.Ruling
	default:
		return ui.Plain
	}
}

// signIn checks the password beside the main goroutine, since that takes a moment by design.
func (o *Office) signIn(page *signInPage, name, password string) {
	was := o.kept
	page.said.Objects = nil
	page.said.Refresh()
	page.enter.Disable()
	ui.Load(o.entry, func(ctx context.Context) (*desk.Session, error) {
		s, err := o.opt.Desk.SignIn(ctx, name, password)
		if err != nil || was.screen == nil || s.Person().ID != was.person {
			return s, err
		}
		s.Lock()
		return was.session, was.session.Unlock(ctx, password)
	}, func(s *desk.Session, err error) {
		page.enter.Enable()
		page.password.SetText("")
		if err != nil {
			page.said.Objects = []fyne.CanvasObject{ui.Flush(ui.Wrong(o.words.Error(err)))}
			page.said.Refresh()
			if o.window != nil {
				o.window.Canvas().Focus(page.first())
			}
			return
		}
		o.SignInAs(s)
	})
}

// Lock takes everything of the person off the screen at once, saves what was typed, and then forgets the keys.
func (o *Office) Lock() {
	if o.session == nil {
		return
	}
	o.idle()
	o.stop()
	o.stop = func() {}
	o.counter.Stop()
	o.works.Stop()
	o.uncover()
	s, left := o.session, o.screen
	person := s.Person()
	o.kept = kept{person: person.ID, name: o.nameOf(person, o.hasTwin(person)), route: o.route, session: s}
	o.session, o.screen, o.field, o.lastSeen = nil, nil, nil, sight{}
	o.place.Objects = nil
	o.notices.Clear()
	o.showSignIn()
	ended := func(err error) {
		s.Lock()
		if err != nil && o.kept.session == s {
			o.kept.screen = left
			return
		}
		left.Leave()
	}
	if keeper, ok := left.(screen.Keeper); ok {
		keeper.Keep(ended)
		return
	}
	ended(nil)
}

func (o *Office) hasTwin(p data.Person) bool {
	for _, other := range o.about.people {
		if other.Name == p.Name && other.ID != p.ID {
			return true
		}
	}
	return false
}
