package store

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"gongkailan/data"
)

// A person searches by what is seen, which is not always what is stored: full-width digits, capital letters, marks and
// spaces differ. Both sides are therefore evened out into the same tokens.

// class is what kind of token a character belongs to.
type class int

const (
	apart class = iota // marks and spaces: they part tokens and are none
	han
	letter
	digit
)

func classOf(r rune) class {
	switch {
	case unicode.Is(unicode.Han, r) && (unicode.IsLetter(r) || unicode.IsNumber(r)):
		return han
	case unicode.IsLetter(r):
		return letter
	case unicode.IsNumber(r):
		return digit
	default:
		return apart
	}
}

// token is a Han character by itself, or a run of other letters or of digits.
type token struct {
	text  string
	class class
}

// tokensOf evens a text out and parts it into tokens. A letter never shares a token with a digit, so that marks of our
// own, which are both, never meet what a person has written.
func tokensOf(text string) []token {
	var list []token
	last := apart
	for _, r := range strings.ToLower(norm.NFKC.String(text)) {
		c := classOf(r)
		if c == last && (c == letter || c == digit) {
			list[len(list)-1].text += string(r)
		} else if c != apart {
			list = append(list, token{string(r), c})
		}
		last = c
	}
	return list
}

// spaced writes tokens as the index takes them.
func spaced(list []token) string {
	var b strings.Builder
	for i, t := range list {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.text)
	}
	return b.String()
}

// between stands between two things in one place of the index, so that nothing is found across them.
const between = " x0 "

// document is what the index holds of one version of an item.
type document struct {
	Title     string `db:"title"`
	Body      string `db:"body"`
	Names     string `db:"names"`
	Numbers   string `db:"numbers"`
	Initials  string `db:"initials"`
	Syllables string `db:"syllables"`
}

// documentOf gives what is indexed of an item. Names are those of the persons whom the item is about; they are found by
// their initials too. Who drafted it is indexed by the person's ID, which stays when the name is corrected.
func documentOf(it data.Item, names []string) document {
	body := []string{spaced(tokensOf(it.Body))}
	for _, a := range it.Attachments {
		body = append(body, spaced(tokensOf(a.Name)))
	}
	body = append(body, spaced(tokensOf(it.Filing.Plan)), spaced(tokensOf(it.Filing.Number)))
	title := tokensOf(it.Title)
	initials, syllables := spoken(title)
	named := []string{personMark(it.CreatedBy)}
	for _, name := range names {
		of := tokensOf(name)
		short, long := spoken(of)
		named = append(named, spaced(of))
		initials += between + short
		syllables += between + long
	}
	return document{
		Title: spaced(title), Body: strings.Join(body, between), Names: strings.Join(named, between),
		Numbers: strings.Join(numberMarks(it.Number), " "), Initials: initials, Syllables: syllables,
	}
}

// personMark is the token of a person's ID.
func personMark(id string) string { return "p0" + plain(id) }

// plain leaves of a text the letters and digits that no tokenizer parts or changes.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, strings.ToLower(text))
}

// numberMarks gives the tokens by which a number is found. 2026-0012 is found by 12 and 0012 (n12), and by every end of
// it that holds the dash (d2026x0012, d026x0012 … dx0012), of which the beginning is enough.
func numberMarks(number string) []string {
	year, serial, ok := strings.Cut(number, "-")
	if !ok {
		return []string{"d" + plain(number)}
	}
	year, serial = plain(year), plain(serial)
	marks := []string{"n" + unpadded(serial)}
	for i := range len(year) + 1 {
		marks = append(marks, "d"+year[i:]+"x"+serial)
	}
	return marks
}

func unpadded(serial string) string {
	if short := strings.TrimLeft(serial, "0"); short != "" {
		return short
	}
	return "0"
}
