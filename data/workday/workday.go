// Package workday is the working-day calendar: which civil days count, and why.
//
// Days follow the State Council's yearly notices, working weekends (调休) included. A year without a notice is answered
// from weekends alone and always says that it is an estimate. Clocks return the days and the reasons with the date, so
// that every deadline can show its proof (S9).
package workday

import (
	"strconv"

	"github.com/6tail/lunar-go/HolidayUtil"

	"gongkailan/data"
)

// Calendar answers which days count. It holds the years of the library and those that the office added. It is never
// changed once made, so many may ask it at the same time. The zero value knows weekends only; use New.
type Calendar struct {
	official map[int]bool // years with a notice
	rulings  map[data.Date]ruling
}

// ruling is what a notice says about one day.
type ruling struct {
	works bool
	name  string
}

// Day is one civil day in a proof.
type Day struct {
	Date     data.Date `json:"date"`
	Counts   bool      `json:"counts"`
	Reason   string    `json:"reason"`
	Official bool      `json:"-"` // the day's year has a notice
}

// Proof is the answer of a clock: the last day, whether every year on the way has a notice, and the days after the day
// of the event up to and including the last.
type Proof struct {
	Last     data.Date `json:"last"`
	Official bool      `json:"official"`
	Days     []Day     `json:"days"`
}

// firstYear is the first of which the library has the whole notice.
const firstYear = 2002

// New makes a calendar of the years that the library has, firstYear to 2026. The library searches a text at each
// question; what it knows is therefore asked once and kept.
func New() Calendar {
	c := Calendar{official: map[int]bool{}, rulings: map[data.Date]ruling{}}
	for year := firstYear; ; year++ {
		holidays := HolidayUtil.GetHolidaysByYear(year)
		if holidays.Len() == 0 {
			return c
		}
		c.official[year] = true
		for e := holidays.Front(); e != nil; e = e.Next() {
			if holiday, ok := e.Value.(*HolidayUtil.Holiday); ok {
				c.rulings[data.Date(holiday.GetDay())] = ruling{works: holiday.IsWork(), name: holiday.GetName()}
			}
		}
	}
}

// Bounds of what a clock can be asked for.
const (
	MostDays  = 3650
	firstDate = data.Date("1900-01-01")
	lastDate  = data.Date("2200-12-31")
)

// Last gives the n-th working day after the day of the event, with its proof. The day of the event does not count; day
// 1 is the first working day after it. It is refused for fewer than 1 or more than MostDays days and for dates outside
// 1900 to 2200.
func (c Calendar) Last(from data.Date, n int) (Proof, error) {
	switch {
	case n < 1 || n > MostDays:
		return Proof{}, data.Refuse(data.ErrInvalid, "workday.range", strconv.Itoa(n), strconv.Itoa(MostDays))
	case from < firstDate || from > lastDate || from.Time().IsZero():
		return Proof{}, data.Refuse(data.ErrInvalid, "workday.date", string(from))
	}
	proof := Proof{Last: from, Official: true}
	for counted := 0; counted < n; {
		proof.Last = proof.Last.AddDays(1)
		day := c.Day(proof.Last)
		if day.Counts {
			counted++
		}
		proof.Official = proof.Official && day.Official
		proof.Days = append(proof.Days, day)
	}
	return proof, nil
}

// Between counts the working days after the first date up to and including the last; 0 where last is not after it.
func (c Calendar) Between(after, last data.Date) int {
	count := 0
	for d := after.AddDays(1); d != "" && d <= last; d = d.AddDays(1) {
		if c.Day(d).Counts {
			count++
		}
	}
	return count
}

// Strip gives the days from the first to the last, both included.
func (c Calendar) Strip(from, to data.Date) []Day {
	var days []Day
	for d := from; d != "" && d <= to; d = d.AddDays(1) {
		days = append(days, c.Day(d))
	}
	return days
}

// Said gives what a notice says about a day: a holiday, or a weekend on which one works; false where none says anything.
func (c Calendar) Said(date data.Date) (data.Holiday, bool) {
	said, ok := c.rulings[date]
	return data.Holiday{Date: date, Works: said.works, Name: said.name}, ok
}

// Day tells whether a day counts, and why.
func (c Calendar) Day(date data.Date) Day {
	day := Day{Date: date, Official: c.official[date.Year()]}
	weekday := int(date.Time().Weekday())
	weekend := weekday == 0 || weekday == 6
	said, ok := c.rulings[date]
	switch {
	case ok && said.works && weekend:
		day.Counts, day.Reason = true, said.name+"调休上班"
	case ok && !said.works:
		day.Reason = said.name + "放假"
	case weekend:
		day.Reason = "周末"
	default:
		day.Counts, day.Reason = true, "工作日"
	}
	if !day.Official {
		day.Reason += "（推算，未按国务院通知）"
	}
	return day
}
