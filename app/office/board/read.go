package board

import (
	"context"

	"gongkailan/data"
	"gongkailan/data/desk"
)

// facts is what the screen shows, as read in one go.
type facts struct {
	plan data.BoardPlan
	left []desk.LeftOut
	// unrecorded comes off the board today, and nobody ever recorded that it was hung.
	unrecorded []data.Leaving
}

func (b *Board) gather(ctx context.Context) (facts, error) {
	var f facts
	state, left, err := b.env.Desk.BoardState(ctx)
	if err != nil {
		return f, err
	}
	f.left = left
	f.plan = data.PlanBoard(state, b.notices.Sheets(ctx))
	changes, _, err := b.env.Desk.BoardChanges(ctx, state.Day) // what does not hold is named above
	if err != nil {
		return f, err
	}
	for _, l := range changes.Down {
		recorded, err := b.recorded(ctx, l.Item)
		if err != nil {
			return f, err
		}
		if !recorded {
			f.unrecorded = append(f.unrecorded, l)
		}
	}
	return f, nil
}

// recorded tells whether it was ever recorded that the version was hung.
func (b *Board) recorded(ctx context.Context, it data.Item) (bool, error) {
	uses, err := b.env.Desk.Uses(ctx, it.ID)
	for _, u := range uses {
		if u.Channel == data.Board && u.Version == it.Version {
			return true, err
		}
	}
	return false, err
}

// posting finds what hangs by the use.
func (f facts) posting(use string) (data.Posting, bool) {
	for _, p := range f.plan.Posted {
		if p.ID == use {
			return p, true
		}
	}
	return data.Posting{}, false
}

// proposal finds what is to be hung.
func (f facts) proposal(it data.Item) (data.Proposal, bool) {
	for _, p := range f.plan.ToHang {
		if p.Item.ID == it.ID && p.Item.Version == it.Version {
			return p, true
		}
	}
	return data.Proposal{}, false
}
