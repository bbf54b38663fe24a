package ui

import "fyne.io/fyne/v2"

// Elastic sets objects side by side with a gap between them, each as wide as it would like to be where there is room,
// and narrower by the same part where there is not, down to its least width.
func Elastic(gap float32, least, liked []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: elasticLayout{gap, least, liked}, Objects: objects}
}

type elasticLayout struct {
	gap          float32
	least, liked []float32
}

func (l elasticLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(-l.gap, 0)
	for i, object := range objects {
		size.Width += l.least[i] + l.gap
		size.Height = max(size.Height, object.MinSize().Height)
	}
	return size
}

func (l elasticLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	room, wanted := size.Width-l.MinSize(objects).Width, float32(0)
	for i := range objects {
		wanted += l.liked[i] - l.least[i]
	}
	part := float32(1)
	if wanted > room {
		part = max(0, room) / max(1, wanted)
	}
	var x float32
	for i, object := range objects {
		width := l.least[i] + part*(l.liked[i]-l.least[i])
		object.Resize(fyne.NewSize(width, size.Height))
		object.Move(fyne.NewPos(x, 0))
		x += width + l.gap
	}
}
