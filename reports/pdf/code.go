package pdf

import (
	"strconv"

	"gongkailan/reports/page"
)

// codeMark stands in a page's stream, with a number behind it, where pack puts the path of a code. To PDF it is a
// remark. Text cannot hold it: gofpdf writes two bytes for each character.
const codeMark = "%code "

// placedCode is a QR code with what its place depends on.
type placedCode struct {
	page.Code
	height float64 // of the page, mm
}

// code leaves a mark where a QR code is painted. A path of some thousand bytes for each would be copied from buffer to
// buffer by gofpdf, and double the time of a pack of notices.
func (p *painter) code(c page.Code) {
	if len(c.Rows) > 0 {
		p.file.RawWriteStr(codeMark + strconv.Itoa(len(p.codes)) + "\n")
		p.codes = append(p.codes, placedCode{c, p.height})
	}
}

// path adds the code to a stream as one filled path in units of its modules: whole numbers, so that no two modules are
// set apart by rounding. Dark modules side by side are one rectangle.
func (c placedCode) path(text []byte) []byte {
	n := len(c.Rows)
	scale := c.Side / float64(n) / page.MMPerPoint
	text = append(text, "q 0 g "...)
	for _, v := range []float64{scale, 0, 0, scale, c.X / page.MMPerPoint, (c.height - c.Y - c.Side) / page.MMPerPoint} {
		text = append(strconv.AppendFloat(text, v, 'f', 4, 64), ' ')
	}
	text = append(text, "cm\n"...)
	for y, row := range c.Rows {
		for x := 0; x < len(row); x++ {
			from := x
			for x < len(row) && row[x] == '1' {
				x++
			}
			if x > from {
				text = rectangle(text, from, n-1-y, x-from)
			}
		}
	}
	return append(text, "f Q\n"...)
}

// rectangle adds one that is a module high.
func rectangle(text []byte, x, y, width int) []byte {
	for _, v := range []int{x, y, width} {
		text = append(strconv.AppendInt(text, int64(v), 10), ' ')
	}
	return append(text, "1 re\n"...)
}
