package data

import (
	"fmt"
	"time"
)

// Date is a civil date in Asia/Shanghai, written 2026-03-05. The zero value "" means that there is no date.
// Dates of this form compare and sort as strings.
type Date string

const isoDay = "2006-01-02"

// Shanghai is the zone of every clock of the field. China has had one zone without summer time since 1991,
// so a fixed offset serves and no zone database is needed on the machine.
func Shanghai() *time.Location { return time.FixedZone("Asia/Shanghai", 8*60*60) }

// DateOf gives the civil date in Asia/Shanghai on which the instant falls.
func DateOf(at time.Time) Date { return Date(at.In(Shanghai()).Format(isoDay)) }

// ParseDate reads a date written as 2026-03-05, 2026-3-5, 2026/3/5, 2026.3.5 or 2026年3月5日.
// It fails with ErrInvalid where no such day exists.
func ParseDate(text string) (Date, error) {
	for _, layout := range []string{isoDay, "2006-1-2", "2006/1/2", "2006.1.2", "2006年1月2日"} {
		if t, err := time.Parse(layout, text); err == nil {
			return Date(t.Format(isoDay)), nil
		}
	}
	return "", Refuse(ErrInvalid, "date.bad", text)
}

// Time gives midnight UTC of the date, for arithmetic only; the zero time for no date.
func (d Date) Time() time.Time {
	t, err := time.Parse(isoDay, string(d))
	if err != nil {
		return time.Time{}
	}
	return t
}

// Begin gives the instant at which the day begins in Asia/Shanghai; the zero time for no date.
func (d Date) Begin() time.Time {
	t := d.Time()
	if t.IsZero() {
		return t
	}
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, Shanghai())
}

// AddDays gives the date n civil days later (earlier for a negative n); no date stays no date.
func (d Date) AddDays(n int) Date {
	if d == "" {
		return ""
	}
	return Date(d.Time().AddDate(0, 0, n).Format(isoDay))
}

// AddMonths gives the date n months later, the last day of that month where the day does not exist in it.
func (d Date) AddMonths(n int) Date {
	if d == "" {
		return ""
	}
	t := d.Time()
	first := time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return Date(first.AddDate(0, 0, min(t.Day(), last)-1).Format(isoDay))
}

// Year gives the year of the date, 0 for no date.
func (d Date) Year() int {
	if d == "" {
		return 0
	}
	return d.Time().Year()
}

// Chinese writes the date as documents do, without leading zeros: 2026年3月5日 (GB/T 9704-2012, 7.3.5.4).
func (d Date) Chinese() string {
	if d == "" {
		return ""
	}
	t := d.Time()
	return fmt.Sprintf("%d年%d月%d日", t.Year(), int(t.Month()), t.Day())
}

// Short writes the date as tables do: 3月5日.
func (d Date) Short() string {
	if d == "" {
		return ""
	}
	t := d.Time()
	return fmt.Sprintf("%d月%d日", int(t.Month()), t.Day())
}
