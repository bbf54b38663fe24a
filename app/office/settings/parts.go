package settings

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
)

// form is what the sections with fields share: whether they may be changed, and whether something was.
type form struct {
	*Settings
	may     bool
	changed bool
	save    *ui.Button // comes on with the first change; nil where there is none
	echo    func()     // draws again what depends on the fields; nil where nothing does
}

func (f *form) dirty() bool { return f.changed }

// touch notes that something was changed.
func (f *form) touch() {
	f.changed = true
	if f.save != nil {
		f.save.Enable()
	}
	if f.echo != nil {
		f.echo()
	}
}

// entry is a line to type in. Enter submits nothing: it ends a word in a Chinese input method.
func (f *form) entry(text string) *widget.Entry {
	e := widget.NewEntry()
	e.SetText(text)
	e.OnChanged = func(string) { f.touch() }
	if !f.may {
		e.Disable()
	}
	return e
}

// pick is a list of which one thing is picked; at is where it stands, -1 for nowhere.
func (f *form) pick(options []string, at int) *ui.Select {
	p := ui.NewSelect(options, nil)
	p.PlaceHolder = f.t("wizard.person.office.hint")
	if at >= 0 {
		p.SetSelectedIndex(at)
	}
	p.OnChanged = func(string) { f.touch() }
	if !f.may {
		p.Disable()
	}
	return p
}

func (f *form) check(text string, on bool) *widget.Check {
	c := widget.NewCheck(text, nil)
	c.SetChecked(on)
	c.OnChanged = func(bool) { f.touch() }
	if !f.may {
		c.Disable()
	}
	return c
}

// date is a field for a date.
func (f *form) date(d data.Date) *ui.DateField {
	field := f.env.DateField()
	field.SetDate(string(d))
	field.OnChange = func(string) { f.touch() }
	return field
}

// dated puts a date field under its label; for reading, where it may not be changed.
func (f *form) dated(label string, field *ui.DateField) fyne.CanvasObject {
	if !f.may {
		return ui.Field(label, f.entry(field.Entry.Text))
	}
	return ui.Field(label, field)
}

// dateIn reads a date field. What is no date is refused and not taken for none: an end would be lost by a slip.
func dateIn(field *ui.DateField) (data.Date, error) {
	text := strings.TrimSpace(field.Entry.Text)
	if text == "" {
		return "", nil
	}
	return data.ParseDate(text)
}

// saving is the button that saves, off until something was changed, or who may change it where this person may not.
func (f *form) saving(do func()) fyne.CanvasObject {
	if !f.may {
		return ui.Space(1, 1)
	}
	f.save = ui.NewPrimary(f.t("settings.save"), do)
	f.save.Disable()
	return container.NewBorder(nil, nil, nil, f.save)
}

// forAdmins is a form that administrators change, forKeepers one that the 党务公开办公室 changes too.
func (s *Settings) forAdmins() form { return form{Settings: s, may: s.isOne(data.Admin)} }

func (s *Settings) forKeepers() form {
	return form{Settings: s, may: s.isOne(data.Admin, data.Checker)}
}

// whoMay says who may change the section, where this person may not.
func (f *form) whoMay(key string, roles ...data.Role) fyne.CanvasObject {
	if f.may {
		return ui.Space(1, 0)
	}
	ink, _ := ui.Ruling.Colours()
	return ui.AccentCard(ink, ui.Text(f.t(key, f.holders(roles...)), ui.SizeText, ui.Ink()))
}

func (f *form) adminsMay() fyne.CanvasObject { return f.whoMay("settings.who.admin", data.Admin) }

func (f *form) keepersMay() fyne.CanvasObject {
	return f.whoMay("settings.who.keepers", data.Admin, data.Checker)
}

// note is a paragraph in the second ink.
func (s *Settings) note(text string) fyne.CanvasObject {
	return ui.Note(text, s.env.Words.Language == words.English)
}

// stack sets cards under one another; those that are nothing leave no gap.
func stack(cards ...fyne.CanvasObject) fyne.CanvasObject {
	var shown []fyne.CanvasObject
	for _, card := range cards {
		if card != nil && card.MinSize().Height > 1 {
			shown = append(shown, card)
		}
	}
	return ui.Column(ui.Gap, shown...)
}

// column is the head of a column and its share of the width.
type column struct {
	title string
	share float32
}

// sheet is a short table whose rows are all in sight; the page scrolls, not the table.
func sheet(columns []column, rows [][]fyne.CanvasObject) fyne.CanvasObject {
	place := shares{}
	heads := make([]fyne.CanvasObject, len(columns))
	for i, c := range columns {
		place = append(place, c.share)
		heads[i] = ui.Text(c.title, ui.SizeSmall, ui.SecondInk())
	}
	var parts []fyne.CanvasObject
	if slices.ContainsFunc(columns, func(c column) bool { return c.title != "" }) {
		parts = append(parts, container.New(place, heads...), ui.Hair(ui.Hairline()))
	}
	for _, row := range rows {
		parts = append(parts, container.New(place, row...), ui.Hair(ui.RowLine()))
	}
	return container.New(rowsLayout{}, parts...)
}

// cell is a text that is cut off where it does not fit.
func cell(text string) fyne.CanvasObject { return ui.NewCut(text, ui.SizeText, ui.Ink()) }

func muted(text string) fyne.CanvasObject { return ui.NewCut(text, ui.SizeText, ui.SecondInk()) }

func badge(text string, tone ui.Tone) fyne.CanvasObject {
	return container.NewHBox(ui.Badge(text, tone))
}

// shares sets objects side by side, each with its share of the width and at the middle of the height.
type shares []float32

const (
	cellGap   float32 = 10
	rowHeight float32 = 34
)

func (s shares) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := rowHeight
	for _, object := range objects {
		height = max(height, object.MinSize().Height+6)
	}
	return fyne.NewSize(float32(len(objects))*40, height)
}

func (s shares) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var all, x float32
	for _, share := range s {
		all += share
	}
	room := size.Width - cellGap*float32(len(objects)-1)
	for i, object := range objects {
		width := room * s[i] / all
		height := object.MinSize().Height
		object.Resize(fyne.NewSize(width, height))
		object.Move(fyne.NewPos(x, (size.Height-height)/2))
		x += width + cellGap
	}
}

// rowsLayout stacks rows without a gap.
type rowsLayout struct{}

func (rowsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, object := range objects {
		least := object.MinSize()
		size = fyne.NewSize(max(size.Width, least.Width), size.Height+least.Height)
	}
	return size
}

func (rowsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var y float32
	for _, object := range objects {
		height := object.MinSize().Height
		object.Resize(fyne.NewSize(size.Width, height))
		object.Move(fyne.NewPos(0, y))
		y += height
	}
}

// tile is a small square with a text on a ground.
func tile(text string, tone ui.Tone, plain bool) fyne.CanvasObject {
	ink, ground := tone.Colours()
	if plain {
		ink, ground = ui.SecondInk(), ui.Clear()
	}
	back := canvas.NewRectangle(ground)
	back.CornerRadius = 3
	label := ui.Text(text, 11.5, ink)
	label.Alignment = fyne.TextAlignCenter
	return container.NewStack(back, label)
}

func trimmed(e *widget.Entry) string { return strings.TrimSpace(e.Text) }
