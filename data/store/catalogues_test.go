package store_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/store"
)

func TestACatalogueIsInForceFromItsDayOn(t *testing.T) {
	s := newStore(t)
	first := data.Catalogue{
		Version: 1, From: "2026-01-01",
		Categories: []data.Category{{Code: "2", Title: "乙", Short: "乙"}, {Code: "1", Title: "甲", Short: "甲"}},
		Entries: []data.Entry{
			{Code: "2.1", Category: "2", Title: "丙", Mode: data.LongTerm, Audience: data.Party, Decision: data.ByDeputy},
			{Code: "1.1", Category: "1", Title: "丁", Mode: data.Staged, Audience: data.Staff, Decision: data.BySuperior, OfficeID: "rs"},
		},
	}
	second := first
	second.Version, second.From, second.Entries = 2, "2026-07-01", first.Entries[:1]
	for _, c := range []data.Catalogue{first, second} {
		write(t, s, func(tx *store.Tx) error { return tx.AddCatalogue(ctx, c) })
	}
	kept := second
	kept.Retired = first.Entries[1:]
	require.NoError(t, s.Read(ctx, func(tx *store.Tx) error {
		_, ok, err := tx.CatalogueOn(ctx, "2025-12-31")
		require.NoError(t, err)
		require.False(t, ok)
		for day, want := range map[data.Date]data.Catalogue{"2026-01-01": first, "2026-06-30": first, "2026-07-01": kept} {
			got, ok, err := tx.CatalogueOn(ctx, day)
			require.NoError(t, err)
			require.True(t, ok)
			require.Equal(t, want, got)
		}
		last, _, err := tx.LastCatalogue(ctx)
		require.NoError(t, err)
		require.Equal(t, kept, last)
		all, err := tx.Catalogues(ctx)
		require.Equal(t, []data.Catalogue{first, second}, all)
		return err
	}))
}

func TestTheCataloguesOfAUnitWithoutPeopleAreCleared(t *testing.T) {
	s := newStore(t)
	c := data.Catalogue{
		Version: 1, From: "2026-01-01", Categories: []data.Category{{Code: "1", Title: "甲", Short: "甲"}},
		Entries: []data.Entry{{Code: "1.1", Category: "1", Title: "丁", Mode: data.Staged, Audience: data.Staff, Decision: data.BySuperior}},
	}
	for range 2 { // the same version fits in again
		write(t, s, func(tx *store.Tx) error { return tx.AddCatalogue(ctx, c) })
		write(t, s, func(tx *store.Tx) error { return tx.ClearCatalogues(ctx) })
	}
	require.NoError(t, s.Read(ctx, func(tx *store.Tx) error {
		_, ok, err := tx.LastCatalogue(ctx)
		require.False(t, ok)
		return err
	}))
}
