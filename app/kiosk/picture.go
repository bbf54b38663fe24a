package kiosk

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/reports/bulletin"
)

// Picture paints the real screen of w × h pixels with the loop's first page, without a display. Of the options it needs
// the clock; it replaces Fyne's current app.
func Picture(b bulletin.Bulletin, o Options, w, h int) image.Image {
	return stage(b, o).capture(w, h)
}

// View is a screen of the lobby and what a visitor touches to come there, in the order of touching.
type View struct {
	Name    string
	Wide    bool // on a panel that lies
	touches []Event
}

// Views are the screens of which README and help have pictures.
func Views() []View {
	search := []Event{{Kind: OpenAll}, {Kind: OpenSearch}}
	for _, letter := range "rqgs" {
		search = append(search, Event{Kind: Key, Text: string(letter)})
	}
	return []View{
		{Name: "loop"},
		{Name: "loop-wide", Wide: true},
		{Name: "all", touches: []Event{{Kind: OpenAll}}},
		{Name: "search", touches: search},
		{Name: "speak", touches: []Event{{Kind: OpenAll}, {Kind: OpenSpeech}}},
		{Name: "large", touches: []Event{{Kind: ToggleLarge}, {Kind: ToggleContrast}}},
	}
}

// Paint paints the view without a display, at half the size of a panel, in the language.
func (v View) Paint(b bulletin.Bulletin, o Options, language string) image.Image {
	const short, long = 540, 960
	w, h := short, long
	if v.Wide {
		w, h = long, short
	}
	s := stage(b, o)
	s.root.Resize(fyne.NewSize(float32(w), float32(h)))
	if language == words.English {
		s.handle(Event{Kind: ToggleLanguage})
	}
	for _, e := range v.touches {
		s.handle(e)
	}
	return s.capture(w, h)
}

// stage makes a screen that shows the bulletin, all work done at once.
func stage(b bulletin.Bulletin, o Options) *screen {
	app := test.NewApp()
	app.Settings().SetTheme(lobbyTheme{})
	now := func(work func()) { work() }
	o.App, o.Go, o.Do = app, now, now
	s := newScreen(o.complete(), ui.AtOnce())
	s.show(b, nil)
	return s
}

// capture paints the screen as it is.
func (s *screen) capture(w, h int) image.Image {
	canvas := software.NewCanvas()
	canvas.SetPadded(false)
	canvas.SetContent(s.root)
	canvas.Resize(fyne.NewSize(float32(w), float32(h)))
	return canvas.Capture()
}
