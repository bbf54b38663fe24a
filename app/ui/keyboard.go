package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// keyboard lets a widget of ours be reached with the Tab key: it shows when it has the keyboard, and Enter or the space
// bar does what a press does. A widget has it as a field without a name.
type keyboard struct {
	self fyne.CanvasObject
	act  func()
	ring *canvas.Rectangle // around the widget while it has the keyboard
}

// ringWidth is the line that marks what has the keyboard; thick enough to be found without looking for it.
const ringWidth float32 = 2

func newKeyboard(act func(), radius float32) keyboard {
	ring := canvas.NewRectangle(Clear())
	ring.CornerRadius = radius
	return keyboard{act: act, ring: ring}
}

// FocusGained shows that the widget has the keyboard.
func (k *keyboard) FocusGained() {
	k.draw(Red())
}

// FocusLost takes the mark back.
func (k *keyboard) FocusLost() {
	k.draw(Clear())
}

func (k *keyboard) draw(ink color.Color) {
	k.ring.StrokeColor, k.ring.StrokeWidth = ink, ringWidth
	k.ring.Refresh()
}

// TypedRune does nothing; the interface asks for it. The space bar comes as a key, too.
func (k *keyboard) TypedRune(rune) {}

// TypedKey does what a press does on Enter and the space bar, and leaves every other key to the window.
func (k *keyboard) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		k.act()
	default:
		handOn(k.self, key)
	}
}

// handOn gives a key that means nothing to a widget to the window that it is in, as if nothing had the keyboard.
func handOn(from fyne.CanvasObject, key *fyne.KeyEvent) {
	window := fyne.CurrentApp().Driver().CanvasForObject(from)
	if window == nil {
		return
	}
	if take := window.OnTypedKey(); take != nil {
		take(key)
	}
}

// ringLayout puts an object in its place and its ring a little around it, so that words are not touched by the line.
type ringLayout struct{ room float32 }

func (l ringLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (l ringLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(size.AddWidthHeight(2*l.room, 2*l.room))
	objects[1].Move(fyne.NewPos(-l.room, -l.room))
}

func ringed(object fyne.CanvasObject, ring *canvas.Rectangle, room float32) *fyne.Container {
	return &fyne.Container{Layout: ringLayout{room}, Objects: []fyne.CanvasObject{object, ring}}
}
