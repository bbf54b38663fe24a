package reports

import (
	"fmt"
	"strings"

	"gongkailan/data"
	"gongkailan/reports/page"
)

// NoticeInput is what a notice is made from.
type NoticeInput struct {
	Item        data.Item
	WorkingDays int // of the notice period of a 公示, both ends included
	// Approved tells that every required step but publication stands; a notice that nobody has approved says so.
	Approved bool
}

// NoticeOf lays an item out as it stands. WorkingDays counts the working days after the first date up to and including
// the last.
func NoticeOf(item data.Item, workingDays func(after, last data.Date) int, widths page.Widths) (page.Document, error) {
	in := NoticeInput{Item: item, Approved: item.Status.IsApproved()}
	if item.Kind == data.Publicity {
		in.WorkingDays = workingDays(item.From.AddDays(-1), item.To)
	}
	return Notice(in, widths)
}

// Notice lays an item out as it hangs on the board: title, body, attachments note and 落款, on the page of GB/T
// 9704-2012. A 公示 has its period and how to object before the 落款 (S9). It is refused where title or body is missing.
func Notice(in NoticeInput, widths page.Widths) (page.Document, error) {
	item := in.Item
	title := strings.Join(strings.Fields(clean(item.Title)), " ")
	body := strings.TrimRight(clean(item.Body), "\n \t　")
	switch {
	case title == "":
		return page.Document{}, data.Refuse(data.ErrInvalid, "item.title")
	case strings.TrimSpace(body) == "":
		return page.Document{}, data.Refuse(data.ErrInvalid, "item.body")
	}
	sheet := page.NewSheet(widths)
	sheet.Title(title)
	sheet.Blank(1)
	for _, paragraph := range paragraphs(body) {
		sheet.Paragraph(paragraph)
	}
	if item.Kind == data.Publicity {
		publicity(sheet, item, in.WorkingDays, body)
	}
	attachments(sheet, item.Attachments)
	sheet.Signature(item.Issuer, item.IssueDate.Chinese())
	doc := sheet.Document(title)
	if !in.Approved {
		doc = page.Remark(doc, "送审稿·未经批准不得张贴", widths)
	}
	return doc, nil
}

// publicity adds the period and how to object. Where the body has headings 一、 of its own, their numbers go on.
func publicity(sheet *page.Sheet, item data.Item, days int, body string) {
	period := PeriodText(item.From, item.To, days)
	objection := objectionText(item.Contact)
	if next := page.NextHeading(body); next > 0 {
		sheet.Paragraph(page.Ordinal(next) + "、公示时间")
		sheet.Paragraph(period)
		sheet.Paragraph(page.Ordinal(next+1) + "、受理方式")
		sheet.Paragraph(objection)
		return
	}
	sheet.Paragraph("公示时间：" + period)
	sheet.Paragraph(objection)
}

// PeriodText words a notice period: 2026年3月6日至3月12日（5个工作日）。 The year stands twice only where it changes.
func PeriodText(from, to data.Date, workingDays int) string {
	last := to.Chinese()
	if from.Year() == to.Year() {
		last = to.Short()
	}
	return fmt.Sprintf("%s至%s（%d个工作日）。", from.Chinese(), last, workingDays)
}

// objectionText words how and where to object, leaving out what the unit has not given.
func objectionText(c data.Contact) string {
	office := c.Office
	if office == "" {
		office = "本单位"
	}
	text := "公示期间如有异议，请以书面、电话、来访等形式向" + office + "反映。"
	var ways []string
	for _, way := range [][2]string{{"电话：", c.Phone}, {"地址：", c.Address}, {"邮箱：", c.Mailbox}} {
		if strings.TrimSpace(way[1]) != "" {
			ways = append(ways, way[0]+way[1])
		}
	}
	if len(ways) > 0 {
		text += strings.Join(ways, "；") + "。"
	}
	return text
}

// attachments adds the note of attachments (GB/T 9704-2012, 7.3.4): one line under the body, names without 《》.
func attachments(sheet *page.Sheet, list []data.Attachment) {
	if len(list) == 0 {
		return
	}
	sheet.Blank(1)
	if len(list) == 1 {
		sheet.Listed(beforeNote, behindNote, "附件："+nameOnly(list[0].Name))
		return
	}
	for i, a := range list {
		lead, in := "", float64(behindNote)
		if i == 0 {
			lead, in = "附件：", beforeNote
		}
		sheet.Listed(in, behindNumber, fmt.Sprintf("%s%d. %s", lead, i+1, nameOnly(a.Name)))
	}
}

// How far the note of attachments stands in, in characters: the word 附件：, what stands behind it, and the lines on
// which a numbered name goes on.
const (
	beforeNote   = 2
	behindNote   = 5
	behindNumber = 6
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

// paragraphs cuts a body into its paragraphs. What other programs write for a new line or a new page inside one is the
// end of a paragraph too.
func paragraphs(body string) []string {
	return strings.Split(strings.NewReplacer("\u2028", "\n", "\u2029", "\n", "\f", "\n", "\v", "\n").Replace(body), "\n")
}
