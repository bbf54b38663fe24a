package data_test

import (
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
)

// boardCatalogue has two categories whose codes do not sort as they hang.
func boardCatalogue() data.Catalogue {
	return data.Catalogue{
		Categories: []data.Category{{Code: "2", Title: "思想建设", Short: "思想"}, {Code: "1", Title: "领导班子", Short: "班子"}},
		Entries: []data.Entry{
			{Code: "3.5", Category: "2", Title: "干部任用"}, {Code: "2.1", Category: "2", Title: "学习"}, {Code: "1.1", Category: "1", Title: "职责"},
		},
	}
}

// hung is a version that went through every step, up on the first day and with that last day.
func hung(number string, version int, up, last data.Date) data.Item {
	it := approved(number, version, up, last)
	it.Status = data.Published
	return acted(it, data.ActPublish, up)
}

// approved is a version that waits for publication since the day.
func approved(number string, version int, since, last data.Date) data.Item {
	it := anItem(data.ByDeputy)
	it.ID, it.Number, it.Version, it.To, it.Status = number, number, version, last, data.Approved
	for _, act := range []data.Act{data.ActPropose, data.ActCheck, data.ActApprove} {
		it = acted(it, act, since)
	}
	return it
}

// acted adds a step by a person of the act's own.
func acted(it data.Item, act data.Act, on data.Date) data.Item {
	it.Steps = append(slices.Clone(it.Steps), data.Step{
		Act: act, PersonID: string(act), At: on.Time().Add(time.Hour), Statement: everything(true),
	})
	return it
}

func upOf(c data.BoardChanges) []string {
	var names []string
	for _, h := range c.Up {
		names = append(names, nameOf(h.Item))
	}
	return names
}

func downOf(c data.BoardChanges) map[string]data.Removal {
	names := map[string]data.Removal{}
	for _, l := range c.Down {
		names[nameOf(l.Item)] = l.Why
	}
	return names
}

func nameOf(it data.Item) string { return it.Number + "/" + strconv.Itoa(it.Version) }

func TestOnAMondayWhatEndedSinceFridayComesDown(t *testing.T) {
	versions := []data.Item{
		hung("thu", 1, "2026-03-02", "2026-03-12"), hung("fri", 1, "2026-03-02", "2026-03-13"),
		hung("sat", 1, "2026-03-02", "2026-03-14"), hung("sun", 1, "2026-03-02", "2026-03-15"),
		hung("mon", 1, "2026-03-02", "2026-03-16"), hung("long", 1, "2026-03-02", ""),
	}
	down := func(day data.Date) map[string]data.Removal {
		return downOf(data.ChangesOn(day, versions, boardCatalogue(), weekdays))
	}
	require.Equal(t, map[string]data.Removal{"thu/1": data.Ended}, down("2026-03-13"))
	require.Equal(t, map[string]data.Removal{"fri/1": data.Ended, "sat/1": data.Ended, "sun/1": data.Ended}, down("2026-03-16"))
	require.Equal(t, map[string]data.Removal{"mon/1": data.Ended}, down("2026-03-17"))
	require.Empty(t, down("2026-03-18"))
}

func TestWhatIsWithdrawnOrReplacedComesDownThatDay(t *testing.T) {
	withdrawn := acted(hung("a", 1, "2026-03-02", "2026-04-30"), data.ActWithdraw, "2026-03-05")
	versions := []data.Item{
		withdrawn, hung("b", 1, "2026-03-02", ""), hung("b", 2, "2026-03-05", ""),
		acted(hung("c", 1, "2026-03-05", ""), data.ActWithdraw, "2026-03-05"),
	}
	c := data.ChangesOn("2026-03-05", versions, boardCatalogue(), weekdays)
	require.Equal(t, []string{"b/2"}, upOf(c), "what went up and was withdrawn the same day is not hung any more")
	require.Equal(t, map[string]data.Removal{"a/1": data.TakenDown, "b/1": data.Superseded, "c/1": data.TakenDown}, downOf(c))
}

func TestWhatIsApprovedWaitsToBeHung(t *testing.T) {
	versions := []data.Item{approved("a", 1, "2026-03-04", "2026-03-16"), approved("over", 1, "2026-03-02", "2026-03-04")}
	require.Equal(t, []string{"over/1"}, upOf(data.ChangesOn("2026-03-03", versions, boardCatalogue(), weekdays)))
	c := data.ChangesOn("2026-03-05", versions, boardCatalogue(), weekdays)
	require.Equal(t, []string{"a/1"}, upOf(c))
	require.True(t, c.Up[0].Awaits)
	require.Empty(t, data.HangingOn("2026-03-05", versions, boardCatalogue()))
}

func TestOnlyWhatIsDisclosedOnTheBoardCounts(t *testing.T) {
	it := hung("a", 1, "2026-03-05", "")
	it.Channels = []data.Channel{data.Meeting, data.Lobby}
	require.Empty(t, data.ChangesOn("2026-03-05", []data.Item{it}, boardCatalogue(), weekdays).Up)
	require.Empty(t, data.HangingOn("2026-03-05", []data.Item{it}, boardCatalogue()))
}

