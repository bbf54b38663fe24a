package wizard

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
)

// officeStep asks for the offices of the unit, which are responsible for the entries of the catalogue.
type officeStep struct {
	words   words.Words
	rows    []*officeRow
	list    *fyne.Container
	missing *complaint
	page    fyne.CanvasObject
	touched bool
}

// officeRow is one office as it is typed. People keep the row, so that renaming an office moves nobody.
type officeRow struct {
	id    string
	entry *widget.Entry
}

func (r *officeRow) title() string { return strings.TrimSpace(r.entry.Text) }

// usual are the offices that a county's bureau has; the first row is where its leaders are.
func usual() []string {
	return []string{"局领导", "办公室", "组织人事股", "机关党委", "党务公开办公室", "纪检监察室"}
}

func newOfficeStep(w words.Words) *officeStep {
	s := &officeStep{words: w, list: container.NewStack(), missing: newComplaint(w)}
	for _, name := range usual() {
		s.rows = append(s.rows, s.newRow("", name))
	}
	s.page = ui.Card(w.T("wizard.offices"), ui.NewLink(w.T("wizard.offices.add"), s.add), ui.Column(12,
		note(w, w.T("wizard.offices.note")), s.missing.place, s.list))
	s.draw()
	return s
}

func (s *officeStep) newRow(id, name string) *officeRow {
	r := &officeRow{id: id, entry: entry(s.words.T("wizard.offices.hint"))}
	r.entry.SetText(name)
	r.entry.OnChanged = func(string) { s.touched = true }
	return r
}

// fill shows the offices that the database holds instead of the usual ones, unless somebody has begun to type.
func (s *officeStep) fill(offices []data.Office) {
	if s.touched || len(offices) == 0 {
		return
	}
	s.rows = nil
	for _, o := range offices {
		s.rows = append(s.rows, s.newRow(o.ID, o.Name))
	}
	s.draw()
}

func (s *officeStep) add() {
	s.touched = true
	s.rows = append(s.rows, s.newRow("", ""))
	s.draw()
}

func (s *officeStep) remove(row *officeRow) {
	s.touched = true
	s.rows = slices.DeleteFunc(s.rows, func(r *officeRow) bool { return r == row })
	s.draw()
}

// draw lays the rows out in two columns.
func (s *officeStep) draw() {
	cells := make([]fyne.CanvasObject, len(s.rows))
	for i, r := range s.rows {
		cells[i] = ui.Pad(3, 3, 0, 0, container.NewBorder(nil, nil, nil,
			ui.Pad(7, 7, 10, 14, ui.NewLinkIn(s.words.T("wizard.remove"), ui.SizeSmall, ui.SecondInk(), func() { s.remove(r) })), r.entry))
	}
	s.list.Objects = []fyne.CanvasObject{container.NewGridWithColumns(2, cells...)}
	s.list.Refresh()
}

// named are the rows that have a name; empty ones are passed over.
func (s *officeStep) named() []*officeRow {
	var named []*officeRow
	for _, r := range s.rows {
		if r.title() != "" {
			named = append(named, r)
		}
	}
	return named
}

func (s *officeStep) offices() []data.Office {
	var offices []data.Office
	for _, r := range s.named() {
		offices = append(offices, data.Office{ID: r.id, Name: r.title()})
	}
	return offices
}

func (s *officeStep) name() string              { return s.words.T("wizard.offices") }
func (s *officeStep) detail() string            { return s.words.T("wizard.offices.count", len(s.named())) }
func (s *officeStep) object() fyne.CanvasObject { return s.page }
func (s *officeStep) enter()                    {}

func (s *officeStep) check() bool {
	offices := s.offices()
	if len(offices) == 0 {
		return s.missing.show(s.words.T("wizard.offices.none"))
	}
	if err := data.CheckOffices(offices); err != nil {
		return s.missing.show(s.words.Error(err))
	}
	return s.missing.show("")
}
