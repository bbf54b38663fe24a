package catalog

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/intake"
)

// review is a plan as it was read, before it is used: what was taken, each suspected typo to accept or not, and what was
// passed over and why. Nothing is corrected silently.
type review struct {
	screen  *Catalog
	name    string // of the file
	plan    intake.Plan
	current data.Catalogue // whose defaults the entries take
	ticks   []*widget.Check
	table   *ui.Table
	skipped *fyne.Container
	toggle  *fyne.Container // unfolds the lines that were passed over, or folds them
	opened  bool
}

const reviewWidth float32 = 380

func (c *Catalog) showReview(name string, r reading) {
	w := c.env.Words
	c.closeEntry()
	v := &review{screen: c, name: name, plan: r.plan, current: r.current, skipped: container.NewStack()}
	c.review = v
	v.table = ui.NewTable([]ui.TableColumn{
		{Title: w.T("catalog.code"), Share: 0.7},
		{Title: w.T("catalog.entry"), Share: 4.6},
		{Title: w.T("catalog.compare"), Share: 1.2},
		{Title: w.T("catalog.mode"), Share: 1.2},
		{Title: w.T("catalog.audience"), Share: 1.5},
	}, nil)
	take := ui.NewButton(w.T("catalog.take"), v.take)
	take.Importance = widget.HighImportance
	title := ui.Bold(w.T("catalog.review"), ui.SizeTitle, ui.Ink())
	about := ui.Text(w.T("catalog.reviewed", name), ui.SizeText, ui.SecondInk())
	c.setHead(ui.Line(12, title, about), ui.Line(8, ui.NewButton(w.T("catalog.drop"), v.drop), take))
	side := column(reviewWidth, ui.Column(ui.Gap, v.counts(), v.correctionCard(), v.skippedCard()))
	c.body.Objects = []fyne.CanvasObject{container.NewBorder(nil, nil, nil, side,
		ui.Panel(ui.Pad(1, 8, 1, 1, v.table)))}
	c.body.Refresh()
	v.fill()
}

// catalogue is the plan with the accepted corrections and the defaults of the catalogue in force.
func (v *review) catalogue() data.Catalogue {
	var accepted []int
	for i, tick := range v.ticks {
		if tick.Checked {
			accepted = append(accepted, i)
		}
	}
	return v.plan.WithDefaultsOf(v.plan.AcceptOnly(accepted), v.current)
}

// fill shows what would come into force with the corrections as they are ticked.
func (v *review) fill() {
	c, w := v.screen, v.screen.env.Words
	lines := linesOf(v.catalogue())
	rows := make([][]ui.Cell, len(lines))
	for i, l := range lines {
		if l.entry.Code == "" {
			rows[i] = []ui.Cell{{Text: l.category.Code, Bold: true}, {Text: l.category.Title, Bold: true}, {}, {}, {}}
			continue
		}
		rows[i] = []ui.Cell{
			{Text: l.entry.Code, Muted: true},
			{Text: l.entry.Title},
			v.compared(l.entry),
			{Text: w.T("mode." + string(l.entry.Mode))},
			{Text: w.T("audience." + string(l.entry.Audience))},
		}
	}
	v.table.SetRows(rows)
	c.body.Refresh()
}

// compared tells how an entry stands to the catalogue in force.
func (v *review) compared(e data.Entry) ui.Cell {
	w := v.screen.env.Words
	before, ok := v.current.Entry(e.Code)
	switch {
	case !ok:
		return ui.Toned(w.T("catalog.added"), ui.Good)
	case before.Title != e.Title:
		return ui.Toned(w.T("catalog.reworded"), ui.Waiting)
	default:
		return ui.Cell{Text: w.T("catalog.same"), Muted: true}
	}
}

