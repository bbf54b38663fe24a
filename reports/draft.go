package reports

import (
	"strconv"
	"strings"

	"gongkailan/data"
)

// gap stands in a draft where something is still to be filled in.
const gap = "＿＿＿＿"

// Composes tells whether the template makes title and body of an item from its fields. Letters and forms are no items,
// and a notice in free words is written, not composed.
func (t Template) Composes() bool { return t.write != nil && t.Kind != "" && !t.Titled }

// Draft makes what can be made of the words while fields are missing or wrong: what is missing is a gap ＿＿＿＿, what is wrong
// stands as it was typed. Closing is left out. A template that has no words gives none.
func (t Template) Draft(v Values) Text {
	if t.write == nil {
		return Text{}
	}
	filled := Values{}
	for _, f := range t.Fields {
		filled[f.Key] = f.gapped(v[f.Key])
	}
	text := t.write(filled)
	text.Issuer, text.IssueDate = v.text("issuer"), v.date("issue_date")
	if title := v.text("title"); title != "" {
		text.Title = title
	}
	return text
}

// gapped gives the value with gaps where something is missing that the field asks for.
func (f Field) gapped(v Value) Value {
	switch f.kind() {
	case ofPictures:
		return Value{Pictures: v.Pictures}
	case ofText:
		return Value{Text: f.textOrGap(v.Text)}
	}
	rows := v.Rows
	if len(rows) == 0 && !f.Optional {
		rows = []map[string]string{{}}
	}
	var filled Value
	for _, row := range rows {
		texts := map[string]string{}
		for _, column := range f.Columns {
			texts[column.Key] = column.textOrGap(row[column.Key])
		}
		filled.Rows = append(filled.Rows, texts)
	}
	return filled
}

func (f Field) textOrGap(text string) string {
	if strings.TrimSpace(text) == "" && !f.Optional {
		return gap
	}
	return text
}

func dayOrGap(d data.Date) string {
	if d == "" {
		return gap
	}
	return d.Chinese()
}

// Faults gives everything for which the fields cannot be taken yet: each field and cell that is missing or wrong and,
// where all are right by themselves, the first that does not agree with the others. Each is a refusal whose first
// argument is the place, as far as it has one (see Place).
func (t Template) Faults(v Values, workingDays func(after, last data.Date) int) []error {
	var faults []error
	for _, f := range t.Fields {
		faults = append(faults, f.faults(Place(t.Code, f.Key), v[f.Key])...)
	}
	if len(faults) > 0 {
		return faults
	}
	if _, err := t.Text(v, workingDays); err != nil {
		return []error{err}
	}
	return nil
}

func (f Field) faults(at string, v Value) []error {
	var list []error
	if f.kind() == ofRows && len(v.Rows) <= mostRows {
		for i, row := range v.Rows {
			for _, column := range f.Columns {
				if err := column.checkText(at+"/"+strconv.Itoa(i+1)+"/"+column.Key, row[column.Key]); err != nil {
					list = append(list, err)
				}
			}
		}
	}
	if len(list) > 0 {
		return list
	}
	if err := f.check(at, v); err != nil {
		return []error{err}
	}
	return nil
}
