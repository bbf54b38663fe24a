package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/store"
)

func offices(tx *store.Tx) ([]data.Office, error) { return tx.Offices(ctx) }

func TestOfficesKeepTheirOrder(t *testing.T) {
	s := newStore(t)
	require.Empty(t, read(t, s, offices))
	list := []data.Office{{ID: "z", Name: "办公室"}, {ID: "a", Name: "人事股"}}
	write(t, s, func(tx *store.Tx) error { return tx.SaveOffices(ctx, list) })
	require.Equal(t, list, read(t, s, offices))
	list = []data.Office{{ID: "a", Name: "办公室"}, {ID: "z", Name: "人事股"}} // names exchanged at once
	write(t, s, func(tx *store.Tx) error { return tx.SaveOffices(ctx, list) })
	require.Equal(t, list, read(t, s, offices))
}

func TestAnOfficeIsInUseWhileSomebodyOrAnItemBelongsToIt(t *testing.T) {
	s := newStore(t)
	inUse := func(id string) bool {
		return read(t, s, func(tx *store.Tx) (bool, error) { return tx.OfficeInUse(ctx, id) })
	}
	require.False(t, inUse("rs"))
	write(t, s, func(tx *store.Tx) error { return tx.SavePerson(ctx, data.Person{ID: "p", OfficeID: "rs"}) })
	require.True(t, inUse("rs"))
	write(t, s, func(tx *store.Tx) error {
		return tx.AddItem(ctx, data.Item{ID: "i", Version: 1, Number: "2026-0001", OfficeID: "bgs"})
	})
	require.True(t, inUse("bgs"))
}
