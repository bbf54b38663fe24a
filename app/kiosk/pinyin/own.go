package pinyin

import "unicode"

// Most of what is taken of the texts that are handed in.
const (
	longestOwn  = 8 // characters of a phrase
	mostOwn     = 20000
	longestName = 3
	mostWays    = 8 // readings of one phrase
	ownLevel    = 54
	shortestOwn = 2
)

// WithWords gives a dictionary that ranks first what stands in the texts, which are the titles of what is on the screen:
// the words of the dictionary that occur there, each phrase between two marks, and what may be the name of a person. The
// dictionary itself stays as it is.
func (d *Dictionary) WithWords(texts []string) *Dictionary {
	o := owner{dictionary: d, done: map[string]bool{}}
	for _, text := range texts {
		o.read([]rune(text))
	}
	with := *d
	with.own = newLexicon(o.entries)
	return &with
}

// owner collects the words of texts.
type owner struct {
	dictionary *Dictionary
	done       map[string]bool
	entries    []entry
}

// read takes the words of each stretch of Chinese.
func (o *owner) read(text []rune) {
	for len(text) > 0 {
		n := 0
		for n < len(text) && unicode.Is(unicode.Han, text[n]) {
			n++
		}
		o.phrase(text[:n])
		text = text[min(len(text), n+1):]
	}
}

func (o *owner) phrase(text []rune) {
	if len(text) >= shortestOwn && len(text) <= longestOwn {
		o.take(text, true)
	}
	for from := range text {
		for n := shortestOwn; n <= longestOwn && from+n <= len(text); n++ {
			part := text[from : from+n]
			o.take(part, n <= longestName && o.beginsName(text, from) && !o.beginsWord(text[from:], n+1))
		}
	}
}

// beginsName tells whether a character is a surname, and not the end of a word such as 关于.
func (o *owner) beginsName(text []rune, at int) bool {
	if at > 0 && o.dictionary.isWord(text[at-1:at+1]) {
		return false
	}
	r := text[at]
	for _, s := range o.dictionary.readings[r] {
		if _, ok := o.dictionary.surnames.find(string(r), o.dictionary.table.keyOf([]uint16{s})); ok {
			return true
		}
	}
	return false
}

// beginsWord tells whether a text begins with a word of at least so many characters.
func (o *owner) beginsWord(text []rune, least int) bool {
	for n := least; n <= longestOwn && n <= len(text); n++ {
		if o.dictionary.isWord(text[:n]) {
			return true
		}
	}
	return false
}

// isWord tells whether a text is a word of the dictionary.
func (d *Dictionary) isWord(text []rune) bool {
	for _, sounds := range d.ways(text) {
		if _, ok := d.words.find(string(text), d.table.keyOf(sounds)); ok {
			return true
		}
	}
	return false
}

// take takes a text that is a word of the dictionary, or any where it is sure to be one.
func (o *owner) take(text []rune, sure bool) {
	if o.done[string(text)] || len(o.entries) >= mostOwn {
		return
	}
	o.done[string(text)] = true
	d := o.dictionary
	known := false
	ways := d.ways(text)
	for _, sounds := range ways {
		key := d.table.keyOf(sounds)
		if word, ok := d.words.find(string(text), key); ok {
			_, sounds := d.words.word(word)
			o.entries = append(o.entries, entry{string(text), sounds, max(ownLevel, d.words.levels[word]), key})
			known = true
			break
		}
	}
	if !known && sure {
		for _, sounds := range ways {
			o.entries = append(o.entries, entry{string(text), sounds, ownLevel, d.table.keyOf(sounds)})
		}
	}
}

// ways gives the readings of a text, the commonest first and not too many; none where a character has none.
func (d *Dictionary) ways(text []rune) [][]uint16 {
	ways := [][]uint16{make([]uint16, 0, len(text))}
	for _, r := range text {
		readings := d.readings[r]
		var longer [][]uint16
		for _, s := range readings[:min(len(readings), 2)] {
			for _, way := range ways {
				if len(longer) < mostWays {
					longer = append(longer, append(way[:len(way):len(way)], s))
				}
			}
		}
		ways = longer
	}
	return ways
}
