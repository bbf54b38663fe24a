package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Field is an input under its label.
func Field(label string, input fyne.CanvasObject) fyne.CanvasObject {
	return Column(4, Text(label, SizeSmall, SecondInk()), input)
}

// Note is a paragraph in the second ink that begins where the labels do. ByWords breaks it between words only, as
// English asks; Chinese breaks between any two characters.
func Note(text string, byWords bool) fyne.CanvasObject {
	label := Muted(text)
	if byWords {
		label.Wrapping = fyne.TextWrapWord
	}
	return Pad(-6, -6, -7, -7, label)
}

// NameWidth is how wide the names of Named are, in points.
const NameWidth float32 = 88

// Named is a name and what stands behind it.
func Named(name string, value fyne.CanvasObject) fyne.CanvasObject {
	label := Column(0, Pad(7, 0, 0, 0, Text(name, SizeText, SecondInk())))
	return Frame(nil, nil, AtLeast(NameWidth, label), nil, value)
}

// Fact is a name and a text behind it, a dash where there is none.
func Fact(name, value string) fyne.CanvasObject {
	if value == "" {
		value = "—"
	}
	return Named(name, Paragraph(value))
}

// Area is an entry of several lines; the Enter key begins a line and submits nothing.
func Area(hint string, lines int) *widget.Entry {
	e := widget.NewMultiLineEntry()
	e.Wrapping = fyne.TextWrapBreak
	e.SetPlaceHolder(hint)
	e.SetMinRowsVisible(lines)
	return e
}

// AtLeast gives an object at least that width, in points.
func AtLeast(width float32, object fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(Space(width, 1), object)
}
