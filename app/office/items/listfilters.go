package items

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/data/desk"
)

// chosen is what the list is narrowed to. Values compare with ==.
type chosen struct {
	query                                    string
	status, office, category, audience, mode string
	year                                     string
}

// narrowed tells whether a filter is set, whatever is searched for.
func (c chosen) narrowed() bool {
	c.query = ""
	return c != chosen{}
}

func (c chosen) filter() desk.Filter {
	f := desk.Filter{
		Query: c.query, OfficeID: c.office, Category: c.category, Audience: data.Audience(c.audience), Mode: data.Mode(c.mode),
	}
	if c.status != "" {
		f.Status = []data.Status{data.Status(c.status)}
	}
	if year, err := strconv.Atoi(c.year); err == nil {
		f.Year = year
	}
	return f
}

// pick is a list of which the first line narrows nothing.
type pick struct {
	list   *ui.Select
	any    string
	values []string // beside the lines from the second on
}

func newPick(anything string) *pick {
	p := &pick{any: anything, list: ui.NewSelect([]string{anything}, nil)}
	p.list.SetSelectedIndex(0)
	return p
}

// offer puts other lines under the first. What was chosen stays chosen where it is still there.
func (p *pick) offer(values, names []string) {
	before := p.value()
	p.values = values
	p.list.SetOptions(append([]string{p.any}, names...))
	p.set(before)
}

// value gives what is chosen, "" for anything.
func (p *pick) value() string {
	if i := p.list.SelectedIndex(); i > 0 && i <= len(p.values) {
		return p.values[i-1]
	}
	return ""
}

// set chooses a value without telling; anything where the value is not offered.
func (p *pick) set(value string) {
	told := p.list.OnChanged
	p.list.OnChanged = nil
	p.list.SetSelectedIndex(0)
	for i, v := range p.values {
		if v == value {
			p.list.SetSelectedIndex(i + 1)
		}
	}
	p.list.OnChanged = told
}

// filters is the line of pick lists over the list of items.
type filters struct {
	words                                          words.Words
	status, office, category, audience, mode, year *pick
	clear                                          *ui.Link
	root                                           *fyne.Container
	bare                                           []fyne.CanvasObject // the line without the link
}

// newFilters makes the line; changed is called when a person has chosen something.
func newFilters(w words.Words, changed func()) *filters {
	f := &filters{
		words: w, status: newPick(w.T("items.any.status")), office: newPick(w.T("items.any.office")), category: newPick(w.T("items.any.category")),
		audience: newPick(w.T("items.any.audience")), mode: newPick(w.T("items.any.mode")), year: newPick(w.T("items.any.year")),
	}
	f.status.offer(named(w, "status.", data.Statuses()))
	f.audience.offer(named(w, "audience.", data.Audiences()))
	f.mode.offer(named(w, "mode.", data.Modes()))
	f.clear = ui.NewLink(w.T("items.clear"), func() {
		f.set(chosen{})
		changed()
	})
	f.root = ui.Elastic(10, []float32{126, 126, 132, 132, 116, 106, 96}, []float32{160, 170, 170, 170, 136, 128, 96})
	for _, p := range f.picks() {
		p.list.OnChanged = func(string) { changed() }
		f.root.Add(p.list)
	}
	f.bare = f.root.Objects
	return f
}

// named lists terms of the field with their words.
func named[T ~string](w words.Words, kind string, terms []T) (values, names []string) {
	for _, term := range terms {
		values = append(values, string(term))
		names = append(names, w.T(kind+string(term)))
	}
	return values, names
}

func (f *filters) picks() []*pick {
	return []*pick{f.status, f.office, f.category, f.audience, f.mode, f.year}
}

// offer fills in what the unit's records have.
func (f *filters) offer(c desk.Choices) {
	var values, names []string
	for _, o := range c.Offices {
		values, names = append(values, o.ID), append(names, o.Name)
	}
	f.office.offer(values, names)
	values, names = nil, nil
	for _, category := range c.Categories {
		values, names = append(values, category.Code), append(names, category.Code+" "+category.Short)
	}
	f.category.offer(values, names)
	values, names = nil, nil
	for _, year := range c.Years {
		values, names = append(values, strconv.Itoa(year)), append(names, f.words.T("items.year", year))
	}
	f.year.offer(values, names)
}

// chosen gives what is set, without the search.
func (f *filters) chosen() chosen {
	return chosen{
		status: f.status.value(), office: f.office.value(), category: f.category.value(), audience: f.audience.value(),
		mode: f.mode.value(), year: f.year.value(),
	}
}

// set chooses, without telling.
func (f *filters) set(c chosen) {
	for i, value := range []string{c.status, c.office, c.category, c.audience, c.mode, c.year} {
		f.picks()[i].set(value)
	}
}

// mark shows the link that clears the filters where one is set.
func (f *filters) mark() {
	f.root.Objects = slices.Clone(f.bare)
	if f.chosen().narrowed() {
		f.root.Add(ui.Midway(f.clear))
	}
	f.root.Refresh()
}
