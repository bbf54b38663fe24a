package kiosk

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/wholefile"
	"gongkailan/reports/bulletin"
)

const (
	turnsOfADay  = 10_000
	reloadsOfDay = 1_000
	warmTurns    = 200
	mostGrowth   = 1.15 // resident memory at the end, compared with that after the first turns
)

// BenchmarkDay lets a day and more of loop and visits pass on a fast clock, with everything painted as on the panel, and a
// new public file after every tenth page, and compares the resident memory.
func BenchmarkDay(b *testing.B) {
	for b.Loop() {
		day := newLobbyDay(b)
		day.turn(warmTurns)
		warm := resident(b)
		day.turn(turnsOfADay - warmTurns)
		end := resident(b)
		require.GreaterOrEqual(b, day.reloads, reloadsOfDay)
		require.LessOrEqual(b, end/warm, mostGrowth, "%.0f MB after %d turns, %.0f MB at the end", warm, warmTurns, end)
		b.ReportMetric(warm, "MB-first")
		b.ReportMetric(end, "MB-end")
	}
}

// lobbyDay is a lobby whose clock runs fast.
type lobbyDay struct {
	b       *testing.B
	clock   *clock
	screen  *screen
	watch   *watch
	path    string
	issue   func(serial int)
	reloads int
	turns   int
}

func newLobbyDay(b *testing.B) *lobbyDay {
	c := &clock{start}
	app := fyne.CurrentApp()
	at := func(work func()) { work() }
	path := filepath.Join(b.TempDir(), "b.gkb")
	o := Options{
		App: app, Go: at, Do: at, Now: func() time.Time { return c.now }, BulletinPath: path, Folder: b.TempDir(),
		WorkingDaysLeft: func(data.Date, data.Date) int { return 5 },
	}.complete()
	s := newScreen(o, ui.AtOnce())
	d := &lobbyDay{b: b, clock: c, screen: s, path: path}
	sign, _ := unitKeys(b)
	d.issue = func(serial int) {
		raw, err := bulletin.Pack(dayOf(serial), sign)
		require.NoError(b, err)
		require.NoError(b, wholefile.Write(path, raw))
	}
	d.issue(1)
	d.watch = newWatch(o, ui.AtOnce(), func(fresh bulletin.Bulletin) {
		d.reloads++
		s.take(fresh)
	}, s.refuse)
	s.root.Resize(fyne.NewSize(1080, 1920))
	d.watch.start()
	return d
}

// dayOf is a bulletin of forty items, one of which changes with the serial.
func dayOf(serial int) bulletin.Bulletin {
	b := exampleBulletin()
	b.Serial = serial
	for n := range 40 {
		b.Items = append(b.Items, public(fmt.Sprintf("2026-%04d", 100+n), "1", data.Announcement, "2026-02-01", "", 1))
	}
	b.Items[0] = public("2026-0001", "1", data.Announcement, "2026-02-20", "", 1+serial%3)
	return b
}

// turn turns so many pages of the loop; after every tenth there is a new file, and now and then somebody comes by, opens
// something and walks away.
func (d *lobbyDay) turn(pages int) {
	for range pages {
		d.turns++
		if d.turns%10 == 0 {
			d.issue(1 + d.reloads)
		}
		if d.turns%50 == 0 {
			d.screen.handle(Event{Kind: OpenAll})
			d.paint()
			d.screen.handle(Event{Kind: OpenItem, Text: "2026-0001"})
			d.paint()
			d.pass(IdleTime + AnswerTime)
		}
		d.pass(SlideTime)
		d.paint()
	}
}

// paint draws every picture on the screen, the pages among them, as the panel asks for it. Texts and areas are drawn by
// the window library and cost nothing of ours.
func (d *lobbyDay) paint() {
	for _, o := range d.screen.body.Objects {
		drawn := []fyne.CanvasObject{o}
		if w, ok := o.(fyne.Widget); ok {
			drawn = test.WidgetRenderer(w).Objects()
		}
		for _, part := range drawn {
			if r, ok := part.(*canvas.Raster); ok && r.Visible() {
				r.Generator(int(r.Size().Width), int(r.Size().Height))
			}
		}
	}
}

func (d *lobbyDay) pass(t time.Duration) {
	for ; t > 0; t -= time.Second {
		d.clock.pass(time.Second)
		d.watch.tick()
		d.screen.tick()
	}
}

// resident is the resident memory of this process, in MB, after what is not used was given back.
func resident(b *testing.B) float64 {
	runtime.GC()
	debug.FreeOSMemory()
	raw, err := os.ReadFile("/proc/self/statm")
	require.NoError(b, err)
	var size, pages float64
	_, err = fmt.Sscan(string(raw), &size, &pages)
	require.NoError(b, err)
	return pages * float64(os.Getpagesize()) / (1 << 20)
}
