package reports

import "gongkailan/reports/page"

// form is an official form: rows of cells in one frame, under a title that stands again on every page.
type form struct{ *page.Sheet }

// Measures of a form, in mm and pt.
const (
	formWidth = 166.0
	formSize  = 10.5 // 5号
	noteSize  = 8.0
)

// formFormat is the sheet of forms: A4 with narrower margins than a letter has, for their many cells.
func formFormat() page.Format {
	f := page.A4()
	f.Left, f.Top, f.TypeWidth, f.TypeHeight = 22, 22, formWidth, 243
	return f
}

// newForm begins a form. What it is and whose stands under the title at the left, its number at the right.
func newForm(widths page.Widths, title, left, right string) form {
	f := form{page.NewSheetOf(formFormat(), widths)}
	f.Head(func(h *page.Sheet, first bool) {
		shown := title
		if !first {
			shown += "（续）"
		}
		h.Text(shown, page.TitleSong, page.TitleSize, page.Centred)
		h.Space(2.5)
		h.Beside(left, right, page.FangSong, formSize)
		h.Space(0.8)
	})
	return f
}

// row sets cells side by side, at least so many lines high.
func (f form) row(least int, cells ...page.Cell) { f.Row(formSize, least, cells...) }

// note sets small print under the form.
func (f form) note(text string) {
	f.Space(1.5)
	f.Text(text, page.FangSong, noteSize, page.Justified)
}

// label is the head of a row.
func label(text string) page.Cell {
	return page.Cell{Text: text, Width: labelWidth, Face: page.Hei, Align: page.Centred}
}

// value is what a row says.
func value(text string, width float64) page.Cell { return page.Cell{Text: text, Width: width} }

// centred is a short text in the middle of its cell.
func centred(text string, width float64) page.Cell {
	return page.Cell{Text: text, Width: width, Align: page.Centred}
}
