package pinyin

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

// matchesFrom gives every word that begins at a place, those of the bulletin with what they have more.
func (d *Dictionary) matchesFrom(l *lattice, at int) []match {
	var found []match
	for _, of := range []struct {
		lexicon *lexicon
		more    int
	}{{&d.own, onBoard}, {&d.words, 0}} {
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

// best keeps the few likeliest words for each stretch.
type best map[int][]match

func (b best) least(to int) int {
	if list := b[to]; len(list) == bestOf {
		return list[bestOf-1].score
	}
	return rare
}

func (b best) add(m match) {
	list := b[m.to]
	for _, other := range list {
		if other.text == m.text && other.score >= m.score {
			return
		}
	}
	i := len(list)
	for i > 0 && list[i-1].score < m.score {
		i--
	}
	if i == bestOf {
		return
	}
	list = append(list, match{})
	copy(list[i+1:], list[i:])
	list[i] = m
	b[m.to] = list[:min(len(list), bestOf)]
}

// bestFrom gives the few likeliest words for each stretch that begins at a place.
func (d *Dictionary) bestFrom(l *lattice, at int) best {
	found := best{}
	for _, of := range []struct {
		lexicon *lexicon
		more    int
	}{{&d.own, onBoard}, {&d.words, 0}} {
		w := walker{lexicon: of.lexicon, lattice: l}
		off := d.words.total - of.more
		w.least = func(to int) int { return found.least(to) + off }
		w.take = func(word uint32, to, depth, cost int, plain bool) {
			text, _ := of.lexicon.word(word)
			found.add(match{text, to, depth, int(of.lexicon.levels[word]) - off - cost, cost, plain})
		}
		w.from(at)
	}
	return found
}
