package data

import "slices"

// Power is that somebody could do what a role allows on a day, by the own office or in another's name.
type Power struct {
	Person Person
	For    *Person // in whose name; nil for the own
}

// PowersOn tells who held a role on a day, themselves or by a delegation of somebody who held it. People and delegations
// are as they were on that day (S10: who could approve on that day).
func PowersOn(role Role, people []Person, delegations []Delegation, on Date) []Power {
	var list []Power
	for _, p := range people {
		if p.Has(role, on) {
			list = append(list, Power{Person: p})
		}
	}
	for _, d := range delegations {
		giver, _ := personOf(people, d.FromID)
		taker, _ := personOf(people, d.ToID)
		if d.InForce(on) && slices.Contains(d.Roles, role) && giver.Has(role, on) && taker.InOffice(on) {
			list = append(list, Power{Person: taker, For: &giver})
		}
	}
	return list
}

// DelegationState is how a delegation stands on a day.
type DelegationState string

const (
	DelegationAhead   DelegationState = "ahead"   // 未开始
	DelegationInForce DelegationState = "inforce" // 有效
	DelegationOver    DelegationState = "over"    // 已结束
	DelegationEnded   DelegationState = "ended"   // 已收回
)

// StateOn tells how the delegation stands on the day.
func (d Delegation) StateOn(on Date) DelegationState {
	switch {
	case d.Ended != "" && d.Ended <= on:
		return DelegationEnded
	case on < d.From:
		return DelegationAhead
	case on > d.Until:
		return DelegationOver
	default:
		return DelegationInForce
	}
}

// MayEnd tells whether the person can take the delegation back on the day: who gave it or an administrator, while it is
// not over.
func (d Delegation) MayEnd(by Person, on Date) bool {
	return (d.FromID == by.ID || by.Has(Admin, on)) && d.Ended == "" && on <= d.Until
}

// LeftWithout lists the roles, of those without which nothing can be disclosed, that nobody else holds on the day once
// the person has left: the proposing of the person's own office, checking, approving and administering.
func LeftWithout(people []Person, leaving Person, on Date) []Role {
	var gone []Role
	for _, role := range []Role{Clerk, Checker, Approver, Admin} {
		if !slices.Contains(leaving.Roles, role) {
			continue
		}
		if !slices.ContainsFunc(people, func(p Person) bool {
			return p.ID != leaving.ID && p.Has(role, on) && (role != Clerk || p.OfficeID == leaving.OfficeID)
		}) {
			gone = append(gone, role)
		}
	}
	return gone
}
