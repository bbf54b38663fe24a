package data

import "slices"

// Delegation lets somebody act in another's name for a period: a leader who is away, a checker on leave. It is signed
// by who gives it, and every act done by it says in whose name.
type Delegation struct {
	ID     string `json:"id"`
	FromID string `json:"from_person"` // who gives it
	ToID   string `json:"to_person"`   // who acts meanwhile
	Roles  []Role `json:"roles"`
	From   Date   `json:"from"`
	Until  Date   `json:"until"` // included
	Reason string `json:"reason"`
	Ended  Date   `json:"ended,omitempty"` // taken back on that day; "" while it stands
}

// Delegable lists the roles that can be given to somebody else. Proposing is the office's own, and keys and people are
// not lent.
func Delegable() []Role { return []Role{Checker, Approver} }

// longestDelegation is for how many months a delegation may run; who is away longer is replaced.
const longestDelegation = 6

// InForce tells whether the delegation stands on the day.
func (d Delegation) InForce(on Date) bool {
	return d.From <= on && on <= d.Until && (d.Ended == "" || on < d.Ended)
}

// Check tells whether the delegation can be given on that day. It fails with ErrInvalid or ErrRefused.
func (d Delegation) Check(people []Person, today Date) error {
	giver, _ := personOf(people, d.FromID)
	taker, ok := personOf(people, d.ToID)
	switch {
	case !ok || d.ToID == d.FromID || !taker.InOffice(max(d.From, today)):
		return Refuse(ErrInvalid, "delegation.to")
	case len(d.Roles) == 0:
		return Refuse(ErrInvalid, "delegation.roles")
	case d.From == "" || d.Until == "" || d.Until < d.From || d.Until < today:
		return Refuse(ErrInvalid, "delegation.period")
	case d.Until > max(d.From, today).AddMonths(longestDelegation):
		return Refuse(ErrInvalid, "delegation.long")
	case blank(d.Reason):
		return Refuse(ErrInvalid, "delegation.reason")
	}
	for _, role := range d.Roles {
		if !slices.Contains(Delegable(), role) || !giver.Has(role, max(d.From, today)) {
			return Refuse(ErrRefused, "delegation.role", string(role))
		}
	}
	return nil
}

// acting gives the person with the roles in which the act is done: the own ones or, where the statement names a
// principal, those that were delegated and that the principal holds that day.
func acting(it Item, act Act, by Person, said Statement, now Circumstances) (Person, error) {
	if said.For == nil {
		return by, nil
	}
	at := slices.IndexFunc(now.Delegations, func(d Delegation) bool { return d.ID == said.For.Delegation })
	if at < 0 {
		return by, Refuse(ErrRefused, "delegation.none", said.For.Name)
	}
	d := now.Delegations[at]
	if d.ToID != by.ID || d.FromID != said.For.PersonID || !d.InForce(now.Today) {
		return by, Refuse(ErrRefused, "delegation.none", said.For.Name)
	}
	giver, _ := personOf(now.People, d.FromID)
	if judges(act) { // the principal could not judge it either
		if err := notProposer(it, giver); err != nil {
			return by, err
		}
	}
	if act == ActApprove { // nor approve what the principal checked
		if err := notChecker(it, giver, now); err != nil {
			return by, err
		}
	}
	by.Roles = slices.DeleteFunc(slices.Clone(d.Roles), func(r Role) bool { return !giver.Has(r, now.Today) })
	return by, nil
}

// InWhoseName tells whether the person needs a delegation to do the act, and whose: nil for the own name. It gives
// false where the act may not be done either way.
func InWhoseName(it Item, act Act, by Person, now Circumstances) (*Principal, bool) {
	if !by.InOffice(now.Today) {
		return nil, false
	}
	if mayAct(it, act, by, now) == nil {
		return nil, true
	}
	for _, d := range now.Delegations {
		if d.ToID != by.ID {
			continue
		}
		giver, _ := personOf(now.People, d.FromID)
		name := &Principal{Delegation: d.ID, PersonID: giver.ID, Name: giver.Name}
		if as, err := acting(it, act, by, Statement{For: name}, now); err == nil && mayAct(it, act, as, now) == nil {
			return name, true
		}
	}
	return nil, false
}

func personOf(people []Person, id string) (Person, bool) {
	at := slices.IndexFunc(people, func(p Person) bool { return p.ID == id && id != "" })
	if at < 0 {
		return Person{}, false
	}
	return people[at], true
}
