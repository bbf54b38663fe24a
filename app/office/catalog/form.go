package catalog

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/app/words"
)

// cardWidth is the width of a card beside the table.
const cardWidth float32 = 334

// note is a paragraph in the second ink that begins where the labels do; English breaks between words only.
func note(w words.Words, text string) fyne.CanvasObject {
	return ui.Note(text, w.Language == words.English)
}

// fact is a text under its label, for reading.
func fact(label, text string) fyne.CanvasObject {
	return ui.Field(label, ui.Pad(-6, -6, -7, -7, ui.Paragraph(text)))
}

// column is what stands at the right of the table, at least that wide. The few pixels around it keep the edges of cards
// inside of what is painted while it scrolls.
func column(width float32, object fyne.CanvasObject) fyne.CanvasObject {
	scroll := container.NewVScroll(ui.Pad(4, 8, 4, 4, container.NewVBox(object)))
	scroll.SetMinSize(fyne.NewSize(width+8, 100))
	return ui.Pad(-4, 0, ui.Gap-8, -4, scroll)
}

// sized gives an object at least that width.
func sized(width float32, object fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(ui.Space(width, 34), object)
}

// pick is a select that stands at one of its options.
func pick(options []string, at int) *ui.Select {
	s := ui.NewSelect(options, nil)
	s.SetSelectedIndex(max(at, 0))
	return s
}

// area is a field of several lines with a text in it.
func area(text string, lines int) *widget.Entry {
	e := ui.Area("", lines)
	e.SetText(text)
	return e
}

// named are the words of codes of the field, in order.
func named[T ~string](c *Catalog, prefix string, codes []T) []string {
	names := make([]string, len(codes))
	for i, code := range codes {
		names[i] = c.env.Words.T(prefix + string(code))
	}
	return names
}
