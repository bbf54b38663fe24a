package page

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestATextOffTheGridThatIsLongerThanAPageGoesOnAndStaysInside(t *testing.T) {
	for _, text := range []string{strings.Repeat("签名状态由系统核验。", 900), strings.Repeat("一行。\n\n", 120)} {
		s := NewSheet(halves{})
		s.Text(text, FangSong, 10.5, Justified)
		doc := s.Document("t")
		require.Greater(t, len(doc.Pages), 1)
		require.Equal(t, strings.ReplaceAll(text, "\n", ""), strings.Join(texts(doc), ""))
		for _, p := range doc.Pages {
			for _, l := range p.Lines {
				require.True(t, l.Aside || l.Y > Top && l.Y < Top+TypeHeight, "%q at %g", l.Text, l.Y)
			}
		}
	}
}
