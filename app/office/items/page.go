package items

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/office/screen"
	"gongkailan/app/pageview"
	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/reports"
	"gongkailan/reports/page"
)

// Page is one item: steps across the top, content and acts at the left, the page as it will hang at the right.
type Page struct {
	env     screen.Env
	number  string
	loader  *ui.Loader // reads
	worker  *ui.Loader // acts and saves
	painter *ui.Loader // lays the preview out
	printer *ui.Loader // writes documents

	view   *pageview.View
	head   *fyne.Container
	steps  *fyne.Container
	left   *fyne.Container
	scroll *container.Scroll // of the column
	side   *fyne.Container
	foot   *fyne.Container // under the column, always in sight
	root   fyne.CanvasObject

	lobby    *lobbyCard
	pictures *pictures // of notices as they are drawn

	facts  facts
	editor *editor  // while the draft may be edited
	found  []string // what the check has found so far, for the reason of sending back
}

// facts is what the page shows, as read in one go.
type facts struct {
	item      data.Item
	acts      []data.Act
	editable  bool
	live      bool // an older version is up
	broken    error
	catalogue data.Catalogue
	offices   []data.Office
	people    []data.Person
	unit      data.Unit
	next      desk.Awaited   // for what the item waits, and who may do it
	uses      []data.ItemUse // what channels did for it
	mayRecord bool           // this person may record what channels do
	duties    []data.Duty
	// boardDescribed: what hangs in which pocket is recorded on the board's own screen.
	boardDescribed bool
}

var (
	_ screen.Screen   = (*Page)(nil)
	_ screen.Keeper   = (*Page)(nil)
	_ screen.Printer  = (*Page)(nil)
	_ screen.Exporter = (*Page)(nil)
	_ screen.Dropper  = (*Page)(nil)
)

// leftWidth is the width of the column of forms, in device-independent pixels.
const leftWidth float32 = 520

// cardRoom is what a card keeps free at both sides of its content.
const cardRoom float32 = 40

// NewPage makes the page of an item.
func NewPage(env screen.Env, number string) *Page {
	p := &Page{
		env: env, number: number, loader: env.Loader.Again(), worker: env.Loader.Again(), painter: env.Loader.Again(), printer: env.Loader.Again(),
		head: container.NewStack(), steps: container.NewStack(), left: container.NewVBox(), foot: container.NewStack(),
	}
	p.pictures = newPictures(env)
	p.lobby = newLobbyCard(p)
	p.view = pageview.New(env.Faces, env.Loader)
	preview := pageview.NewPreview(p.view, env.Words.T("items.preview"), env.Words)
	p.scroll = ui.ScrollingForm(ui.Pad(0, 18, 22, 18, p.left), p.env.After)
	p.scroll.SetMinSize(fyne.NewSize(leftWidth+40, 200))
	p.side = ui.Frame(nil, p.foot, nil, nil, p.scroll)
	p.root = ui.Frame(ui.Column(12, ui.Pad(18, 0, 22, 22, p.head), ui.Pad(0, 14, 22, 22, p.steps)), nil, p.side, nil, preview.Object())
	return p
}

// Object is what the desk shows.
func (p *Page) Object() fyne.CanvasObject { return p.root }

var _ screen.Guided = (*Page)(nil)

// Topic is the page of the help that fits what the person has before them.
func (p *Page) Topic() string {
	switch {
	case p.editor != nil:
		return "propose"
	case p.facts.item.PublishedOn() != "":
		return "publish"
	default:
		return "check"
	}
}

// Keep saves what was typed.
func (p *Page) Keep(then func(error)) {
	if p.editor == nil {
		then(nil)
		return
	}
	p.editor.keep(then)
}

// Dropped attaches files that were let go over the window.
func (p *Page) Dropped(files []screen.DroppedFile) {
	if p.editor == nil {
		p.env.Refused(data.Refuse(data.ErrRefused, "attach.notdraft"))
		return
	}
	p.editor.files.drop(files)
}

// told says that a save by itself has failed, and why.
func (p *Page) told(err error) {
	if err != nil {
		p.env.Notices.Refused(p.env.Words.Error(err))
	}
}

// Leave stops what is being read and drawn.
func (p *Page) Leave() {
	p.loader.Stop()
	p.painter.Stop()
	p.lobby.loader.Stop()
}

// Load reads the item anew.
func (p *Page) Load() { ui.Load(p.loader, p.read, p.show) }

func (p *Page) read(ctx context.Context) (facts, error) {
	var f facts
	var err error
	if f.item, err = p.env.Desk.Item(ctx, p.number); err != nil {
		return f, err
	}
	if f.acts, err = p.env.Session.Acts(ctx, f.item); err != nil {
		return f, err
	}
	if f.catalogue, err = p.env.Desk.Catalogue(ctx, ""); err != nil {
		return f, err
	}
	if f.offices, err = p.env.Desk.Offices(ctx); err != nil {
		return f, err
	}
	if f.unit, err = p.env.Desk.Unit(ctx); err != nil {
		return f, err
	}
	if f.broken = p.env.Desk.Sound(ctx, f.item); f.broken != nil {
		f.acts = slices.DeleteFunc(f.acts, func(act data.Act) bool { return !mends(act) })
	}
	if err = p.readWork(ctx, &f); err != nil {
		return f, err
	}
	f.editable = data.MayEdit(f.item, p.env.Session.Person(), data.DateOf(p.env.Now())) == nil
	if f.item.Version > 1 && f.item.Status != data.Published {
		_, gone := p.env.Desk.Live(ctx, p.number)
		f.live = gone == nil
	}
	return f, nil
}

// mends lists the acts that are left for an item whose seal is broken: those that take it out of the way.
func mends(act data.Act) bool {
	return act == data.ActWithdraw || act == data.ActRevise || act == data.ActSendBack
}

