package desk

import (
	"context"
	"slices"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/store"
	"gongkailan/data/workday"
)

// Settings gives how the unit works, as last signed.
func (d *Desk) Settings(ctx context.Context) (data.Settings, error) {
	return view(ctx, d, func(tx *store.Tx) (data.Settings, error) { return signedSettings(ctx, tx) })
}

// signedSettings reads from the log how the unit works. What stands in the table may have been written there by hand, so
// a holiday or a clock put in there counts for nothing; Verify names it, and saving the settings puts it right. Where
// the record does not hold, the defaults apply.
func signedSettings(ctx context.Context, tx *store.Tx) (data.Settings, error) {
	r, err := tx.LastAbout(ctx, kindSettings, "")
	if err != nil || r.Seq == 0 {
		return data.Settings{}, err
	}
	certs, err := certificates(ctx, tx)
	if err != nil || certs.check(r) != nil {
		return data.Settings{}, err
	}
	settings, _ := parsed[data.Settings](r)
	return settings, nil
}

// Calendar gives the working-day calendar with the holidays that the office added, for screens and documents.
func (d *Desk) Calendar(ctx context.Context) (workday.Calendar, error) {
	return view(ctx, d, func(tx *store.Tx) (workday.Calendar, error) {
		settings, err := signedSettings(ctx, tx)
		base, ok := d.opt.Calendar.(workday.Calendar)
		if !ok {
			base = workday.New()
		}
		return base.Add(settings.Holidays), err
	})
}

// SaveSettings changes how the unit works. The whole is signed. For administrators and for the 党务公开办公室, which keeps
// the board. A round of appraisal without an ID is given one.
func (s *Session) SaveSettings(ctx context.Context, settings data.Settings) error {
	return s.do(ctx, func(w *work) error {
		if err := w.anyRole("settings.role", data.Admin, data.Checker); err != nil {
			return err
		}
		var err error
		if settings.Rounds, err = nameRounds(settings.Rounds); err != nil {
			return err
		}
		if err := settings.Check(); err != nil {
			return err
		}
		if err := w.keepsRounds(ctx, settings); err != nil {
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
		_, err = w.by.append(ctx, w.tx, w.at, seal.Record{Kind: kindSettings, Statement: stated(settings)})
		return err
	})
}

// nameRounds gives an ID to each new round.
func nameRounds(rounds []data.Round) ([]data.Round, error) {
	named := slices.Clone(rounds)
	for i := range named {
		if named[i].ID != "" {
			continue
		}
		id, err := newID()
		if err != nil {
			return nil, err
		}
		named[i].ID = id
	}
	return named, nil
}
