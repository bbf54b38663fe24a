package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/store"
)

func TestTheUnitIsOneAndKeepsItsRootKey(t *testing.T) {
	s := newStore(t)
	require.Equal(t, "", read(t, s, unitName))
	u := data.Unit{
		Name: "某局", Superior: "县委", Issuer: "局党组", Demo: true,
		Contact: data.Contact{Office: "机关党委", Phone: "0871-1", Address: "人民路1号", Mailbox: "a@b"},
	}
	write(t, s, func(tx *store.Tx) error { return tx.SaveUnit(ctx, u) })
	write(t, s, func(tx *store.Tx) error { return tx.SetRoot(ctx, []byte("root")) })
	u.Superior = "市委"
	write(t, s, func(tx *store.Tx) error { return tx.SaveUnit(ctx, u) })
	require.NoError(t, s.Read(ctx, func(tx *store.Tx) error {
		got, root, err := tx.Unit(ctx)
		require.Equal(t, u, got)
		require.Equal(t, []byte("root"), root)
		return err
	}))
}
