package page

// row is one line of a paragraph before it has a place: its characters and how wide they are, in em.
type row struct {
	clusters []cluster
	em       float64
	last     bool // the paragraph's last
}

func (r row) text() string {
	var text string
	for _, c := range r.clusters {
		text += c.text
	}
	return text
}

// breakLines cuts a paragraph into rows of at most so many em: first for the first row, rest for all others. A row
// ends at the last place where mayBreak allows it; what has no such place in a whole row is cut where the row is full,
// because overflowing the type area is worse. The rows joined are the paragraph.
func breakLines(paragraph []cluster, first, rest float64) []row {
	if len(paragraph) == 0 {
		return nil
	}
	var rows []row
	room := first
	for start := 0; start < len(paragraph); {
		end := rowEnd(paragraph, start, room)
		r := row{clusters: paragraph[start:end], last: end == len(paragraph)}
		for _, c := range r.clusters {
			r.em += c.width()
		}
		rows = append(rows, r)
		start, room = end, rest
	}
	return rows
}

// rowEnd finds the cluster before which the row that begins at start ends.
func rowEnd(paragraph []cluster, start int, room float64) int {
	const rounding = 1e-6
	used, end := 0.0, start
	for end < len(paragraph) {
		width := paragraph[end].width()
		if used+width > room+rounding && end > start && !endsQuietly(paragraph[end]) {
			break
		}
		used += width
		end++
	}
	if end == len(paragraph) {
		return end
	}
	for cut := end; cut > start; cut-- {
		if mayBreak(paragraph[cut-1], paragraph[cut]) {
			return cut
		}
	}
	return end
}

// endsQuietly: a space that no longer fits stays at the end of the line, where nobody sees it.
func endsQuietly(c cluster) bool { return c.base == ' ' }

// place gives the distance of each rune of the row from its start, in mm, for a character of so many mm. A row that is
// not the paragraph's last is set out to the room (justified) in the gaps where a line could also break or where Han
// stand side by side, so that words and numbers keep their shape.
func (r row) place(em, room float64) []float64 {
	gaps := r.gaps()
	extra := 0.0
	if slack := room - r.visibleEm(); !r.last && len(gaps) > 0 && slack > 0 {
		if each := slack / float64(len(gaps)); each <= widestGap {
			extra = each
		}
	}
	var at []float64
	x, next := 0.0, 0
	for i, c := range r.clusters {
		inner := x
		for _, w := range c.ems {
			at = append(at, round(inner*em))
			inner += w
		}
		x += c.width()
		if next < len(gaps) && gaps[next] == i {
			x += extra
			next++
		}
	}
	return at
}

// widestGap is how far apart two characters may be set to fill a line, in em. Where a long word moved down leaves more
// than that, the line stays ragged: holes in a line are worse than a short one.
const widestGap = 0.6

// gaps lists the clusters behind which a row may be set out.
func (r row) gaps() []int {
	var gaps []int
	for i := 0; i+1 < r.visible(); i++ {
		a, b := r.clusters[i].base, r.clusters[i+1].base
		if !IsOneWord(a, b) && !StaysTogether(a, b) && a != '\t' {
			gaps = append(gaps, i)
		}
	}
	return gaps
}

// visible counts the clusters without the spaces at the row's end.
func (r row) visible() int {
	n := len(r.clusters)
	for n > 0 && r.clusters[n-1].base == ' ' {
		n--
	}
	return n
}

func (r row) visibleEm() float64 {
	sum := 0.0
	for _, c := range r.clusters[:r.visible()] {
		sum += c.width()
	}
	return sum
}

// round keeps a hundredth of a millimetre: finer than any printer, and short in a bulletin.
func round(mm float64) float64 { return float64(int64(mm*100+0.5)) / 100 }
