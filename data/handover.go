package data

import "slices"

// Handover gives somebody's open items to another clerk of the same office, when somebody leaves or changes duty. The
// office stays responsible (S2); the handler is whom the work waits for.
type Handover struct {
	FromID string `json:"from_person"`
	ToID   string `json:"to_person"`
	Reason string `json:"reason"`
}

// IsOpen tells whether something may still have to be done about the item: it is on its way, or up.
func (it Item) IsOpen(today Date) bool {
	done := []Status{Expired, Withdrawn, Replaced, Archived, Withheld}
	return !slices.Contains(done, it.StatusOn(today))
}

// MayHandOver tells whether the person may give the item to the other: an administrator, or who has it; and the other
// must be a clerk of the responsible office. It fails with ErrRefused or ErrInvalid.
func MayHandOver(it Item, h Handover, by Person, people []Person, today Date) error {
	to, ok := personOf(people, h.ToID)
	switch {
	case !by.InOffice(today):
		return Refuse(ErrRefused, "act.office", by.Name)
	case !by.Has(Admin, today) && by.ID != it.HandlerID:
		return Refuse(ErrRefused, "handover.who", it.Number)
	case !ok || !to.Has(Clerk, today) || to.OfficeID != it.OfficeID || to.ID == it.HandlerID:
		return Refuse(ErrRefused, "handover.to", it.Number, to.Name)
	case h.FromID != it.HandlerID:
		return Refuse(ErrRefused, "handover.from", it.Number)
	case !it.IsOpen(today):
		return Refuse(ErrRefused, "handover.closed", it.Number)
	case blank(h.Reason):
		return Refuse(ErrInvalid, "act.reason")
	default:
		return nil
	}
}

// Heirs lists who could take somebody's item: the other clerks of the office.
func Heirs(it Item, people []Person, today Date) []Person {
	return slices.DeleteFunc(slices.Clone(people), func(p Person) bool {
		return p.ID == it.HandlerID || p.OfficeID != it.OfficeID || !p.Has(Clerk, today)
	})
}
