package today

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/data"
)

// figures are the four cards with one number each; a press on one leads to what it counts.
func (t *Today) figures(f facts) []fyne.CanvasObject {
	w := t.env.Words
	leads := func(card fyne.CanvasObject, to screen.Route) fyne.CanvasObject {
		return ui.NewPress(card, func() { t.env.Go(to) })
	}
	return []fyne.CanvasObject{
		figure(w.T("today.waiting"), strconv.Itoa(len(f.waiting)+len(f.opinions)), "", t.oldest(f)),
		leads(figure(w.T("today.updown"), strconv.Itoa(f.up), "/ "+strconv.Itoa(f.down), w.T("today.updownhint")),
			screen.Route{Area: screen.Board}),
		leads(figure(w.T("today.public"), strconv.Itoa(f.public), "", w.T("today.publichint", f.society, len(f.due))),
			screen.Route{Area: screen.Items, Status: string(data.Published)}),
		leads(figure(w.T("today.drafts"), strconv.Itoa(f.drafts), "/ "+strconv.Itoa(f.returned), w.T("today.draftshint")),
			screen.Route{Area: screen.Items, Status: string(data.Draft)}),
	}
}

// figure is a card with one number, and after it a smaller one.
func figure(name, number, after, below string) fyne.CanvasObject {
	figures := ui.Line(8, ui.Bold(number, ui.SizeFigure, ui.Ink()))
	if after != "" {
		figures.Add(ui.Pad(7, 0, 0, 0, ui.Bold(after, ui.SizeCard+3, ui.SecondInk())))
	}
	return ui.Panel(ui.Pad(13, 13, 18, 12, ui.Column(-1, ui.Text(name, ui.SizeText, ui.SecondInk()), figures,
		ui.NewCut(below, ui.SizeSmall, ui.SecondInk()))))
}

// oldest says how long the oldest of what waits has been waiting.
func (t *Today) oldest(f facts) string {
	var since []data.Date
	for _, it := range f.waiting {
		since = append(since, data.DateOf(it.UpdatedAt))
	}
	for _, o := range f.opinions {
		since = append(since, o.ReceivedOn)
	}
	if len(since) == 0 {
		return t.env.Words.T("today.allclear")
	}
	days := t.env.Calendar.Between(slices.Min(since), data.DateOf(t.env.Now()))
	if days == 0 {
		return t.env.Words.T("today.oldesttoday")
	}
	return t.env.Words.T("today.oldest", days)
}

// prove unfolds the days of an item's deadline under the table, or folds them up again.
func (t *Today) prove(number string) {
	if t.proven == number {
		number = ""
	}
	t.proven = number
	t.unfold()
	t.tables.Refresh()
}

func (t *Today) unfold() {
	for _, d := range t.shown.due {
		if d.Item.Number == t.proven {
			t.due.Unfold(t.proof(d.Item.Number, d.Due))
			return
		}
	}
	t.due.Unfold(nil)
}

// proof is the strip of days between today and the deadline with the reason why each counts or not (S9).
func (t *Today) proof(number string, last data.Date) fyne.CanvasObject {
	w, today := t.env.Words, data.DateOf(t.env.Now())
	first, end := today, last
	if last < today {
		first, end = last, today
	}
	days := t.env.Calendar.Strip(first.AddDays(1), end)
	said := w.T("today.proofline", number, w.ShortDate(first), w.ShortDate(end), t.env.Calendar.Between(first, end))
	if last == today {
		said = w.T("today.prooftoday", number, w.ShortDate(last))
	}
	head := ui.Frame(nil, nil, ui.Text(said, ui.SizeText, ui.Ink()),
		ui.NewClose(ui.SecondInk(), func() { t.prove(number) }), ui.Space(1, 1))
	return ui.Pad(8, 6, 17, 17, ui.Column(8, head, ui.DayStrip(screen.DayCells(w, days, last))))
}
