package wizard

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/app/words"
)

// note is a paragraph that begins where the labels do.
func note(w words.Words, text string) fyne.CanvasObject {
	return ui.Note(text, w.Language == words.English)
}

// flowing lets a paragraph of English break between words only; Chinese breaks between any two characters.
func flowing(w words.Words, paragraph *widget.Label) *widget.Label {
	if w.Language == words.English {
		paragraph.Wrapping = fyne.TextWrapWord
	}
	return paragraph
}

// entry is a line to type in. It has no OnSubmitted: Enter ends a word in a Chinese input method and submits nothing.
func entry(hint string) *widget.Entry {
	e := widget.NewEntry()
	e.SetPlaceHolder(hint)
	return e
}

// wide gives an object at least that width.
func wide(width float32, object fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(ui.Space(width, 36), object)
}

// complaint is the place beside a group of fields where it says what is missing.
type complaint struct {
	words words.Words
	place *fyne.Container
	text  string
}

func newComplaint(w words.Words) *complaint {
	c := &complaint{words: w, place: container.NewStack()}
	c.place.Hide()
	return c
}

// show says what is missing; nothing for an empty text. It tells whether the group is complete.
func (c *complaint) show(text string) bool {
	ink, _ := ui.Bad.Colours()
	c.put(text, ui.AccentCard(ink, ui.Pad(-9, -9, -7, -7, flowing(c.words, ui.Paragraph(text)))))
	return text == ""
}

// hint says it calmly, while one is still typing.
func (c *complaint) hint(text string, tone ui.Tone) {
	ink, _ := tone.Colours()
	c.put(text, ui.Text(text, ui.SizeText, ink))
}

func (c *complaint) put(text string, view fyne.CanvasObject) {
	c.text = text
	c.place.Objects = []fyne.CanvasObject{view}
	c.place.Hidden = text == ""
	c.place.Refresh()
}

// scrolled lets an object scroll. The few pixels around it keep the edges of cards inside of what is painted.
func scrolled(object fyne.CanvasObject, after func(time.Duration, func()) func()) (*container.Scroll, fyne.CanvasObject) {
	scroll := ui.ScrollingForm(ui.Pad(4, 8, 4, 4, object), after)
	return scroll, ui.Pad(-4, 0, -4, -4, scroll)
}

// narrow keeps its one object at most that wide, in the middle.
type narrow struct{ most float32 }

func (n narrow) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (n narrow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width, n.most)
	objects[0].Resize(fyne.NewSize(width, size.Height))
	objects[0].Move(fyne.NewPos((size.Width-width)/2, 0))
}

// shares sets objects side by side, each with its share of the width.
type shares []float32

const shareGap float32 = 10

func (s shares) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, object := range objects {
		least := object.MinSize()
		size.Width += min(least.Width, 60) + shareGap
		size.Height = max(size.Height, least.Height)
	}
	return size
}

func (s shares) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var all float32
	for _, share := range s {
		all += share
	}
	room := size.Width - shareGap*float32(len(objects)-1)
	var x float32
	for i, object := range objects {
		width := room * s[i] / all
		object.Resize(fyne.NewSize(width, size.Height))
		object.Move(fyne.NewPos(x, 0))
		x += width + shareGap
	}
}
