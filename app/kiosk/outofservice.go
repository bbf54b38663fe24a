package kiosk

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/app/words"
)

// OpenOutOfService makes the window that says 暂停服务 and shows it. It reads nothing, keeps no time and reacts to no
// finger: whatever keeps the lobby's screen from running, this page has no part of it.
func OpenOutOfService(o Options) fyne.Window {
	o = o.complete()
	window := o.App.NewWindow(o.Words(words.Chinese).T("kiosk.title"))
	window.SetPadded(false)
	window.SetContent(outOfService(o))
	if o.Windowed {
		window.Resize(fyne.NewSize(540, 960))
	} else {
		o.fill(window)
		window.SetCloseIntercept(func() {})
	}
	window.Show()
	return window
}

// pausePage is the page that says 暂停服务, in both languages: nobody can choose one here.
type pausePage struct {
	ground, head, sheet *canvas.Rectangle
	title               *canvas.Text
	lines               [4]*canvas.Text
	cover               fyne.CanvasObject
}

// outOfService puts the page together.
func outOfService(o Options) fyne.CanvasObject {
	chinese, english := o.Words(words.Chinese), o.Words(words.English)
	p := pausePage{
		title:  ui.Serif(chinese.T("kiosk.title"), sizeTitle, ui.White()),
		ground: canvas.NewRectangle(ui.Lobby()), head: canvas.NewRectangle(ui.Red()), sheet: canvas.NewRectangle(ui.White()),
		lines: [4]*canvas.Text{
			canvas.NewText(chinese.T("kiosk.outofservice.title"), ui.Red()),
			canvas.NewText(chinese.T("kiosk.outofservice.text"), ui.Ink()),
			canvas.NewText(english.T("kiosk.outofservice.title"), ui.SecondInk()),
			canvas.NewText(english.T("kiosk.outofservice.text"), ui.SecondInk()),
		},
		cover: newArrow(o.Windowed),
	}
	objects := []fyne.CanvasObject{p.ground, p.head, p.sheet, p.title}
	for i, line := range p.lines {
		line.Alignment, line.TextStyle.Bold = fyne.TextAlignCenter, i == 0
		objects = append(objects, line)
	}
	return container.New(p, append(objects, p.cover)...)
}

// MinSize lets the window be as small as it likes.
func (pausePage) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 320) }

// Layout puts everything in its place, measured by the shorter side as on every screen of the lobby.
func (p pausePage) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	f := newFrame(size.Width, size.Height, targetLeast, false, Loop)
	put := func(object fyne.CanvasObject, r rect) {
		object.Move(fyne.NewPos(r.x*f.scale, r.y*f.scale))
		object.Resize(fyne.NewSize(r.w*f.scale, r.h*f.scale))
	}
	whole := rect{0, 0, f.w, f.h}
	sheet := rect{margin, f.head.bottom() + margin, f.w - 2*margin, f.h - f.head.bottom() - 2*margin}
	put(p.ground, whole)
	put(p.head, f.head)
	put(p.sheet, sheet)
	p.title.TextSize = sizeTitle * f.scale
	put(p.title, f.head.inset(margin, 0))
	sizes := [len(p.lines)]struct{ text, height, after float32 }{{120, 170, 30}, {56, 80, 90}, {44, 64, 16}, {36, 56, 0}}
	y := sheet.y + sheet.h/2 - 253 // half of what the lines need
	for i, line := range p.lines {
		line.TextSize = sizes[i].text * f.scale
		put(line, rect{sheet.x, y, sheet.w, sizes[i].height})
		y += sizes[i].height + sizes[i].after
	}
	put(p.cover, whole)
}

// arrow lies over a page and hides the arrow of a mouse that nobody has.
type arrow struct {
	widget.BaseWidget
	cursor desktop.Cursor
}

var _ desktop.Cursorable = (*arrow)(nil)

func newArrow(shown bool) *arrow {
	a := &arrow{cursor: desktop.HiddenCursor}
	if shown {
		a.cursor = desktop.DefaultCursor
	}
	a.ExtendBaseWidget(a)
	return a
}

// Cursor is how the arrow looks over the page.
func (a *arrow) Cursor() desktop.Cursor { return a.cursor }

// CreateRenderer draws nothing.
func (a *arrow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
