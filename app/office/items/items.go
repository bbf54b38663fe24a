// Package items is the area 公开事项: the list of items, and the page of one with its steps, what this person may do to
// it now, and beside it the page as it will hang.
//
// Screens here read through the desk and say what was done; what may be done is the desk's to decide.
package items

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/data/desk"
)

// Tone gives the colours in which a status is told.
func Tone(s data.Status) ui.Tone {
	switch s {
	case data.ToCheck, data.ToApprove, data.ToDecide, data.ToSuperior, data.Approved:
		return ui.Waiting
	case data.Published:
		return ui.Good
	case data.Returned:
		return ui.Bad
	case data.Withholding, data.WithheldWait, data.Withheld:
		return ui.Ruling
	default:
		return ui.Plain
	}
}

// mostRows is how many items the list shows at once; a search narrows it.
const mostRows = 500

// List is the list of items with a search box and a filter by status.
type List struct {
	env    screen.Env
	loader *ui.Loader
	query  *widget.Entry
	status *ui.Select
	table  *ui.Table
	panel  *ui.TablePanel
	sheet  *fyne.Container
	count  *canvas.Text
	root   fyne.CanvasObject
	shown  []data.Item
	names  map[string]data.Status
	later  func()
}

var _ screen.Screen = (*List)(nil)

// NewList makes the list, narrowed to the route's query and status at first.
func NewList(env screen.Env, r screen.Route) *List {
	w := env.Words
	l := &List{env: env, loader: env.Loader.Again(), names: map[string]data.Status{}, later: func() {}}
	l.query = widget.NewEntry()
	l.query.SetPlaceHolder(w.T("items.search"))
	l.query.SetText(r.Query)
	options := []string{w.T("items.all")}
	for _, s := range data.Statuses() {
		name := w.T("status." + string(s))
		l.names[name] = s
		options = append(options, name)
	}
	l.status = ui.NewSelect(options, nil)
	l.status.SetSelectedIndex(0)
	if r.Status != "" {
		l.status.SetSelected(w.T("status." + r.Status))
	}
	l.query.OnChanged = l.typed
	l.status.OnChanged = func(string) { l.Load() }
	l.table = ui.NewTable([]ui.TableColumn{
		{Title: w.T("items.number"), Share: 1.1},
		{Title: w.T("items.title"), Share: 4},
		{Title: w.T("items.office"), Share: 1.3},
		{Title: w.T("items.status"), Share: 1.5},
		{Title: w.T("items.audience"), Share: 1.3},
		{Title: w.T("items.period"), Share: 2.3},
	}, l.open)
	l.panel = ui.NewTablePanel("", nil, l.table)
	l.count = ui.Text("", ui.SizeText, ui.SecondInk())
	l.root = l.layout()
	return l
}

func (l *List) layout() fyne.CanvasObject {
	w := l.env.Words
	left := ui.Line(14, ui.Bold(w.T("area.items"), ui.SizeTitle, ui.Ink()), l.count)
	right := ui.Line(10, fixed(360, l.query), fixed(176, l.status))
	if l.env.Session.Person().Has(data.Clerk, data.DateOf(l.env.Now())) {
		right.Add(ui.NewPrimary(w.T("items.new"), func() { l.env.Go(screen.Route{Area: screen.Items, New: true}) }))
	}
	l.sheet = ui.Fitting(0, l.panel)
	head := ui.Frame(nil, nil, left, right, ui.Space(1, 34))
	return ui.Frame(ui.Pad(18, ui.Gap, 22, 22, head), nil, nil, nil, ui.Pad(0, 18, 22, 22, l.sheet))
}

// fixed gives an object a width of its own.
func fixed(width float32, object fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(ui.Space(width, 1), object)
}

// Object is what the desk shows.
func (l *List) Object() fyne.CanvasObject { return l.root }

// Leave stops what is being read.
func (l *List) Leave() {
	l.later()
	l.loader.Stop()
}

// typed waits until the typing rests.
func (l *List) typed(string) {
	l.later()
	l.later = l.env.After(250*time.Millisecond, l.Load)
}

// Focus gives the search box the focus.
func (l *List) Focus() fyne.Focusable { return l.query }

type listed struct {
	items   []data.Item
	total   int
	offices map[string]string
}

// Load reads the items that match.
func (l *List) Load() {
	filter := desk.Filter{Query: l.query.Text, Limit: mostRows}
	if s, ok := l.names[l.status.Selected]; ok {
		filter.Status = []data.Status{s}
	}
	ui.Load(l.loader, func(ctx context.Context) (listed, error) {
		items, err := l.env.Desk.Items(ctx, filter)
		if err != nil {
			return listed{}, err
		}
		total, err := l.env.Desk.Count(ctx, filter)
		if err != nil {
			return listed{}, err
		}
		offices, err := officeNames(ctx, l.env.Desk)
		return listed{items, total, offices}, err
	}, l.show)
}

func officeNames(ctx context.Context, d *desk.Desk) (map[string]string, error) {
	offices, err := d.Offices(ctx)
	names := map[string]string{}
	for _, o := range offices {
		names[o.ID] = o.Name
	}
	return names, err
}

func (l *List) show(read listed, err error) {
	w := l.env.Words
	if err != nil {
		l.env.Notices.Refused(w.Error(err))
		return
	}
	l.shown = read.items
	today := data.DateOf(l.env.Now())
	rows := make([][]ui.Cell, len(read.items))
	for i, it := range read.items {
		status := it.StatusOn(today)
		rows[i] = []ui.Cell{
			{Text: it.Number, Muted: true},
			{Text: it.Title, Bold: true},
			{Text: read.offices[it.OfficeID]},
			ui.Toned(w.T("status."+string(status)), Tone(status)),
			{Text: w.T("audience." + string(it.Audience))},
			{Text: period(w, it), Muted: true},
		}
	}
	hint := w.T("items.none")
	if l.query.Text != "" || l.status.SelectedIndex() > 0 {
		hint = w.T("items.nomatch")
	}
	l.panel.SetRows(rows, hint)
	l.sheet.Refresh()
	l.count.Text = w.T("items.count", read.total)
	if read.total > len(read.items) {
		l.count.Text = w.T("items.countfirst", read.total, len(read.items))
	}
	l.root.Refresh()
}

func period(w words.Words, it data.Item) string {
	if it.To == "" {
		return w.T("items.nolast", w.ShortDate(it.From))
	}
	if it.To.Year() != it.From.Year() {
		return w.ShortDate(it.From) + " – " + w.Date(it.To)
	}
	return w.ShortDate(it.From) + " – " + w.ShortDate(it.To)
}

func (l *List) open(row int) {
	if row < len(l.shown) {
		l.env.Go(screen.Route{Area: screen.Items, Number: l.shown[row].Number})
	}
}
