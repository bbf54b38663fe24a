package cli

import (
	"gongkailan/data"
	"gongkailan/data/desk"
)

type itemList struct {
	Status   string `help:"Only items of this status, as a code or in words." placeholder:"S"`
	Query    string `help:"Only items found by these words: text, number, names, initials in pinyin." placeholder:"Q"`
	Office   string `help:"Only items of this office, by its name." placeholder:"NAME"`
	Category string `help:"Only items of this category of the catalogue, by its code." placeholder:"CODE"`
	Audience string `help:"Only items for this audience, as a code or in words." placeholder:"A"`
	Mode     string `help:"Only items disclosed in this mode, as a code or in words." placeholder:"M"`
	Year     int    `help:"Only items with a number of this year." placeholder:"Y"`
}

// Run prints the items that match.
func (l *itemList) Run(c *call) error {
	return c.with(func(d *desk.Desk) error {
		filter, err := l.filter(c, d)
		if err != nil {
			return err
		}
		items, err := d.Items(c.ctx, filter)
		if err != nil {
			return err
		}
		rows := []itemRow{}
		for _, it := range items {
			rows = append(rows, rowOf(it, d.Today()))
			c.print("%s  %s  %s", it.Number, c.words.T("status."+string(it.StatusOn(d.Today()))), it.Title)
		}
		return c.document(rows)
	})
}

// filter reads the flags. A name that is none is refused: an empty list would say that there are no items.
func (l *itemList) filter(c *call, d *desk.Desk) (desk.Filter, error) {
	filter := desk.Filter{Query: l.Query, Category: l.Category, Year: l.Year}
	var ok bool
	if l.Status != "" {
		status, ok := named(c, "status.", l.Status, data.Statuses())
		if !ok {
			return filter, data.Refuse(data.ErrInvalid, "cli.status", l.Status)
		}
		filter.Status = []data.Status{status}
	}
	if filter.Audience, ok = named(c, "audience.", l.Audience, data.Audiences()); !ok && l.Audience != "" {
		return filter, data.Refuse(data.ErrInvalid, "cli.audience", l.Audience)
	}
	if filter.Mode, ok = named(c, "mode.", l.Mode, data.Modes()); !ok && l.Mode != "" {
		return filter, data.Refuse(data.ErrInvalid, "cli.mode", l.Mode)
	}
	if l.Office == "" {
		return filter, nil
	}
	offices, err := d.Offices(c.ctx)
	if err != nil {
		return filter, err
	}
	for _, o := range offices {
		if l.Office == o.Name || l.Office == o.ID {
			filter.OfficeID = o.ID
			return filter, nil
		}
	}
	return filter, data.Refuse(data.ErrInvalid, "cli.office", l.Office)
}

// named finds a term of the field by its code or by its words in the language of the call.
func named[T ~string](c *call, kind, text string, terms []T) (T, bool) {
	for _, term := range terms {
		if text == string(term) || text == c.words.T(kind+string(term)) {
			return term, true
		}
	}
	return "", false
}
