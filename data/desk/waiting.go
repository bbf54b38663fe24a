package desk

import (
	"cmp"
	"context"
	"slices"

	"gongkailan/data"
	"gongkailan/data/store"
)

// Waiting gives the items on which the person of the session has the next word, in the own name or by delegation: by
// stage in the order of an item's life, in each the longest waiting first. What a clerk does waits for the responsible
// office, though others may do some of it too (谁主管谁负责, S2).
func (s *Session) Waiting(ctx context.Context) ([]data.Item, error) {
	if s.Locked() {
		return nil, nil
	}
	d := s.desk
	return view(ctx, d, func(tx *store.Tx) ([]data.Item, error) {
		now, err := d.circumstances(ctx, tx)
		if err != nil {
			return nil, err
		}
		at := slices.IndexFunc(now.People, func(p data.Person) bool { return p.ID == s.personID })
		if at < 0 {
			return nil, nil
		}
		me := now.People[at]
		open, err := tx.Items(ctx, store.Filter{Status: waitingStatuses(), Today: now.Today})
		if err != nil {
			return nil, err
		}
		var mine []data.Item
		for _, it := range open {
			waits, err := d.waitsFor(ctx, tx, it, me, now)
			if err != nil {
				return nil, err
			}
			if waits {
				mine = append(mine, it)
			}
		}
		slices.SortStableFunc(mine, func(a, b data.Item) int {
			return cmp.Or(cmp.Compare(stageRank(a.Status), stageRank(b.Status)), a.UpdatedAt.Compare(b.UpdatedAt))
		})
		return mine, nil
	})
}

// waitingStatuses are those at which somebody has the next word.
func waitingStatuses() []data.Status {
	return slices.DeleteFunc(data.Statuses(), func(s data.Status) bool { return data.Awaited(s) == "" || s == data.Expired || s == data.Withdrawn })
}

func stageRank(s data.Status) int { return slices.Index(data.Statuses(), s) }

// waitsFor tells whether the act for which the item waits is the person's.
func (d *Desk) waitsFor(ctx context.Context, tx *store.Tx, it data.Item, me data.Person, now data.Circumstances) (bool, error) {
	act := data.Awaited(it.Status)
	offices := []data.Act{data.ActPropose, data.ActRevise, data.ActPublish}
	if slices.Contains(offices, act) && (!me.Has(data.Clerk, now.Today) || me.OfficeID != it.OfficeID) {
		return false, nil
	}
	records, err := tx.RecordsAbout(ctx, it.ID)
	if err != nil {
		return false, err
	}
	for _, r := range records {
		if r.Kind == kindDraft && r.Version > it.Version {
			return false, nil // a newer version has begun
		}
		if r.Kind == kindAct && r.Version == it.Version {
			it.Steps = append(it.Steps, stepOf(r))
		}
	}
	_, may := data.InWhoseName(it, act, me, now)
	return may, nil
}
