package pdf_test

import (
	"bytes"
	"compress/zlib"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

// streams gives all that the streams of a file hold, decompressed.
func streams(t *testing.T, raw []byte) string {
	t.Helper()
	var all strings.Builder
	for _, part := range bytes.Split(raw, []byte("\nstream\n"))[1:] {
		plain, err := zlib.NewReader(bytes.NewReader(part))
		require.NoError(t, err)
		_, err = io.Copy(&all, plain)
		require.NoError(t, err)
	}
	return all.String()
}

func TestTheModulesOfEachCodeStandWhereItWasPut(t *testing.T) {
	faces := face.Embedded()
	doc := set(faces, "关于公示的公告", "正文写着%code 0也不要紧")
	second := doc.Pages[0]
	doc.Pages[0].Codes = []page.Code{{X: 20, Y: 250, Side: 30, Rows: []string{"110", "001", "101"}}, {Rows: nil}}
	second.Codes = []page.Code{{X: 0, Y: 0, Side: 25.4, Rows: []string{"01", "10"}}}
	doc.Pages = append(doc.Pages, second)
	raw := written(t, doc, faces)
	painted := streams(t, raw)
	require.Contains(t, painted, "cm\n0 2 2 1 re\n2 1 1 1 re\n0 0 1 1 re\n2 0 1 1 re\nf Q\n")
	require.Contains(t, painted, "q 0 g 36.0000 0.0000 0.0000 36.0000 0.0000 769.8898 cm\n1 1 1 1 re\n0 0 1 1 re\nf Q\n")
	require.NotContains(t, painted, "%code")
	require.Contains(t, readBack(t, raw), "正文写着%code 0也不要紧")
}
