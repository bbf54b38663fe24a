package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Select is a pick list with a line around it, like the fields that one types into.
type Select struct {
	widget.Select
}

// NewSelect makes a pick list.
func NewSelect(options []string, changed func(string)) *Select {
	s := &Select{}
	s.Options, s.OnChanged = options, changed
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer draws the line around the list that Fyne draws.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	edge := canvas.NewRectangle(Clear())
	edge.CornerRadius, edge.StrokeWidth = 6, 1
	r := &selectRenderer{WidgetRenderer: s.Select.CreateRenderer(), edge: edge}
	edge.StrokeColor = theme.Color(theme.ColorNameInputBorder)
	return r
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
