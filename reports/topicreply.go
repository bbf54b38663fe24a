package reports

import (
	"fmt"

	"gongkailan/data"
)

// topicReply is the 点题公开答复 (S8): what was asked and when, and the answer. Whoever asked is told by the receipt code
// alone, because the answer hangs for everybody.
func topicReply() Template {
	return Template{
		Code: "topicreply", Entry: "6", Kind: data.Announcement,
		Fields: []Field{
			lineField("receipt"), dateField("received_on"), lineField("topic"), textField("answer"),
			pictureField("pictures").or(),
			lineField("contact_office").or(), lineField("contact_phone").or(),
			tableField("attachments", lineField("name")).or(),
		},
		agree: func(v Values) error { return inSequence(v, "topicreply", "received_on", "issue_date") },
		write: writeTopicReply,
	}
}

func writeTopicReply(v Values) Text {
	var b body
	topic := v.text("topic")
	b.add("%s，我单位收到党员群众点题（受理编号：%s），希望公开%s。经研究，现答复如下：", v.chinese("received_on"), v.text("receipt"), topic)
	b.free(v.text("answer"))
	b.pictures(v["pictures"].Pictures)
	b.free(furtherQuestions(v))
	b.add("感谢您对党务公开工作的关心和支持。")
	return Text{
		Title: titled("“"+topic+"”点题公开", "答复"),
		Body:  b.text(), Figures: b.figures, Attachments: v.names("attachments", "name"),
	}
}

// furtherQuestions tells where to ask about a reply; "" where no office is named.
func furtherQuestions(v Values) string {
	office := v.text("contact_office")
	if office == "" {
		return ""
	}
	return fmt.Sprintf("如有疑问，请向%s咨询%s。", office, before("，电话：", v.text("contact_phone")))
}
