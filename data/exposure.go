package data

import "slices"

// Exposure is a personal datum, or a mark of secrecy, that was found in what an item would disclose.
type Exposure struct {
	Key       string // of the finding: kind and datum as a digest, so that the log never holds the datum
	Kind      string // id, mobile, landline, bankcard, address, email, plate, secrecy
	Masked    string
	Where     string // title, body or the name of an attachment, and what of it
	MayRemain bool   // false: never to be disclosed, whoever agrees (S18)
}

// mayDisclose asks of every exposure that it was kept by intention: who proposes says why, who checks agrees. What may
// never remain stops the item. What was kept is compared by its key, so that another datum in its place does not pass.
func mayDisclose(it Item, act Act, said Statement, now Circumstances) error {
	for _, e := range now.Exposed {
		if !e.MayRemain {
			return Refuse(ErrRefused, "expose.never", e.Where, e.Masked)
		}
		if !keeps(said.Kept, e.Key) {
			return Refuse(ErrRefused, "expose."+string(act), e.Where, e.Masked)
		}
		if act == ActCheck {
			proposed, _ := it.Step(ActPropose)
			if !keeps(proposed.Kept, e.Key) {
				return Refuse(ErrRefused, "expose.unsaid", e.Where, e.Masked)
			}
		}
	}
	return nil
}

func keeps(kept []Kept, key string) bool {
	return slices.ContainsFunc(kept, func(k Kept) bool { return k.Key == key && !blank(k.Reason) })
}
