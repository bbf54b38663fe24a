package reports

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"gongkailan/data"
	"gongkailan/reports/page"
	"gongkailan/reports/pdf"
)

// Paper is a notice as it was read back from a file.
type Paper struct {
	Code   string // its verification code, "" where it has none
	sheets []pdf.Sheet
	texts  []string // of each sheet, without blanks, line ends and what stands beside the document
}

// ReadPaper reads a notice back from a PDF that this program wrote. It fails with ErrInvalid where the file is another
// program's or was changed, and where it holds several notices, as a pack for the board does.
func ReadPaper(raw []byte) (Paper, error) {
	sheets, err := pdf.ReadBack(raw)
	if err != nil {
		return Paper{}, err
	}
	p := Paper{sheets: sheets}
	codes := regexp.MustCompile(bareText(CodeLine) + `(\d{4}-\d{4}-\d{4})`)
	notices := 0
	for i, sheet := range sheets {
		if notices += min(1, sheet.Codes); notices > 1 {
			return Paper{}, data.Refuse(data.ErrInvalid, "verify.several")
		}
		text := bareText(sheet.Text)
		if found := codes.FindAllStringSubmatch(text, -1); i == 0 && len(found) > 0 {
			p.Code = found[len(found)-1][1]
			text = strings.TrimSuffix(strings.TrimSuffix(text, bareText(CodeHint)), bareText(DeskHint))
			text = strings.TrimSuffix(text, found[len(found)-1][0])
		}
		if len(sheets) > 1 {
			text = strings.TrimSuffix(text, fmt.Sprintf("—%d—", i+1))
		}
		p.texts = append(p.texts, text)
	}
	return p, nil
}

// around is how many characters before and behind a difference are told.
const around = 8

// Differs compares the paper with a notice as it is laid out anew, character by character and whatever the lines, and
// gives the first place where they differ; false where there is none. Beside the text there must be as many rules,
// figures and codes: what was drawn over the text is no text.
func (p Paper) Differs(doc page.Document) (data.Verdict, bool) {
	var wanted strings.Builder
	rest := pdf.Sheet{}
	for _, sheet := range doc.Pages {
		for _, l := range sheet.Lines {
			if !l.Aside {
				wanted.WriteString(bareText(l.Text))
			}
		}
		rest.Strokes, rest.Figures, rest.Codes = rest.Strokes-len(sheet.Strokes), rest.Figures-len(sheet.Figures), rest.Codes-len(sheet.Codes)
	}
	for _, sheet := range p.sheets {
		rest.Strokes, rest.Figures, rest.Codes = rest.Strokes+sheet.Strokes, rest.Figures+sheet.Figures, rest.Codes+sheet.Codes
	}
	record, found := []rune(wanted.String()), []rune(strings.Join(p.texts, ""))
	at := 0
	for at < len(record) && at < len(found) && record[at] == found[at] {
		at++
	}
	v := data.Verdict{State: data.NoticeMismatch, Page: p.pageOf(at), Detail: near(found, at), Record: near(record, at)}
	switch {
	case at == len(record) && at == len(found) && rest == pdf.Sheet{}:
		return data.Verdict{}, false
	case at == len(record) && at == len(found):
		v.Reason, v.Page = data.ReasonDrawn, 0
	case at == len(record):
		v.Reason = data.ReasonMore
	case at == len(found):
		v.Reason, v.Page = data.ReasonLess, len(p.texts)
	default:
		v.Reason = data.ReasonText
	}
	return v, true
}

// pageOf gives the page, from 1, on which the character of that place stands.
func (p Paper) pageOf(at int) int {
	for i, text := range p.texts {
		n := len([]rune(text))
		if at < n {
			return i + 1
		}
		at -= n
	}
	return len(p.texts)
}

// near gives the words around a place.
func near(text []rune, at int) string {
	return string(text[max(0, at-around):min(len(text), at+around+1)])
}

// bareText leaves out what differs from one layout to another: blanks, and controls, which leave nothing on paper.
func bareText(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			return -1
		}
		return r
	}, text)
}

// NoticeLayouts lays an approved item out in every style in which its notice may have been printed.
func NoticeLayouts(
	item data.Item, workingDays func(after, last data.Date) int, pictures Pictures, widths page.Widths,
) ([]page.Document, error) {
	in := NoticeInput{Item: item, Approved: true, WorkingDays: noticeDays(item, workingDays), Pictures: pictures}
	in.Item.Status = data.Published // as it hung, whatever came of it since
	var docs []page.Document
	for _, style := range page.Styles() {
		in.Style = style
		doc, err := Notice(in, widths)
		if err != nil {
			return nil, err
		}
		docs = append(docs, doc)
	}
	return docs, nil
}

// DiffersFromAll compares the paper with every layout in turn: it is genuine where it is one of them. The difference is
// that from the first.
func (p Paper) DiffersFromAll(docs []page.Document) (data.Verdict, bool) {
	var first data.Verdict
	for i, doc := range docs {
		v, differs := p.Differs(doc)
		if !differs {
			return data.Verdict{}, false
		}
		if i == 0 {
			first = v
		}
	}
	return first, true
}
