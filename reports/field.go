package reports

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gongkailan/data"
)

// FieldType is what a field of a template holds.
type FieldType string

const (
	LineField    FieldType = "line"    // a text of one line
	TextField    FieldType = "text"    // paragraphs
	DateField    FieldType = "date"    // 2026-03-05
	MonthField   FieldType = "month"   // 1986年10月: of a birth, whose day nobody needs to know
	NumberField  FieldType = "number"  // a whole number
	MoneyField   FieldType = "money"   // in yuan, with at most two decimals
	PersonField  FieldType = "person"  // a name
	PeopleField  FieldType = "people"  // a list of persons, one a row
	TableField   FieldType = "table"   // rows
	PictureField FieldType = "picture" // figures, each with a caption
)

// Field is something that a template asks for.
type Field struct {
	Key      string    `json:"key"` // its words are in the translations, under field.<template>.<key> or field.<key>
	Type     FieldType `json:"type"`
	Optional bool      `json:"optional,omitempty"`
	Columns  []Field   `json:"columns,omitempty"` // of a people or table field; the columns have simple types
	Options  []string  `json:"options,omitempty"` // of a line that is one of few; they stand so on paper
}

// or gives the field as one that may stay empty.
func (f Field) or() Field {
	f.Optional = true
	return f
}

func lineField(key string) Field   { return Field{Key: key, Type: LineField} }
func textField(key string) Field   { return Field{Key: key, Type: TextField} }
func dateField(key string) Field   { return Field{Key: key, Type: DateField} }
func monthField(key string) Field  { return Field{Key: key, Type: MonthField} }
func numberField(key string) Field { return Field{Key: key, Type: NumberField} }
func moneyField(key string) Field  { return Field{Key: key, Type: MoneyField} }
func personField(key string) Field { return Field{Key: key, Type: PersonField} }

func choiceField(key string, options ...string) Field {
	return Field{Key: key, Type: LineField, Options: options}
}

func peopleField(key string, columns ...Field) Field {
	return Field{Key: key, Type: PeopleField, Columns: columns}
}

func tableField(key string, columns ...Field) Field {
	return Field{Key: key, Type: TableField, Columns: columns}
}

func pictureField(key string) Field {
	return Field{Key: key, Type: PictureField}
}

// Bounds of what a field may hold.
const (
	longestName = 50 // characters: minority names with their dots have up to fifty
	longestLine = 300
	longestText = 400_000
	mostRows    = 5000
)

// Place names a field of a template, or a cell of one, for a message: field:appointment/candidates/1/post. What people
// read for it is made in package app/words.
func Place(parts ...string) string { return "field:" + strings.Join(parts, "/") }

// check tells whether the value may stand in the field, whose place is at. It fails with data.ErrInvalid and names the
// field and the reason.
func (f Field) check(at string, v Value) error {
	if err := f.checkShape(at, v); err != nil {
		return err
	}
	switch f.Type {
	case PeopleField, TableField:
		return f.checkRows(at, v.Rows)
	case PictureField:
		if len(v.Pictures) == 0 && !f.Optional {
			return data.Refuse(data.ErrInvalid, "document.missing", at)
		}
		return nil
	default:
		return f.checkText(at, v.Text)
	}
}

// checkShape refuses what the field has no place for, rows of a picture field too, whose files nobody has read yet: it
// would be missing from the document without a word.
func (f Field) checkShape(at string, v Value) error {
	kind := f.kind()
	if kind != ofText && v.Text != "" || kind != ofRows && len(v.Rows) > 0 || kind != ofPictures && len(v.Pictures) > 0 {
		return data.Refuse(data.ErrInvalid, kind, at)
	}
	return nil
}

// The refusals of a value that is not what its field holds.
const (
	ofText     = "document.kind.text"
	ofRows     = "document.kind.rows"
	ofPictures = "document.kind.pictures"
)

// kind tells what the field holds, by the refusal of everything else.
func (f Field) kind() string {
	switch f.Type {
	case PeopleField, TableField:
		return ofRows
	case PictureField:
		return ofPictures
	default:
		return ofText
	}
}

func (f Field) checkText(at, text string) error {
	text = strings.TrimSpace(text)
	length := utf8.RuneCountInString(text)
	switch {
	case text == "" && f.Optional:
		return nil
	case text == "":
		return data.Refuse(data.ErrInvalid, "document.missing", at)
	case f.Type == PersonField && length > longestName:
		return data.Refuse(data.ErrInvalid, "document.name", at, text)
	case f.Type == TextField && length > longestText, f.Type != TextField && length > longestLine:
		return data.Refuse(data.ErrInvalid, "document.long", at)
	case f.Type != TextField && strings.ContainsAny(text, "\n\r\t"):
		return data.Refuse(data.ErrInvalid, "document.line", at)
	case len(f.Options) > 0 && !slices.Contains(f.Options, text):
		return data.Refuse(data.ErrInvalid, "document.choice", at, text, strings.Join(f.Options, "、"))
	}
	return f.checkKind(at, text)
}

// checkKind tells whether a text is of the field's type.
func (f Field) checkKind(at, text string) error {
	var err error
	switch f.Type {
	case DateField:
		return checkDate(at, text)
	case MonthField:
		return checkMonth(at, text)
	case PersonField:
		return checkName(at, text)
	case NumberField:
		_, err = wholeNumber(text)
	case MoneyField:
		_, err = cents(text)
	default:
		return nil
	}
	if err != nil {
		return data.Refuse(data.ErrInvalid, "document."+string(f.Type), at, text)
	}
	return nil
}

// checkName refuses what stands in no name: digits, brackets and the marks of addresses. A duty or a phone number that
// was written behind a name would be published with it.
func checkName(at, text string) error {
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune(`()（）@/\＠／＼`, r) }) {
		return data.Refuse(data.ErrInvalid, "document.name.signs", at, text)
	}
	return nil
}

func (f Field) checkRows(at string, rows []map[string]string) error {
	switch {
	case len(rows) == 0 && !f.Optional:
		return data.Refuse(data.ErrInvalid, "document.missing", at)
	case len(rows) > mostRows:
		return data.Refuse(data.ErrInvalid, "document.rows", at)
	}
	for i, row := range rows {
		for key := range row {
			if _, ok := fieldOf(f.Columns, key); !ok {
				return data.Refuse(data.ErrInvalid, "document.unknown", key, at)
			}
		}
		for _, column := range f.Columns {
			cell := at + "/" + strconv.Itoa(i+1) + "/" + column.Key
			if err := column.checkText(cell, row[column.Key]); err != nil {
				return err
			}
		}
	}
	return nil
}

func fieldOf(fields []Field, key string) (Field, bool) {
	for _, f := range fields {
		if f.Key == key {
			return f, true
		}
	}
	return Field{}, false
}
