// Package today is the first area of the desk: what waits for this person, what goes up and comes down today, and what
// is nearly due. Each row opens the thing itself.
package today

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/office/items"
	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/desk"
)

// Today is the screen of the area.
type Today struct {
	env     screen.Env
	loader  *ui.Loader
	search  *widget.Entry
	cards   *fyne.Container
	waiting *ui.Table
	due     *ui.Table
	nothing *fyne.Container
	calm    *fyne.Container
	root    fyne.CanvasObject
	shown   facts
}

var _ screen.Screen = (*Today)(nil)

// soon is how many working days before its last day an item is nearly due.
const soon = 5

// facts is what the screen shows, as read in one go.
type facts struct {
	waiting  []data.Item
	due      []data.Item
	up, down int // gone up today, come down since yesterday
	public   int
	drafts   int
	offices  map[string]string
}

// New makes the screen.
func New(env screen.Env) *Today {
	w := env.Words
	t := &Today{env: env, loader: env.Loader.Again(), cards: container.New(layout.NewGridLayoutWithColumns(4)), nothing: container.NewCenter(), calm: container.NewCenter()}
	t.waiting = ui.NewTable([]ui.TableColumn{
		{Title: w.T("items.number"), Share: 1.1},
		{Title: w.T("items.title"), Share: 3.6},
		{Title: w.T("items.office"), Share: 1.3},
		{Title: w.T("today.do"), Share: 1.6},
		{Title: w.T("items.audience"), Share: 1.3},
		{Title: w.T("items.period"), Share: 1.8},
	}, func(row int) { t.open(t.shown.waiting, row) })
	t.due = ui.NewTable([]ui.TableColumn{
		{Title: w.T("items.number"), Share: 1.1},
		{Title: w.T("items.title"), Share: 3.6},
		{Title: w.T("items.office"), Share: 1.3},
		{Title: w.T("today.left"), Share: 1.6},
		{Title: w.T("today.last"), Share: 3.1},
	}, func(row int) { t.open(t.shown.due, row) })
	t.root = t.layout()
	return t
}

func (t *Today) layout() fyne.CanvasObject {
	w := t.env.Words
	today := data.DateOf(t.env.Now())
	title := ui.Bold(w.T("area.today"), ui.SizeTitle, ui.Ink())
	date := ui.Text(w.Date(today)+" "+w.Weekday(today)+" · "+w.T(dayKind(t.env.Calendar.Day(today).Counts)), ui.SizeText, ui.SecondInk())
	t.search = widget.NewEntry()
	t.search.SetPlaceHolder(w.T("items.search"))
	t.search.OnSubmitted = func(text string) { t.env.Go(screen.Route{Area: screen.Items, Query: text}) }
	find := widget.NewButton(w.T("today.find"), func() { t.env.Go(screen.Route{Area: screen.Items, Query: t.search.Text}) })
	right := container.NewHBox(container.NewGridWrap(fyne.NewSize(300, 36), t.search), find)
	if t.env.Session.Person().Has(data.Clerk, today) {
		add := widget.NewButton(w.T("items.new"), func() { t.env.Go(screen.Route{Area: screen.Items, New: true}) })
		add.Importance = widget.HighImportance
		right.Add(add)
	}
	head := container.NewBorder(nil, nil, ui.Line(14, title, date), right)
	section := func(name string, table *ui.Table, hint *fyne.Container) fyne.CanvasObject {
		return ui.Panel(ui.Pad(1, 6, 1, 1, container.NewBorder(ui.Pad(11, 9, 16, 16, ui.Bold(name, ui.SizeCard, ui.Ink())), nil, nil, nil,
			container.NewStack(table, hint))))
	}
	tables := container.New(halves{}, section(w.T("today.waiting"), t.waiting, t.nothing), section(w.T("today.due"), t.due, t.calm))
	return container.NewBorder(ui.Pad(16, 14, 22, 22, ui.Column(ui.Gap, head, t.cards)), nil, nil, nil, ui.Pad(0, 18, 22, 22, tables))
}

