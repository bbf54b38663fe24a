package reports

import (
	"strconv"

	"gongkailan/data"
)

// The stages at which the admission of a member is made known (《中国共产党发展党员工作细则》).
const (
	stageCandidate    = "拟确定为发展对象"
	stageProbationary = "拟接收为预备党员"
	stageFull         = "拟转为正式党员"
)

// membership is the 发展党员公示 (3.7): who is at which stage, with the dates of the stages before and the members who
// answer for them.
func membership() Template {
	return Template{
		Code: "membership", Entry: "3.7", Kind: data.Publicity,
		Fields: []Field{
			choiceField("stage", stageCandidate, stageProbationary, stageFull),
			dateField("decided_on"), lineField("meeting"),
			peopleField("persons",
				personField("name"), lineField("sex").or(), lineField("nation").or(), monthField("born").or(),
				lineField("education").or(), lineField("post").or(), lineField("branch"),
				dateField("applied_on"), dateField("activist_on"), dateField("candidate_on").or(), dateField("probationary_on").or(),
				lineField("mentors").or(), lineField("sponsors").or(),
			),
			textField("note").or(),
		},
		agree: agreeMembership,
		write: writeMembership,
	}
}

// agreeMembership tells whether each person has what the stage needs and the dates follow each other.
func agreeMembership(v Values) error {
	needed := map[string][]string{
		stageCandidate:    {"mentors"},
		stageProbationary: {"candidate_on", "sponsors"},
		stageFull:         {"candidate_on", "probationary_on", "sponsors"},
	}[v.text("stage")]
	for i, row := range v.rows("persons") {
		cell := func(key string) string { return Place("membership", "persons", strconv.Itoa(i+1), key) }
		for _, key := range needed {
			if row[key] == "" {
				return data.Refuse(data.ErrInvalid, "document.missing", cell(key))
			}
		}
		last, at := data.Date(""), ""
		for _, key := range []string{"applied_on", "activist_on", "candidate_on", "probationary_on"} {
			day, err := data.ParseDate(row[key])
			if err != nil {
				continue // empty: a stage that lies ahead
			}
			if day <= last {
				return data.Refuse(data.ErrInvalid, "document.order", cell(key), day.Chinese(), cell(at), last.Chinese())
			}
			last, at = day, key
		}
		if decided := v.date("decided_on"); decided < last {
			return data.Refuse(data.ErrInvalid, "document.order",
				Place("membership", "decided_on"), decided.Chinese(), cell(at), last.Chinese())
		}
	}
	return inSequence(v, "membership", "decided_on", "issue_date", "from")
}

func writeMembership(v Values) Text {
	var b body
	names := v.names("persons", "name")
	who := several(names, "同志")
	about, what := "", ""
	switch v.text("stage") {
	case stageCandidate:
		what = "拟确定" + who + "为发展对象"
		about = what
	case stageProbationary:
		what = "拟接收" + who + "为中共预备党员"
		about = what
	default:
		what = "拟将" + who + "转为中共正式党员"
		about = who + "拟转为中共正式党员"
	}
	b.add("根据《中国共产党章程》和《中国共产党发展党员工作细则》有关规定，经%s%s研究，%s。现将有关情况公示如下：",
		v.chinese("decided_on"), v.text("meeting"), what)
	for _, row := range v.rows("persons") {
		b.add("%s。%s。%s", clauses(row["name"], row["sex"], row["nation"], behind(monthText(row["born"]), "生"), row["education"],
			before("现任", row["post"]), before("所在党支部为", row["branch"])), stagesText(row), vouchers(row))
	}
	b.free(v.text("note"))
	return Text{Title: titled(about, "公示"), Names: names, Body: b.text()}
}

// stagesText words when a person came to each stage so far.
func stagesText(row map[string]string) string {
	return clauses(
		dateText(row["applied_on"])+"申请入党",
		dateText(row["activist_on"])+"确定为入党积极分子",
		behind(dateText(row["candidate_on"]), "确定为发展对象"),
		behind(dateText(row["probationary_on"]), "接收为预备党员"),
	)
}

// vouchers words who trained a person and who proposed the admission.
func vouchers(row map[string]string) string {
	text := before("培养联系人：", row["mentors"])
	if text != "" && row["sponsors"] != "" {
		text += "；"
	}
	return behind(text+before("入党介绍人：", row["sponsors"]), "。")
}
