package desk

import (
	"cmp"
	"context"
	"slices"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/store"
)

// opinionWord is what the record of an act on an opinion states: open facts alone. What was written lies sealed; the
// record's digest is of that box.
type opinionWord struct {
	Said    data.OpinionSaid `json:"said,omitzero"`
	Due     data.Date        `json:"due,omitempty"`   // the last day that the act set
	Readers []readerMark     `json:"readers"`         // who holds the key from then on
	Reply   string           `json:"reply,omitempty"` // digest of the answer as enclosed under the receipt's key
}

// readerMark names a sealed key.
type readerMark struct {
	PersonID string `json:"person"`
	Sealing  string `json:"sealing"`
	Digest   string `json:"digest"`
}

func marksOf(readers []store.OpinionReader) []readerMark {
	marks := make([]readerMark, len(readers))
	for i, r := range readers {
		marks[i] = readerMark{r.PersonID, r.Sealing, boxDigest(r.Box)}
	}
	slices.SortFunc(marks, func(a, b readerMark) int { return cmp.Compare(a.PersonID, b.PersonID) })
	return marks
}

// opinionFile is all that the database has about an opinion: the log's word on it, and what is sealed.
type opinionFile struct {
	opinion data.Opinion // as the signed acts lead to
	steps   []data.OpinionStep
	texts   []store.OpinionBox
	readers []store.OpinionReader // those of whom the log knows
	flaw    *flaw                 // what does not hold; nil for nothing
}

// sealedParts is what the database keeps sealed of an opinion.
type sealedParts struct {
	texts   []store.OpinionBox
	readers []store.OpinionReader
	replies []store.OpinionReply // none or one
}

// readSealedParts reads them of an opinion; "" gives those of all.
func readSealedParts(ctx context.Context, tx *store.Tx, opinionID string) (sealedParts, error) {
	var p sealedParts
	var err error
	if p.texts, err = tx.OpinionTexts(ctx, opinionID); err != nil {
		return p, err
	}
	if p.readers, err = tx.OpinionReaders(ctx, opinionID); err != nil {
		return p, err
	}
	p.replies, err = tx.OpinionReplies(ctx, opinionID)
	return p, err
}

// readOpinionFile reads the opinion of that number with its acts and their seals.
func readOpinionFile(ctx context.Context, tx *store.Tx, certs seals, number string) (opinionFile, error) {
	row, err := tx.Opinion(ctx, number)
	if err != nil {
		return opinionFile{}, err
	}
	records, err := tx.RecordsAbout(ctx, row.ID)
	if err != nil {
		return opinionFile{}, err
	}
	parts, err := readSealedParts(ctx, tx, row.ID)
	return newOpinionFile(certs, row, records, parts), err
}

// newOpinionFile puts the parts together and finds the first thing that does not hold. The row itself is compared by
// Verify; the next act writes it anew.
func newOpinionFile(certs seals, row data.Opinion, records []seal.Record, parts sealedParts) opinionFile {
	f := opinionFile{opinion: row, texts: parts.texts}
	var marks []readerMark
	var last int64
	reply := "" // its digest
	for _, r := range records {
		if r.Kind != kindOpinion {
			continue
		}
		said, ok := parsed[opinionWord](r)
		step := opinionStepOf(r, said)
		if why := certs.check(r); why != nil || !ok || r.Number != row.Number || !f.wrote(r, len(f.steps)) {
			step.Seal = data.SealBroken
			f.fail(r, why)
		}
		f.steps, marks, last = append(f.steps, step), said.Readers, r.Seq
		reply = cmp.Or(said.Reply, reply)
	}
	for _, r := range parts.readers {
		if slices.Contains(marks, readerMark{r.PersonID, r.Sealing, boxDigest(r.Box)}) {
			f.readers = append(f.readers, r)
		}
	}
	replayed, err := data.ReplayOpinion(row.ID, row.Number, f.steps)
	f.opinion = replayed
	switch {
	case f.flaw != nil:
	case len(f.steps) == 0:
		f.flaw = broken(0, "opinion.unlogged", row.Number)
	case err != nil:
		f.flaw = &flaw{record: last, why: refusal(err)}
	case len(f.texts) != written(f.steps):
		f.flaw = broken(last, "opinion.texts", row.Number)
	case !enclosed(replayed, reply, parts.replies):
		f.flaw = broken(last, "opinion.reply", row.Number)
	}
	return f
}

// written counts the acts with which something was written.
func written(steps []data.OpinionStep) int {
	n := 0
	for _, s := range steps {
		if s.Act.Writes() {
			n++
		}
	}
	return n
}

// wrote tells whether the sealed text of the act of that number is what its record signed.
func (f *opinionFile) wrote(r seal.Record, step int) bool {
	at := slices.IndexFunc(f.texts, func(b store.OpinionBox) bool { return b.Step == step })
	if !data.OpinionAct(r.Act).Writes() {
		return at < 0 && r.Digest == ""
	}
	return at >= 0 && boxDigest(f.texts[at].Box) == r.Digest
}

// fail keeps the first thing that does not hold.
func (f *opinionFile) fail(r seal.Record, why *data.Refusal) {
	if f.flaw != nil {
		return
	}
	if why == nil {
		why = data.Refuse(data.ErrBroken, "opinion.texts", r.Number)
	}
	f.flaw = &flaw{record: r.Seq, why: why}
}

// opinionStepOf reads an act on an opinion back from its record.
func opinionStepOf(r seal.Record, said opinionWord) data.OpinionStep {
	at, _ := seal.ParseInstant(r.At) // one that cannot be read breaks the record's hash
	return data.OpinionStep{
		Act: data.OpinionAct(r.Act), PersonID: r.PersonID, Person: r.Name, Duty: r.Duty, Office: r.Office, At: at,
		OpinionSaid: said.Said, Due: said.Due, Seal: data.SealGood,
	}
}

// authors lists, from the records about an item, who drafted it, took it over or proposed it.
func authors(records []seal.Record) []string {
	var ids []string
	for _, r := range records {
		if id := authorIn(r); id != "" {
			ids = append(ids, id)
		}
	}
	return ids
}

func authorIn(r seal.Record) string {
	switch {
	case r.Kind == kindDraft, r.Kind == kindAct && r.Act == string(data.ActPropose):
		return r.PersonID
	case r.Kind == kindHandover:
		h, _ := parsed[data.Handover](r)
		return h.ToID
	default:
		return ""
	}
}

// opinionFacts gathers what the rules ask about an opinion on the item, "" for none.
func (d *Desk) opinionFacts(ctx context.Context, tx *store.Tx, itemID string) (data.OpinionFacts, error) {
	facts, err := d.commonFacts(ctx, tx)
	if err != nil || itemID == "" {
		return facts, err
	}
	records, err := tx.RecordsAbout(ctx, itemID)
	facts.Authors = authors(records)
	return facts, err
}

// commonFacts are those that do not depend on the opinion.
func (d *Desk) commonFacts(ctx context.Context, tx *store.Tx) (data.OpinionFacts, error) {
	facts := data.OpinionFacts{Today: d.Today()}
	var err error
	if facts.People, err = tx.People(ctx); err != nil {
		return facts, err
	}
	settings, err := signedSettings(ctx, tx)
	if err != nil {
		return facts, err
	}
	calendar, err := d.calendar(ctx, tx)
	if err != nil {
		return facts, err
	}
	facts.Clocks = settings.Clocks
	facts.LastDay = func(after data.Date, n int) data.Date { return data.LastWorkingDay(after, n, calendar.Between) }
	return facts, nil
}
