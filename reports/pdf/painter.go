package pdf

import (
	"encoding/hex"
	"fmt"
	"math"
	"unicode"
	"unicode/utf16"

	"github.com/jung-kurt/gofpdf"
	"golang.org/x/image/font/sfnt"

	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// painter paints lines on the pages of one file.
type painter struct {
	file   *gofpdf.Fpdf
	set    *face.Set
	added  map[string]bool // typefaces that the file knows
	height float64         // of the page, mm
}

// run is characters side by side in one typeface at an even distance.
type run struct {
	typeface *face.Typeface
	text     []rune
	x        float64 // of the first, mm from the left edge
	spacing  float64 // added behind each character, mm
}

const (
	// tolerance is how far a character may stand from its place, in mm, before it begins a run of its own.
	tolerance = 0.02
	// widestSpacing is how far apart, in em, characters may stand before a reader of the file would take the space
	// between them for a blank; such a line carries its text besides.
	widestSpacing = 0.09
)

func (p *painter) line(line page.Line) {
	if line.Gray {
		p.file.SetTextColor(0x76, 0x7E, 0x87)
		defer p.file.SetTextColor(0, 0, 0)
	}
	runes := []rune(line.Text)
	em := line.Size * page.MMPerPoint
	loose := p.isLoose(line, runes, em)
	if loose {
		p.begin(line.Text)
	}
	var open run
	flush := func() {
		if len(open.text) > 0 {
			p.run(open, line.Y, line.Size)
		}
		open = run{}
	}
	for i, r := range runes {
		if isInvisible(r) {
			continue
		}
		typeface, glyph, ok := p.set.Typeface(line.Face, r)
		x := line.X + at(line, i)
		if r > 0xFFFF || !ok {
			flush()
			p.rare(typeface, glyph, ok, r, x, line.Y, line.Size, loose)
			continue
		}
		if !open.takes(typeface, x, em) {
			flush()
			open = run{typeface: typeface, x: x}
		}
		open.text = append(open.text, r)
	}
	flush()
	if loose {
		p.end()
	}
}

// takes tells whether the next character continues the run; the second one settles the run's spacing.
func (o *run) takes(typeface *face.Typeface, x, em float64) bool {
	if len(o.text) == 0 || o.typeface != typeface {
		return false
	}
	end := o.x
	for _, r := range o.text {
		end += typeface.Glyph(r).Em*em + o.spacing
	}
	if math.Abs(x-end) <= tolerance {
		return true
	}
	if len(o.text) == 1 && x > end {
		o.spacing = x - end
		return true
	}
	return false
}

// run writes characters of the Basic Multilingual Plane.
func (p *painter) run(o run, y, size float64) {
	p.use(o.typeface, size)
	if o.spacing != 0 {
		p.file.RawWriteStr(fmt.Sprintf("%.4f Tc\n", o.spacing/page.MMPerPoint))
	}
	p.file.Text(o.x, y, string(o.text))
	if o.spacing != 0 {
		p.file.RawWriteStr("0 Tc\n")
	}
}

// use makes the typeface the current one, and known to the file on first use.
func (p *painter) use(t *face.Typeface, size float64) {
	if !p.added[t.Name] {
		p.file.AddUTF8FontFromBytes(t.Name, "", t.Bytes())
		p.added[t.Name] = true
	}
	p.file.SetFont(t.Name, "", size)
}

// placeholder is what stands, invisible, where a rare character is painted as an outline. Every face has it.
const placeholder = "一"

// rare paints a character as an outline with its text behind it. A character that no face has is written as its number
// in small digits: it is never lost and never a box.
func (p *painter) rare(t *face.Typeface, g face.Glyph, ok bool, r rune, x, y, size float64, inLine bool) {
	if !inLine {
		p.begin(string(r))
	}
	p.use(t, size)
	p.file.RawWriteStr("3 Tr\n")
	p.file.Text(x, y, placeholder)
	p.file.RawWriteStr("0 Tr\n")
	if ok {
		p.outline(t, g, x, y, size*page.MMPerPoint)
	} else {
		p.use(t, size/4)
		p.file.Text(x+size*page.MMPerPoint*0.05, y-size*page.MMPerPoint*0.25, fmt.Sprintf("%X", r))
	}
	if !inLine {
		p.end()
	}
}

// outline fills a glyph's outline; em is its size in mm.
func (p *painter) outline(t *face.Typeface, g face.Glyph, x, y, em float64) {
	segments, units, err := t.Outline(g)
	if err != nil {
		return
	}
	place := func(i int, s sfnt.Segment) (float64, float64) {
		return x + float64(s.Args[i].X)/units*em, y + float64(s.Args[i].Y)/units*em
	}
	p.file.SetFillColor(0, 0, 0)
	var px, py float64
	for i, s := range segments {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if i > 0 {
				p.file.ClosePath()
			}
			px, py = place(0, s)
			p.file.MoveTo(px, py)
		case sfnt.SegmentOpLineTo:
			px, py = place(0, s)
			p.file.LineTo(px, py)
		case sfnt.SegmentOpQuadTo:
			// PDF has cubic curves only; gofpdf's own quadratic one is not the TrueType curve.
			cx, cy := place(0, s)
			ex, ey := place(1, s)
			p.file.CurveBezierCubicTo(px+2*(cx-px)/3, py+2*(cy-py)/3, ex+2*(cx-ex)/3, ey+2*(cy-ey)/3, ex, ey)
			px, py = ex, ey
		case sfnt.SegmentOpCubeTo:
			ax, ay := place(0, s)
			bx, by := place(1, s)
			px, py = place(2, s)
			p.file.CurveBezierCubicTo(ax, ay, bx, by, px, py)
		}
	}
	if len(segments) > 0 {
		p.file.ClosePath()
		p.file.DrawPath("F")
	}
}

// begin opens a span whose text for search and copy is given (PDF 32000-1, 14.9.4).
func (p *painter) begin(text string) {
	p.file.RawWriteStr("/Span <</ActualText <FEFF" + utf16Hex(text) + ">>> BDC\n")
}

func (p *painter) end() { p.file.RawWriteStr("EMC\n") }

func utf16Hex(text string) string {
	units := utf16.Encode([]rune(text))
	raw := make([]byte, 0, 2*len(units))
	for _, u := range units {
		raw = append(raw, byte(u>>8), byte(u))
	}
	return hex.EncodeToString(raw)
}

// isLoose tells whether some characters of the line stand so far apart that the space would be read as a blank.
func (p *painter) isLoose(line page.Line, runes []rune, em float64) bool {
	for i := 0; i+1 < len(runes); i++ {
		_, glyph, _ := p.set.Typeface(line.Face, runes[i])
		if !unicode.IsSpace(runes[i]) && at(line, i+1)-at(line, i)-glyph.Em*em > widestSpacing*em {
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

// isInvisible: control and format signs have nothing to paint.
func isInvisible(r rune) bool {
	return unicode.IsControl(r) || unicode.In(r, unicode.Cf) || r >= 0xFE00 && r <= 0xFE0F || r >= 0xE0100 && r <= 0xE01EF
}
