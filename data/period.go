package data

// Period is when something is disclosed, both days included. Review stands in place of an end for 长期公开.
type Period struct {
	From   Date
	To     Date // "" for 长期
	Review Date // "" for all others
}

const (
	// approvalSlack is how many working days check and approval are given before a 公示 goes up.
	approvalSlack = 2
	// immediateDays is how long an 即时 announcement stays up, in civil days.
	immediateDays = 30
	// leastMonths is how much of a half-year or a year must remain for it to be the period's end.
	leastMonths = 3
)

// DefaultPeriod proposes a period for something drafted today (S9). The clause 两个尽量 asks for as long as can be, so
// each mode gets its longest usual period:
//
//   - A 公示 runs from tomorrow to the seventh working day after today. It must still have five working days on the day
//     it goes up (MinPublicityDays), and it goes up only after check and approval, which may take two.
//   - 定期 runs to the end of this half-year, 逐段 to the end of this year; to the next one where fewer than three months
//     remain.
//   - 长期 has no end and is looked at again in a year.
//   - Any other 即时 runs for thirty days.
//
// WorkingDays counts the working days after the first date up to and including the last.
func DefaultPeriod(mode Mode, kind Kind, today Date, workingDays func(after, last Date) int) Period {
	switch {
	case kind == Publicity:
		return Period{
			From: today.AddDays(1),
			To:   LastWorkingDay(today, MinPublicityDays+approvalSlack, workingDays),
		}
	case mode == LongTerm:
		return Period{From: today, Review: today.AddMonths(12)}
	case mode == Periodic:
		return Period{From: today, To: endAfter(today, 6)}
	case mode == Staged:
		return Period{From: today, To: endAfter(today, 12)}
	default:
		return Period{From: today, To: today.AddDays(immediateDays)}
	}
}

// endAfter gives the last day of the stretch of so many months of the year in which the day lies, or of the one after
// it where fewer than leastMonths remain.
func endAfter(today Date, months int) Date {
	january := Date(today.Time().Format("2006") + "-01-01")
	next := january
	for next <= today {
		next = next.AddMonths(months)
	}
	if end := next.AddDays(-1); today.AddMonths(leastMonths) <= end {
		return end
	}
	return next.AddMonths(months).AddDays(-1)
}

// LastWorkingDay gives the n-th working day after the date. Day 1 is the first working day after it.
func LastWorkingDay(after Date, n int, workingDays func(after, last Date) int) Date {
	// Ten free days in a row is the most that the State Council has ever ordered; a calendar that never counts a day
	// must not keep us here for ever.
	limit := after.AddDays(20*n + 60)
	last := after
	for workingDays(after, last) < n && last < limit {
		last = last.AddDays(1)
	}
	return last
}
