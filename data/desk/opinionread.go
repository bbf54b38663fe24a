package desk

import (
	"cmp"
	"context"
	"slices"

	"gongkailan/data"
	"gongkailan/data/store"
)

// OpinionFilter narrows a list of opinions; see store.OpinionFilter.
type OpinionFilter = store.OpinionFilter

// Opinions lists opinions, the newest first: what everybody may know, no word of what was written.
func (d *Desk) Opinions(ctx context.Context, f OpinionFilter) ([]data.Opinion, error) {
	return view(ctx, d, func(tx *store.Tx) ([]data.Opinion, error) { return tx.Opinions(ctx, f) })
}

// CountOpinions tells how many opinions the filter lets through.
func (d *Desk) CountOpinions(ctx context.Context, f OpinionFilter) (int, error) {
	return view(ctx, d, func(tx *store.Tx) (int, error) { return tx.CountOpinions(ctx, f) })
}

// OpinionView is an opinion as the person of the session may see it, without what was written.
type OpinionView struct {
	Opinion    data.Opinion
	Steps      []data.OpinionStep
	Acts       []data.OpinionAct // what this person may do now
	MayRead    bool              // this person may know what was written; ReadOpinion tells whether the key opens it
	Readers    []data.Person     // who can read it
	Shareable  []data.Person     // who should be able to read it and is not
	Assignable []data.Person     // to whom it may be assigned
	Broken     *data.Refusal     // what does not hold; nil for nothing
}

// Opinion gives the opinion of that number.
func (s *Session) Opinion(ctx context.Context, number string) (OpinionView, error) {
	d := s.desk
	return view(ctx, d, func(tx *store.Tx) (OpinionView, error) {
		certs, err := certificates(ctx, tx)
		if err != nil {
			return OpinionView{}, err
		}
		f, err := readOpinionFile(ctx, tx, certs, number)
		if err != nil {
			return OpinionView{}, err
		}
		facts, err := d.opinionFacts(ctx, tx, f.opinion.ItemID)
		if err != nil {
			return OpinionView{}, err
		}
		v := OpinionView{Opinion: f.opinion, Steps: f.steps, Assignable: data.Assignable(f.opinion, facts)}
		if f.flaw != nil {
			v.Broken = f.flaw.why
		}
		if v.Readers, err = readersOf(ctx, tx, f, facts.People, facts.Today); err != nil {
			return v, err
		}
		for _, p := range facts.People {
			if data.MayReadOpinion(f.opinion, p, facts) == nil && !slices.ContainsFunc(v.Readers, same(p)) {
				v.Shareable = append(v.Shareable, p)
			}
		}
		v.offer(s.Person().ID, facts)
		return v, nil
	})
}

func same(p data.Person) func(data.Person) bool {
	return func(other data.Person) bool { return other.ID == p.ID }
}

// offer finds what the person may do: nothing without being able to read, and nothing where the opinion does not hold.
func (v *OpinionView) offer(personID string, facts data.OpinionFacts) {
	me, there := personOf(facts.People, personID)
	if !there {
		return
	}
	v.MayRead = data.MayReadOpinion(v.Opinion, me, facts) == nil
	if v.Broken != nil || !slices.ContainsFunc(v.Readers, same(me)) {
		return
	}
	v.Acts = slices.DeleteFunc(data.NextOpinion(v.Opinion, me, facts), func(a data.OpinionAct) bool {
		return a == data.OpinionShare && len(v.Shareable) == 0 || a == data.OpinionAssign && len(v.Assignable) == 0
	})
}

// OpinionSheet is what was written with one of an opinion's acts.
type OpinionSheet struct {
	Step int // number of the act, from 0
	data.OpinionText
}

// ReadOpinion opens what was written: for those who may read, with the key of the session. It is refused with the names
// of those who can, where the person's key does not open it.
func (s *Session) ReadOpinion(ctx context.Context, number string) ([]OpinionSheet, error) {
	var sheets []OpinionSheet
	err := s.look(ctx, func(w *work) error {
		certs, err := readSeals(ctx, w.tx, w.root)
		if err != nil {
			return err
		}
		f, err := readOpinionFile(ctx, w.tx, certs, number)
		if err != nil {
			return err
		}
		facts, err := s.desk.opinionFacts(ctx, w.tx, f.opinion.ItemID)
		if err != nil {
			return err
		}
		if err := data.MayReadOpinion(f.opinion, w.by.person, facts); err != nil {
			return err
		}
		if f.flaw != nil {
			return data.Refuse(data.ErrBroken, "opinion.broken", number)
		}
		key, err := w.keyOf(ctx, f)
		if err != nil {
			return err
		}
		defer clear(key)
		for _, b := range f.texts {
			text, err := disclose(key, b)
			if err != nil {
				return data.Refuse(data.ErrBroken, "opinion.broken", number)
			}
			sheets = append(sheets, OpinionSheet{b.Step, text.OpinionText})
		}
		return nil
	})
	return sheets, err
}

// look runs the function on a view of the database in the name of the person, with the person's key, and writes nothing.
func (s *Session) look(ctx context.Context, read func(*work) error) error {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if !s.open {
		return data.Refuse(data.ErrRefused, "session.locked")
	}
	w := &work{desk: s.desk, at: s.desk.instant()}
	return s.desk.store.Read(ctx, func(tx *store.Tx) error {
		w.tx = tx
		if err := w.load(ctx); err != nil {
			return err
		}
		if err := w.identify(ctx, s.personID, s.key); err != nil {
			return err
		}
		return read(w)
	})
}

// WaitingOpinions gives the opinions that wait for the person of the session, the nearest last day first: new ones for
// those who assign, and those that are assigned to the person.
func (s *Session) WaitingOpinions(ctx context.Context) ([]data.Opinion, error) {
	if s.Locked() {
		return nil, nil
	}
	d := s.desk
	return view(ctx, d, func(tx *store.Tx) ([]data.Opinion, error) {
		open, err := tx.Opinions(ctx, store.OpinionFilter{OnlyOpen: true})
		if err != nil {
			return nil, err
		}
		facts, err := d.commonFacts(ctx, tx)
		if err != nil {
			return nil, err
		}
		var mine []data.Opinion
		for _, o := range open {
			facts.Authors = nil
			if o.ItemID != "" {
				records, err := tx.RecordsAbout(ctx, o.ItemID)
				if err != nil {
					return nil, err
				}
				facts.Authors = authors(records)
			}
			if waitsOn(o, s.personID, facts) {
				mine = append(mine, o)
			}
		}
		slices.SortStableFunc(mine, func(a, b data.Opinion) int {
			return cmp.Or(cmp.Compare(a.Due, b.Due), cmp.Compare(a.Number, b.Number))
		})
		return mine, nil
	})
}

// waitsOn tells whether the act that brings the opinion on is the person's. One whose handler has left waits to be
// assigned anew.
func waitsOn(o data.Opinion, personID string, facts data.OpinionFacts) bool {
	me, there := personOf(facts.People, personID)
	handler, assigned := personOf(facts.People, o.AssignedID)
	wanted := data.OpinionHandle
	if o.State == data.OpinionToAssign || !assigned || !handler.InOffice(facts.Today) {
		wanted = data.OpinionAssign
	}
	return there && slices.Contains(data.NextOpinion(o, me, facts), wanted)
}

func personOf(people []data.Person, id string) (data.Person, bool) {
	at := slices.IndexFunc(people, func(p data.Person) bool { return p.ID == id })
	if at < 0 {
		return data.Person{}, false
	}
	return people[at], true
}
