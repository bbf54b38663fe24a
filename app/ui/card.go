package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// Inset puts equal space around an object.
func Inset(space float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(space, space, space, space), object)
}

// Pad puts space around an object: top, bottom, left, right.
func Pad(top, bottom, left, right float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(top, bottom, left, right), object)
}

// Column stacks objects with a gap between them.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(gap), objects...)
}

// Midway sets an object at the middle of the height that there is; it fills the width.
func Midway(object fyne.CanvasObject) *fyne.Container {
	return container.NewVBox(layout.NewSpacer(), object, layout.NewSpacer())
}

// Line sets objects side by side with a gap between them, each centred in height.
func Line(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(lineLayout{gap: gap}, objects...)
}

// Columns sets objects side by side in so many columns of the same width, with a gap between columns and rows.
func Columns(count int, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(columnsLayout{count: count, gap: gap}, objects...)
}

// ColumnsIn sets objects side by side in as many columns of the same width as that width has room for.
func ColumnsIn(width, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	widest := float32(1)
	for _, object := range objects {
		widest = max(widest, object.MinSize().Width)
	}
	return Columns(max(1, int((width+gap)/(widest+gap))), gap, objects...)
}

// Frame puts objects along the edges of another, with no space between them; any of them may be nil. They follow one
// another as one reads, so that the Tab key goes that way too.
func Frame(top, bottom, left, right, middle fyne.CanvasObject) *fyne.Container {
	l := frameLayout{top: top, bottom: bottom, left: left, right: right, middle: middle}
	var objects []fyne.CanvasObject
	for _, object := range []fyne.CanvasObject{top, left, middle, right, bottom} {
		if object != nil {
			objects = append(objects, object)
		}
	}
	return container.New(l, objects...)
}

// Panel is a white sheet with a hairline and round corners behind an object.
func Panel(object fyne.CanvasObject) *fyne.Container {
	return container.NewStack(box(White(), Hairline()), object)
}

// Card is a panel with a title and, at the right of the title, an optional action.
func Card(title string, action, content fyne.CanvasObject) *fyne.Container {
	head := container.NewBorder(nil, nil, Bold(title, SizeCard, Ink()), action)
	return Panel(Pad(14, 14, 18, 18, Column(10, head, content)))
}

// AccentCard is a card with a coloured edge at the left, for something that wants attention.
func AccentCard(edge color.Color, content fyne.CanvasObject) *fyne.Container {
	bar := canvas.NewRectangle(edge)
	bar.SetMinSize(fyne.NewSize(4, 1))
	bar.CornerRadius = 2
	return container.NewStack(box(White(), Hairline()),
		container.NewBorder(nil, nil, bar, nil, Pad(12, 12, 16, 18, content)))
}

// Badge is a state in words on its tone.
func Badge(text string, tone Tone) *fyne.Container {
	ink, ground := tone.Colours()
	pill := canvas.NewRectangle(ground)
	pill.CornerRadius = 11
	return container.NewStack(pill, Pad(2, 2, 9, 9, Text(text, SizeSmall, ink)))
}

// Hair is a horizontal hairline.
func Hair(ink color.Color) *canvas.Rectangle {
	line := canvas.NewRectangle(ink)
	line.SetMinSize(fyne.NewSize(1, 1))
	return line
}

// Space is an invisible object of a least size.
func Space(width, height float32) *canvas.Rectangle {
	space := canvas.NewRectangle(Clear())
	space.SetMinSize(fyne.NewSize(width, height))
	return space
}

func box(ground, edge color.Color) *canvas.Rectangle {
	r := canvas.NewRectangle(ground)
	r.StrokeColor = edge
	r.StrokeWidth = 1
	r.CornerRadius = Radius
	return r
}

// lineLayout places objects in a row, each at its least size and centred in height.
type lineLayout struct{ gap float32 }

func (l lineLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, object := range visible(objects) {
		least := object.MinSize()
		size.Width += least.Width
		if i > 0 {
			size.Width += l.gap
		}
		size.Height = max(size.Height, least.Height)
	}
	return size
}

func (l lineLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var x float32
	for _, object := range visible(objects) {
		least := object.MinSize()
		object.Resize(least)
		object.Move(fyne.NewPos(x, (size.Height-least.Height)/2))
		x += least.Width + l.gap
	}
}

func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	var shown []fyne.CanvasObject
	for _, object := range objects {
		if object.Visible() {
			shown = append(shown, object)
		}
	}
	return shown
}
