package today

import (
	"context"
	"slices"

	"gongkailan/data"
	"gongkailan/data/desk"
)

// soon is how many working days before its last day an item is nearly due.
const soon = 5

// facts is what the screen shows, as read in one go.
type facts struct {
	waiting  []data.Item
	opinions []data.Opinion  // that wait for this person
	due      []desk.ItemDuty // to be done within soon working days, or overdue
	public   int
	society  int // of those that are up, for the whole society
	up, down int // what is hung on the board today and taken off it
	drafts   int
	returned int
	offices  map[string]string
}

func (t *Today) read(ctx context.Context) (facts, error) {
	f := facts{offices: map[string]string{}}
	var err error
	if f.waiting, err = t.env.Session.Waiting(ctx); err != nil {
		return f, err
	}
	if f.opinions, err = t.env.Session.WaitingOpinions(ctx); err != nil {
		return f, err
	}
	if err = t.readPublic(ctx, &f); err != nil {
		return f, err
	}
	if f.drafts, err = t.env.Desk.Count(ctx, desk.Filter{Status: []data.Status{data.Draft}}); err != nil {
		return f, err
	}
	if f.returned, err = t.env.Desk.Count(ctx, desk.Filter{Status: []data.Status{data.Returned}}); err != nil {
		return f, err
	}
	offices, err := t.env.Desk.Offices(ctx)
	for _, o := range offices {
		f.offices[o.ID] = o.Name
	}
	return f, err
}

// readPublic reads what is up and what changes on the board today.
func (t *Today) readPublic(ctx context.Context, f *facts) error {
	d, today := t.env.Desk, data.DateOf(t.env.Now())
	up, err := d.Items(ctx, desk.Filter{Status: []data.Status{data.Published}})
	if err != nil {
		return err
	}
	f.public = len(up)
	for _, it := range up {
		if it.Audience == data.Society {
			f.society++
		}
	}
	if f.due, err = d.Duties(ctx); err != nil {
		return err
	}
	f.due = slices.DeleteFunc(f.due, func(duty desk.ItemDuty) bool { return t.env.Calendar.Between(today, duty.Due) > soon })
	changes, _, err := d.BoardChanges(ctx, today) // what does not hold is named where the pack is made
	f.up, f.down = len(changes.Up), len(changes.Down)
	return err
}
