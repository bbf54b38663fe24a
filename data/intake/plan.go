package intake

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gongkailan/data"
)

// readLines reads a plan's lines into a catalogue. Of the sections that may hold it, the one with the most entries is
// taken; a text that is nothing but the list is taken whole.
func readLines(lines []line) (Plan, error) {
	r := newReader()
	var best *builder
	try := func(s section) {
		b := newBuilder(r, lines, s)
		b.build()
		if best == nil || len(b.entries) > len(best.entries) {
			best = b
		}
	}
	for _, s := range r.sections(lines) {
		try(s)
	}
	if best == nil || len(best.entries) == 0 {
		try(section{heading: -1, first: 0, end: len(lines)})
	}
	if len(best.entries) < 2 || best.section.heading < 0 && best.ranks() < 2 && len(best.entries) < 3 {
		return Plan{}, data.Refuse(data.ErrInvalid, "intake.nolist")
	}
	best.skipRest()
	return best.plan(), nil
}

// builder turns the lines of a section into categories and entries. Every line is accounted for: taken, a part of what
// was taken, or skipped with a reason.
type builder struct {
	reader
	lines   []line
	section section

	categories []node
	entries    []node
	skipped    []Skipped
	used       map[int]bool // line numbers that are taken or skipped
	category   mark         // the style of categories
	item       mark         // the style of items, unmarked until one was seen
	open       *node        // what a wrapped line would continue
}

// node is a category or an entry under way.
type node struct {
	code     string
	category string
	title    string
	items    int
	line     int
}

func newBuilder(r reader, lines []line, s section) *builder {
	return &builder{reader: r, lines: lines, section: s, used: map[int]bool{}}
}

// piece is a marked part of a line; several where a line carries its items within it.
type piece struct {
	mark
	line   line
	inside bool // not the line's first piece
}

func (b *builder) build() {
	pieces := b.pieces()
	first := -1
	for i, p := range pieces {
		if p.style != unmarked {
			first = i
			break
		}
	}
	if first < 0 {
		return
	}
	b.category = pieces[first].mark
	flat := b.isFlat(pieces[first:])
	if flat {
		b.item = b.category
		b.openCategory(b.flatTitle(), pieces[first].line)
	}
	for i, p := range pieces {
		switch {
		case i < first:
			b.skip(p.line, "目录之前的说明")
		default:
			b.take(p, flat)
		}
	}
	b.closeCategories()
}

// pieces cuts the section's lines, and those that carry a list within them, into marked pieces.
func (b *builder) pieces() []piece {
	var pieces []piece
	for _, l := range b.lines[b.section.first:b.section.end] {
		before, items := b.inline(l.text)
		if len(items) == 0 {
			pieces = append(pieces, piece{mark: b.mark(l.text), line: l})
			continue
		}
		if head := strings.TrimSpace(before); head != "" {
			pieces = append(pieces, piece{mark: b.mark(head), line: l})
		}
		for _, item := range items {
			pieces = append(pieces, piece{mark: b.mark(strings.TrimSpace(item)), line: l, inside: len(pieces) > 0 && pieces[len(pieces)-1].line.number == l.number})
		}
	}
	return pieces
}

// isFlat tells whether the list has one rank only: items without categories.
func (b *builder) isFlat(pieces []piece) bool {
	for _, p := range pieces {
		if p.style != unmarked && !p.same(b.category) || strings.Count(p.text, "；") > 0 && p.style != unmarked && strings.ContainsAny(p.text, "：:") {
			return false
		}
	}
	return true
}

func (b *builder) flatTitle() string {
	if b.section.heading >= 0 {
		if title := titleOf(headingOf(b.mark(b.lines[b.section.heading].text).text)); title != "" {
			return title
		}
	}
	return "公开内容"
}

// ranks counts the ranks of headings that were seen.
func (b *builder) ranks() int {
	if b.item.style == unmarked || b.item.same(b.category) {
		return 1
	}
	return 2
}

// take puts a piece where it belongs.
func (b *builder) take(p piece, flat bool) {
	switch {
	case p.style == unmarked:
		b.continueWith(p)
	case !flat && p.same(b.category):
		b.openCategory(p.text, p.line)
	case b.item.style == unmarked || p.same(b.item):
		b.item = p.mark
		b.openEntry(p.text, p.line)
	default:
		b.skip(p.line, "下一级的细目，归入上一条")
	}
}

// continueWith takes an unmarked line as the rest of the line before, where that one was wrapped.
func (b *builder) continueWith(p piece) {
	if b.open != nil && !p.line.after && !endsSentence(b.open.title) && utf8.RuneCountInString(b.open.title) >= 12 {
		b.open.title += p.text
		b.used[p.line.number] = true
		return
	}
	b.skip(p.line, "说明文字，不是目录项")
}

