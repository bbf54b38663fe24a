package ui

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Notices is the place at the foot of a window where short messages appear: done in green, refused in red. What was done
// goes away by itself; what was refused stays until it is closed, something else is told or the place is left, because
// whoever looks away for a moment must still find out that nothing happened.
type Notices struct {
	// After runs a function later, on the main goroutine.
	After func(time.Duration, func())

	place *fyne.Container
	shown int
	last  string
	up    bool // a message is in sight
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
func (n *Notices) Done(text string) {
	n.show(text, Good, nil)
	n.fade(6 * time.Second)
}

// DoneWith tells that something was done, and offers what one may want to do next.
func (n *Notices) DoneWith(text, action string, do func()) {
	ink, _ := Good.Colours()
	n.show(text, Good, NewLinkIn(action, SizeText, ink, do))
	n.fade(12 * time.Second)
}

// Refused tells that something was not done and why; it stays until it is closed.
func (n *Notices) Refused(text string) { n.show(text, Bad, nil) }

// Clear takes the message away.
func (n *Notices) Clear() {
	n.up = false
	n.place.Objects = nil
	n.place.Refresh()
}

// flash is how long a message that is told again while it is in sight stands out.
const flash = 500 * time.Millisecond

func (n *Notices) show(text string, tone Tone, action fyne.CanvasObject) {
	ink, ground := tone.Colours()
	sheet := canvas.NewRectangle(ground)
	sheet.StrokeColor, sheet.StrokeWidth, sheet.CornerRadius = ink, 1, Radius
	right := Line(18)
	if action != nil {
		right.Add(action)
	}
	right.Add(NewClose(ink, n.Clear))
	if n.up && n.last == text {
		n.stress(sheet, tone)
	}
	n.last, n.up = text, true
	n.shown++
	n.place.Objects = []fyne.CanvasObject{Pad(0, 10, 22, 22, container.NewStack(sheet,
		container.NewBorder(nil, nil, nil, Pad(0, 0, 4, 14, right), Pad(2, 2, 8, 2, Paragraph(text)))))}
	n.place.Refresh()
}

// stress lets a message stand out for a moment, so that a button that is pressed again is seen to answer again.
func (n *Notices) stress(sheet *canvas.Rectangle, tone Tone) {
	ink, ground := tone.Colours()
	sheet.FillColor, sheet.StrokeWidth = between(ground, ink), 4
	n.After(flash, func() {
		sheet.FillColor, sheet.StrokeWidth = ground, 1
		sheet.Refresh()
	})
}

// between is the first colour with a quarter of the second in it.
func between(first, second color.Color) color.Color {
	a, b := color.NRGBAModel.Convert(first).(color.NRGBA), color.NRGBAModel.Convert(second).(color.NRGBA)
	mix := func(x, y uint8) uint8 { return uint8((3*int(x) + int(y)) / 4) }
	return color.NRGBA{R: mix(a.R, b.R), G: mix(a.G, b.G), B: mix(a.B, b.B), A: 0xFF}
}

// fade takes the message that is in sight away after a time, unless another one has followed.
func (n *Notices) fade(stay time.Duration) {
	mine := n.shown
	n.After(stay, func() {
		if n.shown == mine {
			n.Clear()
		}
	})
}
