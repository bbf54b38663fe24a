package items

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// markNote is the quiet line under an entry that says which marks of its text are half as wide as Chinese wants, and
// offers to correct them. It shows each place to whoever asks, changes nothing by itself, and takes back what it did.
type markNote struct {
	page  *Page
	entry *widget.Entry
	name  string // "title" or "body"

	loader *ui.Loader
	read   string // the text that the marks are of
	marks  []data.Mark
	open   bool // every place is shown

	before, after string // the text before and after the last correction
	corrected     int    // how many marks it was; 0 where there is nothing to take back

	place *fyne.Container
}

func newMarkNote(p *Page, name string, entry *widget.Entry) *markNote {
	n := &markNote{page: p, entry: entry, name: name, loader: p.env.Loader.Again(), place: container.NewStack()}
	n.place.Hide()
	return n
}

// look reads the marks of the text beside the main goroutine, unless it has read this text already.
func (n *markNote) look() {
	text := n.entry.Text
	if text == n.read {
		return
	}
	ui.Load(n.loader, func(context.Context) ([]data.Mark, error) {
		return data.HalfWidthMarks(text), nil
	}, func(marks []data.Mark, _ error) {
		n.read, n.marks = text, marks
		if text != n.after {
			n.corrected = 0 // typed on: what was corrected is the person's own text now
		}
		n.show()
	})
}

// show draws the line anew.
func (n *markNote) show() {
	var rows []fyne.CanvasObject
	if len(n.marks) > 0 {
		rows = append(rows, n.offer())
		if n.open {
			rows = append(rows, n.list())
		}
	}
	if n.corrected > 0 {
		rows = append(rows, n.done())
	}
	n.place.Objects = []fyne.CanvasObject{ui.Column(4, rows...)}
	n.place.Hidden = len(rows) == 0
	n.page.left.Refresh() // the line comes and goes, and what stands under it moves
}

// offer says how many marks there are, where the first stands, and what can be done.
func (n *markNote) offer() fyne.CanvasObject {
	w := n.page.env.Words
	what, act := "items.marks.", "items.marks.correct"
	for _, m := range n.marks {
		if m.Kind != data.HalfWidthMark {
			what, act = "items.marks.mixed.", "items.marks.correctall"
			break
		}
	}
	first := n.marks[0]
	example := w.T("items.marks.at."+n.name, first.Paragraph, short(first.From))
	if len(n.marks) > 1 {
		example += "…"
	}
	look := "items.marks.look"
	if n.open {
		look = "items.marks.close"
	}
	told := ui.Text(w.T(what+n.name, len(n.marks), example), ui.SizeSmall, ui.SecondInk())
	links := ui.Line(12, ui.NewLinkIn(w.T(act), ui.SizeSmall, ui.Red(), n.correct), ui.NewLinkIn(w.T(look), ui.SizeSmall, ui.Red(), n.turn))
	if line := ui.Line(12, told, links); line.MinSize().Width <= leftWidth-ui.NameWidth-cardRoom {
		return line
	}
	return ui.Column(4, told, links) // a wider line would push the page aside
}

// short cuts a long run of digits or letters, where only its beginning has room.
func short(text string) string {
	const most = 6
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return text
}

// done says what was corrected and takes it back.
func (n *markNote) done() fyne.CanvasObject {
	w := n.page.env.Words
	return ui.Line(12, ui.Text(w.T("items.marks.done", n.corrected), ui.SizeSmall, ui.Green()),
		ui.NewLinkIn(w.T("items.marks.undo"), ui.SizeSmall, ui.Red(), n.undo))
}

// turn shows every place, or hides them again.
func (n *markNote) turn() {
	n.open = !n.open
	n.show()
}

// correct puts the right marks in, if the text is still the one that was read.
func (n *markNote) correct() {
	text, marks := n.entry.Text, n.marks
	if text != n.read {
		n.look()
		return
	}
	n.before, n.after, n.corrected = text, data.CorrectMarks(text, marks), len(marks)
	n.open = false
	n.entry.SetText(n.after)
	n.look()
}

// undo takes the last correction back, if nothing was typed since.
func (n *markNote) undo() {
	if n.entry.Text != n.after {
		n.look()
		return
	}
	n.corrected = 0
	n.entry.SetText(n.before)
	n.look()
}

// shownMarks is how many places are in sight at once; the others are scrolled to.
const shownMarks = 6

// markRow is how high the line of one place is.
const markRow float32 = 24

// list shows each place with what should stand there and the words around it. There may be thousands.
func (n *markNote) list() fyne.CanvasObject {
	marks := n.marks
	list := widget.NewList(func() int { return len(marks) }, func() fyne.CanvasObject {
		return container.NewStack(ui.Space(1, markRow), ui.Text("", ui.SizeSmall, ui.Ink()))
	}, func(i widget.ListItemID, row fyne.CanvasObject) {
		text := ui.Text(n.words(marks[i]), ui.SizeSmall, ui.Ink())
		row.(*fyne.Container).Objects[1] = text
		row.Refresh()
	})
	list.HideSeparators = true
	list.OnSelected = func(i widget.ListItemID) { list.Unselect(i) }
	shown := float32(min(len(marks), shownMarks))
	return container.NewStack(ui.Space(1, shown*(markRow+theme.Padding())), list)
}

// words say where a mark stands, what it is, what it should be, and show it among its words.
func (n *markNote) words(m data.Mark) string {
	w := n.page.env.Words
	to := m.To
	if to == "" {
		to = w.T("items.marks.nothing")
	}
	return w.T("items.marks.row."+n.name, m.Paragraph, m.From, to, m.Before, m.After)
}
