package settings

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// newRoundPage is the page on which a round is entered; that of one that there is bears its ID.
const newRoundPage = "new"

// roundForm is the form of one appraisal round (S16). Of one that has begun only the last day can be changed: visitors
// have answered its questions.
type roundForm struct {
	form
	id        string // "" for a new one
	begun     bool
	title     *widget.Entry
	questions *widget.Entry // one on each line
	from, to  *ui.DateField
}

func newRound(s *Settings) section {
	f := &roundForm{form: s.forKeepers()}
	round, there := s.facts.settings.Round(s.page())
	if there {
		f.id, f.begun = round.ID, round.From <= s.today()
	}
	f.title = f.entry(round.Title)
	f.title.SetPlaceHolder(s.t("settings.round.titlehint"))
	f.questions = ui.Area(s.t("settings.round.hint"), 10)
	f.questions.SetText(strings.Join(round.Questions, "\n"))
	f.questions.OnChanged = func(string) { f.touch() }
	f.from, f.to = f.date(round.From), f.date(round.To)
	if f.begun || !f.may {
		f.title.Disable()
		f.questions.Disable()
	}
	f.changed = false
	return f
}

func (f *roundForm) object() fyne.CanvasObject {
	name, about := "settings.round.new", "settings.round.note"
	if f.id != "" {
		name = "settings.round.change"
	}
	if f.begun {
		about = "settings.round.begun"
	}
	var from fyne.CanvasObject = f.from
	if f.begun {
		fixed := f.entry(f.from.Entry.Text)
		fixed.Disable()
		from = fixed
	}
	buttons := ui.Line(10, ui.NewButton(f.t("settings.cancel"), f.cancel))
	if f.may {
		f.save = ui.NewPrimary(f.t("settings.save"), f.keep)
		f.save.Disable()
		buttons.Add(f.save)
	}
	return stack(f.keepersMay(), ui.Card(f.t(name), nil, ui.Column(12,
		f.note(f.t(about)), ui.Field(f.t("settings.round.title"), f.title),
		ui.Columns(2, 14, ui.Field(f.t("settings.round.from"), from), f.dated(f.t("settings.round.to"), f.to)),
		ui.Field(f.t("settings.round.questions"), f.questions),
		container.NewBorder(nil, nil, nil, buttons))))
}

func (f *roundForm) cancel() {
	f.changed = false
	f.env.Go(f.route(lobbySection))
}

// round is the round as typed.
func (f *roundForm) round() (data.Round, error) {
	r := data.Round{ID: f.id, Title: trimmed(f.title)}
	var err error
	if r.From, err = dateIn(f.from); err != nil {
		return r, err
	}
	if r.To, err = dateIn(f.to); err != nil {
		return r, err
	}
	for _, line := range strings.Split(f.questions.Text, "\n") {
		if question := strings.TrimSpace(line); question != "" {
			r.Questions = append(r.Questions, question)
		}
	}
	return r, nil
}

func (f *roundForm) keep() {
	round, err := f.round()
	if err != nil {
		f.env.Refused(err)
		return
	}
	f.changeOpenly(func(now *data.Settings) {
		rounds := slices.DeleteFunc(slices.Clone(now.Rounds), func(r data.Round) bool { return f.id != "" && r.ID == f.id })
		rounds = append(rounds, round)
		slices.SortFunc(rounds, func(a, b data.Round) int { return strings.Compare(string(a.From), string(b.From)) })
		now.Rounds = rounds
	}, lobbySection, f.t("settings.saved"))
}
