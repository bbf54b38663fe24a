package page

import "math"

// widestGap is how far apart two characters may be set to fill a line, in em. Where a long word moved down leaves more
// than that, the line stays ragged: holes in a line are worse than a short one.
const widestGap = 0.35

// place sets the row as lines from x, in mm, one for each stretch in the same face; em is the room of a character in
// mm, size its size in pt. Y is left open. A row that is not the paragraph's last is set out to the room, in em, in the gaps where Han stand side by side
// or words end, so that words and numbers keep their shape.
func (r row) place(x, room, em, size float64) []Line {
	extra, gap := r.justify(room)
	var lines []Line
	from := 0.0 // of the open line, in em from x
	pen := 0.0
	for i := range r.clusters {
		c := &r.clusters[i]
		if len(lines) == 0 || lines[len(lines)-1].Face != c.face {
			from = pen
			lines = append(lines, Line{X: round(x + from*em), Size: size, Face: c.face})
		}
		open := &lines[len(lines)-1]
		open.Text += c.text
		inner := pen - c.trimBefore
		for j, w := range c.ems {
			open.At = append(open.At, round((inner-from)*em))
			inner += w
			if j == 0 {
				inner -= c.trimBehind // what belongs to a squeezed mark stands at its new end
			}
		}
		pen += c.width()
		if extra > 0 && gap[i] {
			pen += extra
		}
	}
	return lines
}

// justify gives how far the gaps of the row are opened, in em, and behind which clusters they lie.
func (r row) justify(room float64) (extra float64, gap []bool) {
	if r.last {
		return 0, nil
	}
	gap, n := r.gaps()
	slack := room - r.em()
	if n == 0 || slack <= 0 || slack/float64(n) > widestGap {
		return 0, nil
	}
	return slack / float64(n), gap
}

// gaps tells behind which clusters a row may be set out, and how many these are.
func (r row) gaps() (gap []bool, n int) {
	gap = make([]bool, len(r.clusters))
	begun := false
	for i := 0; i+1 < r.visible(); i++ {
		a, b := r.clusters[i].base, r.clusters[i+1].base
		begun = begun || !IsQuiet(a)
		if begun && !IsOneWord(a, b) && !StaysTogether(a, b) && a != '\t' {
			gap[i] = true
			n++
		}
	}
	return gap, n
}

// round keeps a hundredth of a millimetre: finer than any printer, and short in a bulletin.
func round(mm float64) float64 { return math.Round(mm*100) / 100 }
