package desk

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/store"
)

// Revision is a catalogue that is to become the next version.
type Revision struct {
	Catalogue data.Catalogue // its From is the day it takes effect, "" for today
	// Base is the version it was made from. What others have changed since is kept, unless both changed the same entry.
	// Without a base the catalogue stands as it is, whatever was there.
	Base    int
	Note    string            // where it came from, e.g. the name of a file
	Reasons []data.Retirement // why entries are left out; with a Base each that is left out needs one
}

// Edition is a version of the catalogue with who made it, when and why.
type Edition struct {
	data.Catalogue
	By      string // "" for what was there before the unit was founded
	At      time.Time
	Note    string
	Reasons []data.Retirement
	Changes data.CatalogueChanges // from the version before
}

// ImportCatalogue puts the catalogue in place of what there is before the unit is founded, when nobody can sign in yet.
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

// ReviseCatalogue adds the next version of the catalogue. It takes effect today or later, never on a day that has
// passed: what was in force on a day stays what it was. For administrators and for the 党务公开办公室, whose checkers
// answer for what is in it.
func (s *Session) ReviseCatalogue(ctx context.Context, r Revision) (data.Catalogue, error) {
	var added data.Catalogue
	err := s.do(ctx, func(w *work) error {
		if err := w.anyRole("catalogue.role", data.Admin, data.Checker); err != nil {
			return err
		}
		if r.Catalogue.From != "" && r.Catalogue.From < w.now.Today {
			return data.Refuse(data.ErrInvalid, "catalogue.past", w.now.Today.Chinese())
		}
		wanted, err := w.rebased(ctx, r)
		if err != nil {
			return err
		}
		if added, err = s.desk.addCatalogue(ctx, w.tx, wanted); err != nil {
			return err
		}
		w.tell(Signal{Kind: CatalogueChanged})
		_, err = w.by.append(ctx, w.tx, w.at, seal.Record{
			Kind: kindCatalogue, Version: added.Version,
			Statement: stated(listing{Catalogue: added, Note: strings.TrimSpace(r.Note), Reasons: r.Reasons}),
		})
		return err
	})
	if err != nil {
		return data.Catalogue{}, err
	}
	return added, nil
}

// rebased gives the catalogue that the revision asks for on top of the newest version.
func (w *work) rebased(ctx context.Context, r Revision) (data.Catalogue, error) {
	if r.Base == 0 {
		return r.Catalogue, nil
	}
	versions, err := w.tx.Catalogues(ctx)
	if err != nil {
		return data.Catalogue{}, err
	}
	at := slices.IndexFunc(versions, func(c data.Catalogue) bool { return c.Version == r.Base })
	if at < 0 {
		return data.Catalogue{}, data.Refuse(data.ErrNotFound, "catalogue.none")
	}
	changes := r.Catalogue.ChangesFrom(versions[at])
	if changes.Count() == 0 {
		return data.Catalogue{}, data.Refuse(data.ErrInvalid, "catalogue.nochange", strconv.Itoa(r.Base))
	}
	for _, e := range changes.Retired {
		if !slices.ContainsFunc(r.Reasons, func(why data.Retirement) bool {
			return why.Code == e.Code && strings.TrimSpace(why.Reason) != ""
		}) {
			return data.Catalogue{}, data.Refuse(data.ErrInvalid, "catalogue.reason", e.Code+" "+e.Title)
		}
	}
	newest := versions[len(versions)-1]
	if newest.Version == r.Base {
		return r.Catalogue, nil
	}
	merged, err := changes.ApplyTo(newest)
	merged.From = r.Catalogue.From
	return merged, err
}

// addCatalogue checks the catalogue and adds it as the next version. Before the unit is founded nothing is signed yet
// and nothing was ever in force, so the catalogue takes the place of what there is.
func (d *Desk) addCatalogue(ctx context.Context, tx *store.Tx, c data.Catalogue) (data.Catalogue, error) {
	if err := c.Check(); err != nil {
		return c, err
	}
	if len(c.Entries) == 0 {
		return c, data.Refuse(data.ErrInvalid, "catalogue.empty")
	}
	_, root, err := tx.Unit(ctx)
	if err != nil {
		return c, err
	}
	if root == nil {
		if err := tx.ClearCatalogues(ctx); err != nil {
			return c, err
		}
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

// Editions gives every version of the catalogue with who made it and what it changed, the oldest first.
func (d *Desk) Editions(ctx context.Context) ([]Edition, error) {
	return view(ctx, d, func(tx *store.Tx) ([]Edition, error) {
		versions, err := tx.Catalogues(ctx)
		if err != nil {
			return nil, err
		}
		records, err := tx.RecordsOfKinds(ctx, [4]string{kindCatalogue, kindCatalogue, kindCatalogue, kindCatalogue})
		if err != nil {
			return nil, err
		}
		editions := make([]Edition, len(versions))
		for i, c := range versions {
			editions[i] = Edition{Catalogue: c.After(versions[:i])}
			if i > 0 {
				editions[i].Changes = c.ChangesFrom(versions[i-1])
			}
			editions[i].sign(records)
		}
		return editions, nil
	})
}

// sign takes who made the version, and why, from its record.
func (e *Edition) sign(records []seal.Record) {
	at := slices.IndexFunc(records, func(r seal.Record) bool { return r.Kind == kindCatalogue && r.Version == e.Version })
	if at < 0 {
		return
	}
	e.By = records[at].Name
	if made, err := seal.ParseInstant(records[at].At); err == nil {
		e.At = made.In(data.Shanghai())
	}
	if said, ok := parsed[listing](records[at]); ok {
		e.Note, e.Reasons = said.Note, said.Reasons
	}
}

// Up gives what is up of each entry of the catalogue today, by the entry's code, in the order of numbers and with its
// steps; Entry.NextDue asks them. Seals are not checked here: whoever opens the item sees them.
func (d *Desk) Up(ctx context.Context) (map[string][]data.Item, error) {
	return view(ctx, d, func(tx *store.Tx) (map[string][]data.Item, error) {
		items, err := tx.Items(ctx, store.Filter{Status: []data.Status{data.Published}, Today: d.Today()})
		if err != nil {
			return nil, err
		}
		slices.SortFunc(items, func(a, b data.Item) int { return cmp.Compare(a.Number, b.Number) })
		up := map[string][]data.Item{}
		for _, it := range items {
			if it.Steps, err = stepsOf(ctx, tx, it); err != nil {
				return nil, err
			}
			up[it.EntryCode] = append(up[it.EntryCode], it)
		}
		return up, nil
	})
}
