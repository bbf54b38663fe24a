package data_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
)

func TestWhatAnEntryAsksForNext(t *testing.T) {
	const today = data.Date("2026-03-05")
	up := func(mode data.Mode, from, to, review data.Date, steps ...data.Step) []data.Item {
		it := upSince(mode, from)
		it.To, it.Review = to, review
		it.Steps = append(it.Steps, steps...)
		return []data.Item{it}
	}
	reviewed := func(on, next data.Date) data.Step {
		return data.Step{Act: data.ActReview, At: on.Begin(), Statement: data.Statement{Review: &data.Review{Next: next}}}
	}
	planned := up(data.Staged, "2026-01-15", "2026-12-01", "")
	planned[0].Stages = []data.Stage{{Name: "启动", Due: "2026-01-15"}, {Name: "中期", Due: "2026-06-01"}, {Name: "完成", Due: "2026-12-01"}}
	planned[0].Stage = 1
	last := slices.Clone(planned)
	last[0].Stage = 3
	for name, c := range map[string]struct {
		mode data.Mode
		up   []data.Item
		want data.EntryDue
	}{
		"定期, nothing up: by this half-year's end":        {data.Periodic, nil, data.EntryDue{Kind: data.DutyFirst, On: "2026-06-30"}},
		"定期, put up in January: looked at in March":      {data.Periodic, up(data.Periodic, "2026-01-15", "2026-06-30", ""), data.EntryDue{Kind: data.DutyQuarter, On: "2026-03-31"}},
		"定期, looked at in March: replaced in June":       {data.Periodic, up(data.Periodic, "2026-01-15", "2026-06-30", "", reviewed("2026-03-03", "")), data.EntryDue{Kind: data.DutyRenew, On: "2026-06-30"}},
		"定期, nobody looked at it in autumn: overdue":     {data.Periodic, up(data.Periodic, "2025-08-01", "2026-06-30", ""), data.EntryDue{Kind: data.DutyQuarter, On: "2025-09-30"}},
		"长期, nothing up":                                 {data.LongTerm, nil, data.EntryDue{Kind: data.DutyFirst}},
		"长期: on its review date":                         {data.LongTerm, up(data.LongTerm, "2026-01-15", "", "2027-01-15"), data.EntryDue{Kind: data.DutyReview, On: "2027-01-15"}},
		"长期, reviewed: on the day that the review named": {data.LongTerm, up(data.LongTerm, "2025-01-15", "", "2026-01-15", reviewed("2026-01-14", "2027-01-14")), data.EntryDue{Kind: data.DutyReview, On: "2027-01-14"}},
		"逐段, nothing up":                                 {data.Staged, nil, data.EntryDue{Kind: data.DutyFirst}},
		"逐段: the day of the next stage":                  {data.Staged, planned, data.EntryDue{Kind: data.DutyStage, On: "2026-06-01"}},
		"逐段: the last stage comes to its end":            {data.Staged, last, data.EntryDue{Kind: data.DutyEnd, On: "2026-12-01"}},
		"逐段, no plan: the last day":                      {data.Staged, up(data.Staged, "2026-01-15", "2026-05-01", ""), data.EntryDue{Kind: data.DutyStage, On: "2026-05-01"}},
		"逐段, no plan, over the year's end: summed up":    {data.Staged, up(data.Staged, "2026-01-15", "2027-05-01", ""), data.EntryDue{Kind: data.DutySummary, On: "2026-12-31"}},
		"即时: within two working days, whatever is up":    {data.Immediate, up(data.Immediate, "2026-01-15", "2026-05-01", ""), data.EntryDue{Kind: data.DutyPrompt}},
		"即时, nothing up: nothing can be late":            {data.Immediate, nil, data.EntryDue{Kind: data.DutyPrompt}},
	} {
		require.Equal(t, c.want, data.Entry{Mode: c.mode}.NextDue(c.up, today), name)
	}
	several := append(up(data.Periodic, "2025-08-01", "2025-12-31", ""), up(data.Periodic, "2026-03-02", "2026-06-30", "")...)
	require.Equal(t, data.Date("2026-06-30"), data.Entry{Mode: data.Periodic}.NextDue(several, today).On, "the newest counts")
	require.True(t, data.EntryDue{On: "2026-03-04"}.Overdue(today))
	require.False(t, data.EntryDue{On: today}.Overdue(today), "the last day still counts")
	require.False(t, data.EntryDue{}.Overdue(today))
}

func TestTheRoutineListBeginsWithWhatIsDueFirst(t *testing.T) {
	c := usual(t)
	late, later := upSince(data.Periodic, "2025-08-01"), upSince(data.LongTerm, "2025-08-01")
	later.To, later.Review = "", "2026-04-01"
	up := map[string][]data.Item{"2.1": {late}, "5.1": {later}}
	list := c.Routine(up, "2026-03-05")
	require.Len(t, list, len(c.Entries))
	require.Equal(t, []string{"2.1", "5.1", "1.2"}, []string{list[0].Entry.Code, list[1].Entry.Code, list[2].Entry.Code})
	require.Equal(t, data.DutyPrompt, list[len(list)-1].Due.Kind)
}
