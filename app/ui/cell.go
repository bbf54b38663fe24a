package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// cellView shows one cell and cuts a long text off with … so that no column runs into the next.
type cellView struct {
	widget.BaseWidget
	cell Cell
	row  func() // opens the row
	pill *canvas.Rectangle
	text *canvas.Text
}

func newCellView() *cellView {
	v := &cellView{pill: canvas.NewRectangle(Clear()), text: Text("", SizeText, Ink())}
	v.pill.CornerRadius = 11
	v.ExtendBaseWidget(v)
	return v
}

// Tapped does what the cell's own link says, else opens the row.
func (v *cellView) Tapped(*fyne.PointEvent) {
	switch {
	case v.cell.Press != nil:
		v.cell.Press()
	case v.row != nil:
		v.row()
	}
}

// Cursor shows the hand over a link.
func (v *cellView) Cursor() desktop.Cursor {
	if v.cell.Press != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

func (v *cellView) show(cell Cell) {
	v.cell = cell
	v.Refresh()
}

// CreateRenderer gives the renderer of the cell.
func (v *cellView) CreateRenderer() fyne.WidgetRenderer { return &cellRenderer{view: v} }

type cellRenderer struct{ view *cellView }

func (r *cellRenderer) Destroy() {}

func (r *cellRenderer) MinSize() fyne.Size { return fyne.NewSize(10, 23) }

func (r *cellRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.view.pill, r.view.text}
}

func (r *cellRenderer) Refresh() {
	r.Layout(r.view.Size())
	r.view.pill.Refresh()
	r.view.text.Refresh()
}

func (r *cellRenderer) Layout(size fyne.Size) {
	v, cell := r.view, r.view.cell
	v.text.TextStyle.Bold = cell.Bold
	v.text.TextSize = SizeText
	v.text.Color = Ink()
	v.pill.FillColor = Clear()
	if cell.Muted {
		v.text.Color = SecondInk()
	}
	if cell.Press != nil {
		v.text.Color = Red()
	}
	var inset float32
	if cell.Tone != nil {
		inset = 9
		v.text.Color, v.pill.FillColor = cell.Tone.Colours()
		v.text.TextSize = SizeSmall
	}
	v.text.Text = fit(cell.Text, size.Width-2*inset, v.text.TextSize, v.text.TextStyle)
	least := v.text.MinSize()
	v.pill.Resize(fyne.NewSize(least.Width+2*inset, 23))
	v.pill.Move(fyne.NewPos(0, (size.Height-23)/2))
	if cell.Tone == nil || cell.Text == "" {
		v.pill.Resize(fyne.NewSize(0, 0))
	}
	v.text.Resize(least)
	v.text.Move(fyne.NewPos(inset, (size.Height-least.Height)/2))
}
