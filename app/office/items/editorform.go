package items

import (
	"fyne.io/fyne/v2"

	"gongkailan/app/ui"
)

// card lays the draft's form out: what is said, to whom, for how long, and by whom.
func (e *editor) card() fyne.CanvasObject {
	w := e.page.env.Words
	entry := e.base.EntryCode
	if known, ok := e.page.facts.catalogue.Entry(entry); ok {
		entry = known.Code + " " + known.Title
	}
	pair := func(a, b fyne.CanvasObject) fyne.CanvasObject {
		return ui.Columns(2, ui.Gap, a, b)
	}
	return ui.Card(w.T("items.content"), nil, ui.Column(7,
		fact(w.T("items.entry"), entry),
		field(w.T("items.title"), ui.Column(4, e.title, e.titleMarks.place)),
		field(w.T("items.body"), ui.Column(4, e.body, e.bodyMarks.place)),
		pair(field(w.T("items.kind"), e.kind), field(w.T("catalog.mode"), e.mode)),
		pair(field(w.T("items.audience"), e.audience), field(w.T("catalog.decision"), e.decision)),
		field(w.T("items.channels"), e.channels),
		pair(field(w.T("items.from"), e.from), e.period),
		e.strip,
		field(w.T("items.issuer"), e.issuer),
		pair(field(w.T("items.issued"), e.issued), field(w.T("items.contact"), e.office)),
		pair(field(w.T("items.phone"), e.phone), field(w.T("items.mailbox"), e.mailbox)),
		field(w.T("items.address"), e.address),
	))
}