// readWork reads what is to be done about the item, by whom, and what was done to disclose it.
func (p *Page) readWork(ctx context.Context, f *facts) error {
	var err error
	if f.people, err = p.env.Desk.People(ctx); err != nil {
		return err
	}
	if f.next, err = p.env.Desk.WhoNext(ctx, f.item); err != nil {
		return err
	}
	if f.uses, err = p.env.Desk.Uses(ctx, f.item.ID); err != nil {
		return err
	}
	if f.duties, err = p.env.Desk.DutiesOf(ctx, f.item); err != nil {
		return err
	}
	settings, err := p.env.Desk.Settings(ctx)
	f.boardDescribed = settings.Board.Described()
	f.mayRecord = f.item.PublishedOn() != "" && data.MayRecordUse(f.item, p.env.Session.Person(), data.DateOf(p.env.Now())) == nil
	return err
}

func (p *Page) show(f facts, err error) {
	if err != nil {
		p.env.Notices.Refused(p.env.Words.Error(err))
		return
	}
	same := p.editor != nil && f.editable && f.item.Version == p.facts.item.Version
	p.facts = f
	p.lobby.load()
	if same {
		p.editor.renew(f.item) // the form stays, with the caret where it is
		return
	}
	p.head.Objects = []fyne.CanvasObject{p.headLine()}
	p.steps.Objects = []fyne.CanvasObject{ui.Steps(p.course())}
	p.editor = nil
	var column []fyne.CanvasObject
	if f.broken != nil {
		column = append(column, ui.AccentCard(ui.Red(), ui.Paragraph(p.env.Words.Error(f.broken))))
	}
	if f.live {
		column = append(column, ui.AccentCard(ui.Green(), ui.Paragraph(p.env.Words.T("items.live"))))
	}
	p.foot.Objects = nil
	if f.editable {
		p.editor = newEditor(p)
		column = append(column, p.editor.guard.place, p.editor.card())
		p.editor.guard.look()
		p.foot.Objects = []fyne.CanvasObject{p.draftBar()} // the form is long; what it leads to stays in sight
	} else {
		column = append(column, p.actCard(), p.contentCard())
	}
	column = append(column, p.lobby.place)
	if channels := p.channelCard(); channels != nil {
		column = append(column, channels)
	}
	if len(f.item.Steps) > 0 {
		column = append(column, p.historyCard())
	}
	p.left.Objects = []fyne.CanvasObject{ui.Column(ui.Gap, column...)}
	p.root.Refresh() // head and steps may have become higher
	p.side.Refresh()
	p.left.Refresh()
	p.preview(f.item)
}

// headLine is number, title, state and what comes next, with the two documents at the right.
func (p *Page) headLine() fyne.CanvasObject {
	w, it := p.env.Words, p.facts.item
	status := it.StatusOn(data.DateOf(p.env.Now()))
	back := ui.NewLinkIn(w.T("area.items")+" ›", ui.SizeText, ui.SecondInk(), func() { p.env.Go(screen.Route{Area: screen.Items}) })
	title := ui.Bold(it.Number+" "+w.T("kind."+string(it.Kind)), ui.SizeTitle, ui.Ink())
	left := ui.Line(12, back, title, ui.Badge(w.T("status."+string(status)), screen.StatusTone(status)))
	next := ui.Shortened(p.nextLine())
	right := ui.Line(8, ui.NewButton(w.T("items.form"), p.printForm), ui.NewButton(w.T("paper.saveas"), p.SavePaperAs),
		ui.NewButton(w.T("paper.open"), p.ShowPaper), ui.NewButton(w.T("items.print"), p.Print))
	return ui.Frame(nil, nil, left, right, ui.Pad(0, 0, 5, 5, next))
}

// nextLine says what is next, and who may do it by name.
func (p *Page) nextLine() string {
	w := p.env.Words
	status := p.facts.item.StatusOn(data.DateOf(p.env.Now()))
	line := w.T("next." + string(status))
	if p.facts.next.Act == "" {
		return line
	}
	if len(p.facts.next.People) == 0 {
		return w.T("items.nobody", line)
	}
	const named = 4
	var names []string
	for _, person := range p.facts.next.People {
		names = append(names, person.Name)
	}
	by := strings.Join(names[:min(named, len(names))], w.T("list.comma"))
	if len(names) > named {
		by = w.T("items.andothers", by, len(names))
	}
	return w.T("items.by", line, by)
}

// preview lays the item out beside the main goroutine. What is not written yet is stood in for, so that the page can be
// seen from the first word on.
func (p *Page) preview(it data.Item) {
	w := p.env.Words
	if strings.TrimSpace(it.Title) == "" {
		it.Title = w.T("items.titlehere")
	}
	if strings.TrimSpace(it.Body) == "" {
		it.Body = w.T("items.bodyhere")
	}
	ui.Load(p.painter, func(ctx context.Context) (drawn, error) {
		doc, err := reports.NoticeOf(it, p.env.Calendar.Between, p.pictures.of(ctx), p.env.Faces)
		return drawn{doc, p.env.Faces.Missing(doc)}, err
	}, func(d drawn, err error) {
		if err != nil {
			p.env.Notices.Refused(w.Error(err))
			return
		}
		p.view.SetDocument(d.doc)
		if p.editor != nil {
			p.editor.paintable(d.missing)
		}
	})
}

// drawn is a notice as laid out, and the characters in it that no face can paint.
type drawn struct {
	doc     page.Document
	missing []rune
}

// current is the item as it stands on the screen.
func (p *Page) current() data.Item {
	it := p.facts.item
	if p.editor != nil {
		it.Content, it.Form = p.editor.content(), p.editor.words.form()
	}
	return it
}
