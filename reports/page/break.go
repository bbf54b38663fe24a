package page

import "strings"

// breakLines cuts a paragraph into rows of at most so many em: first for the first row, rest for all others. A row
// ends at the last place where mayEndBefore allows it. Marks that may not begin the next line are taken in where the marks
// of the row can give way for them, else the character before them goes down with them. The rows joined are the
// paragraph.
func breakLines(paragraph []cluster, first, rest float64) []row {
	hushIndent(paragraph)
	var rows []row
	room := first
	for start := 0; start < len(paragraph); {
		end := rowEnd(paragraph, start, room, rest)
		r := row{clusters: paragraph[start:end], last: end == len(paragraph)}
		for i := r.visible(); i < len(r.clusters); i++ {
			r.clusters[i].hush()
		}
		r.squeeze(r.em() - room)
		rows = append(rows, r)
		start, room = end, rest
	}
	return rows
}

// widestIndent is how many em of blanks at the head of a paragraph are taken for an indent typed by hand. More than
// that somebody has meant, to set a line at the right.
const widestIndent = 4

// hushIndent: blanks that were typed to set a paragraph in take no room, for the indent is made by the layout.
func hushIndent(paragraph []cluster) {
	n := 0
	for n < len(paragraph) && IsQuiet(paragraph[n].base) {
		n++
	}
	if n < len(paragraph) && sumEm(paragraph[:n]) <= widestIndent+rounding {
		for i := range n {
			paragraph[i].hush()
		}
	}
}

// rounding keeps sums of widths from missing a full line by the last bit.
const rounding = 1e-6

// rowEnd finds the cluster before which the row that begins at start ends.
func rowEnd(p []cluster, start int, room, rest float64) int {
	end := firstThatOverflows(p, start, room)
	if end == len(p) {
		return end
	}
	if more, ok := takeIn(p, start, end, room); ok {
		return more
	}
	for cut := end; cut > start; cut-- {
		if !mayEndBefore(p, cut) {
			continue
		}
		if neverFits(p, cut, rest) {
			if inside := insideLongWord(p, cut, end); !insideScheme(p, inside) {
				return inside
			}
		}
		return cut
	}
	return insideLongWord(p, start, end)
}

// firstThatOverflows goes as far as the room allows, blanks at the end not counted, and one cluster at least.
func firstThatOverflows(p []cluster, start int, room float64) int {
	used := 0.0
	for end := start; end < len(p); end++ {
		if IsQuiet(p[end].base) {
			used += p[end].width()
			continue
		}
		used += p[end].width()
		if used > room+rounding && end > start {
			return end
		}
	}
	return len(p)
}

// mostTakenIn is how many marks a line takes in beyond its measure: 》， or ）。 at the most.
const mostTakenIn = 2

// takeIn tells whether the marks that may not start the next line fit on this one when its marks give way, and where
// the row then ends.
func takeIn(p []cluster, start, end int, room float64) (int, bool) {
	more := end
	for more < len(p) && MayNotStartLine(p[more].base) {
		more++
	}
	if more == end || more-end > mostTakenIn {
		return end, false
	}
	need := sumEm(p[start:more]) - room
	for more < len(p) && IsQuiet(p[more].base) {
		more++
	}
	if more < len(p) && !mayEndBefore(p, more) {
		return end, false
	}
	give := 0.0
	for _, c := range p[start:more] {
		give += c.gives()
	}
	return more, need <= give+rounding
}

// gives is how much a cluster can be squeezed, in em.
func (c *cluster) gives() float64 {
	before, behind := MayGiveWay(c.base)
	if len(c.ems) == 0 || c.ems[0] < 1 {
		return 0 // a narrow mark has no blank half
	}
	return before + behind
}

// squeeze takes so many em out of the blank halves of the row's marks: first behind its last one, where nobody misses
// it, then the same from every other.
func (r row) squeeze(need float64) {
	n := r.visible()
	if need <= rounding || n == 0 {
		return
	}
	last := &r.clusters[n-1]
	if _, behind := MayGiveWay(last.base); behind > 0 && last.gives() > 0 {
		last.trimBehind = min(behind, need)
		need -= last.trimBehind
	}
	var others []*cluster
	for i := range n - 1 {
		if r.clusters[i].gives() > 0 {
			others = append(others, &r.clusters[i])
		}
	}
	for _, c := range others {
		before, behind := MayGiveWay(c.base)
		c.trimBefore = min(before, need/float64(len(others)))
		c.trimBehind = min(behind, need/float64(len(others)))
	}
}

// neverFits tells whether what begins at the cluster cannot be broken within a whole line. To carry it down would
// leave a hole and not save it.
func neverFits(p []cluster, start int, rest float64) bool {
	used := 0.0
	for i := start; i < len(p); i++ {
		if i > start && mayEndBefore(p, i) {
			return false
		}
		used += p[i].width()
		if used > rest+rounding {
			return true
		}
	}
	return false
}

// insideLongWord breaks what is longer than a line: behind a sign that divides an address, else where the line is
// full. Overflowing the type area would be worse.
func insideLongWord(p []cluster, start, end int) int {
	for cut := end; cut > start+1; cut-- {
		if strings.ContainsRune("/-_.?&=@,", p[cut-1].base) && !MayNotStartLine(p[cut].base) && !insideScheme(p, cut) {
			return cut
		}
	}
	for cut := end; cut > start+1; cut-- {
		if !MayNotStartLine(p[cut].base) && !MayNotEndLine(p[cut-1].base) && !insideScheme(p, cut) {
			return cut
		}
	}
	return end
}

// insideScheme tells whether the place before the cluster at cut is inside https:// or another scheme, which names an
// address only when it is whole.
func insideScheme(p []cluster, cut int) bool {
	for start := cut - 1; start >= 0 && cut-start < longestScheme && isOfScheme(p[start].base); start-- {
		if schemeEnd(p, start) > cut {
			return true
		}
	}
	return false
}

// longestScheme is the length of https:// with some room.
const longestScheme = 12

// schemeEnd gives where the scheme that begins at the cluster ends, or the cluster itself where none begins.
func schemeEnd(p []cluster, start int) int {
	at := start
	for at < len(p) && at-start < longestScheme && isLatin(p[at].base) {
		at++
	}
	if at > start && at+3 <= len(p) && p[at].base == ':' && p[at+1].base == '/' && p[at+2].base == '/' {
		return at + 3
	}
	return start
}

func isOfScheme(r rune) bool { return isLatin(r) || r == ':' || r == '/' }
