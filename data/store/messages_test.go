package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/store"
)

func TestAMessageIsFoundByItsFileAndBallotsByTheirRound(t *testing.T) {
	s := newStore(t)
	first := data.Opinion{ID: "1", Number: "点题-2026-0001", Kind: data.MessageTopic, State: data.OpinionToAssign, ReceiptID: "r", MessageID: "m"}
	second := data.Opinion{ID: "2", Number: "意见-2026-0001", Kind: data.MessageOpinion, State: data.OpinionAnswered}
	third := second
	third.ID, third.Number = "3", "意见-2026-0002"
	ballots := []data.Ballot{
		{MessageID: "b", RoundID: "x", On: "2026-03-04", Votes: []data.Vote{data.Satisfied, ""}},
		{MessageID: "a", RoundID: "y", On: "2026-03-05", Votes: []data.Vote{data.Mostly}},
	}
	reply := store.OpinionReply{OpinionID: "2", Box: []byte{1, 2}}
	require.NoError(t, s.Write(ctx, func(tx *store.Tx) error {
		for _, o := range []data.Opinion{first, second, third} { // two that came in no file do not stand in each other's way
			require.NoError(t, tx.SaveOpinion(ctx, o))
		}
		for _, b := range ballots {
			require.NoError(t, tx.AddBallot(ctx, b))
		}
		return tx.AddOpinionReply(ctx, reply)
	}))
	require.Error(t, s.Write(ctx, func(tx *store.Tx) error { return tx.AddBallot(ctx, ballots[0]) }), "once")
	third.MessageID = "m"
	require.Error(t, s.Write(ctx, func(tx *store.Tx) error { return tx.SaveOpinion(ctx, third) }), "once")
	require.NoError(t, s.Read(ctx, func(tx *store.Tx) error {
		for id, want := range map[string]string{"m": first.Number, "a": "", "none": ""} {
			number, taken, err := tx.MessageTaken(ctx, id)
			require.NoError(t, err)
			require.Equal(t, want, number)
			require.Equal(t, id != "none", taken)
		}
		all, err := tx.Ballots(ctx, "")
		require.NoError(t, err)
		require.Equal(t, []data.Ballot{ballots[1], ballots[0]}, all, "in the order of digests, not of coming")
		one, err := tx.Ballots(ctx, "x")
		require.NoError(t, err)
		require.Equal(t, ballots[:1], one)
		topics, err := tx.Opinions(ctx, store.OpinionFilter{Kind: data.MessageTopic})
		require.NoError(t, err)
		require.Equal(t, []data.Opinion{first}, topics)
		replies, err := tx.OpinionReplies(ctx, "2")
		require.NoError(t, err)
		require.Equal(t, []store.OpinionReply{reply}, replies)
		return nil
	}))
}
