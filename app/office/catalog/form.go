package catalog

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/app/words"
)

// field is an input under its label.
func field(label string, input fyne.CanvasObject) fyne.CanvasObject {
	return ui.Column(4, ui.Text(label, ui.SizeSmall, ui.SecondInk()), input)
}

// note is a paragraph in the second ink that begins where the labels do; English breaks between words only.
func note(w words.Words, text string) fyne.CanvasObject {
	label := ui.Muted(text)
	if w.Language == words.English {
		label.Wrapping = fyne.TextWrapWord
	}
	return ui.Pad(-6, -6, -7, -7, label)
}

// framed draws the border of an entry around a select, which has none of its own on a white card.
func framed(s *widget.Select) fyne.CanvasObject {
	frame := canvas.NewRectangle(ui.Clear())
	frame.StrokeColor, frame.StrokeWidth, frame.CornerRadius = theme.Color(theme.ColorNameInputBorder), 1, theme.InputRadiusSize()
	return container.NewStack(s, frame)
}

// column is what stands at the right of the table, at least that wide. The few pixels around it keep the edges of cards
// inside of what is painted while it scrolls.
func column(width float32, object fyne.CanvasObject) fyne.CanvasObject {
	scroll := container.NewVScroll(ui.Pad(4, 8, 4, 4, container.NewVBox(object)))
	scroll.SetMinSize(fyne.NewSize(width+8, 100))
	return ui.Pad(-4, 0, ui.Gap-8, -4, scroll)
}

// pick is a select that stands at one of its options.
func pick(options []string, at int) *widget.Select {
	s := widget.NewSelect(options, nil)
	s.SetSelectedIndex(max(at, 0))
	return s
}

// named are the words of codes of the field, in order.
func named[T ~string](c *Catalog, prefix string, codes []T) []string {
	names := make([]string, len(codes))
	for i, code := range codes {
		names[i] = c.env.Words.T(prefix + string(code))
	}
	return names
}
