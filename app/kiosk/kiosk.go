// Package kiosk is the lobby's touch view: the board in a loop, everything that is public, and nothing else.
//
// It reads one signed file and shows nothing that the file's signature does not cover; where the file does not hold it
// says so and shows nothing. What a visitor does is a session, a pure state machine over time; the screen shows the
// session. There is no keyboard and no gesture: tiles are touched, lists are turned page by page, and whoever walks
// away is forgotten. Only staff leave, by a long press and a PIN.
package kiosk

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"gongkailan/app/kiosk/folder"
	"gongkailan/app/kiosk/pinyin"
	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/reports/face"
)

// Options are what the lobby view needs from outside.
type Options struct {
	App          fyne.App
	BulletinPath string
	// Fingerprint names the unit whose file is shown; "" trusts the first file that is read, from then on.
	Fingerprint string
	Folder      string // where the machine remembers what it has shown; "" to remember nothing after the end
	// OutboxFolder is where what visitors send is put; "" takes nothing.
	OutboxFolder string
	Words        func(language string) words.Words
	Faces        *face.Set
	Now          func() time.Time
	// Elapsed is the machine's own count of the time, which nobody can set; nil is that of the program.
	Elapsed func() time.Duration
	// WorkingDaysLeft counts the working days from one day to another, both included.
	WorkingDaysLeft func(from, to data.Date) int
	// CheckPIN tells whether staff are who they say. It may take its time; it is called off the main goroutine. It is nil
	// where no PIN was set.
	CheckPIN func(pin string) bool
	Windowed bool // a window that anybody can close, for a look at a desk
	// Place puts the window on its monitor before it is shown; nil leaves it where the system puts it. A window on a desk
	// is not placed.
	Place func(fyne.Window)
	// Night is when the screen is dimmed; never for a zero one.
	Night Night
	// Panel gives width and height in mm of the panel that a screen of so many pixels fills; nil is one as large as the
	// lobby is drawn for.
	Panel func(width, height int) (widthMM, heightMM float64)
	// Beat is told every second how the screen stands, on the main goroutine: a screen that hangs tells nothing. It must
	// not wait for anything.
	Beat func(folder.Screen)
	// Staff is what the staff's place needs.
	Staff StaffOptions
	// Print sends a PDF to the printer; nil where nothing can be printed. It is called off the main goroutine. The file
	// is there for some minutes more.
	Print func(ctx context.Context, path string) error
	// Dictionary reads what the pad of letters knows; nil is the embedded one. It is called off the main goroutine.
	Dictionary func() (*pinyin.Dictionary, error)
	// OnLeave is called once after staff have left or the window was closed.
	OnLeave func()
	// Go starts work beside the main goroutine, Do runs a function on it; nil are the usual ways.
	Go, Do func(func())
}

func (o Options) leave() {
	if o.OnLeave != nil {
		o.OnLeave()
	}
}

// beat is how often the screen looks at the clock.
const beat = 250 * time.Millisecond

// Open makes the lobby's window and shows it: full screen, or as a window where the options say so. It follows the
// public file until staff leave.
func Open(o Options) fyne.Window {
	o = o.complete()
	o.App.Settings().SetTheme(lobbyTheme{})
	window := o.App.NewWindow(o.Words(words.Chinese).T("kiosk.title"))
	ended := make(chan struct{})
	leave := o.OnLeave
	o.OnLeave = func() {
		close(ended)
		window.SetCloseIntercept(nil)
		window.Close()
		if leave != nil {
			leave()
		}
	}
	loader := ui.NewLoader(o.Go, o.Do)
	s := newScreen(o, loader)
	watch := newWatch(o, loader.Again(), s.take, s.refuse)
	window.SetPadded(false)
	window.SetContent(s.root)
	if o.Windowed {
		window.Resize(fyne.NewSize(540, 960))
		window.SetCloseIntercept(s.close)
	} else {
		o.fill(window)
		window.SetCloseIntercept(func() { s.handle(Event{Kind: LongPress}) })
	}
	watch.start()
	o.Go(func() { follow(ended, o.Do, func() { watch.tick(); s.tick() }) })
	window.Show()
	return window
}

// fill has a window fill its monitor.
func (o Options) fill(window fyne.Window) {
	if o.Place != nil {
		o.Place(window)
	}
	window.SetFullScreen(true)
}

// close lets a window on a desk close without a PIN.
func (s *screen) close() {
	if !s.session.Left {
		s.session.Left = true
		s.options.leave()
	}
}

// follow beats until the view ends.
func follow(ended <-chan struct{}, do func(func()), tick func()) {
	ticker := time.NewTicker(beat)
	defer ticker.Stop()
	for {
		select {
		case <-ended:
			return
		case <-ticker.C:
			do(tick)
		}
	}
}

// complete puts the usual ways in place of what is not given.
func (o Options) complete() Options {
	if o.Go == nil {
		o.Go = func(work func()) { go work() }
	}
	if o.Do == nil {
		o.Do = fyne.Do
	}
	if o.Panel == nil {
		o.Panel = folder.Settings{}.Panel
	}
	if o.Words == nil {
		o.Words = words.For
	}
	if o.Elapsed == nil {
		start := time.Now()
		o.Elapsed = func() time.Duration { return time.Since(start) }
	}
	if o.Dictionary == nil {
		o.Dictionary = readDictionary
	}
	if o.Faces == nil {
		o.Faces = face.Embedded()
	}
	if o.WorkingDaysLeft == nil {
		o.WorkingDaysLeft = func(data.Date, data.Date) int { return 0 }
	}
	return o
}
