package catalog

import (
	"slices"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// tree is the table of the catalogue: categories that fold and unfold with their entries under them, or all entries by
// what is due first. What is folded stays so while the screen is open.
type tree struct {
	table   *ui.Table
	lines   []line
	folded  map[string]bool // by code of the category
	routine bool            // 例行公开: by what is due first
	office  string          // the only office whose entries are listed; "" for all
	noOne   bool            // only entries that no office answers for
}

// line is one row of the table: a category or an entry of it.
type line struct {
	category data.Category
	count    int           // entries of the category, in its own row
	row      data.Compared // without a code in the row of a category
	due      data.EntryDue
}

func (l line) isCategory() bool { return l.row.Entry.Code == "" }

func (t *tree) viewAt() int {
	if t.routine {
		return 1
	}
	return 0
}

// officeAt is the place of the chosen office in the list: all, none, and then the offices.
func (t *tree) officeAt(offices []data.Office) int {
	if t.noOne {
		return 1
	}
	at := slices.IndexFunc(offices, func(o data.Office) bool { return o.ID == t.office })
	if t.office == "" || at < 0 {
		return 0
	}
	return at + 2
}

func (t *tree) choose(at int, offices []data.Office) {
	t.noOne, t.office = at == 1, ""
	if at >= 2 && at-2 < len(offices) {
		t.office = offices[at-2].ID
	}
}

func (t *tree) lists(e data.Entry) bool {
	return (!t.noOne || e.OfficeID == "") && (t.office == "" || e.OfficeID == t.office)
}

// makeTable fills the table, with the columns that there is room for.
func (c *Catalog) makeTable() {
	w := c.env.Words
	t := &c.tree
	t.lines = c.linesOf()
	if t.table == nil {
		t.table = ui.NewTable([]ui.TableColumn{
			{Title: w.T("catalog.code")},
			{Title: w.T("catalog.entry")},
			{Title: w.T("catalog.office")},
			{Title: w.T("catalog.mode")},
			{Title: w.T("catalog.audience")},
			{Title: w.T("catalog.decision")},
			{Title: w.T("catalog.due")},
		}, c.choose)
	}
	switch {
	case c.card != nil:
		t.table.SetShares(0.62, 3.7, 1.25, 0, 0, 0, 1.75)
	case t.routine:
		t.table.SetShares(0.62, 3.7, 1.25, 0.95, 1.2, 0, 1.75)
	default:
		t.table.SetShares(0.62, 3.7, 1.25, 0.95, 1.2, 1.2, 1.75)
	}
	rows := make([][]ui.Cell, len(t.lines))
	for i, l := range t.lines {
		rows[i] = c.row(l)
	}
	t.table.SetRows(rows)
}

// linesOf lists what is shown. With changes that are not saved, what is retired stays in sight until it is.
func (c *Catalog) linesOf() []line {
	now := c.shown()
	before := now
	if c.draft != nil {
		before = c.draft.base
	}
	today := c.today()
	all := []line{}
	for _, row := range now.ComparedWith(before) {
		if c.tree.lists(row.Entry) {
			all = append(all, line{row: row, due: row.Entry.NextDue(c.read.up[row.Entry.Code], today)})
		}
	}
	if c.tree.routine {
		slices.SortStableFunc(all, func(a, b line) int { return data.CompareDue(a.due, b.due) })
		return all
	}
	return c.underCategories(all, now, before)
}

// underCategories puts each category before its entries, and leaves out what is folded. While the list is narrowed to an
// office, categories without an entry of it are left out.
func (c *Catalog) underCategories(all []line, now, before data.Catalogue) []line {
	categories := slices.Clone(now.Categories)
	for _, k := range before.Categories {
		if _, there := now.Category(k.Code); !there {
			categories = append(categories, k)
		}
	}
	var lines []line
	for _, k := range categories {
		var of []line
		for _, l := range all {
			if l.row.Entry.Category == k.Code {
				l.category = k
				of = append(of, l)
			}
		}
		if len(of) == 0 && (c.tree.office != "" || c.tree.noOne) {
			continue
		}
		lines = append(lines, line{category: k, count: len(of)})
		if !c.tree.folded[k.Code] {
			lines = append(lines, of...)
		}
	}
	return lines
}

// The signs of a category: unfolded, folded.
const (
	unfoldedSign = "▼"
	foldedSign   = "▶"
)

func (c *Catalog) row(l line) []ui.Cell {
	w := c.env.Words
	if l.isCategory() {
		sign := unfoldedSign
		if c.tree.folded[l.category.Code] {
			sign = foldedSign
		}
		return []ui.Cell{
			{Text: sign + " " + l.category.Code, Bold: true},
			{Text: l.category.Title, Bold: true},
			{},
			{},
			{},
			{},
			{Text: w.T("catalog.entries", l.count), Muted: true},
		}
	}
	e := l.row.Entry
	open := c.card != nil && c.card.code() == e.Code
	code, office := "　"+e.Code, ui.Cell{Text: c.officeName(e.OfficeID)}
	if c.tree.routine {
		code = e.Code
	}
	if office.Text == "" {
		office = ui.Cell{Text: w.T("catalog.nooffice"), Muted: true}
	}
	return []ui.Cell{
		{Text: code, Muted: !open, Bold: open},
		{Text: e.Title, Bold: open, Muted: l.row.Standing == data.StandsMissing},
		office,
		{Text: w.T("mode." + string(e.Mode))},
		{Text: w.T("audience." + string(e.Audience))},
		{Text: w.T("decision." + string(e.Decision))},
		c.mark(l),
	}
}

// mark is what stands at the end of a row: what was changed and is not saved yet, else what is due next.
func (c *Catalog) mark(l line) ui.Cell {
	w := c.env.Words
	switch l.row.Standing {
	case data.StandsNew:
		return ui.Toned(w.T("catalog.isnew"), ui.Good)
	case data.StandsChanged:
		return ui.Toned(w.T("catalog.ischanged"), ui.Waiting)
	case data.StandsMissing:
		return ui.Toned(w.T("catalog.isretired"), ui.Plain)
	}
	if e, ok := c.edition(c.version); ok && c.until(e) != "" && e.From <= c.today() {
		return ui.Cell{Text: "—", Muted: true} // nothing is due of a version that has ended
	}
	if text, late := c.late(l.due); late {
		return ui.Toned(text, ui.Bad)
	}
	return ui.Cell{Text: c.dueText(l.due), Muted: l.due.On == ""}
}

// late says by how many working days something is overdue, in neutral words (S9).
func (c *Catalog) late(due data.EntryDue) (string, bool) {
	if !due.Overdue(c.today()) {
		return "", false
	}
	n := c.env.Calendar.Between(due.On, c.today())
	return c.env.Words.T("catalog.late.days", n), n > 0
}

// dueText says what is due next and by when; the year stands there when it is not this one.
func (c *Catalog) dueText(due data.EntryDue) string {
	w := c.env.Words
	if due.On == "" {
		return w.T("due." + string(due.Kind))
	}
	return w.T("due."+string(due.Kind)+".on", w.TableDate(due.On, c.today().Year()))
}

// choose opens the entry of a row, and folds or unfolds a category.
func (c *Catalog) choose(row int) {
	if row >= len(c.tree.lines) {
		return
	}
	l := c.tree.lines[row]
	if !l.isCategory() {
		if c.settle() {
			c.openEntry(l.row.Entry.Code)
		}
		return
	}
	c.tree.folded[l.category.Code] = !c.tree.folded[l.category.Code]
	c.makeTable()
	c.tree.table.ScrollTo(row)
}
