package ui

import "fyne.io/fyne/v2"

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
