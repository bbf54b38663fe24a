package settings

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// handing is who stands in for whom, and the handing over of open work.
type handing struct {
	form
	others      []data.Person // who could act meanwhile
	to          *ui.Select
	roles       map[data.Role]*widget.Check
	from, until *ui.DateField
	reason      *widget.Entry
	over        *handover
}

func newHanding(s *Settings) section {
	h := &handing{form: form{Settings: s, may: true}, roles: map[data.Role]*widget.Check{}}
	by := s.env.Session.Person()
	h.others = slices.DeleteFunc(s.facts.inOffice(s.today()), func(p data.Person) bool { return p.ID == by.ID })
	h.to, h.reason = h.pick(s.labels(h.others), -1), h.entry("")
	for _, role := range data.Delegable() {
		if by.Has(role, s.today()) {
			h.roles[role] = h.check(s.t("role."+string(role)), true)
		}
	}
	h.from, h.until = h.date(s.today()), h.date("")
	h.over = newHandover(s)
	h.over.other = func() bool { return h.changed }
	h.changed = false
	return h
}

func (h *handing) dirty() bool { return h.changed || h.over.changed }

func (h *handing) object() fyne.CanvasObject {
	return stack(h.listCard(), h.giveCard(), h.over.card())
}

func (h *handing) listCard() fyne.CanvasObject {
	if len(h.facts.delegations) == 0 {
		return ui.Card(h.t("settings.delegations"), nil, h.note(h.t("settings.delegations.none")))
	}
	columns := []column{
		{h.t("settings.delegation.from"), 1.4},
		{h.t("settings.delegation.to"), 1.4},
		{h.t("settings.delegation.roles"), 1.6},
		{h.t("settings.delegation.period"), 2.6},
		{h.t("settings.delegation.reason"), 2},
		{h.t("items.status"), 1.2},
		{"", 0.9},
	}
	var rows [][]fyne.CanvasObject
	for _, d := range slices.Backward(h.facts.delegations) {
		rows = append(rows, h.row(d))
	}
	return ui.Card(h.t("settings.delegations"), nil, sheet(columns, rows))
}

func (h *handing) row(d data.Delegation) []fyne.CanvasObject {
	tones := map[data.DelegationState]ui.Tone{data.DelegationAhead: ui.Waiting, data.DelegationInForce: ui.Good}
	state := d.StateOn(h.today())
	var end fyne.CanvasObject = ui.Space(1, 1)
	if d.MayEnd(h.env.Session.Person(), h.today()) {
		end = ui.NewLink(h.t("settings.delegation.end"), func() { h.end(d.ID) })
	}
	giver, _ := h.facts.person(d.FromID)
	taker, _ := h.facts.person(d.ToID)
	return []fyne.CanvasObject{
		cell(giver.Name), cell(taker.Name), cell(h.Settings.roles(d.Roles)), muted(h.span(d.From, d.Until)), muted(d.Reason),
		badge(h.t("settings.delegation."+string(state)), tones[state]), end,
	}
}

func (h *handing) end(id string) {
	if h.unsaved(h.dirty()) {
		return
	}
	h.act(func(ctx context.Context) error { return h.env.Session.EndDelegation(ctx, id) },
		handingSection, h.t("settings.delegation.endeddone"))
}

// giveCard is the form in which a delegation is given, for who has something to give.
func (h *handing) giveCard() fyne.CanvasObject {
	if len(h.roles) == 0 {
		return ui.Card(h.t("settings.delegation.give"), nil, h.note(h.t("settings.delegation.notyours")))
	}
	var checks []fyne.CanvasObject
	for _, role := range data.Delegable() {
		if box, ok := h.roles[role]; ok {
			checks = append(checks, box)
		}
	}
	give := ui.NewPrimary(h.t("settings.delegation.sign"), h.give)
	return ui.Card(h.t("settings.delegation.give"), nil, ui.Column(12,
		ui.Columns(4, 14, ui.Field(h.t("settings.delegation.to"), h.to), ui.Field(h.t("settings.delegation.roles"), ui.Line(6, checks...)),
			ui.Field(h.t("settings.delegation.first"), h.from), ui.Field(h.t("settings.delegation.last"), h.until)),
		ui.Field(h.t("settings.delegation.reason"), h.reason),
		h.note(h.t("settings.delegation.note")), container.NewBorder(nil, nil, nil, give)))
}

// delegation is the delegation as typed.
func (h *handing) delegation() (data.Delegation, error) {
	d := data.Delegation{Reason: trimmed(h.reason)}
	if at := h.to.SelectedIndex(); at >= 0 {
		d.ToID = h.others[at].ID
	}
	for _, role := range data.Delegable() {
		if box, ok := h.roles[role]; ok && box.Checked {
			d.Roles = append(d.Roles, role)
		}
	}
	var err error
	if d.From, err = dateIn(h.from); err != nil {
		return d, err
	}
	d.Until, err = dateIn(h.until)
	return d, err
}

func (h *handing) give() {
	if h.unsaved(h.over.changed) {
		return
	}
	d, err := h.delegation()
	if err != nil {
		h.env.Refused(err)
		return
	}
	h.act(func(ctx context.Context) error {
		_, err := h.env.Session.Delegate(ctx, d)
		return err
	}, handingSection, h.t("settings.delegation.given"))
}

// handover gives the open work of somebody who stays to somebody else: the own work, or for administrators anybody's.
type handover struct {
	form
	people     []data.Person
	who        *ui.Select
	reason     *widget.Entry
	succession *succession
	other      func() bool // something is typed on the same page that is not saved
}

func newHandover(s *Settings) *handover {
	o := &handover{form: form{Settings: s, may: true}}
	by := s.env.Session.Person()
	for _, p := range s.facts.people {
		if p.ID == by.ID || s.isOne(data.Admin) {
			o.people = append(o.people, p)
		}
	}
	own := slices.IndexFunc(o.people, func(p data.Person) bool { return p.ID == by.ID })
	o.succession = newSuccession(&o.form)
	o.who, o.reason = o.pick(s.labels(o.people), own), o.entry("")
	o.who.OnChanged = func(string) { o.load() }
	o.load()
	o.changed = false
	return o
}

func (o *handover) load() {
	if at := o.who.SelectedIndex(); at >= 0 {
		o.succession.load(o.people[at].ID)
	}
}

func (o *handover) card() fyne.CanvasObject {
	return ui.Card(o.t("settings.handover"), nil, ui.Column(12,
		ui.Columns(2, 14, ui.Field(o.t("settings.handover.who"), o.who), ui.Field(o.t("settings.handover.reason"), o.reason)),
		o.succession.place, o.note(o.t("settings.handover.note")),
		container.NewBorder(nil, nil, nil, ui.NewButton(o.t("settings.handover.do"), o.do))))
}

func (o *handover) do() {
	if o.unsaved(o.other()) {
		return
	}
	gifts, err := o.succession.gifts()
	if err == nil && len(gifts) == 0 {
		err = data.Refuse(data.ErrInvalid, "handover.nothing")
	}
	if err != nil {
		o.env.Refused(err)
		return
	}
	from, reason := o.people[o.who.SelectedIndex()].ID, trimmed(o.reason)
	o.act(func(ctx context.Context) error {
		return o.env.Session.HandOver(ctx, from, reason, gifts)
	}, handingSection, o.t("settings.handover.done"))
}
