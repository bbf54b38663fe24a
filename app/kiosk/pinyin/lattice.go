package pinyin

import "strings"

// longestSyllable is how many letters zhuang has.
const longestSyllable = 6

// slot is one way to read a stretch of the letters as one syllable.
type slot struct {
	to       int    // where the next syllable begins
	extra    int    // what it costs to part the letters so
	plain    bool   // the syllable is spelt out
	initials string // the letters that such syllables begin with
	prices   prices
}

// lattice is every way to part letters into syllables.
type lattice struct {
	from [][]slot // by where a slot begins
	end  int      // how many of the letters are looked at
}

// lattice parts letters.
func (d *Dictionary) lattice(letters string) *lattice {
	typed := spelt(letters)
	l := &lattice{end: len(typed), from: make([][]slot, len(typed))}
	for i := range typed {
		if typed[i] != '\'' {
			l.from[i] = d.slots(typed, i)
		}
	}
	return l
}

// longestInput is how many letters are looked at; a sentence has fewer.
const longestInput = 64

// spelt gives the letters in small type and with ü as the dictionary has it, as far as they are letters.
func spelt(letters string) string {
	typed := []byte(letters[:min(len(letters), longestInput)])
	for i, c := range typed {
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		if (c < 'a' || c > 'z') && (c != '\'' || i == 0) {
			typed = typed[:i]
			break
		}
		if c == 'v' && i > 0 && strings.IndexByte("jqxy", typed[i-1]) >= 0 {
			c = 'u'
		}
		if c == 'e' && i > 1 && typed[i-1] == 'v' {
			typed[i-1] = 'u' // lve and nve are lue and nue there
		}
		typed[i] = c
	}
	return string(typed)
}

// slots gives the ways to read a syllable from a place.
func (d *Dictionary) slots(typed string, i int) []slot {
	var slots []slot
	add := func(n, extra int, plain bool, p prices) {
		to := i + n
		if to < len(typed) && typed[to] == '\'' {
			to++
		}
		slots = append(slots, slot{to: to, extra: extra, plain: plain, initials: d.table.initials(p), prices: p})
	}
	rest, _, _ := strings.Cut(typed[i:], "'")
	for n := min(longestSyllable, len(rest)); n >= 1; n-- {
		piece := rest[:n]
		p, ok := d.table.whole[piece]
		if ok && (isSpoken(piece) || len(piece) == len(typed)) {
			add(n, 0, true, p)
		}
		if onset, rhyme := onsetOf(piece); rhyme == "" && onset != "" {
			if p, ok := d.table.first[piece]; ok {
				add(n, shyness(piece, rest[n:]), false, p)
			}
			continue
		}
		if !ok && (n == len(rest) || !isVowel(rest[n])) {
			if alike := d.table.alike(piece); alike != nil {
				add(n, 0, false, alike)
			}
		}
		if n == len(rest) || len(piece) == 1 && !isVowel(rest[n]) {
			if begun := d.table.begun(piece); begun != nil {
				add(n, lateness(typed[:i]), false, begun)
			}
		}
	}
	return slots
}

// begun gives the prices of the last syllable that is not typed to its end yet, and of a vowel for a whole syllable; nil
// where there is none.
func (t table) begun(piece string) prices {
	p, some := t.unread(), false
	for i, s := range t.list {
		if s != piece && strings.HasPrefix(s, piece) {
			p[i], some = costPartial, true
		}
	}
	if !some {
		return nil
	}
	return p
}

// shyness is what it costs to take a first letter for a syllable before the rest: g before a is hardly 公, and z before
// h hardly 在.
func shyness(letter, rest string) int {
	switch {
	case rest == "":
		return 0
	case isVowel(rest[0]):
		return costShy
	case rest[0] == 'h' && strings.Contains("zcs", letter):
		return costShy / 2
	default:
		return 0
	}
}

// lateness is what it costs to begin a syllable with a vowel alone right after a letter that it may go with: xie is
// hardly 希尔.
func lateness(before string) int {
	if before == "" || before[len(before)-1] == '\'' {
		return 0
	}
	return costShy / 2
}

func isVowel(c byte) bool { return strings.IndexByte("aeiouv", c) >= 0 }

// isSpoken leaves out ng, hm and the like: they are whole only when nothing else is typed.
func isSpoken(syllable string) bool { return strings.ContainsAny(syllable, "aeiouv") }
