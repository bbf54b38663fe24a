package intake

import (
	"slices"
	"strconv"
	"strings"

	"gongkailan/data"
)

// table is a table of a document or a sheet of a workbook: its rows, and the line of the file that each is.
type table struct {
	rows    [][]string
	numbers []int
}

func (t *table) add(number int, cells []string) {
	t.rows = append(t.rows, cells)
	t.numbers = append(t.numbers, number)
}

// lineOf writes a row as a line of text.
func lineOf(cells []string) string {
	var parts []string
	for _, cell := range cells {
		if cell = trim(flatten(cell)); cell != "" {
			parts = append(parts, cell)
		}
	}
	return strings.Join(parts, " ")
}

// columns are where the heads of a catalogue's table stand; -1 for one that is not there.
type columns struct{ code, category, short, title, office, mode, audience, decision int }

// findHeads finds the row of heads: the first that names the item and, besides, its number or its category.
func findHeads(rows [][]string) (int, columns) {
	for i, row := range rows {
		c := columns{-1, -1, -1, -1, -1, -1, -1, -1}
		for j := range row {
			c.note(j, headOf(row, j))
		}
		c.settle(row)
		if c.title >= 0 && (c.category >= 0 || c.code >= 0) {
			return i, c
		}
	}
	return -1, columns{}
}

func headOf(row []string, at int) string { return withoutSpace(row[at]) }

// withoutSpace gives a head as it is meant: 序　号 is 序号.
func withoutSpace(cell string) string { return strings.Join(strings.Fields(cell), "") }

func (c *columns) note(at int, head string) {
	set := func(place *int) {
		if *place < 0 {
			*place = at
		}
	}
	switch head {
	case "编码", "编号", "代码", "序号", "目录编号", "目录编码":
		set(&c.code)
	case "类别", "公开类别", "一级目录", "分类", "一级分类", "类目", "公开类目", "目录类别", "项目类别":
		set(&c.category)
	case "公开事项", "事项", "事项名称", "二级目录", "二级分类", "目录项", "公开事项名称", "具体事项":
		set(&c.title)
	case "类别简称", "简称":
		set(&c.short)
	case "责任股室", "责任科室", "责任部门", "责任处室", "责任单位", "公开责任部门":
		set(&c.office)
	case "公开方式", "公开时限", "时限", "公开时间", "公开期限":
		set(&c.mode)
	case "公开范围", "范围", "公开对象":
		set(&c.audience)
	case "决定方式", "审批方式":
		set(&c.decision)
	}
}

// settle reads the heads whose meaning depends on the others: beside 公开内容, 公开项目 is what it belongs to; alone, it is
// the item itself.
func (c *columns) settle(row []string) {
	find := func(heads ...string) int {
		return slices.IndexFunc(row, func(cell string) bool {
			return slices.Contains(heads, withoutSpace(cell))
		})
	}
	content, project := find("公开内容", "内容", "具体内容", "公开的内容", "主要内容"), find("公开项目", "项目", "公开的项目", "项目名称")
	if c.title < 0 && content >= 0 {
		c.title = content
		if c.category < 0 {
			c.category = project
		}
	}
	if c.title < 0 {
		c.title = project
	}
}

// readTable reads a table with the heads of a catalogue; a plan without entries for any other.
func (r reader) readTable(t table) Plan {
	heads, c := findHeads(t.rows)
	if heads < 0 {
		return Plan{}
	}
	b := tableBuilder{reader: r, at: c, heads: t.rows[heads], coded: c.code >= 0 && headOf(t.rows[heads], c.code) != "序号", plan: Plan{terms: map[string]terms{}, shorts: map[string]string{}, named: c.office >= 0}}
	for i, row := range t.rows {
		switch {
		case i < heads:
			b.skip(t.numbers[i], row, whyOutside)
		case i == heads:
			b.skip(t.numbers[i], row, whyHeads)
		default:
			b.take(t.numbers[i], row)
		}
	}
	return b.plan
}

// tableBuilder turns the rows under the heads into a catalogue. A category stands in its first row, or in each.
type tableBuilder struct {
	reader
	at    columns
	heads []string
	coded bool // the table has codes of its own, not only a running number
	plan  Plan
	open  string // code of the category under way
	short string // the short title that the row names
}

func (b *tableBuilder) skip(number int, row []string, why string) {
	if text := lineOf(row); text != "" {
		b.plan.Skipped = append(b.plan.Skipped, Skipped{Line: number, Text: text, Why: why})
	}
}

func cellAt(row []string, at int) string {
	if at < 0 || at >= len(row) {
		return ""
	}
	return trim(row[at])
}

// flatten joins the lines of a cell.
func flatten(cell string) string { return withoutTabs(strings.ReplaceAll(cell, "\n", "")) }

