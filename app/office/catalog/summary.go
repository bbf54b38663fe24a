package catalog

import (
	"gongkailan/data"
	"gongkailan/data/desk"
)

// summary counts what changed, each kind in words; nothing for no change.
func (c *Catalog) summary(d data.CatalogueChanges) []string {
	w := c.env.Words
	var parts []string
	for _, kind := range []struct {
		key string
		n   int
	}{
		{"catalog.n.added", len(d.Added)},
		{"catalog.n.changed", len(d.Changed)},
		{"catalog.n.retired", len(d.Retired)},
		{"catalog.n.categories", len(d.AddedCategories) + len(d.ChangedCategories) + len(d.RetiredCategories)},
	} {
		if kind.n > 0 {
			parts = append(parts, w.T(kind.key, kind.n))
		}
	}
	return parts
}

// details says every change of a version in words, one a line.
func (c *Catalog) details(e desk.Edition) []string {
	w, d := c.env.Words, e.Changes
	var lines []string
	for _, k := range d.AddedCategories {
		lines = append(lines, w.T("catalog.d.addedcategory", k.Code, k.Title))
	}
	for _, x := range d.ChangedCategories {
		lines = append(lines, w.T("catalog.d.changedcategory", x.After.Code, x.Before.Title, x.After.Title))
	}
	for _, k := range d.RetiredCategories {
		lines = append(lines, w.T("catalog.d.retiredcategory", k.Code, k.Title))
	}
	for _, a := range d.Added {
		lines = append(lines, w.T("catalog.d.added", a.Code, a.Title))
	}
	for _, x := range d.Changed {
		lines = append(lines, w.T("catalog.d.changed", x.After.Code, c.differs(x.Before, x.After)))
	}
	for _, r := range d.Retired {
		text := w.T("catalog.d.retired", r.Code, r.Title)
		for _, why := range e.Reasons {
			if why.Code == r.Code && why.Reason != "" {
				text += w.T("catalog.d.because", why.Reason)
			}
		}
		lines = append(lines, text)
	}
	return lines
}

// differs says what is different between two states of an entry: the field, and from what to what.
func (c *Catalog) differs(before, after data.Entry) string {
	w := c.env.Words
	text := ""
	add := func(name, was, is string) {
		if was == is {
			return
		}
		if text != "" {
			text += w.T("catalog.semicolon")
		}
		text += w.T("catalog.fromto", name, was, is)
	}
	office := func(id string) string {
		if name := c.officeName(id); name != "" {
			return name
		}
		return w.T("catalog.nooffice")
	}
	add(w.T("catalog.entry"), before.Title, after.Title)
	add(w.T("catalog.office"), office(before.OfficeID), office(after.OfficeID))
	add(w.T("catalog.mode"), w.T("mode."+string(before.Mode)), w.T("mode."+string(after.Mode)))
	add(w.T("catalog.audience"), w.T("audience."+string(before.Audience)), w.T("audience."+string(after.Audience)))
	add(w.T("catalog.decision"), w.T("decision."+string(before.Decision)), w.T("decision."+string(after.Decision)))
	return text
}
