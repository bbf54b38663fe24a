package data

import (
	"cmp"
	"slices"
)

// DueKind is what an entry of the catalogue asks for next (S11 例行公开).
type DueKind string

const (
	DueFirst   DueKind = "first"   // 尚未公开: nothing of the entry is up
	DueReplace DueKind = "replace" // 定期: replaced by the end of the half-year
	DueAdjust  DueKind = "adjust"  // 定期: adjusted by the end of the quarter
	DueReview  DueKind = "review"  // 长期: looked at again on its review date
	DueStage   DueKind = "stage"   // 逐段: the next stage, when the last day of what is up has come
	DueSummary DueKind = "summary" // 逐段: the year-end summary of work that spans years
	DuePrompt  DueKind = "prompt"  // 即时: within two working days of the event, so there is no date to tell
)

// EntryDue is what an entry asks for next, and by which day; On is "" where no day can be told.
type EntryDue struct {
	Kind DueKind
	On   Date
}

// Overdue tells whether its day has passed.
func (d EntryDue) Overdue(today Date) bool { return d.On != "" && d.On < today }

// NextDue tells what the entry asks for next, with what is up of it today (S9, S11). What is up counts from the first
// day of its period; a 定期 entry is brought up to date in every quarter and replaced in every half-year, so the end of
// the quarter after its last renewal is its day.
func (e Entry) NextDue(up []Item, today Date) EntryDue {
	switch {
	case e.Mode == Immediate:
		return EntryDue{Kind: DuePrompt}
	case len(up) == 0 && e.Mode == Periodic:
		return EntryDue{DueFirst, stretchEnd(today, 6)}
	case len(up) == 0:
		return EntryDue{Kind: DueFirst}
	case e.Mode == Periodic:
		return renewal(up)
	case e.Mode == LongTerm:
		return EntryDue{DueReview, earliest(up, func(it Item) Date { return it.Review })}
	default:
		return stage(up, today)
	}
}

// renewal is the end of the quarter after the one in which the newest of what is up was put up.
func renewal(up []Item) EntryDue {
	newest := slices.MaxFunc(up, func(a, b Item) int { return cmp.Compare(a.From, b.From) }).From
	due := stretchEnd(stretchEnd(newest, 3).AddDays(1), 3)
	if due == stretchEnd(due, 6) {
		return EntryDue{DueReplace, due}
	}
	return EntryDue{DueAdjust, due}
}

// stage is the last day of what is up, or the year's end where that comes first: then the year is summed up.
func stage(up []Item, today Date) EntryDue {
	last := earliest(up, func(it Item) Date { return it.To })
	if yearEnd := stretchEnd(today, 12); last == "" || last >= yearEnd {
		return EntryDue{DueSummary, yearEnd}
	}
	return EntryDue{DueStage, last}
}

// earliest is the earliest day that any of the items names, "" where none does.
func earliest(items []Item, day func(Item) Date) Date {
	var first Date
	for _, it := range items {
		if d := day(it); d != "" && (first == "" || d < first) {
			first = d
		}
	}
	return first
}

// stretchEnd is the last day of the stretch of so many months of the year in which the day lies: 3 a quarter, 6 a half-year,
// 12 the year.
func stretchEnd(day Date, months int) Date {
	if day == "" {
		return ""
	}
	next := Date(day.Time().Format("2006") + "-01-01")
	for next <= day {
		next = next.AddMonths(months)
	}
	return next.AddDays(-1)
}

// CompareDue puts what has a day before what has none, the earliest first, and of those without a day what was never
// disclosed before what is disclosed when it happens.
func CompareDue(a, b EntryDue) int {
	undated := func(d EntryDue) int {
		switch {
		case d.On != "":
			return 0
		case d.Kind == DueFirst:
			return 1
		default:
			return 2
		}
	}
	return cmp.Or(cmp.Compare(undated(a), undated(b)), cmp.Compare(a.On, b.On))
}

// DueEntry is an entry of the catalogue with what it asks for next.
type DueEntry struct {
	Entry Entry
	Due   EntryDue
}

// Routine lists every entry with what it asks for next, what is due first first (S11). Up is what is up today, by entry.
func (c Catalogue) Routine(up map[string][]Item, today Date) []DueEntry {
	list := make([]DueEntry, len(c.Entries))
	for i, e := range c.Entries {
		list[i] = DueEntry{e, e.NextDue(up[e.Code], today)}
	}
	slices.SortStableFunc(list, func(a, b DueEntry) int { return CompareDue(a.Due, b.Due) })
	return list
}
