// Package settings is the area of the desk in which the unit says who it is and how it works: name, offices, leading
// group, people and who stands in for whom, clocks, holidays, the board, the lobby's screen, faces, back-up and look.
//
// Each section is a file. Everybody may read all of it, because who may do what is no secret inside a unit; who may not
// change a section reads who may. Nothing here decides: the desk's methods do, and sign what was changed.
package settings

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/data"
)

// The sections, in the order of the list. A page inside a section has the section's name, a stroke, and its own.
const (
	unitSection     = "unit"
	officesSection  = "offices"
	groupSection    = "group"
	peopleSection   = "people"
	handingSection  = "handing"
	clocksSection   = "clocks"
	holidaysSection = "holidays"
	boardSection    = "board"
	lobbySection    = "lobby"
	fontsSection    = "fonts"
	backupSection   = "backup"
	lookSection     = "look"
)

func sections() []string {
	return []string{
		unitSection, officesSection, groupSection, peopleSection, handingSection, clocksSection, holidaysSection,
		boardSection, lobbySection, fontsSection, backupSection, lookSection,
	}
}

// section is what stands at the right.
type section interface {
	object() fyne.CanvasObject
	dirty() bool // something is typed that is not saved
}

// Settings is the screen of the area.
type Settings struct {
	env    screen.Env
	loader *ui.Loader // reads what the screen shows
	asker  *ui.Loader // reads more for the open section
	worker *ui.Loader // acts
	at     string     // the section, or a page inside one
	facts  facts
	open   section
	busy   bool
	place  *fyne.Container
	root   fyne.CanvasObject
}

var (
	_ screen.Screen = (*Settings)(nil)
	_ screen.Keeper = (*Settings)(nil)
)

// New makes the screen with a section open; "" for the first.
func New(env screen.Env, at string) *Settings {
	s := &Settings{
		env: env, loader: env.Loader.Again(), asker: env.Loader.Again(), worker: env.Loader.Again(),
		at: at, place: container.NewStack(),
	}
	if name, _, _ := strings.Cut(at, "/"); !slices.Contains(sections(), name) {
		s.at = unitSection
	}
	s.root = s.layout()
	return s
}

// route is the place of a section of the settings.
func (s *Settings) route(at string) screen.Route {
	return screen.Route{Area: screen.Settings, Section: at}
}

func (s *Settings) section() string {
	name, _, _ := strings.Cut(s.at, "/")
	return name
}

// page is what follows the section's name in the place, "" for the section itself.
func (s *Settings) page() string {
	_, page, _ := strings.Cut(s.at, "/")
	return page
}

func (s *Settings) layout() fyne.CanvasObject {
	var list []fyne.CanvasObject
	for _, name := range sections() {
		item := ui.NewRailItem(s.t("settings."+name), func() { s.env.Go(s.route(name)) })
		item.SetSelected(name == s.section())
		list = append(list, item)
	}
	title := ui.Line(14, ui.Bold(s.t("area.settings"), ui.SizeTitle, ui.Ink()),
		ui.Text(s.t("settings."+s.section()), ui.SizeText, ui.SecondInk()))
	head := ui.Frame(nil, nil, title, nil, ui.Space(1, 34))
	// Where the window is low or the type is large, the list scrolls too.
	left := container.NewVScroll(ui.Pad(4, 8, 4, 4, container.NewVBox(ui.Panel(ui.Inset(8, ui.Column(2, list...))))))
	return ui.Frame(ui.Pad(18, ui.Gap, 22, 22, head), nil, ui.Pad(-2, 14, 18, -4, left), nil, ui.Pad(-2, 10, ui.Gap-4, 18, s.place))
}

// Object is what the desk shows.
func (s *Settings) Object() fyne.CanvasObject { return s.root }

// Leave stops what is being read.
func (s *Settings) Leave() {
	s.loader.Stop()
	s.asker.Stop()
}

// Keep tells that something is typed that is not saved. Nothing here saves itself: who changes how a unit works means
// it, and presses the button.
func (s *Settings) Keep(then func(err error)) {
	if s.open != nil && s.open.dirty() {
		then(data.Refuse(data.ErrRefused, "settings.unsaved"))
		return
	}
	then(nil)
}

// Load reads the unit; a section in which something is typed stays as it is.
func (s *Settings) Load() { ui.Load(s.loader, s.read, s.show) }

func (s *Settings) show(f facts, err error) {
	if err != nil {
		s.env.Refused(err)
		return
	}
	s.facts = f
	if s.open == nil || !s.open.dirty() {
		s.fill()
	}
}

// fill shows the open section as it stands in the facts.
func (s *Settings) fill() {
	s.asker.Stop()
	s.open = s.sectionOf()
	scroll := ui.ScrollingForm(ui.Pad(4, 8, 4, 4, container.NewVBox(s.open.object())), s.env.After)
	s.place.Objects = []fyne.CanvasObject{scroll}
	s.place.Refresh()
}

func (s *Settings) sectionOf() section {
	makers := map[string]func(*Settings) section{
		unitSection: newUnit, officesSection: newOffices, groupSection: newGroup, peopleSection: newPeople,
		handingSection: newHanding, clocksSection: newClocks, holidaysSection: newHolidays, boardSection: newBoard, lobbySection: newLobby,
		fontsSection: newFonts, backupSection: newBackup, lookSection: newLook,
	}
	return makers[s.section()](s)
}

// act does something beside the main goroutine. Once it is done the screen goes to a place of the settings, and says so.
func (s *Settings) act(do func(context.Context) error, to, done string) {
	s.actThen(do, to, done, func() {})
}

// actThen does what act does, and something more once it is done.
func (s *Settings) actThen(do func(context.Context) error, to, done string, then func()) {
	if s.busy {
		return
	}
	s.busy = true
	ui.Load(s.worker, func(ctx context.Context) (struct{}, error) { return struct{}{}, do(ctx) }, func(_ struct{}, err error) {
		s.busy = false
		if err != nil {
			s.env.Refused(err)
			return
		}
		s.open = nil // what was typed is saved
		s.env.Go(s.route(to))
		s.env.Notices.Done(done)
		then()
	})
}

// unsaved refuses an act that would take away what is typed elsewhere on the page.
func (s *Settings) unsaved(dirty bool) bool {
	if dirty {
		s.env.Refused(data.Refuse(data.ErrRefused, "settings.unsaved"))
	}
	return dirty
}

// change changes the settings as they are now, not as they were when the screen read them: somebody else may have saved
// another section since.
func (s *Settings) change(change func(*data.Settings), to, done string) {
	s.act(s.storing(change), to, done)
}

// changeOpenly changes settings of which the public file tells the lobby's screen, and makes that file anew.
func (s *Settings) changeOpenly(change func(*data.Settings), to, done string) {
	s.actThen(s.storing(change), to, done, s.env.Issue)
}

func (s *Settings) storing(change func(*data.Settings)) func(context.Context) error {
	return func(ctx context.Context) error {
		now, err := s.env.Desk.Settings(ctx)
		if err != nil {
			return err
		}
		change(&now)
		return s.env.Session.SaveSettings(ctx, now)
	}
}

func (s *Settings) t(key string, args ...any) string { return s.env.Words.T(key, args...) }

func (s *Settings) today() data.Date { return data.DateOf(s.env.Now()) }

// isOne tells whether the person holds one of the roles today, as the desk will ask again.
func (s *Settings) isOne(roles ...data.Role) bool {
	by := s.env.Session.Person()
	return slices.ContainsFunc(roles, func(r data.Role) bool { return by.Has(r, s.today()) })
}
