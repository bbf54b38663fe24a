package intake

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/simplifiedchinese"
	xunicode "golang.org/x/text/encoding/unicode"

	"gongkailan/data"
)

// decoding turns the codes of a font into text.
type decoding func(raw string) string

// transform is a position and a scale on the page: what a PDF's matrices come to for text, a, b, c, d, e, f.
type transform [6]float64

func unmoved() transform { return transform{1, 0, 0, 1, 0, 0} }

// times puts one matrix before another.
func (m transform) times(n transform) transform {
	return transform{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// pdfPage puts the text of a page together in the order in which it is drawn, shown or not. A new line begins where the
// baseline changes; a gap wider than a character is a tab.
type pdfPage struct {
	reader *pdfReader
	text   strings.Builder

	matrix, line, text0 transform // of the drawing, of the line, of the text
	stack               []transform
	leading, size       float64
	decode              decoding
	widths              glyphWidths

	x, y  float64 // where the last text ended
	em    float64 // how large it was
	begun bool
	lines []pdfLine

	written int // bytes of text
}

// pdfLine is a line of a page with the place where it ends.
type pdfLine struct {
	text    string
	end, em float64
}

func (p *pdfPage) endLine() {
	p.lines = append(p.lines, pdfLine{p.text.String(), p.x, p.em})
	p.text.Reset()
}

// whole gives the text of the page. A line that reaches the right edge of the text goes on in the next: what was broken by
// the width of the paper is one again. Between two digits the break stays: they may as well be two numbers, and who searches
// for numbers looks across it.
func (p *pdfPage) whole() string {
	p.endLine()
	edge := 0.0
	for _, l := range p.lines {
		edge = math.Max(edge, l.end)
	}
	var out strings.Builder
	for i, l := range p.lines {
		out.WriteString(l.text)
		full := l.end >= edge-2*l.em && utf8.RuneCountInString(l.text) >= leastWidth && !strings.Contains(l.text, "\t")
		if !full || i+1 < len(p.lines) && endsInDigit(l.text) && beginsWithDigit(p.lines[i+1].text) {
			out.WriteByte('\n')
		}
	}
	p.lines = nil
	return out.String()
}

func endsInDigit(text string) bool {
	return text != "" && text[len(text)-1] >= '0' && text[len(text)-1] <= '9'
}

func beginsWithDigit(text string) bool { return text != "" && text[0] >= '0' && text[0] <= '9' }

// content reads a page's or a drawing's stream.
func (p *pdfPage) content(stream, resources pdf.Value, depth int) {
	if stream.Kind() != pdf.Stream && stream.Kind() != pdf.Array || depth > mostForms {
		return
	}
	p.reader.measured(stream)
	if depth == 0 {
		p.matrix, p.line, p.text0 = unmoved(), unmoved(), unmoved()
	}
	fonts := map[string]pdfFont{}
	pdf.Interpret(stream, func(stack *pdf.Stack, operator string) {
		if p.reader.ctx.Err() != nil {
			panic(p.reader.ctx.Err())
		}
		args := make([]pdf.Value, stack.Len())
		for i := len(args) - 1; i >= 0; i-- {
			args[i] = stack.Pop()
		}
		switch operator {
		case "Tf":
			if len(args) == 2 {
				p.setFont(args[0].Name(), resources, fonts)
				p.size = args[1].Float64()
			}
		case "Do":
			if len(args) == 1 {
				p.drawing(resources.Key("XObject").Key(args[0].Name()), resources, depth)
			}
		case "Tj", "'", "\"", "TJ":
			p.show(operator, args)
		case "BDC", "DP":
			if len(args) == 2 {
				p.reader.say("attribute", args[1].Key("Alt").Text())
			}
		default:
			p.move(operator, numbers(args))
		}
	})
}

func numbers(args []pdf.Value) []float64 {
	values := make([]float64, len(args))
	for i, a := range args {
		values[i] = a.Float64()
	}
	return values
}

// drawing reads a form, a piece of a page that is drawn by name.
func (p *pdfPage) drawing(form, resources pdf.Value, depth int) {
	if form.Key("Subtype").Name() != "Form" {
		return
	}
	if own := form.Key("Resources"); !own.IsNull() {
		resources = own
	}
	matrix, line, text0 := p.matrix, p.line, p.text0
	font, size := pdfFont{p.decode, p.widths}, p.size
	if m := form.Key("Matrix"); m.Len() == 6 {
		var own transform
		for i := range own {
			own[i] = m.Index(i).Float64()
		}
		p.matrix = own.times(p.matrix)
	}
	p.content(form, resources, depth+1)
	p.matrix, p.line, p.text0 = matrix, line, text0
	p.decode, p.widths, p.size = font.decode, font.widths, size
}

// move follows the operators that move the pen.
func (p *pdfPage) move(operator string, v []float64) {
	switch operator {
	case "q", "Q":
		p.keep(operator == "q")
	case "BT":
		p.line, p.text0 = unmoved(), unmoved()
	case "T*":
		p.advance(0, -p.leading)
	}
	switch len(v) {
	case 1:
		if operator == "TL" {
			p.leading = v[0]
		}
	case 2:
		if operator == "TD" {
			p.leading = -v[1]
		}
		if operator == "TD" || operator == "Td" {
			p.advance(v[0], v[1])
		}
	case 6:
		p.transformed(operator, transform(v))
	}
}

// keep lays the drawing's matrix aside, or takes the last one up again.
func (p *pdfPage) keep(aside bool) {
	switch last := len(p.stack) - 1; {
	case aside && last < mostKept:
		p.stack = append(p.stack, p.matrix)
	case !aside && last >= 0:
		p.matrix, p.stack = p.stack[last], p.stack[:last]
	}
}

// mostKept bounds how often a page may lay its state aside.
const mostKept = 1000

func (p *pdfPage) transformed(operator string, m transform) {
	switch operator {
	case "cm":
		p.matrix = m.times(p.matrix)
	case "Tm":
		p.line, p.text0 = m, m
	}
}

func (p *pdfPage) advance(x, y float64) {
	p.line = transform{1, 0, 0, 1, x, y}.times(p.line)
	p.text0 = p.line
}

// show writes what an operator shows.
func (p *pdfPage) show(operator string, args []pdf.Value) {
	if len(args) == 0 {
		return
	}
	if operator == "'" || operator == "\"" {
		p.advance(0, -p.leading)
	}
	last := args[len(args)-1]
	if operator != "TJ" {
		p.write(last.RawString())
		return
	}
	for i := range last.Len() {
		if piece := last.Index(i); piece.Kind() == pdf.String {
			p.write(piece.RawString())
		} else {
			p.text0 = transform{1, 0, 0, 1, -piece.Float64() / 1000 * p.size, 0}.times(p.text0)
		}
	}
}

func (p *pdfPage) write(raw string) {
	if p.decode == nil {
		p.decode = func(raw string) string { return raw }
	}
	text := p.decode(raw)
	at := p.text0.times(p.matrix)
	em := math.Abs(p.size) * math.Max(math.Hypot(at[0], at[1]), 1e-6)
	if p.begun {
		switch gap := at[4] - p.x; {
		case math.Abs(at[5]-p.y) > em/2:
			p.endLine()
		case gap > 1.2*em, gap < -3*em:
			p.text.WriteByte('\t')
		case gap > 0.3*em:
			p.text.WriteByte(' ')
		}
	}
	p.count(text)
	p.text.WriteString(text)
	width := p.widths.of(raw, text)
	p.text0 = transform{1, 0, 0, 1, width * p.size, 0}.times(p.text0)
	end := p.text0.times(p.matrix)
	p.x, p.y, p.em, p.begun = end[4], end[5], em, true
	if p.written += len(text); p.written > mostPassages {
		panic(data.Refuse(data.ErrInvalid, "passages.large"))
	}
}

// count notes how much of the text could be read.
func (p *pdfPage) count(text string) {
	for _, r := range text {
		if r == utf8.RuneError {
			p.reader.unmapped++
		} else {
			p.reader.mapped++
		}
	}
}

// setFont finds out how the codes of a font are read.
func (p *pdfPage) setFont(name string, resources pdf.Value, known map[string]pdfFont) {
	font, ok := known[name]
	if !ok {
		value := resources.Key("Font").Key(name)
		font = pdfFont{p.decodingOf(value), widthsOf(value)}
		known[name] = font
	}
	p.decode, p.widths = font.decode, font.widths
}

// pdfFont is what is known of a font.
type pdfFont struct {
	decode decoding
	widths glyphWidths
}

// decodingOf reads a font's own table where it has one, else the encoding that it names. Fonts that embed glyphs without a
// word on what they stand for give the sign for unknown characters.
func (p *pdfPage) decodingOf(font pdf.Value) decoding {
	table := font.Key("ToUnicode")
	if table.Kind() == pdf.Stream {
		p.reader.measured(table)
		if known := readTable(table); len(known) > 0 {
			width := 1
			if font.Key("Subtype").Name() == "Type0" {
				width = 2
			}
			return known.decoding(width)
		}
	}
	switch name := font.Key("Encoding").Name(); {
	case strings.HasPrefix(name, "GB"):
		return func(raw string) string {
			text, _ := simplifiedchinese.GB18030.NewDecoder().String(raw)
			return text
		}
	case strings.HasPrefix(name, "UniGB-UCS2"), strings.HasPrefix(name, "UniGB-UTF16"):
		return func(raw string) string {
			text, _ := xunicode.UTF16(xunicode.BigEndian, xunicode.IgnoreBOM).NewDecoder().String(raw)
			return text
		}
	case font.Key("Subtype").Name() == "Type0":
		return func(raw string) string { return strings.Repeat(string(utf8.RuneError), len(raw)/2) }
	}
	return (&pdf.Font{V: font}).Encoder().Decode
}
