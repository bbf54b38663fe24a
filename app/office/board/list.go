package board

import (
	"fyne.io/fyne/v2"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// layList stands in place of the drawing while nobody has described the board: what it is good for, and what hangs.
func (b *Board) layList() fyne.CanvasObject {
	w := b.env.Words
	rows := ui.Column(10, b.note(w.T("board.undescribed")))
	if b.mayDescribe() {
		rows.Add(ui.Line(8, ui.NewButton(w.T("board.describe.begin"), b.describe)))
	} else {
		rows.Add(b.note(w.T("board.undescribed.who")))
	}
	posted := append(b.shown.plan.Stale(), b.shown.plan.Right()...)
	table := ui.NewTablePanel(w.T("board.onwall", len(posted)), nil, ui.NewTable([]ui.TableColumn{
		{Title: w.T("items.number"), Share: 1.2},
		{Title: w.T("items.title"), Share: 3.2},
		{Title: w.T("board.onday"), Share: 1.1},
		{Title: w.T("board.place"), Share: 1.6},
		{Title: w.T("items.status"), Share: 1.3},
	}, func(row int) {
		if row < len(posted) {
			b.put(b.newLook(posted[row]))
		}
	}))
	table.SetRows(b.listRows(posted), w.T("board.nonerecorded"))
	return ui.Fitting(ui.Gap, ui.Card(w.T("board.describe"), nil, rows), table)
}

func (b *Board) listRows(posted []data.Posting) [][]ui.Cell {
	w := b.env.Words
	rows := make([][]ui.Cell, len(posted))
	for i, p := range posted {
		s, left := b.left(p.Item)
		if p.Why != "" {
			s, left = stale, w.T("board.state.stale")
		}
		rows[i] = []ui.Cell{
			{Text: p.Number, Muted: true},
			{Text: p.Item.Title, Bold: true},
			{Text: w.ShortDate(p.On)},
			{Text: b.where(p.Use)},
			ui.Toned(left, s.tone()),
		}
	}
	return rows
}
