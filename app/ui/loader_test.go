package ui

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestALateResultNeverOverwritesANewerOne(t *testing.T) {
	var pending []func()
	l := NewLoader(func(work func()) { pending = append(pending, work) }, func(show func()) { show() })
	shown := []string{}
	ask := func(what string) {
		Load(l, func(context.Context) (string, error) { return what, nil },
			func(got string, _ error) { shown = append(shown, got) })
	}
	ask("old")
	ask("new")
	pending[1]()
	pending[0]()
	require.Equal(t, []string{"new"}, shown)
}

func TestANewRequestCancelsTheOneUnderWay(t *testing.T) {
	var first context.Context
	l := AtOnce()
	Load(l, func(ctx context.Context) (int, error) { first = ctx; return 0, nil }, func(int, error) {})
	Load(l, func(context.Context) (int, error) { return 0, nil }, func(int, error) {})
	require.ErrorIs(t, first.Err(), context.Canceled)
}

func TestAStoppedLoaderShowsNothing(t *testing.T) {
	var pending func()
	l := NewLoader(func(work func()) { pending = work }, func(show func()) { show() })
	shown := false
	Load(l, func(context.Context) (int, error) { return 1, nil }, func(int, error) { shown = true })
	l.Stop()
	pending()
	require.False(t, shown)
}
