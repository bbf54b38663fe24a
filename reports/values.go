package reports

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
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
	File    string     `json:"file"`
	Caption string     `json:"caption"`
	Image   page.Image `json:"-"`
}

// UnmarshalJSON reads a text, a number, or a list of rows. A picture is a row with a file.
func (v *Value) UnmarshalJSON(raw []byte) error {
	raw = bytes.TrimSpace(raw)
	switch {
	case bytes.HasPrefix(raw, []byte(`"`)):
		return json.Unmarshal(raw, &v.Text)
	case bytes.HasPrefix(raw, []byte(`[`)):
		var rows []map[string]scalar
		if err := json.Unmarshal(raw, &rows); err != nil {
			return err
		}
		for _, row := range rows {
			plain := map[string]string{}
			for key, value := range row {
				plain[key] = string(value)
			}
			v.Rows = append(v.Rows, plain)
		}
		return nil
	default:
		var s scalar
		err := json.Unmarshal(raw, &s)
		v.Text = string(s)
		return err
	}
}

// MarshalJSON writes what UnmarshalJSON reads.
func (v Value) MarshalJSON() ([]byte, error) {
	switch {
	case v.Pictures != nil:
		return json.Marshal(v.Pictures)
	case v.Rows != nil:
		return json.Marshal(v.Rows)
	default:
		return json.Marshal(v.Text)
	}
}

// scalar is a text, or a number written as one.
type scalar string

var errNoScalar = errors.New("a text or a number was expected")

// UnmarshalJSON reads a text or a number; null is an empty text.
func (s *scalar) UnmarshalJSON(raw []byte) error {
	var number json.Number
	var text string
	switch {
	case json.Unmarshal(raw, &text) == nil:
		*s = scalar(text)
	case json.Unmarshal(raw, &number) == nil:
		*s = scalar(number)
	default:
		return errNoScalar
	}
	return nil
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

// chinese gives a field's date in words.
func (v Values) chinese(key string) string { return v.date(key).Chinese() }

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
	if t.agree != nil {
		return t.agree(v)
	}
	return nil
}

var errNoNumber = errors.New("no number")

// mostNumber is the largest number of a field: a column of them adds up without overflow.
const mostNumber = 1_000_000_000_000_000

// wholeNumber reads a number without decimals, with or without separators.
func wholeNumber(text string) (int64, error) {
	n, err := strconv.ParseInt(withoutSeparators(text), 10, 64)
	if err != nil || n < 0 || n > mostNumber {
		return 0, errNoNumber
	}
	return n, nil
}

// cents reads a sum of money in yuan and gives it in 分.
func cents(text string) (int64, error) {
	text = withoutSeparators(strings.TrimSuffix(strings.TrimSpace(text), "元"))
	whole, part, point := strings.Cut(text, ".")
	negative := strings.HasPrefix(whole, "-")
	whole = strings.TrimPrefix(whole, "-")
	if len(whole) == 0 || len(whole) > 13 || point && (len(part) == 0 || len(part) > 2) || !isDigits(whole+part) {
		return 0, errNoNumber
	}
	n, err := strconv.ParseInt(whole+(part + "00")[:2], 10, 64)
	if negative {
		n = -n
	}
	return n, err
}

// yuan writes a sum in 分 as documents do: 12345.60.
func yuan(n int64) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	return fmt.Sprintf("%s%d.%02d", sign, n/100, n%100)
}

func isDigits(text string) bool {
	return strings.Trim(text, "0123456789") == ""
}

func withoutSeparators(text string) string {
	return strings.NewReplacer(",", "", "，", "", " ", "").Replace(strings.TrimSpace(text))
}
