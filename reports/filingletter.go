package reports

// filingLetter is the 报告 with which the plan for an item outside the catalogue is filed with the superior (S4): without
// it such an item cannot be published.
func filingLetter() Template {
	return Template{
		Code: "filingletter",
		Fields: append([]Field{
			lineField("number"), personField("signer"), lineField("superior"), lineField("matter"), lineField("plan"), textField("reason"),
			lineField("office"), lineField("basis").or(),
		}, letterFields()...),
		agree: func(v Values) error { return inSequence(v, "filingletter", "decided_on", "issue_date") },
		write: writeFilingLetter,
	}
}

func writeFilingLetter(v Values) Text {
	var b body
	matter, plan := unquoted(v.text("matter")), unquoted(v.text("plan"))
	basis := v.text("basis")
	if basis == "" {
		basis = openRules
	}
	b.add("我单位拟公开“%s”。该事项未列入我单位党务公开目录，根据%s，我单位制定了《%s》，经%s%s研究同意。现将有关情况报告如下：",
		matter, basis, plan, v.chinese("decided_on"), v.text("meeting"))
	b.head("公开的理由")
	b.free(v.text("reason"))
	b.head("公开范围、方式和期限")
	b.scope(v)
	b.head("组织实施")
	b.add("由%s负责组织实施，按程序审核审批后公开，公开情况按年度归档。", v.text("office"))
	b.free(v.text("note"))
	b.add("现随文报送《%s》，请予备案。", plan)
	return Text{
		Title:  titled("《"+plan+"》备案", "报告"),
		Number: v.text("number"), Signer: v.text("signer"), To: v.text("superior") + "：", Body: b.text(),
		Attachments: append([]string{plan}, v.names("attachments", "name")...),
		Under:       []string{whomToAsk(v)},
	}
}
