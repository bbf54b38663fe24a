package page

import "fmt"

// Sheet takes the parts of a document in order and sets them on pages of the grid.
type Sheet struct {
	widths Widths
	lines  []gridLine
}

// gridLine is one line of the grid: pieces of text on one baseline, or nothing.
type gridLine struct {
	pieces []Line // X and At are final, Y is set when the line gets its place on a page
	keep   bool   // must not be the first line of a page: it stays with the line before
}

// NewSheet makes an empty sheet; widths measures with the faces that will paint.
func NewSheet(widths Widths) *Sheet { return &Sheet{widths: widths} }

// Title sets a title, centred and broken by sense.
func (s *Sheet) Title(text string) {
	const em = TitleSize * MMPerPoint
	for _, r := range titleLines(text, s.widths) {
		x := Left + (TypeWidth-r.em*em)/2
		s.add(gridLine{pieces: []Line{{Text: r.text(), X: round(x), Size: TitleSize, Face: TitleSong, At: r.place(em, r.em)}}})
	}
}

// Blank leaves lines of the grid empty.
func (s *Sheet) Blank(lines int) {
	for range lines {
		s.add(gridLine{})
	}
}

// Paragraph sets a body paragraph, the first line in by two characters, in the face that its mark asks for.
func (s *Sheet) Paragraph(text string) { s.ParagraphIn(FaceOf(text), 2, text) }

// ParagraphIn sets a paragraph in a face, its first line in by so many characters.
func (s *Sheet) ParagraphIn(face Face, indent float64, text string) {
	rows := breakLines(clusters(text, face, s.widths), CharsPerLine-indent, CharsPerLine)
	for i, r := range rows {
		x, room := Left, float64(CharsPerLine)
		if i == 0 {
			x, room = Left+indent*Em, CharsPerLine-indent
		}
		s.add(gridLine{pieces: []Line{{Text: r.text(), X: round(x), Size: BodySize, Face: face, At: r.place(Em, room)}}})
	}
	if len(rows) == 0 {
		s.Blank(1)
	}
}

// Signature sets 落款: a blank line, the issuer, and the date four characters in from the right, where the seal will be
// stamped; the issuer is centred over the date as far as the right margin of two characters allows. It is never alone
// on a page (GB/T 9704-2012, 7.3.5).
func (s *Sheet) Signature(issuer, date string) {
	dateRow := s.one(date)
	dateX := CharsPerLine - 4 - dateRow.em
	centre := dateX + dateRow.em/2
	s.add(gridLine{keep: true})
	for _, r := range breakLines(clusters(issuer, FangSong, s.widths), CharsPerLine-4, CharsPerLine-4) {
		x := max(0, min(centre-r.em/2, CharsPerLine-2-r.em))
		s.keepLine(r, x)
	}
	s.keepLine(dateRow, dateX)
}

// one sets a text that is sure to fit on one line.
func (s *Sheet) one(text string) row {
	r := row{clusters: clusters(text, FangSong, s.widths), last: true}
	for _, c := range r.clusters {
		r.em += c.width()
	}
	return r
}

func (s *Sheet) keepLine(r row, x float64) {
	r.last = true
	s.add(gridLine{keep: true, pieces: []Line{{
		Text: r.text(), X: round(Left + x*Em), Size: BodySize, Face: FangSong, At: r.place(Em, r.em),
	}}})
}

func (s *Sheet) add(line gridLine) { s.lines = append(s.lines, line) }

// Document sets the lines on pages of 22. Lines that must stay with the one before take it with them to the next page.
// Two pages and more are numbered.
func (s *Sheet) Document(title string) Document {
	doc := Document{Title: title}
	for start := 0; start < len(s.lines); {
		end := s.pageEnd(start)
		doc.Pages = append(doc.Pages, s.page(s.lines[start:end]))
		start = end
	}
	if len(doc.Pages) == 0 {
		doc.Pages = append(doc.Pages, s.page(nil))
	}
	if len(doc.Pages) > 1 {
		for i := range doc.Pages {
			doc.Pages[i].Lines = append(doc.Pages[i].Lines, s.number(i+1))
		}
	}
	return doc
}

// pageEnd finds the line with which the next page begins.
func (s *Sheet) pageEnd(start int) int {
	end := min(start+LinesPerPage, len(s.lines))
	if end == len(s.lines) || !s.lines[end].keep {
		return end
	}
	cut := end
	for cut > start && s.lines[cut].keep {
		cut--
	}
	if cut > start {
		return cut
	}
	return end // a signature that fills a page by itself has to be cut
}

func (s *Sheet) page(lines []gridLine) Page {
	p := Page{Width: SheetWidth, Height: SheetHeight}
	for i, line := range lines {
		for _, piece := range line.pieces {
			piece.Y = round(GridY(i))
			p.Lines = append(p.Lines, piece)
		}
	}
	return p
}

// number sets the page number 7 mm under the type area, with a dash at each side, odd pages one character in from the
// right and even ones from the left (GB/T 9704-2012, 7.5).
func (s *Sheet) number(n int) Line {
	const em = NumberSize * MMPerPoint
	r := row{clusters: clusters(fmt.Sprintf("— %d —", n), Song, s.widths), last: true}
	for _, c := range r.clusters {
		r.em += c.width()
	}
	x := Left + em
	if n%2 == 1 {
		x = Left + TypeWidth - em - r.em*em
	}
	return Line{
		Text: r.text(), X: round(x), Y: round(Top + TypeHeight + 7), Size: NumberSize, Face: Song, At: r.place(em, r.em),
	}
}

// Remark sets a grey line in the top margin of every page: something about the paper that is not a part of it.
func Remark(doc Document, text string, widths Widths) Document {
	const size, em = 10.5, 10.5 * MMPerPoint
	r := row{clusters: clusters(text, Sans, widths), last: true}
	for _, c := range r.clusters {
		r.em += c.width()
	}
	pages := make([]Page, len(doc.Pages))
	for i, p := range doc.Pages {
		remark := Line{
			Text: text, X: round((p.Width - r.em*em) / 2), Y: 20, Size: size, Face: Sans, Gray: true, At: r.place(em, r.em),
		}
		p.Lines = append([]Line{remark}, p.Lines...)
		pages[i] = p
	}
	return Document{Title: doc.Title, Pages: pages}
}
