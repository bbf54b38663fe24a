package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/store"
)

func TestOpinionsAreKeptAndFoundByStateAndNumber(t *testing.T) {
	s := newStore(t)
	first := data.Opinion{
		ID: "1", Number: "意见-2026-0001", ReceivedOn: "2026-03-04", Way: data.WayBox, State: data.OpinionToAssign, Due: "2026-03-25",
	}
	second := first
	second.ID, second.Number, second.ItemID, second.ItemNumber = "2", "意见-2026-0002", "x", "2026-0001"
	second.State, second.AssignedID, second.Extended, second.Handled, second.Published = data.OpinionAnswered, "p", true, true, true
	readers := []store.OpinionReader{{OpinionID: "1", PersonID: "a", Sealing: "s", Box: []byte{1}}, {OpinionID: "1", PersonID: "b", Sealing: "t", Box: []byte{2}}}
	text := store.OpinionBox{OpinionID: "1", Step: 0, Box: []byte{3}}
	require.NoError(t, s.Write(ctx, func(tx *store.Tx) error {
		require.NoError(t, tx.SaveOpinion(ctx, first))
		require.NoError(t, tx.SaveOpinion(ctx, second))
		require.NoError(t, tx.AddOpinionText(ctx, text))
		require.NoError(t, tx.SetOpinionReaders(ctx, "1", readers))
		return tx.SetOpinionReaders(ctx, "1", readers[1:])
	}))
	list := func(f store.OpinionFilter) []data.Opinion {
		found := read(t, s, func(tx *store.Tx) ([]data.Opinion, error) { return tx.Opinions(ctx, f) })
		if f.Limit == 0 {
			require.Equal(t, len(found), read(t, s, func(tx *store.Tx) (int, error) { return tx.CountOpinions(ctx, f) }))
		}
		return found
	}
	require.Equal(t, []data.Opinion{second, first}, list(store.OpinionFilter{}))
	require.Equal(t, []data.Opinion{second}, list(store.OpinionFilter{Limit: 1}))
	require.Equal(t, []data.Opinion{first}, list(store.OpinionFilter{OnlyOpen: true}))
	require.Equal(t, []data.Opinion{second}, list(store.OpinionFilter{State: data.OpinionAnswered}))
	require.Equal(t, second, read(t, s, func(tx *store.Tx) (data.Opinion, error) { return tx.Opinion(ctx, second.Number) }))
	require.Equal(t, readers[1:], read(t, s, func(tx *store.Tx) ([]store.OpinionReader, error) { return tx.OpinionReaders(ctx, "1") }))
	require.Equal(t, []store.OpinionBox{text}, read(t, s, func(tx *store.Tx) ([]store.OpinionBox, error) { return tx.OpinionTexts(ctx, "") }))
	require.ErrorIs(t, s.Read(ctx, func(tx *store.Tx) error {
		_, err := tx.Opinion(ctx, "意见-2026-0003")
		return err
	}), data.ErrNotFound)
}
