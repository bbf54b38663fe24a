package desk

import (
	"context"
	"slices"

	"gongkailan/data"
	"gongkailan/data/seal"
)

// SaveUnit changes what the unit is. For administrators.
func (s *Session) SaveUnit(ctx context.Context, u data.Unit) error {
	return s.administer(ctx, UnitChanged, func(w *work, _ seal.Key) error {
		if err := u.Check(); err != nil {
			return err
		}
		if err := w.tx.SaveUnit(ctx, u); err != nil {
			return err
		}
		_, err := w.by.append(ctx, w.tx, w.at, seal.Record{Kind: kindUnit, Statement: stated(u)})
		return err
	})
}

// SaveOffices puts these offices, in this order, in place of those there are. One that somebody or an item belongs to
// can be renamed but not left out. For administrators.
func (s *Session) SaveOffices(ctx context.Context, offices []data.Office) error {
	return s.administer(ctx, PeopleChanged, func(w *work, _ seal.Key) error {
		named, err := namedOffices(offices)
		if err != nil {
			return err
		}
		for _, before := range w.offices {
			if slices.ContainsFunc(named, func(o data.Office) bool { return o.ID == before.ID }) {
				continue
			}
			used, err := w.tx.OfficeInUse(ctx, before.ID)
			if err != nil {
				return err
			}
			if used {
				return data.Refuse(data.ErrRefused, "office.used", before.Name)
			}
		}
		if err := w.tx.SaveOffices(ctx, named); err != nil {
			return err
		}
		_, err = w.by.append(ctx, w.tx, w.at, seal.Record{Kind: kindOffices, Statement: stated(named)})
		return err
	})
}
