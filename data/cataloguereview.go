package data

import "slices"

// EntryStanding is how an entry of a catalogue that is looked through stands to the catalogue there is (S1).
type EntryStanding string

const (
	StandsNew     EntryStanding = "new"     // the catalogue has no entry of that code
	StandsSame    EntryStanding = "same"    // it has the very same
	StandsChanged EntryStanding = "changed" // it has one of that code, with another title or other defaults
	StandsMissing EntryStanding = "missing" // only the catalogue there is has it
)

// EntryStandings lists the four, the most noteworthy first.
func EntryStandings() []EntryStanding {
	return []EntryStanding{StandsNew, StandsChanged, StandsMissing, StandsSame}
}

// Compared is an entry beside what the catalogue there is says under its code.
type Compared struct {
	Standing EntryStanding
	Entry    Entry // as wanted; of a missing one, as it is
	Before   Entry // as it is; without a code for a new one
}

// ComparedWith lays this catalogue beside the one there is: its own entries by category in their order, with the ones
// that it does not have in their places by code.
func (c Catalogue) ComparedWith(current Catalogue) []Compared {
	var rows []Compared
	both := c.Choosing(nil, current.codes(), current)
	for _, k := range both.Categories {
		for _, e := range both.Entries {
			if e.Category != k.Code {
				continue
			}
			if _, wanted := c.Entry(e.Code); wanted {
				rows = append(rows, comparedEntry(e, current))
			} else {
				rows = append(rows, Compared{StandsMissing, e, e})
			}
		}
	}
	return rows
}

// codes are those of all entries.
func (c Catalogue) codes() map[string]bool {
	codes := map[string]bool{}
	for _, e := range c.Entries {
		codes[e.Code] = true
	}
	return codes
}

func comparedEntry(e Entry, current Catalogue) Compared {
	before, there := current.Entry(e.Code)
	switch {
	case !there:
		return Compared{Standing: StandsNew, Entry: e}
	case before == e:
		return Compared{StandsSame, e, before}
	default:
		return Compared{StandsChanged, e, before}
	}
}

// Choosing gives the catalogue without the entries that were left out, and with those of the one there is that are to
// be kept, their categories included.
func (c Catalogue) Choosing(out map[string]bool, kept map[string]bool, current Catalogue) Catalogue {
	c.Categories = slices.Clone(c.Categories)
	c.Entries = slices.DeleteFunc(slices.Clone(c.Entries), func(e Entry) bool { return out[e.Code] })
	for _, e := range current.Entries {
		if _, there := c.Entry(e.Code); there || !kept[e.Code] {
			continue
		}
		if _, there := c.Category(e.Category); !there {
			if k, known := current.Category(e.Category); known {
				c.Categories = insertCategory(c.Categories, k)
			}
		}
		c.Entries = insertEntry(c.Entries, e)
	}
	return c
}

// WithOffices gives the catalogue with the responsible offices of like entries of the other one: a ready set names none.
func (c Catalogue) WithOffices(other Catalogue) Catalogue {
	c.Entries = slices.Clone(c.Entries)
	for i, e := range c.Entries {
		if d, ok := other.Entry(e.Code); ok && e.OfficeID == "" && alike(d.Title, e.Title) {
			c.Entries[i].OfficeID = d.OfficeID
		}
	}
	return c
}
