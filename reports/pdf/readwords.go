package pdf

import (
	"bytes"
	"strings"
)

// words cuts the content of a page into its words.
type words struct{ rest []byte }

type wordKind int

const (
	atEnd    wordKind = iota
	operator          // Tj, re, …
	number            // 12.5
	name              // without its /
	text              // of (…), its bytes
	span              // the hex of <</ActualText <…>>>
)

const (
	blanks = "\x00\t\n\f\r "
	// spanHead and spanTail are around the text that a span gives.
	spanHead = "<</ActualText <"
	spanTail = ">>>"
)

// next gives the next word; atEnd where there is none.
func (w *words) next() (string, wordKind, error) {
	w.rest = bytes.TrimLeft(w.rest, blanks)
	if len(w.rest) == 0 {
		return "", atEnd, nil
	}
	switch c := w.rest[0]; {
	case c == '(':
		return w.text()
	case bytes.HasPrefix(w.rest, []byte(spanHead)):
		return w.span()
	case c == '/':
		w.rest = w.rest[1:]
		return w.plain(name)
	case c >= '0' && c <= '9' || c == '-' || c == '.':
		return w.plain(number)
	case c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z':
		return w.plain(operator)
	default:
		return "", atEnd, errNotPlain
	}
}

// plain takes letters and digits.
func (w *words) plain(kind wordKind) (string, wordKind, error) {
	n := 0
	for n < len(w.rest) && !strings.ContainsRune(blanks+"()<>[]{}/%", rune(w.rest[n])) {
		n++
	}
	word := string(w.rest[:n])
	w.rest = w.rest[n:]
	return word, kind, nil
}

// text takes a string in brackets as gofpdf writes it: brackets and backslashes behind a backslash, and a carriage
// return as \r.
func (w *words) text() (string, wordKind, error) {
	var out []byte
	for i := 1; i < len(w.rest); i++ {
		switch c := w.rest[i]; c {
		case ')':
			w.rest = w.rest[i+1:]
			return string(out), text, nil
		case '(', '\r':
			return "", atEnd, errNotPlain
		case '\\':
			i++
			if i == len(w.rest) {
				return "", atEnd, errNotPlain
			}
			meant, ok := map[byte]byte{'\\': '\\', '(': '(', ')': ')', 'r': '\r'}[w.rest[i]]
			if !ok {
				return "", atEnd, errNotPlain
			}
			out = append(out, meant)
		default:
			out = append(out, c)
		}
	}
	return "", atEnd, errNotPlain
}

func (w *words) span() (string, wordKind, error) {
	body := w.rest[len(spanHead):]
	end := bytes.IndexByte(body, '>')
	if end < 0 || !bytes.HasPrefix(body[end:], []byte(spanTail)) {
		return "", atEnd, errNotPlain
	}
	w.rest = body[end+len(spanTail):]
	return string(body[:end]), span, nil
}
