package intake

// dropSections passes over the categories that only name another section of the plan, 公开形式, with all that stands
// under them: a list whose headings are the categories themselves is followed by them in the same numbering.
func (b *builder) dropSections() {
	if b.shape.flat {
		return
	}
	var categories, entries []node
	place := make([]int, len(b.categories)) // where a category is once others are dropped, -1 for one that is
	for i, c := range b.categories {
		place[i] = len(categories)
		if b.isOtherSection(c.title) {
			place[i] = -1
			b.dropped = append(b.dropped, c)
			b.drop(c)
			continue
		}
		b.led = b.led || len(b.dropped) > 0
		categories = append(categories, c)
	}
	for _, e := range b.entries {
		parent := place[e.parent]
		if parent < 0 {
			b.drop(e)
			continue
		}
		e.parent = parent
		entries = append(entries, e)
	}
	b.categories, b.entries = categories, entries
}

// drop passes over a node with its details.
func (b *builder) drop(n node) {
	text := n.title + n.rest
	if n.line.mark.text == text {
		text = n.line.text
	}
	b.passOver(n.line, text, whySection)
	for _, d := range n.details {
		b.drop(d)
	}
}
