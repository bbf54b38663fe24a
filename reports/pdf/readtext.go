package pdf

import (
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
)

// sheetOf reads what a page's content paints. A span gives its own text, and what it paints must be that: else whoever
// copies would get another text than whoever reads.
func sheetOf(content []byte) (Sheet, error) {
	r := reader{words: words{rest: content}}
	for {
		word, kind, err := r.words.next()
		switch {
		case err != nil:
			return Sheet{}, err
		case kind == atEnd:
			if r.inSpan {
				return Sheet{}, errNotPlain
			}
			r.sheet.Text = r.text.String()
			return r.sheet, nil
		case kind != operator:
			if len(r.operands) > mostOperands {
				return Sheet{}, errNotPlain
			}
			r.operands = append(r.operands, operand{kind, word})
			continue
		}
		if err := r.do(word); err != nil {
			return Sheet{}, err
		}
		r.operands = r.operands[:0]
	}
}

const mostOperands = 16

type operand struct {
	kind wordKind
	word string
}

// reader follows what a page paints.
type reader struct {
	words     words
	sheet     Sheet
	operands  []operand
	text      strings.Builder
	invisible bool
	inSpan    bool
	told      string // of the open span
	painted   []rune // in the open span; a placeholder stands as placeMark
	drawn     drawn
}

// placeMark stands for a character that is painted as an outline.
const placeMark = '\uFFFC'

// lightest is the lightest gray in which a notice has ink: lighter could hide what it paints, or cover what is there.
const lightest = 0.5

// do does what an operator says. Those that Write does not use are refused.
func (r *reader) do(operator string) error {
	switch operator {
	case "J", "j", "w", "G", "RG", "q", "Q", "cm", "BT", "ET", "Tf", "Td", "Tc":
		return nil
	case "re", "m", "l", "c", "S", "f":
		return r.draw(operator)
	case "Do":
		r.sheet.Figures++
		return nil
	case "g", "rg":
		return r.ink()
	case "Tr":
		return r.mode()
	case "Tj":
		return r.show()
	case "BDC":
		return r.begin()
	case "EMC":
		return r.end()
	default:
		return errNotPlain
	}
}

// draw follows a path. Outside of spans, where rare characters are outlines, there are straight lines and the filled
// squares of codes, and nothing else.
func (r *reader) draw(operator string) error {
	switch operator {
	case "re":
		r.drawn.squares = true
		return nil
	case "m", "l":
		r.drawn.lines = true
		return nil
	case "c":
		r.drawn.curves = true
		return nil
	}
	path := r.drawn
	r.drawn = drawn{}
	switch {
	case operator == "f" && r.inSpan:
	case operator == "f" && path == (drawn{squares: true}):
		r.sheet.Codes++
	case operator == "S" && path == (drawn{lines: true}):
		r.sheet.Strokes++
	default:
		return errNotPlain
	}
	return nil
}

// drawn is what a path has been made of so far.
type drawn struct{ squares, lines, curves bool }

func (r *reader) ink() error {
	for _, o := range r.operands {
		if v, err := strconv.ParseFloat(o.word, 64); err != nil || v > lightest {
			return errNotPlain
		}
	}
	return nil
}

func (r *reader) mode() error {
	if len(r.operands) != 1 {
		return errNotPlain
	}
	switch r.operands[0].word {
	case "0":
		r.invisible = false
	case "3":
		r.invisible = true
	default:
		return errNotPlain
	}
	return nil
}

func (r *reader) show() error {
	if len(r.operands) != 1 || r.operands[0].kind != text {
		return errNotPlain
	}
	shown, ok := utf16Text(r.operands[0].word)
	switch {
	case !ok:
		return errNotPlain
	case r.invisible && (!r.inSpan || shown != placeholder):
		return errNotPlain
	case r.invisible:
		r.painted = append(r.painted, placeMark)
	case r.inSpan:
		r.painted = append(r.painted, []rune(shown)...)
	default:
		r.text.WriteString(shown)
	}
	return nil
}

func (r *reader) begin() error {
	if r.inSpan || len(r.operands) != 2 || r.operands[0].word != "Span" || r.operands[1].kind != span {
		return errNotPlain
	}
	raw, err := hex.DecodeString(r.operands[1].word)
	told, ok := utf16Text(string(raw))
	if err != nil || !ok {
		return errNotPlain
	}
	r.inSpan, r.told, r.painted = true, strings.TrimPrefix(told, "\uFEFF"), nil
	return nil
}

func (r *reader) end() error {
	if !r.inSpan || !isPaintedAs(r.told, r.painted) {
		return errNotPlain
	}
	r.text.WriteString(r.told)
	r.inSpan = false
	return nil
}

// isPaintedAs tells whether a text is painted by these characters: each that leaves something on the paper by itself,
// or by an outline.
func isPaintedAs(told string, by []rune) bool {
	for _, r := range told {
		if !painted(r) {
			continue
		}
		if len(by) == 0 || by[0] != r && by[0] != placeMark {
			return false
		}
		by = by[1:]
	}
	return !slices.ContainsFunc(by, func(r rune) bool { return !unicode.IsSpace(r) })
}

// utf16Text reads UTF-16 with the large byte first; not ok where there is half a character.
func utf16Text(raw string) (string, bool) {
	if len(raw)%2 != 0 {
		return "", false
	}
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = uint16(raw[2*i])<<8 | uint16(raw[2*i+1])
	}
	return string(utf16.Decode(units)), true
}
