package pdf

import (
	"math"

	"gongkailan/reports/face"
)

// run is characters side by side in one typeface at an even distance, written in one piece.
type run struct {
	typeface *face.Typeface
	text     []rune
	x        float64 // of the first, mm from the left edge
	advance  float64 // from the first to the next character as the typeface has it, mm
	// least and most bound the space behind each character, in mm, with which every character so far comes to stand
	// at its place.
	least, most float64
}

// tolerance is how far a character may stand from its place, in mm, before it begins a run of its own.
const tolerance = 0.02

func newRun(t *face.Typeface, g face.Glyph, r rune, x, em float64) run {
	return run{typeface: t, text: []rune{r}, x: x, advance: g.Em * em, least: math.Inf(-1), most: math.Inf(1)}
}

// take adds the next character where an even space can still bring all of the run to their places.
func (o *run) take(t *face.Typeface, g face.Glyph, r rune, x, em float64) bool {
	if len(o.text) == 0 || o.typeface != t {
		return false
	}
	n := float64(len(o.text))
	off := x - o.x - o.advance
	least, most := max(o.least, (off-tolerance)/n), min(o.most, (off+tolerance)/n)
	if least > most {
		return false
	}
	o.least, o.most = least, most
	o.text = append(o.text, r)
	o.advance += g.Em * em
	return true
}

// spacing is the space behind each character, in mm: none where that will do.
func (o *run) spacing() float64 {
	if len(o.text) < 2 || o.least <= 0 && o.most >= 0 {
		return 0
	}
	return (o.least + o.most) / 2
}
