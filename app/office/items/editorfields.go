package items

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/reports"
)

// formPart is what one field of a template is filled in with.
type formPart interface {
	key() string
	object() fyne.CanvasObject
	value() reports.Value
	// judge shows what is to be mended, by the places of the faults: where the person has typed, or everywhere.
	judge(faults map[string]string, all bool)
	// find gives what stands at the place, ready to be typed into; nil where it is no place of this field.
	find(place string) fyne.CanvasObject
}

// isShort tells whether two such fields have room side by side.
func isShort(f reports.Field) bool {
	short := []reports.FieldType{reports.DateField, reports.MonthField, reports.NumberField, reports.MoneyField, reports.PersonField}
	return slices.Contains(short, f.Type) || len(f.Options) > 0
}

// slot is one text of a form: a field, or a cell of a row.
type slot struct {
	field   reports.Field
	at      string // its place in faults
	input   fyne.CanvasObject
	read    func() string
	marks   *markNote // of a text of several lines
	wrong   *fyne.Container
	said    string
	touched bool
	changed func() // what is typed goes into its row; nil for a field of its own
	whole   fyne.CanvasObject
}

var _ formPart = (*slot)(nil)

// newSlot makes the input of a field under its name. At is the place without the template: the key, or key, row and
// column.
func newSlot(t *wording, f reports.Field, at []string, text string) *slot {
	w := t.editor.page.env.Words
	s := &slot{field: f, at: reports.Place(append([]string{t.template.Code}, at...)...), wrong: container.NewStack()}
	s.wrong.Hide()
	touched := func(string) {
		s.touched = true
		if s.changed != nil {
			s.changed()
		}
		t.editor.changed()
	}
	switch {
	case f.Type == reports.DateField:
		s.dated(t, text, touched)
	case len(f.Options) > 0:
		s.choice(f, text, touched)
	default:
		s.typed(t, text, touched)
	}
	named := []string{t.template.Code, at[0]}
	if inRow := len(at) > 2; inRow {
		named = append(named, f.Key)
	}
	name := w.Field(named...)
	if f.Optional {
		name = w.T("editor.optional", name)
	}
	under := []fyne.CanvasObject{s.input, s.wrong}
	if s.marks != nil {
		under = append(under, s.marks.place)
	}
	s.whole = ui.Field(name, ui.Column(3, under...))
	return s
}

// dated takes a date; one that cannot be read stays as it was typed and is told.
func (s *slot) dated(t *wording, text string, touched func(string)) {
	date := t.editor.page.env.DateField()
	date.SetDate(text)
	s.input, s.read = date, func() string {
		if read := date.Date(); read != "" {
			return read
		}
		return date.Entry.Text
	}
	typed := date.Entry.OnChanged
	date.Entry.OnChanged = func(text string) {
		typed(text)
		touched(text)
	}
}

// choice takes one of few texts.
func (s *slot) choice(f reports.Field, text string, touched func(string)) {
	pick := ui.NewSelect(f.Options, nil)
	pick.Selected = text
	pick.OnChanged = touched
	s.input, s.read = pick, func() string { return pick.Selected }
}

// typed takes a text.
func (s *slot) typed(t *wording, text string, touched func(string)) {
	entry := widget.NewEntry()
	if s.field.Type == reports.TextField {
		entry = ui.Area("", 3)
		s.marks = newMarkNote(t.editor.page, "field", entry)
	}
	if s.field.Type == reports.MonthField {
		entry.SetPlaceHolder("1986-10")
	}
	entry.SetText(text)
	entry.OnChanged = touched
	s.input, s.read = entry, func() string { return entry.Text }
}

func (s *slot) key() string { return s.field.Key }

func (s *slot) object() fyne.CanvasObject { return s.whole }

func (s *slot) value() reports.Value { return reports.Value{Text: s.read()} }

func (s *slot) judge(faults map[string]string, all bool) {
	said := ""
	if all || s.touched {
		said = faults[s.at]
	}
	if s.marks != nil {
		s.marks.look()
	}
	if date, ok := s.input.(*ui.DateField); ok && strings.TrimSpace(s.read()) != "" && date.Date() == "" {
		said = "" // the field itself says that this is no date
	}
	if said == s.said {
		return
	}
	s.said = said
	show(s.wrong, said)
}

func (s *slot) find(place string) fyne.CanvasObject {
	if place != s.at {
		return nil
	}
	return s.focus()
}

// focus is what is typed into.
func (s *slot) focus() fyne.CanvasObject {
	if date, ok := s.input.(*ui.DateField); ok {
		return date.Entry
	}
	return s.input
}

// show puts words in red into a place, or takes them away.
func show(place *fyne.Container, said string) {
	place.Objects = nil
	if said != "" {
		place.Objects = []fyne.CanvasObject{ui.Pad(-7, -7, -7, -7, ui.Wrong(said))}
	}
	place.Hidden = said == ""
	place.Refresh()
}
