package help

import (
	"strings"

	"gongkailan/assets"
)

// page is one page of the book.
type page struct {
	topic  string
	title  string
	blocks []block
}

type kind int

const (
	paragraph kind = iota
	heading
	step
	picture
)

// block is a piece of a page. A step has its number or point in mark, a picture its line below; the text of a picture is
// its name, or several of which the first that there is will do.
type block struct {
	kind kind
	mark string
	text string
}

// topics lists the pages in the order in which a new colleague would read them.
func topics() []string {
	return []string{
		"first", "today", "propose", "templates", "guard", "check", "publish", "board", "correct", "print", "catalogue", "opinions",
		"search", "handover", "settings", "lock", "password", "backup", "lobby", "wrong", "keys", "about",
	}
}

// pagesOf reads the pages of a language.
func pagesOf(language string) []page {
	var pages []page
	for _, topic := range topics() {
		pages = append(pages, read(topic, string(assets.Help(language, topic))))
	}
	return pages
}

// read takes a page apart. Its marks are those of Markdown: "# " the title, "## " a heading, "1. " and "- " steps,
// "![line below](name|another name)" a picture, the first that there is; an empty line ends a paragraph.
func read(topic, source string) page {
	p := page{topic: topic, title: topic}
	var lines []string // of the paragraph that is open
	end := func() {
		if len(lines) > 0 {
			p.blocks = append(p.blocks, block{text: strings.Join(lines, "\n")})
			lines = nil
		}
	}
	for _, line := range strings.Split(source, "\n") {
		line = strings.TrimSpace(line)
		if title, ok := strings.CutPrefix(line, "# "); ok {
			p.title = title
			continue
		}
		b, ok := marked(line)
		switch {
		case ok:
			end()
			p.blocks = append(p.blocks, b)
		case line == "":
			end()
		default:
			lines = append(lines, line)
		}
	}
	end()
	return p
}

// marked reads a line that begins with a mark.
func marked(line string) (block, bool) {
	if text, ok := strings.CutPrefix(line, "## "); ok {
		return block{kind: heading, text: text}, true
	}
	if text, ok := strings.CutPrefix(line, "- "); ok {
		return block{kind: step, mark: "·", text: text}, true
	}
	if number, text, ok := strings.Cut(line, ". "); ok && number != "" && strings.Trim(number, "0123456789") == "" {
		return block{kind: step, mark: number, text: text}, true
	}
	if inner, ok := strings.CutPrefix(line, "!["); ok {
		if below, name, ok := strings.Cut(strings.TrimSuffix(inner, ")"), "]("); ok {
			return block{kind: picture, mark: below, text: name}, true
		}
	}
	return block{}, false
}
