package items

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
)

func TestRowsOfAWorkbookFindTheirColumns(t *testing.T) {
	names := []string{"姓名", "职务", "备注"}
	for _, c := range []struct {
		name, text string
		rows       [][]string
	}{
		{"in order", "李梅\t科员\t\r\n王䶮\t主任\t兼职\r\n", [][]string{{"李梅", "科员", ""}, {"王䶮", "主任", "兼职"}}},
		{"fewer columns", "李梅\n王䶮\n", [][]string{{"李梅", "", ""}, {"王䶮", "", ""}}},
		{"by heads", "序号\t职务\t姓名\n1\t科员\t李梅\n", [][]string{{"李梅", "科员", ""}}},
		{"running numbers", "1\t李梅\t科员\t甲\n2\t王䶮\t主任\t乙\n", [][]string{{"李梅", "科员", "甲"}, {"王䶮", "主任", "乙"}}},
		{"a cell of two lines", "李梅\t\"科员\n兼出纳\"\t“好”\n", [][]string{{"李梅", "科员\n兼出纳", "“好”"}}},
		{"blank rows", "\t\t\n李梅\t\t\n\t\t\n", [][]string{{"李梅", "", ""}}},
		{"blank cells behind", "李梅\t科员\t甲\t\t\n", [][]string{{"李梅", "科员", "甲"}}},
	} {
		rows, err := pastedRows(c.text, names)
		require.NoError(t, err, c.name)
		require.Equal(t, c.rows, rows, c.name)
	}
	for code, text := range map[string]string{
		"paste.nothing": " \n", "paste.columns": "a\tb\tc\td\n", "paste.rows": strings.Repeat("a\n", mostPasted+1),
	} {
		_, err := pastedRows(text, names)
		var refusal *data.Refusal
		require.True(t, errors.As(err, &refusal))
		require.Equal(t, code, refusal.Code)
	}
	_, err := pastedRows("姓名\t职务\n", names)
	require.Error(t, err, "heads alone are no rows")
}

// Whatever lies on the clipboard, it becomes rows of the form's columns or is refused.
func TestAnythingOnTheClipboardIsRowsOrRefused(t *testing.T) {
	names := []string{"姓名", "职务"}
	rapid.Check(t, func(r *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("a\t\n\"\r 姓名职务1\x00"))).Draw(r, "text")
		rows, err := pastedRows(text, names)
		require.Equal(r, err == nil, len(rows) > 0)
		for _, row := range rows {
			require.Len(r, row, len(names))
		}
	})
}
