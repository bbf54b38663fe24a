package store_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/store"
)

func found(t *testing.T, s *store.Store, f store.Filter) []string {
	t.Helper()
	f.Today = "2026-03-10"
	items := read(t, s, func(tx *store.Tx) ([]data.Item, error) { return tx.Items(ctx, f) })
	if f.Limit == 0 {
		require.Equal(t, len(items), read(t, s, func(tx *store.Tx) (int, error) { return tx.CountItems(ctx, f) }))
	}
	names := []string{}
	for _, it := range items {
		names = append(names, fmt.Sprintf("%s v%d", it.Number, it.Version))
	}
	return names
}

func TestItemsAreFoundByEachPartOfTheFilter(t *testing.T) {
	s := newStore(t)
	with := func(number string, version int, change func(*data.Item)) data.Item {
		it := item(number, version)
		change(&it)
		return it
	}
	add(
		t, s,
		with("2025-0001", 1, func(it *data.Item) { it.OfficeID, it.EntryCode = "bgs", "3" }),
		with("2026-0001", 1, func(it *data.Item) { it.Status = data.Published }),
		with("2026-0001", 2, func(it *data.Item) { it.Title = "100%_达标!" }),
		with("2026-0002", 1, func(it *data.Item) { it.Status, it.To = data.Published, "2026-03-09" }),
		with("2026-0003", 1, func(it *data.Item) { it.Audience, it.EntryCode, it.Mode = data.Party, "31.1", data.LongTerm }),
		with("2026-0004", 1, func(it *data.Item) {
			it.Status, it.To, it.UpdatedAt = data.Published, "", data.Date("2026-12-31").Begin()
		}),
	)
	cases := []struct {
		name string
		f    store.Filter
		want []string
	}{
		{"newest versions, newest first", store.Filter{}, []string{"2026-0004 v1", "2026-0003 v1", "2026-0002 v1", "2026-0001 v2", "2025-0001 v1"}},
		{"up", store.Filter{Status: []data.Status{data.Published}}, []string{"2026-0004 v1", "2026-0001 v1"}},
		{"expired", store.Filter{Status: []data.Status{data.Expired}}, []string{"2026-0002 v1"}},
		{"up or expired", store.Filter{Status: []data.Status{data.Expired, data.Published}}, []string{"2026-0004 v1", "2026-0002 v1", "2026-0001 v1"}},
		{"up or draft", store.Filter{Status: []data.Status{data.Draft, data.Published}, Year: 2026}, []string{"2026-0004 v1", "2026-0003 v1", "2026-0001 v2", "2026-0001 v1"}},
		{"marks are taken as they are", store.Filter{Query: "%_达标!"}, []string{"2026-0001 v2"}},
		{"no such mark", store.Filter{Query: "_%"}, []string{}},
		{"number", store.Filter{Query: " 6-0002 "}, []string{"2026-0002 v1"}},
		{"office", store.Filter{OfficeID: "bgs"}, []string{"2025-0001 v1"}},
		{"entry", store.Filter{Entry: "31.1"}, []string{"2026-0003 v1"}},
		{"category", store.Filter{Category: "3", Year: 2025}, []string{"2025-0001 v1"}},
		{"category of another number", store.Filter{Category: "31"}, []string{"2026-0003 v1"}},
		{"audience", store.Filter{Audience: data.Party}, []string{"2026-0003 v1"}},
		{"mode", store.Filter{Mode: data.LongTerm}, []string{"2026-0003 v1"}},
		{"year", store.Filter{Year: 2025}, []string{"2025-0001 v1"}},
		{"page", store.Filter{Limit: 2, Offset: 1}, []string{"2026-0003 v1", "2026-0002 v1"}},
		{"ended by a day", store.Filter{EndTo: "2026-03-09"}, []string{"2026-0002 v1"}},
		{"ended between two days", store.Filter{EndFrom: "2026-03-10", EndTo: "2026-03-31", Status: []data.Status{data.Published}}, []string{"2026-0001 v1"}},
		{"changed since the day", store.Filter{ChangedFrom: "2026-12-31"}, []string{"2026-0004 v1"}},
		{"changed before", store.Filter{ChangedFrom: "2027-01-01"}, []string{}},
		{"no injection", store.Filter{Query: "' OR 1=1 --"}, []string{}},
	}
	for _, c := range cases {
		require.Equal(t, c.want, found(t, s, c.f), c.name)
	}
}

func TestYearsAreThoseOfTheNumbers(t *testing.T) {
	s := newStore(t)
	years := func(tx *store.Tx) ([]int, error) { return tx.Years(ctx) }
	require.Empty(t, read(t, s, years))
	add(t, s, item("2024-0001", 1), item("2026-0012", 1))
	require.Equal(t, []int{2026, 2025, 2024}, read(t, s, years))
	change(t, s, "UPDATE items SET number = '1-1' WHERE number = '2024-0001'")
	require.Len(t, read(t, s, years), 60, "a number written by hand makes no list without end")
}
