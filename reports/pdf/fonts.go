package pdf

import (
	"crypto/sha256"

	"github.com/jung-kurt/gofpdf"

	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// fonts finds the typefaces of a document's characters, and gives the file a subset of each that is used.
//
// Gofpdf reads every table of a font that it is given, character by character, before it cuts its own subset out of it:
// 25 ms for a face of Chinese, and a notice has five. So it gets one that is cut already, and all characters of
// the document are looked up before the first is painted.
type fonts struct {
	set   *face.Set
	found map[page.Face]map[rune]found
	used  map[*face.Typeface][]rune
	names map[*face.Typeface]string // in the file
}

// found is what face.Set told about a character.
type found struct {
	typeface *face.Typeface
	glyph    face.Glyph
	ok       bool
}

func newFonts(set *face.Set) *fonts {
	return &fonts{
		set: set, found: map[page.Face]map[rune]found{}, used: map[*face.Typeface][]rune{}, names: map[*face.Typeface]string{},
	}
}

// typeface is face.Set's answer, asked for once.
func (f *fonts) typeface(role page.Face, r rune) (*face.Typeface, face.Glyph, bool) {
	known, ok := f.found[role][r]
	if !ok {
		if f.found[role] == nil {
			f.found[role] = map[rune]found{}
		}
		known.typeface, known.glyph, known.ok = f.set.Typeface(role, r)
		f.found[role][r] = known
	}
	return known.typeface, known.glyph, known.ok
}

// add gives the file the fonts of all pages. It fails where a font is damaged.
func (f *fonts) add(file *gofpdf.Fpdf, doc page.Document) error {
	var order []*face.Typeface
	for _, sheet := range doc.Pages {
		for _, line := range sheet.Lines {
			order = f.collect(line, order)
		}
	}
	for _, t := range order {
		subset, err := t.Subset(f.used[t])
		if err != nil {
			return err
		}
		f.names[t] = tag(subset) + "+" + t.Name
		file.AddUTF8FontFromBytes(f.names[t], "", subset)
	}
	return nil
}

// collect notes the characters of a line and adds the typefaces that are new to the order.
func (f *fonts) collect(line page.Line, order []*face.Typeface) []*face.Typeface {
	for _, r := range line.Text {
		if _, known := f.found[line.Face][r]; known || !painted(r) {
			continue
		}
		t, _, ok := f.typeface(line.Face, r)
		if f.used[t] == nil {
			order = append(order, t)
			f.used[t] = []rune(placeholder)
		}
		if ok && !rare(r) {
			f.used[t] = append(f.used[t], r)
		}
	}
	return order
}

// painted tells whether a character leaves something on the paper.
func painted(r rune) bool { return !page.Invisible(r) && r != '\t' }

// rare tells whether a character is one that gofpdf cannot write.
func rare(r rune) bool { return r > 0xFFFF }

// tag names a subset by six letters, which its name in the file begins with (PDF 32000-1, 9.6.4). Gofpdf puts names
// into small letters; pack makes these capital again.
func tag(subset []byte) string {
	digest := sha256.Sum256(subset)
	letters := make([]byte, tagLength)
	for i := range letters {
		letters[i] = 'a' + digest[i]%26
	}
	return string(letters)
}

const tagLength = 6
