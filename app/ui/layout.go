package ui

import "fyne.io/fyne/v2"

// columnsLayout is a grid whose columns are equally wide and whose rows are as high as their highest object.
type columnsLayout struct {
	count int
	gap   float32
}

func (l columnsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var widest, height float32
	shown := visible(objects)
	for _, object := range shown {
		widest = max(widest, object.MinSize().Width)
	}
	for first := 0; first < len(shown); first += l.count {
		height += rowHeight(shown[first:min(len(shown), first+l.count)])
		if first > 0 {
			height += l.gap
		}
	}
	return fyne.NewSize(widest*float32(l.count)+l.gap*float32(l.count-1), height)
}

func (l columnsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := (size.Width - l.gap*float32(l.count-1)) / float32(l.count)
	shown := visible(objects)
	var y float32
	for first := 0; first < len(shown); first += l.count {
		row := shown[first:min(len(shown), first+l.count)]
		height := rowHeight(row)
		for i, object := range row {
			object.Resize(fyne.NewSize(width, height))
			object.Move(fyne.NewPos(float32(i)*(width+l.gap), y))
		}
		y += height + l.gap
	}
}

func rowHeight(row []fyne.CanvasObject) float32 {
	var height float32
	for _, object := range row {
		height = max(height, object.MinSize().Height)
	}
	return height
}

// Flowing sets objects side by side at their own widths, in one line where the width has room for it, else in columns.
func Flowing(width, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	if line := Line(gap, objects...); line.MinSize().Width <= width {
		return line
	}
	return ColumnsIn(width, gap, objects...)
}

// frameLayout puts objects along the edges and gives what is left to the middle.
type frameLayout struct{ top, bottom, left, right, middle fyne.CanvasObject }

func least(object fyne.CanvasObject) fyne.Size {
	if object == nil || !object.Visible() {
		return fyne.Size{}
	}
	return object.MinSize()
}

func (l frameLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	top, bottom, left, right, middle := least(l.top), least(l.bottom), least(l.left), least(l.right), least(l.middle)
	return fyne.NewSize(
		max(top.Width, bottom.Width, left.Width+middle.Width+right.Width),
		top.Height+bottom.Height+max(left.Height, middle.Height, right.Height))
}

func (l frameLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	top, bottom, left, right := least(l.top).Height, least(l.bottom).Height, least(l.left).Width, least(l.right).Width
	place := func(object fyne.CanvasObject, x, y, width, height float32) {
		if object != nil {
			object.Resize(fyne.NewSize(max(0, width), max(0, height)))
			object.Move(fyne.NewPos(x, y))
		}
	}
	inner := size.Height - top - bottom
	place(l.top, 0, 0, size.Width, top)
	place(l.bottom, 0, size.Height-bottom, size.Width, bottom)
	place(l.left, 0, top, left, inner)
	place(l.right, size.Width-right, top, right, inner)
	place(l.middle, left, top, size.Width-left-right, inner)
}

// Fitting stacks objects with a gap, each as high as it asks for; where that is more than there is, those that can
// scroll share what is left. It fills the width.
func Fitting(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: fittingLayout{gap}, Objects: objects}
}

// Stretchy is an object that would like to be higher than it must be.
type Stretchy interface {
	Wanted() float32
}

type fittingLayout struct{ gap float32 }

func (l fittingLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, object := range visible(objects) {
		size.Width = max(size.Width, object.MinSize().Width)
		size.Height += object.MinSize().Height
		if i > 0 {
			size.Height += l.gap
		}
	}
	return size
}

func (l fittingLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	shown := visible(objects)
	room := size.Height - l.MinSize(objects).Height // to be shared by those that want more than their least
	var wanting float32
	for _, object := range shown {
		wanting += more(object)
	}
	share := float32(1)
	if wanting > room {
		share = max(0, room) / max(1, wanting)
	}
	var y float32
	for _, object := range shown {
		height := object.MinSize().Height + more(object)*share
		object.Resize(fyne.NewSize(size.Width, height))
		object.Move(fyne.NewPos(0, y))
		y += height + l.gap
	}
}

func more(object fyne.CanvasObject) float32 {
	if s, ok := object.(Stretchy); ok {
		return max(0, s.Wanted()-object.MinSize().Height)
	}
	return 0
}
