package desk

import (
	"context"
	"slices"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/store"
)

// OpenWork gives the items that the person has and that are not done with, in the order of drafting.
func (d *Desk) OpenWork(ctx context.Context, personID string) ([]data.Item, error) {
	return view(ctx, d, func(tx *store.Tx) ([]data.Item, error) {
		items, err := tx.Handled(ctx, personID)
		return slices.DeleteFunc(items, func(it data.Item) bool { return !it.IsOpen(d.Today()) }), err
	})
}

// handOver gives open items of one clerk to another of the same office.
func (w *work) handOver(ctx context.Context, numbers []string, h data.Handover) error {
	if err := w.discreet(h.Reason); err != nil {
		return err
	}
	for _, number := range numbers {
		it, err := w.tx.Item(ctx, number)
		if err != nil {
			return err
		}
		if err := data.MayHandOver(it, h, w.by.person, w.people, w.now.Today); err != nil {
			return err
		}
		if err := w.tx.SetHandler(ctx, it.ID, h.ToID); err != nil {
			return err
		}
		_, err = w.by.append(ctx, w.tx, w.at, seal.Record{
			Kind: kindHandover, ItemID: it.ID, Version: it.Version, Number: it.Number, Statement: stated(h),
		})
		if err != nil {
			return err
		}
		w.tell(Signal{Kind: ItemChanged, Number: it.Number})
	}
	return nil
}

// Given is the part of somebody's open work that goes to one successor.
type Given struct {
	Numbers []string
	ToID    string
}

// HandOver gives somebody's open work to several successors: all of it or none.
func (s *Session) HandOver(ctx context.Context, personID, reason string, gifts []Given) error {
	return s.do(ctx, func(w *work) error { return w.giveAll(ctx, personID, reason, gifts) })
}

func (w *work) giveAll(ctx context.Context, personID, reason string, gifts []Given) error {
	for _, g := range gifts {
		if err := w.handOver(ctx, g.Numbers, data.Handover{FromID: personID, ToID: g.ToID, Reason: reason}); err != nil {
			return err
		}
	}
	return nil
}

// Depart enters somebody's last day and hands the open work over, all in one: a refused part leaves everything as it
// was. For administrators.
func (s *Session) Depart(ctx context.Context, personID string, last data.Date, reason string, gifts []Given) error {
	return s.administer(ctx, PeopleChanged, func(w *work, root seal.Key) error {
		at := slices.IndexFunc(w.people, func(p data.Person) bool { return p.ID == personID })
		if at < 0 {
			return data.Refuse(data.ErrNotFound, "person.none", personID)
		}
		leaving := w.people[at]
		if last == "" {
			return data.Refuse(data.ErrInvalid, "depart.last")
		}
		if err := w.giveAll(ctx, personID, reason, gifts); err != nil {
			return err
		}
		leaving.Until = last
		return s.savePerson(ctx, w, leaving, root)
	})
}
