package desk

import (
	"context"

	"gongkailan/data"
	"gongkailan/data/store"
)

// BoardState tells what should hang on the board today and what is recorded as hanging there, each with why it is to be
// taken down. As in BoardStanding, what does not hold in its signatures is left out and named; where it hangs already it
// is to be taken down.
func (d *Desk) BoardState(ctx context.Context) (data.BoardState, []LeftOut, error) {
	return d.boardState(ctx, publishedDossiers)
}

// BoardToDo counts what the person can hang and take down today. Unlike BoardState it reads only what is up, waits or hangs,
// so that it is quick however much has ever hung.
func (d *Desk) BoardToDo(ctx context.Context, by data.Person) (int, error) {
	state, _, err := d.boardState(ctx, func(ctx context.Context, tx *store.Tx) ([]dossier, error) {
		return d.dossiersOf(ctx, tx, Filter{Status: []data.Status{data.Published}})
	})
	return state.ToDo(by), err
}

// boardState judges the board by the items gathered, those that wait, and those that hang.
func (d *Desk) boardState(ctx context.Context, gather func(context.Context, *store.Tx) ([]dossier, error)) (data.BoardState, []LeftOut, error) {
	var state data.BoardState
	var left []LeftOut
	var settings data.Settings
	var posted []data.ItemUse
	err := d.onBoard(ctx, func(ctx context.Context, tx *store.Tx) ([]dossier, error) {
		var err error
		if settings, err = signedSettings(ctx, tx); err != nil {
			return nil, err
		}
		if posted, err = tx.Standing(ctx, data.Board); err != nil {
			return nil, err
		}
		dossiers, err := gather(ctx, tx)
		if err != nil {
			return nil, err
		}
		waiting, err := d.dossiersOf(ctx, tx, Filter{Status: []data.Status{data.Approved}})
		if err != nil {
			return nil, err
		}
		return withPosted(ctx, tx, join(dossiers, waiting), posted)
	}, func(b board, c data.Catalogue) {
		state = data.BoardStateOn(d.Today(), settings.Board, b.versions, posted, c, b.holds)
		left = b.leftOut()
	})
	return state, left, err
}

// join adds the dossiers of items that are not among the first.
func join(dossiers, more []dossier) []dossier {
	known := map[string]bool{}
	for _, of := range dossiers {
		known[of.id()] = true
	}
	for _, of := range more {
		if !known[of.id()] {
			dossiers = append(dossiers, of)
		}
	}
	return dossiers
}

// withPosted adds the dossiers of the items that hang.
func withPosted(ctx context.Context, tx *store.Tx, dossiers []dossier, posted []data.ItemUse) ([]dossier, error) {
	known := map[string]bool{}
	for _, of := range dossiers {
		known[of.id()] = true
	}
	for _, u := range posted {
		if known[u.ItemID] {
			continue
		}
		known[u.ItemID] = true
		of, err := bareDossier(ctx, tx, u.ItemID)
		if err != nil {
			return nil, err
		}
		dossiers = append(dossiers, of)
	}
	return dossiers, nil
}

// id is the item's.
func (d dossier) id() string {
	if len(d.versions) > 0 {
		return d.versions[0].ID
	}
	if len(d.records) > 0 {
		return d.records[0].ItemID
	}
	return ""
}
