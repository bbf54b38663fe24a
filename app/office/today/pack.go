package today

import (
	"bytes"
	"context"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/reports"
	"gongkailan/reports/page"
	"gongkailan/reports/pdf"
)

// packer makes the packs for the board of paper, and shows in a strip of its own how far it is, and then what can be
// done with the file. Nothing else of the screen is held up meanwhile.
type packer struct {
	env    screen.Env
	loader *ui.Loader
	hand   *ui.Loader // opens and prints
	strip  *fyne.Container
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

func newPacker(env screen.Env, grown func()) *packer {
	return &packer{
		env: env, loader: env.Loader.Again(), hand: env.Loader.Again(), strip: ui.Column(0), grown: grown, calm: func() {},
	}
}

// made is a pack that is written.
type made struct {
	path     string
	up, down int
	pages    int
	left     []desk.LeftOut
}

// start makes the pack of all that changes today, or of the whole board.
func (p *packer) start(whole bool) {
	if p.working {
		return
	}
	p.working = true
	p.laid.set(0, 0)
	p.painted.set(0, 0)
	p.show()
	p.calm = p.env.After(patience, p.tell)
	today, now := data.DateOf(p.env.Now()), p.env.Now()
	ui.Load(p.loader, func(ctx context.Context) (made, error) {
		if whole {
			return p.board(ctx, today, now)
		}
		return p.changes(ctx, today, now)
	}, p.finished)
}

func (p *packer) changes(ctx context.Context, today data.Date, now time.Time) (made, error) {
	c, left, err := p.env.Desk.BoardChanges(ctx, today)
	if err != nil {
		return made{}, err
	}
	unit, err := p.env.Desk.Unit(ctx)
	if err != nil {
		return made{}, err
	}
	doc, err := reports.BoardPack(ctx, reports.BoardPackInput{
		Unit: unit, Changes: c, LeftOut: desk.Numbers(left), Notice: p.notice(ctx),
	}, p.env.Faces, p.laid.set)
	if err != nil {
		return made{}, err
	}
	path, err := p.write(ctx, p.env.Words.T("pack.file", string(today)), doc, now)
	return made{path: path, up: len(c.Up), down: len(c.Down), pages: len(doc.Pages), left: left}, err
}

func (p *packer) board(ctx context.Context, today data.Date, now time.Time) (made, error) {
	hanging, left, err := p.env.Desk.BoardStanding(ctx, today)
	if err != nil {
		return made{}, err
	}
	unit, err := p.env.Desk.Unit(ctx)
	if err != nil {
		return made{}, err
	}
	catalogue, err := p.env.Desk.Catalogue(ctx, "")
	if err != nil {
		return made{}, err
	}
	doc, err := reports.WholeBoard(ctx, reports.BoardInput{
		Unit: unit, Day: today, Catalogue: catalogue, Hanging: hanging, Notice: p.notice(ctx),
	}, p.env.Faces, p.laid.set)
	if err != nil {
		return made{}, err
	}
	path, err := p.write(ctx, p.env.Words.T("pack.wholefile", string(today)), doc, now)
	return made{path: path, up: len(hanging), down: -1, pages: len(doc.Pages), left: left}, err
}

// notice gives what lays a notice out.
func (p *packer) notice(ctx context.Context) func(data.Item) (page.Document, error) {
	pictures := reports.PicturesOf(ctx, p.env.Desk.File)
	return func(it data.Item) (page.Document, error) {
		return reports.NoticeOf(it, p.env.Calendar.Between, pictures, p.env.Faces)
	}
}

// write paints the pack and puts it into the folder for documents, whole or not at all.
func (p *packer) write(ctx context.Context, name string, doc page.Document, now time.Time) (string, error) {
	var out bytes.Buffer
	if err := pdf.WriteContext(ctx, &out, doc, p.env.Faces, now, p.painted.set); err != nil {
		return "", err
	}
	if err := ctx.Err(); err != nil {
		return "", err
	}
	return p.env.Files.Put(name+".pdf", out.Bytes())
}

// tell shows how far the work is, and a way to break it off.
func (p *packer) tell() {
	if !p.working {
		return
	}
	p.show(ui.Panel(ui.Pad(6, 6, 18, 12, ui.Frame(nil, nil, ui.Text(p.progress(), ui.SizeText, ui.Ink()),
		ui.NewButton(p.env.Words.T("pack.cancel"), p.cancel), ui.Space(1, 1)))))
	p.calm = p.env.After(beat, p.tell)
}

// progress words how far the work is: first what is signed is read and checked, then laid out, then written.
func (p *packer) progress() string {
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
func (p *packer) cancel() {
	p.stop()
	p.env.Refused(data.Refuse(data.ErrRefused, "print.cancelled"))
}

// stop ends what is under way.
func (p *packer) stop() {
	p.loader.Stop()
	p.ended()
	p.show()
}

func (p *packer) ended() {
	p.working = false
	p.calm()
}

// finished shows what came of the work.
func (p *packer) finished(m made, err error) {
	p.ended()
	if err != nil {
		p.show()
		p.env.Refused(err)
		return
	}
	w := p.env.Words
	said := w.T("pack.done", m.up, m.down, m.pages)
	switch {
	case m.down < 0:
		said = w.T("pack.wholedone", m.up, m.pages)
	case m.up+m.down+len(m.left) == 0:
		said = w.T("pack.nothing")
	}
	file := func(context.Context) (string, error) { return m.path, nil }
	right := ui.Line(8,
		ui.NewButton(w.T("paper.open"), func() { p.env.ShowPaper(p.hand, file) }),
		ui.NewButton(w.T("items.print"), func() { p.env.Print(p.hand, file) }),
		ui.NewButton(w.T("file.folder"), p.env.ShowFolder),
		ui.NewClose(ui.SecondInk(), func() { p.show() }))
	rows := []fyne.CanvasObject{ui.Panel(ui.Pad(6, 6, 18, 16, ui.Frame(nil, nil, ui.Bold(said, ui.SizeText, ui.Ink()), right, ui.Space(1, 1))))}
	for _, l := range m.left {
		rows = append(rows, ui.AccentCard(ui.Red(), ui.Flush(ui.Paragraph(w.T("cli.board.left", l.Number, w.Error(l.Why))))))
	}
	p.show(rows...)
}

// show fills the strip; nothing empties it.
func (p *packer) show(rows ...fyne.CanvasObject) {
	p.strip.Objects = nil
	if len(rows) > 0 {
		p.strip.Objects = []fyne.CanvasObject{ui.Pad(ui.Gap, 0, 0, 0, ui.Column(8, rows...))}
	}
	p.grown()
}
