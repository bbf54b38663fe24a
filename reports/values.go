package reports

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"gongkailan/data"
	"gongkailan/reports/page"
)

// Values are what stands in the fields of a template, by their keys.
type Values map[string]Value

// Value is what stands in one field: a text, or rows by the keys of the columns, or pictures.
type Value struct {
	Text     string
	Rows     []map[string]string
	Pictures []Picture
}

// Picture is a figure with what stands under it. File names it where it comes from; Image is made from that.
type Picture struct {
	File    string
	Caption string
	Image   page.Image
}

// text gives a field's text without the blanks around it.
func (v Values) text(key string) string { return strings.TrimSpace(clean(v[key].Text)) }

// date gives a field's date; "" where it is empty.
func (v Values) date(key string) data.Date {
	d, err := data.ParseDate(v.text(key))
	if err != nil {
		return ""
	}
	return d
}

// chinese gives a field's date in words; in a draft, what stands in its place.
func (v Values) chinese(key string) string { return dateText(v.text(key)) }

// number gives a field's whole number without separators; in a draft, what stands in its place.
func (v Values) number(key string) string {
	n, err := wholeNumber(v.text(key))
	if err != nil {
		return v.text(key)
	}
	return strconv.FormatInt(n, 10)
}

// rows gives a field's rows, the blanks around their texts taken away.
func (v Values) rows(key string) []map[string]string {
	list := make([]map[string]string, 0, len(v[key].Rows))
	for _, row := range v[key].Rows {
		trimmed := map[string]string{}
		for k, text := range row {
			trimmed[k] = strings.TrimSpace(clean(text))
		}
		list = append(list, trimmed)
	}
	return list
}

// names gives the names in a column of a field's rows.
func (v Values) names(key, column string) []string {
	var names []string
	for _, row := range v.rows(key) {
		names = append(names, row[column])
	}
	return names
}

// check tells whether every field of the template holds what it may and nothing else is there.
func (v Values) check(t Template) error {
	for _, key := range slices.Sorted(maps.Keys(v)) {
		if _, ok := fieldOf(t.Fields, key); !ok {
			return data.Refuse(data.ErrInvalid, "document.unknown", key, "template:"+t.Code)
		}
	}
	for _, f := range t.Fields {
		if err := f.check(Place(t.Code, f.Key), v[f.Key]); err != nil {
			return err
		}
	}
	if t.Kind == data.Publicity {
		if err := v.reachable(t.Code); err != nil {
			return err
		}
	}
	if t.agree != nil {
		return t.agree(v)
	}
	return nil
}

// reachable refuses a 公示 that says no way to reach who takes objections: nobody could raise one (S9).
func (v Values) reachable(template string) error {
	if v.text("contact_phone")+v.text("contact_address")+v.text("contact_mailbox") != "" {
		return nil
	}
	at := func(key string) string { return Place(template, key) }
	return data.Refuse(data.ErrInvalid, "document.contact", at("contact_phone"), at("contact_address"), at("contact_mailbox"))
}
