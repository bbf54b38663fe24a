package catalog

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/intake"
)

// proposal is a plan as it was read, or a ready set, and the catalogue that it is laid beside.
type proposal struct {
	name    string // of the file or the set, for the head
	note    string // where the version came from, for its record
	set     bool   // a ready set: its defaults are its own
	plan    intake.Plan
	current data.Catalogue
}

// review is a proposal that is looked through before it is used: what was taken, each suspected typo to accept or not,
// what was passed over and why, and how it stands to the catalogue there is. Entries can be left out, kept and edited.
type review struct {
	proposal
	screen  *Catalog
	out     map[string]bool       // entries that are left out
	kept    map[string]bool       // entries of the catalogue there is that the proposal does not have, and that stay
	edits   map[string]data.Entry // entries with other defaults than proposed; without a title where that is as read
	only    data.EntryStanding    // what is listed; "" for all
	unknown []string              // offices that the unit does not have

	ticks   []*widget.Check
	from    *ui.DateField
	filter  *ui.Select
	table   *ui.Table
	rows    []data.Compared
	side    *fyne.Container
	cards   fyne.CanvasObject // what stands at the side while no entry is open
	counted *fyne.Container
	open    string // the entry that is open
	skipped *fyne.Container
	toggle  *fyne.Container // unfolds the lines that were passed over, or folds them
	opened  bool
}

const reviewWidth float32 = 380

func (c *Catalog) showReview(p proposal) {
	w := c.env.Words
	c.closeCard()
	v := &review{
		proposal: p, screen: c, out: map[string]bool{}, kept: map[string]bool{}, edits: map[string]data.Entry{},
		skipped: container.NewStack(), side: container.NewStack(), counted: container.NewStack(), from: c.env.DateField(),
	}
	c.review = v
	v.from.SetDate(string(max(c.today(), p.current.From)))
	v.table = ui.NewTable([]ui.TableColumn{
		{Title: w.T("catalog.code"), Share: 0.62},
		{Title: w.T("catalog.entry"), Share: 3.9},
		{Title: w.T("catalog.compare"), Share: 1.1},
		{Title: w.T("catalog.mode"), Share: 0.95},
		{Title: w.T("catalog.office"), Share: 1.25},
	}, v.choose)
	take := ui.NewPrimary(w.T("catalog.take"), v.take)
	title := ui.Bold(w.T("catalog.review"), ui.SizeTitle, ui.Ink())
	about := ui.Text(w.T("catalog.reviewed", p.name), ui.SizeText, ui.SecondInk())
	c.setHead(ui.Line(12, title, about), ui.Line(8, ui.Text(w.T("catalog.from"), ui.SizeText, ui.SecondInk()), sized(168, v.from),
		ui.NewButton(w.T("catalog.drop"), v.drop), take))
	v.cards = ui.Column(ui.Gap, v.sideCards()...)
	v.filter = ui.NewSelect(nil, nil)
	sheet := ui.Panel(ui.Pad(1, 8, 1, 1, v.table))
	c.setBody(ui.Frame(nil, nil, nil, v.side, ui.Frame(ui.Pad(0, 10, 0, 0, container.NewHBox(sized(230, v.filter))), nil, nil, nil, sheet)))
	v.fill()
	v.showCards()
}

func (v *review) sideCards() []fyne.CanvasObject {
	if v.set {
		return []fyne.CanvasObject{v.counted}
	}
	return []fyne.CanvasObject{v.counted, v.correctionCard(), v.skippedCard()}
}

// showCards shows what was read in place of an entry.
func (v *review) showCards() {
	v.open = ""
	v.beside(v.cards)
	v.fill()
}

func (v *review) beside(object fyne.CanvasObject) {
	v.side.Objects = []fyne.CanvasObject{column(reviewWidth, object)}
	v.side.Refresh()
	v.screen.body.Refresh()
}

// proposed is the plan with the accepted corrections, the defaults of the catalogue there is, and what was edited.
func (v *review) proposed() data.Catalogue {
	c := v.plan.Catalogue
	if !v.set {
		var accepted []int
		for i, tick := range v.ticks {
			if tick.Checked {
				accepted = append(accepted, i)
			}
		}
		c = v.plan.WithDefaultsOf(v.plan.AcceptOnly(accepted), v.current)
		c, v.unknown = v.plan.WithOffices(c, v.screen.read.offices)
	}
	c.Entries = append([]data.Entry(nil), c.Entries...)
	for i, e := range c.Entries {
		if edited, ok := v.edits[e.Code]; ok {
			if edited.Title == "" {
				edited.Title = e.Title
			}
			c.Entries[i] = edited
		}
	}
	return c
}

