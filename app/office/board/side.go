package board

import (
	"fyne.io/fyne/v2"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/data"
)

// laySide is the column at the right: what is open, what is to be taken down, what is to be hung.
func (b *Board) laySide() []fyne.CanvasObject {
	if !b.read {
		return nil
	}
	var cards []fyne.CanvasObject
	if b.open != nil {
		cards = append(cards, b.open.object())
	}
	for _, l := range b.shown.left {
		cards = append(cards, ui.AccentCard(ui.Red(), ui.Flush(ui.Paragraph(b.env.Words.T("board.left.out", l.Number, b.env.Words.Error(l.Why))))))
	}
	plan := b.shown.plan
	down, up := plan.Stale(), plan.ToHang
	if len(down)+len(up)+len(b.shown.unrecorded) == 0 {
		return append(cards, ui.Card(b.env.Words.T("board.todo"), nil, ui.Flush(ui.Paragraph(b.nothing()))))
	}
	if len(down)+len(b.shown.unrecorded) > 0 {
		cards = append(cards, b.downCard(down))
	}
	if len(up) > 0 {
		cards = append(cards, b.upCard(up))
	}
	return cards
}

// nothing says that the wall is as it should be, or that nothing hangs at all.
func (b *Board) nothing() string {
	if len(b.shown.plan.Hanging) == 0 {
		return b.env.Words.T("board.nothing")
	}
	return b.env.Words.T("board.calm", len(b.shown.plan.Posted))
}

// downCard lists what is to be taken down.
func (b *Board) downCard(down []data.Posting) fyne.CanvasObject {
	w := b.env.Words
	rows := ui.Column(10)
	for _, p := range down[:min(len(down), mostRows)] {
		divide(rows)
		line := w.T("board."+string(p.Why)) + " · " + b.where(p.Use)
		rows.Add(b.row(p.Item, p.Number, line, func() { b.put(b.newLook(p)) }, b.downButtons(p)))
	}
	b.addMore(rows, len(down))
	for _, l := range b.shown.unrecorded {
		divide(rows)
		line := w.T("board.unrecorded", w.T("board."+string(l.Why)))
		rows.Add(b.row(l.Item, l.Item.Number, line, func() { b.env.Go(itemRoute(l.Item)) }, nil))
	}
	var all fyne.CanvasObject
	if mine := b.mineOf(down); len(mine) > 1 {
		all = ui.NewLink(w.T("board.downall"), func() { b.takeDown(mine) })
	}
	return ui.Card(w.T("board.tocome", len(down)+len(b.shown.unrecorded)), all, rows)
}

// downButtons are what the person may do with something that is to be taken down.
func (b *Board) downButtons(p data.Posting) fyne.CanvasObject {
	w := b.env.Words
	if !b.may(p.Item) {
		return ui.Text(w.T("board.others"), ui.SizeSmall, ui.SecondInk())
	}
	return ui.Line(12, ui.NewButton(w.T("board.down"), func() { b.takeDown([]data.Posting{p}) }),
		ui.NewLink(w.T("board.more"), func() { b.put(b.newTaking(p, "")) }))
}

// divide draws a line under what a list holds already.
func divide(rows *fyne.Container) {
	if len(rows.Objects) > 0 {
		rows.Add(ui.Hair(ui.RowLine()))
	}
}

// mostRows is how many things a list shows; the drawing and the whole act know all.
const mostRows = 40

// addMore tells how many more there are than a list shows.
func (b *Board) addMore(rows *fyne.Container, n int) {
	if n > mostRows {
		rows.Add(b.note(b.env.Words.T("board.furthers", n-mostRows)))
	}
}

