package reports

import (
	"gongkailan/reports/page"
)

// opinionSheet is the 意见处理单 (S5): what came in, what is to be done about it by whom, what was done, and what was
// answered. It has no place for who wrote: opinions may be whistle-blowing.
func opinionSheet() Template {
	return Template{
		Code: "opinionsheet",
		Fields: []Field{
			lineField("issuer"), lineField("receipt"),
			choiceField("source", "意见箱", "电话", "网上", "来访", "大厅屏", "来信"), dateField("received_on"),
			choiceField("category", "意见建议", "情况反映", "咨询", "点题", "其他"), textField("summary"),
			textField("proposal").or(), lineField("office").or(), dateField("due_on").or(),
			textField("handling").or(), textField("review").or(), textField("reply").or(), dateField("closed_on").or(),
		},
		agree: func(v Values) error { return inSequence(v, "opinionsheet", "received_on", "closed_on") },
		draw:  drawOpinionSheet,
	}
}

// handSigned is the place for a signature under what somebody says.
const handSigned = "签名：　　　　　　　　　　年　　月　　日"

func drawOpinionSheet(v Values, _ page.Style, widths page.Widths) page.Document {
	const title = "意见处理单"
	f := newForm(widths, title, "填制单位："+v.text("issuer"), "受理编号："+v.text("receipt"))
	const whole, half = formWidth - labelWidth, formWidth/2 - labelWidth
	pair := func(a, b, c, d string) { f.row(2, label(a), value(b, half), label(c), value(d, half)) }
	signed := func(least int, name, text string) {
		f.row(least, label(name), page.Cell{Text: text, Foot: handSigned, Width: whole})
	}
	pair("来　　源", v.text("source"), "收到日期", v.chinese("received_on"))
	pair("类　　别", v.text("category"), "承办股室", v.text("office"))
	f.row(8, label("内容摘要"), value(v.text("summary"), whole))
	signed(5, "拟办意见", v.text("proposal"))
	signed(6, "承办情况", v.text("handling"))
	signed(5, "审核意见", v.text("review"))
	signed(5, "答复情况", v.text("reply"))
	pair("办理期限", v.chinese("due_on"), "办结日期", v.chinese("closed_on"))
	f.note("本单不记载反映人的姓名、单位和联系方式，内容摘要中也不得写入；原件由承办人员另行密封保管。")
	return f.Document(title + " " + v.text("receipt"))
}
