package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Notices is the place at the foot of a window where short messages appear: done in green, refused in red. A message
// stays until the next one, or until After has run; nothing has to be pressed away.
type Notices struct {
	// After runs a function later, on the main goroutine.
	After func(time.Duration, func())

	place *fyne.Container
	shown int
	last  string
}

// NewNotices makes the place; after runs a function later, on the main goroutine.
func NewNotices(after func(time.Duration, func())) *Notices {
	return &Notices{After: after, place: container.NewStack()}
}

// Object is what a window shows.
func (n *Notices) Object() fyne.CanvasObject { return n.place }

// Last gives the text of the message that was shown last.
func (n *Notices) Last() string { return n.last }

// Done tells that something was done.
func (n *Notices) Done(text string) { n.show(text, Good, 6*time.Second, nil) }

// DoneWith tells that something was done, and offers what one may want to do next.
func (n *Notices) DoneWith(text, action string, do func()) {
	ink, _ := Good.Colours()
	n.show(text, Good, 12*time.Second, NewLinkIn(action, SizeText, ink, do))
}

// Refused tells that something was not done and why; it stays long enough to be read twice.
func (n *Notices) Refused(text string) { n.show(text, Bad, 20*time.Second, nil) }

// Clear takes the message away.
func (n *Notices) Clear() {
	n.place.Objects = nil
	n.place.Refresh()
}

func (n *Notices) show(text string, tone Tone, stay time.Duration, action fyne.CanvasObject) {
	ink, ground := tone.Colours()
	sheet := canvas.NewRectangle(ground)
	sheet.StrokeColor, sheet.StrokeWidth, sheet.CornerRadius = ink, 1, Radius
	message := Paragraph(text)
	n.last = text
	n.shown++
	mine := n.shown
	right := Line(18, NewLinkIn("✕", SizeText, ink, n.Clear))
	if action != nil {
		right = Line(18, action, NewLinkIn("✕", SizeText, ink, n.Clear))
	}
	n.place.Objects = []fyne.CanvasObject{Pad(0, 10, 22, 22, container.NewStack(sheet,
		container.NewBorder(nil, nil, nil, Pad(0, 0, 4, 14, right), Pad(2, 2, 8, 2, message))))}
	n.place.Refresh()
	n.After(stay, func() {
		if n.shown == mine {
			n.Clear()
		}
	})
}
