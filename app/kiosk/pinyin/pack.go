package pinyin

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// Dictionary is what the pad knows. It does not change; many may use it at once.
type Dictionary struct {
	table    table
	words    lexicon
	own      lexicon // what is on the bulletin
	surnames lexicon
	single   lexicon // given names of one character
	first    lexicon // the characters of given names of two
	last     lexicon
	pairs    lexicon // given names of two characters that are common as a whole
	readings map[rune][]uint16
}

// levels is how many steps of commonness there are in one power of e.
const levels = 6.5

// largestPack is how much a packed dictionary may unfold to: several times what ours does.
const largestPack = 32 << 20

func frequency(level uint8) float64 { return math.Exp(float64(level)/levels) - 1 }

func levelOf(frequency float64) int { return int(math.Round(levels * math.Log1p(frequency))) }

// line is one reading with the words that are read so, as packed.
type line struct{ section, syllables, words string }

// Read unpacks a dictionary as assets/pinyin/make.py packs it. It takes a fraction of a second: call it beside the main
// goroutine. The error says where the pack is no dictionary.
func Read(packed []byte) (*Dictionary, error) {
	unzipped, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("open the pinyin dictionary: %w", err)
	}
	raw, err := io.ReadAll(io.LimitReader(unzipped, largestPack))
	if err != nil {
		return nil, fmt.Errorf("unpack the pinyin dictionary: %w", err)
	}
	lines, list, err := linesOf(raw)
	if err != nil {
		return nil, err
	}
	d := &Dictionary{table: newTable(list), readings: map[rune][]uint16{}}
	sections := map[string]*lexicon{
		"words": &d.words, "surnames": &d.surnames, "single": &d.single, "first": &d.first, "last": &d.last, "pairs": &d.pairs,
	}
	entries := map[string][]entry{}
	for _, l := range lines {
		if sections[l.section] == nil {
			return nil, fmt.Errorf("the pinyin dictionary has an unknown section %q", l.section)
		}
		of, err := d.table.entries(l)
		if err != nil {
			return nil, err
		}
		entries[l.section] = append(entries[l.section], of...)
	}
	for name, lexicon := range sections {
		*lexicon = newLexicon(entries[name])
	}
	d.readCharacters()
	return d, nil
}

// linesOf parts the unpacked text and lists its syllables.
func linesOf(raw []byte) ([]line, []string, error) {
	var lines []line
	known := map[string]bool{}
	section := ""
	scanner := bufio.NewScanner(bytes.NewReader(raw))
	scanner.Buffer(nil, 1<<20)
	for scanner.Scan() {
		text := scanner.Text()
		if name, ok := strings.CutPrefix(text, "#"); ok {
			section = name
			continue
		}
		syllables, words, ok := strings.Cut(text, "\t")
		if !ok || syllables == "" {
			return nil, nil, fmt.Errorf("the pinyin dictionary has a line that is none: %.40q", text)
		}
		for s := range strings.SplitSeq(syllables, " ") {
			if s == "" || strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") != "" {
				return nil, nil, fmt.Errorf("the pinyin dictionary has a syllable that is none: %.40q", s)
			}
			known[s] = true
		}
		lines = append(lines, line{section, syllables, words})
	}
	if err := scanner.Err(); err != nil {
		return nil, nil, fmt.Errorf("read the pinyin dictionary: %w", err)
	}
	list := make([]string, 0, len(known))
	for s := range known {
		list = append(list, s)
	}
	slices.Sort(list)
	return lines, list, nil
}

// entries gives the words of a line.
func (t table) entries(l line) ([]entry, error) {
	var sounds []uint16
	for s := range strings.SplitSeq(l.syllables, " ") {
		sounds = append(sounds, t.index[s])
	}
	if len(sounds) > longestWord {
		return nil, fmt.Errorf("the pinyin dictionary has too long a word: %q", l.syllables)
	}
	key := t.keyOf(sounds)
	var entries []entry
	start := 0
	for i := range len(l.words) {
		c := l.words[i]
		if c >= utf8.RuneSelf {
			continue
		}
		word := l.words[start:i]
		if c < '!' || utf8.RuneCountInString(word) != len(sounds) {
			return nil, fmt.Errorf("the pinyin dictionary has words that are none at %q", l.syllables)
		}
		entries = append(entries, entry{text: word, sounds: sounds, level: c - '!', key: key})
		start = i + 1
	}
	return entries, nil
}

// readCharacters lists how each character is read, the commonest way first.
func (d *Dictionary) readCharacters() {
	type way struct {
		sound uint16
		level uint8
	}
	ways := map[rune][]way{}
	for i := range uint32(len(d.words.levels)) {
		if text, sounds := d.words.word(i); len(sounds) == 1 {
			r, _ := utf8.DecodeRuneInString(text)
			ways[r] = append(ways[r], way{sounds[0], d.words.levels[i]})
		}
	}
	for r, list := range ways {
		slices.SortFunc(list, func(a, b way) int { return int(b.level) - int(a.level) })
		sounds := make([]uint16, len(list))
		for i, w := range list {
			sounds[i] = w.sound
		}
		d.readings[r] = sounds
	}
}

// Readings gives how a character is read, without tones, ü as v, the commonest way first; nil for one that the
// dictionary does not have.
func (d *Dictionary) Readings(r rune) []string {
	var list []string
	for _, s := range d.readings[r] {
		list = append(list, d.table.list[s])
	}
	return list
}
