package cases

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/data"
)

// Rounds shows what an appraisal round has come to (S16), and begins the notice of its result.
type Rounds struct {
	env    screen.Env
	loader *ui.Loader // reads
	worker *ui.Loader // drafts
	id     string     // of the round that is shown; "" for the newest that has begun
	pick   *ui.Select
	head   *fyne.Container
	table  *ui.Table
	panel  *ui.TablePanel
	sheet  *fyne.Container
	root   fyne.CanvasObject
	facts  tallied
}

var _ screen.Screen = (*Rounds)(nil)

// NewRounds makes the page; the section may name a round after a stroke.
func NewRounds(env screen.Env, section string) *Rounds {
	w := env.Words
	_, id, _ := strings.Cut(section, "/")
	r := &Rounds{env: env, loader: env.Loader.Again(), worker: env.Loader.Again(), id: id, head: container.NewStack()}
	r.table = ui.NewTable([]ui.TableColumn{
		{Title: w.T("cases.rounds.no"), Share: 0.6},
		{Title: w.T("cases.rounds.question"), Share: 5},
		{Title: w.T("cases.vote.satisfied"), Share: 1.4},
		{Title: w.T("cases.vote.mostly"), Share: 1.4},
		{Title: w.T("cases.vote.unsatisfied"), Share: 1.4},
		{Title: w.T("cases.vote.none"), Share: 1.4},
	}, func(int) {})
	r.panel = ui.NewTablePanel("", nil, r.table)
	r.sheet = ui.Fitting(0, r.panel)
	top := ui.Column(10, headOf(env, w.T("cases.rounds")), r.head)
	r.root = ui.Frame(ui.Pad(18, ui.Gap, 22, 22, top), nil, nil, nil, ui.Pad(0, 18, 22, 22, r.sheet))
	return r
}

// Object is what the desk shows.
func (r *Rounds) Object() fyne.CanvasObject { return r.root }

// Leave stops what is being read.
func (r *Rounds) Leave() { r.loader.Stop() }

// tallied is the rounds that there are, the newest first, and what one of them has come to.
type tallied struct {
	rounds []data.Round
	tally  data.Tally
	entry  string // under which this person may begin the notice of the result, "" for outside the catalogue
	may    bool   // this person may begin it
}

// Load reads the rounds and counts the one that is shown.
func (r *Rounds) Load() { ui.Load(r.loader, r.read, r.show) }

func (r *Rounds) read(ctx context.Context) (tallied, error) {
	settings, err := r.env.Desk.Settings(ctx)
	if err != nil || len(settings.Rounds) == 0 {
		return tallied{}, err
	}
	f := tallied{rounds: slices.Clone(settings.Rounds)}
	slices.SortFunc(f.rounds, func(a, b data.Round) int { return strings.Compare(string(b.From), string(a.From)) })
	if f.tally, err = r.env.Desk.Tally(ctx, r.chosen(f.rounds)); err != nil {
		return f, err
	}
	f.entry, f.may, err = r.entry(ctx)
	return f, err
}

// chosen is the ID of the round to show.
func (r *Rounds) chosen(rounds []data.Round) string {
	today := data.DateOf(r.env.Now())
	if at := slices.IndexFunc(rounds, func(x data.Round) bool { return x.ID == r.id }); at >= 0 {
		return rounds[at].ID
	}
	if at := slices.IndexFunc(rounds, func(x data.Round) bool { return x.From <= today }); at >= 0 {
		return rounds[at].ID
	}
	return rounds[0].ID
}

func (r *Rounds) show(f tallied, err error) {
	w := r.env.Words
	if err != nil {
		r.env.Refused(err)
		return
	}
	r.facts = f
	r.head.Objects = []fyne.CanvasObject{r.headLine()}
	if len(f.rounds) == 0 {
		r.panel.SetRows(nil, w.T("cases.rounds.empty"))
		r.root.Refresh()
		return
	}
	rows := make([][]ui.Cell, len(f.tally.Counts))
	for i, c := range f.tally.Counts {
		rows[i] = []ui.Cell{
			{Text: strconv.Itoa(i + 1), Muted: true},
			{Text: f.tally.Round.Questions[i], Bold: true},
			r.share(c.Satisfied), r.share(c.Mostly), r.share(c.Unsatisfied), r.share(c.Unanswered),
		}
	}
	r.panel.SetRows(rows, "")
	r.sheet.Refresh()
	r.root.Refresh()
}

// share is a count with its part of the ballots, in whole per cent.
func (r *Rounds) share(n int) ui.Cell {
	if r.facts.tally.Ballots == 0 {
		return ui.Cell{Text: "0", Muted: true}
	}
	percent := (200*n + r.facts.tally.Ballots) / (2 * r.facts.tally.Ballots)
	return ui.Cell{Text: r.env.Words.T("cases.rounds.share", n, percent), Muted: n == 0}
}

// headLine is which round is shown, how it stands, and what can be made of it.
func (r *Rounds) headLine() fyne.CanvasObject {
	w := r.env.Words
	if len(r.facts.rounds) == 0 {
		return ui.Frame(nil, nil, nil, ui.NewButton(w.T("cases.rounds.settings"), r.toSettings), ui.Space(1, 34))
	}
	round := r.facts.tally.Round
	var titles []string
	for _, x := range r.facts.rounds {
		titles = append(titles, x.Title)
	}
	r.pick = ui.NewSelect(titles, nil)
	r.pick.SetSelectedIndex(slices.IndexFunc(r.facts.rounds, func(x data.Round) bool { return x.ID == round.ID }))
	r.pick.OnChanged = func(string) {
		r.env.Go(screen.Route{Area: screen.Cases, Section: RoundsSection + "/" + r.facts.rounds[max(0, r.pick.SelectedIndex())].ID})
	}
	left := ui.Line(12, ui.AtLeast(300, r.pick), r.state(round),
		ui.Text(w.T("cases.rounds.ballots", r.facts.tally.Ballots), ui.SizeText, ui.Ink()))
	right := ui.Line(10, ui.NewButton(w.T("cases.rounds.settings"), r.toSettings))
	if r.facts.may && r.facts.tally.Ballots > 0 {
		begin := ui.NewPrimary
		if round.InForce(data.DateOf(r.env.Now())) { // more ballots may come
			begin = ui.NewButton
		}
		right.Add(begin(w.T("cases.rounds.draft"), r.draft))
	}
	period := ui.Text(w.T("cases.rounds.period", w.Date(round.From), w.Date(round.To)), ui.SizeText, ui.SecondInk())
	return ui.Column(8, ui.Frame(nil, nil, left, right, ui.Space(1, 34)), period)
}

func (r *Rounds) state(round data.Round) fyne.CanvasObject {
	w, today := r.env.Words, data.DateOf(r.env.Now())
	switch {
	case round.InForce(today):
		return ui.Badge(w.T("round.state.now"), ui.Good)
	case round.From > today:
		return ui.Badge(w.T("round.state.ahead"), ui.Waiting)
	default:
		return ui.Badge(w.T("round.state.over"), ui.Plain)
	}
}

func (r *Rounds) toSettings() { r.env.Go(screen.Route{Area: screen.Settings, Section: "lobby"}) }
