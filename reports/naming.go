package reports

import (
	"fmt"
	"strconv"
	"strings"

	"gongkailan/data"
)

// bookMarked puts the name of a document between 《》; marks that it has itself become 〈〉 (GB/T 15834-2011, 4.15).
func bookMarked(name string) string {
	if inner, ok := strings.CutPrefix(name, "《"); ok && strings.HasSuffix(inner, "》") && strings.Count(name, "《") == 1 {
		name = strings.TrimSuffix(inner, "》")
	}
	return "《" + strings.NewReplacer("《", "〈", "》", "〉").Replace(name) + "》"
}

// quoted puts a text between “”; marks that it has itself become ‘’ (GB/T 15834-2011, 4.8).
func quoted(text string) string {
	return "“" + strings.NewReplacer("“", "‘", "”", "’").Replace(text) + "”"
}

// sentence ends a text with a full stop where a clerk has not.
func sentence(text string) string {
	if text == "" || strings.HasSuffix(text, "。") || strings.HasSuffix(text, "！") || strings.HasSuffix(text, "？") {
		return text
	}
	return strings.TrimRight(text, "，；、,;.") + "。"
}

// days words the days from one date to another; the year stands twice only where it changes.
func days(from, to data.Date) string {
	switch {
	case from == "" || to == "": // in a draft
		return dayOrGap(from) + "至" + dayOrGap(to)
	case from == to:
		return from.Chinese()
	case from.Year() == to.Year():
		return from.Chinese() + "至" + to.Short()
	default:
		return from.Chinese() + "至" + to.Chinese()
	}
}

// inOrder refuses a period whose last day lies before its first.
func (v Values) inOrder(from, to string) error {
	if first, last := v.date(from), v.date(to); last < first {
		return data.Refuse(data.ErrInvalid, "item.period", first.Chinese(), last.Chinese())
	}
	return nil
}

// contactFields are where a reader turns to. They come from the unit's own record.
func contactFields() []Field {
	return []Field{
		lineField("contact_office"), lineField("contact_phone").or(),
		lineField("contact_address").or(), lineField("contact_mailbox").or(),
	}
}

// contact adds how an office is reached, leaving out what is not given.
func (b *body) contact(v Values) {
	for _, way := range [][2]string{{"电话：", "contact_phone"}, {"地址：", "contact_address"}, {"邮箱：", "contact_mailbox"}} {
		b.free(before(way[0], v.text(way[1])))
	}
}

// noticeFields name the notice that a correction or withdrawal is about.
func noticeFields() []Field {
	return []Field{
		lineField("notice_title"), dateField("notice_date"), lineField("notice_number").or(), lineField("notice_code").or(),
	}
}

// noticeText words which notice is meant: 2026年3月6日公开的《……》（编号2026-0012，核验码1234-5678-9012）.
func noticeText(v Values) string {
	code := v.text("notice_code")
	if shown, err := data.ParseNoticeCode(code); err == nil {
		code = shown
	}
	marks := clauses(before("编号", v.text("notice_number")), before("核验码", code))
	if marks != "" {
		marks = "（" + marks + "）"
	}
	return v.chinese("notice_date") + "公开的" + bookMarked(v.text("notice_title")) + marks
}

// checkNoticeCode refuses a verification code that no notice can have.
func checkNoticeCode(template string, v Values) error {
	code := v.text("notice_code")
	if code == "" {
		return nil
	}
	if _, err := data.ParseNoticeCode(code); err != nil {
		return data.Refuse(data.ErrInvalid, "document.code", Place(template, "notice_code"), code)
	}
	return nil
}

// listed adds a table with numbered rows: heads over what stands in the rows by their keys. A column that nobody filled
// in is left out.
func (b *body) listed(heads, keys []string, rows []map[string]string) {
	kept, texts := []string{"序号"}, make([][]string, len(rows))
	for i := range rows {
		texts[i] = []string{strconv.Itoa(i + 1)}
	}
	for column, key := range keys {
		if !isFilled(rows, key) {
			continue
		}
		kept = append(kept, heads[column])
		for i, row := range rows {
			texts[i] = append(texts[i], row[key])
		}
	}
	b.table(kept, texts, nil)
}

// isFilled tells whether any of the rows says something in a column.
func isFilled(rows []map[string]string, key string) bool {
	for _, row := range rows {
		if row[key] != "" {
			return true
		}
	}
	return false
}

// counted words how many: 先进集体2个.
func counted(what string, n int, unit string) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%s%d%s", what, n, unit)
}
