package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// NewTwoLines is a short text at the middle of its place, on two lines of like length where one does not take it; what
// does not fit then is cut off with ….
func NewTwoLines(text string, size float32, ink color.Color) fyne.CanvasObject {
	first, second := Text(text, size, ink), Text("", size, ink)
	first.Alignment, second.Alignment = fyne.TextAlignCenter, fyne.TextAlignCenter
	return &fyne.Container{Layout: &twoLines{text: text}, Objects: []fyne.CanvasObject{first, second}}
}

type twoLines struct{ text string }

func (l *twoLines) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(10, objects[0].MinSize().Height)
}

func (l *twoLines) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	first, second := objects[0].(*canvas.Text), objects[1].(*canvas.Text)
	height := first.MinSize().Height
	first.Text, second.Text = l.text, ""
	lines := float32(1)
	if fyne.MeasureText(l.text, first.TextSize, first.TextStyle).Width > size.Width {
		runes := []rune(l.text)
		half := min(len(runes), (len(runes)+3)/4*2) // an even number: most Chinese words have two characters
		first.Text = fit(string(runes[:half]), size.Width, first.TextSize, first.TextStyle)
		second.Text = fit(string(runes[half:]), size.Width, first.TextSize, first.TextStyle)
		lines = 2
	}
	const close = 4 // lines of one text stand closer than texts do
	top := (size.Height - lines*height + (lines-1)*close) / 2
	for i, line := range []*canvas.Text{first, second} {
		line.Resize(fyne.NewSize(size.Width, height))
		line.Move(fyne.NewPos(0, top+float32(i)*(height-close)))
		line.Refresh()
	}
}
