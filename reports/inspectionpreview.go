package reports

import "gongkailan/data"

// inspectionPreview is the 考察预告 (S9): who is to be considered, by which group, from when to when, and how members and
// the public reach the group. It comes before the 考察; the posts in view are decided only after it and do not stand here.
func inspectionPreview() Template {
	return Template{
		Code: "inspectionpreview", Entry: "2.3", Kind: data.Publicity,
		Fields: []Field{
			dateField("decided_on"), lineField("meeting"),
			peopleField("subjects", personFields(lineField("post"))...),
			lineField("group"), personField("leader").or(),
			peopleField("group_members", personField("name"), lineField("post").or()).or(),
			dateField("inspect_from"), dateField("inspect_to"), lineField("inspect_place").or(),
			lineField("methods").or(),
			lineField("group_room"), lineField("group_phone"),
			textField("note").or(),
		},
		agree: agreeInspectionPreview,
		write: writeInspectionPreview,
	}
}

// agreeInspectionPreview asks that what is told beforehand is told before it begins.
func agreeInspectionPreview(v Values) error {
	const code = "inspectionpreview"
	if err := v.inOrder("inspect_from", "inspect_to"); err != nil {
		return err
	}
	if err := inSequence(v, code, "decided_on", "issue_date", "from"); err != nil {
		return err
	}
	return inSequence(v, code, "issue_date", "inspect_from")
}

func writeInspectionPreview(v Values) Text {
	var b body
	names := v.names("subjects", "name")
	who := several(names, "同志")
	b.add("根据《党政领导干部选拔任用工作条例》等有关规定，经%s%s研究，决定派出考察组，对%s进行考察。现将有关事项预告如下：",
		v.chinese("decided_on"), v.text("meeting"), who)
	b.head("考察对象")
	for _, row := range v.rows("subjects") {
		b.add("%s。", clauses(personText(row), before("现任", row["post"])))
	}
	b.head("考察组")
	b.add("%s。", v.text("group"))
	b.free(behind(before("组长：", v.text("leader")), "。"))
	b.free(behind(before("成员：", memberNames(v)), "。"))
	where := v.text("inspect_place")
	if where == "" {
		b.head("考察时间")
	} else {
		b.head("考察时间和地点")
	}
	b.add("%s。", clauses(days(v.date("inspect_from"), v.date("inspect_to")), where))
	b.head("考察方式")
	if methods := v.text("methods"); methods != "" {
		b.add("采取%s等方式，全面考察其德、能、勤、绩、廉情况。", methods)
	} else {
		b.add("按照规定的方式和程序，全面考察其德、能、勤、绩、廉情况。")
	}
	b.head("联系方式")
	b.add("考察期间，党员、干部、群众可以采取来访、来信、电话等形式，向考察组如实反映考察对象的有关情况，提倡署实名。考察组对反映的情况严格保密。")
	b.add("考察组办公地点：%s；电话：%s。", v.text("group_room"), v.text("group_phone"))
	b.free(v.text("note"))
	return Text{Title: titled("对"+who+"进行考察", "预告"), Names: names, Body: b.text()}
}

// memberNames puts the members of a group side by side, with their posts where these are given.
func memberNames(v Values) string {
	text := ""
	for _, row := range v.rows("group_members") {
		if text != "" {
			text += "、"
		}
		text += row["name"]
		if row["post"] != "" {
			text += "（" + row["post"] + "）"
		}
	}
	return text
}
