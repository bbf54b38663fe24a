package reports

import (
	"fmt"
	"strconv"

	"gongkailan/data"
)

// What becomes of an opinion on a draft.
const (
	taken      = "采纳"
	takenPart  = "部分采纳"
	takenNever = "未采纳"
)

// consultationResult is what came of asking for opinions (S14): how many, which, what was taken up, and why not.
func consultationResult() Template {
	return Template{
		Code: "consultationresult", Entry: "1.4", Kind: data.Announcement,
		Fields: []Field{
			lineField("draft"), choiceField("consulted", "社会", "机关全体人员", "全体党员"),
			dateField("asked_from"), dateField("asked_to"), numberField("people"), numberField("received"),
			tableField("opinions", textField("opinion"), numberField("count"),
				choiceField("outcome", taken, takenPart, takenNever), textField("reason").or()).or(),
			textField("next").or(), textField("note").or(),
		},
		agree: agreeConsultationResult,
		write: writeConsultationResult,
	}
}

// agreeConsultationResult tells whether the table accounts for every opinion that came in, and gives its reason for each
// that was not taken up whole.
func agreeConsultationResult(v Values) error {
	const code = "consultationresult"
	if err := v.inOrder("asked_from", "asked_to"); err != nil {
		return err
	}
	if err := inSequence(v, code, "asked_to", "issue_date"); err != nil {
		return err
	}
	rows := v.rows("opinions")
	for i, row := range rows {
		cell := func(key string) string { return Place(code, "opinions", strconv.Itoa(i+1), key) }
		switch {
		case amount(row["count"]) == 0:
			return data.Refuse(data.ErrInvalid, "document.zero", cell("count"))
		case row["outcome"] != taken && row["reason"] == "":
			return data.Refuse(data.ErrInvalid, "document.reason", cell("reason"), row["outcome"])
		}
	}
	received, people := amount(v.text("received")), amount(v.text("people"))
	if sum := sumOf(rows, "count", wholeNumber); sum != received {
		return data.Refuse(data.ErrInvalid, "document.total", Place(code, "opinions"), strconv.FormatInt(sum, 10),
			Place(code, "received"), strconv.FormatInt(received, 10))
	}
	if people > received || people == 0 && received > 0 {
		return data.Refuse(data.ErrInvalid, "document.people", strconv.FormatInt(people, 10), strconv.FormatInt(received, 10))
	}
	return nil
}

func writeConsultationResult(v Values) Text {
	var b body
	draft, period := bookMarked(draftName(v.text("draft"))), days(v.date("asked_from"), v.date("asked_to"))
	b.add("%s，就%s向%s征求意见。现将意见征集和采纳情况公告如下：", period, draft, consultedText(v))
	rows := v.rows("opinions")
	b.head("意见征集情况")
	if len(rows) == 0 {
		b.add("征求意见期间，未收到意见建议。")
	} else {
		b.add("征求意见期间，共收到%s人提出的意见建议%s条，%s。", v.number("people"), v.number("received"), outcomes(rows))
		b.head("意见采纳情况")
		b.opinions(rows, amount(v.text("received")))
	}
	if next := v.text("next"); next != "" {
		b.head("下一步安排")
		b.free(next)
	}
	b.free(v.text("note"))
	return Text{Title: titled(draft+"意见征集和采纳情况", "公告"), Body: b.text()}
}

// outcomes words how many opinions were taken up and how many not: 其中采纳29条，未采纳4条; 均未采纳 where all went one way.
func outcomes(rows []map[string]string) string {
	sums := map[string]int64{}
	for _, row := range rows {
		sums[row["outcome"]] += amount(row["count"])
	}
	var parts []string
	for _, outcome := range []string{taken, takenPart, takenNever} {
		switch n := sums[outcome]; {
		case n > 0 && len(sums) == 1:
			return "均" + outcome
		case n > 0:
			parts = append(parts, fmt.Sprintf("%s%d条", outcome, n))
		}
	}
	return "其中" + clauses(parts...)
}

// opinions adds the table of what was said and what came of it.
func (b *body) opinions(rows []map[string]string, sum int64) {
	var texts [][]string
	for i, row := range rows {
		texts = append(texts, []string{strconv.Itoa(i + 1), row["opinion"], row["count"], row["outcome"], row["reason"]})
	}
	b.table([]string{"序号", "意见建议", "条数", "采纳情况", "理由"}, texts, []string{"合计", "", strconv.FormatInt(sum, 10), "", ""})
}
