// Package today is the first area of the desk: what waits for this person, what goes up and comes down today, and what
// is nearly due. Each row opens the thing itself, and each deadline shows its proof.
package today

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/office/packstrip"
	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/data"
)

// Today is the screen of the area.
type Today struct {
	env     screen.Env
	loader  *ui.Loader
	cards   *fyne.Container
	waiting *ui.TablePanel
	due     *ui.TablePanel
	tables  *fyne.Container
	packs   *packstrip.Strip
	root    *fyne.Container

	shown  facts
	proven string // the item whose proof is unfolded
}

var (
	_ screen.Screen  = (*Today)(nil)
	_ screen.Printer = (*Today)(nil)
	_ screen.Packer  = (*Today)(nil)
)

// New makes the screen.
func New(env screen.Env) *Today {
	w := env.Words
	t := &Today{env: env, loader: env.Loader.Again(), cards: ui.Columns(4, ui.Gap)}
	t.waiting = ui.NewTablePanel(w.T("today.waiting"), nil, ui.NewTable([]ui.TableColumn{
		{Title: w.T("items.number"), Share: 1.4},
		{Title: w.T("items.title"), Share: 3.9},
		{Title: w.T("items.office"), Share: 1.4},
		{Title: w.T("today.do"), Share: 1.7},
		{Title: w.T("items.audience"), Share: 1.7},
		{Title: w.T("today.since"), Share: 1.3},
	}, t.open))
	all := ui.NewLink(w.T("today.all"), func() {
		env.Go(screen.Route{Area: screen.Items, Status: string(data.Published)})
	})
	t.due = ui.NewTablePanel(w.T("today.due"), all, ui.NewTable([]ui.TableColumn{
		{Title: w.T("items.number"), Share: 1.4},
		{Title: w.T("items.title"), Share: 3.9},
		{Title: w.T("items.office"), Share: 1.4},
		{Title: w.T("today.left"), Share: 1.7},
		{Title: w.T("today.duty"), Share: 2.4},
		{Title: "", Share: 1.0},
	}, t.openDue))
	t.tables = ui.Fitting(ui.Gap, t.waiting, t.due)
	t.packs = packstrip.New(env, func() { t.root.Refresh() })
	t.root = t.layout()
	return t
}

func (t *Today) layout() *fyne.Container {
	w, today := t.env.Words, data.DateOf(t.env.Now())
	date := ui.Text(w.Date(today)+" "+w.Weekday(today)+" · "+w.T(dayKind(t.env.Calendar.Day(today).Counts)), ui.SizeText, ui.SecondInk())
	left := ui.Line(14, ui.Bold(w.T("area.today"), ui.SizeTitle, ui.Ink()), date)
	search := ui.NewSearchLink(w.T("today.search"), func() { t.env.Go(screen.Route{Area: screen.Items, Find: true}) })
	right := ui.Line(ui.Gap, search, ui.NewButton(w.T("today.pack"), t.Print))
	if t.env.Session.Person().Has(data.Clerk, today) {
		right.Add(ui.NewPrimary(w.T("items.new"), func() { t.env.Go(screen.Route{Area: screen.Items, New: true}) }))
	}
	head := ui.Frame(nil, nil, left, right, ui.Space(1, 34))
	return ui.Frame(ui.Pad(18, ui.Gap, 22, 22, ui.Column(0, ui.Column(ui.Gap, head, t.cards), t.packs.Object())), nil, nil, nil,
		// Scrolls where a pack and a message leave too little; what scrolls keeps clear of the edge, which would cut its hairlines.
		ui.Pad(-2, 14, 18, 18, container.NewVScroll(ui.Pad(4, 4, 4, 4, t.tables))))
}

func dayKind(works bool) string {
	if works {
		return "day.works"
	}
	return "day.rests"
}

// Object is what the desk shows.
func (t *Today) Object() fyne.CanvasObject { return t.root }

// Leave stops what is being read and made.
func (t *Today) Leave() {
	t.loader.Stop()
	t.packs.Stop()
}

// Print makes the pack of all that changes on the board today.
func (t *Today) Print() { t.packs.Changes() }

// Pack makes the pack of all that changes on the board today, or of the whole board.
func (t *Today) Pack(whole bool) {
	if whole {
		t.packs.Whole()
		return
	}
	t.packs.Changes()
}

