package desk

import (
	"gongkailan/data"
	"gongkailan/data/guard"
)

// discreet refuses texts in which somebody's ID number, mobile or bank card stands: what is signed goes into the log,
// from which nothing is ever taken out.
func (w *work) discreet(texts ...string) error {
	for _, text := range texts {
		for _, f := range guard.FindBut(text, Known(w.unit)) {
			switch f.Kind {
			case guard.ID, guard.Mobile, guard.BankCard:
				return data.Refuse(data.ErrRefused, "statement.personal", f.Masked)
			}
		}
	}
	return nil
}

// spoken gives what a person wrote freely in a statement.
func spoken(said data.Statement) []string {
	texts := []string{said.Note}
	for _, k := range said.Kept {
		texts = append(texts, k.Reason)
	}
	if f := said.Findings; f != nil {
		texts = append(texts, f.Secrecy, f.Necessity, f.Accuracy)
	}
	if m := said.Meeting; m != nil {
		texts = append(texts, m.Name, m.Minutes, m.Present, m.Result)
	}
	if r := said.Ruling; r != nil {
		texts = append(texts, r.Body, r.Number, r.Opinion, r.ToldHow)
	}
	if t := said.Telling; t != nil {
		texts = append(texts, t.How)
	}
	return texts
}
