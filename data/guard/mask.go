package guard

import "strings"

// maskOf writes a datum in its masked form (see Finding).
func maskOf(kind Kind, text string) string {
	switch kind {
	case ID:
		return keepEnds(meant(ID, text), 2, 3)
	case Mobile:
		return keepEnds(meant(Mobile, text), 3, 4)
	case BankCard:
		return keepEnds(meant(BankCard, text), 0, 4)
	case Landline:
		return maskLandline(text)
	case Email:
		return maskEmail(meant(Email, plainEmail(text)), text)
	case Plate:
		signs := []rune(meant(Plate, text))
		return keepEnds(string(signs), 2, 2)
	case Address:
		if kept := withinTownship([]rune(plain(text))); kept > 0 {
			return string([]rune(plain(text))[:kept])
		}
		return hidden
	default:
		return text
	}
}

// hidden stands where nothing may stay.
const hidden = "***"

// keepEnds hides all but the first and the last characters.
func keepEnds(text string, first, last int) string {
	r := []rune(text)
	if len(r) <= first+last {
		return hidden
	}
	return string(r[:first]) + strings.Repeat("*", len(r)-first-last) + string(r[len(r)-last:])
}

// maskLandline keeps the area code and the last four digits. An extension, which stands for one person, goes.
func maskLandline(text string) string {
	folded := plain(text)
	if at := strings.IndexAny(folded, "转分#e"); at > 0 {
		folded = folded[:at]
	}
	all := strings.TrimPrefix(strings.TrimPrefix(digitsOf(folded), "00"), "86")
	if area := areaOf(all); area > 0 && len(all) > area+6 {
		local := all[area:]
		local = local[:min(len(local), localLength(folded, area))]
		return all[:area] + "-" + keepEnds(local, 0, 4)
	}
	if area := areaOf("0" + all); area > 0 && len(all) >= area+6 {
		return "0" + all[:area-1] + "-" + keepEnds(all[area-1:min(len(all), area+7)], 0, 4)
	}
	return keepEnds(all[:min(len(all), 8)], 0, 4)
}

// localLength is how many digits of a number stand between its area code and its extension.
func localLength(folded string, area int) int {
	parts := strings.FieldsFunc(folded, func(r rune) bool { return !isDigit(r) })
	for i, p := range parts {
		if len(p) == area && areaOf(p) == area && i+1 < len(parts) {
			if n := len(parts[i+1]); n >= 7 {
				return n
			}
			return 8
		}
	}
	return 8
}

func plainEmail(text string) string { return strings.TrimSpace(text) }

// maskEmail keeps the first character and the domain.
func maskEmail(folded, text string) string {
	local, domain, ok := strings.Cut(strings.ToLower(folded), "@")
	if !ok || local == "" {
		return keepEnds(text, 1, 0)
	}
	return local[:1] + hidden + "@" + domain
}
