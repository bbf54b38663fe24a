package desk

import (
	"context"
	"fmt"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/store"
)

// RegisterOpinion enters an opinion that came in (S5): what everybody may know, and what was written, which is sealed to
// those who may read it before it touches the database. ItemNumber names the item that it is about, "" for none. It
// gives the number, 意见-2026-0003.
func (s *Session) RegisterOpinion(ctx context.Context, said data.OpinionSaid, text data.OpinionText) (data.Opinion, error) {
	var registered data.Opinion
	err := s.do(ctx, func(w *work) error {
		said = data.OpinionSaid{ReceivedOn: said.ReceivedOn, Way: said.Way, ItemNumber: said.ItemNumber}
		if said.ItemNumber != "" {
			it, err := w.tx.Item(ctx, said.ItemNumber)
			if err != nil {
				return err
			}
			said.ItemID = it.ID
		}
		facts, err := w.desk.opinionFacts(ctx, w.tx, said.ItemID)
		if err != nil {
			return err
		}
		o, err := data.AfterOpinion(data.Opinion{}, data.OpinionRegister, said, w.by.person, facts)
		if err != nil {
			return err
		}
		if err := text.Check(); err != nil {
			return err
		}
		registered, err = w.register(ctx, o, said, text, facts)
		return err
	})
	return registered, err
}

// register gives the opinion its number and its key.
func (w *work) register(ctx context.Context, o data.Opinion, said data.OpinionSaid, text data.OpinionText, facts data.OpinionFacts) (data.Opinion, error) {
	var err error
	if o.ID, err = newID(); err != nil {
		return o, err
	}
	key, err := seal.NewLetterKey(w.desk.opt.Random)
	if err != nil {
		return o, err
	}
	defer clear(key)
	certs, err := readSeals(ctx, w.tx, w.root)
	if err != nil {
		return o, err
	}
	readers, err := w.firstReaders(ctx, certs, o, facts, key)
	if err != nil {
		return o, err
	}
	if o.Number, err = w.opinionNumber(ctx); err != nil {
		return o, err
	}
	box, err := w.enclose(key, o.ID, 0, text)
	if err != nil {
		return o, err
	}
	return o, w.saveOpinion(ctx, o, data.OpinionRegister, opinionWord{Said: said, Due: o.Due}, &box, readers)
}

// opinionNumber gives the year's next number of an opinion.
func (w *work) opinionNumber(ctx context.Context) (string, error) {
	year := w.now.Today.Year()
	return w.untaken(ctx, fmt.Sprintf("opinion %d", year), fmt.Sprintf("意见-%d-%%04d", year), func(number string) error {
		_, err := w.tx.Opinion(ctx, number)
		return err
	})
}

// AssignOpinion gives the opinion to somebody to handle and answer, in place of who had it before, and lets them read
// it. Who does not assign and no longer has it can open it no more.
func (s *Session) AssignOpinion(ctx context.Context, number, toID string) (data.Opinion, error) {
	return s.onOpinion(ctx, number, data.OpinionAssign, data.OpinionSaid{ToID: toID}, data.OpinionText{})
}

// HandleOpinion writes down, sealed, how the opinion was analysed and handled; for who is assigned.
func (s *Session) HandleOpinion(ctx context.Context, number, note string) (data.Opinion, error) {
	return s.onOpinion(ctx, number, data.OpinionHandle, data.OpinionSaid{}, data.OpinionText{Text: note})
}

// AnswerOpinion closes the opinion with what was answered, sealed, and whether the outcome is made public; for who is
// assigned.
func (s *Session) AnswerOpinion(ctx context.Context, number, answer string, published bool) (data.Opinion, error) {
	return s.onOpinion(ctx, number, data.OpinionAnswer, data.OpinionSaid{Published: published}, data.OpinionText{Text: answer})
}

// ExtendOpinion gives once as many working days again, with a reason, which is sealed.
func (s *Session) ExtendOpinion(ctx context.Context, number, reason string) (data.Opinion, error) {
	return s.onOpinion(ctx, number, data.OpinionExtend, data.OpinionSaid{}, data.OpinionText{Text: reason})
}

// ShareOpinion lets somebody read who should be able to and is not: a new checker, or one whose password was reset.
func (s *Session) ShareOpinion(ctx context.Context, number, toID string) (data.Opinion, error) {
	return s.onOpinion(ctx, number, data.OpinionShare, data.OpinionSaid{ToID: toID}, data.OpinionText{})
}

// onOpinion does an act on a registered opinion in one transaction. Who acts must be able to read it.
func (s *Session) onOpinion(ctx context.Context, number string, act data.OpinionAct, said data.OpinionSaid, text data.OpinionText) (data.Opinion, error) {
	var result data.Opinion
	err := s.do(ctx, func(w *work) error {
		certs, err := readSeals(ctx, w.tx, w.root)
		if err != nil {
			return err
		}
		f, err := readOpinionFile(ctx, w.tx, certs, number)
		if err != nil {
			return err
		}
		if f.flaw != nil {
			return data.Refuse(data.ErrBroken, "opinion.broken", number)
		}
		facts, err := s.desk.opinionFacts(ctx, w.tx, f.opinion.ItemID)
		if err != nil {
			return err
		}
		if result, err = data.AfterOpinion(f.opinion, act, said, w.by.person, facts); err != nil {
			return err
		}
		if act.Writes() {
			if err := text.Check(); err != nil {
				return err
			}
		}
		return w.carryOutOpinion(ctx, certs, f, result, act, said, text, facts)
	})
	return result, err
}

func (w *work) carryOutOpinion(ctx context.Context, certs seals, f opinionFile, after data.Opinion, act data.OpinionAct, said data.OpinionSaid, text data.OpinionText, facts data.OpinionFacts) error {
	key, err := w.keyOf(ctx, f)
	if err != nil {
		return err
	}
	defer clear(key)
	readers, err := w.nextReaders(ctx, certs, f, after, said, facts, key)
	if err != nil {
		return err
	}
	word := opinionWord{Said: said}
	if after.Due != f.opinion.Due {
		word.Due = after.Due
	}
	if !act.Writes() {
		return w.saveOpinion(ctx, after, act, word, nil, readers)
	}
	box, err := w.enclose(key, after.ID, len(f.steps), text)
	if err != nil {
		return err
	}
	return w.saveOpinion(ctx, after, act, word, &box, readers)
}

// saveOpinion writes what has become of the opinion and signs the act.
func (w *work) saveOpinion(ctx context.Context, o data.Opinion, act data.OpinionAct, word opinionWord, box *store.OpinionBox, readers []store.OpinionReader) error {
	if err := w.tx.SaveOpinion(ctx, o); err != nil {
		return err
	}
	if err := w.tx.SetOpinionReaders(ctx, o.ID, readers); err != nil {
		return err
	}
	word.Readers = marksOf(readers)
	r := seal.Record{Kind: kindOpinion, Act: string(act), ItemID: o.ID, Number: o.Number, Statement: stated(word)}
	if box != nil {
		r.Digest = boxDigest(box.Box)
		if err := w.tx.AddOpinionText(ctx, *box); err != nil {
			return err
		}
	}
	w.tell(Signal{Kind: OpinionChanged, Number: o.Number})
	_, err := w.by.append(ctx, w.tx, w.at, r)
	return err
}
