package store

import (
	"context"
	"fmt"
	"strconv"
	"strings"
)

const numberEnds = `
SELECT coalesce((SELECT min(number) FROM items), '') AS first,
       coalesce((SELECT max(number) FROM items), '') AS last`

// mostYears is how many years are listed: beyond that a number was written by hand.
const mostYears = 60

// Years gives the years from that of the newest number back to that of the oldest.
func (t *Tx) Years(ctx context.Context) ([]int, error) {
	var ends struct {
		First string `db:"first"`
		Last  string `db:"last"`
	}
	if err := t.get(ctx, &ends, numberEnds); err != nil {
		return nil, fmt.Errorf("read the years of the items: %w", err)
	}
	first, last := yearOf(ends.First), yearOf(ends.Last)
	var years []int
	for year := last; year >= first && year > 0 && len(years) < mostYears; year-- {
		years = append(years, year)
	}
	return years, nil
}

// yearOf gives the year of a number, 0 where it has none.
func yearOf(number string) int {
	text, _, _ := strings.Cut(number, "-")
	year, err := strconv.Atoi(text)
	if err != nil {
		return 0
	}
	return year
}
