package catalog

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// askReason asks in place of the fields why the entry is retired, and says what becomes of what is up.
func (e *entryCard) askReason() {
	c, w := e.screen, e.screen.env.Words
	e.reason = area("", 3)
	e.reason.SetPlaceHolder(w.T("catalog.reasonhint"))
	parts := []fyne.CanvasObject{fact(w.T("catalog.entry"), e.before.Title), note(w, w.T("catalog.retirehint"))}
	if n := len(c.read.up[e.before.Code]); n > 0 {
		parts = append(parts, note(w, w.T("catalog.retireup", n)), e.nowUp())
	}
	parts = append(parts, ui.Field(w.T("catalog.reason"), e.reason), container.NewBorder(nil, nil, nil,
		ui.Line(8, ui.NewButton(w.T("catalog.notretire"), e.keep), ui.NewButton(w.T("catalog.retireit"), e.retire))))
	e.content.Objects = []fyne.CanvasObject{ui.Column(12, parts...)}
	e.content.Refresh()
	c.body.Refresh()
}

// keep goes back to the fields without retiring the entry.
func (e *entryCard) keep() { e.screen.openEntry(e.before.Code) }

// retire takes the entry out of the catalogue, with the reason, as one of the changes.
func (e *entryCard) retire() {
	c := e.screen
	why := strings.Join(strings.Fields(e.reason.Text), " ")
	if _, old := c.read.newest().Entry(e.before.Code); old && why == "" {
		c.refuse(data.Refuse(data.ErrInvalid, "catalogue.reason", e.before.Code+" "+e.before.Title))
		return
	}
	if len(c.shown().Entries) == 1 {
		c.refuse(data.Refuse(data.ErrInvalid, "catalogue.last"))
		return
	}
	c.change(c.shown().Without(e.before.Code))
	if c.draft != nil {
		c.draft.reasons[e.before.Code] = why
		c.keepDraft(nil)
	}
	c.refresh()
}

// restore puts a retired entry back as it was.
func (e *entryCard) restore() {
	c := e.screen
	back, err := c.shown().Put(e.before)
	if err != nil {
		c.refuse(err)
		return
	}
	c.change(back)
	c.refresh()
}
