package catalog

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// reviewEntry is one entry of a review: whether it is taken, and with which defaults. What is chosen counts at once.
type reviewEntry struct {
	review *review
	row    data.Compared
	use    *widget.Check
	title  *widget.Entry
	terms  termFields
}

// choose opens the entry of a row beside the table.
func (v *review) choose(row int) {
	if row >= len(v.rows) {
		return
	}
	e := &reviewEntry{review: v, row: v.rows[row]}
	v.open = e.row.Entry.Code
	v.beside(e.view())
	v.fill()
}

func (e *reviewEntry) view() fyne.CanvasObject {
	v, c := e.review, e.review.screen
	w := c.env.Words
	missing := e.row.Standing == data.StandsMissing
	word := "catalog.use"
	if missing {
		word = "catalog.keepit"
	}
	e.use = widget.NewCheck(w.T(word), nil)
	e.use.SetChecked(!v.isOut(e.row))
	e.use.OnChanged = e.chosen
	parts := []fyne.CanvasObject{e.use}
	if missing {
		parts = append(parts, note(w, w.T("catalog.missinghint")), fact(w.T("catalog.entry"), e.row.Entry.Title))
		if n := len(c.read.up[e.row.Entry.Code]); n > 0 {
			parts = append(parts, note(w, w.T("catalog.retireup", n)))
		}
	} else {
		parts = append(parts, e.fields()...)
	}
	return ui.Card(w.T("catalog.one", e.row.Entry.Code), ui.NewLinkIn(w.T("catalog.close"), ui.SizeText, ui.SecondInk(), v.showCards), ui.Column(12, parts...))
}

// fields are the entry's title and defaults, over what the catalogue there is says otherwise.
func (e *reviewEntry) fields() []fyne.CanvasObject {
	c := e.review.screen
	w := c.env.Words
	e.title = area(e.row.Entry.Title, 3)
	e.terms = c.newTerms(e.row.Entry)
	e.title.OnChanged = e.edited
	e.terms.watch(e.edited)
	parts := append([]fyne.CanvasObject{ui.Field(w.T("catalog.entry"), e.title)}, e.terms.rows(c)...)
	if e.row.Standing == data.StandsChanged {
		parts = append(parts, fact(w.T("catalog.differs"), c.differs(e.row.Before, e.row.Entry)))
	}
	return parts
}

// chosen takes the entry in, or leaves it out.
func (e *reviewEntry) chosen(use bool) {
	v, code := e.review, e.row.Entry.Code
	if e.row.Standing == data.StandsMissing {
		v.kept[code] = use
	} else {
		v.out[code] = !use
	}
	v.fill()
}

// edited takes what is typed and chosen. A title that is empty or untouched stays as it was read, with the corrections
// as they are ticked.
func (e *reviewEntry) edited(string) {
	now := e.terms.on(e.row.Entry)
	now.Title = ""
	if e.title.Text != e.row.Entry.Title {
		now.Title = strings.Join(strings.Fields(e.title.Text), " ")
	}
	e.review.edits[now.Code] = now
	e.review.fill()
}