func (b *tableBuilder) take(number int, row []string) {
	category, code := flatten(cellAt(row, b.at.category)), flatten(cellAt(row, b.at.code))
	b.short = flatten(cellAt(row, b.at.short))
	titles := b.titles(cellAt(row, b.at.title))
	switch {
	case lineOf(row) == lineOf(b.heads): // heads come again on each page
		b.skip(number, row, whyHeads)
		return
	case len(titles) == 0:
		if category != "" {
			b.enter(category, code, number)
		}
		b.skip(number, row, whyNoItem)
		return
	}
	b.enter(category, code, number)
	for _, title := range titles {
		b.entry(title, code, number, row)
	}
}

// titles gives the items of a cell. A cell of a table that has no codes of its own may hold several, 1.… 2.…
func (b *tableBuilder) titles(cell string) []string {
	if flatten(cell) == "" {
		return nil
	}
	if !b.coded {
		var titles []string
		for _, l := range splitLines(cell) {
			l.mark = b.mark(l.text)
			for _, p := range b.cut(l) {
				if p.style == unmarked {
					return []string{flatten(cell)}
				}
				titles = append(titles, titleOf(p.text))
			}
		}
		if len(titles) > 1 {
			return titles
		}
	}
	return []string{flatten(cell)}
}

// enter opens the category that a row names, or goes on with the one before it.
func (b *tableBuilder) enter(title, code string, number int) {
	c := &b.plan.Catalogue
	if title == "" && b.open != "" {
		return
	}
	if title == "" {
		title = "公开内容"
	}
	for _, known := range c.Categories {
		if known.Title == title {
			b.open = known.Code
			return
		}
	}
	b.open = b.freeCode(code)
	short := b.short
	if short == "" {
		short = shortOf(title)
	} else {
		b.plan.shorts[b.open] = short
	}
	c.Categories = append(c.Categories, data.Category{Code: b.open, Title: title, Short: short})
	b.plan.categoryAt = append(b.plan.categoryAt, span{number, number})
}

// freeCode gives a new category its code: what stands before the dot in its first entry's code, or the next number
// that is not taken.
func (b *tableBuilder) freeCode(code string) string {
	taken := func(code string) bool {
		_, ok := b.plan.Catalogue.Category(code)
		return ok
	}
	if head, _, _ := strings.Cut(code, "."); b.coded && head != "" && !taken(head) {
		return head
	}
	n := len(b.plan.Catalogue.Categories) + 1
	for taken(strconv.Itoa(n)) {
		n++
	}
	return strconv.Itoa(n)
}

// codeFor gives an entry its code: its own where the table has codes, or the next of its category where it is missing,
// doubled or of another category, so that every row is kept.
func (b *tableBuilder) codeFor(code string) string {
	c := b.plan.Catalogue
	if _, taken := c.Entry(code); b.coded && !taken && (code == b.open || strings.HasPrefix(code, b.open+".")) {
		return code
	}
	n := 1
	for _, e := range c.Entries {
		if e.Category == b.open {
			n++
		}
	}
	for {
		code := b.open + "." + strconv.Itoa(n)
		if _, taken := c.Entry(code); !taken {
			return code
		}
		n++
	}
}

// entry adds an entry with the terms that its row names.
func (b *tableBuilder) entry(title, code string, number int, row []string) {
	code = b.codeFor(code)
	named := terms{office: strings.Trim(flatten(cellAt(row, b.at.office)), "—－-/／")} // a dash stands for none
	readTerm(&named.mode, cellAt(row, b.at.mode), map[string]data.Mode{"长期": data.LongTerm, "定期": data.Periodic, "逐段": data.Staged, "即时": data.Immediate})
	readTerm(&named.audience, cellAt(row, b.at.audience), map[string]data.Audience{"党内": data.Party, "机关": data.Staff, "社会": data.Society})
	readTerm(&named.decision, cellAt(row, b.at.decision), map[string]data.Decision{"分管": data.ByDeputy, "集体研究": data.ByCollective, "报上级": data.BySuperior})
	b.plan.terms[code] = named
	b.plan.entryAt = append(b.plan.entryAt, span{number, number})
	e := named.over(withGuesses(data.Entry{Code: code, Category: b.open, Title: title}))
	b.plan.Catalogue.Entries = append(b.plan.Catalogue.Entries, e)
}

// terms are what a table names for an entry; each is empty where it names none.
type terms struct {
	mode     data.Mode
	audience data.Audience
	decision data.Decision
	office   string // its name
}

// over puts what was named in the place of what was guessed.
func (t terms) over(e data.Entry) data.Entry {
	if t.mode != "" {
		e.Mode = t.mode
	}
	if t.audience != "" {
		e.Audience = t.audience
	}
	if t.decision != "" {
		e.Decision = t.decision
	}
	return e
}

// readTerm puts the term that a cell names into its place; a cell that names none leaves it empty.
func readTerm[T any](place *T, cell string, words map[string]T) {
	last := -1
	for word, term := range words {
		// 党组集体研究后报上级审核 names two; the one written last is the one that is meant.
		if at := strings.LastIndex(cell, word); at > last {
			*place, last = term, at
		}
	}
}
