package intake

import (
	"encoding/hex"
	"io"
	"regexp"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"
)

// glyphTable says which text each code of a font stands for (ToUnicode, ISO 32000 9.10.3).
type glyphTable map[string]string

// mostGlyphs bounds a table: a font has at most so many glyphs.
const mostGlyphs = 1 << 17

// readTable reads the two lists of a table: single codes, and ranges of codes.
func readTable(stream pdf.Value) glyphTable {
	raw, err := io.ReadAll(io.LimitReader(stream.Reader(), mostStream))
	if err != nil && len(raw) == 0 {
		return nil
	}
	table := glyphTable{}
	section := regexp.MustCompile(`(?s)beginbf(char|range)(.*?)endbf`)
	single := regexp.MustCompile(`<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>`)
	ranged := regexp.MustCompile(`<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])`)
	for _, s := range section.FindAllStringSubmatch(string(raw), -1) {
		if s[1] == "char" {
			for _, m := range single.FindAllStringSubmatch(s[2], -1) {
				table.set(unhex(m[1]), textOf(unhex(m[2])))
			}
			continue
		}
		for _, m := range ranged.FindAllStringSubmatch(s[2], -1) {
			table.setRange(unhex(m[1]), unhex(m[2]), unhex(m[3]), m[4])
		}
	}
	return table
}

func (t glyphTable) set(code []byte, text string) {
	if len(t) < mostGlyphs {
		t[string(code)] = text
	}
}

// setRange sets the codes from one to another: to texts that follow one another, or to those of a list.
func (t glyphTable) setRange(from, to, first []byte, list string) {
	if len(from) == 0 || len(from) > 4 || len(from) != len(to) {
		return
	}
	low, high := codeOf(from), codeOf(to)
	texts := strings.FieldsFunc(list, func(r rune) bool { return r == '<' || r == '>' || r == ' ' || r == '\n' || r == '\r' })
	runes := []rune(textOf(first))
	for i := uint32(0); i <= high-low && high >= low && i < 1<<16; i++ {
		code := make([]byte, len(from))
		for k, n := len(code)-1, low+i; k >= 0; k, n = k-1, n>>8 {
			code[k] = byte(n)
		}
		switch {
		case len(runes) > 0:
			next := append([]rune{}, runes...)
			next[len(next)-1] += rune(i)
			t.set(code, string(next))
		case int(i) < len(texts):
			t.set(code, textOf(unhex(texts[i])))
		}
	}
}

func codeOf(b []byte) uint32 {
	n := uint32(0)
	for _, one := range b {
		n = n<<8 | uint32(one)
	}
	return n
}

func unhex(text string) []byte {
	text = strings.Join(strings.Fields(text), "")
	if len(text)%2 == 1 {
		text += "0"
	}
	raw, _ := hex.DecodeString(text) // only digits were matched
	return raw
}

// textOf reads UTF-16 without a mark.
func textOf(raw []byte) string {
	var units []uint16
	for i := 0; i+1 < len(raw); i += 2 {
		units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
	}
	return string(utf16.Decode(units))
}

// decoding reads codes of a width in bytes. A code that the table lacks is an unknown character.
func (t glyphTable) decoding(width int) decoding {
	return func(raw string) string {
		var out strings.Builder
		for i := 0; i < len(raw); {
			n := min(width, len(raw)-i)
			text, ok := t[raw[i:i+n]]
			for other := 1; !ok && other <= 2; other++ { // some writers mix one and two bytes
				if n = min(other, len(raw)-i); other != width {
					text, ok = t[raw[i:i+n]]
				}
			}
			if !ok {
				text, n = string(utf8.RuneError), min(width, len(raw)-i)
			}
			out.WriteString(text)
			i += n
		}
		return out.String()
	}
}

// glyphWidths says how wide the glyphs of a font are, by their codes, in ems.
type glyphWidths struct {
	width  int // bytes of a code
	usual  float64
	widths map[uint32]float64
}

// of gives the width of codes; where the font does not say, that of its text by the usual measure.
func (g glyphWidths) of(raw, text string) float64 {
	sum := 0.0
	if g.width == 0 {
		for _, r := range text {
			if r < 0x2E80 {
				sum += 0.5
			} else {
				sum++
			}
		}
		return sum
	}
	for i := 0; i+g.width <= len(raw); i += g.width {
		if w, ok := g.widths[codeOf([]byte(raw[i:i+g.width]))]; ok {
			sum += w
		} else {
			sum += g.usual
		}
	}
	return sum
}

// widthsOf reads a font's widths (ISO 32000 9.6.2 and 9.7.4.3).
func widthsOf(font pdf.Value) glyphWidths {
	g := glyphWidths{widths: map[uint32]float64{}}
	if font.Key("Subtype").Name() != "Type0" {
		list, first := font.Key("Widths"), font.Key("FirstChar").Int64()
		if list.Len() == 0 || font.Key("Subtype").Name() == "Type3" {
			return glyphWidths{}
		}
		g.width = 1
		for i := range min(list.Len(), 256) {
			g.widths[uint32(first)+uint32(i)] = list.Index(i).Float64() / 1000
		}
		return g
	}
	if !strings.HasPrefix(font.Key("Encoding").Name(), "Identity") {
		return glyphWidths{}
	}
	inner := font.Key("DescendantFonts").Index(0)
	g.width, g.usual = 2, 1
	if usual := inner.Key("DW"); !usual.IsNull() {
		g.usual = usual.Float64() / 1000
	}
	g.readList(inner.Key("W"))
	return g
}

// readList reads the list of a composite font: a code with the widths from it on, or two codes with the width between.
func (g glyphWidths) readList(list pdf.Value) {
	for i := 0; i+1 < min(list.Len(), mostGlyphs); {
		first, next := uint32(list.Index(i).Int64()), list.Index(i+1)
		if next.Kind() == pdf.Array {
			for k := range min(next.Len(), mostGlyphs) {
				g.widths[first+uint32(k)] = next.Index(k).Float64() / 1000
			}
			i += 2
			continue
		}
		last, width := uint32(next.Int64()), list.Index(i+2).Float64()/1000
		for code := first; code <= last && code-first < 1<<16 && code < 1<<16; code++ {
			g.widths[code] = width
		}
		i += 3
	}
}
