package cli

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/app/words"
	"gongkailan/data"
)

func readBoard(t *testing.T, out string) boardAnswer {
	t.Helper()
	var got boardAnswer
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	return got
}

func TestTheDaysPackTellsWhatItHolds(t *testing.T) {
	db, number := demoDB(t)
	path := filepath.Join(t.TempDir(), "张贴.pdf")
	code, out, messages := at(t, nil, "--db", db, "board", "--out", path, "--json")
	require.Equal(t, Done, code, messages)
	got := readBoard(t, out)
	require.Equal(t, data.DateOf(time.Now()), got.Date)
	require.NotNil(t, got.Down)
	i := len(got.Up) - 1
	require.Equal(t, number, got.Up[i].Number)
	require.Positive(t, got.Up[i].Pages)
	require.Equal(t, "3", got.Up[i].Category)
	sheets := 1
	for _, u := range got.Up {
		sheets += u.Pages
	}
	require.Equal(t, sheets, got.Pages, "the list and the notices")
	raw, err := os.ReadFile(path)
	require.NoError(t, err)
	require.True(t, bytes.HasPrefix(raw, []byte("%PDF")))

	code, out, messages = at(t, nil, "--db", db, "board", "--out", path, "--all")
	require.Equal(t, Done, code, messages)
	require.Contains(t, out, number)
	code, out, _ = at(t, nil, "--db", db, "board", "--out", path, "--date", "2001-01-01", "--json")
	require.Equal(t, Done, code, "a day without a change is no error")
	got = readBoard(t, out)
	require.Equal(t, 1, got.Pages)
	require.Empty(t, got.Up)
	code, _, messages = at(t, nil, "--db", db, "board", "--out", path, "--date", "三月")
	require.Equal(t, Refused, code)
	require.Contains(t, messages, "三月")
}

func TestWhatIsBrokenIsNotPrintedAndNamed(t *testing.T) {
	db, number := demoDB(t)
	raw, err := sql.Open("sqlite3", "file:"+strings.ReplaceAll(db, "#", "%23"))
	require.NoError(t, err)
	_, err = raw.Exec("UPDATE items SET body = 'x' WHERE number = ?", number)
	require.NoError(t, err)
	require.NoError(t, raw.Close())
	for _, all := range [][]string{nil, {"--all"}} {
		code, out, messages := at(t, nil, append([]string{"--db", db, "board", "--out", filepath.Join(t.TempDir(), "a.pdf"), "--json"}, all...)...)
		require.Equal(t, Done, code, messages)
		require.Contains(t, messages, "没有打印 "+number)
		for _, u := range readBoard(t, out).Up {
			require.NotEqual(t, number, u.Number)
		}
	}
}

func TestACancelledPackLeavesTheOlderFileAsItWas(t *testing.T) {
	db, _ := demoDB(t)
	path := write(t, "a.pdf", []byte("older"))
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var messages bytes.Buffer
	code := Run(ctx, []string{"--db", db, "board", "--out", path}, World{
		Out: &bytes.Buffer{}, Err: &messages, Getenv: func(string) string { return "" },
		Now: func() time.Time { cancel(); return time.Now() },
	})
	require.Equal(t, Refused, code)
	require.Contains(t, messages.String(), words.For(words.Chinese).T("refuse.print.cancelled"))
	raw, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, "older", string(raw))
	left, err := os.ReadDir(filepath.Dir(path))
	require.NoError(t, err)
	require.Len(t, left, 1)
}
