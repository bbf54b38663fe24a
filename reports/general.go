package reports

import "gongkailan/data"

// general is a notice in free words: a title and a body, for whatever no other template is made for. A 公示 has its
// period and how to object besides.
func general(code string, kind data.Kind) Template {
	return Template{
		Code: code, Kind: kind, Titled: true,
		Fields: []Field{
			textField("body"), pictureField("pictures").or(),
			tableField("attachments", lineField("name")).or(),
		},
		agree: func(v Values) error { return inSequence(v, code, "issue_date", "from") },
		write: writeGeneral,
	}
}

func writeGeneral(v Values) Text {
	var b body
	b.free(v.text("body"))
	b.pictures(v["pictures"].Pictures)
	return Text{Title: v.text("title"), Body: b.text(), Figures: b.figures, Attachments: v.names("attachments", "name")}
}
