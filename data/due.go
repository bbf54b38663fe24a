package data

import (
	"cmp"
	"slices"
)

// What an entry of the catalogue asks for where nothing of it is up; what is up asks for the duties of items.
const (
	DutyFirst  DutyKind = "first"  // 尚未公开: nothing of the entry is up
	DutyPrompt DutyKind = "prompt" // 即时: within two working days of the event, so there is no date to tell
)

// EntryDue is what an entry asks for next (S11 例行公开), and by which day; On is "" where no day can be told.
type EntryDue struct {
	Kind DutyKind
	On   Date
}

// Overdue tells whether its day has passed.
func (d EntryDue) Overdue(today Date) bool { return d.On != "" && d.On < today }

// NextDue tells what the entry asks for next (S9, S11): the nearest duty of what is up of it today, so that the catalogue
// names the days that the items name themselves. Of a 定期 entry only the newest counts, as it takes the place of what was
// up before. The items need their steps.
func (e Entry) NextDue(up []Item, today Date) EntryDue {
	switch {
	case e.Mode == Immediate:
		return EntryDue{Kind: DutyPrompt}
	case len(up) == 0 && e.Mode == Periodic:
		return EntryDue{DutyFirst, stretchEnd(today, 6)}
	case len(up) == 0:
		return EntryDue{Kind: DutyFirst}
	case e.Mode == Periodic:
		newest := slices.MaxFunc(up, func(a, b Item) int { return cmp.Compare(a.From, b.From) })
		return newest.nextDue()
	default:
		first := slices.MinFunc(up, func(a, b Item) int { return CompareDue(a.nextDue(), b.nextDue()) })
		return first.nextDue()
	}
}

// nextDue is the nearest duty of an item that is up.
func (it Item) nextDue() EntryDue {
	nearest := it.dutiesUp()[0]
	return EntryDue{nearest.Kind, nearest.Due}
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
		case d.Kind == DutyFirst:
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
