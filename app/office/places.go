package office

import (
	"strings"

	"fyne.io/fyne/v2"

	"gongkailan/app/office/board"
	"gongkailan/app/office/cases"
	"gongkailan/app/office/catalog"
	"gongkailan/app/office/help"
	"gongkailan/app/office/items"
	"gongkailan/app/office/screen"
	"gongkailan/app/office/settings"
	"gongkailan/app/office/today"
)

// page makes the screen of a route; the one place where screens are made.
func (o *Office) page(r screen.Route) screen.Screen {
	switch {
	case r.Area == screen.Help:
		return help.New(o.helpOptions(r.Topic))
	case r.Area == screen.Catalog:
		return catalog.New(o.env())
	case r.Area == screen.Items && r.New:
		return items.NewDraft(o.env())
	case r.Area == screen.Items && r.Number != "":
		return items.NewPage(o.env(), r.Number)
	case r.Area == screen.Items:
		return items.NewList(o.env(), r)
	case r.Area == screen.Board:
		return board.New(o.env())
	case r.Area == screen.Settings:
		return settings.New(o.env(), r.Section)
	case r.Area == screen.Cases && r.New:
		return cases.NewRegister(o.env())
	case r.Area == screen.Cases && r.Section == cases.FetchSection:
		return cases.NewFetch(o.env())
	case r.Area == screen.Cases && strings.HasPrefix(r.Section, cases.RoundsSection):
		return cases.NewRounds(o.env(), r.Section)
	case r.Area == screen.Cases && r.Number != "":
		return cases.NewPage(o.env(), r.Number)
	case r.Area == screen.Cases:
		return cases.NewList(o.env())
	default:
		return today.New(o.env())
	}
}

// Go opens a place of the desk. What is typed on the place before is saved first.
func (o *Office) Go(r screen.Route) {
	if o.session == nil || o.session.Locked() {
		return
	}
	o.leave(func() {
		if o.session != nil {
			o.notices.Clear()
			o.show(r, o.page(r))
		}
	})
}

// show puts a screen beside the rail.
func (o *Office) show(r screen.Route, s screen.Screen) {
	o.route, o.screen, o.field = r, s, nil
	o.place.Objects = []fyne.CanvasObject{s.Object()}
	o.place.Refresh()
	o.mark()
	s.Load()
	o.count()
	if f, ok := s.(screen.Finder); ok && r.Find && o.window != nil {
		o.window.Canvas().Focus(f.Focus())
	}
}

// mark shows in the rail which area is open.
func (o *Office) mark() {
	for area, item := range o.rail {
		item.SetSelected(area == o.route.Area)
	}
}

// keep has the open screen save what is typed on it.
func (o *Office) keep(then func(err error)) {
	if keeper, ok := o.screen.(screen.Keeper); ok {
		keeper.Keep(then)
		return
	}
	then(nil)
}

// leave leaves the open screen once what is typed on it is saved. Where it cannot be saved the person stays and reads
// why; the second try gives it up.
func (o *Office) leave(then func()) {
	o.keep(func(err error) {
		if err != nil && !o.warned {
			o.warned = true
			o.notices.Refused(o.words.T("office.unsaved", o.words.Error(err)))
			return
		}
		o.warned = false
		if o.screen != nil {
			o.screen.Leave()
		}
		then()
	})
}
