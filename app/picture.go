package app

import (
	"context"
	"image"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"gongkailan/app/demo"
	"gongkailan/app/kiosk"
	"gongkailan/app/office"
	"gongkailan/app/office/screen"
	"gongkailan/app/platform"
	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data/desk"
	"gongkailan/reports/bulletin"
	"gongkailan/reports/face"
)

// deskPicture paints the real page of an item, without a display, at 1366 × 768.
func deskPicture(_ context.Context, d *desk.Desk, by *desk.Session, number string) (image.Image, error) {
	a := test.NewApp()
	defer a.Quit()
	a.Settings().SetTheme(ui.Theme{})
	unit := demo.Read()
	o := office.New(office.Options{
		Desk: d, Language: words.Chinese, Now: time.Now, Faces: face.Embedded(), Loader: ui.AtOnce(),
		After: func(time.Duration, func()) func() { return func() {} },
		Files: platform.Files{}, Changed: func(context.Context, *desk.Session) error { return nil }, Demo: &unit,
	})
	o.SignInAs(by)
	o.Go(screen.Route{Area: screen.Items, Number: number})
	return paint(o.Content(), fyne.NewSize(1366, 768)), nil
}

// paint renders what a window would show.
func paint(content fyne.CanvasObject, size fyne.Size) image.Image {
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetContent(content)
	c.Resize(size)
	return software.RenderCanvas(c, ui.Theme{})
}

// kioskPicture paints the real lobby view, without a display, at 1080 × 1920.
func kioskPicture(b bulletin.Bulletin) (image.Image, error) {
	return kiosk.Picture(b, kioskOptions(), 1080, 1920), nil
}
