package pinyin

import "slices"

// match is a word, or words put together, for a stretch of the letters.
type match struct {
	text      string
	to        int // where the next begins
	syllables int
	score     int // how likely, in levels; higher is likelier
	cost      int // what of it goes off for how it was typed
	plain     bool
}

const (
	wholeWord = 14 // who types several whole syllables mostly wants the word that they are
	onBoard   = 45 // words on the bulletin go first
	mostNodes = 1500
	bestOf    = 3 // words for a stretch that are tried when words are put together
)

// walker looks words of one lexicon up along the ways from a place of the lattice.
type walker struct {
	lexicon *lexicon
	lattice *lattice
	path    [longestWord]*slot
	nodes   int
	take    func(word uint32, to, depth, cost int, plain bool)
	least   func(to int) int // what the level less the cost must be at least, to be worth taking
}

// from visits every word that begins at a place.
func (w *walker) from(at int) { w.step(at, 0, 0, 0, true) }

func (w *walker) step(at, depth int, key uint64, extra int, plain bool) {
	if at >= w.lattice.end || depth == longestWord || w.nodes > mostNodes {
		return
	}
	slots := w.lattice.from[at]
	for i := range slots {
		s := &slots[i]
		w.path[depth] = s
		for c := range len(s.initials) {
			w.nodes++
			longer := key | keyAt(s.initials[c], depth)
			from, to, begins := w.lexicon.bucket(longer, depth+1)
			w.scan(from, to, s.to, depth+1, extra+s.extra, plain && s.plain)
			if begins {
				w.step(s.to, depth+1, longer, extra+s.extra, plain && s.plain)
			}
		}
	}
}

// scan takes the words of a bucket that are read as the path says.
func (w *walker) scan(from, to uint32, end, depth, extra int, plain bool) {
	for word := from; word < to; word++ {
		least := w.least(end)
		if int(w.lexicon.levels[word])-extra < least {
			return // the rest is rarer still
		}
		cost := extra
		sounds := w.lexicon.sounds[w.lexicon.ways[word]:w.lexicon.ways[word+1]]
		for i := range depth {
			price := w.path[i].prices[sounds[i]]
			if price == never {
				cost = -1
				break
			}
			cost += int(price)
		}
		if cost >= 0 && int(w.lexicon.levels[word])-cost >= least {
			w.take(word, end, depth, cost, plain && cost == 0)
		}
	}
}

// rare is less than any word has.
const rare = -1 << 20

func anything(int) int { return rare }

// source is where words are looked up, and what its words have more than others.
type source struct {
	lexicon *lexicon
	more    int
}

// sources are the words of the bulletin and those of the dictionary.
func (d *Dictionary) sources() []source { return []source{{&d.own, onBoard}, {&d.words, 0}} }

// matchesFrom gives every word that begins at a place, those of the bulletin with what they have more.
func (d *Dictionary) matchesFrom(l *lattice, at int) []match {
	var found []match
	for _, of := range d.sources() {
		w := walker{lexicon: of.lexicon, lattice: l, least: anything}
		w.take = func(word uint32, to, depth, cost int, plain bool) {
			text, _ := of.lexicon.word(word)
			score := int(of.lexicon.levels[word]) - d.words.total - cost + of.more
			found = append(found, match{text, to, depth, score, cost, plain})
		}
		w.from(at)
	}
	return found
}

// best keeps the few likeliest words for each stretch, by where it ends.
type best struct {
	most  int
	lists map[int][]match
}

func newBest(most int) best { return best{most, map[int][]match{}} }

// least is the score that a word for a stretch must have to be kept.
func (b best) least(to int) int {
	if list := b.lists[to]; len(list) == b.most {
		return list[b.most-1].score
	}
	return rare
}

func (b best) add(m match) {
	list := b.lists[m.to]
	for _, other := range list {
		if other.text == m.text && other.score >= m.score {
			return
		}
	}
	i := len(list)
	for i > 0 && list[i-1].score < m.score {
		i--
	}
	if i == b.most {
		return
	}
	list = slices.Insert(list, i, m)
	b.lists[m.to] = list[:min(len(list), b.most)]
}

// look adds the words of a lexicon that begin at a place; off is taken from their levels.
func (b best) look(of *lexicon, off int, l *lattice, at int) {
	w := walker{lexicon: of, lattice: l, least: func(to int) int { return b.least(to) + off }}
	w.take = func(word uint32, to, depth, cost int, plain bool) {
		text, _ := of.word(word)
		b.add(match{text, to, depth, int(of.levels[word]) - off - cost, cost, plain})
	}
	w.from(at)
}

// bestFrom gives the few likeliest words for each stretch that begins at a place.
func (d *Dictionary) bestFrom(l *lattice, at int) map[int][]match {
	found := newBest(bestOf)
	for _, of := range d.sources() {
		found.look(of.lexicon, d.words.total-of.more, l, at)
	}
	return found.lists
}
