package desk

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"sync"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/store"
)

// seals checks records against the unit's certificates. It belongs to one view of the database, in which a record's
// number names one record, so that each signature is checked once.
type seals struct {
	certs map[string]certified
	known map[int64]*data.Refusal // what checks gave, by the record's number
}

// certified is a certificate that was proved, and the record with which it ended, 0 while it has not.
type certified struct {
	seal.Proved
	ended int64
}

func readSeals(ctx context.Context, tx *store.Tx, root []byte) (seals, error) {
	list, err := tx.Certificates(ctx)
	if err != nil {
		return seals{}, err
	}
	s := seals{certs: make(map[string]certified, len(list)), known: map[int64]*data.Refusal{}}
	for _, c := range list {
		s.certs[c.ID] = certified{c.Prove(root), c.Ended}
	}
	return s, nil
}

// check tells whether the record holds by itself, and was not signed by a certificate that had ended before.
func (s seals) check(r seal.Record) *data.Refusal {
	why, ok := s.known[r.Seq]
	if !ok {
		why = s.judge(r)
		s.known[r.Seq] = why
	}
	return why
}

// checkAll checks records several at a time, before they are asked for one by one: a board of five hundred items has
// some thousands, and checking them is most of the work.
func (s seals) checkAll(dossiers []dossier) {
	var records []seal.Record
	for _, d := range dossiers {
		records = append(records, d.records...)
	}
	found := make([]*data.Refusal, len(records))
	workers := min(runtime.GOMAXPROCS(0), len(records))
	var all sync.WaitGroup
	for first := range workers {
		all.Go(func() {
			for i := first; i < len(records); i += workers {
				found[i] = s.judge(records[i])
			}
		})
	}
	all.Wait()
	for i, r := range records {
		s.known[r.Seq] = found[i]
	}
}

func (s seals) judge(r seal.Record) *data.Refusal {
	cert, ok := s.certs[r.KeyID]
	if !ok || cert.ended != 0 && r.Seq > cert.ended {
		return data.Refuse(data.ErrBroken, "seal.key", r.Name)
	}
	return refusal(r.CheckBy(cert.Proved))
}

// refusal gives the refusal in the error, nil for no error.
func refusal(err error) *data.Refusal {
	var r *data.Refusal
	if err != nil && !errors.As(err, &r) {
		return data.Refuse(data.ErrBroken, "seal.hash")
	}
	return r
}

// dossier is all that the database has about an item: its versions, and the log's records about them.
type dossier struct {
	versions []data.Item // with steps once seals have been checked
	records  []seal.Record
}

// readDossier reads the item with its steps and their seals.
func readDossier(ctx context.Context, tx *store.Tx, s seals, id string) (dossier, error) {
	versions, err := tx.Versions(ctx, id)
	if err != nil {
		return dossier{}, err
	}
	records, err := tx.RecordsAbout(ctx, id)
	if err != nil {
		return dossier{}, err
	}
	d := dossier{versions: versions, records: records}
	d.sealed(s)
	return d, nil
}

// sealed gives every version its steps, each with the state of its seal.
func (d *dossier) sealed(s seals) {
	for i := range d.versions {
		it := &d.versions[i]
		it.Steps = nil
		for _, r := range d.records {
			if r.Kind == kindAct && r.Version == it.Version {
				it.Steps = append(it.Steps, s.step(*it, r))
			}
		}
	}
}

// step reads a step back from its record and checks its seal: the record holds and what it signed is what is there.
func (s seals) step(it data.Item, r seal.Record) data.Step {
	step := stepOf(r)
	step.Seal = data.SealGood
	if s.check(r) != nil || r.Number != it.Number || r.Digest != it.Digest() {
		step.Seal = data.SealBroken
	}
	return step
}

