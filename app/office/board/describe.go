package board

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// describing is the form in which the office says how many pockets its board has.
type describing struct {
	board         *Board
	rows, columns *widget.Entry
	place         *widget.Entry
	heads         *widget.Check
	content       fyne.CanvasObject
}

// mayDescribe tells whether the person may say how the board is: the 党务公开办公室, which keeps it, and administrators.
func (b *Board) mayDescribe() bool {
	p, today := b.env.Session.Person(), b.today()
	return p.Has(data.Checker, today) || p.Has(data.Admin, today)
}

// describe opens the form.
func (b *Board) describe() {
	w, grid := b.env.Words, b.shown.plan.Grid
	d := &describing{board: b, rows: number(grid.Rows), columns: number(grid.Columns), place: widget.NewEntry()}
	d.place.SetText(grid.Place)
	d.place.SetPlaceHolder(w.T("board.place.hint"))
	d.heads = widget.NewCheck(w.T("board.even"), nil)
	d.heads.SetChecked(len(grid.Heads) == 0)
	rows := ui.Column(10, b.note(w.T("board.describe.how")),
		ui.Columns(2, 10, ui.Field(w.T("board.rows"), d.rows), ui.Field(w.T("board.columns"), d.columns)),
		ui.Field(w.T("board.place"), d.place), d.heads)
	if len(grid.Heads) > 0 {
		rows.Add(b.note(w.T("board.even.keep")))
	}
	rows.Add(ui.Line(8, ui.NewButton(w.T("board.describe.save"), d.save), ui.NewButton(w.T("board.cancel"), func() { b.put(nil) })))
	d.content = rows
	b.put(d)
}

func number(n int) *widget.Entry {
	e := widget.NewEntry()
	if n > 0 {
		e.SetText(strconv.Itoa(n))
	}
	return e
}

func (d *describing) object() fyne.CanvasObject {
	return d.board.closable(d.board.env.Words.T("board.describe"), d.content)
}

func (d *describing) renewed(facts) opened { return d }

func (d *describing) marks(data.BoardPlace) bool { return false }

// save puts the board's description into the settings of the unit. Heads and A3 pockets stay where the board still has
// them.
func (d *describing) save() {
	b := d.board
	rows, columns := whole(d.rows.Text), whole(d.columns.Text)
	place, even, catalogue := strings.TrimSpace(d.place.Text), d.heads.Checked, b.shown.plan.Catalogue
	ui.Load(b.worker, func(ctx context.Context) (struct{}, error) {
		settings, err := b.env.Desk.Settings(ctx)
		if err != nil {
			return struct{}{}, err
		}
		settings.Board = settings.Board.Resized(rows, columns)
		settings.Board.Place = place
		if even {
			settings.Board.Heads = data.EvenHeads(columns, catalogue)
		}
		return struct{}{}, b.env.Session.SaveSettings(ctx, settings)
	}, func(_ struct{}, err error) {
		if err != nil {
			b.env.Refused(err)
			return
		}
		b.env.Notices.Done(b.env.Words.T("board.described"))
		b.open = nil
		b.Load()
	})
}

// whole reads a number; what is none is told by the rule for the board's size.
func whole(text string) int {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || n <= 0 {
		return -1
	}
	return n
}
