package app

import (
	"bytes"
	"context"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/app/cli"
	"gongkailan/data"
)

// asked asks the command line whether a notice stands, going by a public file alone.
func asked(t *testing.T, file string, notice string) (state data.Standing, why string) {
	t.Helper()
	var out, messages bytes.Buffer
	world := cli.World{In: strings.NewReader(""), Out: &out, Err: &messages, Now: time.Now, Getenv: func(string) string { return "" }}
	exit := cli.Run(context.Background(), []string{"verify-notice", notice, "--bulletin", file, "--json"}, world)
	var doc struct {
		OK    bool
		State data.Standing
		Title string
		Why   string
	}
	require.NoError(t, json.Unmarshal(out.Bytes(), &doc), messages.String())
	require.Equal(t, doc.State == data.NoticeValid, exit == cli.Done)
	require.Equal(t, doc.OK, exit == cli.Done)
	if doc.State == data.NoticeDown {
		require.Empty(t, doc.Title, "a public file does not tell what is no longer public")
	}
	return doc.State, doc.Why
}

func TestThePublicFileTellsWhetherANoticeStands(t *testing.T) {
	b, _ := built(t)
	ctx := context.Background()
	file := filepath.Join(t.TempDir(), "b.gkb")
	read := issue(t, b, file)
	seal, ok := data.SealOf(b.Item)
	require.True(t, ok)
	it, ok := read.ItemOf(seal.Code)
	require.True(t, ok)
	require.Equal(t, b.Item.Number, it.Number)
	require.Len(t, read.NoticePages(it)[0].Codes, 1, "the lobby's page bears the code too")
	for _, notice := range []string{seal.Code, seal.Text()} {
		state, why := asked(t, file, notice)
		require.Equal(t, data.NoticeValid, state, why)
	}

	_, err := b.Session.Withdraw(ctx, b.Item, data.Statement{Note: "内容有误"})
	require.NoError(t, err)
	read = issue(t, b, file)
	require.False(t, has(read, b.Item.Number))
	state, why := asked(t, file, seal.Code)
	require.Equal(t, data.NoticeDown, state)
	require.Contains(t, why, "撤下")
	raw, err := json.Marshal(read.Gone)
	require.NoError(t, err)
	require.NotContains(t, string(raw), b.Item.Title)

	shown, _, err := b.Desk.Public(ctx)
	require.NoError(t, err)
	require.NotEmpty(t, shown)
	state, _ = asked(t, file, data.NoticeCode(shown[0]))
	require.Equal(t, data.NoticeValid, state)
	shown[0].Body += "。"
	state, why = asked(t, file, data.NoticeCode(shown[0]))
	require.Equal(t, data.NoticeMismatch, state)
	require.Contains(t, why, "查无此码")
}
