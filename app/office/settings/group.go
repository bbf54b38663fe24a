package settings

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// groupForm is the leading group with the dates of office of everybody who was ever in it (S10), and the form in which
// one member is entered or changed.
type groupForm struct {
	form
	at          int // the member that is being changed, -1 for a new one
	who, duty   *ui.Select
	name        *widget.Entry
	from, until *ui.DateField
	named       *fyne.Container
}

func newGroup(s *Settings) section {
	f := &groupForm{form: s.forKeepers(), at: -1}
	m := data.GroupMember{From: s.today()}
	group := s.facts.settings.Group
	if at, err := strconv.Atoi(s.page()); err == nil && at >= 0 && at < len(group) {
		f.at, m = at, group[at]
	}
	who := slices.IndexFunc(s.facts.people, func(p data.Person) bool { return p.ID == m.PersonID })
	if f.at < 0 {
		who = -2 // nobody is picked yet
	}
	f.who = f.pick(append([]string{f.t("settings.group.other")}, f.labels(s.facts.people)...), who+1)
	var duties []string
	for _, d := range data.GroupDuties() {
		duties = append(duties, f.t("group."+string(d)))
	}
	f.duty = f.pick(duties, slices.Index(data.GroupDuties(), m.Duty))
	f.name = f.entry(m.Name)
	f.from, f.until = f.date(m.From), f.date(m.Until)
	f.changed = false
	return f
}

func (f *groupForm) object() fyne.CanvasObject {
	cards := []fyne.CanvasObject{f.keepersMay(), newDay(f.Settings), f.listCard()}
	if f.may {
		cards = append(cards, f.formCard())
	}
	return stack(cards...)
}

// listCard lists every member, those of today first.
func (f *groupForm) listCard() fyne.CanvasObject {
	group := f.facts.settings.Group
	if len(group) == 0 {
		return ui.Card(f.t("settings.group.all"), nil, f.note(f.t("settings.group.none")))
	}
	columns := []column{{f.t("settings.group.duty"), 1.6}, {f.t("wizard.person.name"), 2}, {f.t("settings.person.dates"), 2.6}, {"", 1.2}, {"", 1.6}}
	var now, before [][]fyne.CanvasObject
	for i, m := range group {
		state := badge(f.t("settings.group.in"), ui.Good)
		if !m.InOffice(f.today()) {
			state = badge(f.t("settings.group.out"), ui.Plain)
		}
		row := []fyne.CanvasObject{
			cell(f.t("group." + string(m.Duty))), cell(m.Called(f.facts.people)), muted(f.span(m.From, m.Until)), state, f.links(i),
		}
		if m.InOffice(f.today()) {
			now = append(now, row)
		} else {
			before = append(before, row)
		}
	}
	return ui.Card(f.t("settings.group.all"), nil, sheet(columns, append(now, before...)))
}

func (f *groupForm) links(i int) fyne.CanvasObject {
	if !f.may {
		return ui.Space(1, 1)
	}
	return ui.Line(14,
		ui.NewLink(f.t("settings.edit"), func() { f.env.Go(f.route(groupSection + "/" + strconv.Itoa(i))) }),
		ui.NewLinkIn(f.t("wizard.remove"), ui.SizeText, ui.SecondInk(), func() { f.remove(i) }))
}

func (f *groupForm) formCard() fyne.CanvasObject {
	title, button := "settings.group.add", "settings.group.addit"
	if f.at >= 0 {
		title, button = "settings.group.change", "settings.save"
	}
	f.named = container.NewStack(ui.Field(f.t("settings.group.name"), f.name))
	f.echo = f.ask
	f.ask()
	save := ui.NewPrimary(f.t(button), f.keep)
	buttons := ui.Line(10, save)
	if f.at >= 0 {
		buttons = ui.Line(10, ui.NewButton(f.t("settings.cancel"), f.cancel), save)
	}
	return ui.Card(f.t(title), nil, ui.Column(12,
		ui.Columns(4, 14, ui.Field(f.t("settings.group.who"), f.who), ui.Field(f.t("settings.group.duty"), f.duty),
			ui.Field(f.t("settings.person.from"), f.from), ui.Field(f.t("settings.person.until"), f.until)),
		f.named, f.note(f.t("settings.group.note")), container.NewBorder(nil, nil, nil, buttons)))
}

// ask asks for a name where the member has no account.
func (f *groupForm) ask() {
	hidden := f.who.SelectedIndex() != 0
	if f.named.Hidden != hidden {
		f.named.Hidden = hidden
		f.place.Refresh()
	}
}

func (f *groupForm) cancel() {
	f.changed = false
	f.env.Go(f.route(groupSection))
}

// member is the member as typed.
func (f *groupForm) member() (data.GroupMember, error) {
	var m data.GroupMember
	var err error
	if m.From, err = dateIn(f.from); err != nil {
		return m, err
	}
	if m.Until, err = dateIn(f.until); err != nil {
		return m, err
	}
	if at := f.duty.SelectedIndex(); at >= 0 {
		m.Duty = data.GroupDuties()[at]
	}
	switch at := f.who.SelectedIndex(); {
	case at == 0:
		m.Name = trimmed(f.name)
	case at > 0:
		m.PersonID = f.facts.people[at-1].ID
	}
	return m, nil
}

func (f *groupForm) keep() {
	m, err := f.member()
	if err != nil {
		f.env.Refused(err)
		return
	}
	f.change(func(now *data.Settings) {
		group := slices.Clone(now.Group)
		if at := f.index(group); at >= 0 {
			group[at] = m
		} else {
			group = append(group, m)
		}
		now.Group = group
	}, groupSection, f.t("settings.saved"))
}

// index finds the member that is being changed in the group as it is now, -1 where it is gone.
func (f *groupForm) index(group []data.GroupMember) int {
	if f.at < 0 {
		return -1
	}
	return slices.Index(group, f.facts.settings.Group[f.at])
}

func (f *groupForm) remove(i int) {
	if f.unsaved(f.changed) {
		return
	}
	gone := f.facts.settings.Group[i]
	f.change(func(now *data.Settings) {
		now.Group = slices.DeleteFunc(slices.Clone(now.Group), func(m data.GroupMember) bool { return m == gone })
	}, groupSection, f.t("settings.saved"))
}
