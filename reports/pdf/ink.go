package pdf

import "gongkailan/reports/page"

// ink is a colour, each part from 0 to 255; the zero value is black.
type ink struct{ red, green, blue int }

// remarkGray reads well on paper and is plainly no part of the document.
const remarkGray = 0x70

// stampRed is the red of stamp pads: it stays dark enough to be read in a grey copy.
func stampRed() ink { return ink{0xC8, 0x10, 0x2E} }

// inkOf gives what a line is painted in.
func inkOf(line page.Line) ink {
	switch {
	case line.Red:
		return stampRed()
	case line.Gray:
		return ink{remarkGray, remarkGray, remarkGray}
	default:
		return ink{}
	}
}

// stroke paints a straight line, black or red.
func (p *painter) stroke(s page.Stroke) {
	var c ink
	if s.Red {
		c = stampRed()
	}
	if p.drawing != c {
		p.drawing = c
		p.file.SetDrawColor(c.red, c.green, c.blue)
	}
	p.file.SetLineWidth(s.Width)
	p.file.Line(s.X1, s.Y1, s.X2, s.Y2)
}
