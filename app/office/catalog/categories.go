package catalog

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// categoryCard adds, renames and retires categories.
type categoryCard struct {
	screen *Catalog
	which  *ui.Select
	before data.Category // without a code for a new one

	number       *widget.Entry
	title, short *widget.Entry
	fields       *fyne.Container
}

var _ card = (*categoryCard)(nil)

// openCategories shows the card at the first category.
func (c *Catalog) openCategories() {
	if c.settle() {
		c.showCategories("")
	}
}

func (c *Catalog) showCategories(code string) {
	w := c.env.Words
	k := &categoryCard{screen: c, fields: container.NewStack()}
	names, at := []string{w.T("catalog.newcategory")}, 0
	for i, known := range c.shown().Categories {
		names = append(names, known.Code+" "+known.Title)
		if known.Code == code {
			at = i + 1
		}
	}
	k.which = pick(names, at)
	k.which.OnChanged = func(string) { k.fill() }
	c.openCard(k, ui.Card(w.T("catalog.category"), ui.NewLinkIn(w.T("catalog.close"), ui.SizeText, ui.SecondInk(), c.closeCard),
		ui.Column(12, ui.Field(w.T("catalog.which"), k.which), k.fields)))
	k.fill()
}

// fill shows the fields of the chosen category.
func (k *categoryCard) fill() {
	c, w := k.screen, k.screen.env.Words
	k.before = data.Category{}
	if at := k.which.SelectedIndex() - 1; at >= 0 {
		k.before = c.shown().Categories[at]
	}
	k.number, k.title, k.short = widget.NewEntry(), area(k.before.Title, 2), widget.NewEntry()
	k.short.SetText(k.before.Short)
	k.number.SetText(c.shown().NextCategoryCode())
	parts := []fyne.CanvasObject{}
	buttons := []fyne.CanvasObject{}
	if k.before.Code == "" {
		parts = append(parts, ui.Field(w.T("catalog.code"), k.number))
		buttons = append(buttons, ui.NewButton(w.T("catalog.addit"), k.take))
	} else {
		buttons = append(buttons, ui.NewButton(w.T("catalog.retire"), k.retire), ui.NewButton(w.T("catalog.apply"), k.take))
	}
	parts = append(parts, ui.Field(w.T("catalog.categorytitle"), k.title), ui.Field(w.T("catalog.short"), k.short),
		note(w, w.T("catalog.shorthint")), container.NewBorder(nil, nil, nil, ui.Line(8, buttons...)))
	k.fields.Objects = []fyne.CanvasObject{ui.Column(12, parts...)}
	k.fields.Refresh()
	c.body.Refresh()
}

func (k *categoryCard) code() string { return "" }

// dirty tells whether something is typed that the catalogue does not say.
func (k *categoryCard) dirty() bool {
	now := k.category()
	now.Code = k.before.Code
	return now != k.before
}

func (k *categoryCard) category() data.Category {
	now := data.Category{Code: k.before.Code, Title: strings.Join(strings.Fields(k.title.Text), " "), Short: strings.TrimSpace(k.short.Text)}
	if now.Code == "" {
		now.Code = strings.TrimSpace(k.number.Text)
	}
	return now
}

// apply takes what is typed into the changes.
func (k *categoryCard) apply() error {
	c, now := k.screen, k.category()
	if _, taken := c.shown().Category(now.Code); taken && k.before.Code == "" {
		return data.Refuse(data.ErrInvalid, "catalogue.taken", now.Code, c.shown().NextCategoryCode())
	}
	changed, err := c.shown().PutCategory(now)
	if err != nil {
		return err
	}
	if !changed.SameList(c.shown()) {
		c.change(changed)
	}
	return nil
}

func (k *categoryCard) take() {
	if err := k.apply(); err != nil {
		k.screen.refuse(err)
		return
	}
	k.screen.showCategories(k.category().Code)
}

// retire takes a category away that has no entries any more.
func (k *categoryCard) retire() {
	c := k.screen
	now, err := c.shown().WithoutCategory(k.before.Code)
	if err != nil {
		c.refuse(err)
		return
	}
	c.change(now)
	c.showCategories("")
}
