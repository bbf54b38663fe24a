package data_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
)

func TestWhatAnEntryAsksForNext(t *testing.T) {
	const today = data.Date("2026-03-05")
	up := func(from, to, review data.Date) []data.Item {
		return []data.Item{{Content: data.Content{From: from, To: to, Review: review}}}
	}
	for name, c := range map[string]struct {
		mode data.Mode
		up   []data.Item
		want data.EntryDue
	}{
		"定期, nothing up: by this half-year's end":       {data.Periodic, nil, data.EntryDue{Kind: data.DueFirst, On: "2026-06-30"}},
		"定期, put up this quarter: replaced in the next": {data.Periodic, up("2026-01-15", "2026-06-30", ""), data.EntryDue{Kind: data.DueReplace, On: "2026-06-30"}},
		"定期, put up last autumn: adjusted this quarter": {data.Periodic, up("2025-10-08", "2026-06-30", ""), data.EntryDue{Kind: data.DueAdjust, On: "2026-03-31"}},
		"定期, not renewed at the half-year: overdue":     {data.Periodic, up("2025-08-01", "2026-06-30", ""), data.EntryDue{Kind: data.DueReplace, On: "2025-12-31"}},
		"长期, nothing up":                                {data.LongTerm, nil, data.EntryDue{Kind: data.DueFirst}},
		"长期: on its review date":                        {data.LongTerm, up("2026-01-15", "", "2027-01-15"), data.EntryDue{Kind: data.DueReview, On: "2027-01-15"}},
		"逐段, nothing up":                                {data.Staged, nil, data.EntryDue{Kind: data.DueFirst}},
		"逐段: the last day of the stage":                 {data.Staged, up("2026-01-15", "2026-05-01", ""), data.EntryDue{Kind: data.DueStage, On: "2026-05-01"}},
		"逐段, over the year's end: summed up at its end": {data.Staged, up("2026-01-15", "2027-05-01", ""), data.EntryDue{Kind: data.DueSummary, On: "2026-12-31"}},
		"即时: within two working days, whatever is up":   {data.Immediate, up("2026-01-15", "2026-05-01", ""), data.EntryDue{Kind: data.DuePrompt}},
		"即时, nothing up: nothing can be late":           {data.Immediate, nil, data.EntryDue{Kind: data.DuePrompt}},
	} {
		require.Equal(t, c.want, data.Entry{Mode: c.mode}.NextDue(c.up, today), name)
	}
	several := append(up("2025-08-01", "", ""), up("2026-02-01", "", "")...)
	require.Equal(t, data.Date("2026-06-30"), data.Entry{Mode: data.Periodic}.NextDue(several, today).On, "the newest counts")
	require.True(t, data.EntryDue{On: "2026-03-04"}.Overdue(today))
	require.False(t, data.EntryDue{On: today}.Overdue(today), "the last day still counts")
	require.False(t, data.EntryDue{}.Overdue(today))
}

func TestTheRoutineListBeginsWithWhatIsDueFirst(t *testing.T) {
	c := usual(t)
	up := map[string][]data.Item{
		"2.1": {{Content: data.Content{From: "2025-08-01", To: "2026-06-30"}}},
		"5.1": {{Content: data.Content{From: "2025-08-01", Review: "2026-04-01"}}},
	}
	list := c.Routine(up, "2026-03-05")
	require.Len(t, list, len(c.Entries))
	require.Equal(t, []string{"2.1", "5.1", "1.2"}, []string{list[0].Entry.Code, list[1].Entry.Code, list[2].Entry.Code})
	require.Equal(t, data.DuePrompt, list[len(list)-1].Due.Kind)
}
