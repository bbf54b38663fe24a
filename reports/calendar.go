package reports

import (
	"strconv"
	"strings"
	"time"

	"gongkailan/data"
)

// The years in which dates of a document lie: from the founding of the Party on. Any other is a slip of the hand.
const (
	firstYear = 1921
	lastYear  = 2100
	firstBorn = 1900 // the oldest members were born before
)

func checkDate(at, text string) error {
	d, err := data.ParseDate(text)
	switch {
	case err != nil:
		return data.Refuse(data.ErrInvalid, "document.date", at, text)
	case d.Year() < firstYear || d.Year() > lastYear:
		return data.Refuse(data.ErrInvalid, "document.year", at, text, strconv.Itoa(firstYear), strconv.Itoa(lastYear))
	}
	return nil
}

// checkMonth tells whether a text is a year and a month. One with a day is refused rather than cut: whoever typed it is
// to know that the day of a birth is personal data that no notice needs.
func checkMonth(at, text string) error {
	year, _, ok := monthOf(text)
	switch {
	case ok && year >= firstBorn && year <= lastYear:
		return nil
	case ok:
		return data.Refuse(data.ErrInvalid, "document.year", at, text, strconv.Itoa(firstBorn), strconv.Itoa(lastYear))
	case hasDay(text):
		return data.Refuse(data.ErrInvalid, "document.day", at)
	}
	return data.Refuse(data.ErrInvalid, "document.month", at, text)
}

// monthOf reads 1986年10月, 1986-10, 1986.10 or 198610.
func monthOf(text string) (year int, month time.Month, ok bool) {
	for _, layout := range []string{"2006年1月", "2006-1", "2006.1", "2006/1", "200601"} {
		if t, err := time.Parse(layout, text); err == nil {
			return t.Year(), t.Month(), true
		}
	}
	return 0, 0, false
}

func hasDay(text string) bool {
	if _, err := data.ParseDate(strings.TrimSuffix(text, "生")); err == nil {
		return true
	}
	_, err := time.Parse("20060102", text)
	return err == nil
}

// monthText writes a year and month that were checked before: 1986年10月.
func monthText(text string) string {
	year, month, ok := monthOf(text)
	if !ok {
		return text
	}
	return strconv.Itoa(year) + "年" + strconv.Itoa(int(month)) + "月"
}
