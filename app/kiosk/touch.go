package kiosk

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// hand is the one finger that a lobby screen knows. On the desktop a touch is a mouse press; the widget under the
// finger when it leaves gets the release, whichever one was pressed. So the hand remembers what was pressed, and a
// finger that trembles over the edge still presses it.
type hand struct {
	pressed target
	on      *tile // which shows that the finger is on it; nil where no finger is
	since   time.Time
}

// target is what a finger can hit: a place, and what a touch there does.
type target struct {
	place  rect   // in units of the design
	tapped func() // nil where a touch does nothing but show that somebody is there
	hold   bool   // a long press is meant for it
	back   bool   // it leads back
}

// slack is how far beside a tile a finger may leave the screen, in units of the design.
const slack float32 = 16

// holdTime is how long a finger must rest on the unit's name to open the staff's pad.
const holdTime = 3 * time.Second

// tile is an area that can be touched. It draws only that a finger is on it; what it looks like lies under it. It is
// no Tappable: Fyne would give taps to whatever lies under the release. Tiles are used again at the next build, since
// the window library remembers every widget that it has drawn for a while.
type tile struct {
	widget.BaseWidget
	target
	veil   *canvas.Rectangle
	press  func(*tile, *desktop.MouseEvent)
	leave  func(*desktop.MouseEvent)
	cursor desktop.Cursor
}

var (
	_ desktop.Mouseable  = (*tile)(nil)
	_ desktop.Cursorable = (*tile)(nil)
)

// MouseDown is a finger that comes down.
func (t *tile) MouseDown(e *desktop.MouseEvent) { t.press(t, e) }

// MouseUp is a finger that leaves, wherever it came down.
func (t *tile) MouseUp(e *desktop.MouseEvent) { t.leave(e) }

// Cursor hides the arrow on a screen that is touched.
func (t *tile) Cursor() desktop.Cursor { return t.cursor }

// CreateRenderer draws the mark of a finger.
func (t *tile) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.veil) }

// press takes a finger that came down on a tile. Any touch counts as a sign of life; one that answers 还在看吗 does
// nothing besides.
func (s *screen) press(t *tile, e *desktop.MouseEvent) {
	asked := s.session.At == StillThere
	s.lift()
	s.handle(Event{Kind: Touch})
	if asked || e.Button == desktop.MouseButtonSecondary || e.Button == desktop.MouseButtonTertiary {
		return
	}
	s.hand = hand{pressed: t.target, on: t, since: s.options.Now()}
	if t.tapped != nil {
		t.veil.Show()
		t.veil.Refresh()
	}
}

// release takes a finger that left, at a position of the window.
func (s *screen) release(e *desktop.MouseEvent) {
	t := s.hand.pressed
	s.lift()
	if t.tapped == nil || s.frame.scale == 0 {
		return
	}
	if t.place.has(e.AbsolutePosition.X/s.frame.scale, e.AbsolutePosition.Y/s.frame.scale, slack) {
		t.tapped()
	}
}

// lift forgets the finger.
func (s *screen) lift() {
	if t := s.hand.on; t != nil {
		t.veil.Hide()
	}
	s.hand = hand{}
}

// held tells, as time passes, that a finger has rested long enough on the unit's name.
func (s *screen) held(now time.Time) {
	if s.hand.pressed.hold && now.Sub(s.hand.since) >= holdTime {
		s.lift()
		s.handle(Event{Kind: LongPress})
	}
}
