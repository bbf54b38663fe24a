package workday

import (
	"encoding/json"
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
	added, err := ReadHolidays(strings.NewReader("# 2031年\n2031-01-01,休,元旦\n2031-01-04，班，元旦\n"))
	require.NoError(t, err)
	c := New().Add(added)
	require.Equal(t, Day{Date: "2031-01-01", Reason: "元旦放假", Official: true}, c.Day("2031-01-01"))
	require.True(t, c.Day("2031-01-04").Counts, "a working Saturday")
	require.False(t, New().Day("2031-01-04").Counts, "the first calendar is unchanged")
	_, err = ReadHolidays(strings.NewReader("2031-01-01 holiday"))
	require.ErrorIs(t, err, data.ErrInvalid)
}

func TestAClockAskedForNonsenseRefuses(t *testing.T) {
	for _, n := range []int{0, -1, MostDays + 1} {
		_, err := New().Last("2026-03-05", n)
		require.ErrorIs(t, err, data.ErrInvalid)
	}
	for _, from := range []data.Date{"", "1899-12-31", "2201-01-01", "2026-02-30", "2026-13-01", "nonsense"} {
		_, err := New().Last(from, 5)
		require.ErrorIs(t, err, data.ErrInvalid, from)
	}
	require.Zero(t, New().Between("", "2026-03-05"))
	require.Zero(t, New().Between("2026-03-05", "2026-03-05"), "the day of the event does not count")
	require.Empty(t, New().Strip("2026-03-06", "2026-03-05"))
}

func TestAProofIsWrittenAsScriptsReadIt(t *testing.T) {
	proof, err := New().Last("2026-03-06", 1)
	require.NoError(t, err)
	text, err := json.Marshal(proof)
	require.NoError(t, err)
	require.JSONEq(t, `{"last":"2026-03-09","official":true,"days":[
		{"date":"2026-03-07","counts":false,"reason":"周末"},
		{"date":"2026-03-08","counts":false,"reason":"周末"},
		{"date":"2026-03-09","counts":true,"reason":"工作日"}]}`, string(text))
}

func TestTheYearsOfTheLibraryAreOfficial(t *testing.T) {
	c := New()
	for day, official := range map[data.Date]bool{
		"2001-12-31": false, "2002-01-01": true, "2026-12-31": true, "2027-01-04": false,
	} {
		require.Equal(t, official, c.Day(day).Official, day)
	}
	proof, err := c.Last("2026-12-30", 5)
	require.NoError(t, err)
	require.False(t, proof.Official, "one estimated day makes the whole an estimate")
}

func TestAFileOfTheOfficeIsReadWholeOrNotAtAll(t *testing.T) {
	for name, text := range map[string]string{
		"a day that does not exist": "2031-02-29,休,春节",
		"a word for neither":        "2031-01-01,放,元旦",
		"no name":                   "2031-01-01,休",
		"a line without end":        strings.Repeat("休", 100_000),
	} {
		got, err := ReadHolidays(strings.NewReader("2031-01-01,休,元旦\n" + text))
		require.ErrorIs(t, err, data.ErrInvalid, name)
		require.Empty(t, got, name)
	}
	got, err := ReadHolidays(strings.NewReader("\uFEFF2026年10月10日\t休\t国庆节\r\n"))
	require.NoError(t, err)
	require.False(t, New().Add(got).Day("2026-10-10").Counts, "the office's word stands before the library's")
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
		on := from
		for _, day := range proof.Days {
			on = on.AddDays(1)
			require.Equal(t, on, day.Date, "the proof has every day")
			require.NotEmpty(t, day.Reason)
		}
		require.Equal(t, proof.Last, on)
		later, err := c.Last(from, n+1)
		require.NoError(t, err)
		require.Greater(t, later.Last, proof.Last)
		next, err := c.Last(from.AddDays(1), n)
		require.NoError(t, err)
		require.GreaterOrEqual(t, next.Last, proof.Last, "a later event never ends earlier")
		require.Equal(t, proof.Days, c.Strip(from.AddDays(1), proof.Last))
	})
}

func BenchmarkAYearOfDays(b *testing.B) {
	c := New()
	for b.Loop() {
		c.Between("2025-12-31", "2026-12-31")
	}
}

func TestWhatANoticeSaysOfADayCanBeAsked(t *testing.T) {
	said, ok := New().Said("2026-10-10")
	require.True(t, ok)
	require.Equal(t, data.Holiday{Date: "2026-10-10", Works: true, Name: "国庆节"}, said)
	_, ok = New().Said("2026-10-11")
	require.False(t, ok, "an ordinary Sunday")
	said, ok = New().Add([]data.Holiday{{Date: "2031-01-01", Name: "元旦"}}).Said("2031-01-01")
	require.True(t, ok)
	require.False(t, said.Works)
}
