package pdf

import (
	"encoding/hex"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/jung-kurt/gofpdf"

	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// painter paints lines on the pages of one file.
type painter struct {
	file   *gofpdf.Fpdf
	fonts  *fonts
	drawn  map[shape]string // outlines made so far
	codes  []placedCode     // QR codes, in the order of their marks
	face   *face.Typeface   // the current one, in size
	size   float64
	height float64 // of the page, mm
	ink    ink     // what the text is painted in now
	// drawing is what strokes are painted in now.
	drawing ink
}

// spot is a place on the page: x and y in mm, y of the baseline, and the size of the text there in pt.
type spot struct{ x, y, size float64 }

func (s spot) em() float64 { return s.size * page.MMPerPoint }

// widestSpacing is how far apart, in em, characters may stand before a reader of the file would take the space between
// them for a blank.
const widestSpacing = 0.09

func (p *painter) line(line page.Line) {
	p.colour(inkOf(line))
	runes := []rune(line.Text)
	told := p.mustTell(line, runes)
	if told {
		p.begin(line.Text)
	}
	var open run
	for i, r := range runes {
		if !painted(r) {
			continue
		}
		typeface, glyph, ok := p.fonts.typeface(line.Face, r)
		here := spot{line.X + at(line, i), line.Y, line.Size}
		switch {
		case !ok || rare(r):
			p.run(open, here)
			open = run{}
			p.rare(line.Face, r, here, told)
		case !open.take(typeface, glyph, r, here.x, here.em()):
			p.run(open, here)
			open = newRun(typeface, glyph, r, here.x, here.em())
		}
	}
	p.run(open, spot{0, line.Y, line.Size})
	if told {
		p.end()
	}
}

func (p *painter) colour(c ink) {
	if p.ink == c {
		return
	}
	p.ink = c
	p.file.SetTextColor(c.red, c.green, c.blue)
	p.file.SetFillColor(c.red, c.green, c.blue)
}

// run writes characters of the Basic Multilingual Plane from the run's own place, on the line and in the size given.
func (p *painter) run(o run, line spot) {
	if len(o.text) == 0 {
		return
	}
	p.use(o.typeface, line.size)
	spacing := o.spacing()
	if spacing != 0 {
		p.file.RawWriteStr(fmt.Sprintf("%.4f Tc\n", spacing/page.MMPerPoint))
	}
	p.file.Text(o.x, line.y, string(o.text))
	if spacing != 0 {
		p.file.RawWriteStr("0 Tc\n")
	}
}

// use makes the typeface the current one; gofpdf keeps it from page to page.
func (p *painter) use(t *face.Typeface, size float64) {
	if p.face != t || p.size != size {
		p.face, p.size = t, size
		p.file.SetFont(p.fonts.names[t], "", size)
	}
}

// placeholder is what stands, invisible, where a rare character is painted as an outline. Every face has it.
const placeholder = "一"

// rare paints a character as an outline with its text behind it. A character that no face has is written as its number
// in small digits: it is never lost and never a box. Told says that the text of the whole line is given already.
func (p *painter) rare(role page.Face, r rune, here spot, told bool) {
	t, g, ok := p.fonts.typeface(role, r)
	if !told {
		p.begin(string(r))
	}
	p.use(t, here.size)
	p.file.RawWriteStr("3 Tr\n")
	p.file.Text(here.x, here.y, placeholder)
	p.file.RawWriteStr("0 Tr\n")
	if ok {
		p.outline(t, g, here)
	} else {
		p.number(role, r, here)
	}
	if !told {
		p.end()
	}
}

// number paints a character's number in two rows of digits into the room of one character, as outlines, so that the
// digits do not enter the text.
func (p *painter) number(role page.Face, r rune, here spot) {
	const small, left, upper, lower = 0.42, 0.08, 0.42, 0.04
	digits := fmt.Sprintf("%04X", r)
	middle := len(digits) - len(digits)/2
	for i, row := range []string{digits[:middle], digits[middle:]} {
		pen := spot{here.x + left*here.em(), here.y - upper*here.em(), here.size * small}
		if i == 1 {
			pen.y = here.y - lower*here.em()
		}
		for _, digit := range row {
			t, g, _ := p.fonts.typeface(role, digit)
			p.outline(t, g, pen)
			pen.x += g.Em * pen.em()
		}
	}
}

// begin opens a span whose text for search and copy is given (PDF 32000-1, 14.9.4).
func (p *painter) begin(text string) {
	p.file.RawWriteStr("/Span <</ActualText <FEFF" + utf16Hex(withoutControls(text)) + ">>> BDC\n")
}

func (p *painter) end() { p.file.RawWriteStr("EMC\n") }

// withoutControls: a control character means nothing on paper and confuses whoever copies it.
func withoutControls(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\t' {
			return -1
		}
		return r
	}, text)
}

func utf16Hex(text string) string {
	units := utf16.Encode([]rune(text))
	raw := make([]byte, 0, 2*len(units))
	for _, u := range units {
		raw = append(raw, byte(u>>8), byte(u))
	}
	return hex.EncodeToString(raw)
}

// mustTell tells whether what is painted would not be read back as the line's text: signs that paint nothing but
// belong to a name, or characters so far apart that the space between them would be read as a blank.
func (p *painter) mustTell(line page.Line, runes []rune) bool {
	for i, r := range runes {
		if page.Invisible(r) && !unicode.IsControl(r) || r == '\t' {
			return true
		}
		if i+1 == len(runes) || r == ' ' {
			continue
		}
		_, glyph, _ := p.fonts.typeface(line.Face, r)
		em := line.Size * page.MMPerPoint
		if at(line, i+1)-at(line, i)-glyph.Em*em > widestSpacing*em {
			return true
		}
	}
	return false
}

// at is the distance of a rune from the line's start; a line from elsewhere may have fewer than it has runes.
func at(line page.Line, i int) float64 {
	if i < len(line.At) {
		return line.At[i]
	}
	return 0
}
