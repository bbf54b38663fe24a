// Package board is the area of the board of paper: the wall as it hangs, what is to be hung and taken down, and the
// record of both.
//
// The rules are data.PlanBoard's; the screen draws the plan, takes the person's choice of pockets, and has the desk record
// it. What is recorded stays in the signed log: a record made in error is ended with a note.
package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/boardpack"
	"gongkailan/app/office/packstrip"
	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
)

// Board is the screen of the area.
type Board struct {
	env     screen.Env
	loader  *ui.Loader
	worker  *ui.Loader // records
	packs   *packstrip.Strip
	notices *boardpack.Notices
	prints  *prints

	head   *fyne.Container
	wall   *fyne.Container // the board as it hangs, or the list of what hangs
	side   *fyne.Container
	beside *container.Scroll // around the side
	root   *fyne.Container

	shown facts
	read  bool   // that the board was read at least once
	open  opened // what stands on top of the column at the right; nil for nothing
	busy  bool
}

// opened is what is open at the right: what hangs somewhere, or a form.
type opened interface {
	object() fyne.CanvasObject
	// renewed finds the same thing after the board was read anew; nil where it is gone.
	renewed(f facts) opened
	// marks tells whether a pocket belongs to it.
	marks(p data.BoardPlace) bool
}

var (
	_ screen.Screen  = (*Board)(nil)
	_ screen.Printer = (*Board)(nil)
	_ screen.Packer  = (*Board)(nil)
)

// New makes the screen.
func New(env screen.Env) *Board {
	b := &Board{
		env: env, loader: env.Loader.Again(), worker: env.Loader.Again(),
		notices: boardpack.NewNotices(env.Calendar, env.Desk.File, env.Faces),
		head:    container.NewStack(), wall: container.NewStack(), side: ui.Column(ui.Gap),
	}
	b.prints = newPrints(env, b.notices)
	b.packs = packstrip.New(env, func() { b.root.Refresh() })
	b.beside = container.NewVScroll(ui.Pad(4, 8, 4, 4, b.side))
	b.beside.SetMinSize(fyne.NewSize(sideWidth+8, 100))
	top := ui.Pad(18, ui.Gap, 22, 22, ui.Column(0, b.head, b.packs.Object()))
	b.root = ui.Frame(top, nil, nil, nil, ui.Pad(0, 18, 22, 22, ui.Frame(nil, nil, nil, ui.Pad(-4, 0, ui.Gap-4, -4, b.beside), b.wall)))
	b.layHead()
	return b
}

// sideWidth is the column at the right.
const sideWidth float32 = 372

// Object is what the desk shows.
func (b *Board) Object() fyne.CanvasObject { return b.root }

// Leave stops what is being read, painted and made.
func (b *Board) Leave() {
	b.loader.Stop()
	b.prints.stop()
	b.packs.Stop()
}

// Print makes the pack of all that changes on the board today.
func (b *Board) Print() { b.packs.Changes() }

// Pack makes the pack of all that changes on the board today, or of the whole board.
func (b *Board) Pack(whole bool) {
	if whole {
		b.packs.Whole()
		return
	}
	b.packs.Changes()
}

// Load reads the board.
func (b *Board) Load() { ui.Load(b.loader, b.gather, b.show) }

func (b *Board) show(f facts, err error) {
	if err != nil {
		b.env.Refused(err)
		return
	}
	b.shown, b.read = f, true
	if b.open != nil {
		b.open = b.open.renewed(f)
	}
	b.render()
}

// put opens something at the right; nil closes what is open.
func (b *Board) put(o opened) {
	b.open = o
	b.render()
}

// render draws the board and the column beside it anew.
func (b *Board) render() {
	b.layHead()
	b.wall.Objects = []fyne.CanvasObject{b.layWall()}
	b.wall.Refresh()
	b.side.Objects = b.laySide()
	// Paragraphs know how high they are once they know how wide: laid out twice, nothing lies over another.
	b.side.Refresh()
	b.beside.Refresh()
}

// layHead is the title with where the board hangs, and what can be printed.
func (b *Board) layHead() {
	w, grid := b.env.Words, b.shown.plan.Grid
	title := ui.Line(14, ui.Bold(w.T("area.board"), ui.SizeTitle, ui.Ink()))
	if grid.Described() {
		said := w.T("board.size", grid.Rows, grid.Columns)
		if grid.Place != "" {
			said = shortened(grid.Place, mostPlace) + " · " + said
		}
		title.Add(ui.Text(said, ui.SizeText, ui.SecondInk()))
		if b.mayDescribe() {
			title.Add(ui.NewLink(w.T("board.describe"), b.describe))
		}
	}
	right := ui.Line(8,
		ui.NewButton(w.T("board.headers"), b.packs.Headers), ui.NewButton(w.T("board.index"), b.packs.Index),
		ui.NewButton(w.T("board.whole"), b.packs.Whole), ui.NewPrimary(w.T("today.pack"), b.packs.Changes))
	b.head.Objects = []fyne.CanvasObject{ui.Frame(nil, nil, title, right, ui.Space(1, 34))}
	b.head.Refresh()
}

// mostPlace is how many characters of the place stand in the head.
const mostPlace = 14

func shortened(text string, most int) string {
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return text
}

// byWords tells whether paragraphs break between words.
func (b *Board) byWords() bool { return b.env.Words.Language == words.English }

func (b *Board) today() data.Date { return data.DateOf(b.env.Now()) }

// note is a paragraph in the second ink.
func (b *Board) note(text string) fyne.CanvasObject { return ui.Note(text, b.byWords()) }

// may tells whether the person may record what the board did for the item.
func (b *Board) may(it data.Item) bool {
	return data.MayRecordUse(it, b.env.Session.Person(), b.today()) == nil
}
