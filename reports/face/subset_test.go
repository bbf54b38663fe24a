package face_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"pgregory.net/rapid"

	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// drawn is what a font paints for a character: the outline and the advance, in its own units. Missing characters give
// nothing.
func drawn(t require.TestingT, font *sfnt.Font, r rune) ([]sfnt.Segment, fixed.Int26_6) {
	var buffer sfnt.Buffer
	index, err := font.GlyphIndex(&buffer, r)
	require.NoError(t, err)
	if index == 0 {
		return nil, 0
	}
	size := fixed.I(int(font.UnitsPerEm()))
	advance, err := font.GlyphAdvance(&buffer, index, size, 0)
	require.NoError(t, err)
	segments, err := font.LoadGlyph(&buffer, index, size, nil)
	require.NoError(t, err)
	return segments, advance
}

func requireSubset(t require.TestingT, typeface *face.Typeface, used []rune) {
	raw, err := typeface.Subset(used)
	require.NoError(t, err)
	font, err := sfnt.Parse(raw)
	require.NoError(t, err)
	require.LessOrEqual(t, font.NumGlyphs(), 1+3*len(used))
	for _, r := range used {
		outline, advance := drawn(t, font, r)
		if typeface.Glyph(r).Index == 0 {
			require.Empty(t, outline, "%q", r) // the face draws it in a way that Chinese text cannot use
			continue
		}
		wanted, wide := drawn(t, typeface.Font(), r)
		require.Equal(t, wanted, outline, "%q", r)
		require.Equal(t, wide, advance, "%q", r)
	}
}

func TestASubsetPaintsItsCharactersAsTheFaceDoes(t *testing.T) {
	set := face.Embedded()
	for _, role := range page.Faces() {
		typeface, _, _ := set.Typeface(role, '中')
		requireSubset(t, typeface, []rune("关于王䶮等8名同志任前公示的公告，（一）Abc éÅ①㈠—……“”·一"))
		requireSubset(t, typeface, nil)
	}
	all := standard(t)
	rapid.Check(t, func(t *rapid.T) {
		typeface, _, _ := set.Typeface(rapid.SampledFrom(page.Faces()).Draw(t, "role"), '中')
		var used []rune
		for _, i := range rapid.SliceOfN(rapid.IntRange(0, len(all)-1), 0, 300).Draw(t, "characters") {
			if all[i] <= 0xFFFF {
				used = append(used, all[i])
			}
		}
		requireSubset(t, typeface, used)
	})
}

func TestASubsetDependsOnTheCharactersOnly(t *testing.T) {
	typeface, _, _ := face.Embedded().Typeface(page.Kai, '中')
	used := []rune("中共云岭县委员会关于公示的公告")
	first, err := typeface.Subset(used)
	require.NoError(t, err)
	slices.Reverse(used)
	second, err := typeface.Subset(used)
	require.NoError(t, err)
	require.Equal(t, first, second)
	require.Less(t, len(first), 20_000)
}
