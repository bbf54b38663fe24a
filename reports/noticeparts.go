package reports

import (
	"strings"

	"gongkailan/data"
	"gongkailan/reports/page"
)

// Part is one part of a notice's text in the order of reading, for those who show it elsewhere than on pages of paper: a
// heading, a paragraph, a table or a figure.
type Part struct {
	Rank  int         // of a heading by its mark: 1 for 一、, 2 for （一）; 0 for all else
	Lead  string      // the heading; where Text runs on behind it, it is the first sentence of a paragraph
	Text  string      // of a paragraph
	Table *page.Table // nil for none
	// Figure is the line that stands for a figure, as it was written; "" for none.
	Figure string
}

// NoticeParts gives the text of an item's notice between title and attachments: the body, and for a 公示 its period and
// how to object, in the words that stand on paper (S9). WorkingDays counts the working days after the first date up to
// and including the last.
func NoticeParts(item data.Item, workingDays func(after, last data.Date) int) []Part {
	var parts []Part
	for _, b := range blocks(clean(item.Body)) {
		parts = append(parts, b.parts()...)
	}
	if item.Kind == data.Publicity {
		for _, paragraph := range publicity(item, noticeDays(item, workingDays)) {
			parts = append(parts, paragraphParts(clean(paragraph))...)
		}
	}
	return parts
}

func (b block) parts() []Part {
	switch {
	case b.table != nil:
		table := tableOf(b.table)
		return []Part{{Table: &table}}
	case b.figure != "" && b.caption != "":
		return []Part{{Figure: "［图：" + b.figure + "｜" + b.caption + "］"}}
	case b.figure != "":
		return []Part{{Figure: "［图：" + b.figure + "］"}}
	}
	var parts []Part
	for _, text := range b.paragraphs {
		parts = append(parts, paragraphParts(text)...)
	}
	return parts
}

// paragraphParts gives the parts of one paragraph: none for an empty one.
func paragraphParts(text string) []Part {
	text = strings.Trim(text, " \t　")
	if text == "" {
		return nil
	}
	n, face := page.Lead(text)
	part := Part{Lead: text[:n], Text: strings.TrimLeft(text[n:], " \t　")}
	switch face {
	case page.Hei:
		part.Rank = 1
	case page.Kai:
		part.Rank = 2
	}
	return []Part{part}
}
