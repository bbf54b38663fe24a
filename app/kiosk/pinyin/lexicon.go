package pinyin

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// Words are found by the first letters of their syllables, five bits each: whatever is typed of a syllable, its first
// letter is.
const (
	letterBits  = 5
	longestWord = 12
	keyBits     = letterBits * longestWord
)

// lexicon holds words, sorted by key and within a key by how common they are. It is a few flat slices, so that a hundred
// thousand words cost a few megabytes and no work of the garbage collector.
type lexicon struct {
	text   string
	starts []uint32 // of each word in text, and the end
	ways   []uint32 // of each word in sounds, and the end
	sounds []uint16
	levels []uint8
	keys   []uint64 // different keys in order
	heads  []uint32 // of each key among the words, and the end
	total  int      // the level of all words together
}

// entry is a word on its way into a lexicon.
type entry struct {
	text   string
	sounds []uint16
	level  uint8
	key    uint64
}

func (t table) keyOf(sounds []uint16) uint64 {
	var key uint64
	for depth, s := range sounds {
		key |= keyAt(t.list[s][0], depth)
	}
	return key
}

// keyAt is what a letter gives to a key as the first of the syllable at a depth.
func keyAt(letter byte, depth int) uint64 {
	return uint64(letter-'a'+1) << (keyBits - letterBits*(depth+1))
}

// newLexicon sorts entries into a lexicon.
func newLexicon(entries []entry) lexicon {
	slices.SortFunc(entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(b.level, a.level), cmp.Compare(a.text, b.text))
	})
	bytes, count := 0, 0
	for _, e := range entries {
		bytes += len(e.text)
		count += len(e.sounds)
	}
	text := make([]byte, 0, bytes)
	l := lexicon{
		sounds: make([]uint16, 0, count), levels: make([]uint8, 0, len(entries)),
		starts: make([]uint32, 0, len(entries)+1), ways: make([]uint32, 0, len(entries)+1),
	}
	sum := 0.0
	for i, e := range entries {
		if i == 0 || entries[i-1].key != e.key {
			l.keys = append(l.keys, e.key)
			l.heads = append(l.heads, uint32(i))
		}
		l.starts = append(l.starts, uint32(len(text)))
		l.ways = append(l.ways, uint32(len(l.sounds)))
		text = append(text, e.text...)
		l.sounds = append(l.sounds, e.sounds...)
		l.levels = append(l.levels, e.level)
		sum += frequency(e.level)
	}
	l.text = string(text)
	l.starts = append(l.starts, uint32(len(text)))
	l.ways = append(l.ways, uint32(len(l.sounds)))
	l.heads = append(l.heads, uint32(len(entries)))
	l.keys, l.heads = slices.Clip(l.keys), slices.Clip(l.heads)
	l.total = levelOf(sum)
	return l
}

// word gives a word's text and syllables.
func (l *lexicon) word(i uint32) (string, []uint16) {
	return l.text[l.starts[i]:l.starts[i+1]], l.sounds[l.ways[i]:l.ways[i+1]]
}

// bucket gives the words of a key, from and up to; begins tells whether any key begins with the first so many letters of
// this one.
func (l *lexicon) bucket(key uint64, depth int) (from, to uint32, begins bool) {
	i, found := slices.BinarySearch(l.keys, key)
	if i == len(l.keys) {
		return 0, 0, false
	}
	if found {
		from, to = l.heads[i], l.heads[i+1]
	}
	shift := keyBits - letterBits*depth
	return from, to, l.keys[i]>>shift == key>>shift
}

// find gives where the word of that text and key is.
func (l *lexicon) find(text string, key uint64) (word uint32, ok bool) {
	from, to, _ := l.bucket(key, utf8.RuneCountInString(text))
	for i := from; i < to; i++ {
		if word, _ := l.word(i); word == text {
			return i, true
		}
	}
	return 0, false
}
