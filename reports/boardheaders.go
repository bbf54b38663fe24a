package reports

import (
	"fmt"

	"gongkailan/data"
	"gongkailan/reports/page"
)

// Measures of a header sheet, in mm and pt.
const (
	headerMargin = 20.0  // at both sides
	headerUnit   = 42.0  // top of the unit's name
	headerMiddle = 135.0 // where the title's middle stands
	headerRule   = 222.0 // the rule over the count
	headerCount  = 232.0 // top of the count

	// oneLineSize is the least size at which a title stands on one line; a longer one is larger on two.
	oneLineSize = 100.0
	largestSize = 150.0
	// headerShrink is by how much a size that is too large is made smaller.
	headerShrink  = 0.97
	headerLeading = 1.25
	unitNameSize  = 26.0
	countSize     = 22.0
)

// BoardHeaders lays out a header sheet for the slot of each category: its short title as large as the sheet takes it on
// two lines at most, the unit's name, and how much hangs there.
func BoardHeaders(in BoardInput, widths page.Widths) page.Document {
	var docs []page.Document
	for _, s := range in.slots(nil) {
		docs = append(docs, boardHeader(in, s, widths))
	}
	return collated("公开栏分类标题 "+in.Day.Chinese(), docs...)
}

func boardHeader(in BoardInput, s slot, widths page.Widths) page.Document {
	const room = page.SheetWidth - 2*headerMargin
	p := page.Page{Width: page.SheetWidth, Height: page.SheetHeight}
	centred := func(text string, face page.Face, size, top float64) {
		b := page.Block{Text: text, Face: face, Size: size, Width: room, Align: page.Centred}
		lines, _ := b.Lines(headerMargin, top, widths)
		p.Lines = append(p.Lines, lines...)
	}
	name := shortTitle(s.category)
	centred(oneLine(in.Unit.Name), page.TitleSong, unitNameSize, headerUnit)
	p.Lines = append(p.Lines, headerTitle(name, room, widths)...)
	p.Strokes = []page.Stroke{{X1: headerMargin, Y1: headerRule, X2: page.SheetWidth - headerMargin, Y2: headerRule, Width: 0.5}}
	centred(headerCountText(len(s.items), in.Day), page.FangSong, countSize, headerCount)
	return page.Document{Title: name, Pages: []page.Page{p}}
}

func headerCountText(n int, day data.Date) string {
	if n == 0 {
		return "截至" + day.Chinese() + "，暂无公开事项"
	}
	return fmt.Sprintf("截至%s，公开%d件", day.Chinese(), n)
}

// headerTitle sets the title in the middle of the sheet: on one line where that is large enough to be read across a
// hall, else as large as two lines take it.
func headerTitle(text string, room float64, widths page.Widths) []page.Line {
	size := largestSize
	lines := titleAt(text, size, room, widths)
	for rowsIn(lines) > 1 && size > oneLineSize {
		size *= headerShrink
		lines = titleAt(text, size, room, widths)
	}
	if rowsIn(lines) <= 1 {
		return lines
	}
	size = largestSize
	for lines = titleAt(text, size, room, widths); rowsIn(lines) > 2; lines = titleAt(text, size, room, widths) {
		size *= headerShrink
	}
	return lines
}

// titleAt sets the title in a size, broken by sense, around the middle of the sheet.
func titleAt(text string, size, room float64, widths page.Widths) []page.Line {
	f := page.A4()
	f.Left, f.TypeWidth, f.Title = headerMargin, room, size
	sheet := page.NewSheetOf(f, widths)
	sheet.Number(page.NumberNone)
	sheet.Title(text, pairs(text)...)
	var lines []page.Line
	row, last := -1, 0.0
	em := size * page.MMPerPoint
	for _, p := range sheet.Document("").Pages {
		for i, l := range p.Lines {
			if i == 0 || l.Y != last {
				row++
			}
			last = l.Y
			l.Y = float64(row) * headerLeading * em
			lines = append(lines, l)
		}
	}
	const rise = 0.88 // of the baseline under a character's top, in em
	top := headerMiddle - (float64(row)*headerLeading+1)*em/2
	for i := range lines {
		lines[i].Y += top + rise*em
	}
	return lines
}

// pairs gives the words of two characters of which the short title of a category is made, 思想 政治 建设, so that none of
// them is torn; none where the number of characters is odd, because then there is another word among them.
func pairs(text string) []string {
	runes := []rune(text)
	if len(runes)%2 != 0 {
		return nil
	}
	var words []string
	for i := 0; i < len(runes); i += 2 {
		words = append(words, string(runes[i:i+2]))
	}
	return words
}

// rowsIn counts the lines that a reader sees.
func rowsIn(lines []page.Line) int {
	n := 0
	for i, l := range lines {
		if i == 0 || l.Y != lines[i-1].Y {
			n++
		}
	}
	return n
}
