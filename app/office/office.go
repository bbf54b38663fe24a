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
	"gongkailan/app/office/catalog"
	"gongkailan/app/office/items"
	"gongkailan/app/office/screen"
	"gongkailan/app/office/today"
	"gongkailan/app/office/wizard"
	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data/desk"
	"gongkailan/data/workday"
	"gongkailan/reports/face"
)

// Options is what the desk is opened with.
type Options struct {
	Desk     *desk.Desk
	Language string
	Now      func() time.Time
	Calendar workday.Calendar
	Faces    *face.Set
	Loader   *ui.Loader
	After    func(time.Duration, func()) (cancel func())
	Files    screen.Files
	Changed  func(ctx context.Context, by *desk.Session) error
	Demo     *demo.Unit // set for a demonstration unit: who is who, and one click signs in
}

// Office is the desk as it stands in a window or a picture.
type Office struct {
	opt     Options
	words   words.Words
	notices *ui.Notices
	body    *fyne.Container
	root    *fyne.Container

	session *desk.Session
	rail    map[screen.Area]*ui.RailItem
	place   *fyne.Container // beside the rail
	screen  screen.Screen
	route   screen.Route
	counter *ui.Loader
	stop    func() // of watching the desk
	idle    func() // calls the automatic lock off
	renamed func() // tells the window that title and menu have changed
}

// New makes the desk; it begins with the wizard for a unit that has no people, else with signing in.
func New(opt Options) *Office {
	o := &Office{
		opt: opt, words: words.For(opt.Language), body: container.NewStack(), place: container.NewStack(),
		counter: opt.Loader.Again(), stop: func() {}, idle: func() {}, renamed: func() {},
	}
	o.notices = ui.NewNotices(func(d time.Duration, f func()) { opt.After(d, f) })
	o.root = container.NewStack(newWatcher(o.touched), container.NewBorder(nil, o.notices.Object(), nil, nil, o.body))
	o.begin()
	return o
}

// Content is what a window shows.
func (o *Office) Content() fyne.CanvasObject { return o.root }

// begin shows the wizard or the sign-in page.
func (o *Office) begin() {
	ui.Load(o.opt.Loader.Again(), o.opt.Desk.Founded, func(founded bool, err error) {
		switch {
		case err != nil:
			o.notices.Refused(o.words.Error(err))
		case founded:
			o.showSignIn()
		default:
			o.showWizard()
		}
	})
}

func (o *Office) showWizard() {
	o.fill(wizard.New(wizard.Options{
		Desk: o.opt.Desk, Words: o.words, Now: o.opt.Now, Loader: o.opt.Loader, Notices: o.notices, Done: o.begin,
	}).Object())
}

func (o *Office) fill(object fyne.CanvasObject) {
	o.body.Objects = []fyne.CanvasObject{object}
	o.body.Refresh()
}

// enter opens the desk for a person who has signed in.
func (o *Office) enter(s *desk.Session) {
	o.session = s
	o.notices.Clear()
	o.stop()
	o.stop = o.opt.Desk.Watch(func(desk.Signal) { o.opt.Loader.Do(o.reload) })
	o.frame()
	o.Go(screen.Route{Area: screen.Today})
	o.touched()
}

// reload lets the open screen read again what has changed.
func (o *Office) reload() {
	if o.session == nil || o.session.Locked() {
		return
	}
	o.touched()
	if o.screen != nil {
		o.screen.Load()
	}
	o.count()
}

// env is what every screen is given.
func (o *Office) env() screen.Env {
	return screen.Env{
		Desk: o.opt.Desk, Session: o.session, Words: o.words, Now: o.opt.Now, Calendar: o.opt.Calendar, Faces: o.opt.Faces,
		Loader: o.opt.Loader, Notices: o.notices, After: o.opt.After, Go: o.Go, Files: o.opt.Files, Changed: o.opt.Changed,
	}
}

// page makes the screen of a route; the one place where screens are made.
func (o *Office) page(r screen.Route) screen.Screen {
	switch {
	case r.Area == screen.Catalog:
		return catalog.New(o.env())
	case r.Area == screen.Items && r.New:
		return items.NewDraft(o.env())
	case r.Area == screen.Items && r.Number != "":
		return items.NewPage(o.env(), r.Number)
	case r.Area == screen.Items:
		return items.NewList(o.env(), r)
	default:
		return today.New(o.env())
	}
}

// Go opens a place of the desk. What is typed on the place before is saved first.
func (o *Office) Go(r screen.Route) {
	if o.session == nil || o.session.Locked() {
		return
	}
	if o.screen != nil {
		o.screen.Leave()
	}
	o.notices.Clear()
	o.route = r
	o.screen = o.page(r)
	o.place.Objects = []fyne.CanvasObject{o.screen.Object()}
	o.place.Refresh()
	for area, item := range o.rail {
		item.SetSelected(area == r.Area)
	}
	o.screen.Load()
	o.count()
}

// count shows in the rail how much waits for this person.
func (o *Office) count() {
	by := o.session
	ui.Load(o.counter, func(ctx context.Context) (int, error) {
		waiting, err := today.Waiting(ctx, o.opt.Desk, by)
		return len(waiting), err
	}, func(n int, err error) {
		if err == nil {
			o.rail[screen.Today].SetCount(countText(n))
		}
	})
}

// SignInAs signs a person in as the sign-in page does; for the pictures of the documentation.
func (o *Office) SignInAs(s *desk.Session) { o.enter(s) }
