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
		t, err := d.timing(ctx, tx)
		if err != nil {
			return nil, err
		}
		var list []ItemDuty
		for _, it := range items {
			duties, err := t.duties(ctx, tx, &it)
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
	return view(ctx, d, func(tx *store.Tx) ([]data.Duty, error) {
		t, err := d.timing(ctx, tx)
		if err != nil {
			return nil, err
		}
		return t.duties(ctx, tx, &it)
	})
}

// timing is what duties are told by.
type timing struct {
	clocks  data.Clocks
	today   data.Date
	lastDay func(after data.Date, n int) data.Date
}

func (d *Desk) timing(ctx context.Context, tx *store.Tx) (timing, error) {
	settings, err := signedSettings(ctx, tx)
	if err != nil {
		return timing{}, err
	}
	calendar, err := d.calendar(ctx, tx)
	return timing{settings.Clocks, d.Today(), func(after data.Date, n int) data.Date {
		return data.LastWorkingDay(after, n, calendar.Between)
	}}, err
}

// duties reads the item's steps and tells what is to be done.
func (t timing) duties(ctx context.Context, tx *store.Tx, it *data.Item) ([]data.Duty, error) {
	steps, err := stepsOf(ctx, tx, *it)
	if err != nil {
		return nil, err
	}
	it.Steps = steps
	return data.Duties(*it, t.clocks, t.today, t.lastDay), nil
}

// stepsOf reads the steps of the item's version.
func stepsOf(ctx context.Context, tx *store.Tx, it data.Item) ([]data.Step, error) {
	records, err := tx.RecordsAbout(ctx, it.ID)
	var steps []data.Step
	for _, r := range records {
		if r.Kind == kindAct && r.Version == it.Version {
			steps = append(steps, stepOf(r))
		}
	}
	return steps, err
}
