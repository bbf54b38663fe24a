package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// aside is for how long the wheel is left to a text that is being written, after each turn that it took.
const aside = time.Second

// WheelGlass lies over a form that scrolls and takes nothing but the wheel. Without it every field that comes under the
// mouse keeps the wheel to itself, and the form stands still. Only a text of several lines that somebody is writing in
// keeps it.
type WheelGlass struct {
	widget.BaseWidget
	scroll *container.Scroll
	after  func(time.Duration, func()) func()
}

var _ fyne.Scrollable = (*WheelGlass)(nil)

// ScrollingForm is a form that scrolls with the wheel wherever the mouse is. After does something later.
func ScrollingForm(form fyne.CanvasObject, after func(time.Duration, func()) func()) *container.Scroll {
	glass := &WheelGlass{after: after}
	glass.ExtendBaseWidget(glass)
	glass.scroll = container.NewVScroll(container.NewStack(form, glass))
	return glass.scroll
}

// CreateRenderer shows nothing.
func (g *WheelGlass) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// Scrolled scrolls the form, or steps aside for the text that is being written under the mouse.
func (g *WheelGlass) Scrolled(ev *fyne.ScrollEvent) {
	if g.writing(ev.AbsolutePosition) {
		g.Hide()
		g.after(aside, g.Show)
		return
	}
	g.scroll.Scrolled(ev)
}

func (g *WheelGlass) writing(at fyne.Position) bool {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(g)
	if c == nil {
		return false
	}
	text, ok := c.Focused().(*widget.Entry)
	if !ok || !text.MultiLine {
		return false
	}
	from, size := driver.AbsolutePositionForObject(text), text.Size()
	return at.X >= from.X && at.Y >= from.Y && at.X < from.X+size.Width && at.Y < from.Y+size.Height
}
