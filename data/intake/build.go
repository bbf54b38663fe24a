package intake

import (
	"strconv"
	"strings"

	"gongkailan/data"
)

// builder turns the lines of a section into categories and entries. Every line is accounted for: taken, a part of what
// was taken, or skipped with a reason.
type builder struct {
	reader
	lines   []line
	section section

	shape      shape
	categories []node
	entries    []node
	skipped    []Skipped
	dropped    []node       // categories that only named another section of the plan
	led        bool         // one of them stands before the list
	used       map[int]bool // ids of lines that are taken or skipped
	item       mark         // the style of the open category's items, unmarked until one was seen
}

// node is a category or an entry under way.
type node struct {
	code     string // given at the end, when it is known what stays
	category string
	parent   int // of an entry: which category it is under
	title    string
	rest     string // of a category: what follows its title on the line
	opens    bool   // of a category: it ends with a colon, so something must follow
	line     line
	mark     mark
	details  []node // of an entry: what is numbered below it on lines of its own
}

func newBuilder(r reader, lines []line, s section) *builder {
	return &builder{reader: r, lines: lines, section: s, used: map[int]bool{}}
}

func (b *builder) build() {
	pieces := b.promote(b.pieces())
	first := 0
	for first < len(pieces) && pieces[first].style == unmarked {
		first++
	}
	if first == len(pieces) {
		return
	}
	b.shape = b.shapeOf(pieces[first:])
	for _, p := range pieces[:first] {
		b.skip(p.line, p.raw, whyBefore)
	}
	if b.shape.flat {
		b.openCategory(b.flatTitle(), pieces[first].line)
		b.item = b.shape.category
	}
	for i := first; i < len(pieces); i++ {
		b.take(pieces, i)
	}
	b.closeCategories()
}

// pieces cuts the section's lines into marked pieces, beginning with what follows the heading on its own line.
func (b *builder) pieces() []piece {
	var pieces []piece
	if b.section.heading >= 0 {
		heading := b.lines[b.section.heading]
		if tail := tailOf(heading.text); tail != "" {
			b.skip(heading, trim(strings.TrimSuffix(heading.text, tail)), whyHeading)
			rest := heading
			rest.text = tail
			for _, p := range b.cut(rest) {
				p.line = heading
				p.inside = true
				pieces = append(pieces, p)
			}
		}
	}
	for _, l := range b.lines[b.section.first:b.section.end] {
		pieces = append(pieces, b.cut(l)...)
	}
	return pieces
}

// flatTitle names the one category of a list without categories.
func (b *builder) flatTitle() string {
	if b.section.heading >= 0 {
		if title := titleOf(headingOf(b.lines[b.section.heading].mark.text)); title != "" {
			return title
		}
	}
	return "公开内容"
}

// take puts a piece where it belongs.
func (b *builder) take(pieces []piece, i int) {
	p := pieces[i]
	switch {
	case p.style == unmarked:
		if b.lostItsNumber(pieces, i) {
			b.openEntry(p.raw, p.line)
			return
		}
		b.skip(p.line, p.raw, whyNote)
	case b.shape.above.style != unmarked && p.same(b.shape.above):
		if i+1 < len(pieces) && !pieces[i+1].same(b.shape.above) {
			b.skip(p.line, p.raw, whyAudience)
			return
		}
		b.openCategory(p.text, p.line)
	case !b.shape.flat && p.same(b.shape.category):
		b.openCategory(p.text, p.line)
	case b.item.style == unmarked || p.same(b.item) || b.tookAnotherMark(pieces, i):
		if b.item.style == unmarked {
			b.item = p.mark
		}
		b.openEntry(p.text, p.line)
	case p.inside && len(b.entries) > 0 && b.entries[len(b.entries)-1].line.id == p.line.id:
		b.entries[len(b.entries)-1].title += p.raw // the plan's wording stays whole
		b.use(p.line)
	default:
		b.openDetail(p)
	}
}

// lostItsNumber tells whether an unmarked line stands where the item between two numbers is missing.
func (b *builder) lostItsNumber(pieces []piece, i int) bool {
	if i == 0 || i+1 >= len(pieces) || pieces[i].inside {
		return false
	}
	before, next := pieces[i-1], pieces[i+1]
	return b.item.style != unmarked && b.item.n > 0 && before.same(b.item) && next.same(b.item) && next.n == before.n+2
}

// tookAnotherMark tells whether an item stands under a mark of another style by a slip: 1、 2、 （3） 4、.
func (b *builder) tookAnotherMark(pieces []piece, i int) bool {
	if i == 0 || i+1 >= len(pieces) || pieces[i].inside {
		return false
	}
	before, p, next := pieces[i-1], pieces[i], pieces[i+1]
	return p.n > 1 && before.same(b.item) && next.same(b.item) && before.n+1 == p.n && p.n+1 == next.n
}

