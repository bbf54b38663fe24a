package face

import (
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/reports/page"
)

func TestCharactersThatNoFaceHasAreNamedOnce(t *testing.T) {
	doc := page.Document{Pages: []page.Page{{Lines: []page.Line{
		{Text: "王䶮\t😀张𬱟\u200d", Face: page.FangSong}, {Text: "😀\U000F0000 ", Face: page.Hei},
	}}}}
	require.Equal(t, []rune{'😀', '\U000F0000'}, Embedded().Missing(doc))
}