func dayKind(works bool) string {
	if works {
		return "day.works"
	}
	return "day.rests"
}

// halves gives the upper table a little more than the lower.
type halves struct{}

func (halves) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(400, 300) }

func (halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	upper := (size.Height - ui.Gap) * 0.55
	objects[0].Resize(fyne.NewSize(size.Width, upper))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(size.Width, size.Height-upper-ui.Gap))
	objects[1].Move(fyne.NewPos(0, upper+ui.Gap))
}

// Object is what the desk shows.
func (t *Today) Object() fyne.CanvasObject { return t.root }

// Leave stops what is being read.
func (t *Today) Leave() { t.loader.Stop() }

// Focus gives the search box.
func (t *Today) Focus() fyne.Focusable { return t.search }

func (t *Today) open(list []data.Item, row int) {
	if row < len(list) {
		t.env.Go(screen.Route{Area: screen.Items, Number: list[row].Number})
	}
}

// Load reads what waits and what is due.
func (t *Today) Load() { ui.Load(t.loader, t.read, t.show) }

// Waiting gives the items on which the person of the session has the next word, the oldest first.
func Waiting(ctx context.Context, d *desk.Desk, by *desk.Session) ([]data.Item, error) {
	open, err := d.Items(ctx, desk.Filter{Status: []data.Status{
		data.Draft, data.Returned, data.ToCheck, data.ToApprove, data.ToDecide, data.ToSuperior, data.Approved,
	}})
	if err != nil {
		return nil, err
	}
	var mine []data.Item
	for _, row := range open {
		it, err := d.Item(ctx, row.Number) // rows of a list come without their steps
		if err != nil {
			return nil, err
		}
		acts, err := by.Acts(ctx, it)
		if err != nil {
			return nil, err
		}
		if waitsFor(it, acts, by.Person()) {
			mine = append(mine, it)
		}
	}
	slices.Reverse(mine) // the list has the newest first
	return mine, nil
}

// waitsFor: somebody has the next word where the first act of the stage is theirs. What the clerk began or got back is
// the clerk's.
func waitsFor(it data.Item, acts []data.Act, by data.Person) bool {
	if len(acts) == 0 {
		return false
	}
	switch it.Status {
	case data.Returned, data.Draft:
		return it.OfficeID == by.OfficeID
	default:
		return !slices.Contains([]data.Act{data.ActRevise, data.ActSendBack}, acts[0])
	}
}

func (t *Today) read(ctx context.Context) (facts, error) {
	var f facts
	d, today := t.env.Desk, data.DateOf(t.env.Now())
	var err error
	if f.waiting, err = Waiting(ctx, d, t.env.Session); err != nil {
		return f, err
	}
	public, err := d.Items(ctx, desk.Filter{Status: []data.Status{data.Published, data.Expired}})
	if err != nil {
		return f, err
	}
	for _, row := range public {
		it, err := d.Item(ctx, row.Number)
		if err != nil {
			return f, err
		}
		t.sort(&f, it, today)
	}
	drafts, err := d.Count(ctx, desk.Filter{Status: []data.Status{data.Draft, data.Returned}})
	if err != nil {
		return f, err
	}
	f.drafts = drafts
	offices, err := d.Offices(ctx)
	f.offices = map[string]string{}
	for _, o := range offices {
		f.offices[o.ID] = o.Name
	}
	return f, err
}

// sort counts a published item where it belongs.
func (t *Today) sort(f *facts, it data.Item, today data.Date) {
	if it.StatusOn(today) == data.Expired {
		if it.To == today.AddDays(-1) {
			f.down++
		}
		return
	}
	f.public++
	if it.PublishedOn() == today {
		f.up++
	}
	if it.To != "" && t.env.Calendar.Between(today, it.To) <= soon {
		f.due = append(f.due, it)
	}
}

