package catalog

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/ui"
	"gongkailan/assets"
	"gongkailan/data"
	"gongkailan/data/intake"
)

// ShowSets shows the ready catalogues beside one another; each goes through the same review as a plan.
func (c *Catalog) ShowSets() {
	if c.unsaved() {
		return
	}
	w := c.env.Words
	c.closeCard()
	var cards []fyne.CanvasObject
	for _, name := range assets.CatalogueSets() {
		set, err := readySet(name)
		if err != nil {
			c.refuse(err)
			return
		}
		cards = append(cards, c.setCard(name, set))
	}
	title := ui.Bold(w.T("catalog.setstitle"), ui.SizeTitle, ui.Ink())
	about := ui.Text(w.T("catalog.setsabout"), ui.SizeText, ui.SecondInk())
	c.setHead(ui.Line(12, title, about), ui.NewButton(w.T("catalog.backtolist"), c.showList))
	c.setBody(ui.Pad(-4, -4, -4, -4, container.NewVScroll(ui.Pad(4, 8, 4, 4, ui.Columns(3, ui.Gap, cards...)))))
	c.body.Refresh() // once more: how high a paragraph is shows only when it has its width
}

func readySet(name string) (data.Catalogue, error) {
	usual, err := data.ReadCatalogue(assets.DefaultCatalogue())
	if err != nil {
		return usual, err
	}
	return data.ReadCatalogueSet(assets.CatalogueSet(name), usual)
}

// setCard says what a ready set is for and lists its categories.
func (c *Catalog) setCard(name string, set data.Catalogue) fyne.CanvasObject {
	w := c.env.Words
	parts := []fyne.CanvasObject{note(w, w.T("set."+name+".about")), ui.Space(1, 4), ui.Text(w.T("catalog.setcounts", len(set.Categories), len(set.Entries)), ui.SizeText, ui.Ink())}
	for _, k := range set.Categories {
		var titles []string
		for _, e := range set.Entries {
			if e.Category == k.Code {
				titles = append(titles, e.Title)
			}
		}
		parts = append(parts, ui.Hair(ui.RowLine()), ui.NewCut(k.Code+"  "+k.Title, ui.SizeText, ui.Ink()),
			ui.NewCut(strings.Join(titles, w.T("catalog.semicolon")), ui.SizeSmall, ui.SecondInk()))
	}
	look := ui.NewButton(w.T("catalog.setlook"), func() {
		current, err := c.current()
		if err != nil {
			c.refuse(err)
			return
		}
		c.showReview(proposal{
			name: w.T("set." + name), note: w.T("catalog.setnote", w.T("set."+name)), set: true,
			plan: intake.Plan{Catalogue: set.WithOffices(current)}, current: current,
		})
	})
	parts = append(parts, ui.Space(1, 2), container.NewBorder(nil, nil, nil, look))
	return ui.Card(w.T("set."+name), nil, ui.Column(5, parts...))
}
