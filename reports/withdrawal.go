package reports

import (
	"strings"

	"gongkailan/data"
)

// withdrawal tells the public that a notice was taken down: which, when, and why.
func withdrawal() Template {
	return Template{
		Code: "withdrawal", Kind: data.Announcement,
		Fields: append(noticeFields(),
			dateField("withdrawn_on"), lineField("reason"), lineField("next").or(), textField("note").or()),
		agree: func(v Values) error {
			if err := inSequence(v, "withdrawal", "notice_date", "withdrawn_on", "issue_date"); err != nil {
				return err
			}
			return checkNoticeCode("withdrawal", v)
		},
		write: writeWithdrawal,
	}
}

func writeWithdrawal(v Values) Text {
	var b body
	reason := strings.TrimRight(v.text("reason"), "。，；")
	for _, word := range []string{"因为", "由于", "因"} {
		if rest, ok := strings.CutPrefix(reason, word); ok {
			reason = rest
			break
		}
	}
	b.add("%s，因%s，已于%s撤下，停止公开。", noticeText(v), reason, v.chinese("withdrawn_on"))
	b.free(sentence(v.text("next")))
	b.free(v.text("note"))
	b.add("特此公告。")
	return Text{Title: titled("撤下"+bookMarked(v.text("notice_title")), "公告"), Body: b.text()}
}