func (t *Today) show(f facts, err error) {
	w := t.env.Words
	if err != nil {
		t.env.Notices.Refused(w.Error(err))
		return
	}
	slices.SortFunc(f.due, func(a, b data.Item) int {
		return t.env.Calendar.Between(data.DateOf(t.env.Now()), a.To) - t.env.Calendar.Between(data.DateOf(t.env.Now()), b.To)
	})
	t.shown = f
	t.cards.Objects = []fyne.CanvasObject{
		figure(w.T("today.waiting"), strconv.Itoa(len(f.waiting)), t.oldest(f.waiting)),
		figure(w.T("today.updown"), strconv.Itoa(f.up)+" / "+strconv.Itoa(f.down), w.T("today.updownhint")),
		figure(w.T("today.public"), strconv.Itoa(f.public), w.T("today.duehint", len(f.due), soon)),
		figure(w.T("today.drafts"), strconv.Itoa(f.drafts), w.T("today.draftshint")),
	}
	t.cards.Refresh()
	t.waiting.SetRows(t.waitingRows(f))
	t.due.SetRows(t.dueRows(f))
	hint(t.nothing, len(f.waiting) == 0, w.T("today.none"))
	hint(t.calm, len(f.due) == 0, w.T("today.calm", soon))
}

func hint(place *fyne.Container, shown bool, text string) {
	place.Objects = nil
	if shown {
		place.Objects = []fyne.CanvasObject{ui.Text(text, ui.SizeText, ui.SecondInk())}
	}
	place.Refresh()
}

// figure is a card with one number.
func figure(name, number, below string) fyne.CanvasObject {
	return ui.Panel(ui.Pad(13, 13, 18, 14, ui.Column(0, ui.Text(name, ui.SizeText, ui.SecondInk()),
		ui.Bold(number, ui.SizeFigure, ui.Ink()), ui.Text(below, ui.SizeSmall, ui.SecondInk()))))
}

// oldest says how long the oldest of what waits has been waiting.
func (t *Today) oldest(list []data.Item) string {
	today, most := data.DateOf(t.env.Now()), 0
	for _, it := range list {
		most = max(most, t.env.Calendar.Between(data.DateOf(it.UpdatedAt), today))
	}
	if len(list) == 0 {
		return t.env.Words.T("today.allclear")
	}
	return t.env.Words.T("today.oldest", most)
}

func (t *Today) waitingRows(f facts) [][]ui.Cell {
	w, today := t.env.Words, data.DateOf(t.env.Now())
	rows := make([][]ui.Cell, len(f.waiting))
	for i, it := range f.waiting {
		status := it.StatusOn(today)
		rows[i] = []ui.Cell{
			{Text: it.Number, Muted: true},
			{Text: it.Title, Bold: true},
			{Text: f.offices[it.OfficeID]},
			ui.Toned(w.T("status."+string(status)), items.Tone(status)),
			{Text: w.T("audience." + string(it.Audience))},
			{Text: w.T("mode."+string(it.Mode)) + " · " + w.ShortDate(it.From)},
		}
	}
	return rows
}

func (t *Today) dueRows(f facts) [][]ui.Cell {
	w, today := t.env.Words, data.DateOf(t.env.Now())
	rows := make([][]ui.Cell, len(f.due))
	for i, it := range f.due {
		left := t.env.Calendar.Between(today, it.To)
		badge := ui.Toned(w.T("today.daysleft", left), ui.Waiting)
		if left == 0 {
			badge = ui.Toned(w.T("today.lastday"), ui.Bad)
		}
		rows[i] = []ui.Cell{
			{Text: it.Number, Muted: true},
			{Text: it.Title, Bold: true},
			{Text: f.offices[it.OfficeID]},
			badge,
			{Text: w.T("today.until", w.Date(it.To), w.Weekday(it.To)), Muted: true},
		}
	}
	return rows
}
