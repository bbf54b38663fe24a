package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// ends sets one line of two ends.
func ends(left, name string) []Line {
	s := NewSheet(halves{})
	s.Ends(left, "签发人：", name)
	return s.Document("t").Pages[0].Lines
}

func TestNumberAndSignerStandOneCharacterInFromTheEdges(t *testing.T) {
	lines := ends("云食药党〔2026〕8号", "张某某")
	require.Len(t, lines, 3)
	number, before, name := lines[0], lines[1], lines[2]
	require.Equal(t, []string{"云食药党〔2026〕8号", "签发人：", "张某某"}, []string{number.Text, before.Text, name.Text})
	require.Equal(t, []Face{FangSong, FangSong, Kai}, []Face{number.Face, before.Face, name.Face})
	require.InDelta(t, Left+Em, number.X, 0.02)
	require.InDelta(t, Left+TypeWidth-Em, name.X+3*Em, 0.02)
	require.InDelta(t, name.X, before.X+4*Em, 0.02)
	require.Equal(t, number.Y, name.Y)
	require.Equal(t, number.Y, before.Y)
}

func TestTheNumberStandsBesideTheEndOfALongNameOrUnderIt(t *testing.T) {
	s := NewSheet(halves{})
	s.Ends("云食药党〔2026〕8号", "签发人：", strings.Repeat("买", 12))
	require.Equal(t, []string{"签发人：" + strings.Repeat("买", 12), "云食药党〔2026〕8号"}, texts(s.Document("t")))
	s = NewSheet(halves{})
	s.Ends("云食药党〔2026〕8号", "签发人：", strings.Repeat("买", 50))
	doc := s.Document("t")
	require.Equal(t, []string{
		"签发人：" + strings.Repeat("买", 22), strings.Repeat("买", 26), "云食药党〔2026〕8号买买",
	}, texts(doc))
	for _, l := range doc.Pages[0].Lines {
		require.GreaterOrEqual(t, l.X, Left+Em-0.02)
		require.LessOrEqual(t, l.X+l.At[len(l.At)-1]+Em/2, Left+TypeWidth-Em/2)
	}
	require.Equal(t, "签发人：", ends("", "张某某")[0].Text)
}
