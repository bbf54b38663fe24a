package items

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/ui"
	"gongkailan/reports"
)

// rows is a field that holds a list: each row is a line that says what stands in it, and one at a time is open to be
// filled in, so that forty rows are as calm as one.
type rows struct {
	words *wording
	field reports.Field
	list  []*row
	open  *row // nil for none
	shown int  // so many are on the screen; the others on request
	lines *fyne.Container
	wrong *fyne.Container
	said  string
	whole fyne.CanvasObject
}

// row is one row of the list.
type row struct {
	texts map[string]string
	known bool // it was filled in at once, by pasting or before: what is missing in it may be told
	slots []*slot
	line  *fyne.Container
	told  int // how many faults its line tells of
}

var _ formPart = (*rows)(nil)

// onScreen is how many rows are drawn at first, and how many more on each request.
const onScreen = 40

func newRows(t *wording, f reports.Field, texts []map[string]string) *rows {
	w := t.editor.page.env.Words
	r := &rows{words: t, field: f, shown: onScreen, lines: ui.Column(0), wrong: container.NewStack()}
	r.wrong.Hide()
	for _, one := range texts {
		r.list = append(r.list, &row{texts: maps.Clone(one), known: true})
	}
	name := w.Field(t.template.Code, f.Key)
	if f.Optional {
		name = w.T("editor.optional", name)
	}
	links := ui.Line(14, ui.NewLinkIn(w.T("editor.row.add"), ui.SizeSmall, ui.Red(), r.add),
		ui.NewLinkIn(w.T("editor.row.paste"), ui.SizeSmall, ui.Red(), r.paste))
	r.whole = ui.Column(4, ui.Frame(nil, nil, ui.Text(name, ui.SizeSmall, ui.SecondInk()), links, ui.Space(1, 18)), r.lines, r.wrong)
	if len(r.list) == 0 && !f.Optional {
		r.list = append(r.list, &row{texts: map[string]string{}})
		r.open = r.list[0]
	}
	r.draw()
	return r
}

func (r *rows) key() string { return r.field.Key }

func (r *rows) object() fyne.CanvasObject { return r.whole }

// value gives the rows in which something stands.
func (r *rows) value() reports.Value {
	var v reports.Value
	for _, one := range r.list {
		if !one.isBlank() {
			v.Rows = append(v.Rows, maps.Clone(one.texts))
		}
	}
	return v
}

func (r *row) isBlank() bool {
	for _, text := range r.texts {
		if strings.TrimSpace(text) != "" {
			return false
		}
	}
	return true
}

// draw lays all rows out anew.
func (r *rows) draw() {
	w := r.words.editor.page.env.Words
	r.lines.Objects = nil
	for i, one := range r.list[:min(len(r.list), r.shown)] {
		one.line = ui.Column(0)
		r.drawRow(i)
		r.lines.Add(one.line)
	}
	if rest := len(r.list) - r.shown; rest > 0 {
		r.lines.Add(ui.Pad(6, 6, 0, 0, ui.Line(0, ui.NewLinkIn(w.T("editor.row.more", rest), ui.SizeSmall, ui.Red(), func() {
			r.shown += onScreen
			r.draw()
		}))))
	}
	r.lines.Refresh()
	r.words.editor.relaid()
}

// drawRow draws one row, open or closed.
func (r *rows) drawRow(i int) {
	one := r.list[i]
	head := r.head(i)
	one.slots = nil
	if one != r.open {
		one.line.Objects = []fyne.CanvasObject{head, ui.Hair(ui.RowLine())}
		return
	}
	var cells, long []fyne.CanvasObject
	for _, column := range r.field.Columns {
		cell := newSlot(r.words, column, []string{r.field.Key, strconv.Itoa(i + 1), column.Key}, one.texts[column.Key])
		one.slots = append(one.slots, cell)
		r.follow(one, cell)
		if column.Type == reports.TextField {
			long = append(long, cell.object())
		} else {
			cells = append(cells, cell.object())
		}
	}
	body := ui.Column(6, ui.Columns(2, 10, cells...))
	for _, object := range long {
		body.Add(object)
	}
	one.line.Objects = []fyne.CanvasObject{head, ui.Pad(0, 10, 14, 0, body), ui.Hair(ui.RowLine())}
}

