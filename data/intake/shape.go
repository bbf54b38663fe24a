package intake

import (
	"strings"
	"unicode/utf8"
)

// shape is which marks of a section stand for what. It is found in the section itself: what comes first is a category,
// what comes under it an item.
type shape struct {
	above    mark // headings over the categories that only say to whom; unmarked where there are none
	category mark
	flat     bool // one rank only: items without categories
}

func (b *builder) shapeOf(pieces []piece) shape {
	ranks := ranksOf(pieces)
	s := shape{category: ranks[0]}
	if len(ranks) > 2 && b.onlyAudiences(pieces, ranks[0]) {
		s.above, s.category = ranks[0], ranks[1]
	}
	s.flat = len(ranks) == 1
	for _, p := range pieces {
		if s.flat && p.style != unmarked && p.style != plain {
			_, _, items := b.semicolons(p.text)
			s.flat = len(items) == 0
		}
	}
	return s
}

// ranksOf lists the styles of marks as they come up.
func ranksOf(pieces []piece) []mark {
	var ranks []mark
	for _, p := range pieces {
		known := p.style == unmarked
		for _, rank := range ranks {
			known = known || p.same(rank)
		}
		if !known {
			ranks = append(ranks, p.mark)
		}
	}
	return ranks
}

// onlyAudiences tells whether all headings of a rank say nothing but to whom, as 党内公开的内容 and 向社会公开的内容 do.
func (b *builder) onlyAudiences(pieces []piece, rank mark) bool {
	for _, p := range pieces {
		if p.same(rank) && !b.audience.MatchString(b.simple(headingOf(p.text))) && !strings.Contains(p.text, "其他") {
			return false
		}
	}
	return true
}

// Marks of lines that are items or headings by their place alone.
const (
	plainItem = "item"
	plainHead = "head"
)

// Lengths in characters of what may be a heading or an item without a mark.
const (
	mostPlainHead = 25
	mostPlainItem = 40
)

// promote finds the headings and items that stand without marks, and gives them one.
func (b *builder) promote(pieces []piece) []piece {
	switch ranks := ranksOf(pieces); {
	case len(ranks) == 0:
		return b.promoteRun(pieces, len(pieces) > 2)
	case len(ranks) == 1:
		if heads := headsOf(pieces); len(heads) > 1 {
			for _, i := range heads {
				pieces[i].mark = mark{style: plain, kind: plainHead, text: pieces[i].raw}
			}
			return pieces
		}
		return b.promoteRuns(pieces, ranks[0], b.areLoose(pieces))
	default:
		return b.promoteRuns(pieces, ranks[0], false)
	}
}

// headsOf finds the unmarked headings above lists that each count from one; nil where one of them has none.
func headsOf(pieces []piece) []int {
	var heads []int
	for i, p := range pieces {
		begins := p.n == 1 || p.style == bullet && (i == 0 || pieces[i-1].style == unmarked)
		if p.style == unmarked || !begins {
			continue
		}
		if i == 0 || !mayHead(pieces[i-1]) {
			return nil
		}
		heads = append(heads, i-1)
	}
	return heads
}

func mayHead(p piece) bool {
	return p.style == unmarked && !p.inside && utf8.RuneCountInString(p.raw) <= mostPlainHead && !endsWith(p.raw, "。；;，,、")
}

// promoteRuns looks at the unmarked lines under each heading of the rank that has no marked items.
func (b *builder) promoteRuns(pieces []piece, rank mark, loose bool) []piece {
	var all []piece
	for i := 0; i < len(pieces); {
		all = append(all, pieces[i])
		heading := pieces[i].same(rank)
		end := i + 1
		for end < len(pieces) && pieces[end].style == unmarked {
			end++
		}
		run := pieces[i+1 : end]
		if heading && (end == len(pieces) || pieces[end].same(rank)) {
			run = b.promoteRun(run, loose)
		}
		all = append(all, run...)
		i = end
	}
	return all
}

// promoteRun makes items of unmarked lines where they are divided by semicolons or, loosely, where they are short.
func (b *builder) promoteRun(run []piece, loose bool) []piece {
	if len(run) == 1 {
		parts := clauses(b.leadIn.ReplaceAllString(run[0].raw, ""))
		if len(parts) == 0 || len(parts) == 2 && strings.Contains(parts[0], "。") {
			return run
		}
		var items []piece
		for _, part := range parts {
			items = append(items, piece{mark: mark{style: plain, kind: plainItem, text: part}, raw: part, line: run[0].line, inside: true})
		}
		return items
	}
	start := 0 // what announces the list is no item
	if len(run) > 2 && endsWith(run[0].raw, "：:") {
		start = 1
	}
	for i, p := range run[start:] {
		last := start+i == len(run)-1
		switch {
		case loose && b.isLoose(p):
		case endsWith(p.raw, "；;") || last && endsWith(p.raw, "。") && len(run) > start+1 && !strings.Contains(strings.TrimSuffix(p.raw, "。"), "。"):
		default:
			return run
		}
	}
	for i := range run[start:] {
		run[start+i].mark = mark{style: plain, kind: plainItem, text: run[start+i].raw}
	}
	return run
}

// isLoose tells whether a line can be an item by being short and no sentence.
func (b *builder) isLoose(p piece) bool {
	return utf8.RuneCountInString(p.raw) <= mostPlainItem && !endsWith(p.raw, "。：:") && !b.signature.MatchString(p.raw)
}

// areLoose tells whether the lines under the headings of a list with one rank are mostly short: then they are its items.
func (b *builder) areLoose(pieces []piece) bool {
	marked, short, long := 0, 0, 0
	for i, p := range pieces {
		switch {
		case p.style != unmarked:
			marked++
		case marked == 0 || i == 0:
		case b.isLoose(p):
			short++
		default:
			long++
		}
	}
	return short >= 2*marked && long*5 <= short
}
