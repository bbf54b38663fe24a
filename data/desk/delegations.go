package desk

import (
	"context"
	"slices"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/store"
)

// signedDelegations gives the delegations that are as their giver last signed them; one written into the database by
// hand lets nobody act.
func (d *Desk) signedDelegations(ctx context.Context, tx *store.Tx) ([]data.Delegation, error) {
	list, err := tx.Delegations(ctx)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	certs, err := certificates(ctx, tx)
	if err != nil {
		return nil, err
	}
	var signed []data.Delegation
	for _, given := range list {
		r, err := tx.LastAbout(ctx, kindDelegation, given.ID)
		if err != nil {
			return nil, err
		}
		if certs.check(r) == nil && r.Statement == stated(given) {
			signed = append(signed, given)
		}
	}
	return signed, nil
}

// Delegate lets somebody act in the person's name for a period; the person signs it. ID and giver are set here.
func (s *Session) Delegate(ctx context.Context, given data.Delegation) (data.Delegation, error) {
	err := s.do(ctx, func(w *work) error {
		id, err := newID()
		if err != nil {
			return err
		}
		given.ID, given.FromID, given.Ended = id, w.by.person.ID, ""
		if err := given.Check(w.people, w.now.Today); err != nil {
			return err
		}
		if err := w.discreet(given.Reason); err != nil {
			return err
		}
		return w.saveDelegation(ctx, given)
	})
	return given, err
}

// EndDelegation takes a delegation back from now on: who gave it, or an administrator.
func (s *Session) EndDelegation(ctx context.Context, id string) error {
	return s.do(ctx, func(w *work) error {
		list, err := w.tx.Delegations(ctx)
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(list, func(d data.Delegation) bool { return d.ID == id }) {
			return data.Refuse(data.ErrNotFound, "delegation.none", "")
		}
		given, err := w.signedDelegation(ctx, id)
		if err != nil {
			return err
		}
		switch {
		case given.FromID != w.by.person.ID && !w.by.person.Has(data.Admin, w.now.Today):
			return data.Refuse(data.ErrRefused, "delegation.end")
		case given.Ended != "" || given.Until < w.now.Today:
			return data.Refuse(data.ErrRefused, "delegation.over")
		}
		given.Ended = w.now.Today
		return w.saveDelegation(ctx, given)
	})
}

// signedDelegation reads the delegation as it was last signed, so that what was written into its row by hand is not
// signed when it is taken back.
func (w *work) signedDelegation(ctx context.Context, id string) (data.Delegation, error) {
	r, err := w.tx.LastAbout(ctx, kindDelegation, id)
	if err != nil {
		return data.Delegation{}, err
	}
	certs, err := readSeals(ctx, w.tx, w.root)
	if err != nil {
		return data.Delegation{}, err
	}
	given, ok := parsed[data.Delegation](r)
	if !ok || certs.check(r) != nil {
		return data.Delegation{}, data.Refuse(data.ErrBroken, "delegation.broken", "")
	}
	return given, nil
}

func (w *work) saveDelegation(ctx context.Context, given data.Delegation) error {
	if err := w.tx.SaveDelegation(ctx, given); err != nil {
		return err
	}
	w.tell(Signal{Kind: PeopleChanged})
	_, err := w.by.append(ctx, w.tx, w.at, seal.Record{Kind: kindDelegation, ItemID: given.ID, Statement: stated(given)})
	return err
}
