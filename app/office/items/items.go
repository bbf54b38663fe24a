// Package items is the area 公开事项: the list of items, and the page of one with its steps, what this person may do to
// it now, and beside it the page as it will hang.
//
// Screens here read through the desk and say what was done; what may be done is the desk's to decide.
package items

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/data/desk"
)

// List is the list of items with a search box and filters. However many items there are, only those near what is in
// sight are in memory.
type List struct {
	env     screen.Env
	loader  *ui.Loader // reads the first page
	counter *ui.Loader // counts
	query   *widget.Entry
	filters *filters
	pages   *ui.Pages[data.Item]
	table   *ui.Table
	panel   *ui.TablePanel
	sheet   *fyne.Container
	count   *canvas.Text
	root    fyne.CanvasObject
	shown   chosen // what is in the table
	filled  bool   // whether anything is
	offices map[string]string
	today   data.Date
	later   func()
}

var _ screen.Screen = (*List)(nil)

// NewList makes the list, narrowed to the route's query and status at first.
func NewList(env screen.Env, r screen.Route) *List {
	w := env.Words
	l := &List{env: env, loader: env.Loader.Again(), counter: env.Loader.Again(), later: func() {}}
	l.query = widget.NewEntry()
	l.query.SetPlaceHolder(w.T("items.search"))
	l.query.SetText(r.Query)
	l.query.OnChanged = l.typed
	l.filters = newFilters(w, l.Load)
	l.filters.set(chosen{status: r.Status})
	l.table = ui.NewTable([]ui.TableColumn{
		{Title: w.T("items.number"), Share: 1.1},
		{Title: w.T("items.title"), Share: 4},
		{Title: w.T("items.office"), Share: 1.3},
		{Title: w.T("items.status"), Share: 1.5},
		{Title: w.T("items.audience"), Share: 1.3},
		{Title: w.T("items.period"), Share: 2.3},
	}, l.open)
	l.panel = ui.NewTablePanel("", nil, l.table)
	l.pages = ui.NewPages(env.Loader.Again(), l.cells, l.table.Changed, l.failed)
	l.count = ui.Text("", ui.SizeText, ui.SecondInk())
	l.root = l.layout()
	return l
}

func (l *List) layout() fyne.CanvasObject {
	w := l.env.Words
	left := ui.Line(14, ui.Bold(w.T("area.items"), ui.SizeTitle, ui.Ink()), l.count)
	right := ui.Line(10, ui.AtLeast(440, l.query))
	if l.env.Session.Person().Has(data.Clerk, data.DateOf(l.env.Now())) {
		right.Add(ui.NewPrimary(w.T("items.new"), func() { l.env.Go(screen.Route{Area: screen.Items, New: true}) }))
	}
	l.sheet = ui.Fitting(0, l.panel)
	head := ui.Column(10, ui.Frame(nil, nil, left, right, ui.Space(1, 34)), l.filters.root)
	return ui.Frame(ui.Pad(18, ui.Gap, 22, 22, head), nil, nil, nil, ui.Pad(0, 18, 22, 22, l.sheet))
}

// Object is what the desk shows.
func (l *List) Object() fyne.CanvasObject { return l.root }

// Leave stops what is being read.
func (l *List) Leave() {
	l.later()
	l.loader.Stop()
	l.counter.Stop()
	l.pages.Stop()
}

// typed waits until the typing rests.
func (l *List) typed(string) {
	l.later()
	l.later = l.env.After(250*time.Millisecond, l.Load)
}

// Focus gives the search box the focus.
func (l *List) Focus() fyne.Focusable { return l.query }

type listed struct {
	asked   chosen
	first   []data.Item
	choices desk.Choices
}

// asked gives what the person has chosen and typed.
func (l *List) asked() chosen {
	c := l.filters.chosen()
	c.query = strings.TrimSpace(l.query.Text)
	return c
}

// Load reads the first items that match; the others are read when they are scrolled to.
func (l *List) Load() {
	asked := l.asked()
	l.counter.Stop()
	ui.Load(l.loader, func(ctx context.Context) (listed, error) {
		first, err := l.page(asked)(ctx, 0, ui.PageSize)
		if err != nil {
			return listed{}, err
		}
		choices, err := l.env.Desk.Choices(ctx)
		return listed{asked, first, choices}, err
	}, l.show)
}

// page reads any page of what was asked for.
func (l *List) page(asked chosen) func(ctx context.Context, offset, limit int) ([]data.Item, error) {
	return func(ctx context.Context, offset, limit int) ([]data.Item, error) {
		f := asked.filter()
		f.Offset, f.Limit = offset, limit
		return l.env.Desk.Items(ctx, f)
	}
}

func (l *List) failed(err error) { l.env.Notices.Refused(l.env.Words.Error(err)) }

func (l *List) show(read listed, err error) {
	if err != nil {
		l.failed(err)
		return
	}
	l.today = data.DateOf(l.env.Now())
	l.offices = map[string]string{}
	for _, o := range read.choices.Offices {
		l.offices[o.ID] = o.Name
	}
	l.filters.offer(read.choices)
	l.filters.mark()
	again := l.filled && read.asked == l.shown
	l.shown, l.filled = read.asked, true
	if again {
		l.pages.Renew(read.first)
	} else {
		l.pages.Begin(read.first, l.page(read.asked))
	}
	l.panel.SetSource(l.pages, l.hint())
	if !again {
		l.table.ScrollToTop()
	}
	l.tally(read.first)
}

// tally tells how many items match: at once where the first page holds all, else when they are counted.
func (l *List) tally(first []data.Item) {
	w := l.env.Words
	if len(first) < ui.PageSize {
		l.told(w.T("items.count", len(first)))
		return
	}
	asked := l.shown
	l.told(w.T("items.counting", ui.PageSize))
	ui.Load(l.counter, func(ctx context.Context) (int, error) {
		return l.env.Desk.Count(ctx, asked.filter())
	}, func(total int, err error) {
		if err != nil {
			l.failed(err)
			return
		}
		l.pages.SetTotal(total)
		l.table.Changed()
		l.told(w.T("items.count", total))
	})
}

func (l *List) told(count string) {
	l.count.Text = count
	l.sheet.Refresh()
	l.root.Refresh()
}

// hint says what it means that there is nothing, and what to do next.
func (l *List) hint() string {
	w := l.env.Words
	switch {
	case l.shown.narrowed():
		return w.T("items.nomatch")
	case l.shown.query != "":
		return w.T("items.nofind")
	default:
		return w.T("items.none")
	}
}

// cells puts an item into its row.
func (l *List) cells(it data.Item) []ui.Cell {
	w := l.env.Words
	status := it.StatusOn(l.today)
	return []ui.Cell{
		{Text: it.Number, Muted: true},
		{Text: it.Title, Bold: true},
		{Text: l.offices[it.OfficeID]},
		ui.Toned(w.T("status."+string(status)), screen.StatusTone(status)),
		{Text: w.T("audience." + string(it.Audience))},
		{Text: period(w, it), Muted: true},
	}
}

func period(w words.Words, it data.Item) string {
	if it.To == "" {
		return w.T("items.nolast", w.ShortDate(it.From))
	}
	return w.ShortDate(it.From) + " – " + w.TableDate(it.To, it.From.Year())
}

// open opens the item of a row, once it is there.
func (l *List) open(row int) {
	if it, ok := l.pages.At(row); ok {
		l.env.Go(screen.Route{Area: screen.Items, Number: it.Number})
	}
}
