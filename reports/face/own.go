package face

import (
	"golang.org/x/image/font/sfnt"

	"gongkailan/data"
	"gongkailan/reports/page"
)

// Replace puts a font file in front of the chain of a role, as the office's own 仿宋. It must be a single TrueType face
// that may be embedded: a collection, an OpenType face with PostScript outlines or a file of another kind is refused
// with data.ErrInvalid, and nothing changes. Name is short, Latin letters and digits only. Call it before the set is
// used.
func (s *Set) Replace(role page.Face, name string, raw []byte) error {
	font, err := usable(raw)
	if err != nil {
		return err
	}
	s.put(own(role, name, name, func() ([]byte, *sfnt.Font, error) { return raw, font, nil }), role)
	return nil
}

// Offer puts a font file in front of the chain of a role as Replace does, but reads it only when the role is first
// asked for a character, because the faces of a system are large and a document has few of them. A file that then cannot be
// read or used has no character, so that the next face of the chain paints all; Check tells beforehand. Title is what
// people know the face by. Call it before the set is used.
func (s *Set) Offer(role page.Face, name, title string, read func() ([]byte, error)) {
	s.put(own(role, name, title, func() ([]byte, *sfnt.Font, error) {
		raw, err := read()
		if err != nil {
			return nil, nil, err
		}
		font, err := usable(raw)
		return raw, font, err
	}), role)
}

func (s *Set) put(t *Typeface, role page.Face) {
	s.chains[role] = append([]*Typeface{t}, s.chains[role]...)
}

// Check tells whether a font file may play a role. It fails as Replace does.
func Check(raw []byte) error {
	_, err := usable(raw)
	return err
}

// Main gives the typeface that paints the Han of a role.
func (s *Set) Main(role page.Face) *Typeface {
	t, _, _ := s.Typeface(role, han)
	return t
}

// own is a typeface that is not embedded.
func own(role page.Face, name, title string, open func() ([]byte, *sfnt.Font, error)) *Typeface {
	t := &Typeface{Name: name + string(role), Title: title, known: map[rune]Glyph{}}
	t.open = func() ([]byte, *sfnt.Font, error) {
		raw, font, err := open()
		if err == nil {
			t.without = narrow(font)
		}
		return raw, font, err
	}
	return t
}

// han stands for all Han characters: a face without it has none, and they are all as wide as it.
const han = '中'

// usable reads a font file that may play a role.
func usable(raw []byte) (*sfnt.Font, error) {
	if err := check(raw); err != nil {
		return nil, err
	}
	font, err := sfnt.Parse(raw)
	if err != nil {
		return nil, data.Refuse(data.ErrInvalid, "font.broken")
	}
	var buffer sfnt.Buffer
	if g := glyphOf(font, &buffer, han); g.Index == 0 || g.Em != 1 {
		return nil, data.Refuse(data.ErrInvalid, "font.nohan")
	}
	return font, nil
}

// narrow lists the marks that Chinese text sets one em wide and that the font has for Latin text, narrower. They share
// their numbers, and the widths of marks must not depend on the face that paints them.
func narrow(font *sfnt.Font) string {
	var buffer sfnt.Buffer
	marks := ""
	for _, r := range "“”‘’…" {
		if g := glyphOf(font, &buffer, r); g.Em != 1 {
			marks += string(r)
		}
	}
	return marks
}
