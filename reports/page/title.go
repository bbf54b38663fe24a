package page

import "math"

// titleRoom is how wide a line of a title may be on the standard's page, in characters of the title's own size.
const titleRoom = TypeWidth / (TitleSize * MMPerPoint)

// longestTitle is how many characters are broken by sense; what is longer is no title and is set as text is.
const longestTitle = 300

// spareLines is how many lines more than it needs a title may take, so that it breaks by sense.
const spareLines = 2

// perLine is what a line more costs: a title takes one only where fewer lines would tear what belongs together.
const perLine = 16

// titleLines breaks a title by sense into lines of like length whose outline is a trapezoid or a diamond (GB/T
// 9704-2012, 7.3.1): none with a single character or word alone, never inside a name, a word, a number or a short book
// title, rather before 关于 and behind 的 or a closing mark than elsewhere. Sense comes before shape, and shape before
// the number of lines.
//
// Room is the width of the type area in characters of the title; names are what must not be torn. A name that is
// longer than a line breaks at its dots.
func titleLines(title string, names []string, room float64, widths Widths) []row {
	return bySense(clusters(title, TitleSong, widths), names, room)
}

// bySense breaks what is set in the middle, as titles are.
func bySense(all []cluster, names []string, room float64) []row {
	if len(all) == 0 {
		return nil
	}
	hushEnds(all)
	if sumEm(all) <= room+rounding {
		return rowsAt(all, []int{len(all)})
	}
	if len(all) <= longestTitle {
		if ends := newTitling(all, names, room).cuts(); ends != nil {
			return rowsAt(all, ends)
		}
	}
	rows := breakLines(all, room, room)
	for i := range rows {
		rows[i].last = true
	}
	return rows
}

// hushEnds: blanks before and behind a title must not push it out of the middle.
func hushEnds(all []cluster) {
	for i := 0; i < len(all) && IsQuiet(all[i].base); i++ {
		all[i].hush()
	}
	for i := len(all) - 1; i >= 0 && IsQuiet(all[i].base); i-- {
		all[i].hush()
	}
}

// rowsAt makes the rows that end at the given places. A blank at a row's end stays, unseen.
func rowsAt(all []cluster, ends []int) []row {
	rows := make([]row, 0, len(ends))
	start := 0
	for _, end := range ends {
		r := row{clusters: all[start:end], last: true} // titles are centred, never set out
		for i := r.visible(); i < len(r.clusters); i++ {
			r.clusters[i].hush()
		}
		rows = append(rows, r)
		start = end
	}
	return rows
}

// titling is a title while the places are sought where its lines end.
type titling struct {
	room float64
	sums []float64 // width of the first i characters, in em
	gaps []float64 // what it costs to end a line before character i
	gain float64   // the sum of the costs that are less than nothing
	word []int     // which word character i belongs to

	places []int // where lines may begin and end, from the title's start to its end
	lines  int
	// least[k][p] is the least cost of setting what begins at place p in k lines, the outline not counted.
	least [][]float64
	ends  []int // the places where the lines so far end
	best  []int // the best ends found, in characters
	cost  float64
}

func newTitling(all []cluster, names []string, room float64) *titling {
	t := &titling{room: room, sums: make([]float64, len(all)+1), cost: math.Inf(1)}
	for i := range all {
		t.sums[i+1] = t.sums[i] + all[i].width()
	}
	text := read(all)
	t.word = text.wordOf
	t.gaps = text.gaps(names, room, t.sums)
	for _, cost := range t.gaps {
		t.gain += min(0, cost)
	}
	return t
}

// cuts finds where to end the lines so that the cost is least; nil where the title cannot be set. Words are torn only
// where without that nothing good is found.
func (t *titling) cuts() []int {
	t.search(clinging)
	if t.cost >= clinging+t.gain {
		t.search(math.Inf(1))
	}
	return t.best
}

