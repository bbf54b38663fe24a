package desk_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/desk"
)

// trace finds the one version that has the code.
func (u unit) trace(code string) desk.Traced {
	found, err := u.TraceNotice(context.Background(), code)
	require.NoError(u.t, err)
	require.Len(u.t, found, 1)
	return found[0]
}

func (u unit) gone() []desk.Gone {
	list, err := u.GoneNotices(context.Background())
	require.NoError(u.t, err)
	return list
}

func TestStepsBearTheirSignaturesFromTheLogAndTheDigestStaysTheSame(t *testing.T) {
	u := newUnit(t)
	draft := u.draft("李经办", "3.5")
	it := u.publish(draft)
	require.Equal(t, draft.Digest(), it.Digest())
	s, ok := data.SealOf(it)
	require.True(t, ok)
	decided, _ := it.Step(data.ActDecide)
	require.Equal(t, decided.Signature, s.Signature)
	require.Len(t, s.Signature, 64)
}

func TestANoticesCodeLeadsToTheVersionThatWasSigned(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	first := u.publish(u.draft("李经办", "3.5"))
	code := data.NoticeCode(first)
	found := u.trace(code)
	require.Nil(t, found.Broken)
	require.Equal(t, data.ReasonAhead, data.Judge(found.Item, found.Next, u.Today()).Reason)
	require.Empty(t, u.gone())

	second := u.must(u.as("李经办").Revise(ctx, first, data.Statement{}))
	second.Body += "更正。"
	second = u.publish(u.must(u.as("李经办").SaveDraft(ctx, second)))
	found = u.trace(code)
	v := data.Judge(found.Item, found.Next, u.Today())
	require.Equal(t, data.ReasonReplaced, v.Reason)
	require.Equal(t, u.Today(), v.On)
	require.Equal(t, data.NoticeCode(second), v.Newer)
	require.Len(t, u.gone(), 1)
	require.Equal(t, v, u.gone()[0].Verdict)

	u.must(u.as("李经办").Withdraw(ctx, second, data.Statement{Note: "有误"}))
	found = u.trace(data.NoticeCode(second))
	require.Equal(t, data.ReasonWithdrawn, data.Judge(found.Item, found.Next, u.Today()).Reason)
	require.Empty(t, u.trace(code).Next.Code, "nothing of it is up any more")
	require.Len(t, u.gone(), 2)

	u.clock.at = u.clock.at.AddDate(2, 0, 2)
	require.Empty(t, u.gone(), "after two years nobody asks")
}

func TestAnExpiredNoticeIsDownAndOneForFewIsNotTold(t *testing.T) {
	u := newUnit(t)
	it := u.publish(u.draft("李经办", "3.5"))
	narrow := u.draft("李经办", "3.5")
	narrow.Audience, narrow.Channels = data.Party, []data.Channel{data.Meeting}
	narrow = u.publish(u.must(u.as("李经办").SaveDraft(context.Background(), narrow)))
	u.clock.at = it.To.AddDays(1).Time().Add(time.Hour)
	require.Len(t, u.gone(), 1)
	require.Equal(t, data.ReasonExpired, u.gone()[0].Verdict.Reason)
	require.Equal(t, it.Number, u.gone()[0].Item.Number)
	require.Equal(t, narrow.Number, u.trace(data.NoticeCode(narrow)).Item.Number, "the office itself can verify it")
}

func TestAVersionChangedByHandIsFoundByItsOldCodeAndBroken(t *testing.T) {
	u := newUnit(t)
	it := u.publish(u.draft("李经办", "3.5"))
	u.tamper("UPDATE items SET body = body || '。'")
	found := u.trace(data.NoticeCode(it))
	require.NotNil(t, found.Broken)
	require.Empty(t, u.gone())
	it.Body += "。"
	unknown, err := u.TraceNotice(context.Background(), data.NoticeCode(it))
	require.NoError(t, err)
	require.Empty(t, unknown, "what was never signed has no code")
	u.tamper("DELETE FROM items")
	require.Equal(t, "item.missing", u.trace(data.NoticeCodeOf(found.Item.Steps[0].Digest)).Broken.Code)
}
