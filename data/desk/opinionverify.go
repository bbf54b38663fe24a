package desk

import (
	"context"
	"maps"
	"slices"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/store"
)

// opinionEvidence is what the database has about all opinions, for Verify.
type opinionEvidence struct {
	rows []data.Opinion
	sealedParts
}

func readOpinionEvidence(ctx context.Context, tx *store.Tx) (opinionEvidence, error) {
	var e opinionEvidence
	var err error
	if e.rows, err = tx.Opinions(ctx, store.OpinionFilter{}); err != nil {
		return e, err
	}
	e.sealedParts, err = readSealedParts(ctx, tx, "")
	return e, err
}

// byOpinion sorts the parts by the opinion to which each belongs.
func (p sealedParts) byOpinion() map[string]sealedParts {
	all := map[string]sealedParts{}
	change := func(id string, add func(*sealedParts)) {
		of := all[id]
		add(&of)
		all[id] = of
	}
	for _, b := range p.texts {
		change(b.OpinionID, func(of *sealedParts) { of.texts = append(of.texts, b) })
	}
	for _, r := range p.readers {
		change(r.OpinionID, func(of *sealedParts) { of.readers = append(of.readers, r) })
	}
	for _, r := range p.replies {
		change(r.OpinionID, func(of *sealedParts) { of.replies = append(of.replies, r) })
	}
	return all
}

// brokenOpinions compares the opinions, their sealed texts, keys and answers with what was signed, and asks the law
// of every act once more. No key is needed for it, and nothing is opened.
func (e evidence) brokenOpinions() []Broken {
	records, parts := map[string][]seal.Record{}, e.opinions.byOpinion()
	for _, r := range e.log {
		if r.Kind == kindOpinion {
			records[r.ItemID] = append(records[r.ItemID], r)
		}
	}
	var list []Broken
	for _, row := range e.opinions.rows {
		f := newOpinionFile(e.seals, row, records[row.ID], parts[row.ID])
		if why := f.differs(row, records[row.ID], parts[row.ID].readers); why != nil {
			list = append(list, Broken{Record: why.record, Number: row.Number, Why: why.why})
		}
		delete(records, row.ID)
		delete(parts, row.ID)
	}
	for _, id := range slices.Sorted(maps.Keys(records)) {
		r := records[id][0]
		list = append(list, Broken{Record: r.Seq, Number: r.Number, Why: data.Refuse(data.ErrBroken, "opinion.missing", r.Number)})
	}
	if len(parts) > 0 {
		list = append(list, Broken{Why: data.Refuse(data.ErrBroken, "opinion.stray")})
	}
	return append(list, e.unlawfulOpinions()...)
}

// differs tells what does not hold about the opinion, its row and its sealed keys among it; nil for nothing.
func (f opinionFile) differs(row data.Opinion, records []seal.Record, readers []store.OpinionReader) *flaw {
	if f.flaw != nil {
		return f.flaw
	}
	last := records[len(records)-1]
	if f.opinion != row {
		return broken(last.Seq, "opinion.row", row.Number)
	}
	if said, _ := parsed[opinionWord](last); !slices.Equal(said.Readers, marksOf(readers)) {
		return broken(last.Seq, "opinion.readers", row.Number)
	}
	return nil
}

// unlawfulOpinions goes through the log once more and asks the law of every act, with the people and the authors of
// items that were signed for by then.
func (e evidence) unlawfulOpinions() []Broken {
	people, written, past := map[string]data.Person{}, map[string][]string{}, map[string][]data.OpinionStep{}
	var list []Broken
	for _, r := range e.log {
		if id := authorIn(r); id != "" {
			written[r.ItemID] = append(written[r.ItemID], id)
		}
		switch r.Kind {
		case kindPerson:
			if p, ok := parsed[data.Person](r); ok {
				people[p.ID] = p
			}
		case kindOpinion:
			step, why := reliveOpinion(past[r.ItemID], r, slices.Collect(maps.Values(people)), written)
			past[r.ItemID] = append(past[r.ItemID], step) // followed all the same, so that those after it look lawful
			if why != nil {
				list = append(list, Broken{Record: r.Seq, Number: r.Number, Why: why})
			}
		}
	}
	return list
}

// reliveOpinion does the act of the record once more. The last day is taken as it was set: the calendar may have been
// completed by a notice of the State Council since.
func reliveOpinion(past []data.OpinionStep, r seal.Record, people []data.Person, written map[string][]string) (data.OpinionStep, *data.Refusal) {
	word, _ := parsed[opinionWord](r)
	step := opinionStepOf(r, word)
	o, _ := data.ReplayOpinion(r.ItemID, r.Number, past) // one that cannot be followed is named with the opinion
	about := o.ItemID
	if step.Act == data.OpinionRegister {
		about = word.Said.ItemID
	}
	by, _ := personOf(people, r.PersonID)
	_, err := data.AfterOpinion(o, step.Act, word.Said, by, data.OpinionFacts{
		Today: data.DateOf(step.At), People: people, Authors: written[about],
		LastDay: func(data.Date, int) data.Date { return word.Due },
	})
	if err != nil {
		return step, data.Refuse(data.ErrBroken, "opinion.unlawful", string(step.Act), r.Name)
	}
	return step, nil
}