// search goes through all numbers of lines that come into question, with breaks that cost less than a bound.
func (t *titling) search(bound float64) {
	n := len(t.gaps) - 1
	t.places = t.places[:0]
	for i, cost := range t.gaps {
		if i == 0 || i == n || cost < bound {
			t.places = append(t.places, i)
		}
	}
	fewest := max(1, int(math.Ceil((t.sums[n]-rounding)/t.room)))
	for extra := 0; fewest+extra < len(t.places) && (extra <= spareLines || t.best == nil); extra++ {
		before := float64(extra * perLine)
		if before+t.gain >= t.cost {
			return // no break is so good as to make up for so many lines
		}
		t.lines = fewest + extra
		t.measure()
		if before+t.least[t.lines][0] >= t.cost {
			continue
		}
		t.settle(before)
		if t.lines <= shapely {
			t.seek(0, before)
		}
	}
}

// measure fills least, from the last line to the first.
func (t *titling) measure() {
	last := len(t.places) - 1
	t.least = make([][]float64, t.lines+1)
	for k := range t.least {
		t.least[k] = make([]float64, last+1)
		for p := range t.least[k] {
			t.least[k][p] = math.Inf(1)
		}
	}
	t.least[0][last] = 0
	for k := 1; k <= t.lines; k++ {
		for start := last - 1; start >= 0; start-- {
			for end := start + 1; end <= last && t.fits(start, end); end++ {
				if after := t.least[k-1][end]; !math.IsInf(after, 1) {
					t.least[k][start] = min(t.least[k][start], after+t.lineCost(start, end))
				}
			}
		}
	}
}

func (t *titling) length(start, end int) float64 {
	return t.sums[t.places[end]] - t.sums[t.places[start]]
}

func (t *titling) fits(start, end int) bool { return t.length(start, end) <= t.room+rounding }

// settle takes the lines that cost least without a look at their outline, if with it they are the best so far.
func (t *titling) settle(cost float64) {
	for start, left := 0, t.lines; left > 0; left-- {
		end := start + 1
		for t.lineCost(start, end)+t.least[left-1][end] > t.least[left][start]+rounding {
			end++
		}
		t.ends = append(t.ends, end)
		start = end
	}
	t.keep(cost + t.least[t.lines][0])
	t.ends = t.ends[:0]
}

// keep makes the lines that are set now the best, if they are.
func (t *titling) keep(cost float64) {
	cost += t.outline()
	if cost >= t.cost {
		return
	}
	t.cost, t.best = cost, t.best[:0]
	for _, end := range t.ends {
		t.best = append(t.best, t.places[end])
	}
}

// shapely is the most lines whose outline is looked at; of more than that no eye sees whether they are a diamond.
const shapely = 6

// seek sets the line that begins at start and all behind it in every way that can still become better than the best.
func (t *titling) seek(start int, cost float64) {
	left := t.lines - len(t.ends)
	if left == 0 {
		t.keep(cost)
		return
	}
	for end := start + 1; end < len(t.places) && t.fits(start, end); end++ {
		line := cost + t.lineCost(start, end)
		if line+t.least[left-1][end] >= t.cost {
			continue
		}
		t.ends = append(t.ends, end)
		t.seek(end, line)
		t.ends = t.ends[:len(t.ends)-1]
	}
}

// Costs of a line, on the scale of the gaps.
const (
	unlike    = 0.5 // for the square of every em that a line is off the mean
	wordAlone = 60
	charAlone = 200
)

// lineCost is what the line from start to end costs: for its break, for a length that is unlike the others', and for a
// word or a character that stands alone.
func (t *titling) lineCost(start, end int) float64 {
	off := t.length(start, end) - t.sums[len(t.sums)-1]/float64(t.lines)
	from, to := t.places[start], t.places[end]
	cost := t.gaps[from] + unlike*off*off
	switch {
	case to-from == 1:
		cost += charAlone
	case t.word[from] == t.word[to-1]:
		cost += wordAlone
	}
	return cost
}

// outline is what the outline of the lines costs.
func (t *titling) outline() float64 {
	if t.lines > shapely {
		return 0
	}
	var all [shapely]float64
	start := 0
	for i, end := range t.ends {
		all[i] = t.length(start, end)
		start = end
	}
	return outlineCost(all[:t.lines])
}
