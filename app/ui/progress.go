package ui

import (
	"context"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Progress tells what work beside the main goroutine is doing now, and how many of how many are done; total 0 where
// that is not known. It may be called from any goroutine, as often as it pleases.
type Progress func(text string, done, total int)

// Works is the place where work that takes longer than a moment shows that it goes on, how far it is, and a way to
// break it off. What is done within half a second is never seen there.
type Works struct {
	after  func(time.Duration, func()) (cancel func())
	cancel func() string // the words on the button, in the language of now
	place  *fyne.Container
	open   []*work
}

const (
	// patience is how long work may take before it shows.
	patience = 500 * time.Millisecond
	// beat is how often it then tells anew how far it is.
	beat = 200 * time.Millisecond
)

// NewWorks makes the place; after runs a function later on the main goroutine, cancel gives the words on the button.
func NewWorks(after func(time.Duration, func()) (cancel func()), cancel func() string) *Works {
	return &Works{after: after, cancel: cancel, place: Column(0)}
}

// Object is what a window shows.
func (w *Works) Object() fyne.CanvasObject { return w.place }

// work is one piece of work under way.
type work struct {
	title string
	now   atomic.Pointer[step]
	shown bool
	calm  func() // calls the next look off
	stop  func() // breaks it off without a word
	off   func() // breaks it off and tells who began it
	line  *workLine
}

type step struct {
	text        string
	done, total int
}

// Run does work beside the main goroutine through a loader, as Load does, and shows its progress under a title. When the
// person breaks it off, show is given context.Canceled at once and the result is dropped. Without a place, a nil w, it is
// plain Load.
func Run[T any](w *Works, l *Loader, title string, do func(context.Context, Progress) (T, error), show func(T, error)) {
	if w == nil {
		Load(l, func(ctx context.Context) (T, error) { return do(ctx, func(string, int, int) {}) }, show)
		return
	}
	mine := &work{title: title, calm: func() {}}
	over := false // on the main goroutine only
	end := func() {
		over = true
		w.close(mine)
	}
	mine.stop = func() {
		l.Stop()
		end()
	}
	mine.off = func() {
		mine.stop()
		var none T
		show(none, context.Canceled)
	}
	w.open = append(w.open, mine)
	Load(l, func(ctx context.Context) (T, error) {
		defer l.Do(end) // also where a newer request has taken its place and nothing is shown
		return do(ctx, func(text string, done, total int) { mine.now.Store(&step{text, done, total}) })
	}, show)
	if !over {
		mine.calm = w.after(patience, func() { w.tell(mine) })
	}
}

// Stop breaks off all work without a word, as when the desk is locked.
func (w *Works) Stop() {
	for _, one := range append([]*work(nil), w.open...) {
		one.stop()
	}
}

func (w *Works) tell(one *work) {
	if !one.shown {
		one.shown = true
		one.line = newWorkLine(one.title, w.cancel(), one.off)
		w.place.Add(one.line.object)
	}
	if now := one.now.Load(); now != nil {
		one.line.set(*now)
	}
	one.calm = w.after(beat, func() { w.tell(one) })
}

func (w *Works) close(one *work) {
	one.calm()
	for i, other := range w.open {
		if other == one {
			w.open = append(w.open[:i], w.open[i+1:]...)
			break
		}
	}
	if one.shown {
		one.shown = false
		w.place.Remove(one.line.object)
	}
}

// workLine is the line that shows one piece of work.
type workLine struct {
	said   *canvas.Text
	bar    *fyne.Container
	share  *shareLayout
	object fyne.CanvasObject
}

func newWorkLine(title, cancel string, off func()) *workLine {
	l := &workLine{said: Text("", SizeText, SecondInk()), share: &shareLayout{}}
	track, done := canvas.NewRectangle(Hairline()), canvas.NewRectangle(Red())
	l.bar = &fyne.Container{Layout: l.share, Objects: []fyne.CanvasObject{track, done}}
	l.bar.Hide()
	words := Column(4, Line(10, Bold(title, SizeText, Ink()), l.said), l.bar)
	l.object = Pad(0, 10, 22, 22, Panel(Pad(8, 8, 18, 12,
		Frame(nil, nil, nil, Pad(0, 0, 16, 0, Midway(NewButton(cancel, off))), Midway(words)))))
	return l
}

func (l *workLine) set(now step) {
	l.said.Text = now.text
	l.bar.Hidden = now.total <= 0
	if now.total > 0 {
		l.share.part = min(1, max(0, float32(now.done)/float32(now.total)))
	}
	l.object.Refresh()
}

// shareLayout lays the second object over as much of the first as is done.
type shareLayout struct{ part float32 }

func (*shareLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(120, 4) }

func (l *shareLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	objects[1].Resize(fyne.NewSize(size.Width*l.part, size.Height))
}
