package pinyin

// sentences is how many compositions are kept at each place, and offered.
const sentences = 3

// composed puts words together so that all letters are taken: the likeliest few, by how common the words are.
func (d *Dictionary) composed(l *lattice, first []match) []match {
	at := make([][]match, l.end+1) // the likeliest texts up to a place
	begin := newBest(bestOf)
	for _, m := range first {
		begin.add(m)
	}
	for to, list := range begin.lists {
		if to < l.end {
			at[to] = append(at[to], list...)
		}
	}
	for from := 1; from < l.end; from++ {
		if len(at[from]) == 0 {
			continue
		}
		byScore(at[from])
		at[from] = at[from][:min(len(at[from]), sentences)]
		for to, list := range d.bestFrom(l, from) {
			for _, word := range list {
				for _, before := range at[from] {
					at[to] = append(at[to], match{
						text: before.text + word.text, to: to, syllables: before.syllables + word.syllables,
						score: before.score + word.score, cost: before.cost + word.cost, plain: before.plain && word.plain,
					})
				}
			}
		}
	}
	byScore(at[l.end])
	return unlike(at[l.end], sentences)
}

// unlike gives the first few different texts.
func unlike(list []match, most int) []match {
	var kept []match
	said := map[string]bool{}
	for _, m := range list {
		if len(kept) == most {
			break
		}
		if !said[m.text] {
			said[m.text] = true
			kept = append(kept, m)
		}
	}
	return kept
}