// stepOf reads a step back from its record as it says, unchecked.
func stepOf(r seal.Record) data.Step {
	at, _ := seal.ParseInstant(r.At) // one that cannot be read breaks the record's hash
	said, _ := parsed[data.Statement](r)
	return data.Step{
		Act: data.Act(r.Act), PersonID: r.PersonID, Person: r.Name, Duty: r.Duty, Office: r.Office, At: at,
		Digest: r.Digest, Statement: said, Record: r.Seq, Signature: r.Signature,
	}
}

// version gives the version of that number.
func (d dossier) version(n int) (data.Item, bool) {
	i := slices.IndexFunc(d.versions, func(it data.Item) bool { return it.Version == n })
	if i < 0 {
		return data.Item{}, false
	}
	return d.versions[i], true
}

// newest gives the number of the newest version.
func (d dossier) newest() int {
	newest := 0
	for _, it := range d.versions {
		newest = max(newest, it.Version)
	}
	return newest
}

// flaw is what does not hold about an item: the record of the log by which it shows, 0 for none, and why.
type flaw struct {
	record int64
	why    *data.Refusal
}

func broken(record int64, code string, args ...string) *flaw {
	return &flaw{record: record, why: data.Refuse(data.ErrBroken, code, args...)}
}

// examine tells whether a version holds: it was begun by a signed record, what every step signed is what is there, the
// steps follow from each other, and the status is the one to which they lead. It gives the first flaw, nil for none.
func (s seals) examine(d dossier, it data.Item) *flaw {
	if f := s.examineRecords(d, it); f != nil {
		return f
	}
	status, err := data.Replay(it)
	if err != nil {
		return &flaw{record: lastRecord(it), why: refusal(err)}
	}
	updated, replaced := lastChange(it), d.replacedBy(it, status)
	if replaced != nil {
		status, updated = data.Replaced, replaced.At
	}
	switch {
	case status != it.Status:
		return broken(lastRecord(it), "item.status", string(it.Status), string(status))
	case status != data.Draft && seal.Instant(it.UpdatedAt) != updated:
		return broken(lastRecord(it), "item.times")
	case status == data.Published:
		if err := data.Stands(it); err != nil {
			return &flaw{record: lastRecord(it), why: refusal(err)}
		}
	}
	return nil
}

// examineRecords checks the record by which the version began and those of its steps.
func (s seals) examineRecords(d dossier, it data.Item) *flaw {
	begun := slices.IndexFunc(d.records, func(r seal.Record) bool { return r.Kind == kindDraft && r.Version == it.Version })
	if begun < 0 {
		return broken(0, "item.unlogged")
	}
	draft := d.records[begun]
	if why := s.check(draft); why != nil {
		return &flaw{record: draft.Seq, why: why}
	}
	if draft.Number != it.Number || draft.PersonID != it.CreatedBy || draft.At != seal.Instant(it.CreatedAt) {
		return broken(draft.Seq, "item.origin")
	}
	for _, r := range d.records {
		if r.Kind != kindAct || r.Version != it.Version {
			continue
		}
		if why := s.check(r); why != nil {
			return &flaw{record: r.Seq, why: why}
		}
		if r.Number != it.Number || r.Digest != it.Digest() {
			return broken(r.Seq, "item.changed", it.Number)
		}
	}
	return nil
}

// replacedBy gives the record by which a later version went up and took the place of this one; nil while none has.
func (d dossier) replacedBy(it data.Item, status data.Status) *seal.Record {
	if status != data.Published {
		return nil
	}
	for i, r := range d.records {
		if r.Kind == kindAct && r.Act == string(data.ActPublish) && r.Version > it.Version {
			return &d.records[i]
		}
	}
	return nil
}

func lastRecord(it data.Item) int64 {
	if len(it.Steps) == 0 {
		return 0
	}
	return it.Steps[len(it.Steps)-1].Record
}

// lastChange is when the last step was done, as records write it.
func lastChange(it data.Item) string {
	if len(it.Steps) == 0 {
		return ""
	}
	return seal.Instant(it.Steps[len(it.Steps)-1].At)
}
