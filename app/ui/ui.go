// Package ui holds the look and the widgets of ours that know nothing of disclosure: theme, cards, badges, tables,
// date field, loader and toast.
//
// The tokens are those of the house: calm paper, one red, no decoration. Every widget takes its texts ready-made,
// so the package needs no translations and no field types; a screen puts them together.
package ui

import (
	"image/color"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Sizes of text on the desk, in device-independent pixels.
const (
	SizeText   float32 = 14
	SizeSmall  float32 = 12.5
	SizeCard   float32 = 15
	SizeTitle  float32 = 20
	SizeFigure float32 = 30
)

// Gap is the space between cards; Radius is that of their corners; RowHeight is one row of a table.
const (
	Gap       float32 = 14
	Radius    float32 = 8
	RowHeight float32 = 38
)

// The colours of the house with the contrast that each was chosen for (at least 4.5 : 1 for text).
func Ink() color.Color       { return rgb(0x1F2328) }
func SecondInk() color.Color { return rgb(0x57606A) }
func Red() color.Color       { return rgb(0xB3261E) }
func DeepRed() color.Color   { return rgb(0x9C1C14) }
func Selected() color.Color  { return rgb(0xFBEAE8) }
func Ground() color.Color    { return rgb(0xF6F4F0) }
func Lobby() color.Color     { return rgb(0xEFECE6) }
func Behind() color.Color    { return rgb(0xE9E6E0) }
func White() color.Color     { return rgb(0xFFFFFF) }
func Hairline() color.Color  { return rgb(0xE3DFD8) }
func RowLine() color.Color   { return rgb(0xEFECE6) }
func Green() color.Color     { return rgb(0x14632B) }
func Clear() color.Color     { return color.NRGBA{} }

func rgb(hex uint32) color.Color {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}

// Tone is the pair of colours in which a state is told; the words beside it tell the state too.
type Tone int

const (
	Plain   Tone = iota // 草拟, 已归档
	Waiting             // 待…
	Good                // 公开中, a working day
	Bad                 // 已超, refused
	Ruling              // 待上级审定, 不予公开
)

// Colours gives ink and ground of the tone.
func (t Tone) Colours() (ink, ground color.Color) {
	switch t {
	case Waiting:
		return rgb(0x7A5200), rgb(0xFFF3C4)
	case Good:
		return rgb(0x14632B), rgb(0xDDF4E4)
	case Bad:
		return rgb(0x9C1C14), rgb(0xFDE7E4)
	case Ruling:
		return rgb(0x2F3E8F), rgb(0xE7EAF6)
	default:
		return rgb(0x4A535C), rgb(0xE9ECEF)
	}
}

// Text is one line of text at a size and in a colour.
func Text(text string, size float32, ink color.Color) *canvas.Text {
	t := canvas.NewText(text, ink)
	t.TextSize = size
	return t
}

// Bold is one line of bold text.
func Bold(text string, size float32, ink color.Color) *canvas.Text {
	t := Text(text, size, ink)
	t.TextStyle.Bold = true
	return t
}

// Serif is one line in the bold serif face of titles.
func Serif(text string, size float32, ink color.Color) *canvas.Text {
	t := Text(text, size, ink)
	t.FontSource = serifBold()
	return t
}

// Paragraph is text that wraps: between any two characters where it is Chinese, else between words.
func Paragraph(text string) *widget.Label {
	label := widget.NewLabel(text)
	label.Wrapping = fyne.TextWrapWord
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		label.Wrapping = fyne.TextWrapBreak
	}
	return label
}

// Muted is a paragraph in the second ink.
func Muted(text string) *widget.Label {
	label := Paragraph(text)
	label.Importance = widget.LowImportance
	return label
}

// Shortened is one line in the second ink that takes the room it is given, and ends in … where that is too little.
func Shortened(text string) fyne.CanvasObject {
	label := widget.NewLabel(text)
	label.Importance, label.Truncation = widget.LowImportance, fyne.TextTruncateEllipsis
	return Midway(label)
}

// Wrong is a paragraph in red that says what is wrong.
func Wrong(text string) *widget.Label {
	label := Paragraph(text)
	label.Importance = widget.DangerImportance
	return label
}

// Flush takes away the space that a label keeps around its text, so that it lines up with other text.
func Flush(label *widget.Label) *fyne.Container { return Pad(-7, -7, -7, -7, label) }
