package office

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
)

// watcher lies under everything and tells that somebody is there. Fyne asks whatever lies under the pointer for its
// cursor on every move and every scroll, without taking anything from what lies above; so no press and no hover is lost.
type watcher struct {
	widget.BaseWidget
	touched func()
	ground  *canvas.Rectangle
}

var _ desktop.Cursorable = (*watcher)(nil)

func newWatcher(touched func()) *watcher {
	w := &watcher{touched: touched, ground: canvas.NewRectangle(ui.Clear())}
	w.ExtendBaseWidget(w)
	return w
}

// Cursor gives the plain cursor; that it was asked for tells that the pointer has moved.
func (w *watcher) Cursor() desktop.Cursor {
	w.touched()
	return desktop.DefaultCursor
}

// CreateRenderer shows nothing.
func (w *watcher) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(w.ground) }

// idleLock is after how long without a touch the desk locks itself.
const idleLock = 10 * time.Minute

// touched notes that somebody is there.
func (o *Office) touched() { o.lastTouch = o.opt.Now() }

// glance is how often the desk looks whether something was typed. The window library tells nobody of the keys that a
// field takes, so the desk looks at what the keys have changed.
const glance = 15 * time.Second

// sight is what has the keyboard, and where its caret stands.
type sight struct {
	focused fyne.Focusable
	caret   int
	text    string
}

func (o *Office) look() sight {
	if o.window == nil {
		return sight{}
	}
	seen := sight{focused: o.window.Canvas().Focused()}
	if field, ok := seen.focused.(interface{ CursorTextOffset() int }); ok {
		seen.caret = field.CursorTextOffset()
	}
	switch field := seen.focused.(type) {
	case *widget.Entry:
		seen.text = field.Text
	case *widget.SelectEntry:
		seen.text = field.Text
	}
	return seen
}

// watchIdle locks the desk once nobody has touched it for idleLock, and looks again after a glance, or when the lock
// could be at the earliest.
func (o *Office) watchIdle() {
	o.idle()
	if seen := o.look(); seen != o.lastSeen {
		o.lastSeen = seen
		o.touched()
	}
	left := idleLock - o.opt.Now().Sub(o.lastTouch)
	if left <= 0 {
		o.Lock()
		return
	}
	o.idle = o.opt.After(min(left, glance), o.watchIdle)
}

// covered tells whether a dialog, a list or a month's page lies over the desk.
func (o *Office) covered() bool { return o.window != nil && o.window.Canvas().Overlays().Top() != nil }

// uncover takes everything away that lies over the desk.
func (o *Office) uncover() {
	if close := o.opt.Machine.CloseDialogs; close != nil {
		close()
	}
	for o.covered() {
		o.window.Canvas().Overlays().Remove(o.window.Canvas().Overlays().Top())
	}
}

// after is After for screens. They use it when something was typed or chosen, so each use tells that somebody is there.
func (o *Office) after(wait time.Duration, do func()) (cancel func()) {
	o.touched()
	return o.opt.After(wait, do)
}
