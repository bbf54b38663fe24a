package issuing

import (
	"context"
	"errors"
	"slices"

	"gongkailan/data"
	"gongkailan/data/desk"
)

// changed hears what the desk tells: everything but an issue itself may change what the public file says.
func (i *Issuer) changed(signal desk.Signal) {
	if signal.Kind == desk.BulletinIssued {
		return
	}
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.ended {
		return
	}
	now := i.opt.Now()
	if i.wanted == i.issued {
		i.since = now
	}
	i.wanted++
	if now.Sub(i.since) > mostCalm {
		return // the look that is on its way is not put off again
	}
	i.soon()
	i.soon = i.opt.After(calm, i.start)
}

// tick looks now, and again in a while.
func (i *Issuer) tick() {
	i.mu.Lock()
	if i.ended {
		i.mu.Unlock()
		return
	}
	i.ticks()
	i.ticks = i.opt.After(lookEvery, i.tick)
	i.mu.Unlock()
	i.start()
}

func (i *Issuer) start() { i.opt.Go(i.look) }

// look has the file issued where something has changed or a day has begun and the file does not say so, and tries the
// places that did not get the last one.
func (i *Issuer) look() {
	by, may := i.mayIssue()
	if by == nil {
		return // whoever signs in next looks
	}
	i.work.Lock()
	defer i.work.Unlock()
	if i.ctx.Err() != nil {
		return
	}
	before, issued := i.Standing(), false
	err := error(nil)
	switch {
	case may && i.toLook():
		issued, err = i.follow(i.ctx, by)
	case len(before.Late) > 0 || i.unseen():
		err = i.deliver(i.ctx)
	default:
		return
	}
	i.report(issued, err, before)
}

// toLook tells whether something has changed since the last issue, or a day has begun since the last look.
func (i *Issuer) toLook() bool {
	i.mu.Lock()
	defer i.mu.Unlock()
	return i.wanted > i.issued || i.looked != data.DateOf(i.opt.Now())
}

// follow issues the file where the last one says anything else than what is public now, or cannot be read.
func (i *Issuer) follow(ctx context.Context, by *desk.Session) (issued bool, err error) {
	i.mu.Lock()
	wanted, today := i.wanted, data.DateOf(i.opt.Now())
	i.mu.Unlock()
	due := true
	if last, unread := i.Last(ctx); unread == nil {
		if due, err = i.opt.Due(ctx, last); err != nil {
			i.note(err, wanted, today)
			return false, err
		}
	}
	if due {
		return true, i.issue(ctx, by)
	}
	i.note(nil, wanted, today)
	return false, i.deliver(ctx)
}

// report tells what happened by itself. What went wrong is told once, and not every few minutes again; that a place is
// still not there, which is no news, not at all.
func (i *Issuer) report(issued bool, err error, before Standing) {
	var unreached Unreached
	said := ""
	if err != nil && (issued || !errors.As(err, &unreached)) {
		said = err.Error()
	}
	after := i.Standing()
	i.mu.Lock()
	again := said == i.told
	i.told = said
	tell := i.tell
	i.mu.Unlock()
	switch {
	case i.ctx.Err() != nil:
	case said != "" && !again:
		tell(err)
	case !slices.Equal(before.Late, after.Late) || (before.Fault == nil) != (after.Fault == nil):
		tell(nil)
	}
}
