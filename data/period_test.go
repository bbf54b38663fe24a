package data_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
)

func TestTheLongestUsualPeriodIsProposed(t *testing.T) {
	cases := []struct {
		name  string
		mode  data.Mode
		kind  data.Kind
		today data.Date
		want  data.Period
	}{
		{"a 公示 has seven working days, two of them for approval", data.Immediate, data.Publicity, "2026-03-05", data.Period{From: "2026-03-06", To: "2026-03-16"}},
		{"any other 即时 thirty days", data.Immediate, data.Announcement, "2026-03-05", data.Period{From: "2026-03-05", To: "2026-04-04"}},
		{"长期 no end, and a review in a year", data.LongTerm, data.Announcement, "2026-03-05", data.Period{From: "2026-03-05", Review: "2027-03-05"}},
		{"定期 to the end of the half-year", data.Periodic, data.Announcement, "2026-03-05", data.Period{From: "2026-03-05", To: "2026-06-30"}},
		{"定期 with three months left", data.Periodic, data.Announcement, "2026-03-30", data.Period{From: "2026-03-30", To: "2026-06-30"}},
		{"定期 with less", data.Periodic, data.Announcement, "2026-04-01", data.Period{From: "2026-04-01", To: "2026-12-31"}},
		{"定期 late in the year", data.Periodic, data.Announcement, "2026-11-20", data.Period{From: "2026-11-20", To: "2027-06-30"}},
		{"逐段 to the end of the year", data.Staged, data.Announcement, "2026-03-05", data.Period{From: "2026-03-05", To: "2026-12-31"}},
		{"逐段 with less than three months left", data.Staged, data.Announcement, "2026-10-08", data.Period{From: "2026-10-08", To: "2027-12-31"}},
	}
	for _, c := range cases {
		require.Equal(t, c.want, data.DefaultPeriod(c.mode, c.kind, c.today, weekdays), c.name)
	}
}

func TestAPublicityApprovedWithinTwoWorkingDaysCanGoUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := data.Date("2026-01-01").AddDays(rapid.IntRange(0, 3000).Draw(t, "day"))
		p := data.DefaultPeriod(data.Immediate, data.Publicity, day, weekdays)
		up := data.LastWorkingDay(day, rapid.IntRange(1, 2).Draw(t, "approval"), weekdays)
		require.GreaterOrEqual(t, weekdays(up, p.To), data.MinPublicityDays)
	})
}

func TestEveryDefaultPeriodCanBeProposed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := data.Date("2026-01-01").AddDays(rapid.IntRange(0, 3000).Draw(t, "day"))
		entry := data.Entry{
			Code: "1", Title: rapid.SampledFrom([]string{"干部任用", "学习计划"}).Draw(t, "title"),
			Mode:     rapid.SampledFrom(data.Modes()).Draw(t, "mode"),
			Audience: rapid.SampledFrom(data.Audiences()).Draw(t, "audience"),
			Decision: rapid.SampledFrom(data.Decisions()).Draw(t, "decision"),
		}
		c := data.NewContent(entry, data.Unit{Name: "局", Issuer: "局党组", Contact: data.Contact{Phone: "0871-60000000"}}, day, weekdays)
		c.Body = "正文"
		require.NoError(t, c.Check())
	})
}

func TestACalendarThatNeverCountsDoesNotKeepUsForEver(t *testing.T) {
	last := data.LastWorkingDay(today, 5, func(data.Date, data.Date) int { return 0 })
	require.Greater(t, last, today)
}
