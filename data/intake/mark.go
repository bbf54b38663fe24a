package intake

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// style is a way of numbering headings in Chinese plans. Which style stands above which differs from plan to plan, so
// the order is found in the document and not fixed here.
type style int

const (
	unmarked  style = iota
	chapter         // 第一章, 第一部分, 第一节, 第一条
	han             // 一、 一. 一．
	hanRound        // （一） (一) 〈一〉 ㈠
	number          // 1、 1. 1． ⒈
	dotted          // 1.1 1.1.1
	numRound        // （1） (1) 1） 1) ⑴
	circled         // ① ❶
	roman           // Ⅰ
	letter          // A. (a)
	hanFirst        // 一是
	hanSecond       // 第一，
	bullet          // ● ■ -
	plain           // no mark: a line that stands as an item or a heading by its place alone
)

// mark is the number at the head of a line.
type mark struct {
	style style
	kind  string // within a style: for chapters 章, 节, 条; for 1.1 and 1.1.1 how deep
	n     int    // what it counts, 0 for bullets
	text  string // what follows the mark
}

func (m mark) same(o mark) bool { return m.style == o.style && m.kind == o.kind }

const (
	hanDigits = `[一二三四五六七八九十百零〇]+`
	// formalDigits are the numerals of bookkeeping. Plans set them above 一、, so they are a kind of their own.
	formalDigits = `[壹贰貳叁參肆伍陆陸柒捌玖拾]+`
	digits       = `[0-9０-９]`
	gap          = `[\s\x{3000}\x{a0}]*`
	// noItem are measure words: a number before one of them is a quantity in a wrapped line and no mark.
	noItem = `个名年月日号项次人件份万亿元％%天户期批届级条起场倍米平公`
)

// markForm is one form of marks: its first group is the number, its second, where it has one, tells the kind.
type markForm struct {
	style   style
	pattern *regexp.Regexp
	after   *regexp.Regexp // what must follow, nil for anything
	kind    string
}

// markForms lists the forms, the more special first.
func markForms() []markForm {
	form := func(s style, kind, pattern, after string) markForm {
		f := markForm{style: s, kind: kind, pattern: regexp.MustCompile(`^` + pattern)}
		if after != "" {
			f.after = regexp.MustCompile(`^(?:` + after + `)`)
		}
		return f
	}
	return []markForm{
		form(chapter, "", `第`+gap+`(`+hanDigits+`|\d{1,3})`+gap+`(章|节|節|条|條|部分|款|项|項|类|類|篇)[\s\x{3000}、：:．.]*`, ``),
		form(hanSecond, "", `第(`+hanDigits+`)[，,、：:]`, ``),
		form(hanFirst, "", `(`+hanDigits+`)是`, ``),
		form(han, "", `(`+hanDigits+`)`+gap+`[、．.，,：:]`, ``),
		form(han, "空", `(`+hanDigits+`)[\s\x{3000}\x{a0}]+`, `\p{Han}`),
		form(han, "大", `(`+formalDigits+`)`+gap+`[、．.，,：:]`, ``),
		form(hanRound, "大", `[（(〈<〔【\[]`+gap+`(`+formalDigits+`)`+gap+`[）)〉>〕】\]]`+gap+`[、．.]?`, ``),
		form(hanRound, "", `[（(〈<〔【\[]`+gap+`(`+hanDigits+`)`+gap+`[）)〉>〕】\]]`+gap+`[、．.]?`, ``),
		form(numRound, "", `[（(〈<〔【\[]`+gap+`(`+digits+`{1,3})`+gap+`[）)〉>〕】\]]`+gap+`[、．.]?`, ``),
		form(numRound, "", `(`+digits+`{1,3})[）)][、．.]?`, ``),
		form(dotted, "*", `(`+digits+`{1,2}(?:[.．]`+digits+`{1,2}){1,3})[、．.]?`, `[\s\x{3000}\x{a0}]+[^\s]|[^\P{Han}`+noItem+`]`),
		// What follows must be no digit, so that 1.5 is no mark; but 1.2026年 and 1.3月 are.
		form(number, "", `(`+digits+`{1,3})`+gap+`[、．.，：:]`, `[^0-9０-９]|$|`+digits+`{4}年|`+digits+`{1,2}(?:[-－—~～至]`+digits+`{1,2})?月`),
		form(number, "空", `(`+digits+`{1,2})[\s\x{3000}\x{a0}]+`, `[^\P{Han}`+noItem+`]|[《“]`),
		form(letter, "", `[（(]?([A-Za-z])[）)、．.]`, `[^A-Za-z0-9]`),
		form(bullet, "", `([●•·■◆★▪○□◇▶➢※◎☆△▲])+`, `.`),
		form(bullet, "-", `([-*])`, `[\s\x{3000}]|\p{Han}`),
	}
}

