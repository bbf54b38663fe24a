package desk

import (
	"context"
	"slices"

	"gongkailan/data"
	"gongkailan/data/seal"
)

// Propose has the item checked; the person attests that it is true (S2). Seen is the item as the person saw it: every
// act signs that and nothing else, and is refused where the item has changed since.
func (s *Session) Propose(ctx context.Context, seen data.Item, said data.Statement) (data.Item, error) {
	return s.act(ctx, data.ActPropose, seen, said)
}

// Check records that the item is not secret, necessary and accurate (S3, S18).
func (s *Session) Check(ctx context.Context, seen data.Item, said data.Statement) (data.Item, error) {
	return s.act(ctx, data.ActCheck, seen, said)
}

// Approve is the approval by 分管领导 or 主要负责人 (S3).
func (s *Session) Approve(ctx context.Context, seen data.Item, said data.Statement) (data.Item, error) {
	return s.act(ctx, data.ActApprove, seen, said)
}

// Decide records the collective decision with its meeting (S3).
func (s *Session) Decide(ctx context.Context, seen data.Item, said data.Statement) (data.Item, error) {
	return s.act(ctx, data.ActDecide, seen, said)
}

// RuleBySuperior records the superior's answer, on an item to be published or one to be withheld (S3, S17).
func (s *Session) RuleBySuperior(ctx context.Context, seen data.Item, said data.Statement) (data.Item, error) {
	return s.act(ctx, data.ActSuperior, seen, said)
}

// SendBack returns the item to who proposed it, with a reason.
func (s *Session) SendBack(ctx context.Context, seen data.Item, said data.Statement) (data.Item, error) {
	return s.act(ctx, data.ActSendBack, seen, said)
}

// Publish puts the item up (S4). A version that was up is replaced in the same moment.
func (s *Session) Publish(ctx context.Context, seen data.Item, said data.Statement) (data.Item, error) {
	return s.act(ctx, data.ActPublish, seen, said)
}

// Withdraw takes the item down at once, with a reason.
func (s *Session) Withdraw(ctx context.Context, seen data.Item, said data.Statement) (data.Item, error) {
	return s.act(ctx, data.ActWithdraw, seen, said)
}

// Withhold proposes not to disclose the item, with a written reason (S17).
func (s *Session) Withhold(ctx context.Context, seen data.Item, said data.Statement) (data.Item, error) {
	return s.act(ctx, data.ActWithhold, seen, said)
}

// ReportWithheld records that the proposal not to disclose has gone to the superior (S17).
func (s *Session) ReportWithheld(ctx context.Context, seen data.Item, said data.Statement) (data.Item, error) {
	return s.act(ctx, data.ActReport, seen, said)
}

// Tell records how the ruling not to disclose was told to members and public (S17).
func (s *Session) Tell(ctx context.Context, seen data.Item, said data.Statement) (data.Item, error) {
	return s.act(ctx, data.ActTell, seen, said)
}

// Review records that what is up was looked at and still holds (S9).
func (s *Session) Review(ctx context.Context, seen data.Item, said data.Statement) (data.Item, error) {
	return s.act(ctx, data.ActReview, seen, said)
}

// Correct pulls what is up at once, with what was wrong as the reason, and begins the version that puts it right and
// says so (更正). It gives that draft.
func (s *Session) Correct(ctx context.Context, seen data.Item, said data.Statement) (data.Item, error) {
	var result data.Item
	err := s.do(ctx, func(w *work) error {
		down, err := w.act(ctx, data.ActWithdraw, seen, said)
		if err != nil {
			return err
		}
		draft, err := w.act(ctx, data.ActRevise, down, data.Statement{Note: said.Note})
		if err != nil {
			return err
		}
		draft.Content = data.Corrected(down, said.Note).Content
		draft.UpdatedAt = later(w.at, draft.UpdatedAt)
		result = draft
		return w.tx.SaveContent(ctx, draft, draft.Form.Names()...)
	})
	return result, err
}

// Revise begins a new version from this one, as a draft; what is up stays up until the new version replaces it. It
// gives the new version.
func (s *Session) Revise(ctx context.Context, seen data.Item, said data.Statement) (data.Item, error) {
	return s.act(ctx, data.ActRevise, seen, said)
}

