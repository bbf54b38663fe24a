package settings

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/desk"
)

// succession shows somebody's open work by office, and asks who takes it over.
type succession struct {
	*form
	place *fyne.Container
	parts []part
}

// part is the open work of one office; only other clerks of that office can take it (S2).
type part struct {
	office  string
	numbers []string
	heirs   []data.Person
	heir    *ui.Select
}

func newSuccession(f *form) *succession {
	return &succession{form: f, place: container.NewStack()}
}

// load reads the person's open work.
func (c *succession) load(id string) {
	c.parts, c.place.Objects = nil, nil
	ui.Load(c.asker, func(ctx context.Context) ([]data.Item, error) { return c.env.Desk.OpenWork(ctx, id) },
		func(items []data.Item, err error) {
			if err != nil {
				c.env.Refused(err)
				return
			}
			c.show(items)
		})
}

func (c *succession) show(items []data.Item) {
	if len(items) == 0 {
		c.place.Objects = []fyne.CanvasObject{c.note(c.t("settings.handover.nothing"))}
		c.place.Refresh()
		return
	}
	at := map[string]int{}
	for _, it := range items {
		i, ok := at[it.OfficeID]
		if !ok {
			i = len(c.parts)
			at[it.OfficeID] = i
			heirs := data.Heirs(it, c.facts.people, c.today())
			c.parts = append(c.parts, part{
				office: c.facts.office(it.OfficeID), heirs: heirs, heir: c.pick(c.heirNames(heirs), -1),
			})
		}
		c.parts[i].numbers = append(c.parts[i].numbers, it.Number)
	}
	c.place.Objects = []fyne.CanvasObject{ui.Column(12, c.list(items), c.choices())}
	c.place.Refresh()
	c.form.place.Refresh()
}

func (c *succession) heirNames(heirs []data.Person) []string {
	names := make([]string, len(heirs))
	for i, p := range heirs {
		names[i] = p.Name
		if p.Duty != "" {
			names[i] = c.t("settings.day.person", p.Name, p.Duty)
		}
	}
	return names
}

// shownWork is how many items are listed; the others are counted.
const shownWork = 12

func (c *succession) list(items []data.Item) fyne.CanvasObject {
	columns := []column{{c.t("items.number"), 1.2}, {c.t("items.title"), 5}, {c.t("items.office"), 1.8}, {c.t("items.status"), 1.8}}
	var rows [][]fyne.CanvasObject
	for _, it := range items[:min(len(items), shownWork)] {
		rows = append(rows, []fyne.CanvasObject{
			muted(it.Number), cell(it.Title), muted(c.facts.office(it.OfficeID)), muted(c.t("status." + string(it.StatusOn(c.today())))),
		})
	}
	if more := len(items) - shownWork; more > 0 {
		rows = append(rows, []fyne.CanvasObject{ui.Space(1, 1), muted(c.t("settings.handover.more", more)), ui.Space(1, 1), ui.Space(1, 1)})
	}
	return sheet(columns, rows)
}

func (c *succession) choices() fyne.CanvasObject {
	var fields []fyne.CanvasObject
	for _, p := range c.parts {
		label := c.t("settings.handover.part", p.office, len(p.numbers))
		if len(p.heirs) == 0 {
			fields = append(fields, ui.Field(label, ui.Flush(ui.Wrong(c.t("settings.handover.noheir")))))
			continue
		}
		fields = append(fields, ui.Field(label, p.heir))
	}
	return ui.Columns(2, 14, fields...)
}

// gifts is who gets what, as chosen. Work that has somebody to go to must go to somebody.
func (c *succession) gifts() ([]desk.Given, error) {
	var gifts []desk.Given
	var open []string
	for _, p := range c.parts {
		at := p.heir.SelectedIndex()
		switch {
		case at >= 0:
			gifts = append(gifts, desk.Given{Numbers: p.numbers, ToID: p.heirs[at].ID})
		case len(p.heirs) > 0:
			open = append(open, p.office)
		}
	}
	if len(open) > 0 {
		return nil, data.Refuse(data.ErrInvalid, "handover.choose", strings.Join(open, c.t("list.comma")))
	}
	return gifts, nil
}
