package settings

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// lobbyForm is what the lobby's screen offers beside reading, and the rounds of appraisal. What belongs to the lobby and
// is kept elsewhere stands in cards of its own beside these.
type lobbyForm struct {
	form
	kinds []*widget.Check // in the order of data.WrittenKinds: whether messages of the kind are taken
	print *widget.Check
}

func newLobby(s *Settings) section {
	if s.page() != "" {
		return newRound(s)
	}
	f := &lobbyForm{form: s.forKeepers()}
	offer := s.facts.settings.Lobby
	for _, kind := range data.WrittenKinds() {
		f.kinds = append(f.kinds, f.check(s.t("message.kind."+string(kind)), offer.Takes(kind)))
	}
	f.print = f.check(s.t("settings.lobby.print"), offer.Print)
	return f
}

func (f *lobbyForm) object() fyne.CanvasObject {
	return stack(f.keepersMay(), f.offerCard(), f.roundsCard())
}

func (f *lobbyForm) offerCard() fyne.CanvasObject {
	var kinds []fyne.CanvasObject
	for _, check := range f.kinds {
		kinds = append(kinds, check)
	}
	return ui.Card(f.t("settings.lobby.offer"), nil, ui.Column(12,
		f.note(f.t("settings.lobby.kinds")), ui.Columns(len(kinds), 10, kinds...),
		ui.Hair(ui.RowLine()), f.print, f.note(f.t("settings.lobby.printing")), f.saving(f.keep)))
}

func (f *lobbyForm) keep() {
	offer := data.LobbyOffer{Print: f.print.Checked}
	for i, kind := range data.WrittenKinds() {
		if !f.kinds[i].Checked {
			offer.Closed = append(offer.Closed, kind)
		}
	}
	f.changeOpenly(func(now *data.Settings) { now.Lobby = offer }, lobbySection, f.t("settings.saved"))
}

// roundsCard lists the rounds of appraisal, the newest first.
func (f *lobbyForm) roundsCard() fyne.CanvasObject {
	var add fyne.CanvasObject
	if f.may {
		add = ui.NewLink(f.t("settings.round.add"), func() { f.env.Go(f.route(lobbySection + "/" + newRoundPage)) })
	}
	rounds := f.facts.settings.Rounds
	if len(rounds) == 0 {
		return ui.Card(f.t("settings.rounds"), add, f.note(f.t("settings.rounds.none")))
	}
	columns := []column{
		{f.t("settings.round.title"), 3.4}, {f.t("settings.round.period"), 2.4}, {f.t("settings.round.count"), 0.9}, {"", 1.1}, {"", 1.7},
	}
	var rows [][]fyne.CanvasObject
	for _, r := range slices.Backward(rounds) {
		rows = append(rows, []fyne.CanvasObject{
			cell(r.Title), muted(f.span(r.From, r.To)), muted(number(len(r.Questions))), f.roundState(r), f.roundLinks(r),
		})
	}
	return ui.Card(f.t("settings.rounds"), add, ui.Column(12, f.note(f.t("settings.rounds.note")), sheet(columns, rows)))
}

func (f *lobbyForm) roundState(r data.Round) fyne.CanvasObject {
	switch {
	case r.InForce(f.today()):
		return badge(f.t("round.state.now"), ui.Good)
	case r.From > f.today():
		return badge(f.t("round.state.ahead"), ui.Waiting)
	default:
		return badge(f.t("round.state.over"), ui.Plain)
	}
}

func (f *lobbyForm) roundLinks(r data.Round) fyne.CanvasObject {
	if !f.may {
		return ui.Space(1, 1)
	}
	return ui.Line(14,
		ui.NewLink(f.t("settings.edit"), func() { f.env.Go(f.route(lobbySection + "/" + r.ID)) }),
		ui.NewLinkIn(f.t("wizard.remove"), ui.SizeText, ui.SecondInk(), func() { f.removeRound(r.ID) }))
}

func (f *lobbyForm) removeRound(id string) {
	if f.unsaved(f.changed) {
		return
	}
	f.changeOpenly(func(now *data.Settings) {
		now.Rounds = slices.DeleteFunc(slices.Clone(now.Rounds), func(r data.Round) bool { return r.ID == id })
	}, lobbySection, f.t("settings.saved"))
}
