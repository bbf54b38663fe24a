package reports

import (
	"math/big"
	"strconv"

	"gongkailan/data"
)

// appraisal is the result of an appraisal round (S16): how the ballots went out and came back, and the answers to each
// question with their shares of the valid ballots.
func appraisal() Template {
	return Template{
		Code: "appraisal", Kind: data.Announcement,
		Fields: []Field{
			lineField("round"), lineField("subject"), dateField("held_on"),
			numberField("expected"), numberField("present"),
			numberField("issued"), numberField("returned"), numberField("valid"),
			tableField("results", textField("question"),
				numberField("good"), numberField("fair"), numberField("poor"), numberField("abstained").or()),
			textField("suggestions").or(), textField("next").or(), textField("note").or(),
		},
		agree: agreeAppraisal,
		write: writeAppraisal,
	}
}

// agreeAppraisal tells whether no count is over the one that it is part of, and the answers to each question are as many
// as the valid ballots.
func agreeAppraisal(v Values) error {
	at := func(key string) string { return Place("appraisal", key) }
	for _, pair := range [][2]string{{"expected", "present"}, {"expected", "issued"}, {"issued", "returned"}, {"returned", "valid"}} {
		whole, part := amount(v.text(pair[0])), amount(v.text(pair[1]))
		if part > whole {
			return data.Refuse(data.ErrInvalid, "document.over", at(pair[1]), strconv.FormatInt(part, 10),
				at(pair[0]), strconv.FormatInt(whole, 10))
		}
	}
	valid := amount(v.text("valid"))
	if valid == 0 {
		return data.Refuse(data.ErrInvalid, "document.zero", at("valid"))
	}
	for i, row := range v.rows("results") {
		sum := int64(0)
		for _, key := range answers() {
			sum += amount(row[key])
		}
		if sum != valid {
			return data.Refuse(data.ErrInvalid, "document.ballots", Place("appraisal", "results", strconv.Itoa(i+1), "question"),
				strconv.FormatInt(sum, 10), strconv.FormatInt(valid, 10))
		}
	}
	return inSequence(v, "appraisal", "held_on", "issue_date")
}

// answers are the columns of counts; the last is left out of the table where nobody abstained.
func answers() []string { return []string{"good", "fair", "poor", "abstained"} }

func writeAppraisal(v Values) Text {
	var b body
	subject := v.text("subject")
	b.add("根据党员定期评议制度，%s组织党员对%s进行了%s评议。现将评议结果公告如下：", v.chinese("held_on"), subject, v.text("round"))
	b.head("评议组织情况")
	returned, valid := amount(v.text("returned")), amount(v.text("valid"))
	b.add("应到党员%s人，实到%s人。发放评议票%s张，收回%s张，其中有效票%s张，无效票%d张。",
		v.number("expected"), v.number("present"), v.number("issued"), v.number("returned"), v.number("valid"), max(0, returned-valid))
	b.head("评议结果")
	b.answers(v, valid)
	b.add("注：表中上行为票数，下行为占有效票的比例；比例四舍五入保留一位小数，相加可能不等于100%%。")
	b.free(v.text("note"))
	for _, part := range [][2]string{{"主要意见建议", "suggestions"}, {"整改措施", "next"}} {
		if text := v.text(part[1]); text != "" {
			b.head(part[0])
			b.free(text)
		}
	}
	return Text{Title: titled(v.text("round")+subject+"党员评议结果", "公告"), Body: b.text()}
}

// answers adds the table of questions, each count over its share; of several questions also their sum.
func (b *body) answers(v Values, valid int64) {
	results := v.rows("results")
	keys := answers()
	if !isFilled(results, "abstained") {
		keys = keys[:len(keys)-1]
	}
	words := map[string]string{"good": "满意", "fair": "基本满意", "poor": "不满意", "abstained": "弃权"}
	heads := []string{"序号", "评议内容"}
	sum := []string{"合计", ""}
	for _, key := range keys {
		heads = append(heads, words[key])
		sum = append(sum, shared(sumOf(results, key, wholeNumber), valid*int64(len(results))))
	}
	var rows [][]string
	for i, result := range results {
		row := []string{strconv.Itoa(i + 1), result["question"]}
		for _, key := range keys {
			row = append(row, shared(amount(result[key]), valid))
		}
		rows = append(rows, row)
	}
	if len(results) == 1 {
		sum = nil
	}
	b.table(heads, rows, sum)
}

// shared words a count and, under it, its share.
func shared(n, whole int64) string { return strconv.FormatInt(n, 10) + "\n" + percent(n, whole) }

// percent words a share with one decimal, rounded half up from the exact fraction.
func percent(n, whole int64) string {
	if whole == 0 { // in a draft
		return gap
	}
	share := new(big.Rat).Mul(big.NewRat(n, whole), big.NewRat(100, 1))
	return share.FloatString(1) + "%"
}
