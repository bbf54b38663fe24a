package pdf

import (
	"strconv"

	"gongkailan/reports/page"
)

// code paints a QR code as one filled path in units of its modules: whole numbers, so that no two modules are set
// apart by rounding. Dark modules side by side are one rectangle.
func (p *painter) code(c page.Code) {
	n := len(c.Rows)
	if n == 0 {
		return
	}
	scale := c.Side / float64(n) / page.MMPerPoint
	text := []byte("q 0 g ")
	for _, v := range []float64{scale, 0, 0, scale, c.X / page.MMPerPoint, (p.height - c.Y - c.Side) / page.MMPerPoint} {
		text = append(strconv.AppendFloat(text, v, 'f', 4, 64), ' ')
	}
	text = append(text, "cm\n"...)
	for y, row := range c.Rows {
		for _, r := range darkRuns(row) {
			for _, v := range []int{r[0], n - 1 - y, r[1] - r[0], 1} {
				text = append(strconv.AppendInt(text, int64(v), 10), ' ')
			}
			text = append(text, "re\n"...)
		}
	}
	p.file.RawWriteStr(string(append(text, "f Q\n"...)))
}

// darkRuns gives from where to where dark modules stand side by side.
func darkRuns(row string) [][2]int {
	var runs [][2]int
	for x := 0; x < len(row); x++ {
		from := x
		for x < len(row) && row[x] == '1' {
			x++
		}
		if x > from {
			runs = append(runs, [2]int{from, x})
		}
	}
	return runs
}
