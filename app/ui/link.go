package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Link is a short text in red that does something when it is pressed.
type Link struct {
	widget.BaseWidget
	keyboard
	text *canvas.Text
}

var (
	_ desktop.Cursorable = (*Link)(nil)
	_ fyne.Focusable     = (*Link)(nil)
)

// NewLink makes a link.
func NewLink(text string, tapped func()) *Link { return NewLinkIn(text, SizeText, Red(), tapped) }

// NewLinkIn makes a link of a size and colour.
func NewLinkIn(text string, size float32, ink color.Color, tapped func()) *Link {
	l := &Link{text: Text(text, size, ink), keyboard: newKeyboard(tapped, 4)}
	l.self = l
	l.ExtendBaseWidget(l)
	return l
}

// NewClose makes the cross that takes something away. Its sign is the one of our own face, which stands at the middle of
// the line as the words beside it do.
func NewClose(ink color.Color, tapped func()) *Link { return NewLinkIn("×", SizeTitle, ink, tapped) }

// Tapped does what the link says.
func (l *Link) Tapped(*fyne.PointEvent) { l.act() }

// Cursor shows the hand.
func (l *Link) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer shows the text.
func (l *Link) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(ringed(l.text, l.ring, 3))
}

// Press is an area without a look of its own that reacts to a press and shows when the pointer is over it.
type Press struct {
	widget.BaseWidget
	keyboard
	content fyne.CanvasObject
	veil    *canvas.Rectangle
}

var (
	_ desktop.Hoverable = (*Press)(nil)
	_ fyne.Focusable    = (*Press)(nil)
)

// NewPress puts a press around an object.
func NewPress(content fyne.CanvasObject, tapped func()) *Press {
	p := &Press{content: content, veil: canvas.NewRectangle(Clear()), keyboard: newKeyboard(tapped, Radius)}
	p.self = p
	p.veil.CornerRadius = Radius
	p.ExtendBaseWidget(p)
	return p
}

// Tapped does what the area stands for.
func (p *Press) Tapped(*fyne.PointEvent) { p.act() }

// MouseIn shows that the area can be pressed.
func (p *Press) MouseIn(*desktop.MouseEvent) {
	p.veil.FillColor = color.NRGBA{R: 0x1F, G: 0x23, B: 0x28, A: 0x0A}
	p.veil.Refresh()
}

// MouseMoved does nothing; the interface asks for it.
func (p *Press) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the mark of MouseIn back.
func (p *Press) MouseOut() {
	p.veil.FillColor = Clear()
	p.veil.Refresh()
}

// Cursor shows the hand.
func (p *Press) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer shows the object with the veil over it.
func (p *Press) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(ringed(container.NewStack(p.content, p.veil), p.ring, 0))
}
