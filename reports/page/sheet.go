package page

import "strings"

// Sheet takes the parts of a document in order and sets them on pages.
type Sheet struct {
	format    Format
	widths    Widths
	numbering Numbering
	flow      []slab
	heading   bool // the last paragraph was a heading: what comes next stays with it
	table     *rows
	head      func(h *Sheet, first bool)
}

// NewSheet makes an empty sheet of the standard's A4 page; widths measures with the faces that will paint.
func NewSheet(widths Widths) *Sheet { return NewSheetOf(A4(), widths) }

// NewSheetOf makes an empty sheet of another format.
func NewSheetOf(format Format, widths Widths) *Sheet { return &Sheet{format: format, widths: widths} }

// Number says how pages are numbered; without, a document of two pages and more is, at the outer edges.
func (s *Sheet) Number(n Numbering) { s.numbering = n }

// Head sets what stands at the top of every page: the function gets an empty sheet to set it on, and is told whether
// the page is the first.
func (s *Sheet) Head(head func(h *Sheet, first bool)) { s.head = head }

// Title sets a title, centred and broken by sense, never inside one of the names.
func (s *Sheet) Title(text string, names ...string) {
	em := s.format.Title * MMPerPoint
	room := s.format.TypeWidth / em
	for _, r := range titleLines(text, names, room, s.widths) {
		x := s.format.Left + (s.format.TypeWidth-r.em()*em)/2
		s.add(slab{lines: r.place(x, room, em, s.format.Title)})
	}
}

// Blank leaves lines of the grid empty.
func (s *Sheet) Blank(lines int) {
	for range lines {
		s.add(slab{})
	}
}

// Paragraph sets a body paragraph, the first line in by two characters, a heading in the face that its mark asks for.
func (s *Sheet) Paragraph(text string) {
	n, face := Lead(text)
	set := clusters(text[n:], FangSong, s.widths)
	if n > 0 {
		set = append(clusters(text[:n], face, s.widths), set...)
	}
	s.paragraph(set, indent, 0, false)
	s.heading = s.heading || IsHeading(text)
}

// Flush sets a paragraph that begins at the left edge, as the one who is written to (GB/T 9704-2012, 7.3.2).
func (s *Sheet) Flush(text string) { s.paragraph(clusters(text, FangSong, s.widths), 0, 0, false) }

// Listed sets a paragraph in the face of the body whose lines all stand in, first and rest by so many characters, as
// in the note of attachments. It is not set out, or the numbers of a list would not stand under each other.
func (s *Sheet) Listed(first, rest float64, text string) {
	s.paragraph(clusters(text, FangSong, s.widths), first, rest, true)
}

// Centred sets a line of the body's size in the middle, as the number under a title.
func (s *Sheet) Centred(text string, face Face) {
	room := float64(s.format.Chars)
	for _, r := range breakLines(clusters(text, face, s.widths), room, room) {
		r.last = true
		s.add(slab{lines: s.onLine(r, (room-r.em())/2)})
	}
}

// paragraph breaks a text into lines and puts them on the grid, the first and the rest in by so many characters. One
// without a character is an empty line.
func (s *Sheet) paragraph(text []cluster, first, rest float64, ragged bool) {
	chars := float64(s.format.Chars)
	rows := breakLines(text, chars-first, chars-rest)
	if len(rows) == 0 {
		s.Blank(1)
	}
	in := first
	for _, r := range rows {
		r.last = r.last || ragged
		s.add(slab{lines: r.place(s.format.Left+in*s.format.Em, chars-in, s.format.Em, s.format.Body)})
		in = rest
	}
}

// Signature sets 落款: a blank line, the issuer, and the date four characters in from the right, where the seal will be
// stamped; the issuer is centred over the date as far as the right margin of two characters allows, and breaks by sense
// where it is longer than a line. It is never alone on a page (GB/T 9704-2012, 7.3.5).
func (s *Sheet) Signature(issuer, date string) {
	chars := float64(s.format.Chars)
	set := single(date, FangSong, s.widths)
	dateX := chars - dateMargin - set.em()
	centre := dateX + set.em()/2
	s.add(slab{keep: true})
	for _, r := range bySense(clusters(strings.TrimSpace(issuer), FangSong, s.widths), nil, chars-dateMargin) {
		s.add(slab{keep: true, lines: s.onLine(r, max(0, min(centre-r.em()/2, chars-issuerMargin-r.em())))})
	}
	if date != "" {
		s.add(slab{keep: true, lines: s.onLine(set, dateX)})
	}
}

// Together keeps what set puts on the sheet on the page of what stands before it: notes that mean nothing without the
// text or date above them.
func (s *Sheet) Together(set func()) {
	from := len(s.flow)
	set()
	for i := from; i < len(s.flow); i++ {
		s.flow[i].keep = true
	}
}

const (
	dateMargin   = 4 // characters between the date and the right edge
	issuerMargin = 2 // the least between the issuer and the right edge
)

// onLine places a row of the body's size so many characters in from the left.
func (s *Sheet) onLine(r row, in float64) []Line {
	return r.place(s.format.Left+in*s.format.Em, r.em(), s.format.Em, s.format.Body)
}

// Text sets a block over the whole width of the type area, off the grid: a line over a form, a caption.
func (s *Sheet) Text(text string, face Face, size float64, align Align) {
	b := Block{Text: text, Face: face, Size: size, Width: s.format.TypeWidth, Align: align}
	lines, height := b.Lines(s.format.Left, 0, s.widths)
	if height <= s.format.TypeHeight {
		s.add(slab{height: height, lines: lines})
		return
	}
	for top := 0.0; top < height-b.Pitch()/2; top += b.Pitch() { // longer than a page: line by line
		n := 0
		for n < len(lines) && lines[n].Y < top+b.Pitch() {
			n++
		}
		s.add(slab{height: b.Pitch(), lines: raised(lines[:n], top)})
		lines = lines[n:]
	}
}

// Beside sets a line of two texts, one at the left and one at the right.
func (s *Sheet) Beside(left, right string, face Face, size float64) {
	b := Block{Text: left, Face: face, Size: size, Width: s.format.TypeWidth}
	lines, height := b.Lines(s.format.Left, 0, s.widths)
	b.Text, b.Align = right, RightAligned
	more, second := b.Lines(s.format.Left, 0, s.widths)
	s.add(slab{height: max(height, second), lines: append(lines, more...)})
}

// Space leaves so many mm empty.
func (s *Sheet) Space(mm float64) { s.add(slab{height: mm}) }

// add puts a slab behind the others. What is no row of a table ends one.
func (s *Sheet) add(b slab) {
	b.keep = b.keep || s.heading
	s.heading = s.heading && b.empty() // an empty line under a heading does not part it from its text
	s.table = b.table
	s.flow = append(s.flow, b)
}
