package desk

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"time"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/store"
)

const (
	// freeFailures is how many wrong passwords in a row are taken for slips.
	freeFailures = 5
	// firstDelay is how long the next sign-in is put off then; it doubles with each further failure up to lastDelay.
	firstDelay = time.Minute
	lastDelay  = time.Hour
)

// delayAfter gives how long the next sign-in is put off after so many failures in a row.
func delayAfter(failures int) time.Duration {
	if failures < freeFailures {
		return 0
	}
	delay := firstDelay
	for i := freeFailures; i < failures && delay < lastDelay; i++ {
		delay *= 2
	}
	return min(delay, lastDelay)
}

// SignIn signs a person in by name, or by name and office where several have the name: 张伟@办公室. An unknown name and
// a wrong password are refused with the same words.
func (d *Desk) SignIn(ctx context.Context, name, password string) (*Session, error) {
	var person data.Person
	err := d.store.Read(ctx, func(tx *store.Tx) error {
		people, err := tx.People(ctx)
		if err != nil {
			return err
		}
		offices, err := tx.Offices(ctx)
		if err != nil {
			return err
		}
		person, err = called(people, offices, name, d.Today())
		return err
	})
	if err != nil {
		return nil, err
	}
	return d.SignInAs(ctx, person.ID, password)
}

// called finds who is called so; nobody is the zero person, whose password is always wrong.
func called(people []data.Person, offices []data.Office, name string, today data.Date) (data.Person, error) {
	name, office, _ := strings.Cut(strings.ReplaceAll(strings.TrimSpace(name), "＠", "@"), "@")
	name, office = strings.TrimSpace(name), strings.TrimSpace(office)
	var found []data.Person
	for _, p := range people {
		if p.Name == name && p.InOffice(today) && (office == "" || officeName(offices, p.OfficeID) == office) {
			found = append(found, p)
		}
	}
	switch len(found) {
	case 0:
		return data.Person{}, nil
	case 1:
		return found[0], nil
	default:
		return data.Person{}, data.Refuse(data.ErrRefused, "signin.ambiguous", name)
	}
}

// SignInAs signs in the person of that ID, for screens where people are picked from a list.
func (d *Desk) SignInAs(ctx context.Context, personID, password string) (*Session, error) {
	s := &Session{desk: d, personID: personID}
	if err := s.Unlock(ctx, password); err != nil {
		return nil, err
	}
	return s, nil
}

// unlocked is what the right password gives.
type unlocked struct {
	person data.Person
	key    seal.Key
	root   *seal.Key // for administrators
}

// open tries the password. Failures are counted in the database, so that a new start does not clear them.
func (d *Desk) open(ctx context.Context, personID, password string) (unlocked, error) {
	var secret store.Secret
	var attempts store.Attempts
	var u unlocked
	err := d.store.Read(ctx, func(tx *store.Tx) error {
		people, err := tx.People(ctx)
		if err != nil {
			return err
		}
		for _, p := range people {
			if p.ID == personID {
				u.person = p
			}
		}
		if attempts, err = tx.Attempts(ctx, personID); err != nil {
			return err
		}
		secret, err = tx.Secret(ctx, personID)
		return err
	})
	if err != nil {
		return unlocked{}, err
	}
	if wait := attempts.Until.Sub(d.opt.Now()); wait > 0 {
		minutes := int((wait + time.Minute - 1) / time.Minute)
		return unlocked{}, data.Refuse(data.ErrRefused, "signin.wait", strconv.Itoa(minutes))
	}
	seed, err := d.try(secret, personID, password)
	if err := d.count(ctx, personID, attempts, err == nil); err != nil {
		return unlocked{}, err
	}
	if err != nil {
		return unlocked{}, data.Refuse(data.ErrRefused, "signin.password")
	}
	if !u.person.InOffice(d.Today()) {
		return unlocked{}, data.Refuse(data.ErrRefused, "act.office", u.person.Name)
	}
	return u.with(seed, secret)
}

// try opens the secret. Where there is none, for a name that nobody has, it takes as long, so that the time does not
// tell which names there are.
func (d *Desk) try(secret store.Secret, personID, password string) ([]byte, error) {
	if secret.Locked.Box == nil {
		if _, err := seal.Lock(d.opt.Random, d.opt.Cost, password, "", nil); err != nil {
			return nil, err
		}
		return nil, seal.ErrPassword
	}
	return secret.Locked.Open(password, personID)
}

// count keeps the failures in a row. Where nothing can be written nothing can be counted; nothing can be done there
// either.
func (d *Desk) count(ctx context.Context, personID string, before store.Attempts, right bool) error {
	if d.store.ReadOnly() || right && before.Failures == 0 {
		return nil
	}
	return d.store.Write(ctx, func(tx *store.Tx) error {
		people, err := tx.People(ctx)
		if err != nil {
			return err
		}
		known := false
		for _, p := range people {
			known = known || p.ID == personID
		}
		if !known {
			return nil
		}
		if right {
			return tx.SaveAttempts(ctx, personID, store.Attempts{})
		}
		now, err := tx.Attempts(ctx, personID)
		if err != nil {
			return err
		}
		now.Failures++
		if delay := delayAfter(now.Failures); delay > 0 {
			now.Until = d.instant().Add(delay)
		}
		return tx.SaveAttempts(ctx, personID, now)
	})
}

// with makes the keys from what the password opened.
func (u unlocked) with(seed []byte, secret store.Secret) (unlocked, error) {
	var err error
	if u.key, err = seal.KeyOf(seed); err != nil {
		return unlocked{}, err
	}
	if secret.Root == nil {
		return u, nil
	}
	rootSeed, err := u.key.OpenSealed(secret.Root)
	if err != nil {
		return unlocked{}, errors.Join(data.Refuse(data.ErrBroken, "signin.root"), err)
	}
	root, err := seal.KeyOf(rootSeed)
	if err != nil {
		return unlocked{}, err
	}
	u.root = &root
	return u, nil
}
