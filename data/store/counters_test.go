package store_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data/store"
)

func TestEachCounterCountsByItselfAndARefusalUsesNoNumberUp(t *testing.T) {
	s := newStore(t)
	next := func(name string) int {
		n := 0
		write(t, s, func(tx *store.Tx) error {
			var err error
			n, err = tx.Next(ctx, name)
			return err
		})
		return n
	}
	require.Equal(t, 1, next("item 2026"))
	require.Equal(t, 2, next("item 2026"))
	require.Equal(t, 1, next("item 2027"))
	require.Error(t, s.Write(ctx, func(tx *store.Tx) error {
		_, err := tx.Next(ctx, "item 2026")
		return errors.Join(err, errors.New("refused"))
	}))
	require.Equal(t, 3, next("item 2026"))
}
