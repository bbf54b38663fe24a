package catalog

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkailan/app/ui"
	"gongkailan/data"
	"gongkailan/data/desk"
)

// draft is what was changed in the newest version and is not saved yet: several changes become one new version.
type draft struct {
	base    data.Catalogue // the version that is changed
	now     data.Catalogue
	past    []data.Catalogue // as it was before each change, to take them back one by one
	reasons map[string]string
	from    *ui.DateField // the day on which the new version takes effect
}

// change takes a changed catalogue as the next step, and keeps it so that leaving loses nothing.
func (c *Catalog) change(now data.Catalogue) {
	if c.draft == nil {
		c.draft = c.newDraft(c.read.newest())
	}
	d := c.draft
	d.past = append(d.past, d.now)
	d.now = now
	if d.now.ChangesFrom(d.base).Count() == 0 {
		c.draft = nil
	}
	c.version = 0
	c.keepDraft(nil)
}

func (c *Catalog) newDraft(base data.Catalogue) *draft {
	d := &draft{base: base, now: base, reasons: map[string]string{}, from: c.env.DateField()}
	d.from.SetDate(string(max(c.today(), base.From)))
	return d
}

// revision is what is to become the next version.
func (d *draft) revision() desk.Revision {
	r := desk.Revision{Catalogue: d.now, Base: d.base.Version}
	r.Catalogue.From = data.Date(d.from.Date())
	for _, e := range d.now.ChangesFrom(d.base).Retired {
		r.Reasons = append(r.Reasons, data.Retirement{Code: e.Code, Reason: d.reasons[e.Code]})
	}
	return r
}

// resume takes up what was left unsaved the last time.
func (c *Catalog) resume(r read) {
	if !r.hasKept {
		return
	}
	base, ok := c.edition(r.kept.Base)
	if !ok {
		return
	}
	d := c.newDraft(base.Catalogue)
	d.now = r.kept.Catalogue.After(catalogues(r.editions))
	for _, why := range r.kept.Reasons {
		d.reasons[why.Code] = why.Reason
	}
	if from := r.kept.Catalogue.From; from >= c.today() {
		d.from.SetDate(string(from))
	}
	if d.now.ChangesFrom(d.base).Count() == 0 {
		return
	}
	c.draft = d
	c.env.Notices.Done(c.env.Words.T("catalog.resumed"))
}

func catalogues(editions []desk.Edition) []data.Catalogue {
	all := make([]data.Catalogue, len(editions))
	for i, e := range editions {
		all[i] = e.Catalogue
	}
	return all
}

// rebase puts the changes on top of a version that somebody else has saved meanwhile. Where both changed the same entry
// they stay as they are; saving says which entry it is.
func (c *Catalog) rebase() {
	d, newest := c.draft, c.read.newest()
	if d == nil || newest.Version == d.base.Version {
		return
	}
	merged, err := d.now.ChangesFrom(d.base).ApplyTo(newest)
	if err != nil {
		return
	}
	d.base, d.now, d.past = newest, merged, nil
	if data.Date(d.from.Date()) < newest.From {
		d.from.SetDate(string(newest.From))
	}
	if merged.ChangesFrom(newest).Count() == 0 {
		c.draft = nil
	}
}

// keepDraft keeps the changes for this person, or forgets them where there are none any more.
func (c *Catalog) keepDraft(then func(error)) {
	var r desk.Revision
	if c.draft != nil {
		r = c.draft.revision()
	}
	ui.Load(c.keeper, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, c.env.Session.KeepCatalogueDraft(ctx, r)
	}, func(_ struct{}, err error) {
		switch {
		case then != nil:
			then(err)
		case err != nil:
			c.refuse(err)
		}
	})
}

// Keep takes what is typed in the open card into the changes and keeps them all. A review cannot be kept: a file may be
// read again, but what was chosen in it is lost, so that is said first.
func (c *Catalog) Keep(then func(error)) {
	if c.review != nil {
		then(data.Refuse(data.ErrRefused, "catalogue.reviewing"))
		return
	}
	if c.card != nil && c.card.dirty() {
		if err := c.card.apply(); err != nil {
			then(err)
			return
		}
	}
	if c.draft == nil {
		then(nil)
		return
	}
	c.keepDraft(then)
}

// bar counts the changes and saves them, takes the last one back, or gives them up.
func (d *draft) bar(c *Catalog) fyne.CanvasObject {
	w := c.env.Words
	ink, _ := ui.Waiting.Colours()
	changes := d.now.ChangesFrom(d.base)
	said := ui.Column(0, ui.Bold(w.T("catalog.changes", changes.Count()), ui.SizeText, ui.Ink()),
		ui.Text(strings.Join(c.summary(changes), w.T("catalog.comma")), ui.SizeSmall, ui.SecondInk()))
	undo := ui.NewButton(w.T("catalog.undo"), c.undo)
	if len(d.past) == 0 {
		undo.Disable()
	}
	right := ui.Line(8, ui.Text(w.T("catalog.from"), ui.SizeText, ui.SecondInk()), sized(168, d.from), undo,
		ui.NewButton(w.T("catalog.giveup"), c.giveUp), ui.NewPrimary(w.T("catalog.saveas", c.read.newest().Version+1), c.save))
	return ui.AccentCard(ink, ui.Pad(-4, -4, 0, -6, ui.Frame(nil, nil, nil, right, container.NewHBox(ui.Midway(said)))))
}

// undo takes the last change back.
func (c *Catalog) undo() {
	d := c.draft
	if d == nil || len(d.past) == 0 {
		return
	}
	d.now, d.past = d.past[len(d.past)-1], d.past[:len(d.past)-1]
	if d.now.ChangesFrom(d.base).Count() == 0 {
		c.draft = nil
	}
	c.keepDraft(nil)
	c.refresh()
}

// giveUp drops all changes that are not saved; the message offers to bring them back.
func (c *Catalog) giveUp() {
	dropped := c.draft
	c.draft = nil
	c.keepDraft(nil)
	c.closeCard()
	w := c.env.Words
	c.env.Notices.DoneWith(w.T("catalog.givenup"), w.T("catalog.bringback"), func() {
		if c.draft == nil && dropped != nil {
			c.draft = dropped
			c.rebase()
			c.keepDraft(nil)
			c.refresh()
		}
	})
}

// refresh shows list and card anew after a change.
func (c *Catalog) refresh() {
	code := ""
	if c.card != nil {
		code = c.card.code()
	}
	if code == "" {
		c.closeCard()
		return
	}
	c.showList()
	c.reopen(code)
}

// save makes the changes the next version.
func (c *Catalog) save() {
	if c.busy || !c.settle() {
		return
	}
	if c.draft == nil { // what was typed took the last change back
		c.refresh()
		return
	}
	if c.draft.from.Date() == "" {
		c.env.Notices.Refused(c.env.Words.T("catalog.nofrom"))
		return
	}
	c.revise(c.draft.revision(), func(done bool) {
		if done {
			c.draft = nil
			c.keepDraft(nil)
			c.closeCard()
			c.Load()
		}
	})
}