func TestTheBoardHangsInTheOrderOfTheCatalogue(t *testing.T) {
	under := func(number, entry string) data.Item {
		it := hung(number, 1, "2026-03-05", "")
		it.EntryCode = entry
		return it
	}
	versions := []data.Item{under("1", ""), under("2", "1.1"), under("3", "2.1"), under("5", "3.5"), under("4", "3.5")}
	list := data.HangingOn("2026-03-05", versions, boardCatalogue())
	var numbers, heads []string
	for _, h := range list {
		numbers, heads = append(numbers, h.Item.Number), append(heads, h.Category.Short)
	}
	require.Equal(t, []string{"4", "5", "3", "2", "1"}, numbers)
	require.Equal(t, []string{"思想", "思想", "思想", "班子", "目录外事项"}, heads)
}

func TestACalendarWithoutWorkingDaysEndsTheSearch(t *testing.T) {
	never := func(data.Date, data.Date) int { return 0 }
	versions := []data.Item{hung("a", 1, "2026-03-02", "2026-03-04")}
	require.Len(t, data.ChangesOn("2026-03-05", versions, boardCatalogue(), never).Down, 1)
}

// What hangs today is what hung yesterday without what came down and with what went up; and everything that comes down
// stands on the list of a working day.
func TestTheListsOfTheDaysKeepTheBoardAsItShouldBe(t *testing.T) {
	const first, days = data.Date("2026-02-02"), 40
	rapid.Check(t, func(t *rapid.T) {
		versions := drawnVersions(t, first, days)
		hanging := map[string]bool{}
		listed := map[string]bool{}
		for n := range days + 10 {
			day := first.AddDays(n)
			c := data.ChangesOn(day, versions, boardCatalogue(), weekdays)
			require.Subset(t, keys(everUp(versions)), keys(downOf(c)), "nothing comes down that never hung")
			for name := range downOf(c) {
				delete(hanging, name)
				if weekdays(day.AddDays(-1), day) == 1 {
					listed[name] = true
				}
			}
			for _, h := range c.Up {
				if !h.Awaits {
					hanging[nameOf(h.Item)] = true
				}
			}
			var now []string
			for _, h := range data.HangingOn(day, versions, boardCatalogue()) {
				now = append(now, nameOf(h.Item))
			}
			slices.Sort(now)
			require.Equal(t, keys(hanging), now, day)
		}
		for _, it := range versions {
			if it.PublishedOn() != "" && !hanging[nameOf(it)] && !weekendAct(it, versions) {
				require.True(t, listed[nameOf(it)], nameOf(it))
			}
		}
	})
}

// weekendAct tells whether somebody took the version off on a weekend; that stands on the list of that day.
func weekendAct(it data.Item, versions []data.Item) bool {
	weekend := func(d data.Date) bool { return d != "" && weekdays(d.AddDays(-1), d) == 0 }
	step, ok := it.Step(data.ActWithdraw)
	if ok && weekend(data.DateOf(step.At)) {
		return true
	}
	return slices.ContainsFunc(versions, func(v data.Item) bool {
		return v.ID == it.ID && v.Version > it.Version && weekend(v.PublishedOn())
	})
}

func everUp(versions []data.Item) map[string]data.Removal {
	up := map[string]data.Removal{}
	for _, it := range versions {
		if it.PublishedOn() != "" {
			up[nameOf(it)] = ""
		}
	}
	return up
}

func keys[V any](m map[string]V) []string {
	var list []string
	for k := range m {
		list = append(list, k)
	}
	slices.Sort(list)
	return list
}

// drawnVersions draws items with one to three versions, each up later than the one before, some withdrawn.
func drawnVersions(t *rapid.T, first data.Date, days int) []data.Item {
	var versions []data.Item
	for n := range rapid.IntRange(1, 6).Draw(t, "items") {
		up := first
		for v := range rapid.IntRange(1, 3).Draw(t, "versions") {
			up = up.AddDays(rapid.IntRange(0, days/4).Draw(t, "up"))
			var last data.Date
			if rapid.Bool().Draw(t, "ends") {
				last = up.AddDays(rapid.IntRange(0, 12).Draw(t, "last"))
			}
			number := "2026-000" + strconv.Itoa(n)
			if rapid.IntRange(0, 5).Draw(t, "waits") == 0 {
				versions = append(versions, approved(number, v+1, up, last))
				break
			}
			it := hung(number, v+1, up, last)
			if rapid.IntRange(0, 2).Draw(t, "withdrawn") == 0 {
				off := up.AddDays(rapid.IntRange(0, 6).Draw(t, "off"))
				if last == "" || off <= last {
					it, up = acted(it, data.ActWithdraw, off), off
					it.Status = data.Withdrawn
				}
			}
			versions = append(versions, it)
		}
	}
	return versions
}
