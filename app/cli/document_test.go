package cli

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
)

// fillIn makes a document of a fields file with that text, and gives how that ended and what was said.
func fillIn(t *testing.T, lang, template, fields string) (code int, messages string) {
	t.Helper()
	path := write(t, "fields.json", []byte(fields))
	code, _, messages = at(t, map[string]string{"GONGKAILAN_LANG": lang},
		"document", "make", template, "--fields", path, "--out", filepath.Join(filepath.Dir(path), "out.pdf"))
	require.NoFileExists(t, filepath.Join(filepath.Dir(path), "out.pdf"))
	return code, messages
}

func TestAFieldsFileThatCannotBeUsedIsToldInTheUsersWords(t *testing.T) {
	english := regexp.MustCompile(`cannot|invalid|unmarshal|looking for|refuse\.|document\.|field\.`)
	for _, c := range []struct{ template, fields, said string }{
		{"dues", "{\n\"span\": “上半年”}", "第2行第9个字符"},
		{"dues", "{\"span\": \"\xb5\xb3\"}", "UTF-8"},
		{"dues", `["x"]`, "花括号"},
		{"dues", `{"collected":"x"}`, "“收缴情况”要分行填写"},
		{"dues", `{"title":["x"]}`, "“标题”只能填一段文字"},
		{"consultation", `{"attachments":"附件一"}`, "“其他附件”要分行填写"},
		{"progress", `{"pictures":"a.jpg"}`, "每行一张图片"},
		{"progress", `{"pictures":[{"caption":"现场"}]}`, "第1行的图片文件"},
	} {
		code, said := fillIn(t, "zh", c.template, c.fields)
		require.NotZero(t, code)
		require.Contains(t, said, c.said)
		require.NotRegexp(t, english, said)
		_, said = fillIn(t, "en", c.template, c.fields)
		require.NotRegexp(t, `unmarshal|looking for|refuse\.|document\.|field\.`, said)
	}
}

func TestASampleOfALetterIsMade(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join("..", "..", "reports", "testdata", "documents", "superiorletter.json"))
	require.NoError(t, err)
	path := write(t, "fields.json", raw)
	out := filepath.Join(filepath.Dir(path), "out.pdf")
	code, _, messages := at(t, nil, "document", "make", "superiorletter", "--fields", path, "--out", out)
	require.Zero(t, code, messages)
	require.FileExists(t, out)
}