// upCard lists what is to be hung.
func (b *Board) upCard(up []data.Proposal) fyne.CanvasObject {
	w := b.env.Words
	rows := ui.Column(10)
	ready := b.readyOf(up)
	for _, p := range up[:min(len(up), mostRows)] {
		divide(rows)
		rows.Add(b.row(p.Item, p.Item.Number, b.whereTo(p), func() { b.lookAt(p) }, b.upButtons(p)))
	}
	b.addMore(rows, len(up))
	var all fyne.CanvasObject
	if len(ready) > 1 {
		all = ui.NewLink(w.T("board.upall"), func() { b.hang(ready) })
	}
	return ui.Card(w.T("board.togo", len(up)), all, rows)
}

// upButtons are what the person may do with something that is to be hung, or who or what comes first.
func (b *Board) upButtons(p data.Proposal) fyne.CanvasObject {
	w := b.env.Words
	switch {
	case p.Awaits:
		return ui.NewLink(w.T("board.publishfirst"), func() { b.env.Go(itemRoute(p.Item)) })
	case !b.may(p.Item):
		return ui.Text(w.T("board.others"), ui.SizeSmall, ui.SecondInk())
	case b.ready(p):
		return ui.Line(12, ui.NewButton(w.T("board.up"), func() { b.hang([]data.Proposal{p}) }),
			ui.NewLink(w.T("board.upmore"), func() { b.put(b.newHanging(p)) }))
	default:
		return ui.NewButton(w.T("board.choose"), func() { b.put(b.newHanging(p)) })
	}
}

// lookAt shows where something is to be hung, or the item itself where the person cannot hang it.
func (b *Board) lookAt(p data.Proposal) {
	if b.mayHang(p) {
		b.put(b.newHanging(p))
		return
	}
	b.env.Go(itemRoute(p.Item))
}

// mayHang tells whether the person may record that it was hung.
func (b *Board) mayHang(p data.Proposal) bool { return !p.Awaits && b.may(p.Item) }

// ready tells whether it can be recorded in one click: it is up, and where it goes is known.
func (b *Board) ready(p data.Proposal) bool {
	return b.mayHang(p) && (p.Lack == "" || p.Lack == data.LackBoard)
}

func (b *Board) readyOf(list []data.Proposal) []data.Proposal {
	var ready []data.Proposal
	for _, p := range list {
		if b.ready(p) {
			ready = append(ready, p)
		}
	}
	return ready
}

func (b *Board) mineOf(list []data.Posting) []data.Posting {
	var mine []data.Posting
	for _, p := range list {
		if b.may(p.Item) {
			mine = append(mine, p)
		}
	}
	return mine
}

// row is one thing of a list: its title, a line about it, and what can be done.
func (b *Board) row(it data.Item, number, line string, open func(), buttons fyne.CanvasObject) fyne.CanvasObject {
	title := it.Title
	if title == "" {
		title = number
	}
	said := ui.Column(2, ui.NewCutBold(title, ui.SizeText, ui.Ink()), ui.Flush(ui.Muted(number+" · "+line)))
	row := ui.Column(6, ui.NewPress(said, open))
	if buttons != nil {
		row.Add(ui.Frame(nil, nil, buttons, nil, ui.Space(1, 1)))
	}
	return row
}

// where names the pockets in which something hangs, or the place in words.
func (b *Board) where(u data.Use) string {
	w := b.env.Words
	switch {
	case len(u.Pockets) > 0:
		return w.T("board.at", places(u.Pockets, w.T("list.comma")))
	case u.Place != "":
		return u.Place
	default:
		return w.T("board.noplace")
	}
}

// whereTo words where something is to be hung, or why there is no place for it and what to do.
func (b *Board) whereTo(p data.Proposal) string {
	w := b.env.Words
	sheets := w.T("board.sheets", p.Sheets.Count)
	if p.Sheets.Large {
		sheets = w.T("board.largesheets", p.Sheets.Count)
	}
	switch {
	case p.Lack == data.LackBoard:
		return sheets
	case p.Lack != "":
		return w.T("board.lack."+string(p.Lack), sheets)
	default:
		return w.T("board.goes", sheets, places(p.Pockets, w.T("list.comma")))
	}
}

func itemRoute(it data.Item) screen.Route {
	return screen.Route{Area: screen.Items, Number: it.Number}
}
