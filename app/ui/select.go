package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Select is a pick list with a line around it, like the fields that one types into.
type Select struct {
	widget.Select
	edge *canvas.Rectangle
}

// NewSelect makes a pick list.
func NewSelect(options []string, changed func(string)) *Select {
	s := &Select{edge: canvas.NewRectangle(Clear())}
	s.edge.CornerRadius = 6
	s.Options, s.OnChanged = options, changed
	s.ExtendBaseWidget(s)
	return s
}

// FocusGained shows with a thick line that the list has the keyboard.
func (s *Select) FocusGained() {
	s.draw(Red(), ringWidth)
	s.Select.FocusGained()
}

// FocusLost takes the thick line back.
func (s *Select) FocusLost() {
	s.draw(theme.Color(theme.ColorNameInputBorder), 1)
	s.Select.FocusLost()
}

// TypedKey opens the list on Enter, too; the space bar, up and down are Fyne's. Other keys are the window's.
func (s *Select) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		s.Tapped(nil)
	case fyne.KeySpace, fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight:
		s.Select.TypedKey(key)
	default:
		handOn(s, key)
	}
}

func (s *Select) draw(ink color.Color, width float32) {
	s.edge.StrokeColor, s.edge.StrokeWidth = ink, width
	s.edge.Refresh()
}

// CreateRenderer draws the line around the list that Fyne draws.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	s.draw(theme.Color(theme.ColorNameInputBorder), 1)
	return &selectRenderer{WidgetRenderer: s.Select.CreateRenderer(), edge: s.edge}
}

type selectRenderer struct {
	fyne.WidgetRenderer
	edge *canvas.Rectangle
}

func (r *selectRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.edge.Resize(size)
}

func (r *selectRenderer) Objects() []fyne.CanvasObject {
	return append(r.WidgetRenderer.Objects(), r.edge)
}
