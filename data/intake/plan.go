package intake

import (
	"slices"
	"strings"

	"gongkailan/data"
)

// Plan is a plan as read: the catalogue in the plan's own wording, what was passed over, and suspected typos.
type Plan struct {
	Catalogue   data.Catalogue
	Skipped     []Skipped
	Corrections []Correction

	categoryAt []span
	entryAt    []span
	terms      map[string]terms  // by code: what a table names for an entry
	shorts     map[string]string // by code: the short title that a table names for a category
	named      bool              // the table has a column of responsible offices
}

// span is from which line to which something was read.
type span struct{ first, last int }

// Correction is a suspected typo: what stands there and what was probably meant.
type Correction struct {
	Line int    `json:"line"`
	From string `json:"from"`
	To   string `json:"to"`
}

// Accept gives the catalogue with every suspected typo corrected.
func (p Plan) Accept() data.Catalogue {
	all := make([]int, len(p.Corrections))
	for i := range all {
		all[i] = i
	}
	return p.AcceptOnly(all)
}

// AcceptOnly gives the catalogue with the corrections of these numbers (from 0) made and all others left.
func (p Plan) AcceptOnly(numbers []int) data.Catalogue {
	c := p.Catalogue
	c.Categories = append([]data.Category(nil), c.Categories...)
	c.Entries = append([]data.Entry(nil), c.Entries...)
	for i := range c.Categories {
		if mended := p.mend(c.Categories[i].Title, p.categoryAt[i], numbers); mended != c.Categories[i].Title {
			c.Categories[i].Title, c.Categories[i].Short = mended, shortOf(mended)
		}
	}
	for i := range c.Entries {
		c.Entries[i].Title = p.mend(c.Entries[i].Title, p.entryAt[i], numbers)
	}
	return c
}

// mend makes the accepted corrections of the lines from which a title was read.
func (p Plan) mend(title string, at span, numbers []int) string {
	var pairs []string
	for _, n := range numbers {
		if n < 0 || n >= len(p.Corrections) {
			continue
		}
		if c := p.Corrections[n]; c.Line >= at.first && c.Line <= at.last {
			pairs = append(pairs, c.From, c.To)
		}
	}
	return strings.NewReplacer(pairs...).Replace(title)
}

// WithDefaultsOf gives the accepted catalogue with what the plan does not say taken from the catalogue in force: mode,
// audience, decision and office of like entries. What a table names for an entry stands as it is: somebody who exports
// the catalogue, changes a mode in the workbook and imports it means the change.
func (p Plan) WithDefaultsOf(accepted, usual data.Catalogue) data.Catalogue {
	c := accepted.WithDefaultsOf(usual)
	for i, e := range c.Entries {
		c.Entries[i] = p.terms[e.Code].over(e)
	}
	for i, k := range c.Categories {
		if short, ok := p.shorts[k.Code]; ok {
			c.Categories[i].Short = short
		}
	}
	return c
}

// WithOffices gives the catalogue with the responsible offices that the plan's table names, and the names that no office
// of the unit has. An empty cell of that column means that no office answers for the entry yet; without the column, the
// offices stay as they are.
func (p Plan) WithOffices(c data.Catalogue, offices []data.Office) (data.Catalogue, []string) {
	if !p.named {
		return c, nil
	}
	var unknown []string
	c.Entries = append([]data.Entry(nil), c.Entries...)
	for i, e := range c.Entries {
		name := p.terms[e.Code].office
		at := slices.IndexFunc(offices, func(o data.Office) bool { return o.Name == name })
		switch {
		case at >= 0:
			c.Entries[i].OfficeID = offices[at].ID
		case name == "":
			c.Entries[i].OfficeID = ""
		case !slices.Contains(unknown, name):
			unknown = append(unknown, name)
		}
	}
	return c, unknown
}

// skipOthers accounts for the lines around a table.
func (p *Plan) skipOthers(lines []line) {
	known := map[int]bool{}
	for _, s := range p.Skipped {
		known[s.Line] = true
	}
	for _, at := range p.entryAt {
		known[at.first] = true
	}
	var rest []Skipped
	for _, l := range lines {
		if !known[l.number] {
			rest = append(rest, Skipped{Line: l.number, Text: l.text, Why: whyOutside})
		}
	}
	p.Skipped = mergeByLine(p.Skipped, rest)
}
