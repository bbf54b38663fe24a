package reports

import (
	"strconv"
	"strings"

	"gongkailan/data"
)

// Result is the beginning of a notice: its words, and the form from which they were made.
type Result struct {
	Kind        data.Kind
	Title, Body string
	Form        data.Form
}

// ResultOf fills the notice of an appraisal's result with what the ballots came to (S16). What they do not tell is left to
// the clerk: how many were to come, who was judged, what is to be improved. Issuer and day are those of the content.
func ResultOf(t data.Tally, c data.Content) (Result, error) {
	template, err := TemplateOf("appraisal")
	if err != nil {
		return Result{}, err
	}
	ballots := strconv.Itoa(t.Ballots)
	v := Values{
		"round": {Text: strings.TrimSuffix(t.Round.Title, "评议")}, "held_on": {Text: string(t.Round.To)},
		"issued": {Text: ballots}, "returned": {Text: ballots}, "valid": {Text: ballots},
	}
	abstained := false
	for _, n := range t.Counts {
		abstained = abstained || n.Unanswered > 0
	}
	var rows []map[string]string
	for i, n := range t.Counts {
		row := map[string]string{
			"question": t.Round.Questions[i], "good": strconv.Itoa(n.Satisfied),
			"fair": strconv.Itoa(n.Mostly), "poor": strconv.Itoa(n.Unsatisfied),
		}
		if abstained {
			row["abstained"] = strconv.Itoa(n.Unanswered)
		}
		rows = append(rows, row)
	}
	v["results"] = Value{Rows: rows}
	form := data.Form{Template: template.Code, Fields: v.JSON()}
	v["issuer"], v["issue_date"] = Value{Text: c.Issuer}, Value{Text: string(c.IssueDate)}
	text := template.Draft(v)
	return Result{Kind: template.Kind, Title: text.Title, Body: text.Body, Form: form}, nil
}
