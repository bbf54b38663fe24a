package reports

import (
	"strconv"

	"gongkailan/data"
)

// dues is the 党费收缴使用公示 (3.4): what was collected from each branch and what it was spent on, with sums.
func dues() Template {
	return Template{
		Code: "dues", Entry: "3.4", Kind: data.Announcement,
		Fields: []Field{
			lineField("span"), // 2026年上半年
			tableField("collected", lineField("branch"), numberField("members"), moneyField("due"), moneyField("paid")),
			moneyField("carried").or(),
			tableField("spent", dateField("on"), lineField("purpose"), moneyField("sum"), lineField("note").or()).or(),
			textField("note").or(),
		},
		agree: agreeDues,
		write: writeDues,
	}
}

// agreeDues refuses more spent than there was: what is left cannot be below nothing.
func agreeDues(v Values) error {
	carried, _ := cents(v.text("carried")) // checked; empty means nothing was carried over
	there, used := carried+sumOf(v.rows("collected"), "paid", cents), sumOf(v.rows("spent"), "sum", cents)
	if used > there {
		return data.Refuse(data.ErrInvalid, "document.overspent", Place("dues", "spent"), yuan(used), yuan(there))
	}
	return nil
}

func writeDues(v Values) Text {
	var b body
	span := v.text("span")
	b.add("根据《中国共产党党费收缴、使用和管理的规定》，现将%s党费收缴、使用情况公布如下：", span)
	b.head("收缴情况")
	collected := v.rows("collected")
	members, due, paid := sumOf(collected, "members", wholeNumber), sumOf(collected, "due", cents), sumOf(collected, "paid", cents)
	b.add("%s应缴党费%s元，实缴党费%s元。", span, yuan(due), yuan(paid))
	var rows [][]string
	for i, row := range collected {
		rows = append(rows, []string{strconv.Itoa(i + 1), row["branch"], row["members"], money(row["due"]), money(row["paid"])})
	}
	b.table([]string{"序号", "党支部", "党员人数", "应缴（元）", "实缴（元）"}, rows,
		[]string{"合计", "", strconv.FormatInt(members, 10), yuan(due), yuan(paid)})
	b.head("使用情况")
	spent := v.rows("spent")
	used := sumOf(spent, "sum", cents)
	carried, _ := cents(v.text("carried")) // checked; empty means nothing was carried over
	if len(spent) == 0 {
		b.add("%s未使用党费。", span)
	} else {
		b.add("%s使用党费%s元。", span, yuan(used))
		rows = nil
		for i, row := range spent {
			rows = append(rows, []string{strconv.Itoa(i + 1), dateText(row["on"]), row["purpose"], money(row["sum"]), row["note"]})
		}
		b.table([]string{"序号", "日期", "用途", "金额（元）", "备注"}, rows, []string{"合计", "", "", yuan(used), ""})
	}
	b.head("结存情况")
	b.add("上期结存%s元，本期收入%s元，本期支出%s元，期末结存%s元。", yuan(carried), yuan(paid), yuan(used), yuan(carried+paid-used))
	b.free(v.text("note"))
	return Text{Title: titled(span+"党费收缴使用情况", "公示"), Body: b.text()}
}

// sumOf adds up a column that was checked before.
func sumOf(rows []map[string]string, key string, read func(string) (int64, error)) int64 {
	sum := int64(0)
	for _, row := range rows {
		if n, err := read(row[key]); err == nil {
			sum += n
		}
	}
	return sum
}

// money writes a sum that was checked before, with its two decimals.
func money(text string) string {
	n, err := cents(text)
	if err != nil {
		return text
	}
	return yuan(n)
}

// dateText writes a date that was checked before.
func dateText(text string) string {
	d, err := data.ParseDate(text)
	if err != nil {
		return text
	}
	return d.Chinese()
}
