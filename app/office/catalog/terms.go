package catalog

import (
	"slices"

	"fyne.io/fyne/v2"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// termFields are the fields of an entry's defaults: who answers for it, and how its items are disclosed.
type termFields struct {
	offices                          []data.Office // as the list offers them
	office, mode, audience, decision *ui.Select
}

func (c *Catalog) newTerms(e data.Entry) termFields {
	w := c.env.Words
	f := termFields{offices: c.read.offices}
	names := []string{w.T("catalog.nooffice")}
	for _, o := range f.offices {
		names = append(names, o.Name)
	}
	f.office = pick(names, 1+slices.IndexFunc(f.offices, func(o data.Office) bool { return o.ID == e.OfficeID }))
	f.mode = pick(named(c, "mode.", data.Modes()), slices.Index(data.Modes(), e.Mode))
	f.audience = pick(named(c, "audience.", data.Audiences()), slices.Index(data.Audiences(), e.Audience))
	f.decision = pick(named(c, "decision.", data.Decisions()), slices.Index(data.Decisions(), e.Decision))
	return f
}

// rows are the fields under their names.
func (f termFields) rows(c *Catalog) []fyne.CanvasObject {
	w := c.env.Words
	return []fyne.CanvasObject{
		ui.Field(w.T("catalog.office"), f.office), ui.Field(w.T("catalog.mode"), f.mode),
		ui.Field(w.T("catalog.audience"), f.audience), ui.Field(w.T("catalog.decision"), f.decision),
	}
}

// watch calls a function whenever something else is chosen.
func (f termFields) watch(changed func(string)) {
	for _, s := range []*ui.Select{f.office, f.mode, f.audience, f.decision} {
		s.OnChanged = changed
	}
}

// on gives the entry with what the fields say.
func (f termFields) on(e data.Entry) data.Entry {
	e.Mode = data.Modes()[f.mode.SelectedIndex()]
	e.Audience = data.Audiences()[f.audience.SelectedIndex()]
	e.Decision = data.Decisions()[f.decision.SelectedIndex()]
	e.OfficeID = ""
	if at := f.office.SelectedIndex() - 1; at >= 0 {
		e.OfficeID = f.offices[at].ID
	}
	return e
}
