package reports

import (
	"strings"

	"gongkailan/data"
)

// honours is the 评优评先公示 (3.7): which groups and persons are to be proposed for an honour or to receive one.
func honours() Template {
	return Template{
		Code: "honours", Entry: "3.7", Kind: data.Publicity,
		Fields: []Field{
			choiceField("stage", "拟推荐", "拟表彰"),
			lineField("award"), lineField("basis").or(), lineField("procedure").or(),
			dateField("decided_on"), lineField("meeting"),
			tableField("collectives", lineField("name"), lineField("honour"), textField("deeds").or()).or(),
			peopleField("individuals",
				personField("name"), lineField("sex").or(), lineField("post"), lineField("honour"), textField("deeds").or()).or(),
			textField("note").or(),
		},
		agree: func(v Values) error {
			if len(v["collectives"].Rows) == 0 && len(v["individuals"].Rows) == 0 {
				return data.Refuse(data.ErrInvalid, "document.either", Place("honours", "collectives"), Place("honours", "individuals"))
			}
			return inSequence(v, "honours", "decided_on", "issue_date", "from")
		},
		write: writeHonours,
	}
}

func writeHonours(v Values) Text {
	var b body
	groups, persons := v.rows("collectives"), v.rows("individuals")
	var whom []string
	if len(groups) > 0 {
		whom = append(whom, "先进集体")
	}
	if len(persons) > 0 {
		whom = append(whom, "先进个人")
	}
	about := v.text("award") + v.text("stage") + strings.Join(whom, "和")
	steps := ""
	if basis := v.text("basis"); basis != "" {
		steps = "根据" + bookMarked(basis) + "要求，"
	}
	if procedure := v.text("procedure"); procedure != "" {
		steps += "经" + procedure + "，并"
	}
	b.add("%s经%s%s研究，现将%s名单公示如下：", steps,
		v.chinese("decided_on"), v.text("meeting"), about)
	if len(groups) > 0 {
		b.head(counted(v.text("stage")+"先进集体（", len(groups), "个）"))
		b.honoured(v.text("stage"), []string{"名称", "荣誉称号"}, []string{"name", "honour"}, groups)
	}
	if len(persons) > 0 {
		b.head(counted(v.text("stage")+"先进个人（", len(persons), "名）"))
		b.honoured(v.text("stage"), []string{"姓名", "性别", "单位及职务", "荣誉称号"},
			[]string{"name", "sex", "post", "honour"}, persons)
	}
	b.free(v.text("note"))
	return Text{
		Title: titled(about, "公示"), Names: append(v.names("individuals", "name"), v.names("collectives", "name")...), Body: b.text(),
	}
}

// honoured lists who is to be honoured: in a table, or in paragraphs where deeds are told, for which cells are too narrow.
func (b *body) honoured(stage string, heads, keys []string, rows []map[string]string) {
	if !isFilled(rows, "deeds") {
		b.listed(heads, keys, rows)
		return
	}
	for i, row := range rows {
		b.add("%d.%s。%s", i+1, clauses(row["name"], row["sex"], row["post"], stage+"为"+row["honour"]),
			sentence(before("主要事迹：", row["deeds"])))
	}
}
