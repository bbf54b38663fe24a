package store

import (
	"slices"
	"strings"

	"gongkailan/data"
)

// Bounds of what is asked of the index, which refuses a question that is nested too deeply. A page pasted into the search
// box is searched by its beginning.
const (
	mostWords   = 8
	mostTokens  = 40  // of a word
	mostParts   = 4   // of a word in which Chinese and letters stand side by side
	mostPersons = 200 // of all words together
	mostNamed   = 20  // by a part of a word
)

// mostStreamed is how many tokens a phrase may have of which the engine gives the first hits before it has read all.
const mostStreamed = 4

// question puts what a person typed into the language of the index: all of its words, each in any of the ways in which
// it can be meant. It is made of tokens alone, in quotation marks, so that nothing typed is taken for syntax. A word
// without a letter or digit says nothing; ok is false where there is no other. Long tells that there is a long phrase.
func question(typed string, people []data.Person) (match string, long, ok bool) {
	typedWords := strings.Fields(typed)
	typedWords = typedWords[:min(mostWords, len(typedWords))]
	var all []string
	for _, word := range typedWords {
		list := tokensOf(word)
		if len(list) == 0 {
			continue
		}
		list = list[:min(mostTokens, len(list))]
		long = long || len(list) > mostStreamed
		if parts := parted(list); len(parts) > 0 && len(parts) <= mostParts && len(typedWords) <= 2 {
			all = append(all, anyOf([]string{phrase(list), inParts(parts, people)}))
		} else {
			all = append(all, anyOf(meanings(word, list, people, mostPersons/len(typedWords))))
		}
	}
	return strings.Join(all, " AND "), long, len(all) > 0
}

// inParts asks for each part of a word, in any of the ways in which it can be meant.
func inParts(parts [][]token, people []data.Person) string {
	var each []string
	for _, part := range parts {
		each = append(each, anyOf(meanings("", part, people, mostNamed)))
	}
	return "(" + strings.Join(each, " AND ") + ")"
}

func anyOf(ways []string) string { return "(" + strings.Join(ways, " OR ") + ")" }

// meanings gives the ways in which a word can be meant, of the people that it may name so many at most.
func meanings(word string, list []token, people []data.Person, most int) []string {
	ways := []string{phrase(list)}
	ways = append(ways, numbersMeant(word, list)...)
	letters, ok := latin(list)
	if !ok || !whole(letters) {
		ways = append(ways, initialsMeant(list)...)
	}
	if ok {
		ways = append(ways, syllablesMeant(letters)...)
	}
	marks := personsMeant(list, people)
	for _, mark := range marks[:min(most, len(marks))] {
		ways = append(ways, `"`+mark+`"`)
	}
	return ways
}

// phrase asks for the tokens one after another. The last one may be half typed, unless it is one letter.
func phrase(list []token) string {
	last := list[len(list)-1]
	if last.class == han || last.class == letter && len(last.text) == 1 {
		return `"` + spaced(list) + `"`
	}
	return `"` + spaced(list) + `*"`
}

// numbersMeant reads a word as the number of an item: 12, 0012, 2026-0012, 26-12, 2026-00.
func numbersMeant(word string, list []token) []string {
	for i, t := range list {
		if t.class != digit || plain(t.text) != t.text || i > 1 {
			return nil
		}
	}
	if len(list) == 1 && len(list[0].text) <= 6 {
		return []string{`"n` + unpadded(list[0].text) + `"`}
	}
	if len(list) == 2 && strings.ContainsAny(word, "-－‐‑–—−") {
		year, serial := list[0].text, list[1].text
		ways := []string{`"d` + year + "x" + serial + `*"`}
		if len(serial) < 4 {
			ways = append(ways, `"d`+year+"x"+strings.Repeat("0", 4-len(serial))+serial+`"`)
		}
		return ways
	}
	return nil
}

// latin joins tokens that are all made of the letters a to z, as an input method leaves them: rqgs, ren'q.
func latin(list []token) (string, bool) {
	var b strings.Builder
	for _, t := range list {
		if t.class != letter || plain(t.text) != t.text {
			return "", false
		}
		b.WriteString(t.text)
	}
	return b.String(), true
}

// whole tells whether letters are so plainly whole syllables that nobody means initials, which would be long to look for.
func whole(letters string) bool {
	pieces := len(piecesOf(letters, false))
	return len(letters) >= 8 && pieces > 0 && pieces*2 < len(letters)
}

// initialsMeant reads letters, and digits among them, as the initials of a title: rqgs, 2026nd.
func initialsMeant(list []token) []string {
	text, spelt := "", false
	for _, t := range list {
		if t.class == han || plain(t.text) != t.text {
			return nil
		}
		text, spelt = text+t.text, spelt || t.class == letter
	}
	if !spelt || len(text) < 2 || len(text) > mostTokens {
		return nil
	}
	return []string{`"` + strings.Join(strings.Split(text, ""), " ") + `"`}
}

// syllablesMeant reads letters as the syllables of a title, of which each may be half typed.
func syllablesMeant(letters string) []string {
	if len(letters) > mostTokens {
		return nil
	}
	var ways []string
	for _, shy := range []bool{false, true} {
		pieces := piecesOf(letters, shy)
		n := len(pieces)
		if n == 0 || n == len(letters) {
			continue
		}
		ways = append(ways, syllablesAsked(pieces))
		// gon is read go n at first, and is the beginning of gong.
		if n > 1 && len(pieces[n-1]) == 1 {
			ways = append(ways, syllablesAsked(append(slices.Clone(pieces[:n-2]), pieces[n-2]+pieces[n-1])))
		}
	}
	slices.Sort(ways)
	return slices.Compact(ways)
}

func syllablesAsked(pieces []string) string {
	asked := slices.Clone(pieces)
	for i, piece := range asked {
		if i == len(asked)-1 || len(piece) == 1 || piece == "zh" || piece == "ch" || piece == "sh" {
			asked[i] = piece + "*"
		}
	}
	return `"` + strings.Join(asked, " ") + `"`
}

// personsMeant gives the marks of the people whose name holds the word, or whose initials or syllables begin with it.
func personsMeant(list []token, people []data.Person) []string {
	asked := " " + spaced(list)
	letters, ok := latin(list)
	var marks []string
	for _, p := range people {
		name := tokensOf(p.Name)
		if strings.Contains(" "+spaced(name), asked) || ok && spokenBegins(name, letters) {
			marks = append(marks, personMark(p.ID))
		}
	}
	return marks
}

// spokenBegins tells whether one way to say the name begins with the letters, two at least.
func spokenBegins(name []token, letters string) bool {
	if len(letters) < 2 {
		return false
	}
	initials, syllables := spoken(name)
	for _, said := range append(strings.Split(initials, between), strings.Split(syllables, between)...) {
		if strings.HasPrefix(strings.ReplaceAll(said, " ", ""), letters) {
			return true
		}
	}
	return false
}

// parted parts a word in which Chinese and letters stand side by side, as in 任前gs; other words are one part.
func parted(list []token) [][]token {
	isLatin := func(t token) bool { return t.class == letter && plain(t.text) == t.text }
	if !slices.ContainsFunc(list, func(t token) bool { return t.class == han }) || !slices.ContainsFunc(list, isLatin) {
		return nil
	}
	var parts [][]token
	for i, t := range list {
		if i == 0 || isLatin(t) != isLatin(list[i-1]) {
			parts = append(parts, nil)
		}
		parts[len(parts)-1] = append(parts[len(parts)-1], t)
	}
	return parts
}
