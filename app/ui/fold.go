package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Fold is a part of a form under a head that opens and closes it, by a click or with the space bar. Closed, the head says
// in one line what the part holds, so that nobody opens it only to look.
type Fold struct {
	Object *fyne.Container // what a screen shows
	head   *foldHead
	body   fyne.CanvasObject
	place  *fyne.Container // of the body; empty while the part is closed
	turned func()
}

// NewFold puts content under a head; turned is called after the person has opened or closed it.
func NewFold(title string, open bool, content fyne.CanvasObject, turned func()) *Fold {
	f := &Fold{turned: turned, body: Pad(2, 14, 18, 18, content), place: container.NewStack()}
	f.head = newFoldHead(title, func() {
		f.Open(!f.IsOpen())
		f.turned()
	})
	f.Object = Frame(f.head, nil, nil, nil, f.place)
	f.Open(open)
	return f
}

// IsOpen tells whether the content is in sight.
func (f *Fold) IsOpen() bool { return len(f.place.Objects) > 0 }

// Open opens or closes the part.
func (f *Fold) Open(open bool) {
	f.place.Objects = nil
	if open {
		f.place.Objects = []fyne.CanvasObject{f.body}
	}
	f.head.open = open
	f.head.Refresh()
	f.Object.Refresh()
}

// Say sets the line that stands in the head while the part is closed; wrong tells that something in it is to be mended,
// and then it stands there while the part is open too.
func (f *Fold) Say(summary string, wrong bool) {
	f.head.summary, f.head.wrong = summary, wrong
	f.head.Refresh()
}

// foldHead is the line that opens and closes.
type foldHead struct {
	widget.BaseWidget
	summary            string
	open, wrong        bool
	focused, pointedAt bool
	tapped             func()
	name               *canvas.Text
	said               *cellView
	icon               *widget.Icon
	ground             *canvas.Rectangle
}

var (
	_ fyne.Focusable     = (*foldHead)(nil)
	_ desktop.Hoverable  = (*foldHead)(nil)
	_ desktop.Cursorable = (*foldHead)(nil)
)

// foldHeadHeight is the height of a head.
const foldHeadHeight float32 = 44

func newFoldHead(title string, tapped func()) *foldHead {
	h := &foldHead{
		tapped: tapped, name: Bold(title, SizeCard, Ink()), said: newCellView(),
		icon: widget.NewIcon(theme.MenuExpandIcon()), ground: canvas.NewRectangle(Clear()),
	}
	h.ground.CornerRadius, h.said.row = Radius, tapped
	h.ExtendBaseWidget(h)
	return h
}

// Tapped opens or closes the part.
func (h *foldHead) Tapped(*fyne.PointEvent) { h.tapped() }

// FocusGained shows that the space bar works here.
func (h *foldHead) FocusGained() { h.light(true, h.pointedAt) }

// FocusLost takes the mark back.
func (h *foldHead) FocusLost() { h.light(false, h.pointedAt) }

// TypedRune does nothing; the interface asks for it.
func (h *foldHead) TypedRune(rune) {}

// TypedKey opens or closes the part with the space bar.
func (h *foldHead) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeySpace {
		h.tapped()
	}
}

// MouseIn shows that the head can be pressed.
func (h *foldHead) MouseIn(*desktop.MouseEvent) { h.light(h.focused, true) }

// MouseMoved does nothing; the interface asks for it.
func (h *foldHead) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the mark of MouseIn back.
func (h *foldHead) MouseOut() { h.light(h.focused, false) }

// Cursor shows the hand.
func (h *foldHead) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (h *foldHead) light(focused, pointedAt bool) {
	h.focused, h.pointedAt = focused, pointedAt
	h.Refresh()
}

// CreateRenderer shows the sign, the title and the line behind it.
func (h *foldHead) CreateRenderer() fyne.WidgetRenderer {
	sign := container.NewCenter(container.NewGridWrap(fyne.NewSize(18, 18), h.icon))
	left := Line(4, sign, Pad(0, 0, 0, 12, h.name))
	return widget.NewSimpleRenderer(container.NewStack(Space(1, foldHeadHeight), Pad(2, 2, 2, 2, h.ground),
		Pad(0, 0, 12, 18, Frame(nil, nil, left, nil, Midway(container.NewStack(Space(1, 22), h.said))))))
}

// Refresh draws the head as it stands.
func (h *foldHead) Refresh() {
	icon := theme.MenuExpandIcon()
	if h.open {
		icon = theme.MenuDropDownIcon()
	}
	h.icon.SetResource(icon)
	cell := Cell{Text: h.summary, Muted: true}
	switch {
	case h.wrong:
		tone := Bad
		cell = Cell{Text: h.summary, Tone: &tone}
	case h.open:
		cell.Text = ""
	}
	h.said.show(cell)
	h.ground.FillColor = Clear()
	switch {
	case h.focused:
		h.ground.FillColor = theme.Color(theme.ColorNameFocus)
	case h.pointedAt:
		h.ground.FillColor = color.NRGBA{R: 0x1F, G: 0x23, B: 0x28, A: 0x0A}
	}
	h.ground.Refresh()
	h.BaseWidget.Refresh()
}
