package desk

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/store"
)

// Setup is what a unit starts with. For Create everything but the unit's name may be missing; the unit is founded,
// that is, has keys and people, once there are people.
type Setup struct {
	Unit      data.Unit
	Offices   []data.Office // one without an ID is given one
	People    []Newcomer
	Catalogue data.Catalogue
}

// Newcomer is a person who is added, with a first password. The person's ID is given here, From is today where it is
// missing, and OfficeID may be the office's name.
type Newcomer struct {
	Person   data.Person
	Password string
}

// Create makes a new database at the path, where nothing may be yet, and founds the unit if there are people. It is
// made beside and renamed, so that there is all of it or nothing.
func Create(ctx context.Context, path string, setup Setup, opt Options) (*Desk, error) {
	opt, err := opt.complete()
	if err != nil {
		return nil, err
	}
	if _, err := os.Lstat(path); err == nil {
		return nil, data.Refuse(data.ErrRefused, "store.exists", filepath.Base(path))
	}
	id, err := newID()
	if err != nil {
		return nil, err
	}
	beside := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+"."+id+".new")
	if err := build(ctx, beside, setup, opt); err != nil {
		return nil, errors.Join(err, discard(beside))
	}
	if err := os.Rename(beside, path); err != nil {
		return nil, errors.Join(fmt.Errorf("name the new database: %w", err), discard(beside))
	}
	return Open(ctx, path, opt)
}

func build(ctx context.Context, path string, setup Setup, opt Options) (err error) {
	s, err := store.Create(ctx, path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	d := &Desk{store: s, opt: opt, watchers: map[int]func(Signal){}}
	if len(setup.People) > 0 {
		return d.Found(ctx, setup)
	}
	return s.Write(ctx, func(tx *store.Tx) error {
		_, err := d.enter(ctx, tx, setup)
		return err
	})
}

// discard removes what a failed creation left.
func discard(path string) error {
	var errs []error
	for _, ending := range []string{"", "-wal", "-shm", "-journal"} {
		if err := os.Remove(path + ending); err != nil && !errors.Is(err, os.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// Founded tells whether the unit has its keys and people. Until then the first-start wizard is all there is to do.
func (d *Desk) Founded(ctx context.Context) (bool, error) {
	founded := false
	err := d.store.Read(ctx, func(tx *store.Tx) error {
		_, root, err := tx.Unit(ctx)
		founded = root != nil
		return err
	})
	return founded, err
}

// Found gives a unit that has none yet its root key and its first people, of whom one must administer, and enters
// what the setup brings besides. All that is there then is signed by the first administrator.
func (d *Desk) Found(ctx context.Context, setup Setup) error {
	err := d.store.Write(ctx, func(tx *store.Tx) error {
		_, root, err := tx.Unit(ctx)
		if err != nil {
			return err
		}
		if root != nil {
			return data.Refuse(data.ErrRefused, "found.done")
		}
		offices, err := d.enter(ctx, tx, setup)
		if err != nil {
			return err
		}
		return d.foundPeople(ctx, tx, offices, setup.People)
	})
	if err != nil {
		return err
	}
	for _, change := range []Change{UnitChanged, PeopleChanged, CatalogueChanged} {
		d.tell(Signal{Kind: change})
	}
	return nil
}

// enter writes unit, offices and catalogue of the setup, where it has them, and gives the offices there are.
func (d *Desk) enter(ctx context.Context, tx *store.Tx, setup Setup) ([]data.Office, error) {
	there, _, err := tx.Unit(ctx)
	if err != nil {
		return nil, err
	}
	if setup.Unit.Name != "" || there.Name == "" {
		if err := setup.Unit.Check(); err != nil {
			return nil, err
		}
		if err := tx.SaveUnit(ctx, setup.Unit); err != nil {
			return nil, err
		}
	}
	if len(setup.Offices) > 0 {
		offices, err := namedOffices(setup.Offices)
		if err != nil {
			return nil, err
		}
		if err := tx.SaveOffices(ctx, offices); err != nil {
			return nil, err
		}
	}
	if len(setup.Catalogue.Entries) > 0 {
		if _, err := d.addCatalogue(ctx, tx, setup.Catalogue); err != nil {
			return nil, err
		}
	}
	return tx.Offices(ctx)
}

// namedOffices gives ids to offices that have none, and refuses one without a name or a name used twice.
func namedOffices(offices []data.Office) ([]data.Office, error) {
	offices = slices.Clone(offices)
	if err := data.CheckOffices(offices); err != nil {
		return nil, err
	}
	for i := range offices {
		if offices[i].ID != "" {
			continue
		}
		id, err := newID()
		if err != nil {
			return nil, err
		}
		offices[i].ID = id
	}
	return offices, nil
}

// foundPeople makes the root key, everybody's key and certificate, and the first records of the log.
func (d *Desk) foundPeople(ctx context.Context, tx *store.Tx, offices []data.Office, newcomers []Newcomer) error {
	unit, _, err := tx.Unit(ctx)
	if err != nil {
		return err
	}
	root, err := seal.NewKey(d.opt.Random)
	if err != nil {
		return err
	}
	defer root.Wipe()
	if err := tx.SetRoot(ctx, root.Public()); err != nil {
		return err
	}
	made := make([]keyed, 0, len(newcomers))
	people := []data.Person{}
	for _, n := range newcomers {
		person, err := admit(n, people, offices, d.Today())
		if err != nil {
			return err
		}
		k, err := d.newKey(unit, person, n.Password, root)
		if err != nil {
			return err
		}
		people, made = append(people, person), append(made, k)
	}
	first := slices.IndexFunc(made, func(k keyed) bool { return k.person.Has(data.Admin, d.Today()) })
	if first < 0 {
		return data.Refuse(data.ErrInvalid, "people.noadmin")
	}
	by := signer{
		person: made[first].person, office: officeName(offices, made[first].person.OfficeID),
		cert: made[first].cert, key: made[first].key,
	}
	return d.foundLog(ctx, tx, by, founding{Unit: unit, Root: root.Public()}, offices, made)
}

// foundLog signs what the unit starts with.
func (d *Desk) foundLog(ctx context.Context, tx *store.Tx, by signer, what founding, offices []data.Office, made []keyed) error {
	at := d.instant()
	for _, r := range []seal.Record{
		{Kind: kindFounded, Statement: stated(what)},
		{Kind: kindOffices, Statement: stated(offices)},
	} {
		if _, err := by.append(ctx, tx, at, r); err != nil {
			return err
		}
	}
	for _, k := range made {
		if err := k.save(ctx, tx, by, at, true); err != nil {
			return err
		}
	}
	catalogues, err := tx.Catalogues(ctx)
	if err != nil {
		return err
	}
	for _, c := range catalogues {
		r := seal.Record{Kind: kindCatalogue, Version: c.Version, Statement: stated(listing{Catalogue: c})}
		if _, err := by.append(ctx, tx, at, r); err != nil {
			return err
		}
	}
	return nil
}

// instant is the desk's time, as exact as records keep it.
func (d *Desk) instant() time.Time { return d.opt.Now().UTC().Truncate(time.Millisecond) }

// parsed reads what a record states; what cannot be read states nothing.
func parsed[T any](r seal.Record) (T, bool) {
	var what T
	err := json.Unmarshal([]byte(r.Statement), &what)
	return what, err == nil
}
