package items

import (
	"bytes"
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/office/screen"
	"gongkailan/app/pageview"
	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/reports"
	"gongkailan/reports/page"
	"gongkailan/reports/pdf"
)

// Page is one item: steps across the top, content and acts at the left, the page as it will hang at the right.
type Page struct {
	env     screen.Env
	number  string
	loader  *ui.Loader // reads
	worker  *ui.Loader // acts and saves
	painter *ui.Loader // lays the preview out

	view  *pageview.View
	head  *fyne.Container
	steps *fyne.Container
	left  *fyne.Container
	root  fyne.CanvasObject

	facts  facts
	editor *editor // while the draft may be edited
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
	unit      data.Unit
}

var _ screen.Screen = (*Page)(nil)

// leftWidth is the width of the column of forms, in device-independent pixels.
const leftWidth float32 = 520

// NewPage makes the page of an item.
func NewPage(env screen.Env, number string) *Page {
	p := &Page{
		env: env, number: number, loader: env.Loader.Again(), worker: env.Loader.Again(), painter: env.Loader.Again(),
		head: container.NewStack(), steps: container.NewStack(), left: container.NewVBox(),
	}
	p.view = pageview.New(env.Faces, env.Loader)
	preview := pageview.NewPreview(p.view, env.Words.T("items.preview"), env.Words)
	scroll := container.NewVScroll(ui.Pad(0, 16, 22, 18, p.left))
	scroll.SetMinSize(fyne.NewSize(leftWidth+40, 200))
	p.root = container.NewBorder(
		container.NewVBox(ui.Pad(14, 10, 22, 22, p.head), ui.Pad(0, 6, 22, 22, p.steps)), nil,
		scroll, nil, preview.Object())
	return p
}

// Object is what the desk shows.
func (p *Page) Object() fyne.CanvasObject { return p.root }

// Leave saves what was typed.
func (p *Page) Leave() {
	if p.editor != nil {
		p.editor.flush()
	}
	p.loader.Stop()
	p.painter.Stop()
}

// Load reads the item anew. What is being typed is kept: a draft that is open is not read over.
func (p *Page) Load() {
	if p.editor != nil && p.editor.dirty {
		return
	}
	ui.Load(p.loader, p.read, p.show)
}

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
	f.broken = p.env.Desk.Sound(ctx, f.item)
	f.editable = data.MayEdit(f.item, p.env.Session.Person(), data.DateOf(p.env.Now())) == nil
	if f.item.Version > 1 && f.item.Status != data.Published {
		_, gone := p.env.Desk.Live(ctx, p.number)
		f.live = gone == nil
	}
	return f, nil
}

func (p *Page) show(f facts, err error) {
	if err != nil {
		p.env.Notices.Refused(p.env.Words.Error(err))
		return
	}
	p.facts = f
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
	if f.editable {
		p.editor = newEditor(p)
		column = append(column, p.editor.card())
	} else {
		column = append(column, p.contentCard())
	}
	if card := p.actCard(); card != nil {
		column = append(column, card)
	}
	if len(f.item.Steps) > 0 {
		column = append(column, p.historyCard())
	}
	p.left.Objects = []fyne.CanvasObject{ui.Column(ui.Gap, column...)}
	for _, part := range []*fyne.Container{p.head, p.steps, p.left} {
		part.Refresh()
	}
	p.preview(f.item)
}

// headLine is number, title, state and what comes next, with the two documents at the right.
func (p *Page) headLine() fyne.CanvasObject {
	w, it := p.env.Words, p.facts.item
	status := it.StatusOn(data.DateOf(p.env.Now()))
	back := ui.NewLinkIn(w.T("area.items")+" ›", ui.SizeText, ui.SecondInk(), func() { p.env.Go(screen.Route{Area: screen.Items}) })
	title := ui.Bold(it.Number+" "+w.T("kind."+string(it.Kind)), ui.SizeTitle, ui.Ink())
	next := ui.Text(p.nextLine(), ui.SizeText, ui.SecondInk())
	notice := widget.NewButton(w.T("items.print"), p.Print)
	form := widget.NewButton(w.T("items.form"), p.printForm)
	return container.NewBorder(nil, nil, ui.Line(12, back, title, ui.Badge(w.T("status."+string(status)), Tone(status)), next), ui.Line(8, form, notice))
}

// nextLine says who does what next.
func (p *Page) nextLine() string {
	status := p.facts.item.StatusOn(data.DateOf(p.env.Now()))
	return p.env.Words.T("next." + string(status))
}

// preview lays the item out beside the main goroutine.
func (p *Page) preview(it data.Item) {
	ui.Load(p.painter, func(context.Context) (page.Document, error) {
		return reports.NoticeOf(it, p.env.Calendar.Between, p.env.Faces)
	}, func(doc page.Document, err error) {
		if err != nil { // no title or no text yet: an empty sheet
			doc = page.Document{Pages: []page.Page{{Width: page.SheetWidth, Height: page.SheetHeight}}}
		}
		p.view.SetDocument(doc)
	})
}

// Print writes the notice as PDF and opens it. One whose seal is broken is refused.
func (p *Page) Print() {
	p.document(p.env.Words.T("items.noticefile", p.number), func() (page.Document, error) {
		if p.facts.broken != nil {
			return page.Document{}, p.facts.broken
		}
		return reports.NoticeOf(p.current(), p.env.Calendar.Between, p.env.Faces)
	})
}

func (p *Page) printForm() {
	p.document(p.env.Words.T("items.formfile", p.number), func() (page.Document, error) {
		f := p.facts
		return reports.ApprovalForm(reports.ApprovalInput{
			Unit: f.unit, Item: p.current(), Catalogue: f.catalogue, Offices: f.offices, Today: data.DateOf(p.env.Now()),
		}, p.env.Faces), nil
	})
}

// current is the item as it stands on the screen.
func (p *Page) current() data.Item {
	it := p.facts.item
	if p.editor != nil {
		it.Content = p.editor.content()
	}
	return it
}

func (p *Page) document(name string, lay func() (page.Document, error)) {
	made := p.env.Now()
	ui.Load(p.worker, func(context.Context) (string, error) {
		doc, err := lay()
		if err != nil {
			return "", err
		}
		var out bytes.Buffer
		if err := pdf.Write(&out, doc, p.env.Faces, made); err != nil {
			return "", err
		}
		return p.env.Files.Save(name+".pdf", out.Bytes())
	}, func(path string, err error) {
		if err != nil {
			p.env.Notices.Refused(p.env.Words.Error(err))
			return
		}
		p.env.Notices.Done(p.env.Words.T("items.saved", path))
	})
}
