package items

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/data"
)

// Choose is where a new item begins: the person picks the entry of the catalogue, and its defaults fill the draft; or
// begins one outside the catalogue.
type Choose struct {
	env       screen.Env
	loader    *ui.Loader // reads
	worker    *ui.Loader // drafts
	search    *widget.Entry
	table     *ui.Table
	panel     *ui.TablePanel
	outside   fyne.CanvasObject
	sheet     *fyne.Container
	root      fyne.CanvasObject
	catalogue data.Catalogue
	mine      []data.Entry // for which this person may begin an item
	codes     []string     // of the rows; "" for the head of a category
}

var (
	_ screen.Screen = (*Choose)(nil)
	_ screen.Finder = (*Choose)(nil)
)

// NewDraft makes the page on which a new item begins.
func NewDraft(env screen.Env) *Choose {
	w := env.Words
	c := &Choose{env: env, loader: env.Loader.Again(), worker: env.Loader.Again(), search: widget.NewEntry()}
	c.search.SetPlaceHolder(w.T("editor.new.search"))
	c.search.OnChanged = func(string) { c.list() }
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
	c.outside = ui.Panel(ui.Pad(10, 10, 18, 18, ui.Frame(nil, nil, nil,
		ui.Midway(ui.NewButton(w.T("editor.new.outside"), func() { c.draft("") })),
		ui.Pad(0, 0, 0, 14, ui.Column(0, ui.Bold(w.T("editor.outside"), ui.SizeText, ui.Ink()), ui.Note(w.T("editor.new.why"), false))))))
	c.sheet = ui.Fitting(ui.Gap, c.panel, c.outside)
	const searchWidth = 260
	right := container.NewStack(ui.Space(searchWidth, 1), c.search)
	c.root = ui.Frame(ui.Pad(18, ui.Gap, 22, 22, ui.Frame(nil, nil, head, right, ui.Space(1, 34))), nil, nil, nil, ui.Pad(0, 18, 22, 22, c.sheet))
	return c
}

// Object is what the desk shows.
func (c *Choose) Object() fyne.CanvasObject { return c.root }

// Focus is the box to search in.
func (c *Choose) Focus() fyne.Focusable { return c.search }

// Leave stops what is being read.
func (c *Choose) Leave() { c.loader.Stop() }

// Load reads the entries for which this person may begin an item.
func (c *Choose) Load() {
	ui.Load(c.loader, func(ctx context.Context) (data.Catalogue, error) {
		return c.env.Desk.Catalogue(ctx, "")
	}, c.show)
}

func (c *Choose) show(catalogue data.Catalogue, err error) {
	if err != nil {
		c.env.Refused(err)
		return
	}
	person, today := c.env.Session.Person(), data.DateOf(c.env.Now())
	c.catalogue, c.mine = catalogue, nil
	for _, e := range catalogue.Entries {
		if data.MayDraft(e, person, today) == nil {
			c.mine = append(c.mine, e)
		}
	}
	c.list()
}

// list shows the entries that match what is searched for, each category under its name.
func (c *Choose) list() {
	w := c.env.Words
	var rows [][]ui.Cell
	c.codes = nil
	head := ""
	for _, e := range c.mine {
		category, _ := c.catalogue.Category(e.Category)
		if !matches(c.search.Text, e.Code, e.Title, category.Title) {
			continue
		}
		if e.Category != head && e.Code != category.Code { // 其他 is a category of its own
			head = e.Category
			rows = append(rows, []ui.Cell{{Text: category.Code, Bold: true}, {Text: category.Title, Bold: true}, {}, {}, {}})
			c.codes = append(c.codes, "")
		}
		rows = append(rows, []ui.Cell{
			{Text: e.Code, Muted: true},
			{Text: e.Title},
			{Text: w.T("mode." + string(e.Mode))},
			{Text: w.T("audience." + string(e.Audience))},
			{Text: w.T("decision." + string(e.Decision))},
		})
		c.codes = append(c.codes, e.Code)
	}
	hint := w.T("items.noentries")
	if len(c.mine) > 0 {
		hint = w.T("editor.new.nomatch")
	}
	c.panel.SetRows(rows, hint)
	c.sheet.Refresh()
}

// matches tells whether every word that is searched for stands in one of the texts.
func matches(search string, texts ...string) bool {
	all := strings.ToLower(strings.Join(texts, " "))
	for _, word := range strings.Fields(strings.ToLower(search)) {
		if !strings.Contains(all, word) {
			return false
		}
	}
	return true
}

// begin drafts an item of the chosen entry.
func (c *Choose) begin(row int) {
	if row < len(c.codes) && c.codes[row] != "" {
		c.draft(c.codes[row])
	}
}

// draft begins an item, "" outside the catalogue, and opens its page.
func (c *Choose) draft(code string) {
	ui.Load(c.worker, func(ctx context.Context) (data.Item, error) {
		return c.env.Session.NewDraft(ctx, code)
	}, func(it data.Item, err error) {
		if err != nil {
			c.env.Refused(err)
			return
		}
		c.env.Go(screen.Route{Area: screen.Items, Number: it.Number})
	})
}
