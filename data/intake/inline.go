package intake

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// piece is a marked part of a line; several where a line carries its items within it.
type piece struct {
	mark
	raw    string // with its mark
	line   line
	inside bool // not the line's first
}

// cut cuts a line that carries its items within it, 1.…；2.…；3.…, into what stands before them and the items; items may
// carry their own in turn. Most lines are one piece.
func (r reader) cut(l line) []piece {
	var pieces []piece
	var part func(text string)
	part = func(text string) {
		starts := r.starts(text)
		if len(starts) == 0 || len(starts) == 1 && starts[0] == 0 {
			if trim(text) != "" {
				pieces = append(pieces, piece{mark: r.mark(trim(text)), raw: trim(text), line: l, inside: len(pieces) > 0})
			}
			return
		}
		if starts[0] > 0 {
			part(text[:starts[0]])
		}
		for i, start := range starts {
			end := len(text)
			if i+1 < len(starts) {
				end = starts[i+1]
			}
			part(text[start:end])
		}
	}
	part(l.text)
	return pieces
}

// place is where a mark stands within a text.
type place struct {
	at int
	mark
}

// starts finds where the items of a text begin: the marks of one style that count up by one, at least two of them, the
// style that begins first. A mark at the text's head may count from any number, as when a list goes on from the line
// before.
func (r reader) starts(text string) []int {
	var best []int
	seen := map[mark]bool{}
	places := r.places(text)
	for _, p := range places {
		of := mark{style: p.style, kind: p.kind}
		if seen[of] {
			continue
		}
		seen[of] = true
		if run := countUp(text, places, of); len(run) > 1 && (best == nil || run[0] < best[0]) {
			best = run
		}
	}
	return best
}

// countUp follows the marks of a style as they count up. Each item must have words of its own: 1、2、3号楼 is no list.
func countUp(text string, places []place, of mark) []int {
	var run []int
	next := 1
	for _, p := range places {
		if !p.same(of) || p.n != next && (p.at != 0 || p.n == 0) {
			continue
		}
		run, next = append(run, p.at), p.n+1
	}
	for i, start := range run {
		end := len(text)
		if i+1 < len(run) {
			end = run[i+1]
		}
		words := strings.IndexFunc(text[start:end], func(c rune) bool {
			return unicode.Is(unicode.Han, c) && !strings.ContainsRune("一二三四五六七八九十第是", c)
		})
		if words < 0 || utf8.RuneCountInString(text[start:end]) < 4 {
			return nil
		}
	}
	return run
}

// places finds the marks within a text that may begin an item.
func (r reader) places(text string) []place {
	var found []place
	before := rune('。')
	for i, c := range text {
		if mayMark(c) && !runsOn(before, c) {
			if m := r.mark(text[i:]); mayStand(m, text[:i], before) {
				found = append(found, place{at: i, mark: m})
			}
		}
		before = c
	}
	return found
}

// runsOn tells whether two characters belong to one number or word, so that nothing can begin between them.
func runsOn(before, c rune) bool {
	return c < 0x80 && before < 0x80 && (unicode.IsLetter(c) || unicode.IsDigit(c)) && (unicode.IsLetter(before) || unicode.IsDigit(before)) ||
		strings.ContainsRune("一二三四五六七八九十百〇壹贰貳叁參肆伍陆陸柒捌玖拾", c) && strings.ContainsRune("第一二三四五六七八九十百〇壹贰貳叁參肆伍陆陸柒捌玖拾", before)
}

// mayStand tells whether a mark may begin an item behind what stands before it. 一、 and 第一条 never stand within a
// sentence as numbers of a list; the first of a list stands behind a mark that ends something or a word that announces it.
func mayStand(m mark, head string, before rune) bool {
	if m.style == unmarked || head != "" && (m.kind == "空" || m.kind == "-") {
		return false
	}
	parted := strings.ContainsRune("。；;：:，,、\t \u3000\u00a0", before)
	switch m.style {
	case circled, numRound, hanRound:
		return head == "" || parted || m.n > 1 || m.style == circled || announces(head)
	case number:
		return head == "" || parted || m.n > 1 && unicode.Is(unicode.Han, before) && !strings.ContainsRune("第一二三四五六七八九十年月", before) || m.n == 1 && announces(head)
	case hanFirst, hanSecond, letter:
		return head == "" || parted
	default:
		return head == ""
	}
}

func announces(head string) bool {
	for _, word := range []string{"包括", "包含", "如下", "内容", "內容", "事项", "事項", "分为", "主要有"} {
		if strings.HasSuffix(head, word) {
			return true
		}
	}
	return false
}

// semicolons cuts the heading of a category that goes on with its items, （一）组织建设。包括：党费情况；发展党员情况。
// The items are nil where there are not at least two.
func (r reader) semicolons(text string) (heading, rest string, items []string) {
	at := strings.IndexAny(text, "。：:")
	if at < 0 {
		return text, "", nil
	}
	_, size := utf8.DecodeRuneInString(text[at:])
	heading, rest = text[:at], trim(text[at+size:])
	if heading == "" {
		return text, "", nil
	}
	rest = r.leadIn.ReplaceAllString(rest, "")
	return heading, rest, clauses(rest)
}

// clauses cuts a text at its semicolons; nil where there are not at least two clauses.
func clauses(text string) []string {
	var parts []string
	for _, part := range strings.FieldsFunc(text, func(c rune) bool { return c == '；' || c == ';' }) {
		if strings.Trim(part, " \t\u3000。，,、") != "" {
			parts = append(parts, trim(part))
		}
	}
	if len(parts) < 2 {
		return nil
	}
	return parts
}

// leadIn is what announces a list and is no part of it.
func leadIn() *regexp.Regexp {
	return regexp.MustCompile(`^(?:具[体體]|主要|重[点點]|[应應][当當]?|需要?)?(?:公[开開])?(?:包括|包含|有|[为為]|是)?(?:以下|下列)?(?:[几幾]?[个個]?方面)?(?:的?[内內]容|事[项項])?(?:包括|包含|有|[为為]|是|如下)?[:：]`)
}
