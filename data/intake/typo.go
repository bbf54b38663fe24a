package intake

import (
	"regexp"
	"strings"
)

// confusions are slips that plans copied from page to page carry: what stands there, and what the field's own term is.
// Each is reported for a person to accept; none is corrected by itself.
func confusions() [][2]string {
	return [][2]string{
		{"人气目标", "任期目标"},
		{"常务工作", "党务工作"},
		{"践行实科学发展观", "践行科学发展观"},
		{"保障权力的原则", "保障权利的原则"},
		{"保障党员权力", "保障党员权利"},
		{"即使公开", "即时公开"},
		{"及时性公开", "即时公开"},
		{"公式期", "公示期"},
		{"任前公式", "任前公示"},
		{"考查预告", "考察预告"},
		{"党物公开", "党务公开"},
		{"当务公开", "党务公开"},
		{"党务公天", "党务公开"},
		{"廉政建没", "廉政建设"},
		{"民主评义", "民主评议"},
		{"党费收激", "党费收缴"},
		{"评忧评先", "评优评先"},
		{"发展党园", "发展党员"},
	}
}

// typos finds suspected slips in all lines of a plan: known confusions, and stray ASCII signs between Han.
func typos(lines []line) []Correction {
	stray := regexp.MustCompile("[`^~|\\\\]+\\p{Han}{1,4}|\\p{Han}{1,2}[`^~|\\\\]+$")
	signs := strings.NewReplacer("`", "", "^", "", "~", "", "|", "", "\\", "")
	var found []Correction
	for _, l := range lines {
		seen := map[string]bool{}
		for _, pair := range confusions() {
			covered := false
			for from := range seen {
				covered = covered || strings.Contains(from, pair[0]) || strings.Contains(pair[0], from)
			}
			if strings.Contains(l.text, pair[0]) && !covered {
				found = append(found, Correction{Line: l.number, From: pair[0], To: pair[1]})
				seen[pair[0]] = true
			}
		}
		for _, from := range stray.FindAllString(l.text, -1) {
			if !seen[from] {
				found = append(found, Correction{Line: l.number, From: from, To: signs.Replace(from)})
				seen[from] = true
			}
		}
	}
	return found
}
