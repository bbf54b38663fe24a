package cli

import (
	"gongkailan/assets"
	"gongkailan/data"
	"gongkailan/data/desk"
)

type catalogVersions struct{}

// versionRow is a version of the catalogue as JSON.
type versionRow struct {
	Version int       `json:"version"`
	From    data.Date `json:"from"`
	By      string    `json:"by"`
	Note    string    `json:"note"`
	Added   []string  `json:"added"`
	Changed []string  `json:"changed"`
	Retired []string  `json:"retired"`
}

// Run prints every version of the catalogue, the oldest first: since when, who made it and how much it changed.
func (v *catalogVersions) Run(c *call) error {
	return c.with(func(d *desk.Desk) error {
		editions, err := d.Editions(c.ctx)
		if err != nil {
			return err
		}
		rows := []versionRow{}
		for _, e := range editions {
			row := versionOf(e)
			c.print("%s", c.words.T("cli.catalog.version", e.Version, c.words.Date(e.From), e.By, len(row.Added), len(row.Changed), len(row.Retired)))
			rows = append(rows, row)
		}
		return c.document(rows)
	})
}

func versionOf(e desk.Edition) versionRow {
	row := versionRow{Version: e.Version, From: e.From, By: e.By, Note: e.Note, Added: []string{}, Changed: []string{}, Retired: []string{}}
	for _, a := range e.Changes.Added {
		row.Added = append(row.Added, a.Code)
	}
	for _, x := range e.Changes.Changed {
		row.Changed = append(row.Changed, x.After.Code)
	}
	for _, r := range e.Changes.Retired {
		row.Retired = append(row.Retired, r.Code)
	}
	return row
}

type catalogSets struct{}

// setRow is a ready set as JSON.
type setRow struct {
	Name       string `json:"name"`
	Title      string `json:"title"`
	Categories int    `json:"categories"`
	Entries    int    `json:"entries"`
}

// Run prints the ready sets, each with what it is for.
func (s *catalogSets) Run(c *call) error {
	rows := []setRow{}
	for _, name := range assets.CatalogueSets() {
		set, err := catalogueSet(name)
		if err != nil {
			return err
		}
		title := c.words.T("set." + name)
		c.print("%-8s %s", name, c.words.T("cli.catalog.set", title, len(set.Categories), len(set.Entries), c.words.T("set."+name+".about")))
		rows = append(rows, setRow{name, title, len(set.Categories), len(set.Entries)})
	}
	return c.document(rows)
}
