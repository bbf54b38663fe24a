package items

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// part is one part of the form, in the order in which one fills it in.
type part struct {
	fold *ui.Fold
	said func() (summary string, wrong bool)
}

// parts are the form as it lies on the screen.
type parts struct {
	words, text, files, reach, period, sign, filing *part

	sheet *fyne.Container
}

// all lists the parts in their order.
func (p parts) all() []*part {
	list := []*part{p.words, p.text, p.files, p.reach, p.period, p.sign}
	if p.filing != nil {
		list = append(list, p.filing)
	}
	return list
}

// say has every head tell what its part holds.
func (p parts) say() {
	for _, one := range p.all() {
		one.fold.Say(one.said())
	}
}

// layOut makes the form: what is said, to whom, for how long, and by whom. What is usually right by itself is closed and
// tells in one line what it holds.
func (e *editor) layOut() {
	w := e.page.env.Words
	make1 := func(key string, open bool, content fyne.CanvasObject, said func() (string, bool)) *part {
		return &part{ui.NewFold(w.T(key), open, content, e.relaid), said}
	}
	e.parts = parts{
		words:  make1("editor.part.words", true, e.wordsPart(), e.saidOfWords),
		text:   make1("editor.part.text", true, e.textPart(), e.saidOfText),
		files:  make1("editor.part.files", false, e.files.object, e.files.said),
		reach:  make1("editor.part.reach", false, e.reachPart(), e.reach.said),
		period: make1("editor.part.period", false, e.periodPart(), e.period.said),
		sign:   make1("editor.part.sign", false, e.signPart(), e.saidOfSign),
	}
	if e.filing != nil {
		e.parts.filing = make1("editor.part.filing", true, e.filing.object, e.filing.said)
	}
	e.parts.sheet = ui.Column(0)
	for i, one := range e.parts.all() {
		if i > 0 {
			e.parts.sheet.Add(ui.Hair(ui.Hairline()))
		}
		e.parts.sheet.Add(one.fold.Object)
	}
}

// card is the form.
func (e *editor) card() fyne.CanvasObject { return ui.Panel(ui.Pad(2, 2, 0, 0, e.parts.sheet)) }

func pair(a, b fyne.CanvasObject) fyne.CanvasObject { return ui.Columns(2, ui.Gap, a, b) }

// wordsPart is from where the item comes, and the template that makes its words.
func (e *editor) wordsPart() fyne.CanvasObject {
	w := e.page.env.Words
	e.words.kind, e.words.kindRow = ui.Named(w.T("items.kind"), ui.Columns(2, ui.Gap, e.kind, ui.Space(1, 1))), container.NewStack()
	return ui.Column(7,
		ui.Fact(w.T("items.entry"), e.entryName()),
		ui.Named(w.T("editor.template"), ui.Column(4, e.words.pick, e.words.ways)),
		e.words.kindRow,
	)
}

// textPart is title and body, or the fields from which they are made.
func (e *editor) textPart() fyne.CanvasObject {
	w := e.page.env.Words
	title := ui.Named(w.T("items.title"), ui.Column(4, e.title, e.words.titleNote, e.titleMarks.place))
	e.words.body, e.words.bodyRow = ui.Named(w.T("items.body"), ui.Column(4, e.body, e.bodyMarks.place)), container.NewStack()
	column := ui.Column(7, title, e.words.place, e.words.bodyRow, e.words.unpainted)
	if e.base.Correction != "" {
		column.Add(ui.Named(w.T("editor.correction"), e.correction))
	}
	return column
}

func (e *editor) reachPart() fyne.CanvasObject {
	w := e.page.env.Words
	rows := []fyne.CanvasObject{
		pair(ui.Named(w.T("items.audience"), e.reach.audience), ui.Named(w.T("catalog.decision"), e.decision)),
	}
	if known, ok := e.page.facts.catalogue.Entry(e.base.EntryCode); ok {
		rows = append(rows, ui.Pad(-3, 0, ui.NameWidth, 0, ui.Text(w.T("editor.usual",
			w.T("audience."+string(known.Audience)), w.T("decision."+string(known.Decision))), ui.SizeSmall, ui.SecondInk())))
	}
	return ui.Column(7, append(rows, ui.Named(w.T("items.channels"), e.reach.channels))...)
}

func (e *editor) periodPart() fyne.CanvasObject {
	w := e.page.env.Words
	return ui.Column(7,
		pair(ui.Named(w.T("catalog.mode"), e.mode), e.period.again),
		pair(ui.Named(w.T("items.from"), e.period.from), e.period.last),
		e.period.stages.object,
		e.period.proof,
	)
}

func (e *editor) signPart() fyne.CanvasObject {
	w := e.page.env.Words
	return ui.Column(7,
		ui.Named(w.T("items.issuer"), e.issuer),
		pair(ui.Named(w.T("items.issued"), e.issued), ui.Named(w.T("items.contact"), e.office)),
		pair(ui.Named(w.T("items.phone"), e.phone), ui.Named(w.T("items.mailbox"), e.mailbox)),
		ui.Named(w.T("items.address"), e.address),
	)
}

func (e *editor) entryName() string {
	if known, ok := e.page.facts.catalogue.Entry(e.base.EntryCode); ok {
		return known.Code + " " + known.Title
	}
	if e.base.EntryCode == "" {
		return e.page.env.Words.T("editor.outside")
	}
	return e.base.EntryCode
}

func (e *editor) saidOfWords() (string, bool) {
	w := e.page.env.Words
	said := e.entryName()
	if !e.words.isFree() {
		said = w.T("template."+e.words.template.Code) + " · " + said
	}
	return said, false
}

func (e *editor) saidOfText() (string, bool) {
	w := e.page.env.Words
	if n := len(e.words.faults); n > 0 && e.sent {
		return w.T("editor.faults", n), true
	}
	return e.title.Text, false
}

func (e *editor) saidOfSign() (string, bool) {
	w := e.page.env.Words
	parts := []string{e.issuer.Text, w.Date(data.Date(e.issued.Date()))}
	for _, way := range []string{e.phone.Text, e.mailbox.Text} {
		if way != "" {
			parts = append(parts, way)
			break
		}
	}
	return strings.Join(parts, " · "), false
}
