package desk

import (
	"context"
	"crypto/rand"
	"math/big"
	"slices"
	"strings"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/store"
)

// RegisterWithReceipt does what RegisterOpinion does, and gives a receipt's code for the person at the counter (S15): with
// it the answer can be read at the lobby's screen. The code is kept nowhere. Deriving the receipt is slow on purpose.
func (s *Session) RegisterWithReceipt(ctx context.Context, said data.OpinionSaid, text data.OpinionText) (data.Opinion, string, error) {
	code, err := data.NewReceiptCode(func(n int) (int, error) {
		drawn, err := rand.Int(s.desk.opt.Random, big.NewInt(int64(n)))
		if err != nil {
			return 0, err
		}
		return int(drawn.Int64()), nil
	})
	if err != nil {
		return data.Opinion{}, "", err
	}
	fingerprint, err := s.desk.Fingerprint(ctx)
	if err != nil {
		return data.Opinion{}, "", err
	}
	o, err := s.registerOpinion(ctx, said, text, seal.ReceiptOf(code, fingerprint, seal.ReceiptCost()))
	return o, code, err
}

// encloseReply puts the answer under the key of the opinion's receipt, which lies sealed with what was sent. Blanks at its
// end hide how long it is.
func (w *work) encloseReply(key []byte, f opinionFile, answer string) ([]byte, error) {
	at := slices.IndexFunc(f.texts, func(b store.OpinionBox) bool { return b.Step == 0 })
	if at < 0 {
		return nil, data.Refuse(data.ErrBroken, "opinion.broken", f.opinion.Number)
	}
	sent, err := disclose(key, f.texts[at])
	if err != nil {
		return nil, data.Refuse(data.ErrBroken, "opinion.broken", f.opinion.Number)
	}
	defer clear(sent.ReceiptKey)
	return seal.Enclose(w.desk.opt.Random, sent.ReceiptKey, data.ReplyTo(f.opinion.ReceiptID), padded([]byte(answer)))
}

// enclosed tells whether the answers that are there are the one whose digest was signed, and whether there is one exactly
// where an opinion with a receipt has been answered.
func enclosed(o data.Opinion, signed string, replies []store.OpinionReply) bool {
	if (o.ReceiptID != "" && !o.IsOpen()) != (signed != "") {
		return false
	}
	if signed == "" {
		return len(replies) == 0
	}
	return len(replies) == 1 && boxDigest(replies[0].Box) == signed
}

// repliesKept is for how many months after a message was taken in the public file tells how it stands.
const repliesKept = 24

// Replies gives, for the public file, how everything stands that has a receipt and was taken in within the last two
// years, by receipt. It follows the signed log alone; what does not hold is left out, and Verify names it.
func (d *Desk) Replies(ctx context.Context) ([]data.Reply, error) {
	return view(ctx, d, func(tx *store.Tx) ([]data.Reply, error) {
		certs, err := certificates(ctx, tx)
		if err != nil {
			return nil, err
		}
		records, err := tx.RecordsOfKinds(ctx, [4]string{kindOpinion})
		if err != nil {
			return nil, err
		}
		boxes, err := tx.OpinionReplies(ctx, "")
		if err != nil {
			return nil, err
		}
		enclosures := map[string][]store.OpinionReply{}
		for _, b := range boxes {
			enclosures[b.OpinionID] = append(enclosures[b.OpinionID], b)
		}
		since := d.Today().AddMonths(-repliesKept)
		seen := map[string]bool{}
		list := []data.Reply{}
		for _, about := range byItem(records) {
			reply, ok := certs.replyOf(about, enclosures[about[0].ItemID], since)
			if ok && !seen[reply.ID] { // whoever sends something else under a receipt that is there changes nothing
				seen[reply.ID] = true
				list = append(list, reply)
			}
		}
		// By receipt, so that the order does not tell who came before whom.
		slices.SortFunc(list, func(a, b data.Reply) int { return strings.Compare(a.ID, b.ID) })
		return list, nil
	})
}

// byItem puts records together that are about the same thing, in the order in which each began.
func byItem(records []seal.Record) [][]seal.Record {
	var list [][]seal.Record
	at := map[string]int{}
	for _, r := range records {
		i, there := at[r.ItemID]
		if !there {
			i = len(list)
			at[r.ItemID] = i
			list = append(list, nil)
		}
		list[i] = append(list[i], r)
	}
	return list
}

// replyOf tells how an opinion stands by the records about it; false where it has no receipt, is too old or does not
// hold.
func (s seals) replyOf(records []seal.Record, replies []store.OpinionReply, since data.Date) (data.Reply, bool) {
	var steps []data.OpinionStep
	signed := ""
	first, ok := parsed[opinionWord](records[0])
	if !ok || first.Said.ReceiptID == "" || data.DateOf(opinionStepOf(records[0], first).At) < since {
		return data.Reply{}, false
	}
	for _, r := range records {
		word, ok := parsed[opinionWord](r)
		if !ok || s.check(r) != nil {
			return data.Reply{}, false
		}
		steps = append(steps, opinionStepOf(r, word))
		if word.Reply != "" {
			signed = word.Reply
		}
	}
	o, err := data.ReplayOpinion(records[0].ItemID, records[0].Number, steps)
	if err != nil || !enclosed(o, signed, replies) {
		return data.Reply{}, false
	}
	reply := data.Reply{ID: o.ReceiptID, Kind: o.Kind, State: o.State, Due: o.Due}
	for _, step := range steps {
		if step.Act == data.OpinionAnswer {
			reply.On, reply.Box = data.DateOf(step.At), replies[0].Box
		}
	}
	return reply, true
}
