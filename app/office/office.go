// Package office is the desk: the frame around its areas, signing in and locking.
//
// The frame knows where one can go and makes the screen for it in one place; what a screen shows and does is the
// area's own. Nothing of a person stays on the screen once the desk is locked.
package office

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/demo"
	"gongkailan/app/issuing"
	"gongkailan/app/office/screen"
	"gongkailan/app/office/wizard"
	"gongkailan/app/platform"
	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/workday"
	"gongkailan/reports/face"
)

// Options is what the desk is opened with.
type Options struct {
	Desk     *desk.Desk
	Language string
	Now      func() time.Time
	Faces    *face.Set
	Loader   *ui.Loader
	After    func(time.Duration, func()) (cancel func())
	Files    screen.Files
	Issuer   *issuing.Issuer // of the public files; nil in a picture
	// Changed is called in place of the issuer after what is public has changed; nil where there is an issuer.
	Changed  func(ctx context.Context, by *desk.Session) error
	Spoken   func(words.Words) // told when the desk speaks another language; may be nil
	Demo     *demo.Unit        // set for a demonstration unit: who is who, and one click signs in
	Machine  Machine
	Prefs    screen.Prefs // what this machine remembers; may be nil
	FaceUses func() []platform.FaceUse
}

// Machine is what the desk asks of the window that it stands in, beyond showing it. The zero value asks nothing.
type Machine struct {
	Large        bool       // the window begins in large type
	Enlarge      func(bool) // shows the window in large type or not; nil where that cannot be chosen
	CloseDialogs func()     // closes the system's own dialog over the window
	Closing      func()     // called right before the window closes
	Crash        string     // the record of how the program ended last time, "" where it ended well
}

// Office is the desk as it stands in a window or a picture.
type Office struct {
	opt     Options
	words   words.Words
	notices *ui.Notices
	works   *ui.Works
	body    *fyne.Container
	root    *fyne.Container
	window  fyne.Window // nil in a picture
	about   about

	session *desk.Session // nil while nobody is signed in
	kept    kept
	rail    map[screen.Area]*ui.RailItem
	place   *fyne.Container // beside the rail
	screen  screen.Screen
	route   screen.Route
	counter *ui.Loader
	reader  *ui.Loader
	entry   *ui.Loader // signing in

	stop      func() // of watching the desk
	idle      func() // calls the automatic lock off
	lastTouch time.Time
	lastSeen  sight // what had the keyboard when watchIdle looked last
	large     bool
	field     fyne.Focusable      // that had the keyboard when the pointer moved last
	before    screen.Route        // where the help was opened
	aside     []fyne.CanvasObject // what the help covers while nobody is signed in
	renamed   func()              // tells the window that title and menu have changed
	warned    bool                // that what is typed cannot be saved; the next try to leave succeeds
	closing   bool                // the same for the window
}

// about is what the frame shows of the unit, as read.
type about struct {
	founded bool
	unit    data.Unit
	offices []data.Office
	people  []data.Person
	// calendar has the holidays that the office added.
	calendar workday.Calendar
}

func (a about) office(id string) string {
	for _, o := range a.offices {
		if o.ID == id {
			return o.Name
		}
	}
	return ""
}

// New makes the desk; it begins with the wizard for a unit that has no people, else with signing in.
func New(opt Options) *Office {
	o := &Office{
		opt: opt, words: words.For(opt.Language), body: container.NewStack(), place: container.NewStack(),
		counter: opt.Loader.Again(), reader: opt.Loader.Again(), entry: opt.Loader.Again(),
		stop: func() {}, idle: func() {}, renamed: func() {},
	}
	o.notices = ui.NewNotices(func(d time.Duration, f func()) { opt.After(d, f) })
	o.works = ui.NewWorks(opt.After, func() string { return o.words.T("work.cancel") })
	o.root = container.NewStack(newWatcher(o.pointed), o.body)
	o.large = opt.Machine.Large
	if opt.Machine.Crash != "" {
		o.notices.Done(o.words.T("crash.note", opt.Machine.Crash))
	}
	o.begin()
	return o
}

// Content is what a window shows.
func (o *Office) Content() fyne.CanvasObject { return o.root }

// read reads what the frame shows of the unit, and then goes on.
func (o *Office) read(then func()) {
	ui.Load(o.reader, o.readAbout, func(a about, err error) {
		if err != nil {
			o.notices.Refused(o.words.Error(err))
			return
		}
		o.about = a
		then()
	})
}

