package screen

import (
	"strconv"
	"time"

	"gongkailan/app/ui"
	"gongkailan/data"
)

// DateField makes a date field of the desk's language.
func DateField(env Env) *ui.DateField {
	w := env.Words
	names := ui.DateWords{Month: func(year, month int) string { return w.T("date.month", year, w.T("month."+strconv.Itoa(month))) }}
	names.Wrong = w.T("date.wrong")
	for i := range names.Weekdays {
		names.Weekdays[i] = w.T("day." + strconv.Itoa((i+1)%7))
	}
	return ui.NewDateField(names, func(text string) (string, error) {
		d, err := data.ParseDate(text)
		return string(d), err
	}, func() time.Time { return env.Now().In(data.Shanghai()) })
}
