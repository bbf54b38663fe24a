package desk

import (
	"context"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/store"
)

// Filter narrows a list of items; see store.Filter. The desk fills in Today.
type Filter = store.Filter

// view reads something on one consistent view of the database.
func view[T any](ctx context.Context, d *Desk, read func(*store.Tx) (T, error)) (T, error) {
	var result T
	err := d.store.Read(ctx, func(tx *store.Tx) error {
		var err error
		result, err = read(tx)
		return err
	})
	return result, err
}

// Unit gives the unit.
func (d *Desk) Unit(ctx context.Context) (data.Unit, error) {
	return view(ctx, d, func(tx *store.Tx) (data.Unit, error) {
		unit, _, err := tx.Unit(ctx)
		return unit, err
	})
}

// Fingerprint names the unit's root key, for people to compare; "" until the unit is founded.
func (d *Desk) Fingerprint(ctx context.Context) (string, error) {
	return view(ctx, d, func(tx *store.Tx) (string, error) {
		_, root, err := tx.Unit(ctx)
		if root == nil {
			return "", err
		}
		return seal.Fingerprint(root), err
	})
}

// Offices gives the unit's offices in their order.
func (d *Desk) Offices(ctx context.Context) ([]data.Office, error) {
	return view(ctx, d, func(tx *store.Tx) ([]data.Office, error) { return tx.Offices(ctx) })
}

// People gives everybody of the unit, those no longer in office too.
func (d *Desk) People(ctx context.Context) ([]data.Person, error) {
	return view(ctx, d, func(tx *store.Tx) ([]data.Person, error) { return tx.People(ctx) })
}

// Catalogue gives the catalogue in force on the day, "" for today. It fails with ErrNotFound where none is.
func (d *Desk) Catalogue(ctx context.Context, on data.Date) (data.Catalogue, error) {
	if on == "" {
		on = d.Today()
	}
	return view(ctx, d, func(tx *store.Tx) (data.Catalogue, error) {
		c, ok, err := tx.CatalogueOn(ctx, on)
		if err == nil && !ok {
			return c, data.Refuse(data.ErrNotFound, "catalogue.none")
		}
		return c, err
	})
}

// Catalogues gives every version of the catalogue, the oldest first.
func (d *Desk) Catalogues(ctx context.Context) ([]data.Catalogue, error) {
	return view(ctx, d, func(tx *store.Tx) ([]data.Catalogue, error) { return tx.Catalogues(ctx) })
}

// Items lists items without their steps, the newest first. Without a status each item is there once, in its newest
// version; with one, every version that has it.
func (d *Desk) Items(ctx context.Context, f Filter) ([]data.Item, error) {
	f.Today = d.Today()
	return view(ctx, d, func(tx *store.Tx) ([]data.Item, error) { return tx.Items(ctx, f) })
}

// Count tells how many items the filter lets through.
func (d *Desk) Count(ctx context.Context, f Filter) (int, error) {
	f.Today = d.Today()
	return view(ctx, d, func(tx *store.Tx) (int, error) { return tx.CountItems(ctx, f) })
}

// Item gives the item's newest version with its steps, their seals checked.
func (d *Desk) Item(ctx context.Context, number string) (data.Item, error) {
	return d.found(ctx, func(tx *store.Tx) (data.Item, error) { return tx.Item(ctx, number) })
}

// Live gives the version that is up, which may have come to its last day, with its steps. It fails with ErrNotFound
// where none is.
func (d *Desk) Live(ctx context.Context, number string) (data.Item, error) {
	return d.found(ctx, func(tx *store.Tx) (data.Item, error) { return tx.Live(ctx, number) })
}

// Version gives a version of the item with its steps.
func (d *Desk) Version(ctx context.Context, number string, version int) (data.Item, error) {
	return d.found(ctx, func(tx *store.Tx) (data.Item, error) {
		it, err := tx.Item(ctx, number)
		it.Version = version
		return it, err
	})
}

// History gives all versions of the item with their steps, the first first.
func (d *Desk) History(ctx context.Context, number string) ([]data.Item, error) {
	return view(ctx, d, func(tx *store.Tx) ([]data.Item, error) {
		it, err := tx.Item(ctx, number)
		if err != nil {
			return nil, err
		}
		of, err := dossierOf(ctx, tx, it.ID)
		return of.versions, err
	})
}

// found gives the version that was found with its steps; only the item's own records are checked, so that one item is
// quickly read however long the log is.
func (d *Desk) found(ctx context.Context, find func(*store.Tx) (data.Item, error)) (data.Item, error) {
	return view(ctx, d, func(tx *store.Tx) (data.Item, error) {
		it, err := find(tx)
		if err != nil {
			return data.Item{}, err
		}
		of, err := dossierOf(ctx, tx, it.ID)
		if err != nil {
			return data.Item{}, err
		}
		version, ok := of.version(it.Version)
		if !ok {
			return data.Item{}, data.Refuse(data.ErrNotFound, "item.none", it.Number)
		}
		return version, nil
	})
}

// Sound tells whether the version holds: every signature on it, what was signed, and the status. It fails with
// ErrBroken and says what does not.
func (d *Desk) Sound(ctx context.Context, it data.Item) error {
	f, err := view(ctx, d, func(tx *store.Tx) (*flaw, error) {
		certs, err := certificates(ctx, tx)
		if err != nil {
			return nil, err
		}
		of, err := readDossier(ctx, tx, certs, it.ID)
		if err != nil {
			return nil, err
		}
		version, ok := of.version(it.Version)
		if !ok {
			return nil, data.Refuse(data.ErrNotFound, "item.none", it.Number)
		}
		return certs.examine(of, version), nil
	})
	if err != nil || f == nil {
		return err
	}
	return f.why
}

func dossierOf(ctx context.Context, tx *store.Tx, id string) (dossier, error) {
	certs, err := certificates(ctx, tx)
	if err != nil {
		return dossier{}, err
	}
	return readDossier(ctx, tx, certs, id)
}

// certificates reads the unit's certificates with its root key.
func certificates(ctx context.Context, tx *store.Tx) (seals, error) {
	_, root, err := tx.Unit(ctx)
	if err != nil {
		return seals{}, err
	}
	return readSeals(ctx, tx, root)
}