// openCategory begins a category. Its heading may go on with its items, divided by semicolons and without marks.
func (b *builder) openCategory(text string, l line) {
	b.use(l)
	b.item = mark{}
	heading, rest, items := b.semicolons(text)
	c := node{title: heading, line: l, opens: endsWith(text, "：:")}
	if len(items) == 0 {
		c.rest = rest
	}
	b.categories = append(b.categories, c)
	for _, item := range items {
		b.openEntry(item, l)
	}
}

func (b *builder) openEntry(text string, l line) {
	if trim(text) == "" {
		b.skip(l, l.text, whyNote)
		return
	}
	if len(b.categories) == 0 {
		b.openCategory(b.flatTitle(), l)
	}
	b.use(l)
	b.entries = append(b.entries, node{parent: len(b.categories) - 1, title: text, line: l})
}

// openDetail puts a piece below the entry under way.
func (b *builder) openDetail(p piece) {
	if len(b.entries) == 0 || trim(p.text) == "" {
		b.skip(p.line, p.raw, whyNote)
		return
	}
	b.use(p.line)
	b.entries[len(b.entries)-1].addDetail(node{title: p.text, line: p.line, mark: p.mark})
}

// closeCategories numbers what was found. A category without items becomes one entry under the category's own number:
// 其他. One that only announces those that follow, 第三条 …包括：, is none.
func (b *builder) closeCategories() {
	b.dropSections()
	found, open := b.settleDetails()
	b.entries, b.categories = nil, nil
	for i, c := range open {
		var items []node
		for len(found) > 0 && found[0].parent == i {
			items, found = append(items, found[0]), found[1:]
		}
		if len(items) == 0 && c.opens && i+1 < len(open) {
			b.passOver(c.line, c.line.text, whyBefore)
			continue
		}
		c.code = strconv.Itoa(len(b.categories) + 1)
		b.categories = append(b.categories, c)
		b.number(c, items)
	}
}

// number gives a category's items their codes.
func (b *builder) number(c node, items []node) {
	if len(items) == 0 {
		title := c.title
		if titleOf(c.rest) != "" {
			title = c.rest
		}
		b.entries = append(b.entries, node{code: c.code, category: c.code, title: title, line: c.line})
		return
	}
	if c.rest != "" {
		b.passOver(c.line, c.rest, whyAfter)
	}
	for i, item := range items {
		item.code, item.category = c.code+"."+strconv.Itoa(i+1), c.code
		b.entries = append(b.entries, item)
	}
}

// mixed tells whether the section is about more than what is disclosed: its headings speak of content and of form,
// and the list itself lies under one of them.
func (b *builder) mixed() bool {
	content, other := false, len(b.dropped) > 0
	for _, c := range b.categories {
		title := b.simple(c.title)
		about := b.content.MatchString(title)
		content = content || about
		other = other || !about && b.isOther(title)
		if len(b.categories) > 1 && b.contents.MatchString(titleOf(title)) {
			return true // what belongs together under it would be mixed with what it stands beside
		}
	}
	return content && other
}

// isOther tells whether a heading is one of a plan's other sections, and can be no category of the list.
func (b *builder) isOther(title string) bool {
	for _, word := range []string{"程序", "形式", "方式", "时限", "步骤", "原则", "组织领导", "保障措施", "指导思想", "要求", "范围"} {
		if strings.HasSuffix(b.simple(titleOf(title)), word) {
			return true
		}
	}
	return false
}

// isList tells whether a whole text can be nothing but the list: its items are such as are disclosed, there are enough
// of them, and it is not a plan whose sections are about other things.
func (b *builder) isList() bool {
	known, others := 0, 0
	if b.led { // what only follows the list says nothing against it
		others = len(b.dropped)
	}
	for _, e := range b.entries {
		if b.disclosed.MatchString(b.simple(e.title)) {
			known++
		}
	}
	for _, c := range b.categories {
		if b.isOther(headingOf(c.title)) {
			others++
		}
	}
	ranks := len(b.categories) > 1 && len(b.entries) > len(b.categories)
	return 2*known >= len(b.entries) && others < 2 && (ranks || len(b.entries) >= 3)
}

// plan gives what was built.
func (b *builder) plan() Plan {
	p := Plan{Skipped: b.skipped}
	for _, c := range b.categories {
		title := titleOf(c.title)
		p.Catalogue.Categories = append(p.Catalogue.Categories, data.Category{Code: c.code, Title: title, Short: shortOf(title)})
		p.categoryAt = append(p.categoryAt, span{c.line.number, c.line.lastNumber()})
	}
	for _, e := range b.entries {
		entry := withGuesses(data.Entry{Code: e.code, Category: e.category, Title: titleOf(e.folded())})
		p.Catalogue.Entries = append(p.Catalogue.Entries, entry)
		p.entryAt = append(p.entryAt, span{e.line.number, e.lastNumber()})
	}
	return p
}
