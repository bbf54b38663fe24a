package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// RailItem is one area in the rail at the left of the desk, with a count of what waits in it.
type RailItem struct {
	widget.BaseWidget
	keyboard
	count    string
	selected bool
	hovered  bool
	least    fyne.Size

	ground, edge, dot *canvas.Rectangle
	label, number     *canvas.Text
}

var (
	_ fyne.Tappable     = (*RailItem)(nil)
	_ fyne.Focusable    = (*RailItem)(nil)
	_ desktop.Hoverable = (*RailItem)(nil)
)

// NewRailItem makes an area of the rail; tapped opens it.
func NewRailItem(text string, tapped func()) *RailItem {
	r := &RailItem{
		keyboard: newKeyboard(tapped, 6), least: fyne.NewSize(163, 40),
		ground: canvas.NewRectangle(Clear()), edge: canvas.NewRectangle(Clear()), dot: canvas.NewRectangle(Clear()),
		label: Text(text, SizeText, Ink()), number: Bold("", SizeSmall, White()),
	}
	r.ground.CornerRadius, r.dot.CornerRadius, r.edge.CornerRadius = 6, 10, 2
	r.number.Alignment = fyne.TextAlignCenter
	r.self = r
	r.ExtendBaseWidget(r)
	return r
}

// NewContentsItem makes a page of a list of contents: lower than an area of the rail, and as wide as its words ask for.
func NewContentsItem(text string, tapped func()) *RailItem {
	r := NewRailItem(text, tapped)
	r.least = fyne.NewSize(r.label.MinSize().Width+24, 30)
	return r
}

// SetSelected marks the area that is open.
func (r *RailItem) SetSelected(on bool) {
	r.selected = on
	r.Refresh()
}

// SetCount shows how much waits; nothing for an empty text.
func (r *RailItem) SetCount(count string) {
	r.count = count
	r.Refresh()
}

// Tapped opens the area.
func (r *RailItem) Tapped(*fyne.PointEvent) { r.act() }

// MouseIn shows that the area can be pressed.
func (r *RailItem) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.Refresh() }

// MouseMoved does nothing; the interface asks for it.
func (r *RailItem) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the mark of MouseIn back.
func (r *RailItem) MouseOut() { r.hovered = false; r.Refresh() }

// CreateRenderer gives the renderer of the area.
func (r *RailItem) CreateRenderer() fyne.WidgetRenderer { return &railRenderer{item: r} }

type railRenderer struct{ item *RailItem }

func (r *railRenderer) Destroy() {}

func (r *railRenderer) MinSize() fyne.Size { return r.item.least }

func (r *railRenderer) Objects() []fyne.CanvasObject {
	i := r.item
	return []fyne.CanvasObject{i.ground, i.edge, i.label, i.dot, i.number, i.ring}
}

func (r *railRenderer) Layout(size fyne.Size) {
	i := r.item
	i.ground.Resize(size)
	i.ring.Resize(size)
	i.edge.Resize(fyne.NewSize(3, size.Height))
	text := i.label.MinSize()
	i.label.Move(fyne.NewPos(12, (size.Height-text.Height)/2))
	i.label.Resize(text)
	width := max(19, i.number.MinSize().Width+11)
	i.dot.Resize(fyne.NewSize(width, 19))
	i.dot.Move(fyne.NewPos(size.Width-width-12, (size.Height-19)/2))
	i.number.Resize(fyne.NewSize(width, 19))
	i.number.Move(fyne.NewPos(size.Width-width-12, (size.Height-19)/2))
}

func (r *railRenderer) Refresh() {
	i := r.item
	i.label.Color, i.ground.FillColor, i.edge.FillColor = Ink(), Clear(), Clear()
	i.label.TextStyle.Bold = i.selected
	switch {
	case i.selected:
		i.label.Color, i.ground.FillColor, i.edge.FillColor = DeepRed(), Selected(), Red()
	case i.hovered:
		i.ground.FillColor = Ground()
	}
	i.number.Text, i.dot.FillColor = i.count, Clear()
	if i.count != "" {
		i.dot.FillColor = Red()
	}
	r.Layout(i.Size())
	for _, object := range r.Objects() {
		object.Refresh()
	}
}

// Rail is the column at the left: brand, areas, and who is signed in at the foot.
func Rail(brand, areas, foot fyne.CanvasObject) *fyne.Container {
	edge := canvas.NewRectangle(Hairline())
	edge.SetMinSize(fyne.NewSize(1, 1))
	ground := canvas.NewRectangle(White())
	ground.SetMinSize(fyne.NewSize(184, 1))
	body := Frame(Pad(18, 12, 18, 8, brand), Pad(0, 14, 18, 18, foot), nil, nil, Pad(0, 0, 10, 10, areas))
	return Frame(nil, nil, nil, edge, container.NewStack(ground, body))
}
