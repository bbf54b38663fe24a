// Package words holds what the program says to people, in Chinese (the default) and English.
//
// A Words is a value: whoever shows text is given one and keeps it, so that the desk, the lobby and the command line
// can each speak the language of whoever stands before them. Errors are put into words here and nowhere else.
package words

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"gongkailan/assets"
	"gongkailan/data"
)

// Chinese and English name the languages that the program speaks.
const (
	Chinese = "zh"
	English = "en"
)

// Words is the texts of one language.
type Words struct {
	Language string
	table    map[string]string
}

// For gives the words of a language; Chinese for any that the program does not speak.
func For(language string) Words {
	raw := assets.Translation(language)
	if raw == nil {
		language, raw = Chinese, assets.Translation(Chinese)
	}
	table := map[string]string{}
	if err := json.Unmarshal(raw, &table); err != nil {
		panic(fmt.Sprintf("translations of %s: %v", language, err)) // embedded; a test reads both
	}
	if language == English {
		straighten(table)
	}
	return Words{Language: language, table: table}
}

// straighten sets straight quotation marks: the embedded faces are Chinese ones, in which the curly marks are as wide as
// a character and tear an English sentence apart.
func straighten(table map[string]string) {
	straight := strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'")
	for key, text := range table {
		table[key] = straight.Replace(text)
	}
}

// T gives the text of a key with the arguments in its places {1}, {2}, …; the key itself where there is no text.
func (w Words) T(key string, args ...any) string {
	text, ok := w.table[key]
	if !ok {
		return key
	}
	if len(args) == 0 {
		return text
	}
	pairs := make([]string, 0, 2*len(args))
	for i, arg := range args {
		pairs = append(pairs, "{"+strconv.Itoa(i+1)+"}", fmt.Sprint(arg))
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// Error puts an error into words that say what happened and what to do next. Arguments that name something of the
// field (a role, an act, a channel) are worded too.
func (w Words) Error(err error) string {
	var refusal *data.Refusal
	if !errors.As(err, &refusal) {
		return w.T("error.unexpected", err.Error())
	}
	args := make([]any, len(refusal.Args))
	for i, arg := range refusal.Args {
		args[i] = w.term(arg)
	}
	return w.T("refuse."+refusal.Code, args...)
}

// term words an argument that is a code of the field; any other argument stays as it is.
func (w Words) term(arg string) string {
	if at, ok := strings.CutPrefix(arg, "field:"); ok {
		return w.place(strings.Split(at, "/"))
	}
	if part, ok := strings.CutPrefix(arg, "part:"); ok {
		return w.Part(part)
	}
	if code, ok := strings.CutPrefix(arg, "template:"); ok {
		return w.T("template." + code)
	}
	if code, ok := strings.CutPrefix(arg, "group:"); ok {
		return w.T("group." + code)
	}
	for _, kind := range []string{"act.", "role.", "audience.", "channel.", "mode.", "decision.", "status.", "opinion.act.", "opinion.state."} {
		if text, ok := w.table[kind+arg]; ok {
			return text
		}
	}
	return arg
}

// Part words a part of an item, as body/3 or attachment/名单.xlsx/sheet: with what stands behind the first stroke in the
// places of its text.
func (w Words) Part(part string) string {
	at := strings.SplitN(strings.TrimPrefix(part, "part:"), "/", 3)
	args := []any{"", ""}
	for i, text := range at[1:] {
		args[i] = text
	}
	if len(at) == 3 {
		args[1] = w.Where(at[2])
	}
	return w.T("part."+at[0], args...)
}

// place words where something stands in a document that is filled in: a field of the template, or a cell of its rows.
func (w Words) place(at []string) string {
	if len(at) < 4 {
		return w.Field(at...)
	}
	return w.T("field.row", w.Field(at[:2]...), at[2], w.Field(at[0], at[1], at[3]))
}

// Field words a field of a template, or a column of one: the template's own word for it where there is one, else the
// one that all templates share.
func (w Words) Field(at ...string) string {
	for i := range at {
		key := "field." + strings.Join(at[i:], ".")
		if text, ok := w.table[key]; ok {
			return text
		}
	}
	return strings.Join(at, ".")
}

// Date writes a date: 2026年3月5日, in English 5 March 2026; a dash for no date.
func (w Words) Date(d data.Date) string {
	switch {
	case d == "":
		return "—"
	case w.Language == English:
		return d.Time().Format("2 January 2006")
	default:
		return d.Chinese()
	}
}

// ShortDate writes a date as tables do: 3月5日, in English 5 Mar; a dash for no date.
func (w Words) ShortDate(d data.Date) string {
	switch {
	case d == "":
		return "—"
	case w.Language == English:
		return d.Time().Format("2 Jan")
	default:
		return d.Short()
	}
}

// TableDate writes a date where there is little room: without the year where it is this one. 3月5日 or 2027年3月5日, in
// English 5 Mar or 5 Mar 2027.
func (w Words) TableDate(d data.Date, year int) string {
	switch {
	case d == "" || d.Year() == year:
		return w.ShortDate(d)
	case w.Language == English:
		return d.Time().Format("2 Jan 2006")
	default:
		return d.Chinese()
	}
}

// Moment writes a day and the time on it, in Shanghai: 3月5日 10:21, in English 5 Mar 10:21; a dash for no time.
func (w Words) Moment(at time.Time) string {
	if at.IsZero() {
		return "—"
	}
	return w.ShortDate(data.DateOf(at)) + " " + at.In(data.Shanghai()).Format("15:04")
}

// Weekday names the day of the week: 星期四, in English Thursday.
func (w Words) Weekday(d data.Date) string {
	return w.T("weekday." + strconv.Itoa(int(d.Time().Weekday())))
}

// Why words a reason that a rule gave in Chinese: why a day counts, why a line was passed over. Reasons are of the field
// and stay Chinese in JSON and on paper; this is for people who read the messages. One without a translation stays.
func (w Words) Why(reason string) string {
	if w.Language == Chinese {
		return reason
	}
	plain, estimated := strings.CutSuffix(reason, "（推算，未按国务院通知）")
	text, ok := w.table["why."+plain]
	if !ok {
		for _, ending := range []string{"放假", "调休上班"} {
			if name, is := strings.CutSuffix(plain, ending); is {
				holiday, known := w.table["holiday."+name]
				if !known {
					holiday = w.T("holiday.other")
				}
				text, ok = w.T("why."+ending, holiday), true
			}
		}
	}
	if !ok {
		return reason
	}
	if estimated {
		text += w.T("why.estimated")
	}
	return text
}
