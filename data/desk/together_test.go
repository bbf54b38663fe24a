package desk_test

import (
	"context"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
	"gongkailan/data/desk"
)

// Two windows on one database, several people drafting at once: every number is given once, and the chain holds.
func TestTwoDesksOnOneDatabaseGiveEachNumberOnce(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	other, err := desk.Open(ctx, u.path, u.opt)
	require.NoError(t, err)
	defer other.Close()
	var group sync.WaitGroup
	numbers := make(chan string, 40)
	for _, d := range []*desk.Desk{u.Desk, other, u.Desk, other} {
		s, err := d.SignIn(ctx, "李经办", password)
		require.NoError(t, err)
		group.Go(func() {
			for range 10 {
				it, err := s.NewDraft(ctx, "3.5")
				if err != nil {
					t.Error(err)
					return
				}
				numbers <- it.Number
			}
		})
	}
	group.Wait()
	close(numbers)
	seen := map[string]bool{}
	for n := range numbers {
		require.False(t, seen[n], n)
		seen[n] = true
	}
	require.Len(t, seen, 40)
	require.True(t, seen["2026-0040"])
	v, err := u.Verify(ctx)
	require.NoError(t, err)
	require.True(t, v.OK, "%v", v.Broken)
	require.NotEmpty(t, v.Head)
}

// Of two people who act on the same item at the same time one is refused.
func TestOfTwoWhoActAtOnceOneIsRefused(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	it := u.draft("李经办", "3.5")
	results := make(chan error, 2)
	for _, name := range []string{"李经办", "周全能"} {
		s := u.as(name)
		go func() {
			_, err := s.Propose(ctx, it, data.Statement{})
			results <- err
		}()
	}
	first, second := <-results, <-results
	if first == nil {
		first, second = second, first
	}
	require.NoError(t, second)
	refused(t, first, data.ErrRefused, "act.status")
}

func BenchmarkOpenAndReadOneItem(b *testing.B) {
	c := &clock{time.Date(2026, 3, 5, 1, 0, 0, 0, time.UTC)}
	ctx := context.Background()
	path := filepath.Join(b.TempDir(), "a.db")
	d, err := desk.Create(ctx, path, setup(), options(c))
	require.NoError(b, err)
	u := unit{Desk: d, t: b, clock: c}
	for range 100 {
		u.publish(u.draft("李经办", "3.5"))
	}
	require.NoError(b, d.Close())
	for b.Loop() {
		d, err := desk.Open(ctx, path, options(c))
		require.NoError(b, err)
		it, err := d.Item(ctx, "2026-0050")
		require.NoError(b, err)
		require.NoError(b, d.Sound(ctx, it))
		require.NoError(b, d.Close())
	}
}
