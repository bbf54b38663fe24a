package reports

import (
	"fmt"
	"strings"

	"gongkailan/data"
	"gongkailan/reports/page"
)

// Text is a document in words, before it is laid out: what templates write and notices are.
type Text struct {
	Title  string
	Names  []string // of persons and units, which the title must not tear
	Number string   // 文号, under the title; "" for none
	Signer string   // 签发人 of a letter to a superior, with the number on one line over the title; "" for none
	To     string   // 主送机关, with its colon; "" for a document to everybody
	// Body is paragraphs, one a line; headings by their marks 一、（一）1.（1）. Lines with tabs that follow each other are a
	// table; a line ［图：name｜caption］ is a figure.
	Body        string
	Figures     map[string]page.Image // by the names that the body calls them
	Attachments []string              // names
	Issuer      string
	IssueDate   data.Date
	// Closing are further paragraphs behind the body, as the period of a 公示 and how to object.
	Closing []string
	// Under are lines under the date: 附注, as whom to ask (GB/T 9704-2012, 7.3.6), or where a receipt is signed.
	Under []string
}

// Pages lays the text out: title, number, 主送机关, body, attachments note, 落款 and 附注 (GB/T 9704-2012, 7.3). It is refused
// where title or body is missing, and where a table or figure cannot be set.
func (t Text) Pages(style page.Style, widths page.Widths) (page.Document, error) {
	title := strings.Join(strings.Fields(clean(t.Title)), " ")
	body := strings.TrimRight(clean(t.Body), "\n \t　")
	switch {
	case title == "":
		return page.Document{}, data.Refuse(data.ErrInvalid, "item.title")
	case strings.TrimSpace(body) == "":
		return page.Document{}, data.Refuse(data.ErrInvalid, "item.body")
	}
	s := page.NewSheetOf(page.FormatOf(style), widths)
	if t.Signer != "" {
		s.Ends(clean(t.Number), "签发人：", clean(t.Signer))
		s.Blank(underNumber)
	}
	s.Title(title, t.Names...)
	if t.Number != "" && t.Signer == "" {
		s.Centred(clean(t.Number), page.FangSong)
	}
	s.Blank(1)
	if t.To != "" {
		s.Flush(clean(t.To))
	}
	for _, b := range blocks(body) {
		b.set(s, t.Figures)
	}
	for _, paragraph := range t.Closing {
		s.Paragraph(clean(paragraph))
	}
	s.Together(func() { attachments(s, t.Attachments) }) // or seal and date would be on a page without text (7.3.5)
	s.Signature(clean(t.Issuer), t.IssueDate.Chinese())
	s.Together(func() {
		for _, line := range t.Under {
			s.Listed(underDate, 0, clean(line))
		}
	})
	return s.Document(title), nil
}

// attachments adds the note of attachments (GB/T 9704-2012, 7.3.4): one line under the body, names without 《》.
func attachments(sheet *page.Sheet, names []string) {
	if len(names) == 0 {
		return
	}
	sheet.Blank(1)
	if len(names) == 1 {
		sheet.Listed(beforeNote, behindNote, "附件："+nameOnly(names[0]))
		return
	}
	for i, name := range names {
		lead, in := "", float64(behindNote)
		if i == 0 {
			lead, in = "附件：", beforeNote
		}
		sheet.Listed(in, behindNumber, fmt.Sprintf("%s%d. %s", lead, i+1, nameOnly(name)))
	}
}

// How far the note of attachments stands in, in characters: the word 附件：, what stands behind it, and the lines on
// which a numbered name goes on.
const (
	beforeNote   = 2
	behindNote   = 5
	behindNumber = 6
	underDate    = 2 // 附注
	underNumber  = 2 // lines between the number of a letter to a superior and its title (7.3.1)
)

// nameOnly gives an attachment's name as paper shows it: without the file's ending.
func nameOnly(name string) string {
	if i := strings.LastIndexByte(name, '.'); i > 0 && len(name)-i <= 5 {
		name = name[:i]
	}
	return clean(strings.ReplaceAll(name, "\n", " "))
}

// clean makes a text fit for layout: line ends are \n alone, and bytes that are no UTF-8 become visible signs.
func clean(text string) string {
	text = strings.ToValidUTF8(text, "\uFFFD")
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
}
