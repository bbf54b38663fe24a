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
	Style    page.Style
	Pictures Pictures // nil where there are none at hand
}

// NoticeOf lays an item out as it stands. WorkingDays counts the working days after the first date up to and including
// the last; pictures gives the attachments that stand in the body. It fails where one of them is gone or changed.
func NoticeOf(item data.Item, workingDays func(after, last data.Date) int, pictures Pictures, widths page.Widths) (page.Document, error) {
	return NoticeIn(page.Style{}, item, workingDays, pictures, widths)
}

// NoticeIn lays an item out in another style than the standard's A4 page.
func NoticeIn(
	style page.Style, item data.Item, workingDays func(after, last data.Date) int, pictures Pictures, widths page.Widths,
) (page.Document, error) {
	in := NoticeInput{
		Item: item, Approved: item.Status.IsApproved(), Style: style, WorkingDays: noticeDays(item, workingDays), Pictures: pictures,
	}
	return Notice(in, widths)
}

// noticeDays counts the working days of a 公示, both ends included; other items have none to tell.
func noticeDays(item data.Item, workingDays func(after, last data.Date) int) int {
	if item.Kind != data.Publicity {
		return 0
	}
	return workingDays(item.From.AddDays(-1), item.To)
}

// Notice lays an item out as it hangs on the board: title, body, attachments note and 落款, on the page of GB/T
// 9704-2012. A 公示 has its period and how to object before the 落款 (S9). It is refused where title or body is missing.
func Notice(in NoticeInput, widths page.Widths) (page.Document, error) {
	item := in.Item
	text := Text{
		Title: item.Title, Body: item.Body, Names: []string{item.Issuer}, Issuer: item.Issuer, IssueDate: item.IssueDate,
	}
	inBody, others, err := placed(item)
	if err != nil {
		return page.Document{}, err
	}
	if text.Figures, err = figures(inBody, in.Pictures); err != nil {
		return page.Document{}, err
	}
	for _, a := range others {
		text.Attachments = append(text.Attachments, a.Name)
	}
	if item.Kind == data.Publicity {
		text.Closing = publicity(item, in.WorkingDays)
	}
	text.Closing = append(text.Closing, correctionText(item.Correction)...)
	doc, err := text.Pages(in.Style, widths)
	switch {
	case err != nil:
		return page.Document{}, err
	case !in.Approved:
		return page.Remark(doc, "送审稿·未经批准不得张贴", widths), nil
	case item.Status == data.Withdrawn:
		return page.Remark(doc, "已撤下·不得张贴", widths), nil
	default:
		return verified(doc, item, page.FormatOf(in.Style), widths), nil
	}
}

// correctionText words what was wrong in the version before (更正), a paragraph a line; nothing where nothing was.
func correctionText(wrong string) []string {
	wrong = strings.TrimSpace(clean(wrong))
	if wrong == "" {
		return nil
	}
	return strings.Split("更正说明："+wrong, "\n")
}

// publicity gives the period and how to object. Where the body has headings 一、 of its own, their numbers go on.
func publicity(item data.Item, days int) []string {
	period := PeriodText(item.From, item.To, days)
	objection := objectionText(item.Contact)
	if next := page.NextHeading(clean(item.Body)); next > 0 && !endsWithList(item.Body) {
		return []string{
			page.Ordinal(next) + "、公示时间", period, page.Ordinal(next+1) + "、受理方式", objection,
		}
	}
	return []string{"公示时间：" + period, objection}
}

// endsWithList tells whether a body ends with a line 一、 without a text under it: what is numbered so is a list of
// things, and the period is none of them.
func endsWithList(body string) bool {
	lines := strings.Split(strings.TrimSpace(clean(body)), "\n")
	return page.IsHeading(lines[len(lines)-1])
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
