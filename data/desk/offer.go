package desk

import (
	"context"
	"slices"

	"gongkailan/data"
	"gongkailan/data/store"
)

// Acts lists what the person may do to the item now, for the buttons of a screen; nothing where the session is locked.
func (s *Session) Acts(ctx context.Context, it data.Item) ([]data.Act, error) {
	if s.Locked() {
		return nil, nil
	}
	return view(ctx, s.desk, func(tx *store.Tx) ([]data.Act, error) {
		now, err := s.desk.circumstances(ctx, tx)
		if err != nil {
			return nil, err
		}
		at := slices.IndexFunc(now.People, func(p data.Person) bool { return p.ID == s.personID })
		if at < 0 {
			return nil, nil
		}
		versions, err := tx.Versions(ctx, it.ID)
		if err != nil {
			return nil, err
		}
		newest := dossier{versions: versions}.newest()
		return slices.DeleteFunc(data.Next(it, now.People[at], now), func(act data.Act) bool {
			return act == data.ActRevise && data.MayRevise(it, newest) != nil
		}), nil
	})
}

// Awaited is for what an item waits, and who may do it.
type Awaited struct {
	Act    data.Act // "" for nothing
	People []data.Person
}

// WhoNext tells for what the item waits, and who may do it.
func (d *Desk) WhoNext(ctx context.Context, it data.Item) (Awaited, error) {
	return view(ctx, d, func(tx *store.Tx) (Awaited, error) {
		now, err := d.circumstances(ctx, tx)
		if err != nil {
			return Awaited{}, err
		}
		var a Awaited
		a.Act, a.People = data.WhoNext(it, now)
		return a, nil
	})
}
