package today

import (
	"cmp"
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
	due      []data.Item // up, and at their last day or their review within soon working days
	public   int
	society  int // of those that are up, for the whole society
	up, down int // what is hung on the board today and taken off it
	drafts   int
	returned int
	offices  map[string]string
}

// deadline is the last day, or for what has none the day on which it is looked at again.
func deadline(it data.Item) data.Date {
	if it.To == "" {
		return it.Review
	}
	return it.To
}

func (t *Today) read(ctx context.Context) (facts, error) {
	f := facts{offices: map[string]string{}}
	var err error
	if f.waiting, err = Waiting(ctx, t.env.Desk, t.env.Session); err != nil {
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
		if last := deadline(it); last != "" && t.env.Calendar.Between(today, last) <= soon {
			f.due = append(f.due, it)
		}
	}
	slices.SortStableFunc(f.due, func(a, b data.Item) int { return cmp.Compare(deadline(a), deadline(b)) })
	changes, _, err := d.BoardChanges(ctx, today) // what does not hold is named where the pack is made
	f.up, f.down = len(changes.Up), len(changes.Down)
	return err
}

// Waiting gives the items on which the person of the session has the next word, the longest waiting first.
func Waiting(ctx context.Context, d *desk.Desk, by *desk.Session) ([]data.Item, error) {
	var mine []data.Item
	for _, f := range mayWait(by.Person(), d.Today()) {
		open, err := d.Items(ctx, f)
		if err != nil {
			return nil, err
		}
		for _, row := range open {
			it, err := d.Version(ctx, row.Number, row.Version) // rows of a list come without their steps
			if err != nil {
				return nil, err
			}
			acts, err := by.Acts(ctx, it)
			if err != nil {
				return nil, err
			}
			if hasNextWord(it, acts) {
				mine = append(mine, it)
			}
		}
	}
	slices.SortStableFunc(mine, func(a, b data.Item) int { return a.UpdatedAt.Compare(b.UpdatedAt) })
	return mine, nil
}

// mayWait narrows what is read to the stages in which the person's roles have a part; the desk then says of each item
// whether it is theirs. Publishing is the responsible office's, though others may do it too (谁主管谁负责, S2).
func mayWait(p data.Person, today data.Date) []desk.Filter {
	var filters []desk.Filter
	if p.Has(data.Clerk, today) {
		filters = append(filters, desk.Filter{OfficeID: p.OfficeID, Status: []data.Status{data.Draft, data.Returned, data.Approved}})
	}
	var stages []data.Status
	if p.Has(data.Checker, today) {
		stages = append(stages, data.ToCheck, data.Withholding)
	}
	if p.Has(data.Approver, today) {
		stages = append(stages, data.ToApprove)
	}
	if p.Has(data.Checker, today) || p.Has(data.Approver, today) {
		stages = append(stages, data.ToDecide, data.ToSuperior, data.WithheldWait)
	}
	if len(stages) > 0 {
		filters = append(filters, desk.Filter{Status: stages})
	}
	return filters
}

// hasNextWord: the act that brings the item on is among those that the person may do.
func hasNextWord(it data.Item, acts []data.Act) bool {
	return slices.ContainsFunc(acts, func(act data.Act) bool {
		switch act {
		case data.ActSendBack, data.ActWithdraw:
			return false
		case data.ActRevise:
			return it.Status == data.Returned
		default:
			return true
		}
	})
}
