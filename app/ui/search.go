package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// SearchLink looks like a box to search in and leads to the place where one searches.
type SearchLink struct {
	widget.BaseWidget
	keyboard
	text *canvas.Text
}

var (
	_ desktop.Cursorable = (*SearchLink)(nil)
	_ fyne.Focusable     = (*SearchLink)(nil)
)

// NewSearchLink makes the link.
func NewSearchLink(text string, tapped func()) *SearchLink {
	s := &SearchLink{text: Text(text, SizeText, SecondInk()), keyboard: newKeyboard(tapped, 6)}
	s.self = s
	s.ExtendBaseWidget(s)
	return s
}

// Tapped leads there.
func (s *SearchLink) Tapped(*fyne.PointEvent) { s.act() }

// Cursor shows that one will type there.
func (s *SearchLink) Cursor() desktop.Cursor { return desktop.TextCursor }

// CreateRenderer shows the box.
func (s *SearchLink) CreateRenderer() fyne.WidgetRenderer {
	edge := box(White(), theme.Color(theme.ColorNameInputBorder))
	edge.CornerRadius = 6
	return widget.NewSimpleRenderer(ringed(container.NewStack(Space(260, 34), edge, Pad(6, 6, 12, 12, s.text)), s.ring, 0))
}
