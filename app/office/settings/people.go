package settings

import (
	"strings"

	"fyne.io/fyne/v2"

	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/desk"
)

// The pages inside of 人员; any other page is somebody's ID.
const (
	newPage      = "new"
	passwordPage = "password"
	leavePage    = "leave/"
)

// peopleList lists everybody with office, duty, roles, dates and the state of the key.
type peopleList struct{ form }

func newPeople(s *Settings) section {
	page := s.page()
	if page == passwordPage {
		return newPassword(s)
	}
	if s.isOne(data.Admin) {
		if id, ok := strings.CutPrefix(page, leavePage); ok {
			if p, there := s.facts.person(id); there {
				return newLeaving(s, p)
			}
		}
		if p, there := s.facts.person(page); there || page == newPage {
			return newPerson(s, p)
		}
	}
	return &peopleList{s.forAdmins()}
}

func (l *peopleList) object() fyne.CanvasObject {
	links := ui.Line(18, ui.NewLink(l.t("settings.password"), func() { l.env.Go(l.route(peopleSection + "/" + passwordPage)) }))
	if l.may {
		links.Add(ui.NewLink(l.t("wizard.people.add"), func() { l.env.Go(l.route(peopleSection + "/" + newPage)) }))
	}
	columns := []column{
		{l.t("wizard.person.name"), 1.5},
		{l.t("wizard.person.office"), 2},
		{l.t("wizard.person.duty"), 2},
		{l.t("settings.person.roles"), 2.2},
		{l.t("settings.person.dates"), 2.4},
		{l.t("settings.person.key"), 1.4},
		{"", 1.9},
	}
	var now, gone [][]fyne.CanvasObject
	for _, p := range l.facts.people {
		row := l.row(p)
		if p.Until != "" && p.Until < l.today() {
			gone = append(gone, row)
		} else {
			now = append(now, row)
		}
	}
	cards := []fyne.CanvasObject{l.adminsMay(), ui.Card(l.t("settings.people"), links, sheet(columns, now))}
	if len(gone) > 0 {
		cards = append(cards, ui.Card(l.t("settings.people.gone"), nil, sheet(columns, gone)))
	}
	return stack(cards...)
}

func (l *peopleList) row(p data.Person) []fyne.CanvasObject {
	var links fyne.CanvasObject = ui.Space(1, 1)
	if l.may {
		line := ui.Line(12, ui.NewLink(l.t("settings.edit"), func() { l.env.Go(l.route(peopleSection + "/" + p.ID)) }))
		if p.InOffice(l.today()) {
			line.Add(ui.NewLinkIn(l.t("settings.leave"), ui.SizeText, ui.SecondInk(), func() { l.env.Go(l.route(peopleSection + "/" + leavePage + p.ID)) }))
		}
		links = line
	}
	return []fyne.CanvasObject{
		cell(p.Name), muted(l.facts.office(p.OfficeID)), muted(p.Duty),
		cell(l.roles(p.Roles)), muted(l.span(p.From, p.Until)), l.key(p), links,
	}
}

// key tells whether the person can sign, in words on a tone.
func (l *peopleList) key(p data.Person) fyne.CanvasObject {
	state := l.facts.keys[p.ID]
	tones := map[desk.KeyState]ui.Tone{desk.KeyGood: ui.Good, desk.KeyOver: ui.Plain, desk.KeyMissing: ui.Bad}
	if !p.InOffice(l.today()) && state == desk.KeyGood { // the days of office decide
		state = desk.KeyOver
	}
	return badge(l.t("settings.key."+string(state)), tones[state])
}
