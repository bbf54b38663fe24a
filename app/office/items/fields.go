package items

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
)

// choices are codes of the field with their words, in order.
type choices struct {
	codes []string
	names []string
}

func choicesOf[T ~string](p *Page, prefix string, codes []T) choices {
	var c choices
	for _, code := range codes {
		c.codes = append(c.codes, string(code))
		c.names = append(c.names, p.env.Words.T(prefix+string(code)))
	}
	return c
}

func (c choices) code(name string) string {
	if i := slices.Index(c.names, name); i >= 0 {
		return c.codes[i]
	}
	return ""
}

func (c choices) name(code string) string {
	if i := slices.Index(c.codes, code); i >= 0 {
		return c.names[i]
	}
	return ""
}

// DateField makes a date field of the desk's language.
func DateField(env screen.Env) *ui.DateField { return screen.DateField(env) }

// labelWidth is how wide the names of fields are.
const labelWidth float32 = 88

// field is a name and what stands behind it.
func field(name string, value fyne.CanvasObject) fyne.CanvasObject {
	label := ui.Column(0, ui.Pad(7, 0, 0, 0, ui.Text(name, ui.SizeText, ui.SecondInk())))
	return ui.Frame(nil, nil, container.NewStack(ui.Space(labelWidth, 1), label), nil, value)
}

// fact is a name and a text behind it.
func fact(name, value string) fyne.CanvasObject {
	if value == "" {
		value = "—"
	}
	return field(name, ui.Paragraph(value))
}

// area is an entry of several lines.
func area(hint string, lines int) *widget.Entry {
	e := widget.NewMultiLineEntry()
	e.Wrapping = fyne.TextWrapBreak
	e.SetPlaceHolder(hint)
	e.SetMinRowsVisible(lines)
	return e
}
