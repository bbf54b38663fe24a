package ui

import (
	"context"
	"sync"
)

// Loader runs work off the main goroutine and hands the result back on it. A newer request cancels an older one, and
// what an older one still brings is dropped, so that late results never overwrite newer ones.
type Loader struct {
	// Go starts work beside the main goroutine; Do runs a function on it. Tests put in functions that call at once.
	Go func(work func())
	Do func(show func())

	mu         sync.Mutex
	generation int
	cancel     context.CancelFunc
}

// NewLoader makes a loader from the two ways of running, usually `func(f func()) { go f() }` and fyne.Do.
func NewLoader(start, do func(func())) *Loader { return &Loader{Go: start, Do: do} }

// AtOnce makes a loader that does everything before it returns, for tests and pictures.
func AtOnce() *Loader {
	now := func(f func()) { f() }
	return NewLoader(now, now)
}

// Again makes a loader that runs like this one and knows nothing of its requests.
func (l *Loader) Again() *Loader { return NewLoader(l.Go, l.Do) }

// Load runs work and then show with its result, unless a newer request came meanwhile or Stop was called.
func Load[T any](l *Loader, work func(context.Context) (T, error), show func(T, error)) {
	ctx, mine := l.begin()
	l.Go(func() {
		result, err := work(ctx)
		l.Do(func() {
			if l.isNewest(mine) {
				show(result, err)
			}
		})
	})
}

// Stop cancels what is under way; nothing of it will be shown.
func (l *Loader) Stop() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.generation++
	if l.cancel != nil {
		l.cancel()
		l.cancel = nil
	}
}

func (l *Loader) begin() (context.Context, int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.cancel != nil {
		l.cancel()
	}
	ctx, cancel := context.WithCancel(context.Background())
	l.cancel = cancel
	l.generation++
	return ctx, l.generation
}

func (l *Loader) isNewest(generation int) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.generation == generation
}
