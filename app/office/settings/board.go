package settings

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// boardForm describes the board of paper on the wall, with a drawing that follows what is typed.
type boardForm struct {
	form
	where, rows, columns *widget.Entry
	heads                []boardHead
	large                []data.BoardPlace
	list, drawing        *fyne.Container
}

// boardHead is a head over some columns as typed.
type boardHead struct {
	category    *ui.Select
	first, last *widget.Entry
}

func newBoard(s *Settings) section {
	f := &boardForm{form: s.forKeepers(), list: container.NewStack(), drawing: container.NewStack()}
	g := s.facts.settings.Board
	f.where, f.rows, f.columns = f.entry(g.Place), f.entry(number(g.Rows)), f.entry(number(g.Columns))
	f.large = slices.Clone(g.Large)
	for _, h := range g.Heads {
		at := slices.IndexFunc(s.facts.categories, func(c data.Category) bool { return c.Code == h.Category })
		f.heads = append(f.heads, f.head(at, h.First, h.Last))
	}
	f.echo = f.draw
	return f
}

func (f *boardForm) head(category, first, last int) boardHead {
	return boardHead{f.pick(f.categories(), category), f.entry(number(first)), f.entry(number(last))}
}

func (f *boardForm) categories() []string {
	names := make([]string, len(f.facts.categories))
	for i, c := range f.facts.categories {
		names[i] = c.Code + " " + f.short(c)
	}
	return names
}

func (f *boardForm) short(c data.Category) string {
	if c.Short != "" {
		return c.Short
	}
	return c.Title
}

// number writes a number, nothing for 0.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func (f *boardForm) object() fyne.CanvasObject {
	var add fyne.CanvasObject
	if f.may {
		add = ui.NewLink(f.t("settings.board.addhead"), f.addHead)
	}
	f.drawHeads()
	f.draw()
	var how fyne.CanvasObject = ui.Space(1, 0)
	if f.may {
		how = f.note(f.t("settings.board.note"))
	}
	return stack(f.keepersMay(),
		ui.Card(f.t("settings.board"), nil, ui.Column(12,
			ui.Columns(3, 14, ui.Field(f.t("settings.board.place"), f.where), ui.Field(f.t("settings.board.rows"), f.rows),
				ui.Field(f.t("settings.board.columns"), f.columns)))),
		ui.Card(f.t("settings.board.heads"), add, f.list),
		ui.Card(f.t("settings.board.drawing"), nil, ui.Column(12, how, f.drawing, f.saving(f.keep))))
}

func (f *boardForm) drawHeads() {
	columns := []column{{f.t("settings.board.category"), 3}, {f.t("settings.board.first"), 1}, {f.t("settings.board.last"), 1}, {"", 1}}
	rows := make([][]fyne.CanvasObject, len(f.heads))
	for i, h := range f.heads {
		var remove fyne.CanvasObject = ui.Space(1, 1)
		if f.may {
			remove = ui.NewLinkIn(f.t("wizard.remove"), ui.SizeText, ui.SecondInk(), func() { f.removeHead(i) })
		}
		rows[i] = []fyne.CanvasObject{h.category, h.first, h.last, remove}
	}
	f.list.Objects = []fyne.CanvasObject{f.note(f.t("settings.board.nohead"))}
	if len(rows) > 0 {
		f.list.Objects = []fyne.CanvasObject{sheet(columns, rows)}
	}
	f.list.Refresh()
}

// addHead adds a head over the columns that are still without one.
func (f *boardForm) addHead() {
	g, _ := f.grid()
	next := 1
	for _, h := range g.Heads {
		next = max(next, h.Last+1)
	}
	f.heads = append(f.heads, f.head(-1, next, next))
	f.drawHeads()
	f.touch()
	f.place.Refresh()
}

func (f *boardForm) removeHead(i int) {
	f.heads = slices.Delete(f.heads, i, i+1)
	f.drawHeads()
	f.touch()
	f.place.Refresh()
}

// grid is the board as typed, and whether every field holds a number.
func (f *boardForm) grid() (data.BoardGrid, bool) {
	whole := true
	count := func(e *widget.Entry) int {
		n, err := strconv.Atoi(trimmed(e))
		whole = whole && (err == nil || trimmed(e) == "")
		return n
	}
	g := data.BoardGrid{Place: trimmed(f.where), Rows: count(f.rows), Columns: count(f.columns)}
	for _, h := range f.heads {
		head := data.BoardHead{First: count(h.first), Last: count(h.last)}
		if at := h.category.SelectedIndex(); at >= 0 {
			head.Category = f.facts.categories[at].Code
		}
		g.Heads = append(g.Heads, head)
	}
	for _, p := range f.large { // those that a smaller board has no longer are given up when it is saved
		if g.Has(p) {
			g.Large = append(g.Large, p)
		}
	}
	return g, whole
}

func (f *boardForm) keep() {
	g, whole := f.grid()
	if !whole {
		f.env.Refused(data.Refuse(data.ErrInvalid, "board.number"))
		return
	}
	f.change(func(now *data.Settings) { now.Board = g }, boardSection, f.t("settings.saved"))
}

// draw draws the board as typed, or says what is wrong with it.
func (f *boardForm) draw() {
	g, _ := f.grid()
	switch err := g.Check(); {
	case err != nil:
		f.drawing.Objects = []fyne.CanvasObject{ui.Flush(ui.Wrong(f.env.Words.Error(err)))}
	case !g.Described():
		f.drawing.Objects = []fyne.CanvasObject{f.note(f.t("settings.board.undescribed"))}
	default:
		f.drawing.Objects = []fyne.CanvasObject{f.picture(g)}
	}
	f.drawing.Refresh()
}

// turn makes a pocket one for A3, or one for A4 again.
func (f *boardForm) turn(p data.BoardPlace) {
	if at := slices.Index(f.large, p); at >= 0 {
		f.large = slices.Delete(f.large, at, at+1)
	} else {
		f.large = append(f.large, p)
	}
	f.touch()
}
