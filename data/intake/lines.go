package intake

import (
	"strings"
	"unicode/utf8"

	"gongkailan/data"
)

// mostLines and mostText bound what is taken for a plan. The longest known have some hundred lines; a book that somebody
// hands in by mistake must not keep the desk waiting.
const (
	mostLines = 10_000
	mostText  = 1 << 20 // bytes
)

// line is one line of the file. A line that the file wrapped is one with all its parts.
type line struct {
	id     int // from 0, no two lines have the same
	number int // from 1, as an editor counts
	text   string
	after  bool // a blank line stands before it
	mark   mark
	parts  []line // the lines of the file that make it up, nil where it is one
}

// each gives the lines of the file that make the line up.
func (l line) each() []line {
	if l.parts == nil {
		return []line{l}
	}
	return l.parts
}

// lastNumber is the number of the last of them.
func (l line) lastNumber() int {
	parts := l.each()
	return parts[len(parts)-1].number
}

// splitLines cuts a text into its lines and leaves the blank ones out. Page breaks and the like end a line without
// being counted, as editors do.
func splitLines(text string) []line {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	soft := strings.NewReplacer("\u2028", "\n", "\u2029", "\n", "\u0085", "\n", "\f", "\n", "\v", "\n")
	var lines []line
	blank, number := false, 0
	for whole := range strings.SplitSeq(text, "\n") {
		number++
		for part := range strings.SplitSeq(soft.Replace(whole), "\n") {
			trimmed := withoutTabs(trim(part))
			if trimmed == "" {
				blank = true
				continue
			}
			lines = append(lines, line{id: len(lines), number: number, text: trimmed, after: blank})
			blank = false
		}
	}
	return lines
}

// trim takes space of every kind from a text's ends: blanks, tabs, ideographic and no-break spaces, marks of width 0.
func trim(text string) string {
	return strings.Trim(text, " \t\u3000\u00a0\u2002\u2003\u2009\uFEFF\u200b\u200c\u200d")
}

// withoutTabs writes a space for the tabs within a text: no title or report holds one.
func withoutTabs(text string) string {
	if !strings.Contains(text, "\t") {
		return text
	}
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\t' }), " ")
}

// tooLong refuses what no plan can be.
func tooLong(lines []line) error {
	size := 0
	for _, l := range lines {
		size += len(l.text)
	}
	if len(lines) > mostLines || size > mostText {
		return data.Refuse(data.ErrInvalid, "intake.large")
	}
	return nil
}

// Lengths in characters by which a wrapped line is told from a short one.
const (
	leastWrapped = 12 // no item shorter than this was ever wrapped by itself
	leastWidth   = 20 // and no file was wrapped at a narrower width than this
	mostWidth    = 60 // wider lines are paragraphs of a file that does not wrap
	wrapSlack    = 4  // how much a full line may fall short: a word or a mark that went to the next line
)

// unwrap puts lines together that a mail program, a page or a PDF has broken in the middle of a sentence.
func (r reader) unwrap(lines []line) []line {
	width, ended, marked := 0, 0, 0
	for _, l := range lines {
		width = max(width, utf8.RuneCountInString(l.text))
		if l.mark.style != unmarked {
			marked++
			if endsClause(l.text) {
				ended++
			}
		}
	}
	closed := 10*ended >= 6*marked // most items of this plan end with a mark, so one without is not at its end
	var joined []line
	for i, l := range lines {
		if i > 0 && r.continues(lines[i-1], l, width, closed) {
			last := &joined[len(joined)-1]
			last.parts = append(last.each(), l)
			last.text += l.text
			last.mark = r.mark(last.text)
			continue
		}
		joined = append(joined, l)
	}
	return joined
}

// continues tells whether a line goes on with the one before it.
func (r reader) continues(before, l line, width int, closed bool) bool {
	length := utf8.RuneCountInString(before.text)
	switch {
	case before.mark.style != unmarked && before.mark.text == "" && l.mark.style == unmarked && !l.after:
		return true // the number stands on a line of its own
	case l.mark.style != unmarked, l.after, endsClause(before.text), r.foreign(before.text) != "", r.foreign(l.text) != "":
		return false
	case before.mark.style == unmarked && r.content.MatchString(r.simple(before.text)) && length < 2*leastWrapped, r.signature.MatchString(l.text):
		return false
	case endsWith(before.text, "、，,（(《“"), beginsWith(l.text, "、，。；,;）)》”"):
		return before.mark.style != unmarked || length >= leastWrapped
	case length >= leastWidth && width <= mostWidth && length >= width-wrapSlack:
		return !endsWith(before.text, "：:")
	default:
		return closed && before.mark.style != unmarked && length >= leastWrapped && endsClause(l.text) && !endsWith(before.text, "：:")
	}
}

func endsWith(text, signs string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(signs, last)
}

func beginsWith(text, signs string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return strings.ContainsRune(signs, first)
}

// endsClause tells whether a line ends as an item or a sentence does.
func endsClause(text string) bool { return endsWith(text, "。；;！!？?") }
