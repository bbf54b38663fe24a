package cli

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"
)

func TestGuardListsWhatItFindsAndFails(t *testing.T) {
	raw, err := simplifiedchinese.GB18030.NewEncoder().String("公示\n张三，手机１３９０５９１１２０１\n密级：机密\n")
	require.NoError(t, err)
	path := write(t, "名单.txt", []byte(raw))
	code, out, _ := at(t, nil, "guard", path, "--json")
	require.Equal(t, Refused, code)
	var got []map[string]any
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	require.Equal(t, []map[string]any{
		{"file": path, "line": 2.0, "where": "body", "kind": "mobile", "text": "１３９０５９１１２０１", "masked": "139****1201"},
		{"file": path, "line": 3.0, "where": "body", "kind": "secrecy", "text": "机密", "masked": "机密"},
	}, got)

	code, out, messages := at(t, nil, "guard", path)
	require.Equal(t, Refused, code)
	require.Contains(t, out, path+":2\t正文\t手机号码\t139****1201")
	require.NotContains(t, out+messages, "１３９０５９１１２０１")
	require.Contains(t, out, "带有密级标志的内容不得公开")
}

func TestGuardPassesWhatIsClean(t *testing.T) {
	path := write(t, "公示.txt", []byte("榕委办〔2026〕12号，公示期2026年3月5日至3月11日，共1,234,567.00元。\n"))
	code, out, messages := at(t, nil, "guard", path, "--json")
	require.Equal(t, Done, code)
	require.JSONEq(t, "[]", out)
	require.NotEmpty(t, messages)
}

// TestGuardNeverTakesAnUnreadFileForACleanOne fails where a file cannot be looked into, and still tells of the others.
func TestGuardNeverTakesAnUnreadFileForACleanOne(t *testing.T) {
	old := write(t, "旧.doc", append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), make([]byte, 512)...))
	clean := write(t, "公示.txt", []byte("公示\n"))
	code, out, messages := at(t, nil, "guard", clean, old, "--json")
	require.Equal(t, Refused, code)
	require.JSONEq(t, "[]", out)
	require.Contains(t, messages, "旧.doc")
	require.Contains(t, messages, ".docx")
	code, _, messages = at(t, nil, "guard", "没有.txt")
	require.Equal(t, Refused, code)
	require.Contains(t, messages, "没有.txt")
}
