package store_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/data/store"
)

func TestFailedSignInsAreKept(t *testing.T) {
	s := withPerson(t)
	attempts := func() store.Attempts {
		return read(t, s, func(tx *store.Tx) (store.Attempts, error) { return tx.Attempts(ctx, "p") })
	}
	require.Equal(t, store.Attempts{}, attempts())
	want := store.Attempts{Failures: 5, Until: time.Date(2026, 3, 5, 1, 2, 3, 0, time.UTC)}
	write(t, s, func(tx *store.Tx) error { return tx.SaveAttempts(ctx, "p", want) })
	require.Equal(t, want, attempts())
	write(t, s, func(tx *store.Tx) error { return tx.SaveAttempts(ctx, "p", store.Attempts{}) })
	require.Equal(t, store.Attempts{}, attempts())
}
