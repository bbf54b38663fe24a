package desk

import (
	"context"
	"slices"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/store"
)

// LeftOut is an item that is not shown although it says, or the log says, that it is up, and why.
type LeftOut struct {
	Number string
	Why    *data.Refusal
}

// Public gives what the lobby may show today: up, for the whole society, inside its period, and holding in every
// signature. What does not hold is left out and named with the reason; a broken seal is not published.
func (d *Desk) Public(ctx context.Context) ([]data.Item, []LeftOut, error) {
	return d.shown(ctx, data.Item.IsPublic)
}

// Online gives what a folder of web pages may hold today, data.LAN for the unit's own network and data.Internet for
// everybody's; what does not hold is left out and named as in Public.
func (d *Desk) Online(ctx context.Context, channel data.Channel) ([]data.Item, []LeftOut, error) {
	return d.shown(ctx, func(it data.Item, today data.Date) bool { return it.IsOnline(channel, today) })
}

// shown gives the items that are up today and hold, and of which may is true, in the order of drafting.
func (d *Desk) shown(ctx context.Context, may func(data.Item, data.Date) bool) ([]data.Item, []LeftOut, error) {
	shown, left := []data.Item{}, []LeftOut{}
	today := d.Today()
	err := d.store.Read(ctx, func(tx *store.Tx) error {
		certs, err := certificates(ctx, tx)
		if err != nil {
			return err
		}
		dossiers, err := publishedDossiers(ctx, tx)
		if err != nil {
			return err
		}
		for _, of := range dossiers {
			item, out := certs.standing(of)
			if out != nil {
				left = append(left, *out)
			}
			if item != nil && may(*item, today) {
				shown = append(shown, *item)
			}
		}
		return nil
	})
	return shown, left, err
}

// publishedDossiers gathers, in the order of drafting, the items that say they are up or that the log says once were.
func publishedDossiers(ctx context.Context, tx *store.Tx) ([]dossier, error) {
	versions, err := tx.EverPublished(ctx)
	if err != nil {
		return nil, err
	}
	records, err := tx.RecordsOfItemsWith(ctx, string(data.ActPublish))
	if err != nil {
		return nil, err
	}
	return gather(versions, records), nil
}

// gather puts versions and records together by item, in the order of the items' ids.
func gather(versions []data.Item, records []seal.Record) []dossier {
	at := map[string]*dossier{}
	var ids []string
	of := func(id string) *dossier {
		if at[id] == nil {
			at[id] = &dossier{}
			ids = append(ids, id)
		}
		return at[id]
	}
	for _, it := range versions {
		d := of(it.ID)
		d.versions = append(d.versions, it)
	}
	for _, r := range records {
		d := of(r.ItemID)
		d.records = append(d.records, r)
	}
	slices.Sort(ids)
	dossiers := make([]dossier, len(ids))
	for i, id := range ids {
		dossiers[i] = *at[id]
	}
	return dossiers
}

// standing gives the version of an item that is up, or why it is left out, or neither where nothing is up and nothing is
// wrong. Versions that are no longer up, by row and by log, need no check of signatures here; Verify checks them.
func (s seals) standing(of dossier) (*data.Item, *LeftOut) {
	number, up := of.up()
	if up == 0 {
		return nil, nil
	}
	of.sealed(s)
	it, there := of.version(up)
	if !there {
		return nil, &LeftOut{Number: number, Why: data.Refuse(data.ErrBroken, "item.missing", number)}
	}
	if f := s.examine(of, it); f != nil {
		return nil, &LeftOut{Number: number, Why: f.why}
	}
	return &it, nil
}

// up gives the version that is up by the log, or else by its row, with the item's number; 0 where none is.
func (d dossier) up() (number string, version int) {
	for _, r := range d.records {
		switch {
		case r.Kind != kindAct:
		case r.Act == string(data.ActPublish):
			number, version = r.Number, r.Version
		case r.Act == string(data.ActWithdraw) && r.Version == version:
			version = 0
		}
	}
	for _, it := range d.versions {
		if it.Status == data.Published && (version == 0 || it.Version > version) {
			number, version = it.Number, it.Version
		}
	}
	return number, version
}
