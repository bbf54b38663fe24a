// Package packstrip is the strip on which a screen makes the papers for the board: what changes today, the whole board,
// header sheets, index. How far it is stands where the desk shows all long work; here stands what came of it, and what
// can be done with the file.
//
// Areas of the desk do not import one another; more than one of them prints the board.
package packstrip

import (
	"context"

	"fyne.io/fyne/v2"

	"gongkailan/app/boardpack"
	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/desk"
)

// Strip makes the papers one at a time. Nothing else of the screen is held up meanwhile.
type Strip struct {
	env    screen.Env
	loader *ui.Loader
	hand   *ui.Loader // opens and prints
	place  *fyne.Container
	grown  func() // the strip has become higher or lower

	working bool
}

// New makes an empty strip; grown is called when it has become higher or lower.
func New(env screen.Env, grown func()) *Strip {
	return &Strip{env: env, loader: env.Loader.Again(), hand: env.Loader.Again(), place: ui.Column(0), grown: grown}
}

// Object is what the screen shows.
func (p *Strip) Object() fyne.CanvasObject { return p.place }

// made is a paper that is written.
type made struct {
	path string
	said string
	left []desk.LeftOut
}

// Changes makes the pack of all that changes on the board today.
func (p *Strip) Changes() {
	w := p.env.Words
	p.start("pack.file", boardpack.Job.Changes, func(paper boardpack.Paper) string {
		if len(paper.Up)+len(paper.Down)+len(paper.Left) == 0 {
			return w.T("pack.nothing")
		}
		return w.T("pack.done", len(paper.Up), len(paper.Down), paper.Pages)
	})
}

// Whole makes the pack of the whole board.
func (p *Strip) Whole() {
	p.start("pack.wholefile", boardpack.Job.Whole, func(paper boardpack.Paper) string {
		return p.env.Words.T("pack.wholedone", len(paper.Up), paper.Pages)
	})
}

// Headers makes the header sheets of the categories.
func (p *Strip) Headers() {
	p.start("pack.headersfile", boardpack.Job.Headers, func(paper boardpack.Paper) string {
		return p.env.Words.T("pack.headersdone", paper.Pages)
	})
}

// Index makes the sheet that tells what hangs.
func (p *Strip) Index() {
	p.start("pack.indexfile", boardpack.Job.Index, func(paper boardpack.Paper) string {
		return p.env.Words.T("pack.indexdone", len(paper.Up), paper.Pages)
	})
}

// start makes a paper under a name that has the day in it, and words what came of it.
func (p *Strip) start(
	name string, lay func(boardpack.Job, context.Context, data.Date) (boardpack.Paper, error), word func(boardpack.Paper) string,
) {
	if p.working {
		return
	}
	p.working = true
	p.show()
	now := p.env.Now()
	today := data.DateOf(now)
	file := p.env.Words.T(name, string(today))
	ui.Run(p.env.Works, p.loader, file, func(ctx context.Context, tell ui.Progress) (made, error) {
		tell(p.env.Words.T("pack.reading"), 0, 0)
		paper, err := lay(boardpack.Job{
			Desk: p.env.Desk, Faces: p.env.Faces, Calendar: p.env.Calendar, Now: now,
			Laid: p.told(tell, "pack.laid"), Painted: p.told(tell, "pack.painted"),
		}, ctx, today)
		if err != nil {
			return made{}, err
		}
		path, err := p.env.Files.Put(file+".pdf", paper.PDF)
		return made{path: path, said: word(paper), left: paper.Left}, err
	}, p.finished)
}

// told words how far the work is: what is signed is read and checked, then laid out, then written.
func (p *Strip) told(tell ui.Progress, key string) func(done, total int) {
	return func(done, total int) { tell(p.env.Words.T(key, done, total), done, total) }
}

// Stop ends what is under way.
func (p *Strip) Stop() {
	p.loader.Stop()
	p.working = false
	p.show()
}

// finished shows what came of the work.
func (p *Strip) finished(m made, err error) {
	p.working = false
	if err != nil {
		p.show()
		p.env.Refused(err) // also where the person has broken it off; no file is written then
		return
	}
	w := p.env.Words
	file := func(context.Context) (string, error) { return m.path, nil }
	right := ui.Line(8,
		ui.NewButton(w.T("paper.open"), func() { p.env.ShowPaper(p.hand, file) }),
		ui.NewButton(w.T("items.print"), func() { p.env.Print(p.hand, file) }),
		ui.NewButton(w.T("file.folder"), p.env.ShowFolder),
		ui.NewClose(ui.SecondInk(), func() { p.show() }))
	rows := []fyne.CanvasObject{ui.Panel(ui.Pad(6, 6, 18, 16, ui.Frame(nil, nil, ui.Bold(m.said, ui.SizeText, ui.Ink()), right, ui.Space(1, 1))))}
	for _, l := range m.left {
		rows = append(rows, ui.AccentCard(ui.Red(), ui.Flush(ui.Paragraph(w.T("cli.board.left", l.Number, w.Error(l.Why))))))
	}
	p.show(rows...)
}

// show fills the strip; nothing empties it.
func (p *Strip) show(rows ...fyne.CanvasObject) {
	p.place.Objects = nil
	if len(rows) > 0 {
		p.place.Objects = []fyne.CanvasObject{ui.Pad(ui.Gap, 0, 0, 0, ui.Column(8, rows...))}
	}
	p.grown()
}
