package desk

import (
	"cmp"
	"context"
	"errors"
	"path/filepath"
	"slices"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/store"
)

// Broken is something in the database that does not hold.
type Broken struct {
	Record int64  // of the log, 0 where none is concerned
	Number string // of the item or opinion, "" where none is concerned
	Why    *data.Refusal
}

// Verification is the result of checking everything.
type Verification struct {
	OK          bool
	Records     int    // of the log
	Fingerprint string // of the unit's root key, to compare with the one on paper; "" until the unit is founded
	Head        string // hash of the last record: kept elsewhere, it shows when the log's end has been cut off
	Broken      []Broken
}

// evidence is everything that Verify looks at, as read on one view of the database.
type evidence struct {
	unit       data.Unit
	root       []byte
	offices    []data.Office
	people     []data.Person
	catalogues []data.Catalogue
	settings   string // as stated, "" where nobody can read what is there
	given      []data.Delegation
	uses       []data.ItemUse
	opinions   opinionEvidence
	ballots    []data.Ballot
	seals      seals
	log        []seal.Record
	dossiers   []dossier
	keeping    keeping
}

// Verify checks the whole database: the chain of the log, every signature and every certificate back to the root key;
// that unit, offices, people, keys and catalogue are what was last signed; and of every item that what was signed is
// what is there, that each act was lawful for that person on that day, and that the status follows; the same of every
// opinion with its sealed texts and its answer, and of every ballot; and that the file is whole, the log's end is there and everybody can still sign. Everything that does not hold is named.
func (d *Desk) Verify(ctx context.Context) (Verification, error) {
	e, err := view(ctx, d, func(tx *store.Tx) (evidence, error) { return gatherEvidence(ctx, tx) })
	if err != nil {
		return Verification{}, err
	}
	v := Verification{Records: len(e.log), Broken: []Broken{}}
	if e.root != nil {
		v.Fingerprint = seal.Fingerprint(e.root)
	}
	if len(e.log) > 0 {
		v.Head = e.log[len(e.log)-1].Hash
	}
	v.Broken = append(v.Broken, e.brokenRecords()...)
	v.Broken = append(v.Broken, e.brokenTables()...)
	v.Broken = append(v.Broken, e.brokenItems()...)
	v.Broken = append(v.Broken, e.unlawful()...)
	v.Broken = append(v.Broken, e.brokenOpinions()...)
	v.Broken = append(v.Broken, e.brokenBallots()...)
	v.Broken = append(v.Broken, d.brokenFiles(e)...)
	v.Broken = append(v.Broken, e.badlyKept(filepath.Base(d.Path()), d.Today())...)
	v.Broken = once(v.Broken)
	v.OK = len(v.Broken) == 0
	return v, nil
}

func gatherEvidence(ctx context.Context, tx *store.Tx) (evidence, error) {
	e, err := readFrame(ctx, tx)
	if err != nil {
		return e, err
	}
	if e.people, err = tx.People(ctx); err != nil {
		return e, err
	}
	if err := e.readRecords(ctx, tx); err != nil {
		return e, err
	}
	versions, err := tx.AllVersions(ctx)
	if err != nil {
		return e, err
	}
	e.dossiers = gather(versions, slices.DeleteFunc(slices.Clone(e.log), func(r seal.Record) bool {
		return r.Kind != kindAct && r.Kind != kindDraft
	}))
	e.keeping, err = readKeeping(ctx, tx)
	return e, err
}

// readRecords reads the log, and what it has the last word on besides people and items.
func (e *evidence) readRecords(ctx context.Context, tx *store.Tx) error {
	var err error
	if e.log, err = tx.Log(ctx); err != nil {
		return err
	}
	switch settings, err := tx.Settings(ctx); {
	case err == nil:
		e.settings = stated(settings)
	case !errors.Is(err, data.ErrBroken):
		return err
	}
	if e.given, err = tx.Delegations(ctx); err != nil {
		return err
	}
	if e.uses, err = tx.AllUses(ctx); err != nil {
		return err
	}
	if e.opinions, err = readOpinionEvidence(ctx, tx); err != nil {
		return err
	}
	e.ballots, err = tx.Ballots(ctx, "")
	return err
}

// brokenRecords checks the chain, and every record by itself.
func (e evidence) brokenRecords() []Broken {
	var list []Broken
	numbers := make(map[int64]string, len(e.log))
	for _, r := range e.log {
		numbers[r.Seq] = r.Number
		if why := e.seals.check(r); why != nil {
			list = append(list, Broken{Record: r.Seq, Number: r.Number, Why: why})
		}
	}
	for _, b := range seal.VerifyChain(e.log) {
		list = append(list, Broken{Record: b.Seq, Number: numbers[b.Seq], Why: b.Why})
	}
	return append(list, e.brokenRoot()...)
}

// brokenRoot tells whether the unit was founded, by the first record that was read, with the root key that is there.
func (e evidence) brokenRoot() []Broken {
	if len(e.log) == 0 {
		return nil
	}
	first, ok := parsed[founding](e.log[0])
	if e.log[0].Kind != kindFounded || !ok || string(first.Root) != string(e.root) {
		return []Broken{{Record: e.log[0].Seq, Why: data.Refuse(data.ErrBroken, "unit.root")}}
	}
	return nil
}

// brokenItems checks every version of every item, and finds those that are logged but not there.
func (e evidence) brokenItems() []Broken {
	var list []Broken
	e.seals.checkAll(e.dossiers)
	for _, of := range e.dossiers {
		of.sealed(e.seals)
		for _, it := range of.versions {
			if f := e.seals.examine(of, it); f != nil {
				list = append(list, Broken{Record: f.record, Number: it.Number, Why: f.why})
			}
		}
		for _, r := range of.records {
			if _, there := of.version(r.Version); !there && r.Kind == kindDraft {
				why := data.Refuse(data.ErrBroken, "item.missing", r.Number)
				list = append(list, Broken{Record: r.Seq, Number: r.Number, Why: why})
			}
		}
	}
	return list
}

// once leaves out what says the same of the same record twice, and sorts by item and record.
func once(list []Broken) []Broken {
	slices.SortStableFunc(list, func(a, b Broken) int {
		return cmp.Or(cmp.Compare(a.Record, b.Record), cmp.Compare(a.Number, b.Number), cmp.Compare(a.Why.Error(), b.Why.Error()))
	})
	return slices.CompactFunc(list, func(a, b Broken) bool {
		return a.Record == b.Record && a.Number == b.Number && a.Why.Error() == b.Why.Error()
	})
}
