package page

import "fmt"

// Numbered gives a document of two pages and more its page numbers, under the type area, odd pages one character in
// from the right and even ones from the left; a single page is left without (GB/T 9704-2012, 7.5).
func Numbered(doc Document, widths Widths) Document {
	if len(doc.Pages) < 2 {
		return doc
	}
	for i := range doc.Pages {
		doc.Pages[i].Lines = append(doc.Pages[i].Lines, number(i+1, widths))
	}
	return doc
}

// dashRise is how high the dash of a page number stands over the baseline, in em.
const dashRise = 0.36

// number sets a page number with a dash at each side. The dash lies 7 mm under the type area.
func number(n int, widths Widths) Line {
	const em = NumberSize * MMPerPoint
	r := single(fmt.Sprintf("— %d —", n), Song, widths)
	x := Left + em
	if n%2 == 1 {
		x = Left + TypeWidth - em - r.em()*em
	}
	line := r.place(x, r.em(), NumberSize)[0]
	line.Y, line.Aside = round(Top+TypeHeight+7+dashRise*em), true
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
		x := (p.Width - r.em()*remarkSize*MMPerPoint) / 2
		for _, line := range r.place(x, r.em(), remarkSize) {
			line.Y, line.Gray, line.Aside = remarkY, true, true
			p.Lines = append([]Line{line}, p.Lines...)
		}
		pages[i] = p
	}
	return Document{Title: doc.Title, Pages: pages}
}
