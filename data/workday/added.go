package workday

import (
	"bufio"
	"io"
	"maps"
	"strings"

	"gongkailan/data"
)

// With gives the calendar with the holidays of a file added, for a year that the library does not have yet. Each line
// holds a day, 休 or 班, and the holiday's name, with commas, tabs or spaces between them:
//
//	2027-01-01,休,元旦
//	2027-02-06,班,春节
//
// The file is UTF-8. Empty lines and lines that begin with # are passed over. Every year that the file names counts as
// official, and what it says of a day stands before what was known of it. The file is refused, and nothing is added,
// where a line cannot be read.
func (c Calendar) With(file io.Reader) (Calendar, error) {
	more := Calendar{official: map[int]bool{}, rulings: map[data.Date]ruling{}}
	maps.Copy(more.official, c.official)
	maps.Copy(more.rulings, c.rulings)
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		text := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\uFEFF"))
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",，\t ", r) })
		if len(parts) != 3 || parts[1] != "休" && parts[1] != "班" {
			return c, data.Refuse(data.ErrInvalid, "workday.line", text)
		}
		date, err := data.ParseDate(parts[0])
		if err != nil {
			return c, err
		}
		more.rulings[date] = ruling{works: parts[1] == "班", name: parts[2]}
		more.official[date.Year()] = true
	}
	if err := lines.Err(); err != nil {
		return c, data.Refuse(data.ErrInvalid, "workday.line", "…")
	}
	return more, nil
}
