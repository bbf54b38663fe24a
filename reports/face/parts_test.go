package face

import (
	"bytes"
	"encoding/binary"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"gongkailan/assets"
	"gongkailan/data"
)

// typefaceOf gives a font file as a typeface, whatever it has.
func typefaceOf(raw []byte) *Typeface {
	return &Typeface{Name: "own", known: map[rune]Glyph{}, open: func() ([]byte, *sfnt.Font, error) {
		font, err := sfnt.Parse(raw)
		return raw, font, err
	}}
}

// composed finds a character of the face whose glyph is made of others, and gives the place in the file where the
// number of its first part stands.
func composed(t *testing.T, raw []byte) (rune, int) {
	t.Helper()
	typeface := typefaceOf(raw)
	c := cutter{tables: directory(raw), kept: map[int]int{}}
	require.NoError(t, c.open())
	for r := rune(' '); r < 0xFFFF; r++ {
		g := typeface.Glyph(r)
		outline, err := c.outline(int(g.Index))
		require.NoError(t, err)
		if places, _ := components(outline); g.Index != 0 && len(places) > 0 {
			glyf := bytes.Index(raw, c.tables["glyf"])
			return r, glyf + bytes.Index(c.tables["glyf"], outline) + places[0]
		}
	}
	t.Fatal("the face has no composite glyph")
	return 0, 0
}

func TestASubsetTakesThePartsOfAComposedGlyphAlong(t *testing.T) {
	sound := assets.Font("GongkailanKai-Regular")
	r, _ := composed(t, sound)
	typeface := typefaceOf(sound)
	raw, err := typeface.Subset([]rune{r})
	require.NoError(t, err)
	font, err := sfnt.Parse(raw)
	require.NoError(t, err)
	require.Greater(t, font.NumGlyphs(), 2)
	size := fixed.I(int(font.UnitsPerEm()))
	var first, second sfnt.Buffer
	index, err := font.GlyphIndex(&first, r)
	require.NoError(t, err)
	outline, err := font.LoadGlyph(&first, index, size, nil)
	require.NoError(t, err)
	wanted, err := typeface.Font().LoadGlyph(&second, typeface.Glyph(r).Index, size, nil)
	require.NoError(t, err)
	require.NotEmpty(t, outline)
	require.Equal(t, wanted, outline)
}

// A glyph that is a part of itself would be walked for ever.
func TestAGlyphThatIsAPartOfItselfIsRefused(t *testing.T) {
	raw := bytes.Clone(assets.Font("GongkailanKai-Regular"))
	r, at := composed(t, raw)
	binary.BigEndian.PutUint16(raw[at:], uint16(typefaceOf(raw).Glyph(r).Index))
	_, err := typefaceOf(raw).Subset([]rune("中"))
	require.NoError(t, err, "a broken glyph costs the documents that paint it")
	_, err = typefaceOf(raw).Subset([]rune{'中', r})
	require.ErrorIs(t, err, data.ErrInvalid)
}

func TestASubsetOfAFontWhoseTablesDisagreeIsRefused(t *testing.T) {
	sound := assets.Font("GongkailanKai-Regular")
	for table, at := range map[string]int{"maxp": 4, "hhea": 34} { // more glyphs than there are
		raw := bytes.Clone(sound)
		begin := bytes.Index(raw, directory(raw)[table])
		binary.BigEndian.PutUint16(raw[begin+at:], 0xFFFF)
		typeface := typefaceOf(sound)
		typeface.read()
		typeface.bytes = raw
		_, err := typeface.Subset([]rune("中"))
		require.ErrorIs(t, err, data.ErrInvalid, table)
	}
}

// The sum over a sound file is a constant (OpenType 1.9, head).
func TestTheSumsOfASubsetAreSound(t *testing.T) {
	raw, err := typefaceOf(assets.Font("NotoSerifSC-Regular")).Subset([]rune("关于公示的公告"))
	require.NoError(t, err)
	require.Equal(t, uint32(0xB1B0AFBA), sum(raw))
	require.Len(t, directory(raw), 10)
	require.NoError(t, check(raw))
}
