package desk

import (
	"context"
	"slices"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/store"
)

// Uses gives what channels did for all versions of the item, in the order of days (S7).
func (d *Desk) Uses(ctx context.Context, itemID string) ([]data.ItemUse, error) {
	return view(ctx, d, func(tx *store.Tx) ([]data.ItemUse, error) { return tx.Uses(ctx, itemID) })
}

// Posted gives what hangs on the board of paper, as recorded.
func (d *Desk) Posted(ctx context.Context) ([]data.ItemUse, error) {
	return view(ctx, d, func(tx *store.Tx) ([]data.ItemUse, error) { return tx.Standing(ctx, data.Board) })
}

// RecordUse records what a channel did for the version of the item that was seen. ID and person are set here.
func (s *Session) RecordUse(ctx context.Context, seen data.Item, u data.Use) (data.ItemUse, error) {
	var recorded data.ItemUse
	err := s.do(ctx, func(w *work) error {
		it, err := w.version(ctx, seen)
		if err != nil {
			return err
		}
		if err := data.MayRecordUse(it, w.by.person, w.now.Today); err != nil {
			return err
		}
		settings, err := signedSettings(ctx, w.tx)
		if err != nil {
			return err
		}
		if u.ID, err = newID(); err != nil {
			return err
		}
		u.ByID, u.By, u.Ended = w.by.person.ID, w.by.person.Name, nil
		if err := data.CheckUse(it, u, settings.Board, w.now.Today); err != nil {
			return err
		}
		recorded = data.ItemUse{Use: u, ItemID: it.ID, Number: it.Number, Version: it.Version}
		if err := w.free(ctx, recorded); err != nil {
			return err
		}
		return w.saveUse(ctx, recorded)
	})
	return recorded, err
}

// free refuses on the board what hangs there already, and a pocket in which something hangs.
func (w *work) free(ctx context.Context, u data.ItemUse) error {
	if u.Channel != data.Board {
		return nil
	}
	standing, err := w.tx.Standing(ctx, u.Channel)
	if err != nil {
		return err
	}
	for _, other := range standing {
		if other.ItemID == u.ItemID && other.Version == u.Version {
			return data.Refuse(data.ErrRefused, "use.hangs", u.Number)
		}
		for _, p := range other.Pockets {
			if slices.Contains(u.Pockets, p) {
				return data.Refuse(data.ErrRefused, "use.taken", p.String(), other.Number)
			}
		}
	}
	return nil
}

// EndUse records how a use ended: what hung on the board was taken down.
func (s *Session) EndUse(ctx context.Context, id string, end data.UseEnd) error {
	return s.do(ctx, func(w *work) error {
		u, err := w.signedUse(ctx, id)
		if err != nil {
			return err
		}
		it, err := w.tx.Item(ctx, u.Number)
		if err != nil {
			return err
		}
		if err := data.MayRecordUse(it, w.by.person, w.now.Today); err != nil {
			return err
		}
		if err := data.CheckUseEnd(u.Use, end, w.now.Today); err != nil {
			return err
		}
		end.ByID, end.By = w.by.person.ID, w.by.person.Name
		u.Ended = &end
		return w.saveUse(ctx, u)
	})
}

// signedUse reads the use as it was last signed, so that what was written into its row by hand is not signed with its
// end. It fails with ErrNotFound, and with ErrBroken where no record of it holds.
func (w *work) signedUse(ctx context.Context, id string) (data.ItemUse, error) {
	row, ok, err := w.tx.Use(ctx, id)
	if err != nil {
		return row, err
	}
	if !ok {
		return row, data.Refuse(data.ErrNotFound, "use.none")
	}
	records, err := w.tx.RecordsAbout(ctx, row.ItemID)
	if err != nil {
		return row, err
	}
	certs, err := readSeals(ctx, w.tx, w.root)
	if err != nil {
		return row, err
	}
	for _, r := range slices.Backward(records) {
		if said, ok := parsed[data.Use](r); r.Kind == kindUse && ok && said.ID == id && certs.check(r) == nil {
			return data.ItemUse{Use: said, ItemID: r.ItemID, Number: r.Number, Version: r.Version}, nil
		}
	}
	return row, data.Refuse(data.ErrBroken, "use.broken", row.Number)
}

func (w *work) saveUse(ctx context.Context, u data.ItemUse) error {
	texts := []string{u.Place, u.Evidence}
	if u.Ended != nil {
		texts = append(texts, u.Ended.Note)
	}
	if err := w.discreet(texts...); err != nil {
		return err
	}
	if err := w.tx.SaveUse(ctx, u); err != nil {
		return err
	}
	w.tell(Signal{Kind: ItemChanged, Number: u.Number})
	_, err := w.by.append(ctx, w.tx, w.at, seal.Record{
		Kind: kindUse, ItemID: u.ItemID, Version: u.Version, Number: u.Number, Statement: stated(u.Use),
	})
	return err
}

// version reads the version that was seen with its steps; it must hold and be what was seen.
func (w *work) version(ctx context.Context, seen data.Item) (data.Item, error) {
	certs, d, it, err := w.find(ctx, seen)
	switch {
	case err != nil:
		return it, err
	case certs.examine(d, it) != nil:
		return it, data.Refuse(data.ErrBroken, "item.broken", it.Number)
	case it.Digest() != seen.Digest():
		return it, data.Refuse(data.ErrRefused, "item.seen", it.Number)
	}
	return it, nil
}
