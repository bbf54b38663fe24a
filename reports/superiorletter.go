package reports

import (
	"fmt"
	"strings"
)

// openRules is what disclosure stands on where a clerk names nothing else.
const openRules = "《中国共产党党务公开条例（试行）》和本单位党务公开实施方案"

// superiorLetter is the 请示 with which an item goes to the superior to be ruled on (S3): what is to be disclosed to whom
// and how, and what the unit itself decided.
func superiorLetter() Template {
	return Template{
		Code: "superiorletter",
		Fields: append([]Field{
			lineField("number"), personField("signer"), lineField("superior"), lineField("matter"), lineField("basis").or(), textField("content"),
			textField("opinion"),
		}, letterFields()...),
		agree: func(v Values) error { return inSequence(v, "superiorletter", "decided_on", "issue_date") },
		write: writeSuperiorLetter,
	}
}

// letterFields are what the letters to the superior share: scope and way of disclosure, the decision, and whom to ask.
func letterFields() []Field {
	return []Field{
		choiceField("audience", "党内", "机关全体人员", "全社会"), lineField("channels"), lineField("period"),
		dateField("decided_on"), lineField("meeting"), textField("note").or(),
		tableField("attachments", lineField("name")).or(),
		personField("contact_person"), lineField("office_phone"),
	}
}

func writeSuperiorLetter(v Values) Text {
	var b body
	matter := unquoted(v.text("matter"))
	basis := v.text("basis")
	if basis == "" {
		basis = openRules
	}
	b.add("根据%s，我单位拟公开“%s”，按规定须报上级党组织审核。现将有关情况请示如下：", basis, matter)
	b.head("拟公开的内容")
	b.free(v.text("content"))
	b.head("公开范围、方式和期限")
	b.scope(v)
	b.head("研究意见")
	b.add("%s，经%s研究，形成以下意见：", v.chinese("decided_on"), v.text("meeting"))
	b.free(v.text("opinion"))
	b.free(v.text("note"))
	b.add("妥否，请批示。")
	return Text{
		Title:  titled("报请审核“"+matter+"”公开事项", "请示"),
		Number: v.text("number"), Signer: v.text("signer"), To: v.text("superior") + "：", Body: b.text(), Attachments: v.names("attachments", "name"),
		Under: []string{whomToAsk(v)},
	}
}

// scope says to whom, how and how long something is disclosed.
func (b *body) scope(v Values) {
	b.add("公开范围：%s。", v.text("audience"))
	b.add("公开方式：%s。", v.text("channels"))
	b.add("公开期限：%s。", v.text("period"))
}

// whomToAsk is the 附注 that a 请示 must have.
func whomToAsk(v Values) string {
	return fmt.Sprintf("（联系人：%s；办公电话：%s）", v.text("contact_person"), v.text("office_phone"))
}

// unquoted takes the marks around a name away that a clerk may have written with it: the document sets its own.
func unquoted(name string) string {
	for _, pair := range [][2]string{{"“", "”"}, {"《", "》"}} {
		inner, begins := strings.CutPrefix(name, pair[0])
		inner, ends := strings.CutSuffix(inner, pair[1])
		if begins && ends && !strings.ContainsAny(inner, pair[0]+pair[1]) {
			return inner
		}
	}
	return name
}
