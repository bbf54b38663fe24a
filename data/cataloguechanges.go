package data

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// EntryChange is an entry as it was and as it is now.
type EntryChange struct{ Before, After Entry }

// CategoryChange is a category as it was and as it is now.
type CategoryChange struct{ Before, After Category }

// CatalogueChanges is what differs between a version of the catalogue and the one before it (S1).
type CatalogueChanges struct {
	Added   []Entry
	Changed []EntryChange
	Retired []Entry

	AddedCategories   []Category
	ChangedCategories []CategoryChange
	RetiredCategories []Category
}

// Retirement is why an entry is left out from a version on. It stands in the signed record of that version.
type Retirement struct {
	Code   string `json:"code"`
	Reason string `json:"reason"`
}

// ChangesFrom tells what is different in this catalogue from the one before.
func (c Catalogue) ChangesFrom(before Catalogue) CatalogueChanges {
	var d CatalogueChanges
	for _, e := range c.Entries {
		was, ok := before.Entry(e.Code)
		switch {
		case !ok:
			d.Added = append(d.Added, e)
		case was != e:
			d.Changed = append(d.Changed, EntryChange{was, e})
		}
	}
	for _, e := range before.Entries {
		if _, ok := c.Entry(e.Code); !ok {
			d.Retired = append(d.Retired, e)
		}
	}
	for _, k := range c.Categories {
		was, ok := before.Category(k.Code)
		switch {
		case !ok:
			d.AddedCategories = append(d.AddedCategories, k)
		case was != k:
			d.ChangedCategories = append(d.ChangedCategories, CategoryChange{was, k})
		}
	}
	for _, k := range before.Categories {
		if _, ok := c.Category(k.Code); !ok {
			d.RetiredCategories = append(d.RetiredCategories, k)
		}
	}
	return d
}

// Count is how many categories and entries differ.
func (d CatalogueChanges) Count() int {
	return len(d.Added) + len(d.Changed) + len(d.Retired) +
		len(d.AddedCategories) + len(d.ChangedCategories) + len(d.RetiredCategories)
}

// ApplyTo makes the changes in a catalogue. It fails with ErrRefused and names what somebody else has changed meanwhile,
// so that nothing of theirs is written over.
func (d CatalogueChanges) ApplyTo(c Catalogue) (Catalogue, error) {
	if code, clash := d.clash(c); clash {
		return c, Refuse(ErrRefused, "catalogue.changed", code)
	}
	c.Categories, c.Entries = slices.Clone(c.Categories), slices.Clone(c.Entries)
	for _, k := range d.AddedCategories {
		c.Categories = insertCategory(c.Categories, k)
	}
	for _, x := range d.ChangedCategories {
		c.Categories[slices.Index(c.Categories, x.Before)] = x.After
	}
	for _, e := range d.Added {
		c.Entries = insertEntry(c.Entries, e)
	}
	for _, x := range d.Changed {
		c.Entries[slices.Index(c.Entries, x.Before)] = x.After
	}
	c.Entries = slices.DeleteFunc(c.Entries, func(e Entry) bool { return slices.Contains(d.Retired, e) })
	c.Categories = slices.DeleteFunc(c.Categories, func(k Category) bool { return slices.Contains(d.RetiredCategories, k) })
	return c, c.Check()
}

// clash names the first code at which the catalogue is no longer what the changes were made from.
func (d CatalogueChanges) clash(c Catalogue) (string, bool) {
	for _, e := range d.Added {
		if _, taken := c.Entry(e.Code); taken {
			return e.Code, true
		}
	}
	for _, k := range d.AddedCategories {
		if _, taken := c.Category(k.Code); taken {
			return k.Code, true
		}
	}
	for _, x := range d.Changed {
		if !slices.Contains(c.Entries, x.Before) {
			return x.Before.Code, true
		}
	}
	for _, e := range d.Retired {
		if now, there := c.Entry(e.Code); there && now != e {
			return e.Code, true
		}
	}
	for _, x := range d.ChangedCategories {
		if !slices.Contains(c.Categories, x.Before) {
			return x.Before.Code, true
		}
	}
	for _, k := range d.RetiredCategories {
		if now, there := c.Category(k.Code); there && now != k {
			return k.Code, true
		}
	}
	return "", false
}

// insertEntry puts an entry into its place by code among those of its category, behind all others where it has none yet.
func insertEntry(entries []Entry, e Entry) []Entry {
	at := len(entries)
	for i, other := range entries {
		if other.Category != e.Category {
			continue
		}
		if CompareCodes(e.Code, other.Code) < 0 {
			return slices.Insert(entries, i, e)
		}
		at = i + 1
	}
	return slices.Insert(entries, at, e)
}

func insertCategory(categories []Category, k Category) []Category {
	at := slices.IndexFunc(categories, func(other Category) bool { return CompareCodes(k.Code, other.Code) < 0 })
	if at < 0 {
		at = len(categories)
	}
	return slices.Insert(categories, at, k)
}

// CompareCodes orders codes as people count: 1.9 comes before 1.10, and 2 before 10.
func CompareCodes(a, b string) int {
	as, bs := strings.Split(a, "."), strings.Split(b, ".")
	for i := range min(len(as), len(bs)) {
		x, errX := strconv.Atoi(as[i])
		y, errY := strconv.Atoi(bs[i])
		order := cmp.Compare(as[i], bs[i])
		if errX == nil && errY == nil {
			order = cmp.Compare(x, y)
		}
		if order != 0 {
			return order
		}
	}
	return cmp.Compare(len(as), len(bs))
}
