package data

import (
	"cmp"
	"slices"
)

// Hanging is a version that hangs on the board, or is to be hung on it.
type Hanging struct {
	Item     Item
	Category Category
	// Awaits tells that it is approved and waits for publication (待公开): it is hung on or before the first day of its
	// period.
	Awaits bool
}

// Removal is why a version comes off the board.
type Removal string

const (
	Ended      Removal = "ended"     // its last day has passed
	TakenDown  Removal = "withdrawn" // 撤下
	Superseded Removal = "replaced"  // a newer version hangs in its place
)

// Leaving is a version that comes off the board.
type Leaving struct {
	Item     Item
	Category Category
	Why      Removal
}

// BoardChanges is what changes on the board of paper on a day, in the order of the board: 上墙 and 下墙.
type BoardChanges struct {
	Day  Date
	Up   []Hanging
	Down []Leaving
}

// ChangesOn tells what is hung on the board on the day and what is taken off it. Versions are all versions, with their
// steps, of the items that may be concerned; of these only what is disclosed on the board counts.
//
//   - Hung are the versions that went up that day, and the approved ones that wait for it.
//   - Taken off are those withdrawn or replaced that day, and those whose last day has come since the last working day:
//     on a Monday what ended on Friday, Saturday or Sunday, because nobody was there in between.
//
// WorkingDays counts the working days after the first date up to and including the last.
func ChangesOn(day Date, versions []Item, c Catalogue, workingDays func(after, last Date) int) BoardChanges {
	changes := BoardChanges{Day: day}
	since, of := workingDayBefore(day, workingDays), byItem(versions)
	for _, it := range versions {
		if !slices.Contains(it.Channels, Board) {
			continue
		}
		s := stayOf(it, of[it.ID])
		switch {
		case s.on(day) && s.up == day:
			changes.Up = append(changes.Up, Hanging{Item: it, Category: c.CategoryOf(it.EntryCode)})
		case awaits(it, day):
			changes.Up = append(changes.Up, Hanging{Item: it, Category: c.CategoryOf(it.EntryCode), Awaits: true})
		case s.off == day, s.why == Ended && since < s.off && s.off < day:
			changes.Down = append(changes.Down, Leaving{Item: it, Category: c.CategoryOf(it.EntryCode), Why: s.why})
		}
	}
	slices.SortFunc(changes.Up, func(a, b Hanging) int { return c.boardOrder(a.Item, b.Item) })
	slices.SortFunc(changes.Down, func(a, b Leaving) int { return c.boardOrder(a.Item, b.Item) })
	return changes
}

// HangingOn tells what hangs on the board at the end of the day, in the order of the board.
func HangingOn(day Date, versions []Item, c Catalogue) []Hanging {
	var list []Hanging
	of := byItem(versions)
	for _, it := range versions {
		if slices.Contains(it.Channels, Board) && stayOf(it, of[it.ID]).on(day) {
			list = append(list, Hanging{Item: it, Category: c.CategoryOf(it.EntryCode)})
		}
	}
	slices.SortFunc(list, func(a, b Hanging) int { return c.boardOrder(a.Item, b.Item) })
	return list
}

// stay is a version's time on the board, as the signed steps tell it: the day on which it went up, the first day on
// which it no longer hangs, and why; "" where there is none.
type stay struct {
	up, off Date
	why     Removal
}

// on tells whether the version hangs at the end of the day.
func (s stay) on(day Date) bool { return s.up != "" && s.up <= day && (s.off == "" || day < s.off) }

// byItem puts the versions of each item together.
func byItem(versions []Item) map[string][]Item {
	of := map[string][]Item{}
	for _, it := range versions {
		of[it.ID] = append(of[it.ID], it)
	}
	return of
}

// stayOf finds the first of what may take a version off: 撤下, a newer version of the item, the end of its last day.
func stayOf(it Item, versions []Item) stay {
	s := stay{up: it.PublishedOn()}
	if s.up == "" {
		return s
	}
	ends := func(off Date, why Removal) {
		if off != "" && (s.off == "" || off < s.off) {
			s.off, s.why = off, why
		}
	}
	if it.To != "" {
		ends(it.To.AddDays(1), Ended)
	}
	if step, ok := it.Step(ActWithdraw); ok {
		ends(DateOf(step.At), TakenDown)
	}
	for _, newer := range versions {
		if newer.Version > it.Version {
			ends(newer.PublishedOn(), Superseded)
		}
	}
	return s
}

// awaits tells whether at the end of the day the version was approved and not up yet, with a period that is not over.
func awaits(it Item, day Date) bool {
	if it.To != "" && it.To < day {
		return false
	}
	past := it
	past.Steps = slices.DeleteFunc(slices.Clone(it.Steps), func(step Step) bool { return DateOf(step.At) > day })
	status, err := Replay(past)
	return err == nil && status == Approved // steps that do not follow from each other approve nothing
}

// workingDayBefore gives the last working day before the day.
func workingDayBefore(day Date, workingDays func(after, last Date) int) Date {
	// As in LastWorkingDay, a calendar that never counts a day must not keep us here for ever.
	const longestBreak = 30
	before := day.AddDays(-1)
	for n := 0; n < longestBreak && workingDays(before.AddDays(-1), before) == 0; n++ {
		before = before.AddDays(-1)
	}
	return before
}

// OutsideCatalogue is the head under which items hang whose entry the catalogue does not have (S4).
func OutsideCatalogue() Category {
	return Category{Code: "-", Title: "目录外事项", Short: "目录外事项"}
}

// CategoryOf gives the category under which the items of an entry hang, of one that has been retired too.
func (c Catalogue) CategoryOf(entry string) Category {
	if e, ok := c.Known(entry); ok {
		if category, ok := c.Category(e.Category); ok {
			return category
		}
	}
	return OutsideCatalogue()
}

// boardOrder compares two versions by where they hang: the catalogue's categories, then its entries, then numbers.
// What is outside the catalogue hangs behind all else.
func (c Catalogue) boardOrder(a, b Item) int {
	return cmp.Or(
		cmp.Compare(c.place(a.EntryCode), c.place(b.EntryCode)),
		cmp.Compare(c.entryPlace(a.EntryCode), c.entryPlace(b.EntryCode)),
		cmp.Compare(a.Number, b.Number),
		cmp.Compare(a.Version, b.Version),
	)
}

// place is the place of an entry's category among the catalogue's.
func (c Catalogue) place(entry string) int {
	code := c.CategoryOf(entry).Code
	return lastIfNone(slices.IndexFunc(c.Categories, func(k Category) bool { return k.Code == code }), len(c.Categories))
}

func (c Catalogue) entryPlace(code string) int {
	return lastIfNone(slices.IndexFunc(c.Entries, func(e Entry) bool { return e.Code == code }), len(c.Entries))
}

func lastIfNone(at, count int) int {
	if at < 0 {
		return count
	}
	return at
}
