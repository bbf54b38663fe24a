package page

import "slices"

// The outline of a title of several lines is a trapezoid or a diamond (GB/T 9704-2012, 7.3.1: 梯形或菱形), never a
// block or an hourglass.

// isTrapezoid: every line is as long as the one above or longer, or every one as long or shorter, and they are not all
// alike.
func isTrapezoid(lines []float64) bool {
	return !isBlock(lines) && (widens(lines) || narrows(lines))
}

// isDiamond: the lines grow to the longest and shrink again, and the first and the last are shorter than it.
func isDiamond(lines []float64) bool {
	top := slices.Index(lines, slices.Max(lines))
	return widens(lines[:top+1]) && narrows(lines[top:]) &&
		shorter(lines[0], lines[top]) && shorter(lines[len(lines)-1], lines[top])
}

// isBlock: all lines look alike.
func isBlock(lines []float64) bool { return !shorter(slices.Min(lines), slices.Max(lines)) }

// isLikeLength: no line is under two fifths of the longest.
func isLikeLength(lines []float64) bool { return slices.Min(lines) >= leastShare*slices.Max(lines) }

const leastShare = 0.4

func widens(lines []float64) bool {
	for i := 1; i < len(lines); i++ {
		if shorter(lines[i], lines[i-1]) {
			return false
		}
	}
	return true
}

func narrows(lines []float64) bool {
	for i := 1; i < len(lines); i++ {
		if shorter(lines[i-1], lines[i]) {
			return false
		}
	}
	return true
}

// shorter: the eye takes lines for alike that differ by less than a quarter of a character.
func shorter(a, b float64) bool { return a < b-alike }

const alike = 0.25 // em

// Costs of an outline, on the scale of the gaps: tearing a word costs more than any of them.
const (
	blockCost     = 24
	hourglassCost = 40
	unlikeCost    = 28
)

// outlineCost is how badly lines of these lengths stand under each other.
func outlineCost(lines []float64) float64 {
	cost := 0.0
	switch {
	case len(lines) == 1 || isTrapezoid(lines) || isDiamond(lines):
	case isBlock(lines):
		cost = blockCost
	default:
		cost = hourglassCost
	}
	if !isLikeLength(lines) {
		cost += unlikeCost
	}
	return cost
}
