package kiosk

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"gongkailan/app/ui"
)

// easel puts objects onto the screen at places of the design. What comes later lies above.
type easel struct {
	frame   frame
	colours palette
	screen  *screen
	objects []fyne.CanvasObject
	tiles   []*tile
	signs   map[string]int // how many icons of each kind are on it
}

// at gives an object its place.
func (e *easel) at(r rect, object fyne.CanvasObject) {
	k := e.frame.scale
	object.Move(fyne.NewPos(r.x*k, r.y*k))
	object.Resize(fyne.NewSize(r.w*k, r.h*k))
	e.objects = append(e.objects, object)
}

// fill paints an area.
func (e *easel) fill(r rect, ink color.Color) { e.at(r, canvas.NewRectangle(ink)) }

// pill paints an area with round ends.
func (e *easel) pill(r rect, ground, edge color.Color, width float32) {
	shape := canvas.NewRectangle(ground)
	shape.CornerRadius = r.h / 2 * e.frame.scale
	shape.StrokeColor, shape.StrokeWidth = edge, width*e.frame.scale
	e.at(r, shape)
}

// card paints a white card with a hairline.
func (e *easel) card(r rect, ground color.Color) {
	shape := canvas.NewRectangle(ground)
	shape.CornerRadius = radius * e.frame.scale
	shape.StrokeColor, shape.StrokeWidth = e.colours.edge, max(1, e.colours.edgeWidth*e.frame.scale)
	e.at(r, shape)
}

// ring draws a line around a place, so that it stands out among others.
func (e *easel) ring(r rect) {
	shape := canvas.NewRectangle(color.Transparent)
	shape.CornerRadius = radius * e.frame.scale
	shape.StrokeColor, shape.StrokeWidth = e.colours.accent, 5*e.frame.scale
	e.at(r, shape)
}

// edged paints a card with a red edge at its left.
func (e *easel) edged(r rect) {
	const edge = 10
	k := e.frame.scale
	red := canvas.NewRectangle(e.colours.accent)
	red.CornerRadius = radius * k
	e.at(rect{r.x, r.y, 3 * edge, r.h}, red)
	sheet := canvas.NewRectangle(e.colours.card)
	sheet.TopRightCornerRadius, sheet.BottomRightCornerRadius = radius*k, radius*k
	sheet.StrokeColor, sheet.StrokeWidth = e.colours.edge, max(1, e.colours.edgeWidth*k)
	e.at(rect{r.x + edge, r.y, r.w - edge, r.h}, sheet)
}

// write puts one line of text into the middle of a place's height, and gives it back for later changes.
func (e *easel) write(r rect, w writing, text string) *canvas.Text {
	t := w.text(text)
	e.at(r, t)
	return t
}

// serif writes a title in the serif face, its characters a little apart.
func (e *easel) serif(r rect, text string, size float32, ink color.Color) {
	x := r.x
	k := e.frame.scale
	for _, letter := range text {
		t := ui.Serif(string(letter), size*k, ink)
		wide := t.MinSize().Width / k
		e.at(rect{x, r.y, wide, r.h}, t)
		x += wide
		if letter >= 0x2E80 {
			x += size * 0.08
		}
	}
}

// lines writes several lines under each other, each so many units high, and gives the height that they take.
func (e *easel) lines(r rect, w writing, text string, most int, pitch float32) float32 {
	lines := w.lines(text, r.w, most)
	for i, line := range lines {
		e.write(rect{r.x, r.y + float32(i)*pitch, r.w, pitch}, w, line)
	}
	return float32(len(lines)) * pitch
}

// touch makes a place react to a finger.
func (e *easel) touch(r rect, tapped func()) *tile {
	t := e.spare()
	t.target = target{place: r, tapped: tapped}
	t.veil.CornerRadius = radius * e.frame.scale
	t.veil.FillColor = e.colours.pressed
	t.veil.Hide()
	e.at(r, t)
	e.tiles = append(e.tiles, t)
	return t
}

// spare gives a tile of the build before, or a new one where those are used up.
func (e *easel) spare() *tile {
	if n := len(e.tiles); n < len(e.screen.spare) {
		return e.screen.spare[n]
	}
	t := &tile{press: e.screen.press, leave: e.screen.release, cursor: e.screen.cursor(), veil: canvas.NewRectangle(e.colours.pressed)}
	t.ExtendBaseWidget(t)
	e.screen.spare = append(e.screen.spare, t)
	return t
}

// button is a large tile with an icon over a word, or the word alone.
type button struct {
	text    string
	icon    icon
	beside  bool // the icon stands before the word
	primary bool
	event   Event
	first   func() // what is to be done before the event, nil for nothing
}

func (e *easel) button(r rect, b button) {
	ground, ink := e.colours.card, e.colours.ink
	if b.primary {
		ground, ink = e.colours.accent, e.colours.accentInk
	}
	e.card(r, ground)
	w := e.pen(sizeTile*e.screen.enlarged(), ink).strong().centred()
	room := r.w - 24
	if b.beside || len(b.icon) > 0 && r.h < 120 {
		room = r.w - 112 // of it the icon and its distance take 40
	}
	w = w.fitted(b.text, room, sizeSmall)
	text := r
	if len(b.icon) > 0 && r.h < 120 || b.beside {
		const side = 30
		wide := w.wide(b.text) + side + 10
		e.sign(rect{r.x + (r.w-wide)/2 - 4, r.y + (r.h-side)/2, side, side}, b.icon, ink)
		text.x += side + 10
		text.w -= side + 10
	} else if len(b.icon) > 0 && r.h >= 120 {
		side, between := float32(40), float32(14)
		if r.h < 160 {
			side, between = 34, 4
		}
		top := r.y + (r.h-side-between-w.size*1.3)/2
		e.sign(rect{r.x + (r.w-side)/2, top, side, side}, b.icon, ink)
		text = rect{r.x, top + side + between, r.w, w.size * 1.3}
	}
	e.write(text, w, b.text)
	tapped := func() {
		if b.first != nil {
			b.first()
		}
		e.screen.handle(b.event)
	}
	e.touch(r, tapped).back = b.event.Kind == Back || b.event.Kind == Finish
}

// catcher lies under everything and takes touches beside the tiles.
func (e *easel) catcher() { e.touch(rect{0, 0, e.frame.w, e.frame.h}, nil) }

// hidden is the cursor of a screen that is touched; a window on a desk keeps the arrow.
func (s *screen) cursor() desktop.Cursor {
	if s.options.Windowed {
		return desktop.DefaultCursor
	}
	return desktop.HiddenCursor
}
