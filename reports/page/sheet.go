package page

import "strings"

// Sheet takes the parts of a document in order and sets them on pages of the grid.
type Sheet struct {
	widths  Widths
	lines   []gridLine
	heading bool // the last paragraph was a heading: what comes next stays with it
}

// gridLine is one line of the grid: pieces of text on one baseline, or nothing.
type gridLine struct {
	pieces []Line // X and At are final, Y is set when the line gets its place on a page
	keep   bool   // must not be the first line of a page: it stays with the line before
}

func (l gridLine) empty() bool { return len(l.pieces) == 0 }

// NewSheet makes an empty sheet; widths measures with the faces that will paint.
func NewSheet(widths Widths) *Sheet { return &Sheet{widths: widths} }

// Title sets a title, centred and broken by sense, never inside one of the names.
func (s *Sheet) Title(text string, names ...string) {
	const em = TitleSize * MMPerPoint
	for _, r := range titleLines(text, names, titleRoom, s.widths) {
		x := Left + (TypeWidth-r.em()*em)/2
		s.add(gridLine{pieces: r.place(x, titleRoom, TitleSize)})
	}
}

// Blank leaves lines of the grid empty.
func (s *Sheet) Blank(lines int) {
	for range lines {
		s.add(gridLine{})
	}
}

// Paragraph sets a body paragraph, the first line in by two characters, a heading in the face that its mark asks for.
func (s *Sheet) Paragraph(text string) {
	n, face := Lead(text)
	set := clusters(text[n:], FangSong, s.widths)
	if n > 0 {
		set = append(clusters(text[:n], face, s.widths), set...)
	}
	s.rows(breakLines(set, CharsPerLine-indent, CharsPerLine), indent, 0)
	s.heading = s.heading || IsHeading(text)
}

// Listed sets a paragraph in the face of the body whose lines all stand in, first and rest by so many characters, as
// in the note of attachments.
func (s *Sheet) Listed(first, rest float64, text string) {
	rows := breakLines(clusters(text, FangSong, s.widths), CharsPerLine-first, CharsPerLine-rest)
	for i := range rows {
		rows[i].last = true // set out, the numbers of a list would not stand under each other
	}
	s.rows(rows, first, rest)
}

// rows puts broken lines on the grid, the first and the rest in by so many characters. A paragraph without a character
// is an empty line.
func (s *Sheet) rows(rows []row, first, rest float64) {
	if len(rows) == 0 {
		s.Blank(1)
	}
	in := first
	for _, r := range rows {
		s.add(gridLine{pieces: r.place(Left+in*Em, CharsPerLine-in, BodySize)})
		in = rest
	}
}

func (s *Sheet) add(line gridLine) {
	line.keep = line.keep || s.heading
	s.heading = s.heading && line.empty() // an empty line under a heading does not part it from its text
	s.lines = append(s.lines, line)
}

// Signature sets 落款: a blank line, the issuer, and the date four characters in from the right, where the seal will be
// stamped; the issuer is centred over the date as far as the right margin of two characters allows. It is never alone
// on a page (GB/T 9704-2012, 7.3.5).
func (s *Sheet) Signature(issuer, date string) {
	set := single(date, FangSong, s.widths)
	dateX := CharsPerLine - dateMargin - set.em()
	centre := dateX + set.em()/2
	s.add(gridLine{keep: true})
	for _, r := range breakLines(clusters(strings.TrimSpace(issuer), FangSong, s.widths), CharsPerLine-4, CharsPerLine-4) {
		r.last = true
		s.keep(r, max(0, min(centre-r.em()/2, CharsPerLine-issuerMargin-r.em())))
	}
	if date != "" {
		s.keep(set, dateX)
	}
}

const (
	dateMargin   = 4 // characters between the date and the right edge
	issuerMargin = 2 // the least between the issuer and the right edge
)

// keep adds a line, so many characters in from the left, that stays with the one before.
func (s *Sheet) keep(r row, in float64) {
	s.add(gridLine{keep: true, pieces: r.place(Left+in*Em, r.em(), BodySize)})
}

// Document sets the lines on pages of 22. Lines that must stay with the one before take it with them to the next page,
// and empty lines that would begin a page are left out. Two pages and more are numbered.
func (s *Sheet) Document(title string) Document {
	doc := Document{Title: title}
	for start := 0; start < len(s.lines); {
		end := s.pageEnd(start)
		doc.Pages = append(doc.Pages, onGrid(s.lines[start:end]))
		for start = end; start < len(s.lines) && s.lines[start].empty(); {
			start++
		}
	}
	if len(doc.Pages) == 0 {
		doc.Pages = append(doc.Pages, onGrid(nil))
	}
	return Numbered(doc, s.widths)
}

// pageEnd finds the line with which the next page begins.
func (s *Sheet) pageEnd(start int) int {
	end := min(start+LinesPerPage, len(s.lines))
	if end == len(s.lines) {
		return end
	}
	cut := end
	for cut > start && s.lines[cut].keep {
		cut--
	}
	if cut > start {
		return cut
	}
	return end // what is kept together fills a page and more, and has to be cut
}

// onGrid gives lines their baselines.
func onGrid(lines []gridLine) Page {
	p := Page{Width: SheetWidth, Height: SheetHeight}
	for i, line := range lines {
		for _, piece := range line.pieces {
			piece.Y = round(GridY(i))
			p.Lines = append(p.Lines, piece)
		}
	}
	return p
}
