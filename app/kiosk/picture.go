package kiosk

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"gongkailan/app/ui"
	"gongkailan/reports/bulletin"
)

// Picture paints the real screen of w × h pixels with the loop's first page, without a display. Of the options it needs
// the clock; it replaces Fyne's current app.
func Picture(b bulletin.Bulletin, o Options, w, h int) image.Image {
	app := test.NewApp()
	app.Settings().SetTheme(lobbyTheme{})
	now := func(work func()) { work() }
	o.App, o.Go, o.Do = app, now, now
	o = o.complete()
	s := newScreen(o, ui.AtOnce())
	s.show(b, nil)
	return s.capture(w, h)
}

// capture paints the screen as it is.
func (s *screen) capture(w, h int) image.Image {
	canvas := software.NewCanvas()
	canvas.SetPadded(false)
	canvas.SetContent(s.root)
	canvas.Resize(fyne.NewSize(float32(w), float32(h)))
	return canvas.Capture()
}
