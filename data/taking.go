package data

import "strings"

// OpensMessages tells whether the person is one of those to whom what visitors send is sealed, and who take it in: the
// 党务公开办公室.
func OpensMessages(p Person, today Date) bool { return p.Has(Checker, today) }

// MayTakeMessage tells whether the person may take in what a visitor wrote about the item of the facts: one of those who
// open messages, and nobody who drafted the item. It fails with ErrRefused and names who may instead.
func MayTakeMessage(by Person, now OpinionFacts) error {
	switch {
	case !OpensMessages(by, now.Today):
		return Refuse(ErrRefused, "message.who")
	case opens(by, now):
		return nil
	}
	var names []string
	for _, p := range now.People {
		if opens(p, now) {
			names = append(names, p.Name)
		}
	}
	if len(names) == 0 {
		return Refuse(ErrRefused, "message.nobody")
	}
	return Refuse(ErrRefused, "message.author", strings.Join(names, "、"))
}
