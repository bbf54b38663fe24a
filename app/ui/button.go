package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Button is a button with room around its words. The one that asks to be pressed is red; the others are white with a
// line around them, so that they are seen on white too.
type Button struct {
	widget.Button
	focused bool
}

// NewButton makes a plain button.
func NewButton(text string, tapped func()) *Button {
	b := &Button{}
	b.Text, b.OnTapped = text, tapped
	b.ExtendBaseWidget(b)
	return b
}

// NewPrimary makes the button that asks to be pressed; a screen has one at most.
func NewPrimary(text string, tapped func()) *Button {
	b := NewButton(text, tapped)
	b.Importance = widget.HighImportance
	return b
}

// FocusGained shows with a thick line that the button has the keyboard.
func (b *Button) FocusGained() {
	b.focused = true
	b.Button.FocusGained()
}

// FocusLost takes the thick line back.
func (b *Button) FocusLost() {
	b.focused = false
	b.Button.FocusLost()
}

// TypedKey presses the button on Enter, too; Fyne's own knows only the space bar. Other keys are the window's.
func (b *Button) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.Tapped(nil)
	default:
		handOn(b, key)
	}
}

// CreateRenderer draws the line around the button that Fyne draws.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	edge := canvas.NewRectangle(Clear())
	edge.CornerRadius = 6
	r := &buttonRenderer{WidgetRenderer: b.Button.CreateRenderer(), button: b, edge: edge}
	r.draw()
	return r
}

type buttonRenderer struct {
	fyne.WidgetRenderer
	button *Button
	edge   *canvas.Rectangle
}

// buttonRoom is the space that the house adds at both sides of a button's words.
const buttonRoom float32 = 9

func (r *buttonRenderer) MinSize() fyne.Size {
	return r.WidgetRenderer.MinSize().AddWidthHeight(2*buttonRoom, 0)
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.edge.Resize(size)
}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return append(r.WidgetRenderer.Objects(), r.edge)
}

func (r *buttonRenderer) Refresh() {
	r.draw()
	r.WidgetRenderer.Refresh()
}

func (r *buttonRenderer) draw() {
	r.edge.StrokeColor, r.edge.StrokeWidth = theme.Color(theme.ColorNameInputBorder), 1
	primary := r.button.Importance == widget.HighImportance
	switch {
	case r.button.focused && primary: // red on red would not be seen
		r.edge.StrokeColor, r.edge.StrokeWidth = Ink(), ringWidth
	case r.button.focused:
		r.edge.StrokeColor, r.edge.StrokeWidth = Red(), ringWidth
	case primary:
		r.edge.StrokeWidth = 0
	}
	r.edge.Refresh()
}
