// Package face tells which typeface paints which character of a document.
//
// Each role of an official document (仿宋, 黑体 …) is played by an embedded face, or by one of the system's that was put
// in its place. A character that the face lacks is taken from the next in the chain, so that no name is ever shown as a
// box. Faces are read only when they are needed: a notice in one face pays for one.
package face

import (
	"strings"
	"sync"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"gongkailan/assets"
	"gongkailan/reports/page"
)

// Set is the faces of the roles. It may be used by several goroutines.
type Set struct {
	chains map[page.Face][]*Typeface
}

// Typeface is one font file.
type Typeface struct {
	Name  string // short, Latin letters and digits only: names the font inside a PDF
	Title string // what people know it by

	without string // characters that the font draws in a way that Chinese text cannot use

	load  sync.Once
	open  func() ([]byte, *sfnt.Font, error)
	bytes []byte
	font  *sfnt.Font // nil where it cannot be used; it has no character then

	mu     sync.Mutex
	buffer sfnt.Buffer
	known  map[rune]Glyph
}

// Glyph is a character in a typeface: its number there and its advance in em. Index 0 means that it is not there.
type Glyph struct {
	Index sfnt.GlyphIndex
	Em    float64
}

// Embedded gives the set of the embedded faces.
func Embedded() *Set {
	serif := embedded("serif", "Noto Serif SC", "NotoSerifSC-Regular")
	serifBold := embedded("serifbold", "Noto Serif SC Bold", "NotoSerifSC-Bold")
	sans := embedded("sans", "Noto Sans SC", "NotoSansSC-Regular")
	sansBold := embedded("sansbold", "Noto Sans SC Bold", "NotoSansSC-Bold")
	kai := embedded("kai", "Gongkailan Kai", "GongkailanKai-Regular")
	kai.without = "“”‘’" // its quotes are the narrow Latin ones
	return &Set{chains: map[page.Face][]*Typeface{
		page.FangSong:  {serif, sans},
		page.Song:      {serif, sans},
		page.TitleSong: {serifBold, sansBold, sans},
		page.Hei:       {sans, serif},
		page.Kai:       {kai, serif, sans},
		page.Sans:      {sans, serif},
		page.SansBold:  {sansBold, sans, serif},
	}}
}

func embedded(name, title, file string) *Typeface {
	open := func() ([]byte, *sfnt.Font, error) {
		raw := assets.Font(file)
		font, err := sfnt.Parse(raw)
		if err != nil {
			panic("embedded face " + name + ": " + err.Error()) // a test reads every one
		}
		return raw, font, nil
	}
	return &Typeface{Name: name, Title: title, open: open, known: map[rune]Glyph{}}
}

// Typeface gives the first typeface of the role's chain that has the character, and the glyph in it. ok is false where
// none has it; the typeface is then the chain's last, which is embedded.
func (s *Set) Typeface(role page.Face, r rune) (t *Typeface, g Glyph, ok bool) {
	chain := s.chains[role]
	if chain == nil {
		chain = s.chains[page.FangSong]
	}
	for _, t := range chain {
		if g := t.Glyph(r); g.Index != 0 {
			return t, g, true
		}
	}
	return chain[len(chain)-1], Glyph{Em: 1}, false
}

// Glyph gives the font that paints a character in a role, and its glyph there, for painters that draw outlines. ok is
// false where no face has it.
func (s *Set) Glyph(role page.Face, r rune) (font *sfnt.Font, index sfnt.GlyphIndex, ok bool) {
	t, g, ok := s.Typeface(role, r)
	return t.Font(), g.Index, ok
}

// Em tells how wide a character is in a role, in em. Han and full-width marks are one em in every face, so that line
// breaks do not depend on which face paints them.
func (s *Set) Em(role page.Face, r rune) float64 {
	if isFullWidth(r) {
		return 1
	}
	_, g, _ := s.Typeface(role, r)
	return g.Em
}

var _ page.Widths = (*Set)(nil)

func isFullWidth(r rune) bool {
	return r >= 0x2E80 && r <= 0xD7FF || r >= 0xF900 && r <= 0xFAFF || r >= 0xFE30 && r <= 0xFE4F ||
		r >= 0xFF01 && r <= 0xFF60 || r >= 0xFFE0 && r <= 0xFFE6 || r >= 0x20000 && r <= 0x3FFFF
}

// Glyph looks a character up.
func (t *Typeface) Glyph(r rune) Glyph {
	font := t.Font()
	t.mu.Lock()
	defer t.mu.Unlock()
	if g, ok := t.known[r]; ok {
		return g
	}
	g := Glyph{}
	if font != nil && !strings.ContainsRune(t.without, r) {
		g = glyphOf(font, &t.buffer, r)
	}
	t.known[r] = g
	return g
}

func glyphOf(font *sfnt.Font, buffer *sfnt.Buffer, r rune) Glyph {
	index, err := font.GlyphIndex(buffer, r)
	if err != nil || index == 0 {
		return Glyph{}
	}
	units := font.UnitsPerEm()
	advance, err := font.GlyphAdvance(buffer, index, fixed.I(int(units)), 0)
	if err != nil {
		return Glyph{Index: index}
	}
	return Glyph{Index: index, Em: float64(advance) / 64 / float64(units)}
}

// Font gives the parsed font, nil where the file cannot be used.
func (t *Typeface) Font() *sfnt.Font {
	t.read()
	return t.font
}

// Bytes gives the font file.
func (t *Typeface) Bytes() []byte {
	t.read()
	return t.bytes
}

func (t *Typeface) read() {
	t.load.Do(func() {
		if raw, font, err := t.open(); err == nil {
			t.bytes, t.font = raw, font
		}
	})
}

// Outline gives a glyph's outline in em, y downwards from the baseline.
func (t *Typeface) Outline(g Glyph) (sfnt.Segments, float64, error) {
	units := t.Font().UnitsPerEm()
	var own sfnt.Buffer // the segments live in the buffer, so each outline has its own
	segments, err := t.font.LoadGlyph(&own, g.Index, fixed.I(int(units)), nil)
	return segments, float64(units) * 64, err
}
