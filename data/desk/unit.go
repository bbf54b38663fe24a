package desk

import (
	"context"
	"slices"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/store"
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

// ImportCatalogue adds a version of the catalogue before the unit is founded, when nobody can sign in yet.
func (d *Desk) ImportCatalogue(ctx context.Context, c data.Catalogue) (data.Catalogue, error) {
	var added data.Catalogue
	err := d.store.Write(ctx, func(tx *store.Tx) error {
		_, root, err := tx.Unit(ctx)
		if err != nil {
			return err
		}
		if root != nil {
			return data.Refuse(data.ErrRefused, "catalogue.signin")
		}
		added, err = d.addCatalogue(ctx, tx, c)
		return err
	})
	if err != nil {
		return data.Catalogue{}, err
	}
	d.tell(Signal{Kind: CatalogueChanged})
	return added, nil
}

// ImportCatalogue adds a version of the catalogue, in force from its From or from today where that is missing. For
// administrators and for the 党务公开办公室, whose checkers answer for what is in it.
func (s *Session) ImportCatalogue(ctx context.Context, c data.Catalogue) (data.Catalogue, error) {
	var added data.Catalogue
	err := s.do(ctx, func(w *work) error {
		if err := w.anyRole("catalogue.role", data.Admin, data.Checker); err != nil {
			return err
		}
		var err error
		if added, err = s.desk.addCatalogue(ctx, w.tx, c); err != nil {
			return err
		}
		w.tell(Signal{Kind: CatalogueChanged})
		_, err = w.by.append(ctx, w.tx, w.at,
			seal.Record{Kind: kindCatalogue, Version: added.Version, Statement: stated(listing{added})})
		return err
	})
	if err != nil {
		return data.Catalogue{}, err
	}
	return added, nil
}

// addCatalogue checks the catalogue and adds it as the next version.
func (d *Desk) addCatalogue(ctx context.Context, tx *store.Tx, c data.Catalogue) (data.Catalogue, error) {
	if err := c.Check(); err != nil {
		return c, err
	}
	if len(c.Entries) == 0 {
		return c, data.Refuse(data.ErrInvalid, "catalogue.empty")
	}
	last, _, err := tx.LastCatalogue(ctx)
	if err != nil {
		return c, err
	}
	if c.From == "" {
		c.From = max(d.Today(), last.From)
	}
	if c.From < last.From {
		return c, data.Refuse(data.ErrInvalid, "catalogue.from", last.From.Chinese())
	}
	c.Version = last.Version + 1
	return c, tx.AddCatalogue(ctx, c)
}
