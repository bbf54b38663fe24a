package intake

import (
	"regexp"
	"strconv"
	"strings"
)

// style is a way of numbering headings in Chinese plans. Which style stands above which differs from plan to plan, so
// the order is found in the document and not fixed here.
type style int

const (
	unmarked  style = iota
	chapter         // 第一章, 第一部分, 第一节, 第一条
	han             // 一、 一. 一．
	hanRound        // （一） (一) 〈一〉
	number          // 1、 1. 1．
	numRound        // （1） (1) 1） 1)
	circled         // ①
	hanFirst        // 一是 二是
	hanSecond       // 第一，
)

// mark is the number at the head of a line.
type mark struct {
	style style
	n     int
	text  string // what follows the mark
	kind  string // for chapters: 章, 节, 条 … each is a style of its own
}

func (m mark) same(o mark) bool { return m.style == o.style && m.kind == o.kind }

const hanDigits = `[一二三四五六七八九十百零〇]+`

type markForm struct {
	style   style
	pattern *regexp.Regexp
}

// markForms lists the forms of marks; the first group is the number, for chapters the second the kind.
func markForms() []markForm {
	return []markForm{
		{chapter, regexp.MustCompile(`^第(` + hanDigits + `|\d{1,3})(章|节|条|部分|款|项)[\s\x{3000}、：:．.]*`)},
		{hanSecond, regexp.MustCompile(`^第(` + hanDigits + `)[，,、：:]`)},
		{hanFirst, regexp.MustCompile(`^(` + hanDigits + `)(?:是|要)`)},
		{han, regexp.MustCompile(`^(` + hanDigits + `)[\s\x{3000}]*[、．.，,：:]`)},
		{hanRound, regexp.MustCompile(`^[（(〈<〔【\[][\s\x{3000}]*(` + hanDigits + `)[\s\x{3000}]*[）)〉>〕】\]][、．.]?`)},
		{numRound, regexp.MustCompile(`^[（(〔\[][\s\x{3000}]*([0-9０-９]{1,3})[\s\x{3000}]*[）)〕\]][、．.]?`)},
		{numRound, regexp.MustCompile(`^([0-9０-９]{1,3})[）)][、．.]?`)},
		{number, regexp.MustCompile(`^([0-9０-９]{1,3})([\s\x{3000}]*[、．.，])(?:[^0-9０-９]|$)`)},
		{circled, regexp.MustCompile(`^([①-⑳])[、．.]?`)},
	}
}

// reader recognises marks; it holds the compiled forms.
type reader struct{ forms []markForm }

func newReader() reader { return reader{forms: markForms()} }

// mark reads the number at the head of a text.
func (r reader) mark(text string) mark {
	for _, form := range r.forms {
		at := form.pattern.FindStringSubmatchIndex(text)
		if at == nil {
			continue
		}
		end := at[1]
		if form.style == number { // its pattern looks one character ahead, so that 1.5 is no mark
			end = at[5]
		}
		m := mark{style: form.style, n: valueOf(text[at[2]:at[3]]), text: strings.TrimLeft(text[end:], " \t\u3000\u00a0")}
		if form.style == chapter {
			m.kind = text[at[4]:at[5]]
		}
		return m
	}
	return mark{text: text}
}

// valueOf reads a number in Han, in digits of either width, or in a circle.
func valueOf(text string) int {
	if runes := []rune(text); len(runes) == 1 && runes[0] >= '①' && runes[0] <= '⑳' {
		return int(runes[0]-'①') + 1
	}
	plain := strings.Map(func(r rune) rune {
		if r >= '０' && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, text)
	if n, err := strconv.Atoi(plain); err == nil {
		return n
	}
	total, digit := 0, 0
	for _, r := range text {
		switch r {
		case '百':
			total, digit = total+max(1, digit)*100, 0
		case '十':
			total, digit = total+max(1, digit)*10, 0
		default:
			digit = max(0, strings.IndexRune("零一二三四五六七八九", r)/len("零"))
		}
	}
	return total + digit
}

// inline cuts a text that carries its items within it, 1.…；2.…；3.…, into what stands before them and the items; nil
// items where there are not at least two that count up from 1 in one style.
func (r reader) inline(text string) (before string, items []string) {
	for _, form := range r.forms {
		if form.style == chapter || form.style == han {
			continue // these never stand inside a sentence as numbers of a list
		}
		starts := r.countUp(text, form.style)
		if len(starts) < 2 {
			continue
		}
		for i, start := range starts {
			end := len(text)
			if i+1 < len(starts) {
				end = starts[i+1]
			}
			items = append(items, text[start:end])
		}
		return text[:starts[0]], items
	}
	return text, nil
}

// countUp finds where the marks 1, 2, 3 … of a style stand in a text, each at its start or behind a mark that ends
// something.
func (r reader) countUp(text string, s style) []int {
	var starts []int
	previous := '。'
	for i, c := range text {
		if strings.ContainsRune("。；;：:，,、 \u3000）)", previous) || c >= '①' && c <= '⑳' {
			if m := r.mark(text[i:]); m.style == s && m.n == len(starts)+1 {
				starts = append(starts, i)
			}
		}
		previous = c
	}
	return starts
}
