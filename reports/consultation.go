package reports

import (
	"strings"

	"gongkailan/data"
)

// consultation asks for opinions on the draft of a decision (S14): on what, from when to when, and how to answer. The
// draft is the first attachment.
func consultation() Template {
	fields := []Field{
		lineField("draft"), choiceField("consulted", "社会", "机关全体人员", "全体党员"), lineField("aim").or(),
		dateField("from"), dateField("to"),
	}
	fields = append(fields, contactFields()...)
	return Template{
		Code: "consultation", Entry: "1.4", Kind: data.Announcement,
		Fields: append(fields,
			lineField("other_ways").or(), textField("note").or(), tableField("attachments", lineField("name")).or()),
		agree: func(v Values) error {
			if err := v.inOrder("from", "to"); err != nil {
				return err
			}
			return inSequence(v, "consultation", "issue_date", "from")
		},
		write: writeConsultation,
	}
}

func writeConsultation(v Values) Text {
	var b body
	draft := draftName(v.text("draft"))
	b.add("%s我单位起草了%s，现向%s征求意见。有关事项公告如下：", behind(before("为", strings.TrimPrefix(v.text("aim"), "为")), "，"),
		bookMarked(draft), consultedText(v))
	b.head("征求意见时间")
	b.add("%s。", days(v.date("from"), v.date("to")))
	b.head("提出意见的方式")
	for i, way := range waysText(v) {
		b.add("%d.%s", i+1, way)
	}
	b.free(v.text("note"))
	b.head("意见的处理")
	b.add("对收到的意见建议，将逐条研究；采纳情况和未采纳的理由，将以适当方式公布。")
	return Text{
		Title: titled(consultingVerb(v)+bookMarked(draft)+"意见", "公告"),
		Body:  b.text(), Attachments: append([]string{draft}, v.names("attachments", "name")...),
	}
}

// draftName gives the name of a draft with the mark that it is one.
func draftName(name string) string {
	if inner, ok := strings.CutPrefix(name, "《"); ok {
		name = strings.TrimSuffix(inner, "》")
	}
	if strings.Contains(name, "征求意见稿") {
		return name
	}
	return name + "（征求意见稿）"
}

// consultedText words who is asked; only the society is asked 公开.
func consultedText(v Values) string {
	if who := v.text("consulted"); who != "社会" {
		return who
	}
	return "社会公开"
}

func consultingVerb(v Values) string {
	if v.text("consulted") == "社会" {
		return "公开征求"
	}
	return "征求"
}

// waysText lists how an opinion can be given, of what the unit has told.
func waysText(v Values) []string {
	office := v.text("contact_office")
	var ways []string
	if address := v.text("contact_address"); address != "" {
		ways = append(ways, "来信来访：请将书面意见寄送或者当面送交"+office+"，地址："+address+"。")
	} else {
		ways = append(ways, "来信来访：请将书面意见送交"+office+"。")
	}
	if phone := v.text("contact_phone"); phone != "" {
		ways = append(ways, "电话："+phone+"。")
	}
	if mailbox := v.text("contact_mailbox"); mailbox != "" {
		ways = append(ways, "电子邮箱："+mailbox+"。")
	}
	if other := v.text("other_ways"); other != "" {
		ways = append(ways, "其他方式："+sentence(other))
	}
	return ways
}
