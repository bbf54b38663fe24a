package workday

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
)

// The four clocks checked against the published notices; a calendar that takes every weekend off gets all four wrong.
func TestNoticePeriodFollowsTheNoticesOf2026(t *testing.T) {
	c := New()
	for from, last := range map[data.Date]data.Date{
		"2026-02-12": "2026-02-26", // 春节
		"2026-04-29": "2026-05-09", // 劳动节, with a working Saturday
		"2026-09-17": "2026-09-23", // a working Sunday before 国庆节
		"2026-09-29": "2026-10-12", // 国庆节, with a working Saturday
	} {
		proof, err := c.Last(from, 5)
		require.NoError(t, err)
		require.Equal(t, last, proof.Last, "from %s", from)
		require.True(t, proof.Official)
	}
}

func TestEveryDayOfAProofSaysWhy(t *testing.T) {
	proof, err := New().Last("2026-09-17", 5)
	require.NoError(t, err)
	reasons := map[data.Date]string{}
	for _, day := range proof.Days {
		reasons[day.Date] = day.Reason
	}
	require.Equal(t, "国庆节调休上班", reasons["2026-09-20"])
	require.Equal(t, "周末", reasons["2026-09-19"])
}

func TestAYearWithoutANoticeIsSaidToBeAnEstimate(t *testing.T) {
	proof, err := New().Last("2031-03-03", 5)
	require.NoError(t, err)
	require.False(t, proof.Official)
	require.Contains(t, proof.Days[0].Reason, "推算，未按国务院通知")
}

func TestTheOfficeAddsAYearByFile(t *testing.T) {
	c, err := New().With(strings.NewReader("# 2031年\n2031-01-01,休,元旦\n2031-01-04，班，元旦\n"))
	require.NoError(t, err)
	require.Equal(t, Day{Date: "2031-01-01", Reason: "元旦放假", Official: true}, c.Day("2031-01-01"))
	require.True(t, c.Day("2031-01-04").Counts, "a working Saturday")
	require.False(t, New().Day("2031-01-04").Counts, "the first calendar is unchanged")
	_, err = c.With(strings.NewReader("2031-01-01 holiday"))
	require.ErrorIs(t, err, data.ErrInvalid)
}

func TestAClockAskedForNonsenseRefuses(t *testing.T) {
	for _, n := range []int{0, -1, MostDays + 1} {
		_, err := New().Last("2026-03-05", n)
		require.ErrorIs(t, err, data.ErrInvalid)
	}
	_, err := New().Last("", 5)
	require.ErrorIs(t, err, data.ErrInvalid)
}

func TestClockLaws(t *testing.T) {
	c := New()
	rapid.Check(t, func(t *rapid.T) {
		from := data.Date("2024-01-01").AddDays(rapid.IntRange(0, 1500).Draw(t, "day"))
		n := rapid.IntRange(1, 40).Draw(t, "n")
		proof, err := c.Last(from, n)
		require.NoError(t, err)
		require.Equal(t, n, c.Between(from, proof.Last), "the last day is the n-th that counts")
		require.True(t, c.Day(proof.Last).Counts, "the last day counts")
		next := from
		for _, day := range proof.Days {
			next = next.AddDays(1)
			require.Equal(t, next, day.Date, "the proof has every day")
			require.NotEmpty(t, day.Reason)
		}
		require.Equal(t, proof.Last, next)
		later, err := c.Last(from, n+1)
		require.NoError(t, err)
		require.Greater(t, later.Last, proof.Last)
	})
}
