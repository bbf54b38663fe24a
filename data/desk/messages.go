package desk

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"maps"
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
	o, err := d.Opening(ctx)
	return o.Keys, err
}

// Opening is who can open what visitors send, as the public file tells the lobby.
type Opening struct {
	Keys    []data.OfficeKey // as OfficeKeys gives them
	people  []string         // whose each key is, by ID
	authors map[string][]string
}

// ClosedTo lists the places in Keys of those who drafted, took over or proposed the item: what a visitor says about it is
// not to be sealed to them, because at the desk they may not read it either.
func (o Opening) ClosedTo(itemID string) []int {
	var places []int
	for i, id := range o.people {
		if slices.Contains(o.authors[itemID], id) {
			places = append(places, i)
		}
	}
	return places
}

// Opening reads who can open what visitors send.
func (d *Desk) Opening(ctx context.Context) (Opening, error) {
	return view(ctx, d, func(tx *store.Tx) (Opening, error) {
		o := Opening{authors: map[string][]string{}}
		records, err := tx.RecordsOfKinds(ctx, [4]string{kindDraft, kindAct, kindHandover})
		if err != nil {
			return o, err
		}
		for _, r := range records {
			if id := authorIn(r); id != "" {
				o.authors[r.ItemID] = append(o.authors[r.ItemID], id)
			}
		}
		return o, d.openers(ctx, tx, &o)
	})
}

// openers finds those who can open what visitors send, with their keys.
func (d *Desk) openers(ctx context.Context, tx *store.Tx, o *Opening) error {
	_, root, err := tx.Unit(ctx)
	if err != nil {
		return err
	}
	certs, err := readSeals(ctx, tx, root)
	if err != nil {
		return err
	}
	people, err := tx.People(ctx)
	if err != nil {
		return err
	}
	keys := map[string]data.OfficeKey{}
	for _, p := range people {
		if !data.OpensMessages(p, d.Today()) {
			continue
		}
		public, err := vouching{tx, certs, root, d.Today()}.sealingOf(ctx, p)
		if err != nil {
			return err
		}
		if public != nil {
			keys[p.ID] = data.OfficeKey{Fingerprint: seal.Fingerprint(public), Sealing: public}
		}
	}
	o.people = slices.SortedFunc(maps.Keys(keys), func(a, b string) int {
		return strings.Compare(keys[a].Fingerprint, keys[b].Fingerprint)
	})
	o.people = o.people[:min(len(o.people), outbox.MostKeys)]
	for _, id := range o.people {
		o.Keys = append(o.Keys, keys[id])
	}
	return nil
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
