package data

import (
	"encoding/json"
	"slices"
	"strings"
)

// setEntry is an entry of a ready set. With Of it is the usual catalogue's entry of that code, under a code of its own;
// what else is written here stands in place of what that one says.
type setEntry struct {
	Entry
	Of string `json:"of"`
}

// ReadCatalogueSet reads a ready set, for a village or a school say, that is made from the usual catalogue: what the two
// share is written once. The usual catalogue itself can be read as a set too. It fails with ErrInvalid.
func ReadCatalogueSet(text []byte, usual Catalogue) (Catalogue, error) {
	var set struct {
		Categories []Category `json:"categories"`
		Entries    []setEntry `json:"entries"`
	}
	if err := json.Unmarshal(text, &set); err != nil {
		return Catalogue{}, Refuse(ErrInvalid, "catalogue.unreadable", err.Error())
	}
	c := Catalogue{Version: 1, Categories: set.Categories}
	for _, s := range set.Entries {
		e, err := s.made(usual)
		if err != nil {
			return Catalogue{}, err
		}
		c.Entries = append(c.Entries, e)
	}
	return c, c.Check()
}

// made gives the entry with what it takes from the usual catalogue. Its category is what its code begins with.
func (s setEntry) made(usual Catalogue) (Entry, error) {
	e := s.Entry
	if e.Category == "" {
		e.Category, _, _ = strings.Cut(e.Code, ".")
	}
	if s.Of == "" {
		return e, nil
	}
	of, ok := usual.Entry(s.Of)
	if !ok {
		return e, Refuse(ErrInvalid, "catalogue.entry", s.Of)
	}
	if e.Title == "" {
		e.Title = of.Title
	}
	if e.Mode == "" {
		e.Mode = of.Mode
	}
	if e.Audience == "" {
		e.Audience = of.Audience
	}
	if e.Decision == "" {
		e.Decision = of.Decision
	}
	return e, nil
}

// SameList tells whether two catalogues list the same, whatever their versions and days.
func (c Catalogue) SameList(other Catalogue) bool {
	return slices.Equal(c.Categories, other.Categories) && slices.Equal(c.Entries, other.Entries)
}
