package reports

import (
	"strconv"

	"gongkailan/data"
)

// correction is the 更正: in which notice what was wrong, and what is right.
func correction() Template {
	return Template{
		Code: "correction", Kind: data.Announcement,
		Fields: append(noticeFields(),
			tableField("errors", lineField("where").or(), textField("wrong").or(), textField("right").or()),
			textField("note").or()),
		agree: agreeCorrection,
		write: writeCorrection,
	}
}

func agreeCorrection(v Values) error {
	for i, row := range v.rows("errors") {
		if row["wrong"] == row["right"] {
			at := func(key string) string { return Place("correction", "errors", strconv.Itoa(i+1), key) }
			return data.Refuse(data.ErrInvalid, "document.same", at("wrong"), at("right"))
		}
	}
	if err := inSequence(v, "correction", "notice_date", "issue_date"); err != nil {
		return err
	}
	return checkNoticeCode("correction", v)
}

func writeCorrection(v Values) Text {
	var b body
	b.add("%s，内容有误，现更正如下：", noticeText(v))
	errors := v.rows("errors")
	for i, row := range errors {
		lead := ""
		if len(errors) > 1 {
			lead = strconv.Itoa(i+1) + "."
		}
		b.add("%s%s%s。", lead, row["where"], correctedText(row))
	}
	b.add("除上述更正外，其他内容不变。由此造成的不便，敬请谅解。")
	b.free(v.text("note"))
	b.add("特此公告。")
	return Text{Title: titled("更正"+bookMarked(v.text("notice_title")), "公告"), Body: b.text()}
}

// correctedText words one correction. What was missing has nothing that was wrong, and what was too much nothing right.
func correctedText(row map[string]string) string {
	switch {
	case row["wrong"] == "":
		return "遗漏" + quoted(row["right"]) + "，现予补充"
	case row["right"] == "":
		return quoted(row["wrong"]) + "有误，现予删除"
	default:
		return quoted(row["wrong"]) + "应为" + quoted(row["right"])
	}
}
