package page

import "strings"

// Block is a text in a box of its own: a cell of a form, a line over a table.
type Block struct {
	Text  string
	Face  Face
	Size  float64 // pt
	Width float64 // mm
	Align Align
}

// Align is where the lines of a block stand in its width.
type Align int

const (
	Justified Align = iota // set out to both edges, the last line at the left
	Centred
	RightAligned
	LeftAligned
)

// Leading is the distance of two lines in a block, in characters of its size.
const Leading = 1.45

// Pitch is the distance of two baselines of the block, in mm.
func (b Block) Pitch() float64 { return Leading * b.Size * MMPerPoint }

// Lines sets the block with the top of its box at x, y (mm), and tells how high it is. Lines break by the same rules
// as the body; each line feed of the text begins a new line.
func (b Block) Lines(x, y float64, widths Widths) (lines []Line, height float64) {
	em := b.Size * MMPerPoint
	room := b.Width / em
	for paragraph := range strings.SplitSeq(b.Text, "\n") {
		if paragraph == "" {
			height += b.Pitch()
		}
		for _, r := range breakLines(clusters(paragraph, b.Face, widths), room, room) {
			r.last = r.last || b.Align != Justified
			for _, piece := range r.place(x+b.lead(room-r.em())*em, room, em, b.Size) {
				piece.Y = round(y + height + ((Leading-1)/2+rise)*em)
				lines = append(lines, piece)
			}
			height += b.Pitch()
		}
	}
	return lines, height
}

// lead is how much of the room that a row leaves stands before it.
func (b Block) lead(left float64) float64 {
	switch b.Align {
	case Centred:
		return left / 2
	case RightAligned:
		return left
	default:
		return 0
	}
}
