package words

import (
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data/guard"
)

func TestEveryPlaceAndKindOfAFindingHasItsWords(t *testing.T) {
	for _, w := range []Words{For(Chinese), For(English)} {
		for _, code := range []string{
			"name", "body", "table", "header", "footer", "footnote", "comment", "deleted", "hidden text", "watermark", "attribute", "property", "embedded",
			"sheet:名", "hidden sheet:名", "hidden row:名", "hidden column:名", "formula:名", "defined name", "page:3", "annotation", "embedded/body",
		} {
			text := w.Where(code)
			require.NotContains(t, text, "where.")
			require.NotRegexp(t, `\{\d\}`, text)
		}
		for _, kind := range guard.Kinds() {
			for _, key := range []string{"guard.kind.", "guard.why."} {
				require.NotContains(t, w.T(key+string(kind)), "guard.")
			}
		}
	}
	require.Equal(t, "内嵌文件：隐藏的工作表“底稿”", For(Chinese).Where("embedded/hidden sheet:底稿"))
}
