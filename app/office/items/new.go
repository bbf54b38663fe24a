package items

import (
	"context"

	"fyne.io/fyne/v2"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/data"
)

// Choose is where a new item begins: the person picks the entry of the catalogue, and its defaults fill the draft.
type Choose struct {
	env     screen.Env
	loader  *ui.Loader // reads
	worker  *ui.Loader // drafts
	table   *ui.Table
	panel   *ui.TablePanel
	sheet   *fyne.Container
	root    fyne.CanvasObject
	entries []data.Entry
}

var _ screen.Screen = (*Choose)(nil)

// NewDraft makes the page on which a new item begins.
func NewDraft(env screen.Env) *Choose {
	w := env.Words
	c := &Choose{env: env, loader: env.Loader.Again(), worker: env.Loader.Again()}
	c.table = ui.NewTable([]ui.TableColumn{
		{Title: w.T("catalog.code"), Share: 0.7},
		{Title: w.T("catalog.entry"), Share: 5},
		{Title: w.T("catalog.mode"), Share: 1.2},
		{Title: w.T("catalog.audience"), Share: 1.4},
		{Title: w.T("catalog.decision"), Share: 1.6},
	}, c.begin)
	head := ui.Line(14, ui.NewLinkIn(w.T("area.items")+" ›", ui.SizeText, ui.SecondInk(), func() { env.Go(screen.Route{Area: screen.Items}) }),
		ui.Bold(w.T("items.new"), ui.SizeTitle, ui.Ink()), ui.Text(w.T("items.choose"), ui.SizeText, ui.SecondInk()))
	c.panel = ui.NewTablePanel("", nil, c.table)
	c.sheet = ui.Fitting(0, c.panel)
	c.root = ui.Frame(ui.Pad(18, ui.Gap, 22, 22, ui.Frame(nil, nil, head, nil, ui.Space(1, 34))), nil, nil, nil, ui.Pad(0, 18, 22, 22, c.sheet))
	return c
}

// Object is what the desk shows.
func (c *Choose) Object() fyne.CanvasObject { return c.root }

// Leave stops what is being read.
func (c *Choose) Leave() { c.loader.Stop() }

// Load reads the entries for which this person may begin an item.
func (c *Choose) Load() {
	person, today := c.env.Session.Person(), data.DateOf(c.env.Now())
	ui.Load(c.loader, func(ctx context.Context) ([]data.Entry, error) {
		catalogue, err := c.env.Desk.Catalogue(ctx, "")
		var mine []data.Entry
		for _, e := range catalogue.Entries {
			if data.MayDraft(e, person, today) == nil {
				mine = append(mine, e)
			}
		}
		return mine, err
	}, c.show)
}

func (c *Choose) show(entries []data.Entry, err error) {
	w := c.env.Words
	if err != nil {
		c.env.Notices.Refused(w.Error(err))
		return
	}
	c.entries = entries
	rows := make([][]ui.Cell, len(entries))
	for i, e := range entries {
		rows[i] = []ui.Cell{
			{Text: e.Code, Muted: true},
			{Text: e.Title, Bold: true},
			{Text: w.T("mode." + string(e.Mode))},
			{Text: w.T("audience." + string(e.Audience))},
			{Text: w.T("decision." + string(e.Decision))},
		}
	}
	c.panel.SetRows(rows, w.T("items.noentries"))
	c.sheet.Refresh()
}

// begin drafts an item of the chosen entry and opens its page.
func (c *Choose) begin(row int) {
	if row >= len(c.entries) {
		return
	}
	code := c.entries[row].Code
	ui.Load(c.worker, func(ctx context.Context) (data.Item, error) {
		return c.env.Session.NewDraft(ctx, code)
	}, func(it data.Item, err error) {
		if err != nil {
			c.env.Notices.Refused(c.env.Words.Error(err))
			return
		}
		c.env.Go(screen.Route{Area: screen.Items, Number: it.Number})
	})
}
