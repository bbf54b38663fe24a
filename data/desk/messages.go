package desk

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"strings"

	"gongkailan/data"
	"gongkailan/data/outbox"
	"gongkailan/data/seal"
	"gongkailan/data/store"
)

// OfficeKeys gives the keys to which the lobby seals what visitors send: those of all who may open it today, as far as
// person and certificate are what the log last says under a good signature. Their order tells nothing.
func (d *Desk) OfficeKeys(ctx context.Context) ([]data.OfficeKey, error) {
	return view(ctx, d, func(tx *store.Tx) ([]data.OfficeKey, error) {
		_, root, err := tx.Unit(ctx)
		if err != nil {
			return nil, err
		}
		certs, err := readSeals(ctx, tx, root)
		if err != nil {
			return nil, err
		}
		people, err := tx.People(ctx)
		if err != nil {
			return nil, err
		}
		var keys []data.OfficeKey
		for _, p := range people {
			if !data.OpensMessages(p, d.Today()) {
				continue
			}
			public, err := vouching{tx, certs, root, d.Today()}.sealingOf(ctx, p)
			if err != nil {
				return nil, err
			}
			if public != nil {
				keys = append(keys, data.OfficeKey{Fingerprint: seal.Fingerprint(public), Sealing: public})
			}
		}
		slices.SortFunc(keys, func(a, b data.OfficeKey) int { return strings.Compare(a.Fingerprint, b.Fingerprint) })
		return keys[:min(len(keys), outbox.MostKeys)], nil
	})
}

// Taken is what became of a file from the lobby.
type Taken struct {
	Number  string // under which it is registered, "" for a ballot
	Kind    data.MessageKind
	Already bool // it had been taken in before; Kind is "" then
}

// TakeMessage takes in a file that a visitor sent at the lobby's screen, in one transaction: a ballot is counted,
// everything else registered and sealed to those who may read it. The same file is taken in once, however often it is
// offered. It is for those to whom it is sealed, and refused to who drafted the item that it is about; nothing of what
// is written stands in a refusal.
func (s *Session) TakeMessage(ctx context.Context, raw []byte) (Taken, error) {
	var taken Taken
	err := s.do(ctx, func(w *work) error {
		if !data.OpensMessages(w.by.person, w.now.Today) {
			return data.Refuse(data.ErrRefused, "message.who")
		}
		sum := sha256.Sum256(raw)
		id := hex.EncodeToString(sum[:])
		var err error
		if taken.Number, taken.Already, err = w.tx.MessageTaken(ctx, id); err != nil || taken.Already {
			return err
		}
		m, err := outbox.Open(raw, w.by.key)
		if err != nil {
			return err
		}
		taken.Kind = m.Kind
		if m.Kind == data.MessageBallot {
			return w.takeBallot(ctx, data.Ballot{MessageID: id, RoundID: m.RoundID, On: m.SentOn, Votes: m.Votes})
		}
		o, err := w.takeWritten(ctx, m, id)
		taken.Number = o.Number
		return err
	})
	return taken, err
}

// takeWritten registers what a visitor wrote. A day ahead of the desk's is a fault of the lobby's clock. An item that is
// not there, as in a database that was restored, is left out rather than the message lost.
func (w *work) takeWritten(ctx context.Context, m data.Message, id string) (data.Opinion, error) {
	said := data.OpinionSaid{
		Kind: m.Kind, ReceivedOn: min(m.SentOn, w.now.Today), Way: data.WayLobby, ReceiptID: m.Receipt.ID, MessageID: id,
	}
	if m.ItemNumber != "" {
		switch it, err := w.tx.Item(ctx, m.ItemNumber); {
		case err == nil:
			said.ItemID, said.ItemNumber = it.ID, it.Number
		case !errors.Is(err, data.ErrNotFound):
			return data.Opinion{}, err
		}
	}
	return w.register(ctx, said, sealedText{m.Text, m.Receipt.Key})
}
