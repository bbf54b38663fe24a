package settings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/desk"
)

// leaving is the page on which somebody's last day is entered: what would be stuck, what is open, who takes it over.
type leaving struct {
	form
	person     data.Person
	last       *ui.DateField
	reason     *widget.Entry
	succession *succession
	stuck      *fyne.Container
}

func newLeaving(s *Settings, p data.Person) section {
	l := &leaving{form: s.forAdmins(), person: p, stuck: container.NewStack()}
	l.last, l.reason = l.date(s.today()), l.entry("")
	l.succession = newSuccession(&l.form)
	l.succession.load(p.ID)
	l.look()
	l.changed = false
	return l
}

func (l *leaving) object() fyne.CanvasObject {
	back := ui.NewLinkIn(l.t("settings.back"), ui.SizeText, ui.SecondInk(), l.back)
	do := ui.NewPrimary(l.t("settings.leave.do"), l.do)
	return ui.Card(l.t("settings.leave.title", l.person.Name), back, ui.Column(12,
		ui.Columns(2, 14, ui.Field(l.t("settings.leave.last"), l.last), ui.Field(l.t("settings.leave.reason"), l.reason)),
		l.note(l.t("settings.leave.note")), l.stuck,
		ui.Bold(l.t("settings.leave.open"), ui.SizeText, ui.Ink()), l.succession.place,
		container.NewBorder(nil, nil, nil, do)))
}

// waiting counts the items that wait for a role.
type waiting map[data.Role]int

// look tells what nobody could do any more, with how much waits for it.
func (l *leaving) look() {
	gone := data.LeftWithout(l.facts.people, l.person, l.today().AddDays(1))
	if len(gone) == 0 {
		return
	}
	ui.Load(l.env.Loader.Again(), func(ctx context.Context) (waiting, error) {
		n := waiting{}
		var err error
		if n[data.Checker], err = l.count(ctx, data.ToCheck); err != nil {
			return n, err
		}
		n[data.Approver], err = l.count(ctx, data.ToApprove)
		return n, err
	}, func(n waiting, err error) {
		if err != nil {
			l.env.Refused(err)
			return
		}
		l.warn(gone, n)
	})
}

func (l *leaving) count(ctx context.Context, status data.Status) (int, error) {
	return l.env.Desk.Count(ctx, desk.Filter{Status: []data.Status{status}})
}

func (l *leaving) warn(gone []data.Role, n waiting) {
	var lines []fyne.CanvasObject
	for _, role := range gone {
		text := l.t("settings.leave.only."+string(role), l.person.Name)
		if n[role] > 0 {
			text = l.t("settings.leave.waits", text, n[role])
		}
		lines = append(lines, ui.Flush(ui.Paragraph(text)))
	}
	ink, _ := ui.Bad.Colours()
	l.stuck.Objects = []fyne.CanvasObject{ui.AccentCard(ink, ui.Column(4, lines...))}
	l.stuck.Refresh()
	l.place.Refresh()
}

func (l *leaving) back() {
	l.changed = false
	l.env.Go(l.route(peopleSection))
}

func (l *leaving) do() {
	last, err := dateIn(l.last)
	if err != nil {
		l.env.Refused(err)
		return
	}
	gifts, err := l.succession.gifts()
	if err != nil {
		l.env.Refused(err)
		return
	}
	id, reason := l.person.ID, trimmed(l.reason)
	l.act(func(ctx context.Context) error { return l.env.Session.Depart(ctx, id, last, reason, gifts) },
		peopleSection, l.t("settings.leave.done", l.person.Name, l.env.Words.Date(last)))
}
