package data_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
)

func TestADayBeginsAtMidnightInShanghai(t *testing.T) {
	require.Equal(t, data.Date("2026-03-05"), data.DateOf(time.Date(2026, 3, 4, 16, 0, 0, 0, time.UTC)))
	require.Equal(t, data.Date("2026-03-04"), data.DateOf(time.Date(2026, 3, 4, 15, 59, 59, 0, time.UTC)))
}

func TestADateIsReadAsPeopleWriteIt(t *testing.T) {
	for _, text := range []string{"2026-03-05", "2026-3-5", "2026/3/5", "2026.3.5", "2026年3月5日"} {
		d, err := data.ParseDate(text)
		require.NoError(t, err, text)
		require.Equal(t, data.Date("2026-03-05"), d)
	}
	for _, text := range []string{"", "2026-02-29", "三月五日", "2026-13-01"} {
		_, err := data.ParseDate(text)
		require.ErrorIs(t, err, data.ErrInvalid, text)
	}
}

func TestDocumentsWriteDatesWithoutLeadingZeros(t *testing.T) {
	require.Equal(t, "2026年3月5日", data.Date("2026-03-05").Chinese())
	require.Equal(t, "3月5日", data.Date("2026-03-05").Short())
	require.Equal(t, "", data.Date("").Chinese())
	require.Equal(t, "", data.Date("").Short())
	require.Equal(t, 0, data.Date("").Year())
}

func TestAMonthLaterIsItsLastDayWhereTheDayDoesNotExist(t *testing.T) {
	require.Equal(t, data.Date("2026-02-28"), data.Date("2026-01-31").AddMonths(1))
	require.Equal(t, data.Date("2028-02-29"), data.Date("2027-08-31").AddMonths(6))
	require.Equal(t, data.Date("2025-12-31"), data.Date("2026-01-31").AddMonths(-1))
	require.Equal(t, data.Date(""), data.Date("").AddMonths(3))
	require.Equal(t, data.Date(""), data.Date("").AddDays(3))
}

func TestDatesSortAsTheirDaysDo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := data.Date("2026-03-05").AddDays(rapid.IntRange(-40000, 40000).Draw(t, "start"))
		n := rapid.IntRange(1, 4000).Draw(t, "days")
		require.Less(t, d, d.AddDays(n))
		require.Equal(t, d, d.AddDays(n).AddDays(-n))
		read, err := data.ParseDate(d.Chinese())
		require.NoError(t, err)
		require.Equal(t, d, read)
	})
}

func TestADayBeginsWhereTheOneBeforeEnds(t *testing.T) {
	begin := data.Date("2026-03-05").Begin()
	require.Equal(t, data.Date("2026-03-05"), data.DateOf(begin))
	require.Equal(t, data.Date("2026-03-04"), data.DateOf(begin.Add(-time.Nanosecond)))
	require.True(t, data.Date("").Begin().IsZero())
}
