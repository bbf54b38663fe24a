package board

import (
	"context"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// outcome is many of all were recorded, before something was refused or to the end.
type outcome struct{ done, of int }

// hang records that all of the list were hung today where they are proposed.
func (b *Board) hang(list []data.Proposal) {
	place := b.wallName()
	b.act("board.hung", len(list), func(ctx context.Context, i int) error {
		p := list[i]
		_, err := b.env.Session.RecordUse(ctx, p.Item, data.Use{Channel: data.Board, On: b.today(), Place: place, Pockets: p.Pockets})
		return err
	})
}

// wallName is where the board hangs, in the office's words or ours.
func (b *Board) wallName() string {
	if place := b.shown.plan.Grid.Place; place != "" {
		return place
	}
	return b.env.Words.T("channel.board")
}

// record records that one was hung as the form says.
func (b *Board) record(it data.Item, u data.Use, with *photo) {
	keep := with.keep()
	b.act("board.hung", 1, func(ctx context.Context, _ int) error {
		var err error
		if u.File, err = keep(ctx); err != nil {
			return err
		}
		_, err = b.env.Session.RecordUse(ctx, it, u)
		return err
	})
}

// takeDown records that all of the list were taken down today.
func (b *Board) takeDown(list []data.Posting) {
	b.act("board.taken", len(list), func(ctx context.Context, i int) error {
		return b.env.Session.EndUse(ctx, list[i].ID, data.UseEnd{On: b.today()})
	})
}

// end records that one was taken down as the form says.
func (b *Board) end(p data.Posting, end data.UseEnd, with *photo) {
	keep := with.keep()
	b.act("board.taken", 1, func(ctx context.Context, _ int) error {
		var err error
		if end.File, err = keep(ctx); err != nil {
			return err
		}
		return b.env.Session.EndUse(ctx, p.ID, end)
	})
}

// act records one after the other, each in an act of its own, and stops at the first that is refused. A second press
// while it works does nothing.
func (b *Board) act(said string, n int, one func(ctx context.Context, i int) error) {
	if b.busy {
		return
	}
	b.busy = true
	ui.Load(b.worker, func(ctx context.Context) (outcome, error) {
		o := outcome{of: n}
		for ; o.done < n; o.done++ {
			if err := one(ctx, o.done); err != nil {
				return o, err
			}
		}
		return o, nil
	}, func(o outcome, err error) {
		b.busy = false
		w := b.env.Words
		switch {
		case err != nil && o.done > 0:
			b.env.Notices.Refused(w.T("board.partly", o.done, o.of, w.Error(err)))
		case err != nil:
			b.env.Refused(err)
			return // the form stays as it is
		default:
			b.env.Notices.Done(w.T(said, n))
		}
		b.open = nil
		b.Load()
	})
}