// act does one act on a version: the law of package data is asked with what the log says, not with what the row says,
// the person signs what was seen, and the row follows.
func (s *Session) act(ctx context.Context, act data.Act, seen data.Item, said data.Statement) (data.Item, error) {
	var result data.Item
	var exposed []data.Exposure
	if act == data.ActPropose || act == data.ActCheck {
		// Files may take a while to look into, so it is done before the transaction: only what was seen is signed.
		var err error
		if exposed, err = s.desk.Exposures(ctx, seen); err != nil {
			return result, err
		}
	}
	err := s.do(ctx, func(w *work) error {
		var err error
		w.now.Exposed = exposed
		result, err = w.act(ctx, act, seen, said)
		return err
	})
	return result, err
}

// find reads the item of the version that was seen, with steps and the state of their seals, and the version as it is now.
func (w *work) find(ctx context.Context, seen data.Item) (seals, dossier, data.Item, error) {
	certs, err := readSeals(ctx, w.tx, w.root)
	if err != nil {
		return certs, dossier{}, data.Item{}, err
	}
	d, err := readDossier(ctx, w.tx, certs, seen.ID)
	if err != nil {
		return certs, d, data.Item{}, err
	}
	it, ok := d.version(seen.Version)
	if !ok {
		return certs, d, it, data.Refuse(data.ErrNotFound, "item.none", seen.Number)
	}
	return certs, d, it, nil
}

func (w *work) act(ctx context.Context, act data.Act, seen data.Item, said data.Statement) (data.Item, error) {
	certs, d, it, err := w.find(ctx, seen)
	if err != nil {
		return data.Item{}, err
	}
	if it.Digest() != seen.Digest() {
		return data.Item{}, data.Refuse(data.ErrRefused, "item.seen", it.Number)
	}
	if it, err = lawful(certs, d, it, act); err != nil {
		return data.Item{}, err
	}
	if name, ok := data.InWhoseName(it, act, w.by.person, w.now); ok && said.For == nil {
		said.For = name
	}
	if err := w.discreet(spoken(said)...); err != nil {
		return data.Item{}, err
	}
	status, err := data.After(it, act, w.by.person, said, w.now)
	if err != nil {
		return data.Item{}, err
	}
	if err := w.carryOut(ctx, d, it, act, said, status); err != nil {
		return data.Item{}, err
	}
	w.tell(Signal{Kind: ItemChanged, Number: it.Number})
	return w.outcome(ctx, certs, it, act)
}

// lawful gives the version with the status to which the log leads. Where the item does not hold only the acts that take
// it out of the way are left: sending back, pulling down, beginning anew.
func lawful(certs seals, d dossier, it data.Item, act data.Act) (data.Item, error) {
	if f := certs.examine(d, it); f != nil {
		if !slices.Contains([]data.Act{data.ActSendBack, data.ActWithdraw, data.ActRevise}, act) {
			return it, data.Refuse(data.ErrBroken, "item.broken", it.Number)
		}
	}
	status, err := data.Replay(it)
	if err == nil {
		it.Status = status
	}
	if d.replacedBy(it, it.Status) != nil {
		it.Status = data.Replaced
	}
	if act == data.ActRevise {
		return it, data.MayRevise(it, d.newest())
	}
	return it, nil
}

// carryOut signs the act and writes what follows from it.
func (w *work) carryOut(ctx context.Context, d dossier, it data.Item, act data.Act, said data.Statement, status data.Status) error {
	_, err := w.by.append(ctx, w.tx, w.at, seal.Record{
		Kind: kindAct, Act: string(act), ItemID: it.ID, Version: it.Version, Number: it.Number, Digest: it.Digest(),
		Statement: stated(said),
	})
	if err != nil {
		return err
	}
	if err := w.tx.SetStatus(ctx, it.ID, it.Version, status, w.at); err != nil {
		return err
	}
	switch act {
	case data.ActPublish:
		return w.replaceOthers(ctx, d, it)
	case data.ActRevise:
		return w.begin(ctx, data.NextVersion(it))
	default:
		return nil
	}
}

// replaceOthers marks the version that was up until now.
func (w *work) replaceOthers(ctx context.Context, d dossier, it data.Item) error {
	for _, other := range d.versions {
		if other.Version == it.Version || other.Status != data.Published {
			continue
		}
		if err := w.tx.SetStatus(ctx, other.ID, other.Version, data.Replaced, w.at); err != nil {
			return err
		}
	}
	return nil
}

// outcome reads the version back as it now stands; the new one after a revision.
func (w *work) outcome(ctx context.Context, certs seals, it data.Item, act data.Act) (data.Item, error) {
	d, err := readDossier(ctx, w.tx, certs, it.ID)
	if err != nil {
		return data.Item{}, err
	}
	version := it.Version
	if act == data.ActRevise {
		version = d.newest()
	}
	after, _ := d.version(version)
	return after, nil
}
