package desk

import (
	"cmp"
	"context"
	"slices"

	"gongkailan/data"
	"gongkailan/data/store"
)

// BoardChanges tells what is hung on the board of paper and taken off it on the day. As in Public, what does not hold in
// its signatures is left out and named with the reason: a broken seal is not hung. Only what changed lately is read, so
// that it is quick however much has ever hung.
func (d *Desk) BoardChanges(ctx context.Context, day data.Date) (data.BoardChanges, []LeftOut, error) {
	changes := data.BoardChanges{Day: day}
	var left []LeftOut
	err := d.onBoard(ctx, func(ctx context.Context, tx *store.Tx) ([]dossier, error) {
		return d.changedDossiers(ctx, tx, day)
	}, func(b board, c data.Catalogue) {
		changes = data.ChangesOn(day, b.versions, c, b.calendar.Between)
		changes.Up = slices.DeleteFunc(changes.Up, func(h data.Hanging) bool { return !b.holds(h.Item) })
		changes.Down = slices.DeleteFunc(changes.Down, func(l data.Leaving) bool { return !b.holds(l.Item) })
		left = b.leftOut()
	})
	return changes, left, err
}

// BoardStanding tells what hangs on the board at the end of the day, and what is left out because it does not hold.
func (d *Desk) BoardStanding(ctx context.Context, day data.Date) ([]data.Hanging, []LeftOut, error) {
	var hanging []data.Hanging
	var left []LeftOut
	err := d.onBoard(ctx, publishedDossiers, func(b board, c data.Catalogue) {
		hanging = data.HangingOn(day, b.versions, c)
		hanging = slices.DeleteFunc(hanging, func(h data.Hanging) bool { return !b.holds(h.Item) })
		left = b.leftOut()
	})
	return hanging, left, err
}

// onBoard reads items with their steps and the catalogue in whose order they hang, on one view of the database.
func (d *Desk) onBoard(ctx context.Context, gather func(context.Context, *store.Tx) ([]dossier, error), take func(board, data.Catalogue)) error {
	catalogue, err := d.Catalogue(ctx, "")
	if err != nil {
		return err
	}
	return d.store.Read(ctx, func(tx *store.Tx) error {
		certs, err := certificates(ctx, tx)
		if err != nil {
			return err
		}
		dossiers, err := gather(ctx, tx)
		if err != nil {
			return err
		}
		b := newBoard(certs, dossiers)
		if b.calendar, err = d.calendar(ctx, tx); err != nil {
			return err
		}
		take(b, catalogue)
		return nil
	})
}

// longestBreak is more civil days than any holiday has; what ended before that came off the board long ago.
const longestBreak = 31

// changedDossiers gathers the items to which something was done on the day or later, those that wait, and those whose
// last day came shortly before.
func (d *Desk) changedDossiers(ctx context.Context, tx *store.Tx, day data.Date) ([]dossier, error) {
	hung := []data.Status{data.Published, data.Expired, data.Withdrawn, data.Replaced}
	return d.dossiersOf(ctx, tx,
		Filter{Status: hung, ChangedFrom: day},
		Filter{Status: []data.Status{data.Approved}},
		Filter{Status: hung, EndFrom: day.AddDays(-longestBreak), EndTo: day.AddDays(-1)})
}

// dossiersOf gathers the items that any of the filters lets through, each once; their seals are not checked yet.
func (d *Desk) dossiersOf(ctx context.Context, tx *store.Tx, filters ...Filter) ([]dossier, error) {
	known := map[string]bool{}
	var dossiers []dossier
	for _, f := range filters {
		f.Today = d.Today()
		items, err := tx.Items(ctx, f)
		if err != nil {
			return nil, err
		}
		for _, it := range items {
			if known[it.ID] {
				continue
			}
			known[it.ID] = true
			of, err := bareDossier(ctx, tx, it.ID)
			if err != nil {
				return nil, err
			}
			dossiers = append(dossiers, of)
		}
	}
	return dossiers, nil
}

// bareDossier reads an item whose seals are not checked yet.
func bareDossier(ctx context.Context, tx *store.Tx, id string) (dossier, error) {
	var of dossier
	var err error
	if of.versions, err = tx.Versions(ctx, id); err != nil {
		return of, err
	}
	of.records, err = tx.RecordsAbout(ctx, id)
	return of, err
}

// Numbers gives the numbers of what is left out.
func Numbers(left []LeftOut) []string {
	numbers := make([]string, len(left))
	for i, l := range left {
		numbers[i] = l.Number
	}
	return numbers
}

// board is the items that may hang, with what their seals give.
type board struct {
	seals    seals
	dossiers map[string]dossier // by the item's ID
	versions []data.Item
	flaws    map[string]LeftOut // by the item's ID
	calendar Calendar
}

// newBoard reads the steps of every version. What the log says is up must be there and hold.
func newBoard(s seals, dossiers []dossier) board {
	b := board{seals: s, dossiers: map[string]dossier{}, flaws: map[string]LeftOut{}}
	s.checkAll(dossiers)
	for _, of := range dossiers {
		of.sealed(s)
		number, up := of.up()
		it, there := of.version(up)
		switch {
		case there:
			b.dossiers[it.ID] = of
			b.holds(it)
		case up != 0:
			b.flaws[of.records[0].ItemID] = LeftOut{Number: number, Why: data.Refuse(data.ErrBroken, "item.missing", number)}
		case len(of.versions) > 0:
			b.dossiers[of.versions[0].ID] = of
		}
		b.versions = append(b.versions, of.versions...)
	}
	return b
}

// holds tells whether nothing is wrong with the version's item; what is wrong with the version is kept.
func (b board) holds(it data.Item) bool {
	if _, wrong := b.flaws[it.ID]; wrong {
		return false
	}
	if f := b.seals.examine(b.dossiers[it.ID], it); f != nil {
		b.flaws[it.ID] = LeftOut{Number: it.Number, Why: f.why}
		return false
	}
	return true
}

// leftOut gives what was found wrong, by number.
func (b board) leftOut() []LeftOut {
	var list []LeftOut
	for _, l := range b.flaws {
		list = append(list, l)
	}
	slices.SortFunc(list, func(a, b LeftOut) int { return cmp.Compare(a.Number, b.Number) })
	return list
}
