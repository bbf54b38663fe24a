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
	"gongkailan/data"
	"gongkailan/reports/page"
)

// Set is the faces of the roles. It may be used by several goroutines.
type Set struct {
	chains map[page.Face][]*Typeface
}

// Typeface is one font file.
type Typeface struct {
	Name string // short, Latin letters and digits only: names the font inside a PDF

	without string // characters that the font draws in a way that Chinese text cannot use

	load  sync.Once
	raw   func() []byte
	bytes []byte
	font  *sfnt.Font

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
	embedded := func(name, file string) *Typeface {
		return &Typeface{Name: name, raw: func() []byte { return assets.Font(file) }, known: map[rune]Glyph{}}
	}
	serif, serifBold := embedded("serif", "NotoSerifSC-Regular"), embedded("serifbold", "NotoSerifSC-Bold")
	sans, sansBold := embedded("sans", "NotoSansSC-Regular"), embedded("sansbold", "NotoSansSC-Bold")
	kai := embedded("kai", "GongkailanKai-Regular")
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

// Replace puts a font file in front of the chain of a role, as the office's own 仿宋. It must be a single TrueType face
// that may be embedded: a collection, an OpenType face with PostScript outlines or a file of another kind is refused
// with data.ErrInvalid, and nothing changes. Name is short, Latin letters and digits only. Call it before the set is
// used.
func (s *Set) Replace(role page.Face, name string, raw []byte) error {
	if err := check(raw); err != nil {
		return err
	}
	parsed, err := sfnt.Parse(raw)
	if err != nil {
		return data.Refuse(data.ErrInvalid, "font.broken")
	}
	t := &Typeface{Name: name + string(role), font: parsed, bytes: raw, known: map[rune]Glyph{}}
	if g := t.Glyph('中'); g.Index == 0 || g.Em != 1 {
		return data.Refuse(data.ErrInvalid, "font.nohan")
	}
	s.chains[role] = append([]*Typeface{t}, s.chains[role]...)
	return nil
}

// Typeface gives the first typeface of the role's chain that has the character, and the glyph in it. ok is false where
// none has it; the typeface is then the chain's first.
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
	return chain[0], Glyph{Em: 1}, false
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
	if strings.ContainsRune(t.without, r) {
		t.known[r] = g
		return g
	}
	if index, err := font.GlyphIndex(&t.buffer, r); err == nil && index != 0 {
		units := font.UnitsPerEm()
		g.Index = index
		if advance, err := font.GlyphAdvance(&t.buffer, index, fixed.I(int(units)), 0); err == nil {
			g.Em = float64(advance) / 64 / float64(units)
		}
	}
	t.known[r] = g
	return g
}

// Font gives the parsed font.
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
		if t.font != nil {
			return
		}
		t.bytes = t.raw()
		parsed, err := sfnt.Parse(t.bytes)
		if err != nil {
			panic("embedded face " + t.Name + ": " + err.Error()) // a test reads every one
		}
		t.font = parsed
	})
}

// Outline gives a glyph's outline in em, y downwards from the baseline.
func (t *Typeface) Outline(g Glyph) (sfnt.Segments, float64, error) {
	units := t.Font().UnitsPerEm()
	var own sfnt.Buffer // the segments live in the buffer, so each outline has its own
	segments, err := t.font.LoadGlyph(&own, g.Index, fixed.I(int(units)), nil)
	return segments, float64(units) * 64, err
}