// open opens the item that waits, or beneath the items the opinion.
func (t *Today) open(row int) {
	beneath := row - len(t.shown.waiting)
	switch {
	case beneath < 0:
		t.env.Go(screen.Route{Area: screen.Items, Number: t.shown.waiting[row].Number})
	case beneath < len(t.shown.opinions):
		t.env.Go(screen.Route{Area: screen.Cases, Number: t.shown.opinions[beneath].Number})
	}
}

// Load reads what waits and what is due.
func (t *Today) Load() { ui.Load(t.loader, t.read, t.show) }

func (t *Today) show(f facts, err error) {
	w := t.env.Words
	if err != nil {
		t.env.Notices.Refused(w.Error(err))
		return
	}
	t.shown = f
	t.cards.Objects = t.figures(f)
	t.waiting.SetRows(t.waitingRows(f), t.nothing())
	t.due.SetRows(t.dueRows(f), w.T("today.calm", soon))
	t.unfold()
	t.root.Refresh() // the cards have come, and what is beneath them gives way
}

// nothing says what to do when nothing waits: a clerk can begin something, the others are told that they are done.
func (t *Today) nothing() string {
	if t.env.Session.Person().Has(data.Clerk, data.DateOf(t.env.Now())) {
		return t.env.Words.T("today.none")
	}
	return t.env.Words.T("today.noneread")
}

func (t *Today) waitingRows(f facts) [][]ui.Cell {
	w, today := t.env.Words, data.DateOf(t.env.Now())
	rows := make([][]ui.Cell, 0, len(f.waiting)+len(f.opinions))
	for _, it := range f.waiting {
		status := it.StatusOn(today)
		rows = append(rows, []ui.Cell{
			{Text: it.Number, Muted: true},
			{Text: it.Title, Bold: true},
			{Text: f.offices[it.OfficeID]},
			ui.Toned(w.T("todo."+string(status)), screen.StatusTone(status)),
			{Text: w.T("audience." + string(it.Audience))},
			{Text: t.since(data.DateOf(it.UpdatedAt))},
		})
	}
	for _, o := range f.opinions {
		rows = append(rows, t.opinionRow(o))
	}
	return rows
}

// opinionRow is an opinion that waits: how it came in, what is to be done and in how many days; never what it says.
func (t *Today) opinionRow(o data.Opinion) []ui.Cell {
	w := t.env.Words
	left, tone := screen.OpinionLeft(w, t.env.Calendar, o, data.DateOf(t.env.Now()))
	return []ui.Cell{
		{Text: o.Number, Muted: true},
		{Text: screen.OpinionAbout(w, o), Bold: true},
		ui.Toned(w.T("message.kind."+string(o.Kind)), ui.Ruling),
		ui.Toned(w.T("today.opinion."+string(o.State)), screen.OpinionTone(o.State)),
		ui.Toned(left, tone),
		{Text: t.since(o.ReceivedOn)},
	}
}

// since says for how many working days something has waited: an item at its stage, an opinion since it came in.
func (t *Today) since(day data.Date) string {
	days := t.env.Calendar.Between(day, data.DateOf(t.env.Now()))
	if days == 0 {
		return t.env.Words.T("today.sincetoday")
	}
	return t.env.Words.T("today.sincedays", days)
}

// openDue opens the item of which something is due.
func (t *Today) openDue(row int) {
	if row < len(t.shown.due) {
		t.env.Go(screen.Route{Area: screen.Items, Number: t.shown.due[row].Item.Number})
	}
}

func (t *Today) dueRows(f facts) [][]ui.Cell {
	w := t.env.Words
	rows := make([][]ui.Cell, len(f.due))
	for i, d := range f.due {
		rows[i] = []ui.Cell{
			{Text: d.Item.Number, Muted: true},
			{Text: d.Item.Title, Bold: true},
			{Text: f.offices[d.Item.OfficeID]},
			t.left(d.Due),
			{Text: w.T("today.duty."+string(d.Kind), w.ShortDate(d.Due), w.Weekday(d.Due))},
			{Text: w.T("today.proof"), Press: func() { t.prove(d.Item.Number) }},
		}
	}
	return rows
}

// left tells how many working days are left, neutrally where the day has passed.
func (t *Today) left(due data.Date) ui.Cell {
	text, tone := screen.DueIn(t.env.Words, t.env.Calendar, due, data.DateOf(t.env.Now()))
	return ui.Toned(text, tone)
}
