package demo

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/seal"
)

func build(t *testing.T, plan string) Built {
	t.Helper()
	o := Options{Now: time.Now, Cost: seal.Cost{Time: 1, Memory: 8, Threads: 1}}
	if plan != "" {
		o.Plan = []byte(plan)
	}
	b, err := Build(context.Background(), filepath.Join(t.TempDir(), "demo.db"), o)
	require.NoError(t, err)
	t.Cleanup(func() { b.Desk.Close() })
	return b
}

func TestTheDemonstrationUnitHoldsInEverySignature(t *testing.T) {
	b := build(t, "")
	v, err := b.Desk.Verify(context.Background())
	require.NoError(t, err)
	require.True(t, v.OK, "%+v", v.Broken)
	require.Equal(t, data.Published, b.Item.Status)
	shown, left, err := b.Desk.Public(context.Background())
	require.NoError(t, err)
	require.Empty(t, left)
	require.GreaterOrEqual(t, len(shown), 4)
	items, err := b.Desk.Items(context.Background(), desk.Filter{})
	require.NoError(t, err)
	statuses := map[data.Status]int{}
	for _, it := range items {
		statuses[it.Status]++
	}
	for _, s := range []data.Status{data.Draft, data.ToCheck, data.ToApprove, data.ToDecide, data.Returned, data.Published} {
		require.Positive(t, statuses[s], "an item that is %s", s)
	}
}

func TestTheMainJobWorksWithAnyPlan(t *testing.T) {
	b := build(t, "清溪县水务局党务公开目录\n一、公开内容\n（一）水利建设\n1. 灌区改造情况\n2. 水费收缴情况\n（二）队伍建设\n1. 学习培训情况\n")
	require.Equal(t, data.Published, b.Item.Status)
	require.Contains(t, b.Item.Title, "灌区改造情况")
	shown, _, err := b.Desk.Public(context.Background())
	require.NoError(t, err)
	require.Len(t, shown, 1)
}

func TestTheDemonstrationsLobbyHasBeenUsed(t *testing.T) {
	b := build(t, "")
	ctx := context.Background()
	settings, err := b.Desk.Settings(ctx)
	require.NoError(t, err)
	round, ok := settings.RoundOn(b.Desk.Today())
	require.True(t, ok)
	tally, err := b.Desk.Tally(ctx, round.ID)
	require.NoError(t, err)
	require.Len(t, Read().Lobby.Ballots, tally.Ballots)
	replies, err := b.Desk.Replies(ctx)
	require.NoError(t, err)
	require.Len(t, replies, len(Read().Lobby.Messages))
	fingerprint, err := b.Desk.Fingerprint(ctx)
	require.NoError(t, err)
	asked := Read().Lobby.Messages[0]
	code, err := data.ParseReceiptCode(asked.Code)
	require.NoError(t, err)
	receipt := seal.ReceiptOf(code, fingerprint, seal.ReceiptCost())
	at := slices.IndexFunc(replies, func(r data.Reply) bool { return r.ID == receipt.ID })
	require.GreaterOrEqual(t, at, 0)
	answer, err := seal.Disclose(receipt.Key, data.ReplyTo(receipt.ID), replies[at].Box)
	require.NoError(t, err)
	require.Equal(t, asked.Answer, strings.TrimRight(string(answer), " "))
}
