package data

import (
	"encoding/json"
	"slices"
	"strings"
)

// Mode is how long something stays disclosed (S9, plan 三(三)).
type Mode string

const (
	LongTerm  Mode = "long"      // 长期公开: updated on revision, with a review date and no end
	Periodic  Mode = "periodic"  // 定期公开: replaced each half-year, adjusted each quarter
	Staged    Mode = "staged"    // 逐段公开: by stage, and a year-end summary
	Immediate Mode = "immediate" // 即时公开: at once; 任前公示 and 考察预告 with a notice period
)

// Modes lists the four modes in the plan's order.
func Modes() []Mode { return []Mode{LongTerm, Periodic, Staged, Immediate} }

// Decision is who approves an entry's items (S3, plan 三(一)2).
type Decision string

const (
	ByDeputy     Decision = "deputy"     // 分管领导或主要负责人
	ByCollective Decision = "collective" // 党组集体研究
	BySuperior   Decision = "superior"   // 党组集体研究, then 上级党组织审核
)

// Decisions lists the three ways of deciding, the lightest first.
func Decisions() []Decision { return []Decision{ByDeputy, ByCollective, BySuperior} }

// Category is one of the catalogue's heads, 二(一)–(六) of the plan.
type Category struct {
	Code  string `json:"code"`  // "1"
	Title string `json:"title"` // as the plan words it
	Short string `json:"short"` // at most eight characters, for tiles and headers
}

// Entry is one 目录项: something that must be disclosed, with the defaults that its items start from (S1).
type Entry struct {
	Code     string   `json:"code"` // "3.5"
	Category string   `json:"category"`
	Title    string   `json:"title"`
	Mode     Mode     `json:"mode"`
	Audience Audience `json:"audience"`
	Decision Decision `json:"decision"`
	OfficeID string   `json:"office,omitempty"` // 责任股室, empty until the unit assigns one
}

// Catalogue is what a unit must disclose, as in force from a day on.
type Catalogue struct {
	Version    int        `json:"version"`
	From       Date       `json:"from"`
	Categories []Category `json:"categories"`
	Entries    []Entry    `json:"entries"`
	// Retired are the entries that earlier versions had and this one no longer has, as they last stood. They are no part
	// of the version; items that were drafted under them still show what they are about.
	Retired []Entry `json:"-"`
}

// ReadCatalogue reads a catalogue from its JSON form and checks it. It fails with ErrInvalid.
func ReadCatalogue(text []byte) (Catalogue, error) {
	var c Catalogue
	if err := json.Unmarshal(text, &c); err != nil {
		return Catalogue{}, Refuse(ErrInvalid, "catalogue.unreadable", err.Error())
	}
	return c, c.Check()
}

// Check tells whether the catalogue holds together: codes are there once, every entry lies in a category of the
// catalogue, every default is a known one. It fails with ErrInvalid and names the first entry at fault.
func (c Catalogue) Check() error {
	seen := map[string]bool{}
	for _, category := range c.Categories {
		if category.Code == "" || category.Title == "" || seen[category.Code] {
			return Refuse(ErrInvalid, "catalogue.category", category.Code+category.Title)
		}
		seen[category.Code] = true
	}
	codes := map[string]bool{}
	for _, e := range c.Entries {
		known := slices.Contains(Modes(), e.Mode) && slices.Contains(Audiences(), e.Audience) &&
			slices.Contains(Decisions(), e.Decision)
		if e.Code == "" || strings.TrimSpace(e.Title) == "" || codes[e.Code] || !seen[e.Category] || !known {
			return Refuse(ErrInvalid, "catalogue.entry", e.Code+" "+e.Title)
		}
		codes[e.Code] = true
	}
	return nil
}

// Entry finds the entry of that code.
func (c Catalogue) Entry(code string) (Entry, bool) {
	i := slices.IndexFunc(c.Entries, func(e Entry) bool { return e.Code == code })
	if i < 0 {
		return Entry{}, false
	}
	return c.Entries[i], true
}

// Known finds the entry of that code, retired or not: an item that was drafted under it keeps its title and its head.
func (c Catalogue) Known(code string) (Entry, bool) {
	if e, ok := c.Entry(code); ok {
		return e, true
	}
	i := slices.IndexFunc(c.Retired, func(e Entry) bool { return e.Code == code })
	if i < 0 {
		return Entry{}, false
	}
	return c.Retired[i], true
}

// After tells which entries of earlier versions this one no longer has. The versions before it come oldest first.
func (c Catalogue) After(earlier []Catalogue) Catalogue {
	last := map[string]Entry{}
	for _, before := range earlier {
		for _, e := range before.Entries {
			last[e.Code] = e
		}
	}
	c.Retired = nil
	for _, e := range last {
		if _, there := c.Entry(e.Code); !there {
			c.Retired = append(c.Retired, e)
		}
	}
	slices.SortFunc(c.Retired, func(a, b Entry) int { return CompareCodes(a.Code, b.Code) })
	return c
}

// Category finds the category of that code.
func (c Catalogue) Category(code string) (Category, bool) {
	i := slices.IndexFunc(c.Categories, func(k Category) bool { return k.Code == code })
	if i < 0 {
		return Category{}, false
	}
	return c.Categories[i], true
}

// WithDefaultsOf gives the catalogue with mode, audience, decision and office taken from the entry of the same code
// and a like title in the other catalogue. A plan names what is disclosed; the defaults are the office's.
func (c Catalogue) WithDefaultsOf(other Catalogue) Catalogue {
	entries := slices.Clone(c.Entries)
	for i, e := range entries {
		if d, ok := other.Entry(e.Code); ok && alike(d.Title, e.Title) {
			entries[i].Mode, entries[i].Audience = d.Mode, d.Audience
			entries[i].Decision, entries[i].OfficeID = d.Decision, d.OfficeID
		}
	}
	categories := slices.Clone(c.Categories)
	for i, k := range categories {
		if d, ok := other.Category(k.Code); ok && alike(d.Title, k.Title) {
			categories[i].Short = d.Short
		}
	}
	c.Entries, c.Categories = entries, categories
	return c
}

// alike tells whether two titles share at least half of the pairs of characters of the shorter one, so that a plan's
// own wording still finds its defaults while a different entry under the same number does not.
func alike(a, b string) bool {
	pairs := func(text string) map[string]bool {
		runes := []rune(text)
		set := map[string]bool{}
		for i := 0; i+1 < len(runes); i++ {
			set[string(runes[i:i+2])] = true
		}
		return set
	}
	pa, pb := pairs(a), pairs(b)
	shared := 0
	for pair := range pa {
		if pb[pair] {
			shared++
		}
	}
	return 2*shared >= max(1, min(len(pa), len(pb)))
}
