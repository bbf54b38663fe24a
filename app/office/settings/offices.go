package settings

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// officeForm is the list of offices: to add to, to rename, to order, and to remove from what nobody needs.
type officeForm struct {
	form
	rows []officeRow
	list *fyne.Container
}

// officeRow is an office as typed; people and items keep its ID, so that a new name moves nobody.
type officeRow struct {
	id    string
	entry *widget.Entry
}

func newOffices(s *Settings) section {
	f := &officeForm{form: s.forAdmins(), list: container.NewStack()}
	for _, o := range s.facts.offices {
		f.rows = append(f.rows, officeRow{o.ID, f.entry(o.Name)})
	}
	return f
}

func (f *officeForm) object() fyne.CanvasObject {
	var add fyne.CanvasObject
	if f.may {
		add = ui.NewLink(f.t("wizard.offices.add"), f.add)
	}
	f.draw()
	return stack(f.adminsMay(), ui.Card(f.t("settings.offices"), add, ui.Column(12,
		f.note(f.t("settings.offices.note")), f.list, f.saving(f.keep))))
}

func (f *officeForm) draw() {
	columns := []column{{"", 0.4}, {f.t("wizard.offices.hint"), 5}, {f.t("settings.offices.people"), 1.2}, {"", 2.6}}
	rows := make([][]fyne.CanvasObject, len(f.rows))
	for i, r := range f.rows {
		rows[i] = []fyne.CanvasObject{muted(strconv.Itoa(i + 1)), r.entry, muted(f.staff(r.id)), f.links(i)}
	}
	f.list.Objects = []fyne.CanvasObject{sheet(columns, rows)}
	f.list.Refresh()
}

// staff tells how many people of today belong to the office.
func (f *officeForm) staff(id string) string {
	n := 0
	for _, p := range f.facts.inOffice(f.today()) {
		if p.OfficeID == id && id != "" {
			n++
		}
	}
	return f.t("settings.offices.count", n)
}

func (f *officeForm) links(i int) fyne.CanvasObject {
	if !f.may {
		return ui.Space(1, 1)
	}
	link := func(key string, do func()) fyne.CanvasObject {
		return ui.NewLinkIn(f.t(key), ui.SizeText, ui.SecondInk(), do)
	}
	line := ui.Line(14)
	if i > 0 {
		line.Add(link("settings.up", func() { f.swap(i, i-1) }))
	}
	if i < len(f.rows)-1 {
		line.Add(link("settings.down", func() { f.swap(i, i+1) }))
	}
	line.Add(link("wizard.remove", func() { f.remove(i) }))
	return line
}

func (f *officeForm) add() {
	f.rows = append(f.rows, officeRow{"", f.entry("")})
	f.touch()
	f.draw()
}

func (f *officeForm) swap(i, j int) {
	f.rows[i], f.rows[j] = f.rows[j], f.rows[i]
	f.touch()
	f.draw()
}

func (f *officeForm) remove(i int) {
	f.rows = slices.Delete(f.rows, i, i+1)
	f.touch()
	f.draw()
}

func (f *officeForm) keep() {
	var offices []data.Office
	for _, r := range f.rows {
		if name := trimmed(r.entry); name != "" || r.id != "" {
			offices = append(offices, data.Office{ID: r.id, Name: name})
		}
	}
	f.act(func(ctx context.Context) error { return f.env.Session.SaveOffices(ctx, offices) }, officesSection, f.t("settings.saved"))
}
