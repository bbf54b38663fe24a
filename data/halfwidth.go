package data

import (
	"slices"
	"strings"
)

// MarkKind says what is wrong with a mark.
type MarkKind string

// The kinds of marks that are offered for correction.
const (
	HalfWidthMark   MarkKind = "mark"   // an ASCII mark where Chinese text asks for its own (GB/T 15834)
	WrongMiddleDot  MarkKind = "dot"    // a dot inside a name that is not U+00B7
	FullWidthNumber MarkKind = "number" // digits or letters as wide as a Han character (GB/T 15835 writes ２０２６ as 2026)
)

// Mark is one place where a text holds a mark that does not belong there, and what should stand in its place.
type Mark struct {
	Kind          MarkKind
	Start, End    int    // bytes of the text, from Start up to End
	Line          int    // counted from 1
	Paragraph     int    // the same without empty lines, as a reader counts
	From, To      string // what stands there and what should; an empty To means that nothing should
	Before, After string // the words around it, on the same line
}

// wordsAround is how many characters are shown at each side of a mark.
const wordsAround = 6

// HalfWidthMarks finds the half-width marks inside Chinese text, in reading order. It offers only what is surely wrong:
// numbers, times, ratios, addresses of the net, file names, English sentences and the labels 1. and (1) stay as they
// are, and so does a single hyphen, which GB/T 15834 4.13 allows where the reader alone knows whether a range is meant.
func HalfWidthMarks(text string) []Mark {
	var marks []Mark
	var l markLine
	start, number, paragraph := 0, 0, 0
	for line := range strings.Lines(text) {
		number++
		if strings.TrimSpace(line) != "" {
			paragraph++
		}
		if mayHoldMarks(line) {
			first := len(marks)
			marks = l.appendMarks(marks, line)
			for i := first; i < len(marks); i++ {
				m := &marks[i]
				m.Start, m.End, m.Line, m.Paragraph = m.Start+start, m.End+start, number, paragraph
			}
		}
		start += len(line)
	}
	return marks
}

// FullWidth puts the right mark in every place that HalfWidthMarks finds. Done twice it changes nothing more.
func FullWidth(text string) string { return CorrectMarks(text, HalfWidthMarks(text)) }

// CorrectMarks corrects the chosen marks, in any order. One that the text does not hold in its place, because the text
// has changed since, is passed over.
func CorrectMarks(text string, chosen []Mark) string {
	ordered := slices.Clone(chosen)
	slices.SortFunc(ordered, func(a, b Mark) int { return a.Start - b.Start })
	var out strings.Builder
	done := 0
	for _, m := range ordered {
		if m.Start < done || m.End > len(text) || m.Start > m.End || text[m.Start:m.End] != m.From {
			continue
		}
		out.WriteString(text[done:m.Start])
		out.WriteString(m.To)
		done = m.End
	}
	out.WriteString(text[done:])
	return out.String()
}

// mayHoldMarks tells quickly whether a line holds anything that could be wrong; most lines do not.
func mayHoldMarks(line string) bool {
	for _, r := range line {
		if hasRule(r) || isWideAlnum(r) {
			return true
		}
	}
	return false
}

// appendMarks reads a line until nothing more is found in what it would become, so that correcting is done in one go.
func (l *markLine) appendMarks(marks []Mark, line string) []Mark {
	runes, at, places := l.was[:0], l.at[:0], l.origin[:0]
	for i, r := range line {
		runes, at, places = append(runes, r), append(at, i), append(places, len(places))
	}
	at = append(at, len(line))
	l.was, l.at, l.origin = runes, at, places
	first := len(marks)
	for reading := runes; ; {
		l.read(reading)
		if len(l.fixes) == 0 {
			break
		}
		for _, f := range l.fixes {
			from := places[f.first]
			to := from + f.count
			marks = append(marks, Mark{
				Kind: f.kind, Start: at[from], End: at[to], From: line[at[from]:at[to]], To: f.to,
				Before: strings.TrimSpace(line[at[max(0, from-wordsAround)]:at[from]]),
				After:  strings.TrimSpace(line[at[to]:at[min(len(runes), to+wordsAround)]]),
			})
		}
		for i, place := range l.places { // never before i, so that each is read before it is written over
			places[i] = places[place]
		}
		reading = l.corrected
	}
	slices.SortFunc(marks[first:], func(a, b Mark) int { return a.Start - b.Start })
	return marks
}
