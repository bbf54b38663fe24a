package desk

import (
	"context"
	"slices"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/store"
	"gongkailan/data/workday"
)

// Settings gives how the unit works.
func (d *Desk) Settings(ctx context.Context) (data.Settings, error) {
	return view(ctx, d, func(tx *store.Tx) (data.Settings, error) { return tx.Settings(ctx) })
}

// Calendar gives the working-day calendar with the holidays that the office added, for screens and documents.
func (d *Desk) Calendar(ctx context.Context) (workday.Calendar, error) {
	return view(ctx, d, func(tx *store.Tx) (workday.Calendar, error) {
		settings, err := tx.Settings(ctx)
		base, ok := d.opt.Calendar.(workday.Calendar)
		if !ok {
			base = workday.New()
		}
		return base.Add(settings.Holidays), err
	})
}

// SaveSettings changes how the unit works. The whole is signed. For administrators and for the 党务公开办公室, which keeps
// the board.
func (s *Session) SaveSettings(ctx context.Context, settings data.Settings) error {
	return s.do(ctx, func(w *work) error {
		if err := w.anyRole("settings.role", data.Admin, data.Checker); err != nil {
			return err
		}
		if err := settings.Check(); err != nil {
			return err
		}
		for _, m := range settings.Group {
			if m.PersonID != "" && !slices.ContainsFunc(w.people, func(p data.Person) bool { return p.ID == m.PersonID }) {
				return data.Refuse(data.ErrInvalid, "group.name")
			}
		}
		if err := w.tx.SaveSettings(ctx, settings); err != nil {
			return err
		}
		w.tell(Signal{Kind: SettingsChanged})
		_, err := w.by.append(ctx, w.tx, w.at, seal.Record{Kind: kindSettings, Statement: stated(settings)})
		return err
	})
}