// follow keeps what is typed into a cell in its row.
func (r *rows) follow(one *row, cell *slot) {
	cell.changed = func() { one.texts[cell.field.Key] = cell.read() }
}

// head is the line of a row: its number and what stands in it, and what can be done with it.
func (r *rows) head(i int) fyne.CanvasObject {
	w, one := r.words.editor.page.env.Words, r.list[i]
	link := func(key string, do func()) fyne.CanvasObject {
		return ui.NewLinkIn(w.T(key), ui.SizeSmall, ui.Red(), do)
	}
	links := ui.Line(10)
	if one.told > 0 {
		links.Add(ui.Badge(w.T("editor.faults", one.told), ui.Bad))
	}
	if i > 0 {
		links.Add(link("editor.up", func() { r.swap(i, i-1) }))
	}
	if i+1 < len(r.list) {
		links.Add(link("editor.down", func() { r.swap(i, i+1) }))
	}
	links.Add(link("editor.remove", func() {
		r.list = slices.Delete(r.list, i, i+1)
		r.changed()
	}))
	said := ui.NewCut(r.summary(one), ui.SizeText, ui.Ink())
	if one == r.open {
		said = ui.NewCut(w.T("editor.row.open"), ui.SizeText, ui.SecondInk())
	}
	press := ui.NewPress(ui.Pad(6, 6, 2, 2, ui.Frame(nil, nil, ui.Text(number(i), ui.SizeText, ui.SecondInk()), nil, ui.Pad(0, 0, 6, 0, said))),
		func() { r.turn(one) })
	return ui.Frame(nil, nil, nil, ui.Pad(0, 0, 10, 0, links), press)
}

// summary says what stands in a row.
func (r *rows) summary(one *row) string {
	var texts []string
	for _, column := range r.field.Columns {
		if text := strings.TrimSpace(one.texts[column.Key]); text != "" {
			texts = append(texts, strings.Join(strings.Fields(text), " "))
		}
	}
	if len(texts) == 0 {
		return r.words.editor.page.env.Words.T("editor.row.blank")
	}
	return strings.Join(texts, " · ")
}

// turn opens a row, or closes it again.
func (r *rows) turn(one *row) {
	if one == r.open {
		r.open = nil
	} else {
		r.open = one
	}
	one.known = one.known || !one.isBlank()
	r.draw()
	r.words.judge()
}

func (r *rows) add() {
	one := &row{texts: map[string]string{}}
	r.list = append(r.list, one)
	r.shown = max(r.shown, len(r.list))
	r.open = one
	r.draw()
	r.words.editor.reveal(one.slots[0].focus())
}

func (r *rows) swap(i, j int) {
	r.list[i], r.list[j] = r.list[j], r.list[i]
	r.changed()
}

func (r *rows) changed() {
	if !slices.Contains(r.list, r.open) {
		r.open = nil
	}
	r.draw()
	r.words.editor.changed()
}

// paste puts what was copied from a workbook behind the rows; it can be taken back.
func (r *rows) paste() {
	env := r.words.editor.page.env
	w := env.Words
	names := make([]string, len(r.field.Columns))
	for i, column := range r.field.Columns {
		names[i] = w.Field(r.words.template.Code, r.field.Key, column.Key)
	}
	pasted, err := pastedRows(fyne.CurrentApp().Clipboard().Content(), names)
	if err != nil {
		env.Refused(err)
		return
	}
	before := slices.Clone(r.list)
	r.list = slices.DeleteFunc(r.list, func(one *row) bool { return one.isBlank() })
	for _, cells := range pasted {
		one := &row{texts: map[string]string{}, known: true}
		for i, text := range cells {
			if r.field.Columns[i].Type != reports.TextField {
				text = strings.Join(strings.Fields(text), " ")
			}
			one.texts[r.field.Columns[i].Key] = text
		}
		r.list = append(r.list, one)
	}
	r.open = nil
	r.changed()
	env.Notices.DoneWith(w.T("editor.row.pasted", len(pasted)), w.T("items.marks.undo"), func() {
		r.list = before
		r.changed()
		env.Notices.Clear()
	})
}
