package face_test

import (
	"encoding/binary"
	"encoding/json"
	"strings"
	"sync"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/image/font/sfnt"

	"gongkailan/assets"
	"gongkailan/data"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// standard gives the characters of the 通用规范汉字表.
func standard(t *testing.T) []rune {
	t.Helper()
	var all []rune
	for line := range strings.Lines(string(assets.Hanzi())) {
		if _, character, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && strings.HasPrefix(line, "U+") {
			all = append(all, []rune(character)[0])
		}
	}
	require.Len(t, all, 8105)
	return all
}

// words gives every character of the translations and the default catalogue.
func words(t *testing.T) []rune {
	t.Helper()
	text := ""
	for _, language := range []string{"zh", "en"} {
		table := map[string]string{}
		require.NoError(t, json.Unmarshal(assets.Translation(language), &table))
		for _, value := range table {
			text += value
		}
	}
	catalogue, err := data.ReadCatalogue(assets.DefaultCatalogue())
	require.NoError(t, err)
	for _, c := range catalogue.Categories {
		text += c.Title + c.Short
	}
	for _, e := range catalogue.Entries {
		text += e.Title
	}
	return []rune(text)
}

func TestEveryCharacterOfTheFieldIsInAFaceOfEveryStyle(t *testing.T) {
	set := face.Embedded()
	all := append(standard(t), words(t)...)
	for _, role := range page.Faces() {
		first, _, _ := set.Typeface(role, '中')
		elsewhere := map[rune]bool{}
		for _, r := range all {
			if unicode.IsSpace(r) {
				continue
			}
			typeface, _, ok := set.Typeface(role, r)
			require.True(t, ok, "%s has no face for %q", role, r)
			if typeface != first {
				elsewhere[r] = true
			}
		}
		t.Logf("%s: %d characters come from another face of the chain", role, len(elsewhere))
		require.Less(t, len(elsewhere), 200, "%s", role)
	}
}

func TestHanAndFullWidthMarksAreOneEmInEveryStyle(t *testing.T) {
	set := face.Embedded()
	for _, role := range page.Faces() {
		for _, r := range append(standard(t), []rune("，。、；：？！（）《》“”‘’…〇　０Ａ％𠮷")...) {
			require.Equal(t, 1.0, set.Em(role, r), "%s %q", role, r)
			if _, glyph, ok := set.Typeface(role, r); ok {
				require.InDelta(t, 1, glyph.Em, 0.001, "%s %q is painted at another width", role, r)
			}
		}
	}
}

func TestLettersAreAsWideAsTheFaceThatPaintsThem(t *testing.T) {
	set := face.Embedded()
	require.Equal(t, set.Em(page.Hei, '8'), set.Em(page.Sans, '8'))
	require.NotEqual(t, set.Em(page.Hei, '8'), set.Em(page.Kai, '8'))
	require.Less(t, set.Em(page.FangSong, 'i'), set.Em(page.FangSong, 'm'))
}

func TestAGlyphHasAnOutline(t *testing.T) {
	set := face.Embedded()
	for _, r := range "王䶮𬱟𬳽" {
		typeface, glyph, ok := set.Typeface(page.FangSong, r)
		require.True(t, ok)
		segments, units, err := typeface.Outline(glyph)
		require.NoError(t, err)
		require.NotEmpty(t, segments)
		require.Positive(t, units)
		font, index, ok := set.Glyph(page.FangSong, r)
		require.True(t, ok)
		require.Same(t, typeface.Font(), font)
		require.Equal(t, glyph.Index, index)
	}
	_, _, ok := set.Glyph(page.FangSong, '🎉')
	require.False(t, ok)
}

func TestASetMayBeUsedByManyAtOnce(t *testing.T) {
	set := face.Embedded()
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for _, r := range "关于王䶮等8名同志任前公示的公告" {
				set.Em(page.TitleSong, r)
			}
		})
	}
	group.Wait()
}

func TestAFaceOfTheOfficePaintsItsRole(t *testing.T) {
	set := face.Embedded()
	require.NoError(t, set.Replace(page.FangSong, "own", assets.Font("GongkailanKai-Regular")))
	typeface, _, ok := set.Typeface(page.FangSong, '中')
	require.True(t, ok)
	require.Equal(t, "ownfangsong", typeface.Name)
	other, _, _ := set.Typeface(page.Song, '中')
	require.NotEqual(t, typeface, other)
}

func TestAFileThatIsNotAUsableFontIsRefusedAndNothingChanges(t *testing.T) {
	sound := assets.Font("NotoSansSC-Bold")
	cases := map[string]struct {
		raw  []byte
		code string
	}{
		"empty":      {nil, "font.kind"},
		"JPEG":       {append([]byte("\xff\xd8\xff\xe0\x00\x10JFIF"), make([]byte, 100)...), "font.kind"},
		"text":       {[]byte(strings.Repeat("公开栏", 100)), "font.kind"},
		"collection": {append([]byte("ttcf"), make([]byte, 100)...), "font.collection"},
		"PostScript": {append([]byte("OTTO"), make([]byte, 100)...), "font.postscript"},
		"cut":        {sound[:len(sound)/2], "font.broken"},
		"head only":  {sound[:12], "font.broken"},
		"licence":    {withKind(t, sound, 0x0002), "font.licence"},
		"no subset":  {withKind(t, sound, 0x0100), "font.licence"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			set := face.Embedded()
			err := set.Replace(page.FangSong, "own", c.raw)
			require.ErrorIs(t, err, data.ErrInvalid)
			var refusal *data.Refusal
			require.ErrorAs(t, err, &refusal)
			require.Equal(t, c.code, refusal.Code)
			typeface, _, _ := set.Typeface(page.FangSong, '中')
			require.Equal(t, "serif", typeface.Name)
		})
	}
}

// withKind gives the font with another fsType in its table OS/2.
func withKind(t *testing.T, sound []byte, kind uint16) []byte {
	t.Helper()
	raw := append([]byte{}, sound...)
	for i := range int(binary.BigEndian.Uint16(raw[4:])) {
		record := raw[12+16*i:]
		if string(record[:4]) == "OS/2" {
			binary.BigEndian.PutUint16(raw[binary.BigEndian.Uint32(record[8:])+8:], kind)
			return raw
		}
	}
	t.Fatal("the font has no OS/2")
	return nil
}

func TestEveryEmbeddedFaceIsReadable(t *testing.T) {
	for _, name := range []string{
		"NotoSansSC-Regular", "NotoSansSC-Bold", "NotoSerifSC-Regular", "NotoSerifSC-Bold", "GongkailanKai-Regular",
	} {
		_, err := sfnt.Parse(assets.Font(name))
		require.NoError(t, err, name)
		require.NoError(t, face.Embedded().Replace(page.Song, "own", assets.Font(name)), name)
	}
}