// single reads a mark that is one character: ① ⑴ ⒈ ㈠ Ⅰ.
func single(r rune) mark {
	for _, block := range []struct {
		first rune
		count int
		style style
	}{
		{'①', 20, circled},
		{'⑴', 20, numRound},
		{'⒈', 20, number},
		{'㈠', 10, hanRound},
		{'㊀', 10, circled},
		{'❶', 10, circled},
		{'➀', 10, circled},
		{'Ⅰ', 12, roman},
	} {
		if r >= block.first && r < block.first+rune(block.count) {
			return mark{style: block.style, n: int(r-block.first) + 1}
		}
	}
	return mark{}
}

// mayMark tells by the first character whether a text may begin with a mark; most do not.
func mayMark(r rune) bool {
	return r >= '0' && r <= '9' || r >= '０' && r <= '９' || single(r).style != unmarked ||
		strings.ContainsRune("一二三四五六七八九十百〇壹贰貳叁參肆伍陆陸柒捌玖拾第（(〈<〔【[●•·■◆★▪○□◇▶➢※◎☆△▲-*", r) ||
		r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z'
}

// mark reads the number at the head of a text.
func (r reader) mark(text string) mark {
	first, size := utf8.DecodeRuneInString(text)
	if !mayMark(first) {
		return mark{text: text}
	}
	if m := single(first); m.style != unmarked {
		m.text = trim(strings.TrimLeft(text[size:], "、．."))
		return m
	}
	for _, form := range r.forms {
		at := form.pattern.FindStringSubmatchIndex(text)
		if at == nil || form.after != nil && !form.after.MatchString(text[at[1]:]) {
			continue
		}
		m := mark{style: form.style, kind: form.kind, n: valueOf(text[at[2]:at[3]]), text: trim(text[at[1]:])}
		switch form.style {
		case letter:
			m.n = int(text[at[2]]|0x20-'a') + 1
		case chapter:
			m.kind = text[at[4]:at[5]]
		case dotted:
			depth := strings.FieldsFunc(text[at[2]:at[3]], func(r rune) bool { return r == '.' || r == '．' })
			m.kind, m.n = strconv.Itoa(len(depth)), valueOf(depth[len(depth)-1])
		}
		return m
	}
	return mark{text: text}
}

// valueOf reads a number in Han or in digits of either width; 0 for anything else.
func valueOf(text string) int {
	plain := strings.Map(plainDigit, text)
	if n, err := strconv.Atoi(plain); err == nil {
		return n
	}
	total, digit := 0, 0
	for _, r := range plain {
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

// plainDigit gives a digit of full width or of bookkeeping as it is written every day.
func plainDigit(r rune) rune {
	if r >= '０' && r <= '９' {
		return r - '０' + '0'
	}
	formal, everyday := []rune("壹贰貳叁參肆伍陆陸柒捌玖拾"), []rune("一二二三三四五六六七八九十")
	if at := slices.Index(formal, r); at >= 0 {
		return everyday[at]
	}
	return r
}
