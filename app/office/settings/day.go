package settings

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// day answers who was in the leading group on a day and who could check and approve then, by the signed log.
type day struct {
	*Settings
	loader *ui.Loader
	on     *ui.DateField
	answer *fyne.Container
}

func newDay(s *Settings) fyne.CanvasObject {
	d := &day{Settings: s, loader: s.env.Loader.Again(), on: s.env.DateField(), answer: container.NewStack()}
	d.on.SetDate(string(s.today()))
	d.on.OnChange = func(string) { d.ask() }
	d.ask()
	return ui.Card(s.t("settings.day"), nil, ui.Column(12,
		ui.Line(12, ui.Text(s.t("settings.day.which"), ui.SizeText, ui.SecondInk()), ui.AtLeast(180, d.on)), d.answer))
}

func (d *day) ask() {
	on, err := dateIn(d.on)
	if err != nil || on == "" {
		return // the field says so itself
	}
	ui.Load(d.loader, func(ctx context.Context) ([]data.Person, error) { return d.env.Desk.PeopleOn(ctx, on) },
		func(people []data.Person, err error) {
			if err != nil {
				d.env.Refused(err)
				return
			}
			d.show(on, people)
		})
}

func (d *day) show(on data.Date, people []data.Person) {
	columns := []column{{"", 1.4}, {"", 6}}
	var rows [][]fyne.CanvasObject
	add := func(label string, names []string) {
		text := strings.Join(names, d.t("list.comma"))
		if text == "" {
			text = d.t("settings.day.nobody")
		}
		rows = append(rows, []fyne.CanvasObject{muted(label), ui.Flush(ui.Paragraph(text))})
	}
	group := data.GroupOn(d.facts.settings.Group, on)
	for _, duty := range data.GroupDuties() {
		var names []string
		for _, m := range group {
			if m.Duty == duty {
				names = append(names, m.Called(d.facts.people))
			}
		}
		add(d.t("group."+string(duty)), names)
	}
	for _, role := range data.Delegable() {
		add(d.t("settings.day.could."+string(role)), d.powers(role, people, on))
	}
	d.answer.Objects = []fyne.CanvasObject{sheet(columns, rows)}
	d.answer.Refresh()
	d.place.Refresh()
}

// powers names who held the role on the day, and in whose name.
func (d *day) powers(role data.Role, people []data.Person, on data.Date) []string {
	var names []string
	for _, p := range data.PowersOn(role, people, d.facts.delegations, on) {
		name := p.Person.Name
		if p.Person.Duty != "" {
			name = d.t("settings.day.person", name, p.Person.Duty)
		}
		if p.For != nil {
			name = d.t("settings.day.for", p.Person.Name, p.For.Name)
		}
		names = append(names, name)
	}
	return names
}
