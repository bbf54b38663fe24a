package data

// backwards tells whether an act takes an item back, or leaves it where it is.
func backwards(act Act) bool {
	switch act {
	case ActSendBack, ActWithdraw, ActRevise, ActWithhold, ActReview:
		return true
	default:
		return false
	}
}

// WhoNext gives the act that brings the item on from where it stands, and who may do it now, in the own name or by
// delegation. Nobody may where the unit lacks the person; the act is then given all the same. "" where nothing is
// waited for.
func WhoNext(it Item, now Circumstances) (Act, []Person) {
	act := Awaited(it.StatusOn(now.Today))
	if act == "" {
		return "", nil
	}
	var able []Person
	for _, p := range now.People {
		if _, ok := InWhoseName(it, act, p, now); ok {
			able = append(able, p)
		}
	}
	return act, able
}

// Awaited is the act for which an item waits at a status, "" for none.
func Awaited(s Status) Act {
	for _, act := range actsAt(s) {
		if !backwards(act) || s == Returned {
			return act
		}
	}
	return ""
}