func (o *Office) readAbout(ctx context.Context) (about, error) {
	var a about
	var err error
	if a.founded, err = o.opt.Desk.Founded(ctx); err != nil {
		return a, err
	}
	if a.unit, err = o.opt.Desk.Unit(ctx); err != nil {
		return a, err
	}
	if a.offices, err = o.opt.Desk.Offices(ctx); err != nil {
		return a, err
	}
	if a.people, err = o.opt.Desk.People(ctx); err != nil {
		return a, err
	}
	a.calendar, err = o.opt.Desk.Calendar(ctx)
	return a, err
}

// begin shows the wizard or the sign-in page.
func (o *Office) begin() {
	o.read(func() {
		o.renamed()
		if o.about.founded {
			o.showSignIn()
		} else {
			o.showWizard()
		}
	})
}

func (o *Office) showWizard() {
	o.fill(wizard.New(wizard.Options{
		Desk: o.opt.Desk, Words: o.words, Now: o.opt.Now, Loader: o.opt.Loader, Notices: o.notices, After: o.opt.After, Done: o.founded,
	}).Object())
}

// founded signs in the administrator who has just founded the unit.
func (o *Office) founded(by desk.Newcomer) {
	o.read(func() {
		o.renamed()
		o.signIn(o.showSignIn(), by.Person.Name+"@"+by.Person.OfficeID, by.Password)
	})
}

// fill shows something in the whole window, with messages at its foot.
func (o *Office) fill(object fyne.CanvasObject) { o.put(o.withNotices(object)) }

// withNotices keeps the place for messages under an object, so that none of it is ever covered by one.
func (o *Office) withNotices(object fyne.CanvasObject) fyne.CanvasObject {
	return ui.Frame(nil, ui.Column(0, o.works.Object(), o.notices.Object()), nil, nil, object)
}

func (o *Office) put(object fyne.CanvasObject) {
	o.aside, o.field = nil, nil
	o.body.Objects = []fyne.CanvasObject{object}
	o.body.Refresh()
}

// SignInAs opens the desk for a person who has signed in, at the place where the same person locked it.
func (o *Office) SignInAs(s *desk.Session) {
	was := o.kept
	o.kept = kept{}
	o.session = s
	o.notices.Clear()
	o.stop()
	o.stop = o.opt.Desk.Watch(func(signal desk.Signal) { o.opt.Loader.Do(func() { o.changed(signal) }) })
	o.touched()
	o.watchIdle()
	o.frame()
	switch {
	case was.screen != nil && was.session == s:
		o.show(was.route, was.screen)
	case was.person == s.Person().ID:
		o.show(was.route, o.page(was.route))
	default:
		home := screen.Route{Area: screen.Today}
		o.show(home, o.page(home))
	}
	o.backUpDaily()
	o.followLobby()
}

// changed lets the open screen read again what has changed.
func (o *Office) changed(signal desk.Signal) {
	if o.session == nil || o.session.Locked() {
		return
	}
	if signal.Kind == desk.UnitChanged || signal.Kind == desk.PeopleChanged || signal.Kind == desk.SettingsChanged {
		o.read(o.frame)
	}
	o.screen.Load()
	o.count()
}

// env is what every screen is given.
func (o *Office) env() screen.Env {
	return screen.Env{
		Desk: o.opt.Desk, Session: o.session, Words: o.words, Now: o.opt.Now, Faces: o.opt.Faces,
		Calendar: o.about.calendar, Loader: o.opt.Loader, Notices: o.notices, Works: o.works,
		After: o.after, Go: o.Go, Files: o.opt.Files, Changed: o.issue, Issuer: o.opt.Issuer,
		Prefs: o.opt.Prefs, FaceUses: o.opt.FaceUses, SwitchLanguage: o.switchLanguage,
		Large: o.large, Enlarge: o.enlarging(),
	}
}

// enlarging is how a screen switches the type, nil where the window cannot.
func (o *Office) enlarging() func(bool) {
	if o.opt.Machine.Enlarge == nil {
		return nil
	}
	return func(bool) { o.switchType() }
}

// counts is how much waits in the areas for this person.
type counts struct{ items, opinions, board int }

// count shows in the rail how much waits for this person, and how much they can hang and take down.
func (o *Office) count() {
	by, d := o.session, o.opt.Desk
	ui.Load(o.counter, func(ctx context.Context) (counts, error) {
		waiting, err := by.Waiting(ctx)
		if err != nil {
			return counts{}, err
		}
		opinions, err := by.WaitingOpinions(ctx)
		if err != nil {
			return counts{}, err
		}
		n, err := d.BoardToDo(ctx, by.Person())
		return counts{len(waiting), len(opinions), n}, err
	}, func(n counts, err error) {
		if err == nil { // the open screen tells of its own reading that failed
			o.rail[screen.Today].SetCount(countText(n.items + n.opinions))
			o.rail[screen.Cases].SetCount(countText(n.opinions))
			o.rail[screen.Board].SetCount(countText(n.board))
		}
	})
}