// openCategory begins a category. Its heading may go on with its items, divided by semicolons and without marks.
func (b *builder) openCategory(text string, l line) {
	b.used[l.number] = true
	heading, rest := text, ""
	for _, mark := range []string{"。", "：", ":"} {
		if head, tail, ok := strings.Cut(heading, mark); ok && strings.TrimSpace(tail) != "" {
			heading, rest = head, tail+rest
		}
	}
	b.categories = append(b.categories, node{code: strconv.Itoa(len(b.categories) + 1), title: heading, line: l.number})
	b.open = &b.categories[len(b.categories)-1]
	rest = regexp.MustCompile(`^(主要)?(包括|包含|有|内容为|具体包括)[:：]?`).ReplaceAllString(strings.TrimSpace(rest), "")
	parts := strings.FieldsFunc(rest, func(r rune) bool { return r == '；' || r == ';' })
	if len(parts) < 2 {
		if rest != "" {
			b.open.title = text // one sentence more: keep the plan's wording whole
		}
		return
	}
	for _, part := range parts {
		b.openEntry(part, l)
	}
}

func (b *builder) openEntry(text string, l line) {
	if len(b.categories) == 0 {
		b.openCategory(b.flatTitle(), l)
	}
	b.used[l.number] = true
	c := &b.categories[len(b.categories)-1]
	c.items++
	b.entries = append(b.entries, node{code: c.code + "." + strconv.Itoa(c.items), category: c.code, title: text, line: l.number})
	b.open = &b.entries[len(b.entries)-1]
}

// closeCategories gives a category without items one entry, under the category's own number: 其他.
func (b *builder) closeCategories() {
	var entries []node
	next := 0
	for _, c := range b.categories {
		for next < len(b.entries) && b.entries[next].category == c.code {
			entries = append(entries, b.entries[next])
			next++
		}
		if c.items == 0 {
			entries = append(entries, node{code: c.code, category: c.code, title: c.title, line: c.line})
		}
	}
	b.entries = entries
}

func (b *builder) skip(l line, why string) {
	if !b.used[l.number] {
		b.used[l.number] = true
		b.skipped = append(b.skipped, Skipped{Line: l.number, Text: l.text, Why: why})
	}
}

// skipRest accounts for the lines outside the section.
func (b *builder) skipRest() {
	title := ""
	related := false
	var rest []Skipped
	for i, l := range b.lines {
		if title == "" && !isForeign(l.text) && utf8.RuneCountInString(l.text) > 4 {
			title = l.text
		}
		if b.used[l.number] {
			continue
		}
		foreign := foreignReason(l.text)
		related = related || strings.Contains(l.text, "相关文章") || strings.Contains(l.text, "相关推荐")
		why := "不属于公开的内容"
		switch {
		case i == b.section.heading:
			why = "公开内容一节的标题"
		case related:
			why = "网页的相关文章"
		case foreign != "":
			why = foreign
		case title == "":
			why = "网页的页眉"
		case l.text == title:
			why = "标题"
		}
		b.used[l.number] = true
		rest = append(rest, Skipped{Line: l.number, Text: l.text, Why: why})
	}
	b.skipped = mergeByLine(b.skipped, rest)
}

// mergeByLine joins two lists in the order of their lines.
func mergeByLine(a, b []Skipped) []Skipped {
	var all []Skipped
	for len(a) > 0 || len(b) > 0 {
		if len(b) == 0 || len(a) > 0 && a[0].Line < b[0].Line {
			all, a = append(all, a[0]), a[1:]
		} else {
			all, b = append(all, b[0]), b[1:]
		}
	}
	return all
}

// plan gives what was built.
func (b *builder) plan() Plan {
	p := Plan{Skipped: b.skipped, Corrections: typos(b.lines)}
	for _, c := range b.categories {
		title := titleOf(c.title)
		p.Catalogue.Categories = append(p.Catalogue.Categories, data.Category{Code: c.code, Title: title, Short: shortOf(title)})
	}
	for _, e := range b.entries {
		p.Catalogue.Entries = append(p.Catalogue.Entries, withGuesses(data.Entry{Code: e.code, Category: e.category, Title: titleOf(e.title)}))
	}
	return p
}

// titleOf cuts the marks at a title's ends that belong to the list and not to it.
func titleOf(text string) string {
	title := strings.Trim(text, " \t\u3000\u00a0")
	title = strings.TrimRight(title, "。；;，,、：:. \t\u3000")
	if title == "" {
		return strings.TrimSpace(text)
	}
	return title
}

// shortOf gives a name of at most eight characters for tiles.
func shortOf(title string) string {
	if strings.Contains(title, "其他") || strings.Contains(title, "其它") {
		return "其他"
	}
	short := strings.TrimSuffix(title, "情况")
	short = strings.TrimPrefix(strings.TrimPrefix(short, "党组织"), "党的")
	if runes := []rune(short); len(runes) > 8 {
		return string(runes[:8])
	}
	if short == "" {
		return title
	}
	return short
}

// withGuesses gives an entry the defaults that its words suggest (S9); a person sees and changes them.
func withGuesses(e data.Entry) data.Entry {
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(e.Title, w) {
				return true
			}
		}
		return false
	}
	e.Audience, e.Decision = data.Staff, data.ByDeputy
	switch {
	case has("制度", "规定", "职责", "程序", "办法", "机构"):
		e.Mode = data.LongTerm
	case has("进展", "整改", "活动", "阶段", "实事"):
		e.Mode = data.Staged
	case has("计划", "年度", "党费", "考核", "目标", "季度"):
		e.Mode = data.Periodic
	default:
		e.Mode, e.Decision = data.Immediate, data.ByCollective
	}
	return e
}
