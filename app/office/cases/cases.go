// Package cases is the area 意见办理: the list of what came in (opinions, topics, applications, questions), the form on
// which one is registered, the page of one with what was done about it, the place where what visitors sent is fetched,
// and what appraisal rounds have come to.
//
// What was written, and by whom, may be whistle-blowing. It is on the page of one opinion alone, for those who may read
// it, and is gone from there when the page is left or the desk locked; no list, title or message repeats a word of it.
package cases

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/data/desk"
)

// mostRows is how many opinions the list shows at once; the filter narrows it.
const mostRows = 500

// The pages of the area beside the list, as its routes name them.
const (
	FetchSection  = "fetch"  // what visitors sent at the lobby's screen
	RoundsSection = "rounds" // appraisal rounds; the ID of one after a stroke
)

// List is the list of opinions with a filter by kind and state.
type List struct {
	env    screen.Env
	loader *ui.Loader
	kind   *ui.Select
	state  *ui.Select
	table  *ui.Table
	panel  *ui.TablePanel
	sheet  *fyne.Container
	count  *canvas.Text
	root   fyne.CanvasObject
	shown  []data.Opinion
}

var _ screen.Screen = (*List)(nil)

// NewList makes the list.
func NewList(env screen.Env) *List {
	w := env.Words
	l := &List{env: env, loader: env.Loader.Again()}
	options := []string{w.T("cases.all"), w.T("cases.open")}
	for _, s := range data.OpinionStates() {
		options = append(options, w.T("opinion.state."+string(s)))
	}
	l.kind = ui.NewSelect(append([]string{w.T("cases.kinds")}, kindNames(w)...), nil)
	l.kind.SetSelectedIndex(0)
	l.kind.OnChanged = func(string) { l.Load() }
	l.state = ui.NewSelect(options, nil)
	l.state.SetSelectedIndex(0)
	l.state.OnChanged = func(string) { l.Load() }
	l.table = ui.NewTable([]ui.TableColumn{
		{Title: w.T("items.number"), Share: 1.7},
		{Title: w.T("cases.kind"), Share: 1.4},
		{Title: w.T("cases.received"), Share: 1.2},
		{Title: w.T("cases.way"), Share: 1.2},
		{Title: w.T("cases.item"), Share: 1.3},
		{Title: w.T("items.status"), Share: 1.4},
		{Title: w.T("cases.due"), Share: 1.2},
		{Title: w.T("today.left"), Share: 1.9},
		{Title: w.T("cases.assigned"), Share: 1.5},
	}, l.open)
	l.panel = ui.NewTablePanel("", nil, l.table)
	l.count = ui.Text("", ui.SizeText, ui.SecondInk())
	l.sheet = ui.Fitting(0, l.panel)
	left := ui.Line(14, ui.Bold(w.T("area.cases"), ui.SizeTitle, ui.Ink()), l.count)
	head := ui.Frame(nil, nil, left, l.buttons(), ui.Space(1, 34))
	narrow := ui.Line(10, ui.AtLeast(150, l.kind), ui.AtLeast(150, l.state))
	l.root = ui.Frame(ui.Pad(18, ui.Gap, 22, 22, ui.Column(10, head, narrow)), nil, nil, nil, ui.Pad(0, 18, 22, 22, l.sheet))
	return l
}

// buttons lead to what this person can do beside the list.
func (l *List) buttons() fyne.CanvasObject {
	w, by, today := l.env.Words, l.env.Session.Person(), data.DateOf(l.env.Now())
	to := func(r screen.Route) func() {
		r.Area = screen.Cases
		return func() { l.env.Go(r) }
	}
	right := ui.Line(10, ui.NewButton(w.T("cases.rounds"), to(screen.Route{Section: RoundsSection})))
	if data.OpensMessages(by, today) {
		right.Add(ui.NewButton(w.T("cases.fetch"), to(screen.Route{Section: FetchSection})))
	}
	if data.MayRegisterOpinion(by, today) == nil {
		right.Add(ui.NewPrimary(w.T("cases.register"), to(screen.Route{New: true})))
	}
	return right
}

