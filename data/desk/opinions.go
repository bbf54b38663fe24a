package desk

import (
	"context"
	"fmt"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/store"
)

// RegisterOpinion enters an opinion, topic, application or question that came in (S5, S8, S12, S13): what everybody may
// know, and what was written, which is sealed to those who may read it before it touches the database. ItemNumber names
// the item that it is about, "" for none. It gives the number, 意见-2026-0003.
func (s *Session) RegisterOpinion(ctx context.Context, said data.OpinionSaid, text data.OpinionText) (data.Opinion, error) {
	return s.registerOpinion(ctx, said, text, data.Receipt{})
}

// registerOpinion enters what came in beside the lobby, with a receipt where one was given.
func (s *Session) registerOpinion(ctx context.Context, said data.OpinionSaid, text data.OpinionText, receipt data.Receipt) (data.Opinion, error) {
	var registered data.Opinion
	err := s.do(ctx, func(w *work) error {
		said = data.OpinionSaid{
			Kind: said.Kind, ReceivedOn: said.ReceivedOn, Way: said.Way, ItemNumber: said.ItemNumber, ReceiptID: receipt.ID,
		}
		if said.ItemNumber != "" {
			it, err := w.tx.Item(ctx, said.ItemNumber)
			if err != nil {
				return err
			}
			said.ItemID = it.ID
		}
		var err error
		registered, err = w.register(ctx, said, sealedText{text, receipt.Key})
		return err
	})
	return registered, err
}

// register asks the law, and gives what came in its number and its key.
func (w *work) register(ctx context.Context, said data.OpinionSaid, text sealedText) (data.Opinion, error) {
	facts, err := w.desk.opinionFacts(ctx, w.tx, said.ItemID)
	if err != nil {
		return data.Opinion{}, err
	}
	o, err := data.AfterOpinion(data.Opinion{}, data.OpinionRegister, said, w.by.person, facts)
	if err != nil {
		return o, err
	}
	if err := text.Check(); err != nil {
		return o, err
	}
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
	if o.Number, err = w.opinionNumber(ctx, o.Kind); err != nil {
		return o, err
	}
	box, err := w.enclose(key, o.ID, 0, text)
	if err != nil {
		return o, err
	}
	return o, w.saveOpinion(ctx, o, data.OpinionRegister, opinionWord{Said: said, Due: o.Due}, sealing{box: &box, readers: readers})
}

// opinionNumber gives the year's next number of the kind.
func (w *work) opinionNumber(ctx context.Context, kind data.MessageKind) (string, error) {
	year := w.now.Today.Year()
	form := fmt.Sprintf("%s-%d-%%04d", numberWord(kind), year)
	return w.untaken(ctx, fmt.Sprintf("%s %d", kind, year), form, func(number string) error {
		_, err := w.tx.Opinion(ctx, number)
		return err
	})
}

// numberWord is what the numbers of a kind begin with.
func numberWord(kind data.MessageKind) string {
	switch kind {
	case data.MessageTopic:
		return "点题"
	case data.MessageApplication:
		return "申请"
	case data.MessageQuestion:
		return "咨询"
	default:
		return "意见"
	}
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
	parts := sealing{readers: readers}
	if act.Writes() {
		box, err := w.enclose(key, after.ID, len(f.steps), sealedText{OpinionText: text})
		if err != nil {
			return err
		}
		parts.box = &box
	}
	if act == data.OpinionAnswer && after.ReceiptID != "" {
		if parts.reply, err = w.encloseReply(key, f, text.Text); err != nil {
			return err
		}
	}
	return w.saveOpinion(ctx, after, act, word, parts)
}

// sealing is what an act leaves sealed: what was written, if anything, who holds the key from then on, and the answer
// under the receipt's key.
type sealing struct {
	box     *store.OpinionBox
	readers []store.OpinionReader
	reply   []byte
}

// saveOpinion writes what has become of the opinion and signs the act.
func (w *work) saveOpinion(ctx context.Context, o data.Opinion, act data.OpinionAct, word opinionWord, parts sealing) error {
	if err := w.tx.SaveOpinion(ctx, o); err != nil {
		return err
	}
	if err := w.tx.SetOpinionReaders(ctx, o.ID, parts.readers); err != nil {
		return err
	}
	word.Readers = marksOf(parts.readers)
	if parts.reply != nil {
		word.Reply = boxDigest(parts.reply)
		if err := w.tx.AddOpinionReply(ctx, store.OpinionReply{OpinionID: o.ID, Box: parts.reply}); err != nil {
			return err
		}
	}
	r := seal.Record{Kind: kindOpinion, Act: string(act), ItemID: o.ID, Number: o.Number, Statement: stated(word)}
	if parts.box != nil {
		r.Digest = boxDigest(parts.box.Box)
		if err := w.tx.AddOpinionText(ctx, *parts.box); err != nil {
			return err
		}
	}
	w.tell(Signal{Kind: OpinionChanged, Number: o.Number})
	_, err := w.by.append(ctx, w.tx, w.at, r)
	return err
}
