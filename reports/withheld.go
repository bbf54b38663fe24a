package reports

import "gongkailan/data"

// withheld tells members and public that a matter is not published (S17): which, of which kind the reason is, what the
// superior ruled, and where to ask.
func withheld() Template {
	fields := []Field{
		lineField("matter"),
		choiceField("ground", "涉及党和国家秘密", "涉及商业秘密", "涉及个人隐私", "依照有关规定不宜公开"),
		textField("explanation").or(),
		dateField("decided_on"), lineField("meeting"),
		lineField("superior"), dateField("ruled_on"), lineField("ruling_number"), lineField("ruling"),
	}
	return Template{
		Code: "withheld", Kind: data.Announcement,
		Fields: append(append(fields, contactFields()...), textField("note").or()),
		agree:  func(v Values) error { return inSequence(v, "withheld", "decided_on", "ruled_on", "issue_date") },
		write:  writeWithheld,
	}
}

func writeWithheld(v Values) Text {
	var b body
	b.add("按照党务公开有关规定，现将%s不予公开的有关情况向党员、群众反馈如下：", quoted(v.text("matter")))
	b.head("不予公开的理由")
	b.add("该事项%s。", v.text("ground"))
	b.free(v.text("explanation"))
	b.head("上级党组织审定意见")
	b.add("经%s%s研究，认为该事项不宜公开，作出书面说明，报%s审定。", v.chinese("decided_on"), v.text("meeting"), v.text("superior"))
	b.add("%s，%s以%s作出审定意见：%s", v.chinese("ruled_on"), v.text("superior"), v.text("ruling_number"), sentence(v.text("ruling")))
	b.free(v.text("note"))
	b.head("咨询方式")
	b.add("对上述情况有疑问的，可以向%s咨询。", v.text("contact_office"))
	b.contact(v)
	return Text{Title: titled(quoted(v.text("matter"))+"不予公开", "公告"), Names: []string{v.text("superior")}, Body: b.text()}
}
