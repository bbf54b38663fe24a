package reports

import (
	"fmt"
	"strings"

	"gongkailan/reports/page"
)

// body gathers the paragraphs of a document.
type body struct {
	lines   []string
	figures map[string]page.Image
	heads   int // headings so far
}

// add adds a paragraph, worded by the format.
func (b *body) add(format string, args ...any) {
	b.lines = append(b.lines, fmt.Sprintf(format, args...))
}

// free adds what a clerk wrote in free words, if anything.
func (b *body) free(text string) {
	if text != "" {
		b.lines = append(b.lines, text)
	}
}

// head adds a heading with the next number: 一、二、
func (b *body) head(text string) {
	b.heads++
	b.lines = append(b.lines, page.Ordinal(b.heads)+"、"+text)
}

// table adds a table: heads, rows, and a sum line where there is one.
func (b *body) table(heads []string, rows [][]string, sum []string) {
	b.lines = append(b.lines, cells(heads))
	for _, row := range rows {
		b.lines = append(b.lines, cells(row))
	}
	if sum != nil {
		b.lines = append(b.lines, cells(sum))
	}
}

// cells writes a row as a body has it.
func cells(texts []string) string {
	kept := make([]string, len(texts))
	for i, text := range texts {
		kept[i] = strings.NewReplacer("\n", cellBreak, "\t", " ").Replace(text)
	}
	return strings.Join(kept, "\t")
}

// pictures adds figures with their captions, numbered where there are several.
func (b *body) pictures(list []Picture) {
	for i, p := range list {
		if b.figures == nil {
			b.figures = map[string]page.Image{}
		}
		name := fmt.Sprintf("图%d", len(b.figures)+1)
		if len(p.Image.Bytes) == 0 { // an attachment of the item, which is laid out with it
			name = p.File
		} else {
			b.figures[name] = p.Image
		}
		caption := strings.TrimSpace(p.Caption)
		if len(list) > 1 {
			caption = strings.TrimSpace(fmt.Sprintf("图%d　%s", i+1, caption))
		}
		b.lines = append(b.lines, "［图："+name+"｜"+caption+"］")
	}
}

func (b *body) text() string { return strings.Join(b.lines, "\n") }

// titled is the title of the field's notices: 关于……的公示.
func titled(about, kind string) string { return "关于" + about + "的" + kind }

// several words how many there are of a list: the name alone for one, 王䶮等3名同志 for more.
func several(names []string, what string) string {
	switch len(names) {
	case 0:
		return what
	case 1:
		return names[0] + what
	default:
		return fmt.Sprintf("%s等%d名%s", names[0], len(names), what)
	}
}

// clauses puts the parts that are there side by side: 女，汉族，1986年10月生.
func clauses(parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, "，")
}

// before puts a word before a text, if there is one.
func before(word, text string) string {
	if text == "" {
		return ""
	}
	return word + text
}

// behind puts a word behind a text, if there is one.
func behind(text, word string) string {
	if text == "" {
		return ""
	}
	return text + word
}
