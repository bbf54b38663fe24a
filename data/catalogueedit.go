package data

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	// maxEntryTitle is how long an entry may be, in characters: three lines of the list.
	maxEntryTitle = 120
	// maxShort is how long the short title of a category may be, in characters, so that it fits a tile.
	maxShort = 8
	// maxCode is how long a code may be, in characters.
	maxCode = 12
)

// NextEntryCode proposes the code of a new entry: the next number of the category that no entry has or ever had.
func (c Catalogue) NextEntryCode(category string) string {
	for n := 1; ; n++ {
		code := category + "." + strconv.Itoa(n)
		if _, used := c.Known(code); !used {
			return code
		}
	}
}

// NextCategoryCode proposes the code of a new category: the next number that no category has, and under which no entry
// ever stood.
func (c Catalogue) NextCategoryCode() string {
	used := map[string]bool{}
	for _, k := range c.Categories {
		used[k.Code] = true
	}
	for _, e := range c.Retired {
		used[e.Category] = true
	}
	n := 1
	for used[strconv.Itoa(n)] {
		n++
	}
	return strconv.Itoa(n)
}

// Put gives the catalogue with the entry in it: in place of the one that has its code, or as a new one in its place by
// code. It fails with ErrInvalid and says what is wrong with the entry.
func (c Catalogue) Put(e Entry) (Catalogue, error) {
	at := slices.IndexFunc(c.Entries, func(other Entry) bool { return other.Code == e.Code })
	if err := c.checkEntry(e, at < 0); err != nil {
		return c, err
	}
	c.Entries = slices.Clone(c.Entries)
	if at >= 0 {
		c.Entries[at] = e
	} else {
		c.Entries = insertEntry(c.Entries, e)
	}
	return c, c.Check()
}

// Without gives the catalogue without the entry of that code.
func (c Catalogue) Without(code string) Catalogue {
	c.Entries = slices.DeleteFunc(slices.Clone(c.Entries), func(e Entry) bool { return e.Code == code })
	return c
}

// PutCategory gives the catalogue with the category in it, new or in place of the one that has its code. A short title
// that is missing is made from the title. It fails with ErrInvalid and says what is wrong.
func (c Catalogue) PutCategory(k Category) (Catalogue, error) {
	at := slices.IndexFunc(c.Categories, func(other Category) bool { return other.Code == k.Code })
	if k.Short == "" {
		k.Short = string([]rune(k.Title)[:min(maxShort, utf8.RuneCountInString(k.Title))])
	}
	if err := checkLines(k.Title, k.Short); err != nil {
		return c, err
	}
	switch {
	case at < 0 && (!isCode(k.Code) || strings.Contains(k.Code, ".")):
		return c, Refuse(ErrInvalid, "catalogue.categorycode", k.Code)
	case strings.TrimSpace(k.Title) == "" || utf8.RuneCountInString(k.Title) > maxEntryTitle:
		return c, Refuse(ErrInvalid, "catalogue.categorytitle", strconv.Itoa(maxEntryTitle))
	case utf8.RuneCountInString(k.Short) > maxShort:
		return c, Refuse(ErrInvalid, "catalogue.short", strconv.Itoa(maxShort))
	}
	c.Categories = slices.Clone(c.Categories)
	if at >= 0 {
		c.Categories[at] = k
	} else {
		c.Categories = insertCategory(c.Categories, k)
	}
	return c, c.Check()
}

// WithoutCategory gives the catalogue without the category of that code. It fails with ErrRefused where entries still
// lie in it.
func (c Catalogue) WithoutCategory(code string) (Catalogue, error) {
	if slices.ContainsFunc(c.Entries, func(e Entry) bool { return e.Category == code }) {
		k, _ := c.Category(code)
		return c, Refuse(ErrRefused, "catalogue.filled", k.Title)
	}
	c.Categories = slices.DeleteFunc(slices.Clone(c.Categories), func(k Category) bool { return k.Code == code })
	return c, nil
}

// checkEntry tells what is wrong with an entry that somebody typed, in words of its own for each fault.
func (c Catalogue) checkEntry(e Entry, isNew bool) error {
	if err := checkLines(e.Title); err != nil {
		return err
	}
	if strings.TrimSpace(e.Title) == "" || utf8.RuneCountInString(e.Title) > maxEntryTitle {
		return Refuse(ErrInvalid, "catalogue.title", strconv.Itoa(maxEntryTitle))
	}
	if !isNew {
		return nil
	}
	if !isCode(e.Code) || e.Code != e.Category && !strings.HasPrefix(e.Code, e.Category+".") {
		return Refuse(ErrInvalid, "catalogue.code", e.Code, e.Category)
	}
	if was, used := c.Known(e.Code); used && !alike(was.Title, e.Title) {
		// The items of the retired entry would seem to be about the new one.
		return Refuse(ErrInvalid, "catalogue.reused", e.Code, was.Title, c.NextEntryCode(e.Category))
	}
	return nil
}

// isCode tells whether a text can be a code: digits and letters, parted by single dots.
func isCode(code string) bool {
	if len(code) > maxCode {
		return false
	}
	for _, part := range strings.Split(code, ".") {
		if part == "" || strings.Trim(part, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") != "" {
			return false
		}
	}
	return true
}
