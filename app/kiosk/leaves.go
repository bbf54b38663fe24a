package kiosk

import (
	"slices"

	"gongkailan/reports/page"
)

// mostOpen is of how many items the pages are kept unpacked: what is shown on a wide board, and what comes before and after.
const mostOpen = 16

// leaves unpacks the pages of items as they are asked for, and keeps those that were asked for last.
type leaves struct {
	from func(number string) []page.Page
	open []opened // the one asked for last at the end
}

type opened struct {
	number string
	pages  []page.Page
}

// of gives the pages of an item; nil where there are none.
func (l *leaves) of(number string) []page.Page {
	if l.from == nil {
		return nil
	}
	if i := slices.IndexFunc(l.open, func(o opened) bool { return o.number == number }); i >= 0 {
		found := l.open[i]
		l.open = append(slices.Delete(l.open, i, i+1), found)
		return found.pages
	}
	found := opened{number, l.from(number)}
	if len(l.open) == mostOpen {
		l.open = slices.Delete(l.open, 0, 1)
	}
	l.open = append(l.open, found)
	return found.pages
}
