// Package packstrip is the strip on which a screen makes the papers for the board: what changes today, the whole board,
// header sheets, index. It shows how far it is, and then what can be done with the file.
//
// Areas of the desk do not import one another; more than one of them prints the board.
package packstrip

import (
	"context"
	"sync/atomic"
	"time"

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
	calm    func() // calls the next look at the progress off
	laid    progress
	painted progress
}

// progress is how far the work beside the main goroutine is.
type progress struct{ done, total atomic.Int64 }

func (p *progress) set(done, total int) {
	p.total.Store(int64(total))
	p.done.Store(int64(done))
}

const (
	// patience is how long a pack may take before the strip tells how far it is.
	patience = 500 * time.Millisecond
	// beat is how often it tells so anew.
	beat = 200 * time.Millisecond
)

// New makes an empty strip; grown is called when it has become higher or lower.
func New(env screen.Env, grown func()) *Strip {
	return &Strip{
		env: env, loader: env.Loader.Again(), hand: env.Loader.Again(), place: ui.Column(0), grown: grown, calm: func() {},
	}
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
	p.laid.set(0, 0)
	p.painted.set(0, 0)
	p.show()
	p.calm = p.env.After(patience, p.tell)
	now := p.env.Now()
	today := data.DateOf(now)
	job := boardpack.Job{
		Desk: p.env.Desk, Faces: p.env.Faces, Calendar: p.env.Calendar, Now: now, Laid: p.laid.set, Painted: p.painted.set,
	}
	ui.Load(p.loader, func(ctx context.Context) (made, error) {
		paper, err := lay(job, ctx, today)
		if err != nil {
			return made{}, err
		}
		path, err := p.env.Files.Put(p.env.Words.T(name, string(today))+".pdf", paper.PDF)
		return made{path: path, said: word(paper), left: paper.Left}, err
	}, p.finished)
}

// tell shows how far the work is, and a way to break it off.
func (p *Strip) tell() {
	if !p.working {
		return
	}
	p.show(ui.Panel(ui.Pad(6, 6, 18, 12, ui.Frame(nil, nil, ui.Text(p.progress(), ui.SizeText, ui.Ink()),
		ui.NewButton(p.env.Words.T("pack.cancel"), p.cancel), ui.Space(1, 1)))))
	p.calm = p.env.After(beat, p.tell)
}

// progress words how far the work is: first what is signed is read and checked, then laid out, then written.
func (p *Strip) progress() string {
	w := p.env.Words
	if total := p.painted.total.Load(); total > 0 {
		return w.T("pack.painted", int(p.painted.done.Load()), int(total))
	}
	if total := p.laid.total.Load(); total > 0 {
		return w.T("pack.laid", int(p.laid.done.Load()), int(total))
	}
	return w.T("pack.reading")
}

// cancel breaks the work off; no file is written.
func (p *Strip) cancel() {
	p.Stop()
	p.env.Refused(data.Refuse(data.ErrRefused, "print.cancelled"))
}

// Stop ends what is under way.
func (p *Strip) Stop() {
	p.loader.Stop()
	p.ended()
	p.show()
}

func (p *Strip) ended() {
	p.working = false
	p.calm()
}

// finished shows what came of the work.
func (p *Strip) finished(m made, err error) {
	p.ended()
	if err != nil {
		p.show()
		p.env.Refused(err)
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
