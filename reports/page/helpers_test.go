package page

import (
	"strings"
	"unicode"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// halves is a face in which everything before U+2E80 is half a character wide, but for the marks that Chinese faces
// draw full. It makes widths that a reader of a test can count.
type halves struct{}

func (halves) Em(_ Face, r rune) float64 {
	if unicode.In(r, unicode.Mn, unicode.Me) {
		return 0
	}
	if r < 0x2E80 && !strings.ContainsRune("“”‘’—…·℃‰※", r) {
		return 0.5
	}
	return 1
}

// broken breaks a text into rows of so many characters and gives their texts.
func broken(text string, room float64) []string {
	var texts []string
	for _, r := range breakLines(clusters(text, FangSong, halves{}), room, room) {
		texts = append(texts, r.text())
	}
	return texts
}

// set lays paragraphs out on a sheet.
func set(paragraphs ...string) Document {
	s := NewSheet(halves{})
	for _, p := range paragraphs {
		s.Paragraph(p)
	}
	return s.Document("t")
}

// texts gives what stands on each line of the grid, pages after one another, without page numbers.
func texts(doc Document) []string {
	var all []string
	for _, p := range doc.Pages {
		y := -1.0
		for _, l := range p.Lines {
			switch {
			case l.Aside:
			case l.Y == y:
				all[len(all)-1] += l.Text
			default:
				all = append(all, l.Text)
				y = l.Y
			}
		}
	}
	return all
}

// mixed draws text as it comes from clerks and from the web: Han with rare ones, Latin, digits, marks of both widths,
// blanks, emoji, combining marks and words longer than a line; no line ends.
func mixed() *rapid.Generator[string] {
	word := rapid.StringMatching(`[a-zA-Z0-9./:@_-]{1,12}`)
	piece := rapid.OneOf(
		rapid.StringOfN(rapid.RuneFrom([]rune("中华人民共和国关于公示的党务公开目录王张李年月日元䶮𬱟𬳽𠮷〇")), 1, 30, -1),
		rapid.StringOfN(rapid.RuneFrom([]rune("，。、；：？！）》」』】〕（《「『【〔“”‘’—…·～％￥")), 1, 3, -1),
		rapid.StringOfN(rapid.RuneFrom([]rune(",.;:?!)]}([{%'\"$&=")), 1, 3, -1),
		rapid.SampledFrom([]string{"——", "……", "2026年3月5日", "3.5万元", "120平方米", "100%", "2021—2026", "第3条", "一、", "（二）", "1."}),
		rapid.SampledFrom([]string{" ", "　", "\t", "  ", "\u00a0", "🎉", "👩\u200d🏫", "e\u0301", "葛\U000E0100", "\u200b", "\ufeff"}),
		word,
		rapid.StringMatching(`[a-zA-Z]{30,90}`),
		rapid.StringMatching(`https://[a-z]{5,20}\.gov\.cn/[a-z0-9/?=&]{10,90}`),
		rapid.StringMatching(`[0-9]{20,70}`),
	)
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(piece, 1, 25).Draw(t, "pieces"), "")
	})
}

// requireLines asks that lines are complete: each rune has its place, and no character stands before the one before it.
// Marks that belong to a character are painted onto it and have a place of their own.
func requireLines(t require.TestingT, lines []Line) {
	for _, l := range lines {
		runes := []rune(l.Text)
		require.Len(t, l.At, len(runes), "places of %q", l.Text)
		last := -Em
		for i, at := range l.At {
			if staysWithBase(runes[i]) || IsQuiet(runes[i]) { // nobody sees where a blank stands
				continue
			}
			require.GreaterOrEqual(t, at, last, "place of rune %d of %q", i, l.Text)
			last = at
		}
	}
}
