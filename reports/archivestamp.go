package reports

import (
	"strconv"

	"gongkailan/data"
	"gongkailan/reports/page"
)

// archiveStamp is a page that is bound before a paper original, with the 归档章 at its top (DA/T 22-2015, 5.5): a stamp
// on the original itself would have to be put there by hand.
func archiveStamp() Template {
	return Template{
		Code: "archivestamp",
		Fields: []Field{
			lineField("title"), lineField("number").or(), lineField("author"), dateField("dated"),
			lineField("fonds"), numberField("year"), retentionField(), lineField("office"), lineField("office_code").or(),
			numberField("piece"), numberField("leaves"),
		},
		agree: func(v Values) error {
			if err := fromOne(v, "archivestamp", "piece", "leaves"); err != nil {
				return err
			}
			return pieceOf(v, "piece").Check()
		},
		draw: drawArchiveStamp,
	}
}

func drawArchiveStamp(v Values, style page.Style, widths page.Widths) page.Document {
	format := page.FormatOf(style)
	s := page.NewSheetOf(format, widths)
	n := pieceOf(v, "piece")
	title := v.text("title")
	s.Blank(1)
	s.Title(title, v.text("author"))
	s.Blank(1)
	for _, line := range [][2]string{
		{"档　　号", n.String()},
		{"文　　号", v.text("number")},
		{"责  任  者", v.text("author")},
		{"成文日期", v.chinese("dated")},
		{"页　　数", v.text("leaves") + "页"},
	} {
		if line[1] != "" {
			s.Listed(headIn, headOut, line[0]+"："+line[1])
		}
	}
	s.Blank(1)
	s.Listed(headIn, headIn, "本页附于原件之前装订。")
	doc := s.Document(title)
	stamp(&doc.Pages[0], [2][3]string{
		{n.Fonds, strconv.Itoa(n.Year), fourDigits(n.Piece)},
		{v.text("office"), retentionTerm(n.Retention), v.text("leaves")},
	}, widths)
	return doc
}

// Measures of the stamp (DA/T 22-2015), in mm, and the sizes of what stands in it, in pt.
const (
	stampWidth  = 45.0
	stampHeight = 16.0
	stampTop    = 12.0 // from the edge of the sheet: in the margin, never over text
	stampPad    = 0.8
	stampFrame  = 0.4
	stampRule   = 0.25
	stampSize   = 10.5
	stampLeast  = 5.0
)

// stamp puts the 归档章 at the top of the page in the middle, in red: two rows of three cells.
func stamp(p *page.Page, cells [2][3]string, widths page.Widths) {
	const width, height = stampWidth / 3, stampHeight / 2
	left := (p.Width - stampWidth) / 2
	rule := func(x1, y1, x2, y2, w float64) {
		p.Strokes = append(p.Strokes, page.Stroke{X1: x1, Y1: y1, X2: x2, Y2: y2, Width: w, Red: true})
	}
	for i := range 4 {
		x, w := left+float64(i)*width, stampRule
		if i%3 == 0 {
			w = stampFrame
		}
		rule(x, stampTop, x, stampTop+stampHeight, w)
	}
	for i := range 3 {
		y, w := stampTop+float64(i)*height, stampRule
		if i%2 == 0 {
			w = stampFrame
		}
		rule(left, y, left+stampWidth, y, w)
	}
	for i, row := range cells {
		for j, text := range row {
			stampCell(p, text, left+float64(j)*width, stampTop+float64(i)*height, widths)
		}
	}
}

// stampCell sets a text in the middle of a cell of the stamp, as large as it fits.
func stampCell(p *page.Page, text string, x, y float64, widths page.Widths) {
	const width, height = stampWidth/3 - 2*stampPad, stampHeight/2 - 2*stampPad
	b := page.Block{Text: text, Face: page.FangSong, Size: stampSize, Width: width, Align: page.Centred}
	_, high := b.Lines(0, 0, widths)
	for (high > height || high > b.Pitch()+0.01 && b.Size > 2*stampLeast) && b.Size > stampLeast {
		b.Size -= 0.5
		_, high = b.Lines(0, 0, widths)
	}
	lines, _ := b.Lines(x+stampPad, y+stampPad+(height-high)/2, widths)
	for _, l := range lines {
		l.Red = true
		p.Lines = append(p.Lines, l)
	}
}

func retentionTerm(r data.Retention) string {
	return map[data.Retention]string{data.Permanent: "永久", data.ThirtyYears: "30年", data.TenYears: "10年"}[r]
}
