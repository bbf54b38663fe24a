package page

import (
	"math"
	"strings"
)

// titleRoom is how wide a line of a title may be, in characters of the title's own size.
const titleRoom = TypeWidth / (TitleSize * MMPerPoint)

// longestTitle is how many characters are broken by sense; what is longer is no title and is set as text is.
const longestTitle = 300

// titleLines breaks a title by sense into lines of like length (GB/T 9704-2012, 7.3.1): as few lines as hold it, none
// with a single character or word alone, never inside a word, a number or a short book title, rather behind 的, 和 or a
// closing mark than before one.
//
// Room is the width of the type area in characters of the title; names are what must not be torn.
func titleLines(title string, names []string, room float64, widths Widths) []row {
	all := clusters(title, TitleSong, widths)
	if len(all) == 0 {
		return nil
	}
	hushEnds(all)
	fewest := max(1, int(math.Ceil(sumEm(all)/room)))
	for lines := fewest; lines <= fewest+2 && len(all) <= longestTitle; lines++ {
		if cuts := bestCuts(all, lines, room); cuts != nil {
			return rowsAt(all, cuts)
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

func rowsAt(all []cluster, ends []int) []row {
	var rows []row
	start := 0
	for _, end := range ends {
		rows = append(rows, row{clusters: all[start:end], last: true}) // titles are centred, never set out
		start = end
	}
	return rows
}

// bestCuts finds where to end each of so many lines so that the cost is least; nil where the title does not fit into
// that many. cost[k][i] is the least cost of setting the first i characters in k lines.
func bestCuts(all []cluster, lines int, room float64) []int {
	n := len(all)
	sums := make([]float64, n+1)
	for i, c := range all {
		sums[i+1] = sums[i] + c.width()
	}
	even := sums[n] / float64(lines)
	cost := make([][]float64, lines+1)
	from := make([][]int, lines+1)
	for k := range cost {
		cost[k], from[k] = make([]float64, n+1), make([]int, n+1)
		for i := range cost[k] {
			cost[k][i] = math.Inf(1)
		}
	}
	cost[0][0] = 0
	for k := 1; k <= lines; k++ {
		for end := k; end <= n; end++ {
			for start := end - 1; start >= k-1 && sums[end]-sums[start] <= room; start-- {
				off := sums[end] - sums[start] - even
				c := cost[k-1][start] + off*off + cutCost(all, start)
				if c < cost[k][end] {
					cost[k][end], from[k][end] = c, start
				}
			}
		}
	}
	if math.IsInf(cost[lines][n], 1) {
		return nil
	}
	ends := make([]int, lines)
	for k, end := lines, n; k > 0; k-- {
		ends[k-1] = end
		end = from[k][end]
	}
	return ends
}

// cutCost is how badly a title breaks before the character at i: not at all at its start, impossible inside a word,
// and the less the more the place is one between parts of the sentence.
func cutCost(all []cluster, i int) float64 {
	if i == 0 {
		return 0
	}
	before, after := all[i-1].base, all[i].base
	switch {
	case !mayBreak(all[i-1], all[i]), insideBookTitle(all, i):
		return math.Inf(1)
	case strings.ContainsRune("的地得和与及等了们", after):
		return 60
	case isInsideWord(before, after):
		return 40
	case strings.ContainsRune("》”）、，", before) || strings.ContainsRune("《“（", after):
		return 0
	case strings.ContainsRune("的和与及", before):
		return 2
	default:
		return 12
	}
}

// insideBookTitle: a break between 《 and 》 tears a title that would fit on one line.
func insideBookTitle(all []cluster, i int) bool {
	open := -1
	for j := i - 1; j >= 0 && open < 0; j-- {
		if all[j].base == '》' {
			return false
		}
		if all[j].base == '《' {
			open = j
		}
	}
	if open < 0 {
		return false
	}
	for j := i; j < len(all) && float64(j-open) < titleRoom; j++ {
		if all[j].base == '》' {
			return true
		}
	}
	return false
}
