package ui

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"
)

// workshop runs work by hand: what was begun and what was put off waits until it is asked for.
type workshop struct {
	*Works
	loader *Loader
	begun  []func()
	later  []func()
	shown  []error
}

func newWorkshop(t *testing.T) *workshop {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(Theme{})
	w := &workshop{}
	w.loader = NewLoader(func(f func()) { w.begun = append(w.begun, f) }, func(f func()) { f() })
	w.Works = NewWorks(func(wait time.Duration, f func()) func() {
		at := len(w.later)
		w.later = append(w.later, f)
		return func() { w.later[at] = func() {} }
	}, func() string { return "取消" })
	return w
}

func (w *workshop) start(do func(context.Context, Progress) (int, error)) {
	Run(w.Works, w.loader, "导出", do, func(_ int, err error) { w.shown = append(w.shown, err) })
}

func (w *workshop) look() {
	later := w.later
	w.later = nil
	for _, f := range later {
		f()
	}
}

func (w *workshop) words() []string {
	var texts []string
	for _, o := range test.LaidOutObjects(w.Object()) {
		if text, ok := o.(*canvas.Text); ok && text.Text != "" {
			texts = append(texts, text.Text)
		}
	}
	return texts
}

func TestQuickWorkIsNeverSeen(t *testing.T) {
	w := newWorkshop(t)
	w.start(func(context.Context, Progress) (int, error) { return 1, nil })
	require.Empty(t, w.words())
	w.begun[0]()
	w.look()
	require.Empty(t, w.words())
	require.Equal(t, []error{nil}, w.shown)
}

func TestLongWorkTellsHowFarItIs(t *testing.T) {
	w := newWorkshop(t)
	seen := [][]string{}
	w.start(func(_ context.Context, tell Progress) (int, error) {
		w.look()
		seen = append(seen, w.words())
		tell("第3页", 3, 12)
		w.look()
		seen = append(seen, w.words())
		return 1, nil
	})
	w.begun[0]()
	require.Equal(t, [][]string{{"导出", "取消"}, {"导出", "第3页", "取消"}}, seen)
	require.Empty(t, w.words(), "what is done is gone")
}

func TestWorkThatIsBrokenOffTellsSoAtOnceAndItsResultIsDropped(t *testing.T) {
	w := newWorkshop(t)
	var over error
	w.start(func(ctx context.Context, _ Progress) (int, error) {
		over = ctx.Err()
		return 1, nil
	})
	w.look()
	for _, o := range test.LaidOutObjects(w.Object()) {
		if button, ok := o.(*Button); ok {
			test.Tap(button)
		}
	}
	require.Equal(t, []error{context.Canceled}, w.shown)
	require.Empty(t, w.words())
	w.begun[0]()
	require.ErrorIs(t, over, context.Canceled)
	require.Len(t, w.shown, 1)
}

func TestLockingEndsAllWorkWithoutAWord(t *testing.T) {
	w := newWorkshop(t)
	w.start(func(context.Context, Progress) (int, error) { return 1, nil })
	w.look()
	require.NotEmpty(t, w.words())
	w.Stop()
	require.Empty(t, w.words())
	w.begun[0]()
	require.Empty(t, w.shown)
}