// kindNames are the kinds in words, in order.
func kindNames(w words.Words) []string {
	var names []string
	for _, kind := range data.WrittenKinds() {
		names = append(names, w.T("message.kind."+string(kind)))
	}
	return names
}

// Object is what the desk shows.
func (l *List) Object() fyne.CanvasObject { return l.root }

// Leave stops what is being read.
func (l *List) Leave() { l.loader.Stop() }

type listed struct {
	opinions []data.Opinion
	total    int
	people   map[string]string
}

func (l *List) filter() desk.OpinionFilter {
	f := desk.OpinionFilter{Limit: mostRows}
	if at := l.kind.SelectedIndex(); at > 0 {
		f.Kind = data.WrittenKinds()[at-1]
	}
	switch at := l.state.SelectedIndex(); {
	case at == 1:
		f.OnlyOpen = true
	case at > 1:
		f.State = data.OpinionStates()[at-2]
	}
	return f
}

// Load reads the opinions that match.
func (l *List) Load() {
	filter := l.filter()
	ui.Load(l.loader, func(ctx context.Context) (listed, error) {
		var read listed
		var err error
		if read.opinions, err = l.env.Desk.Opinions(ctx, filter); err != nil {
			return read, err
		}
		if read.total, err = l.env.Desk.CountOpinions(ctx, filter); err != nil {
			return read, err
		}
		read.people, err = names(ctx, l.env.Desk)
		return read, err
	}, l.show)
}

// names gives everybody's name by ID.
func names(ctx context.Context, d *desk.Desk) (map[string]string, error) {
	people, err := d.People(ctx)
	byID := map[string]string{}
	for _, p := range people {
		byID[p.ID] = p.Name
	}
	return byID, err
}

func (l *List) show(read listed, err error) {
	w, today := l.env.Words, data.DateOf(l.env.Now())
	if err != nil {
		l.env.Refused(err)
		return
	}
	l.shown = read.opinions
	rows := make([][]ui.Cell, len(read.opinions))
	for i, o := range read.opinions {
		left, tone := screen.OpinionLeft(w, l.env.Calendar, o, today)
		rows[i] = []ui.Cell{
			{Text: o.Number, Bold: true},
			{Text: w.T("message.kind." + string(o.Kind))},
			{Text: w.ShortDate(o.ReceivedOn)},
			{Text: w.T("opinion.way." + string(o.Way))},
			{Text: orDash(o.ItemNumber)},
			ui.Toned(w.T("opinion.state."+string(o.State)), screen.OpinionTone(o.State)),
			{Text: w.ShortDate(o.Due)},
			ui.Toned(left, tone),
			{Text: orDash(read.people[o.AssignedID])},
		}
		if !o.IsOpen() {
			rows[i][7] = ui.Cell{Text: left, Muted: true}
		}
	}
	hint := w.T("cases.none")
	if l.state.SelectedIndex() > 0 || l.kind.SelectedIndex() > 0 {
		hint = w.T("cases.nomatch")
	}
	l.panel.SetRows(rows, hint)
	l.sheet.Refresh()
	l.count.Text = w.T("cases.count", read.total)
	if read.total > len(read.opinions) {
		l.count.Text = w.T("cases.countfirst", read.total, len(read.opinions))
	}
	l.root.Refresh()
}

func (l *List) open(row int) {
	if row < len(l.shown) {
		l.env.Go(screen.Route{Area: screen.Cases, Number: l.shown[row].Number})
	}
}

func orDash(text string) string {
	if text == "" {
		return "—"
	}
	return text
}

func typed(entries ...*widget.Entry) bool {
	for _, e := range entries {
		if strings.TrimSpace(e.Text) != "" {
			return true
		}
	}
	return false
}

// headOf is the head line of a page of the area: the way back to the list, and the page's name.
func headOf(env screen.Env, title string) fyne.CanvasObject {
	back := ui.NewLinkIn(env.Words.T("area.cases")+" ›", ui.SizeText, ui.SecondInk(), func() { env.Go(screen.Route{Area: screen.Cases}) })
	return ui.Frame(nil, nil, ui.Line(12, back, ui.Bold(title, ui.SizeTitle, ui.Ink())), nil, ui.Space(1, 34))
}
