package page

import "fmt"

// Numbering is how the pages of a document are numbered.
type Numbering int

const (
	// NumberOutside numbers documents of two pages and more, odd pages at the right, even ones at the left.
	NumberOutside Numbering = iota
	// NumberCentre numbers the same in the middle, as a single notice may be.
	NumberCentre
	// NumberNone leaves numbers out.
	NumberNone
)

// numbered gives a document of two pages and more its page numbers, under the type area, odd pages one character in
// from the right and even ones from the left; a single page is left without (GB/T 9704-2012, 7.5).
func numbered(doc Document, how Numbering, f Format, widths Widths) Document {
	if len(doc.Pages) < 2 || how == NumberNone {
		return doc
	}
	for i := range doc.Pages {
		doc.Pages[i].Lines = append(doc.Pages[i].Lines, number(i+1, how, f, widths))
	}
	return doc
}

// dashRise is how high the dash of a page number stands over the baseline, in em.
const dashRise = 0.36

// underType is how far the dash of a page number lies under the type area, in mm.
const underType = 7.0

// number sets a page number with a dash at each side.
func number(n int, how Numbering, f Format, widths Widths) Line {
	em := f.Number * MMPerPoint
	r := single(fmt.Sprintf("— %d —", n), Song, widths)
	x := f.Left + em
	switch {
	case how == NumberCentre:
		x = f.Left + (f.TypeWidth-r.em()*em)/2
	case n%2 == 1:
		x = f.Left + f.TypeWidth - em - r.em()*em
	}
	line := r.place(x, r.em(), em, f.Number)[0]
	line.Y, line.Aside = round(f.Top+f.TypeHeight+underType*max(f.Width, f.Height)/SheetHeight+dashRise*em), true
	return line
}

const (
	remarkSize = 10.5 // 5号, pt
	remarkY    = 20.0 // mm
)

// Remark sets a grey line in the top margin of every page: something about the paper that is not a part of it.
func Remark(doc Document, text string, widths Widths) Document {
	r := single(text, Sans, widths)
	pages := make([]Page, len(doc.Pages))
	for i, p := range doc.Pages {
		const em = remarkSize * MMPerPoint
		x := (p.Width - r.em()*em) / 2
		for _, line := range r.place(x, r.em(), em, remarkSize) {
			line.Y, line.Gray, line.Aside = remarkY, true, true
			p.Lines = append([]Line{line}, p.Lines...)
		}
		pages[i] = p
	}
	doc.Pages = pages
	return doc
}
