package guard

import "strings"

// without leaves out the unit's own contact data.
func (k Known) without(found []Finding) []Finding {
	if len(k.Phones)+len(k.Emails)+len(k.Addresses) == 0 {
		return found
	}
	kept := found[:0]
	for _, f := range found {
		if !k.holds(f) {
			kept = append(kept, f)
		}
	}
	return kept
}

// holds tells whether a finding is the unit's own: the same telephone with or without area code and extension, the same
// mailbox, or an address that says no more than the unit's own does.
func (k Known) holds(f Finding) bool {
	text := meant(f.Kind, f.Text)
	switch f.Kind {
	case Mobile, Landline:
		for _, phone := range k.Phones {
			if samePhone(digitsOf(plain(phone)), text) {
				return true
			}
		}
	case Email:
		for _, mail := range k.Emails {
			if meant(Email, mail) == text {
				return true
			}
		}
	case Address:
		for _, address := range k.Addresses {
			own := meant(Address, address)
			if own != "" && (strings.HasSuffix(own, text) || strings.HasPrefix(own, text) || strings.HasSuffix(text, own)) {
				return true
			}
		}
	}
	return false
}

// samePhone compares two numbers by their digits. An extension after the unit's number is still its number; seven digits
// are the least by which two are told apart.
func samePhone(own, found string) bool {
	own, found = strings.TrimPrefix(own, "86"), strings.TrimPrefix(found, "86")
	if len(own) < 7 || len(found) < 7 {
		return false
	}
	if found == own || strings.HasSuffix(own, found) || strings.HasSuffix(found, own) {
		return true
	}
	return len(own) >= 10 && strings.HasPrefix(found, own) && len(found)-len(own) <= 5 || len(found) >= 10 && strings.HasPrefix(own, found) && len(own)-len(found) <= 5
}
