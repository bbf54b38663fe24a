package office

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
)

// watcher lies under the pointer everywhere and tells that somebody is there. It takes no press and no key.
type watcher struct {
	widget.BaseWidget
	touched func()
	ground  *canvas.Rectangle
}

var _ desktop.Hoverable = (*watcher)(nil)

func newWatcher(touched func()) *watcher {
	w := &watcher{touched: touched, ground: canvas.NewRectangle(ui.Clear())}
	w.ExtendBaseWidget(w)
	return w
}

// MouseIn tells that somebody is there.
func (w *watcher) MouseIn(*desktop.MouseEvent) { w.touched() }

// MouseMoved tells that somebody is there.
func (w *watcher) MouseMoved(*desktop.MouseEvent) { w.touched() }

// MouseOut does nothing; the interface asks for it.
func (w *watcher) MouseOut() {}

// CreateRenderer shows nothing.
func (w *watcher) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(w.ground) }
