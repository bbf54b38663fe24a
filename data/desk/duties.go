package desk

import (
	"cmp"
	"context"
	"slices"

	"gongkailan/data"
	"gongkailan/data/store"
)

// ItemDuty is what is to be done about an item by a day.
type ItemDuty struct {
	Item data.Item
	data.Duty
}

// Duties gives what is to be done about every item that is approved or up, the earliest first, each item with its
// nearest duty only. Seals are not checked here: whoever opens the item sees them.
func (d *Desk) Duties(ctx context.Context) ([]ItemDuty, error) {
	return view(ctx, d, func(tx *store.Tx) ([]ItemDuty, error) {
		items, err := tx.Items(ctx, store.Filter{Status: []data.Status{data.Approved, data.Published}, Today: d.Today()})
		if err != nil {
			return nil, err
		}
		var list []ItemDuty
		for _, it := range items {
			duties, err := d.dutiesOf(ctx, tx, &it)
			if err != nil {
				return nil, err
			}
			if len(duties) > 0 {
				list = append(list, ItemDuty{it, duties[0]})
			}
		}
		slices.SortStableFunc(list, func(a, b ItemDuty) int { return cmp.Compare(a.Due, b.Due) })
		return list, nil
	})
}

// DutiesOf gives what is to be done about the version, the earliest first.
func (d *Desk) DutiesOf(ctx context.Context, it data.Item) ([]data.Duty, error) {
	return view(ctx, d, func(tx *store.Tx) ([]data.Duty, error) { return d.dutiesOf(ctx, tx, &it) })
}

func (d *Desk) dutiesOf(ctx context.Context, tx *store.Tx, it *data.Item) ([]data.Duty, error) {
	records, err := tx.RecordsAbout(ctx, it.ID)
	if err != nil {
		return nil, err
	}
	it.Steps = nil
	for _, r := range records {
		if r.Kind == kindAct && r.Version == it.Version {
			it.Steps = append(it.Steps, stepOf(r))
		}
	}
	settings, err := tx.Settings(ctx)
	if err != nil {
		return nil, err
	}
	calendar, err := d.calendar(ctx, tx)
	if err != nil {
		return nil, err
	}
	return data.Duties(*it, settings.Clocks, d.Today(), func(after data.Date, n int) data.Date {
		return data.LastWorkingDay(after, n, calendar.Between)
	}), nil
}
