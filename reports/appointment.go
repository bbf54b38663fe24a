package reports

import "gongkailan/data"

// appointment is the 任前公示 (S9): decision and its date, who is proposed for which post, then the period and how to
// object. The names of the candidates are published in full; born is year and month only.
func appointment() Template {
	return Template{
		Code: "appointment", Entry: "3.5", Kind: data.Publicity,
		Fields: []Field{
			dateField("decided_on"),
			lineField("meeting"),
			peopleField("candidates", personFields(lineField("post"), lineField("proposed"))...),
			textField("note").or(),
		},
		agree: func(v Values) error { return inSequence(v, "appointment", "decided_on", "issue_date", "from") },
		write: writeAppointment,
	}
}

func writeAppointment(v Values) Text {
	var b body
	names := v.names("candidates", "name")
	b.add("根据《党政领导干部选拔任用工作条例》等有关规定，经%s%s研究决定，现将%s拟任职情况公示如下：",
		v.chinese("decided_on"), v.text("meeting"), several(names, "同志"))
	for _, row := range v.rows("candidates") {
		b.add("%s。", clauses(personText(row), before("现任", row["post"]), before("拟任", row["proposed"])))
	}
	b.free(v.text("note"))
	return Text{Title: titled(several(names, "同志"), "任前公示"), Names: names, Body: b.text()}
}

// personFields are what a notice says of a person, with further fields behind.
func personFields(more ...Field) []Field {
	return append([]Field{
		personField("name"), lineField("sex").or(), lineField("nation").or(),
		monthField("born").or(), lineField("education").or(), lineField("party").or(),
	}, more...)
}

// personText words a person: 王䶮，女，汉族，1986年10月生，大学学历，中共党员.
func personText(row map[string]string) string {
	return clauses(row["name"], row["sex"], row["nation"], behind(monthText(row["born"]), "生"), row["education"], row["party"])
}
