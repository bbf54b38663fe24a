package intake

import "strings"

// addDetail puts a detail below a node: beside details of its own style, else below the last of those that are there.
func (n *node) addDetail(d node) {
	for len(n.details) > 0 {
		last := &n.details[len(n.details)-1]
		if last.mark.same(d.mark) {
			break
		}
		n = last
	}
	n.details = append(n.details, d)
}

// folded gives a node's words with those of its details, 重大决策部署：甲；乙, so that no word of the plan is lost.
func (n node) folded() string {
	if len(n.details) == 0 {
		return n.title
	}
	text, sign := titleOf(n.title), "："
	if strings.Contains(text, "：") {
		sign = "；"
	}
	for _, d := range n.details {
		text += sign + titleOf(d.folded())
		sign = "；"
	}
	return text
}

// lastNumber is the number of the last line of the file from which a node or its details were read.
func (n node) lastNumber() int {
	last := n.line.lastNumber()
	for _, d := range n.details {
		last = max(last, d.lastNumber())
	}
	return last
}

// settleDetails decides what the third rank is. Where nearly every item has details, the items are only the headings of
// groups and the details are what is disclosed; else the details are a part of their item.
func (b *builder) settleDetails() (entries, categories []node) {
	switch {
	case !b.grouped():
		return b.entries, b.categories
	case len(b.categories) == 1:
		return b.groupsAsCategories()
	default:
		return b.groupsDissolved(), b.categories
	}
}

// grouped tells whether nearly every item (four of five) has details. A category without items is an item itself.
func (b *builder) grouped() bool {
	all, with := len(b.entries), 0
	filled := map[int]bool{}
	for _, e := range b.entries {
		filled[e.parent] = true
		if len(e.details) > 0 {
			with++
		}
	}
	all += len(b.categories) - len(filled)
	return with > 0 && 5*with >= 4*all
}

// groupsAsCategories makes the groups the categories; the one heading above them says nothing of its own.
func (b *builder) groupsAsCategories() (entries, categories []node) {
	above := b.categories[0]
	b.passOver(above.line, above.title+above.rest, whyAudience)
	for i, e := range b.entries {
		group := node{title: e.title, line: e.line}
		categories = append(categories, group)
		for _, d := range e.details {
			d.parent = i
			entries = append(entries, d)
		}
	}
	return entries, categories
}

// groupsDissolved puts the details of all groups of a category into it. A group without details is an entry.
func (b *builder) groupsDissolved() []node {
	var entries []node
	for _, e := range b.entries {
		if len(e.details) == 0 {
			entries = append(entries, e)
			continue
		}
		b.passOver(e.line, e.title, whyGroup)
		for _, d := range e.details {
			d.parent = e.parent
			entries = append(entries, d)
		}
	}
	return entries
}
