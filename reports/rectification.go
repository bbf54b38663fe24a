package reports

import (
	"strconv"
	"strings"

	"gongkailan/data"
)

// rectification is the 整改通知书 that follows an inspection (S19): what was found under which of the six heads, what is
// asked for and until when, when to report back, and the recheck.
func rectification() Template {
	return Template{
		Code: "rectification",
		Fields: []Field{
			lineField("number"), lineField("office"), dateField("inspected_on"), lineField("inspector"),
			tableField("findings",
				textField("problem"), choiceField("head", sixTitles()...), textField("demand"), dateField("deadline")),
			dateField("report_by"), dateField("recheck_on").or(), textField("note").or(),
			lineField("contact_phone").or(),
		},
		agree: agreeRectification,
		write: writeRectification,
	}
}

// agreeRectification asks that nothing is due before the notice is given, and that the recheck follows the report.
func agreeRectification(v Values) error {
	if err := inSequence(v, "rectification", "inspected_on", "issue_date", "report_by", "recheck_on"); err != nil {
		return err
	}
	for i, row := range v.rows("findings") {
		due, err := data.ParseDate(row["deadline"])
		if given := v.date("issue_date"); err == nil && due < given {
			return data.Refuse(data.ErrInvalid, "document.order",
				Place("rectification", "findings", strconv.Itoa(i+1), "deadline"), due.Chinese(),
				Place("rectification", "issue_date"), given.Chinese())
		}
	}
	return nil
}

func writeRectification(v Values) Text {
	var b body
	findings := v.rows("findings")
	b.add("%s，%s对你部门党务公开工作进行了监督检查，发现问题%d个。现将问题和整改要求通知如下：",
		v.chinese("inspected_on"), v.text("inspector"), len(findings))
	rows := make([][]string, len(findings))
	for i, row := range findings {
		rows[i] = []string{strconv.Itoa(i + 1), row["problem"], row["head"], row["demand"], overYear(dateText(row["deadline"]))}
	}
	b.table([]string{"序号", "问题", "对应检查内容", "整改要求", "完成时限"}, rows, nil)
	b.add("请对照上述问题认真整改，并于%s前将整改情况书面报送%s%s。",
		v.chinese("report_by"), v.text("inspector"), behind(before("（电话：", v.text("contact_phone")), "）"))
	b.add("%s", recheckSentence(v))
	b.free(v.text("note"))
	return Text{
		Title: "党务公开监督检查整改通知书", Number: v.text("number"), To: v.text("office") + "：", Body: b.text(),
		Under: []string{"签收人（签名）：　　　　签收日期：　　年　　月　　日"},
	}
}

// overYear sets the year of a date on a line of its own: the columns of words need the room.
func overYear(date string) string { return strings.Replace(date, "年", "年\n", 1) }

func recheckSentence(v Values) string {
	when := "整改期满后"
	if on := v.chinese("recheck_on"); on != "" {
		when = on
	}
	return when + "将进行复查，复查合格的予以销号；逾期未整改或者整改不到位的，继续督促整改。"
}
