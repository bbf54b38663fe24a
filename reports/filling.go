package reports

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gongkailan/data"
)

// Read reads the fields of the template from JSON: an object with a text or a number for each field, and a list of rows
// for one that holds rows or pictures; null is an empty field. It fails with data.ErrInvalid and names the line where
// the file cannot be read, or the field that holds something else than it should. What a text says is checked when the
// document is made.
func (t Template) Read(raw []byte) (Values, error) {
	var given map[string]json.RawMessage
	if err := readObject(raw, &given); err != nil {
		return nil, err
	}
	v := Values{}
	for _, key := range slices.Sorted(maps.Keys(given)) {
		f, ok := fieldOf(t.Fields, key)
		if !ok {
			return nil, data.Refuse(data.ErrInvalid, "document.unknown", key, "template:"+t.Code)
		}
		value, err := f.read(Place(t.Code, key), given[key])
		if err != nil {
			return nil, err
		}
		v[key] = value
	}
	return v, nil
}

// JSON writes what stands in the fields as Template.Read reads it. Pictures are not in it.
func (v Values) JSON() string {
	given := map[string]any{}
	for key, value := range v {
		switch {
		case len(value.Rows) > 0:
			given[key] = value.Rows
		case value.Text != "":
			given[key] = value.Text
		}
	}
	text, err := json.Marshal(given)
	if err != nil {
		panic(err) // texts and lists of them always marshal
	}
	return string(text)
}

// readObject reads a JSON object, and tells where a text that is none goes wrong.
func readObject(raw []byte, object *map[string]json.RawMessage) error {
	raw = bytes.TrimPrefix(raw, []byte("\uFEFF")) // the Notepad of Windows puts it there
	if at := firstBroken(raw); at >= 0 {
		line, sign := position(raw, at)
		return data.Refuse(data.ErrInvalid, "document.json.utf8", line, sign)
	}
	err := json.Unmarshal(raw, object)
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		line, sign := position(raw, int(syntax.Offset)-1)
		return data.Refuse(data.ErrInvalid, "document.json", line, sign)
	case err != nil || *object == nil:
		return data.Refuse(data.ErrInvalid, "document.json.object")
	}
	return nil
}

// firstBroken gives the first byte that is no UTF-8; -1 where there is none.
func firstBroken(raw []byte) int {
	for i := 0; i < len(raw); {
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// position tells in which line a byte lies and which of its characters it is, both counted from one.
func position(raw []byte, at int) (line, sign string) {
	before := raw[:max(0, min(at, len(raw)))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return strconv.Itoa(bytes.Count(before, []byte("\n")) + 1), strconv.Itoa(utf8.RuneCount(before[start:]) + 1)
}

// read reads what stands in the field, whose place is at.
func (f Field) read(at string, raw json.RawMessage) (Value, error) {
	kind := f.kind()
	if kind == ofText {
		text, ok := plain(raw)
		if !ok {
			return Value{}, data.Refuse(data.ErrInvalid, kind, at)
		}
		return Value{Text: text}, nil
	}
	var rows []map[string]json.RawMessage
	if json.Unmarshal(raw, &rows) != nil || slices.ContainsFunc(rows, func(r map[string]json.RawMessage) bool { return r == nil }) {
		return Value{}, data.Refuse(data.ErrInvalid, kind, at)
	}
	var v Value
	for i, row := range rows {
		texts, err := f.readRow(at, strconv.Itoa(i+1), row)
		if err != nil {
			return Value{}, err
		}
		v.Rows = append(v.Rows, texts)
	}
	for len(v.Rows) > 0 && isBlank(v.Rows[len(v.Rows)-1]) { // rows that nobody filled in
		v.Rows = v.Rows[:len(v.Rows)-1]
	}
	return v, nil
}

// isBlank tells whether nothing stands in a row.
func isBlank(row map[string]string) bool {
	for _, text := range row {
		if strings.TrimSpace(text) != "" {
			return false
		}
	}
	return true
}

// columns are what a row of the field has: a picture its file and its caption.
func (f Field) columns() []Field {
	if f.Type == PictureField {
		return []Field{lineField("file"), lineField("caption").or()}
	}
	return f.Columns
}

func (f Field) readRow(at, number string, row map[string]json.RawMessage) (map[string]string, error) {
	texts := map[string]string{}
	for _, key := range slices.Sorted(maps.Keys(row)) {
		if _, ok := fieldOf(f.columns(), key); !ok {
			return nil, data.Refuse(data.ErrInvalid, "document.unknown", key, at)
		}
		text, ok := plain(row[key])
		if !ok {
			return nil, data.Refuse(data.ErrInvalid, ofText, strings.Join([]string{at, number, key}, "/"))
		}
		texts[key] = text
	}
	return texts, nil
}

// plain reads a text or a number; null is an empty text.
func plain(raw json.RawMessage) (string, bool) {
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return text, true
	}
	var number json.Number
	if json.Unmarshal(raw, &number) == nil {
		return number.String(), true
	}
	return "", false
}
