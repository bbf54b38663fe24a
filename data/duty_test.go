package data_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
)

// upSince is an item of the mode that went up on the day.
func upSince(mode data.Mode, day data.Date) data.Item {
	it := anItem(data.ByDeputy)
	it.Mode, it.Status, it.From, it.To, it.Review = mode, data.Published, day, day.AddMonths(6), ""
	it.Steps = []data.Step{{Act: data.ActPublish, At: day.Time().Add(time.Hour)}}
	return it
}

func dutiesOf(it data.Item, on data.Date) []data.Duty {
	return data.Duties(it, data.Clocks{}, on, func(after data.Date, n int) data.Date { return after.AddDays(n) })
}

func TestAPeriodicItemIsLookedAtTowardsTheEndOfEachQuarterAndReplacedEachHalfYear(t *testing.T) {
	it := upSince(data.Periodic, "2026-01-10")
	it.To = "2026-06-30"
	require.Equal(t, []data.Duty{{Kind: data.DutyQuarter, Due: "2026-03-31"}, {Kind: data.DutyRenew, Due: "2026-06-30"}}, dutiesOf(it, "2026-02-01"))
	it.Steps = append(it.Steps, data.Step{Act: data.ActReview, At: data.Date("2026-03-20").Time().Add(time.Hour)})
	require.Equal(t, []data.Duty{{Kind: data.DutyRenew, Due: "2026-06-30"}}, dutiesOf(it, "2026-03-21"))
}

func TestALongTermItemIsLookedAtOnItsDay(t *testing.T) {
	it := upSince(data.LongTerm, "2026-01-10")
	it.To, it.Review = "", "2027-01-10"
	require.Equal(t, []data.Duty{{Kind: data.DutyReview, Due: "2027-01-10"}}, dutiesOf(it, "2026-02-01"))
	it.Steps = append(it.Steps, data.Step{Act: data.ActReview, Statement: data.Statement{Review: &data.Review{Next: "2028-01-10"}}})
	require.Equal(t, data.Date("2028-01-10"), dutiesOf(it, "2026-02-01")[0].Due)
}

func TestWorkThatSpansYearsOwesASummaryAtEachYearsEnd(t *testing.T) {
	plan := data.WithSummaries([]data.Stage{{Name: "立项", Due: "2026-05-01"}, {Name: "竣工", Due: "2028-03-01"}})
	require.Equal(t, []data.Stage{
		{Name: "立项", Due: "2026-05-01"},
		{Name: "2026年年终小结", Due: "2026-12-31", Summary: true},
		{Name: "2027年年终小结", Due: "2027-12-31", Summary: true},
		{Name: "竣工", Due: "2028-03-01"},
	}, plan)
	it := upSince(data.Staged, "2026-05-01")
	it.Stages, it.Stage = plan, 1
	require.Equal(t, data.Duty{Kind: data.DutySummary, Due: "2026-12-31", Name: "2026年年终小结"}, dutiesOf(it, "2026-06-01")[0])
	it.Stages = append([]data.Stage{}, plan[0], plan[3])
	require.Error(t, it.Check(), "the summaries may not be left out")
}

func TestStagesStayInOrderWhateverIsPlanned(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var stages []data.Stage
		for range rapid.IntRange(0, 6).Draw(t, "stages") {
			day := data.Date("2026-01-01").AddDays(rapid.IntRange(0, 1500).Draw(t, "day"))
			stages = append(stages, data.Stage{Name: "阶段", Due: day, Summary: rapid.Bool().Draw(t, "summary")})
		}
		plan := data.WithSummaries(stages)
		require.Equal(t, plan, data.WithSummaries(plan), "planned once is planned for good")
		var work, summaries int
		for i, s := range plan {
			if s.Summary {
				summaries++
			} else {
				work++
			}
			require.True(t, i == 0 || plan[i-1].Due <= s.Due)
		}
		if work > 0 {
			require.Equal(t, plan[len(plan)-1].Due.Year()-plan[0].Due.Year(), summaries)
		}
	})
}

func TestWhatIsApprovedGoesUpInTimeByTheUnitsClock(t *testing.T) {
	it := upSince(data.LongTerm, "2026-01-10")
	it.Status, it.Steps = data.Approved, []data.Step{{Act: data.ActApprove, At: data.Date("2026-03-05").Time().Add(time.Hour)}}
	require.Equal(t, data.Date("2026-03-10"), dutiesOf(it, "2026-03-05")[0].Due)
	it.Mode = data.Immediate
	require.Equal(t, data.Date("2026-03-07"), dutiesOf(it, "2026-03-05")[0].Due)
}
