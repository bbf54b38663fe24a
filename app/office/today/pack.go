package today

import (
	"bytes"
	"context"
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

// packer makes the packs for the board of paper, and then shows in a strip of its own what can be done with the file.
// Nothing else of the screen is held up meanwhile.
type packer struct {
	env    screen.Env
	loader *ui.Loader
	hand   *ui.Loader // opens and prints
	strip  *fyne.Container
	grown  func() // the strip has become higher or lower

	working bool
}

func newPacker(env screen.Env, grown func()) *packer {
	return &packer{
		env: env, loader: env.Loader.Again(), hand: env.Loader.Again(), strip: ui.Column(0), grown: grown,
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
	p.show()
	today, now := data.DateOf(p.env.Now()), p.env.Now()
	title := p.env.Words.T("today.pack")
	if whole {
		title = p.env.Words.T("menu.board")
	}
	ui.Run(p.env.Works, p.loader, title, func(ctx context.Context, tell ui.Progress) (made, error) {
		tell(p.env.Words.T("pack.reading"), 0, 0)
		if whole {
			return p.board(ctx, today, now, tell)
		}
		return p.changes(ctx, today, now, tell)
	}, p.finished)
}

func (p *packer) changes(ctx context.Context, today data.Date, now time.Time, tell ui.Progress) (made, error) {
	c, left, err := p.env.Desk.BoardChanges(ctx, today)
	if err != nil {
		return made{}, err
	}
	unit, err := p.env.Desk.Unit(ctx)
	if err != nil {
		return made{}, err
	}
	doc, err := reports.BoardPack(ctx, reports.BoardPackInput{
		Unit: unit, Changes: c, LeftOut: desk.Numbers(left), Notice: p.notice,
	}, p.env.Faces, p.told(tell, "pack.laid"))
	if err != nil {
		return made{}, err
	}
	path, err := p.write(ctx, p.env.Words.T("pack.file", string(today)), doc, now, tell)
	return made{path: path, up: len(c.Up), down: len(c.Down), pages: len(doc.Pages), left: left}, err
}

func (p *packer) board(ctx context.Context, today data.Date, now time.Time, tell ui.Progress) (made, error) {
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
		Unit: unit, Day: today, Catalogue: catalogue, Hanging: hanging, Notice: p.notice,
	}, p.env.Faces, p.told(tell, "pack.laid"))
	if err != nil {
		return made{}, err
	}
	path, err := p.write(ctx, p.env.Words.T("pack.wholefile", string(today)), doc, now, tell)
	return made{path: path, up: len(hanging), down: -1, pages: len(doc.Pages), left: left}, err
}

func (p *packer) notice(it data.Item) (page.Document, error) {
	return reports.NoticeOf(it, p.env.Calendar.Between, p.env.Faces)
}

// write paints the pack and puts it into the folder for documents, whole or not at all.
func (p *packer) write(ctx context.Context, name string, doc page.Document, now time.Time, tell ui.Progress) (string, error) {
	var out bytes.Buffer
	if err := pdf.WriteContext(ctx, &out, doc, p.env.Faces, now, p.told(tell, "pack.painted")); err != nil {
		return "", err
	}
	if err := ctx.Err(); err != nil {
		return "", err
	}
	return p.env.Files.Put(name+".pdf", out.Bytes())
}

// told words how far the work is: what is signed is read and checked, then laid out, then written.
func (p *packer) told(tell ui.Progress, key string) func(done, total int) {
	return func(done, total int) { tell(p.env.Words.T(key, done, total), done, total) }
}

// stop ends what is under way.
func (p *packer) stop() {
	p.loader.Stop()
	p.working = false
	p.show()
}

// finished shows what came of the work.
func (p *packer) finished(m made, err error) {
	p.working = false
	if err != nil {
		p.show()
		p.env.Refused(err) // also where the person has broken it off; no file is written then
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
