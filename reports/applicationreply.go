package reports

import "gongkailan/data"

// What an application for disclosure may be answered with (S12).
const (
	grantAll   = "予以公开"
	grantPart  = "部分公开"
	grantNone  = "不予公开"
	notOurs    = "不属于本单位"
	applicants = "申请人"
)

// applicationReply is the 依申请公开答复: the decision, what is disclosed, and reason and basis of what is not. The
// applicant is called by the receipt code; a name stands there only where the reply goes to that person as a letter.
func applicationReply() Template {
	return Template{
		Code: "applicationreply",
		Fields: []Field{
			lineField("number").or(), lineField("receipt"), dateField("received_on"), personField("applicant").or(),
			lineField("asked"), choiceField("decision", grantAll, grantPart, grantNone, notOurs),
			textField("answer").or(), textField("reason").or(), lineField("basis").or(), lineField("holder").or(),
			lineField("contact_office").or(), lineField("contact_phone").or(),
			tableField("attachments", lineField("name")).or(),
		},
		agree: agreeApplication,
		write: writeApplicationReply,
	}
}

// agreeApplication asks for what the decision needs: what is disclosed, and reason and basis where not all is.
func agreeApplication(v Values) error {
	needed := map[string][]string{
		grantAll:  {"answer"},
		grantPart: {"answer", "reason", "basis"},
		grantNone: {"reason", "basis"},
		notOurs:   {"reason", "basis"},
	}
	for _, key := range needed[v.text("decision")] {
		if v.text(key) == "" {
			return data.Refuse(data.ErrInvalid, "document.missing", Place("applicationreply", key))
		}
	}
	return inSequence(v, "applicationreply", "received_on", "issue_date")
}

func writeApplicationReply(v Values) Text {
	var b body
	applicant := v.text("applicant")
	to := applicants + "（受理编号：" + v.text("receipt") + "）："
	if applicant != "" {
		to = applicant + "同志："
	}
	b.add("我单位于%s收到你提出的党务公开申请（受理编号：%s），申请公开%s。经审核，现答复如下：",
		v.chinese("received_on"), v.text("receipt"), v.text("asked"))
	b.head("答复意见")
	b.add("%s", decisionSentence(v.text("decision")))
	b.free(v.text("answer"))
	if reason := v.text("reason"); reason != "" {
		b.head("理由和依据")
		b.free(reason)
		b.free(behind(before("依据：", v.text("basis")), "。"))
	}
	b.free(behind(before("相关信息由", v.text("holder")), "掌握，可以向其咨询或者提出申请。"))
	b.free(furtherQuestions(v))
	return Text{
		Title: titled("党务公开申请", "答复"), Number: v.text("number"), To: to, Names: []string{applicant},
		Body: b.text(), Attachments: v.names("attachments", "name"),
	}
}

func decisionSentence(decision string) string {
	switch decision {
	case grantAll:
		return "你申请公开的事项可以公开，决定予以公开。具体内容如下："
	case grantPart:
		return "你申请公开的事项中部分内容可以公开，决定部分公开。可以公开的内容如下："
	case grantNone:
		return "你申请公开的事项不宜公开，决定不予公开。"
	default:
		return "你申请公开的事项不属于本单位党务公开范围。"
	}
}