// counts says how much was taken and what of the catalogue in force the plan does not have.
func (v *review) counts() fyne.CanvasObject {
	w := v.screen.env.Words
	parts := []fyne.CanvasObject{note(w, w.T("catalog.reviewhint"))}
	gone := ""
	n := 0
	for _, e := range v.current.Entries {
		if _, ok := v.plan.Catalogue.Entry(e.Code); !ok {
			n++
			gone += "\n" + e.Code + " " + e.Title
		}
	}
	if n > 0 {
		parts = append(parts, ui.Paragraph(w.T("catalog.gone", n)+gone))
	}
	return ui.Card(w.T("catalog.counts", len(v.plan.Catalogue.Categories), len(v.plan.Catalogue.Entries)), nil, ui.Column(8, parts...))
}

// correctionCard lists the suspected typos, each with a tick; all are accepted at first.
func (v *review) correctionCard() fyne.CanvasObject {
	w := v.screen.env.Words
	v.ticks = nil
	parts := []fyne.CanvasObject{note(w, w.T("catalog.correctionhint"))}
	if len(v.plan.Corrections) == 0 {
		parts = []fyne.CanvasObject{note(w, w.T("catalog.nocorrections"))}
	}
	for _, x := range v.plan.Corrections {
		tick := widget.NewCheck("", nil)
		tick.Checked = true
		tick.OnChanged = func(bool) { v.fill() }
		v.ticks = append(v.ticks, tick)
		text := ui.Paragraph(x.From + "  →  " + x.To)
		where := ui.Text(w.T("catalog.line", x.Line), ui.SizeSmall, ui.SecondInk())
		parts = append(parts, ui.Hair(ui.RowLine()), container.NewBorder(nil, nil, tick, container.NewCenter(where), text))
	}
	return ui.Card(w.T("catalog.corrections", len(v.plan.Corrections)), nil, ui.Column(6, parts...))
}

// skippedCard counts the lines that were passed over and lists them when asked.
func (v *review) skippedCard() fyne.CanvasObject {
	w := v.screen.env.Words
	if len(v.plan.Skipped) == 0 {
		return ui.Card(w.T("catalog.skipped", 0), nil, note(w, w.T("catalog.noskipped")))
	}
	v.toggle = container.NewStack(ui.NewLink(w.T("catalog.unfold"), v.unfold))
	return ui.Card(w.T("catalog.skipped", len(v.plan.Skipped)), v.toggle, ui.Column(4, note(w, w.T("catalog.skippedhint")), v.skipped))
}

// unfold shows the lines that were passed over, each with its number and why, or hides them again.
func (v *review) unfold() {
	w := v.screen.env.Words
	v.opened = !v.opened
	v.skipped.Objects = nil
	name := w.T("catalog.unfold")
	if v.opened {
		name = w.T("catalog.fold")
		var parts []fyne.CanvasObject
		for _, s := range v.plan.Skipped {
			head := ui.Text(w.T("catalog.line", s.Line)+" · "+s.Why, ui.SizeSmall, ui.SecondInk())
			parts = append(parts, ui.Hair(ui.RowLine()), ui.Column(0, head, ui.Pad(-5, -5, -7, -7, ui.Paragraph(shortened(s.Text)))))
		}
		v.skipped.Objects = []fyne.CanvasObject{ui.Column(6, parts...)}
	}
	v.toggle.Objects = []fyne.CanvasObject{ui.NewLink(name, v.unfold)}
	v.toggle.Refresh()
	v.skipped.Refresh()
	v.screen.body.Refresh()
}

// longest is how many characters of a line that was passed over are shown.
const longest = 60

func shortened(text string) string {
	if runes := []rune(text); len(runes) > longest {
		return string(runes[:longest]) + "…"
	}
	return text
}

// take puts the plan in force.
func (v *review) take() {
	if v.screen.busy {
		return
	}
	wanted := v.catalogue()
	v.screen.adopt(func(context.Context) (data.Catalogue, error) { return wanted, nil }, func(done bool) {
		if done {
			v.drop()
			v.screen.Load()
		}
	})
}

// drop goes back to the catalogue in force.
func (v *review) drop() { v.screen.showList() }
