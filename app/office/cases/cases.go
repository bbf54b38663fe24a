// Package cases is the area 意见办理: the list of opinions that came in, the form on which one is registered, and the
// page of one with what was done about it.
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
	"gongkailan/data"
	"gongkailan/data/desk"
)

// mostRows is how many opinions the list shows at once; the filter narrows it.
const mostRows = 500

// List is the list of opinions with a filter by state.
type List struct {
	env    screen.Env
	loader *ui.Loader
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
	l.state = ui.NewSelect(options, nil)
	l.state.SetSelectedIndex(0)
	l.state.OnChanged = func(string) { l.Load() }
	l.table = ui.NewTable([]ui.TableColumn{
		{Title: w.T("items.number"), Share: 1.6},
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
	right := ui.Line(10, ui.AtLeast(176, l.state))
	if data.MayRegisterOpinion(env.Session.Person(), data.DateOf(env.Now())) == nil {
		right.Add(ui.NewPrimary(w.T("cases.register"), func() { env.Go(screen.Route{Area: screen.Cases, New: true}) }))
	}
	head := ui.Frame(nil, nil, left, right, ui.Space(1, 34))
	l.root = ui.Frame(ui.Pad(18, ui.Gap, 22, 22, head), nil, nil, nil, ui.Pad(0, 18, 22, 22, l.sheet))
	return l
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
			{Text: w.ShortDate(o.ReceivedOn)},
			{Text: w.T("opinion.way." + string(o.Way))},
			{Text: orDash(o.ItemNumber)},
			ui.Toned(w.T("opinion.state."+string(o.State)), screen.OpinionTone(o.State)),
			{Text: w.ShortDate(o.Due)},
			ui.Toned(left, tone),
			{Text: orDash(read.people[o.AssignedID])},
		}
		if !o.IsOpen() {
			rows[i][6] = ui.Cell{Text: left, Muted: true}
		}
	}
	hint := w.T("cases.none")
	if l.state.SelectedIndex() > 0 {
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