// catalogue is what would become the next version.
func (v *review) catalogue() data.Catalogue {
	return v.proposed().Choosing(v.out, v.kept, v.current)
}

// fill lists the entries with the corrections as they are ticked, and counts how they stand.
func (v *review) fill() {
	all := v.proposed().ComparedWith(v.current)
	counts := map[data.EntryStanding]int{}
	v.rows = nil
	for _, r := range all {
		counts[r.Standing]++
		if v.only == "" || v.only == r.Standing {
			v.rows = append(v.rows, r)
		}
	}
	rows := make([][]ui.Cell, len(v.rows))
	for i, r := range v.rows {
		rows[i] = v.row(r)
	}
	v.table.SetRows(rows)
	v.fillFilter(counts, len(all))
	v.counted.Objects = []fyne.CanvasObject{v.counts()}
	v.counted.Refresh()
	v.screen.body.Refresh()
}

// fillFilter offers to list only what is new, changed, missing or the same, each with how many there are.
func (v *review) fillFilter(counts map[data.EntryStanding]int, all int) {
	w := v.screen.env.Words
	v.filter.OnChanged = nil
	v.filter.Options = []string{w.T("catalog.all", all)}
	at := 0
	for i, s := range data.EntryStandings() {
		v.filter.Options = append(v.filter.Options, w.T("catalog.stands."+string(s))+w.T("catalog.count", counts[s]))
		if s == v.only {
			at = i + 1
		}
	}
	v.filter.SetSelectedIndex(at)
	v.filter.OnChanged = func(string) {
		v.only = ""
		if at := v.filter.SelectedIndex(); at > 0 {
			v.only = data.EntryStandings()[at-1]
		}
		v.fill()
	}
	v.filter.Refresh()
}

func (v *review) row(r data.Compared) []ui.Cell {
	c, w := v.screen, v.screen.env.Words
	gone := v.isOut(r)
	bold := v.open == r.Entry.Code
	office := ui.Cell{Text: c.officeName(r.Entry.OfficeID), Muted: gone}
	if office.Text == "" {
		office = ui.Cell{Text: w.T("catalog.nooffice"), Muted: true}
	}
	return []ui.Cell{
		{Text: r.Entry.Code, Muted: !bold, Bold: bold},
		{Text: r.Entry.Title, Muted: gone, Bold: bold},
		v.compared(r),
		{Text: w.T("mode." + string(r.Entry.Mode)), Muted: gone},
		office,
	}
}

// isOut tells whether an entry would not be in the next version.
func (v *review) isOut(r data.Compared) bool {
	if r.Standing == data.StandsMissing {
		return !v.kept[r.Entry.Code]
	}
	return v.out[r.Entry.Code]
}

// compared tells how an entry stands to the catalogue there is, and what becomes of it.
func (v *review) compared(r data.Compared) ui.Cell {
	w := v.screen.env.Words
	switch {
	case r.Standing == data.StandsMissing && v.kept[r.Entry.Code]:
		return ui.Toned(w.T("catalog.stands.kept"), ui.Good)
	case v.out[r.Entry.Code]:
		return ui.Toned(w.T("catalog.stands.out"), ui.Plain)
	case r.Standing == data.StandsNew:
		return ui.Toned(w.T("catalog.stands.new"), ui.Good)
	case r.Standing == data.StandsChanged:
		return ui.Toned(w.T("catalog.stands.changed"), ui.Waiting)
	case r.Standing == data.StandsMissing:
		return ui.Toned(w.T("catalog.stands.missing"), ui.Bad)
	default:
		return ui.Cell{Text: w.T("catalog.stands.same"), Muted: true}
	}
}

// take makes what was looked through the next version.
func (v *review) take() {
	c := v.screen
	if c.busy {
		return
	}
	if v.from.Date() == "" {
		c.env.Notices.Refused(c.env.Words.T("catalog.nofrom"))
		return
	}
	wanted := v.catalogue()
	wanted.From = data.Date(v.from.Date())
	r := desk.Revision{Catalogue: wanted, Note: v.note}
	if c.read.newest().Version > 0 {
		r.Base = v.current.Version
	}
	// The record is read by people of the unit for years, so it is Chinese whatever the desk speaks today.
	why := words.For(words.Chinese).T("catalog.notlisted", v.name)
	for _, e := range wanted.ChangesFrom(v.current).Retired {
		r.Reasons = append(r.Reasons, data.Retirement{Code: e.Code, Reason: why})
	}
	c.revise(r, func(done bool) {
		if done {
			v.drop()
			c.Load()
		}
	})
}

// drop goes back to the catalogue.
func (v *review) drop() { v.screen.showList() }
