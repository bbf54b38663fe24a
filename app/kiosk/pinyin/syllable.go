package pinyin

import "strings"

// Prices, in the levels of the dictionary (6.5 for each power of e), for what was not typed as it is spelt.
const (
	costInitial = 9  // a first letter for a syllable
	costPartial = 6  // the beginning of the last syllable
	costDots    = 14 // u for ü after n and l
	costFuzzy   = 28 // a southern sound
	costShy     = 34 // a first letter although a vowel follows it
)

// never is the price of what cannot be.
const never uint8 = 255

// prices says for each syllable of the dictionary what it costs to read typed letters so; never where it cannot be.
type prices []uint8

// sounds are the pairs that southern speakers do not tell apart: at the beginning and at the end of a syllable.
func sounds() (onsets, rhymes [][2]string) {
	return [][2]string{{"zh", "z"}, {"ch", "c"}, {"sh", "s"}, {"n", "l"}},
		[][2]string{{"ang", "an"}, {"eng", "en"}, {"ing", "in"}, {"ong", "on"}}
}

// onsetOf parts a syllable or the beginning of one.
func onsetOf(piece string) (onset, rhyme string) {
	for _, double := range []string{"zh", "ch", "sh"} {
		if rest, ok := strings.CutPrefix(piece, double); ok {
			return double, rest
		}
	}
	if piece == "" || strings.ContainsAny(piece[:1], "aeiouv") {
		return "", piece
	}
	return piece[:1], piece[1:]
}

// soundsLike gives the syllables that a piece may be a southern spelling of, with their prices.
func soundsLike(piece string) map[string]uint8 {
	pairs, ends := sounds()
	onset, rhyme := onsetOf(piece)
	onsets := map[string]uint8{onset: 0}
	for _, p := range pairs {
		for i := range p {
			if onset == p[i] {
				onsets[p[1-i]] = costFuzzy
			}
		}
	}
	rhymes := map[string]uint8{rhyme: 0}
	for _, p := range ends {
		if stem, ok := strings.CutSuffix(rhyme, p[0]); ok {
			rhymes[stem+p[1]] = costFuzzy
		} else if stem, ok := strings.CutSuffix(rhyme, p[1]); ok {
			rhymes[stem+p[0]] = costFuzzy
		}
	}
	alike := map[string]uint8{}
	for o, a := range onsets {
		for r, b := range rhymes {
			alike[o+r] = a + b
		}
	}
	switch piece {
	case "lu", "nu":
		alike[piece[:1]+"v"] = costDots
	}
	return alike
}

// table is the syllables of the dictionary, in order, and how typed pieces are read.
type table struct {
	list  []string
	index map[string]uint16
	whole map[string]prices // of each syllable typed whole
	first map[string]prices // of each first letter, and of zh, ch, sh
	typed [][]string        // the ways to type each syllable
}

func newTable(list []string) table {
	t := table{list: list, index: map[string]uint16{}, whole: map[string]prices{}, first: map[string]prices{}}
	for i, s := range list {
		t.index[s] = uint16(i)
	}
	for _, s := range list {
		t.whole[s] = t.alike(s)
		t.typed = append(t.typed, typedAs(s))
		onset, _ := onsetOf(s)
		for _, letters := range []string{s[:1], onset} {
			if _, done := t.first[letters]; !done && letters != "" {
				t.first[letters] = t.beginning(letters, costInitial)
			}
		}
	}
	return t
}

// alike gives the prices of a piece that is spelt out; nil where it is no spelling of anything.
func (t table) alike(piece string) prices {
	p, some := t.unread(), false
	for s, cost := range soundsLike(piece) {
		if i, ok := t.index[s]; ok {
			p[i], some = cost, true
		}
	}
	if !some {
		return nil
	}
	return p
}

// beginning gives the prices of letters that a syllable begins with.
func (t table) beginning(letters string, cost uint8) prices {
	p := t.unread()
	for i, s := range t.list {
		if s != letters && strings.HasPrefix(s, letters) {
			p[i] = cost
		} else if s == letters {
			p[i] = 0
		}
	}
	return p
}

func (t table) unread() prices {
	p := make(prices, len(t.list))
	for i := range p {
		p[i] = never
	}
	return p
}

// initials gives the first letters of the syllables that have a price.
func (t table) initials(p prices) string {
	var seen strings.Builder
	for i, cost := range p {
		if letter := t.list[i][:1]; cost != never && !strings.Contains(seen.String(), letter) {
			seen.WriteString(letter)
		}
	}
	return seen.String()
}
