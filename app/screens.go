package app

import (
	"context"
	"errors"
	"image"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"gongkailan/app/demo"
	"gongkailan/app/issuing"
	"gongkailan/app/kiosk"
	"gongkailan/app/office"
	"gongkailan/app/office/screen"
	"gongkailan/app/platform"
	"gongkailan/app/prefs"
	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/reports/face"
)

// scene is a screen of the desk as somebody sees it.
type scene struct {
	name string
	role data.Role // of who is signed in; "" for the sign-in page
	at   func(standing map[data.Status]string) screen.Route
}

// scenes are the screens of which README and help have pictures, one for every area and stage.
func scenes() []scene {
	area := func(a screen.Area) func(map[data.Status]string) screen.Route {
		return func(map[data.Status]string) screen.Route { return screen.Route{Area: a} }
	}
	item := func(s data.Status) func(map[data.Status]string) screen.Route {
		return func(standing map[data.Status]string) screen.Route {
			return screen.Route{Area: screen.Items, Number: standing[s]}
		}
	}
	section := func(name string) func(map[data.Status]string) screen.Route {
		return func(map[data.Status]string) screen.Route { return screen.Route{Area: screen.Settings, Section: name} }
	}
	return []scene{
		{name: "signin"},
		{name: "today", role: data.Checker, at: area(screen.Today)},
		{name: "catalog", role: data.Checker, at: area(screen.Catalog)},
		{name: "items", role: data.Checker, at: area(screen.Items)},
		{name: "new", role: data.Clerk, at: func(map[data.Status]string) screen.Route { return screen.Route{Area: screen.Items, New: true} }},
		{name: "draft", role: data.Clerk, at: item(data.Draft)},
		{name: "check", role: data.Checker, at: item(data.ToCheck)},
		{name: "approve", role: data.Approver, at: item(data.ToApprove)},
		{name: "published", role: data.Clerk, at: item(data.Published)},
		{name: "board", role: data.Checker, at: area(screen.Board)},
		{name: "cases", role: data.Checker, at: area(screen.Cases)},
		{name: "settings", role: data.Admin, at: area(screen.Settings)},
		{name: "people", role: data.Admin, at: section("people")},
		{name: "handing", role: data.Approver, at: section("handing")},
		{name: "holidays", role: data.Admin, at: section("holidays")},
		{name: "help", role: data.Clerk, at: func(map[data.Status]string) screen.Route { return screen.Route{Area: screen.Help, Topic: "propose"} }},
	}
}

// screenPictures paints every scene of the desk in both languages at 1366 × 768, and those of the lobby, on a
// demonstration unit of its own.
func screenPictures(ctx context.Context, put func(name string, picture image.Image) error) (err error) {
	folder, err := os.MkdirTemp("", "gongkailan-screens-*")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	built, err := demo.Build(ctx, filepath.Join(folder, "demo.db"), demo.Options{Now: time.Now})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, built.Desk.Close()) }()
	issuer := issuerOf(built.Desk, face.Embedded(), prefs.Memory{})
	defer issuer.Stop()
	if err := issuer.Issue(ctx, built.Session); err != nil {
		return err
	}
	standing, err := firstOfEach(ctx, built.Desk)
	if err != nil {
		return err
	}
	public, err := layOut(ctx, built.Desk, time.Now(), newTypesetting(face.Embedded()))
	if err != nil {
		return err
	}
	a := test.NewApp()
	defer a.Quit()
	a.Settings().SetTheme(ui.Theme{})
	for _, language := range []string{words.Chinese, words.English} {
		for _, s := range scenes() {
			picture, err := s.paint(ctx, built.Desk, issuer, language, standing)
			if err != nil {
				return err
			}
			if err := put(language+"/"+s.name, picture); err != nil {
				return err
			}
		}
	}
	lobby := kioskOptions()
	lobby.OutboxFolder = filepath.Join(folder, "outbox")
	for _, language := range []string{words.Chinese, words.English} {
		for _, v := range kiosk.Views() {
			if err := put(language+"/lobby-"+v.Name, v.Paint(public, lobby, language)); err != nil {
				return err
			}
		}
	}
	return nil
}

// firstOfEach gives for each status the number of the newest item that has it.
func firstOfEach(ctx context.Context, d *desk.Desk) (map[data.Status]string, error) {
	standing := map[data.Status]string{}
	for _, s := range data.Statuses() {
		items, err := d.Items(ctx, desk.Filter{Status: []data.Status{s}, Limit: 1})
		if err != nil {
			return nil, err
		}
		for _, it := range items {
			standing[s] = it.Number
		}
	}
	return standing, nil
}

func (s scene) paint(ctx context.Context, d *desk.Desk, issuer *issuing.Issuer, language string, standing map[data.Status]string) (image.Image, error) {
	unit := demo.Read()
	o := office.New(office.Options{
		Desk: d, Language: language, Now: time.Now, Faces: face.Embedded(), Loader: ui.AtOnce(),
		After: func(time.Duration, func()) func() { return func() {} },
		Files: platform.Files{}, Issuer: issuer, Demo: &unit,
	})
	if s.role != "" {
		route := s.at(standing)
		name, err := s.who(ctx, d, unit, route)
		if err != nil {
			return nil, err
		}
		by, err := d.SignIn(ctx, name, unit.Password)
		if err != nil {
			return nil, err
		}
		o.SignInAs(by)
		o.Go(route)
	}
	return paint(o.Content(), fyne.NewSize(1366, 768)), nil
}

// who is signed in: a clerk before an item is the one who has it.
func (s scene) who(ctx context.Context, d *desk.Desk, unit demo.Unit, at screen.Route) (string, error) {
	if s.role != data.Clerk || at.Number == "" {
		return unit.With(s.role, ""), nil
	}
	it, err := d.Item(ctx, at.Number)
	if err != nil {
		return "", err
	}
	people, err := d.People(ctx)
	for _, p := range people {
		if p.ID == it.HandlerID {
			return p.Name, err
		}
	}
	return unit.With(s.role, ""), err
}
