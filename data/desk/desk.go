// Package desk is what the people of a unit do: read the disclosures, sign in, and do the acts of an item's life.
//
// Every act is one transaction: what it concerns is read inside it, the rules of package data are asked, the person's
// key signs, the log and the row are written, and only after the commit are watchers told. A refused act changes
// nothing. Reading needs no sign-in. The desk decides nothing by itself; data.After is the law.
package desk

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"sync"
	"time"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/store"
	"gongkailan/data/workday"
)

// Calendar counts working days after the first date up to and including the last.
type Calendar interface {
	Between(after, last data.Date) int
}

// Options is what a desk is given from outside.
type Options struct {
	Now      func() time.Time // required
	Calendar Calendar         // required
	Random   io.Reader        // nil: crypto/rand
	Cost     seal.Cost        // what passwords cost; zero: seal.DefaultCost
}

func (o Options) complete() (Options, error) {
	if o.Now == nil || o.Calendar == nil {
		return o, errors.New("a desk needs a clock and a calendar")
	}
	if o.Random == nil {
		o.Random = rand.Reader
	}
	if o.Cost == (seal.Cost{}) {
		o.Cost = seal.DefaultCost()
	}
	return o, nil
}

// Desk is an open database with the rules around it. It may be used by several goroutines.
type Desk struct {
	store *store.Store
	opt   Options

	mutex    sync.Mutex
	watchers map[int]func(Signal)
	next     int
}

// Open opens the database at the path. What cannot be opened is refused with a reason, and stays as it is.
func Open(ctx context.Context, path string, opt Options) (*Desk, error) {
	opt, err := opt.complete()
	if err != nil {
		return nil, err
	}
	s, err := store.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	return &Desk{store: s, opt: opt, watchers: map[int]func(Signal){}}, nil
}

// Close closes the database.
func (d *Desk) Close() error { return d.store.Close() }

// ReadOnly tells whether the database lies where nothing can be written.
func (d *Desk) ReadOnly() bool { return d.store.ReadOnly() }

// Path is where the database lies.
func (d *Desk) Path() string { return d.store.Path() }

// Today is the civil date in Asia/Shanghai by the desk's clock.
func (d *Desk) Today() data.Date { return data.DateOf(d.opt.Now()) }

// circumstances gathers what the rules ask about beyond the item and the person.
func (d *Desk) circumstances(ctx context.Context, tx *store.Tx) (data.Circumstances, error) {
	now := data.Circumstances{Today: d.Today()}
	calendar, err := d.calendar(ctx, tx)
	if err != nil {
		return now, err
	}
	now.WorkingDays = calendar.Between
	if now.People, err = tx.People(ctx); err != nil {
		return now, err
	}
	now.Delegations, err = d.signedDelegations(ctx, tx)
	return now, err
}

// calendar gives the desk's calendar with the holidays that the office added. A calendar of another kind, as a test may
// have, knows its days by itself.
func (d *Desk) calendar(ctx context.Context, tx *store.Tx) (Calendar, error) {
	settings, err := signedSettings(ctx, tx)
	if err != nil {
		return nil, err
	}
	if c, ok := d.opt.Calendar.(workday.Calendar); ok {
		return c.Add(settings.Holidays), nil
	}
	return d.opt.Calendar, nil
}
