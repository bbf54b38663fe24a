package pageview

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
)

// stage is the window onto the page. The wheel scrolls a page that is larger than it and turns to the next at the end;
// with Ctrl it zooms. A tap or the tabulator gives it the keyboard. No gesture is needed for anything.
type stage struct {
	container.Scroll
	preview *Preview
	// beyond is how far a touchpad has moved past the end of the page, and zoomed how far with Ctrl.
	beyond, zoomed float32
}

var (
	_ fyne.Focusable  = (*stage)(nil)
	_ fyne.Tappable   = (*stage)(nil)
	_ fyne.Scrollable = (*stage)(nil)
)

const (
	// notch is what one notch of a mouse wheel moves at least, in device-independent pixels; a touchpad moves in less.
	notch float32 = 20
	// glide is how far a touchpad moves past the end of a page before it turns: a swing that ends on a page must not
	// run through the document.
	glide float32 = 160
	// wheelReach makes a notch move some three lines of text, where Fyne moves one.
	wheelReach float32 = 2.4
	// lineReach is what an arrow key moves, in device-independent pixels.
	lineReach float32 = 60
)

func newStage(p *Preview, content fyne.CanvasObject) *stage {
	s := &stage{preview: p}
	s.Content = content
	s.ExtendBaseWidget(s)
	return s
}

// Scrolled answers the wheel.
func (s *stage) Scrolled(e *fyne.ScrollEvent) {
	if holdsControl() {
		if by := passed(&s.zoomed, e.Scrolled.DY, notch); by != 0 {
			s.preview.stepAt(by, e.Position)
		}
		return
	}
	s.zoomed = 0
	dx, dy := e.Scrolled.DX*wheelReach, e.Scrolled.DY*wheelReach
	if dy == 0 || s.moves(dy) {
		s.beyond = 0
		s.Scroll.Scrolled(&fyne.ScrollEvent{PointEvent: e.PointEvent, Scrolled: fyne.NewDelta(dx, dy)})
		return
	}
	if by := passed(&s.beyond, e.Scrolled.DY, glide); by != 0 {
		s.turn(by)
	}
}

// holdsControl tells whether Ctrl, or on a Mac Cmd, is down.
func holdsControl() bool {
	keyboard, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && keyboard.CurrentKeyModifiers()&(fyne.KeyModifierControl|fyne.KeyModifierSuper) != 0
}

// passed adds a movement to a sum and tells whether that makes a step, +1 or −1: a whole notch does at once, smaller
// movements when they come to enough in one direction.
func passed(sum *float32, by, enough float32) int {
	if *sum*by < 0 {
		*sum = 0
	}
	*sum += by
	if abs(by) < notch && abs(*sum) < enough {
		return 0
	}
	*sum = 0
	if by < 0 {
		return -1
	}
	return 1
}

func abs(v float32) float32 { return float32(math.Abs(float64(v))) }

// moves tells whether the page can still be moved: down the screen where dy is positive, else up.
func (s *stage) moves(dy float32) bool {
	const slack = 1
	if dy > 0 {
		return s.Offset.Y > slack
	}
	return s.Offset.Y < s.lowest()-slack
}

// lowest is the offset at which the page's foot is in sight.
func (s *stage) lowest() float32 { return max(0, s.Content.MinSize().Height-s.Size().Height) }

// turn turns a page: forward to the head of the next, back to the foot of the one before, as one reads on.
func (s *stage) turn(by int) {
	if by < 0 {
		s.preview.View.Next()
		return
	}
	if s.preview.View.Page() > 1 {
		s.preview.View.Previous()
		s.ScrollToOffset(fyne.NewPos(s.Offset.X, s.lowest()))
	}
}

// walk moves the page by a distance, negative towards its foot, and turns at its end.
func (s *stage) walk(dy float32) {
	switch {
	case s.moves(dy):
		y := max(0, min(s.Offset.Y-dy, s.lowest()))
		s.ScrollToOffset(fyne.NewPos(s.Offset.X, y))
	case dy < 0:
		s.turn(-1)
	default:
		s.turn(1)
	}
}

// slide moves an enlarged page sideways; one that is not wider than the stage it turns.
func (s *stage) slide(dx float32) {
	widest := max(0, s.Content.MinSize().Width-s.Size().Width)
	switch {
	case widest > 1:
		s.ScrollToOffset(fyne.NewPos(max(0, min(s.Offset.X-dx, widest)), s.Offset.Y))
	case dx < 0:
		s.preview.View.Next()
	default:
		s.preview.View.Previous()
	}
}

// Tapped takes the keyboard.
func (s *stage) Tapped(*fyne.PointEvent) {
	if holder := fyne.CurrentApp().Driver().CanvasForObject(s); holder != nil {
		holder.Focus(s)
	}
}

// TypedKey turns pages and moves an enlarged one.
func (s *stage) TypedKey(key *fyne.KeyEvent) {
	view := s.preview.View
	switch key.Name {
	case fyne.KeyPageDown:
		view.Next()
	case fyne.KeyPageUp:
		view.Previous()
	case fyne.KeyHome:
		view.GoTo(1)
		s.ScrollToTop()
	case fyne.KeyEnd:
		view.GoTo(view.Pages())
	case fyne.KeyDown:
		s.walk(-lineReach)
	case fyne.KeyUp:
		s.walk(lineReach)
	case fyne.KeyLeft:
		s.slide(lineReach)
	case fyne.KeyRight:
		s.slide(-lineReach)
	case fyne.KeySpace:
		s.walk(lineReach - s.Size().Height)
	}
}

// TypedRune zooms: + and −, and 0 for the page in the window or as wide as it.
func (s *stage) TypedRune(r rune) {
	switch r {
	case '+', '=', '＋':
		s.preview.step(1)
	case '-', '_', '－':
		s.preview.step(-1)
	case '0', '０':
		s.preview.otherFit()
	}
}

// FocusGained shows that the keyboard works here.
func (s *stage) FocusGained() { s.preview.ring.Show() }

// FocusLost takes the sign back.
func (s *stage) FocusLost() { s.preview.ring.Hide() }
