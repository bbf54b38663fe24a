package workday

import (
	"bufio"
	"io"
	"maps"
	"strings"

	"gongkailan/data"
)

// Add gives the calendar with the holidays added. Every year that they name counts as official, and what they say of a
// day stands before what was known of it.
func (c Calendar) Add(holidays []data.Holiday) Calendar {
	if len(holidays) == 0 {
		return c
	}
	more := Calendar{official: map[int]bool{}, rulings: map[data.Date]ruling{}}
	maps.Copy(more.official, c.official)
	maps.Copy(more.rulings, c.rulings)
	for _, h := range holidays {
		more.rulings[h.Date] = ruling{works: h.Works, name: h.Name}
		more.official[h.Date.Year()] = true
	}
	return more
}

// ReadHolidays reads the days of a year that the library does not have yet. Each line holds a day, 休 or 班, and the
// holiday's name, with commas, tabs or spaces between them:
//
//	2027-01-01,休,元旦
//	2027-02-06,班,春节
//
// The file is UTF-8. Empty lines and lines that begin with # are passed over. The file is refused with ErrInvalid where
// a line cannot be read.
func ReadHolidays(file io.Reader) ([]data.Holiday, error) {
	var holidays []data.Holiday
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		text := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\uFEFF"))
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",，\t ", r) })
		if len(parts) != 3 || parts[1] != "休" && parts[1] != "班" {
			return nil, data.Refuse(data.ErrInvalid, "workday.line", text)
		}
		date, err := data.ParseDate(parts[0])
		if err != nil {
			return nil, err
		}
		holidays = append(holidays, data.Holiday{Date: date, Works: parts[1] == "班", Name: parts[2]})
	}
	if err := lines.Err(); err != nil {
		return nil, data.Refuse(data.ErrInvalid, "workday.line", "…")
	}
	return holidays, nil
}

// Official tells whether the year has a notice, of the library's or of the office's.
func (c Calendar) Official(year int) bool { return c.official[year] }
