package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/outbox"
	"gongkailan/data/workday"
)

func TestWhatVisitorsSentComesHomeFromTheCommandLine(t *testing.T) {
	db, _ := demoDB(t)
	d, err := desk.Open(t.Context(), db, desk.Options{Now: time.Now, Calendar: workday.New()})
	require.NoError(t, err)
	keys, err := d.OfficeKeys(t.Context())
	require.NoError(t, err)
	dir := filepath.Join(t.TempDir(), "来件")
	require.NoError(t, outbox.Prepare(dir))
	text := data.OpinionText{Text: "想了解党费的用途。", Name: "何秀英"}
	require.NoError(t, outbox.Write(dir, data.Message{
		Kind: data.MessageQuestion, SentOn: d.Today(), Text: text,
		Receipt: data.Receipt{ID: strings.Repeat("0a", 32), Key: make([]byte, 32)},
	}, keys, outbox.Options{}))
	require.NoError(t, d.Close())

	fetch := func() (int, outboxDocument, string) {
		code, out, messages := at(t, nil, "outbox", "import", dir, "--db", db, "--json")
		var doc outboxDocument
		require.NoError(t, json.Unmarshal([]byte(out), &doc), messages)
		require.NotContains(t, out+messages, text.Text)
		require.NotContains(t, out+messages, text.Name)
		return code, doc, messages
	}
	code, doc, messages := fetch()
	require.Equal(t, Done, code, messages)
	require.Len(t, doc.Imported, 1)
	require.Equal(t, "question", doc.Imported[0].Kind)
	require.True(t, strings.HasPrefix(doc.Imported[0].Number, "咨询-"))

	foreign := strings.Repeat("0", 32) + outbox.Ending
	require.NoError(t, os.WriteFile(filepath.Join(dir, foreign), []byte("x"), 0o600))
	code, doc, messages = fetch()
	require.Equal(t, Refused, code)
	require.Contains(t, messages, foreign)
	require.Equal(t, foreign, doc.Refused[0].File)
	require.Empty(t, doc.Imported)
	code, _, messages = at(t, nil, "outbox", "import", filepath.Join(dir, "没有"), "--db", db)
	require.Equal(t, Refused, code)
	require.Contains(t, messages, "没有")
	code, _, messages = at(t, nil, "verify", "--db", db)
	require.Equal(t, Done, code, messages)
}
