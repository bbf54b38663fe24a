package cli

import (
	"database/sql"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func readWeb(t *testing.T, out string) webAnswer {
	t.Helper()
	var got webAnswer
	require.NoError(t, json.Unmarshal([]byte(out), &got), out)
	return got
}

func TestTheWebFolderHoldsWhatItsReadersMaySee(t *testing.T) {
	db, number := demoDB(t)
	inside, outside := filepath.Join(t.TempDir(), "内网"), filepath.Join(t.TempDir(), "外网")
	code, out, messages := at(t, nil, "--db", db, "web", "--out", inside, "--for", "lan", "--json")
	require.Equal(t, Done, code, messages)
	got := readWeb(t, out)
	require.Equal(t, inside, got.Dir)
	require.Equal(t, number, got.Items[0].Number)
	require.Empty(t, got.LeftOut)
	require.NotNil(t, got.LeftOut)
	files, err := os.ReadDir(inside)
	require.NoError(t, err)
	require.Len(t, files, got.Files+1, "the marker is no page")
	page, err := os.ReadFile(filepath.Join(inside, "item-"+number+".html"))
	require.NoError(t, err)
	require.Contains(t, string(page), got.Items[0].Title)

	code, out, messages = at(t, nil, "--db", db, "web", "--out", outside, "--language", "en", "--json")
	require.Equal(t, Done, code, messages)
	got = readWeb(t, out)
	require.Empty(t, got.Items, "nothing of the demonstration was approved for the internet")
	page, err = os.ReadFile(filepath.Join(outside, "index.html"))
	require.NoError(t, err)
	require.Contains(t, string(page), "Nothing is published at present.")

	code, _, messages = at(t, nil, "--db", db, "web", "--out", outside, "--for", "lan")
	require.Equal(t, Refused, code)
	require.Contains(t, messages, "互联网")
	code, _, messages = at(t, nil, "--db", db, "web", "--out", filepath.Dir(db))
	require.Equal(t, Refused, code, "the folder of the database")
	require.Contains(t, messages, "没有改动")
	require.FileExists(t, db)
	code, _, _ = at(t, nil, "--db", db, "web", "--out", outside, "--for", "party")
	require.Equal(t, WrongWords, code)
}

func TestWhatIsBrokenIsNotOnlineAndNamed(t *testing.T) {
	db, number := demoDB(t)
	dir := filepath.Join(t.TempDir(), "web")
	code, _, messages := at(t, nil, "--db", db, "web", "--out", dir, "--for", "lan")
	require.Equal(t, Done, code, messages)
	raw, err := sql.Open("sqlite3", "file:"+strings.ReplaceAll(db, "#", "%23"))
	require.NoError(t, err)
	_, err = raw.Exec("UPDATE items SET body = 'x' WHERE number = ?", number)
	require.NoError(t, err)
	code, out, messages := at(t, nil, "--db", db, "web", "--out", dir, "--for", "lan", "--json")
	require.Equal(t, Done, code, messages)
	got := readWeb(t, out)
	require.Len(t, got.LeftOut, 1)
	require.Equal(t, number, got.LeftOut[0].Number)
	require.Contains(t, messages, "未列入："+number)
	require.NoFileExists(t, filepath.Join(dir, "item-"+number+".html"))

	_, err = raw.Exec("UPDATE unit SET name = '假单位'")
	require.NoError(t, err)
	require.NoError(t, raw.Close())
	code, _, _ = at(t, nil, "--db", db, "web", "--out", dir, "--for", "lan")
	require.Equal(t, Refused, code, "a unit changed by hand has no pages")
}

func TestPagesChangedByHandAreNamed(t *testing.T) {
	db, _ := demoDB(t)
	dir := filepath.Join(t.TempDir(), "web")
	for range 2 {
		code, _, messages := at(t, nil, "--db", db, "web", "--out", dir)
		require.Equal(t, Done, code, messages)
		require.NotContains(t, messages, "被改动")
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "index.html"), []byte("改过"), 0o600))
	code, _, messages := at(t, nil, "--db", db, "web", "--out", dir)
	require.Equal(t, Done, code)
	require.Contains(t, messages, "index.html")
}
