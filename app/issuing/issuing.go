// Package issuing keeps the public files of this machine up to date: the one beside the database, and copies of it at
// further places from which lobbies read, a folder, a file share or a stick.
//
// A screen that has changed something public has the file issued at once and waits for it. Whatever else changes what is
// public, a day that begins, a round, a reply, somebody who leaves, is noticed here: the desk's signals, the date and the
// file that lies there are compared with what is public now, and where they differ the file is issued anew, quietly, in
// the name of who is signed in. A place that is not there now is no fault of a publication; it is brought up to date when
// it is back.
package issuing

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"time"

	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/reports/bulletin"
)

const (
	// calm is how long nothing may change before it is looked whether the public file is still true: a burst of changes
	// is one issue. Who types without a pause does not put it off for longer than mostCalm.
	calm     = 3 * time.Second
	mostCalm = time.Minute
	// lookEvery is how often the date is compared, and places that were not there are tried, while somebody is signed in.
	lookEvery = 5 * time.Minute
	// patience is how long an issue waits for its places: a file share that is off-line answers after half a minute.
	patience = 10 * time.Second
)

// Options is what the issuing needs from outside.
type Options struct {
	Desk  *desk.Desk
	Path  string // of the public file beside the database
	Prefs Prefs  // where this machine remembers its further places; nil for none
	Now   func() time.Time
	// Make makes the public file of what is public now at the path, signed by the person of the session.
	Make func(ctx context.Context, by *desk.Session, path string) (bulletin.Bulletin, error)
	// Due tells whether a public file says anything else than what is public now. A file that is not there has serial 0.
	Due func(ctx context.Context, last bulletin.Bulletin) (bool, error)
	// Go starts work beside the main goroutine. After calls a function after a time unless it is called off before.
	Go    func(work func())
	After func(wait time.Duration, do func()) (cancel func())
}

// Issuer issues the public file. It may be used by several goroutines.
type Issuer struct {
	opt    Options
	ctx    context.Context
	cancel context.CancelFunc
	deaf   func() // stops watching the desk

	work sync.Mutex // held while the file is made and brought to its places

	mu     sync.Mutex
	by     *desk.Session
	tell   func(error)
	wanted int       // counts what has changed
	issued int       // how much of it the file beside the database tells
	since  time.Time // when the first change came that is waited for
	looked data.Date // on which day it was looked last
	soon   func()    // calls the next look after a change off
	ticks  func()    // calls the next regular look off
	fault  error     // why the file could not be issued, nil where it could
	told   string    // what was told last of it
	places map[string]placed
	held   held
	ended  bool
}

// New begins to watch the desk.
func New(opt Options) *Issuer {
	ctx, cancel := context.WithCancel(context.Background())
	i := &Issuer{
		opt: opt, ctx: ctx, cancel: cancel, tell: func(error) {}, soon: func() {}, ticks: func() {}, places: map[string]placed{},
	}
	i.deaf = opt.Desk.Watch(i.changed)
	return i
}

// Tell has the function called when the file was issued without anybody asking for it, or could not be, or reached a
// place or did not: with an error where people should read it, and nil where what is shown has only to be read again. It
// is called on any goroutine.
func (i *Issuer) Tell(tell func(error)) {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.tell = tell
}

// Stop ends all that happens by itself and waits until no file is being made. What a dead place still holds up is left.
func (i *Issuer) Stop() {
	i.mu.Lock()
	i.ended = true
	i.soon()
	i.ticks()
	i.mu.Unlock()
	i.deaf()
	i.cancel()
	i.work.Lock()
	defer i.work.Unlock()
}

// Unreached tells that the public file is issued, but that places of this machine did not get it.
type Unreached struct{ Places []string }

// Error names the places.
func (u Unreached) Error() string { return u.refusal().Error() }

// Unwrap gives the refusal that words the error.
func (u Unreached) Unwrap() error { return u.refusal() }

func (u Unreached) refusal() *data.Refusal {
	return data.Refuse(data.ErrRefused, "bulletin.places", strings.Join(u.Places, "  "))
}

// Issue makes the public file in the name of the person and brings it to every place. Where it is made but a place did
// not get it, it fails with Unreached; the place is tried again by itself.
func (i *Issuer) Issue(ctx context.Context, by *desk.Session) error {
	i.work.Lock()
	defer i.work.Unlock()
	return i.issue(ctx, by)
}

func (i *Issuer) issue(ctx context.Context, by *desk.Session) error {
	i.mu.Lock()
	wanted, today := i.wanted, data.DateOf(i.opt.Now())
	i.mu.Unlock()
	_, err := i.opt.Make(ctx, by, i.opt.Path)
	i.note(err, wanted, today)
	if err != nil {
		return err
	}
	return i.deliver(ctx)
}

// note keeps how the last try went. A seal that is broken is not tried again until something changes or a day begins;
// everything else may mend itself.
func (i *Issuer) note(err error, wanted int, today data.Date) {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.fault = err
	if err == nil || errors.Is(err, data.ErrBroken) {
		i.issued, i.looked = max(i.issued, wanted), today
	}
}

// IssueTo has the newest file at one place, and makes a new one before where it is due. It fails where the place cannot
// be reached or has a newer file.
func (i *Issuer) IssueTo(ctx context.Context, by *desk.Session, folder string) error {
	i.work.Lock()
	defer i.work.Unlock()
	due := true
	if last, err := i.Last(ctx); err == nil && last.Serial > 0 {
		if due, err = i.opt.Due(ctx, last); err != nil {
			return err
		}
	}
	if due {
		var unreached Unreached
		if err := i.issue(ctx, by); err != nil && !errors.As(err, &unreached) {
			return err
		}
	}
	if folder == "" {
		return nil
	}
	return i.deliverTo(ctx, folder)
}

// Standing is how the public files of this machine stand, as far as is known without looking.
type Standing struct {
	Fault error    // why the file beside the database could not be issued; nil where it could
	Late  []string // the places that did not get the newest
}

// Standing gives how the files stand. It is quick.
func (i *Issuer) Standing() Standing {
	i.mu.Lock()
	defer i.mu.Unlock()
	s := Standing{Fault: i.fault}
	for _, folder := range i.folders() {
		if i.places[folder].why != nil {
			s.Late = append(s.Late, folder)
		}
	}
	return s
}

// SignedIn tells in whose name files are issued from now on, and has it looked whether one is due.
func (i *Issuer) SignedIn(by *desk.Session) {
	i.mu.Lock()
	i.by = by
	i.looked = "" // whoever signs in may be the first who may issue
	i.mu.Unlock()
	i.tick()
}

// mayIssue tells whether somebody is signed in who may.
func (i *Issuer) mayIssue() (*desk.Session, bool) {
	i.mu.Lock()
	by, ended := i.by, i.ended
	i.mu.Unlock()
	if by == nil || ended || by.Locked() {
		return nil, false
	}
	today := data.DateOf(i.opt.Now())
	return by, slices.ContainsFunc([]data.Role{data.Clerk, data.Checker, data.Approver}, func(r data.Role) bool {
		return by.Person().Has(r, today)
	})
}
