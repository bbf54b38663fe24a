package data

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestTheLeadingGroupIsKnownForEveryDay(t *testing.T) {
	group := []GroupMember{
		{Name: "周芳", Duty: GroupMate, From: "2024-01-01"},
		{PersonID: "p1", Duty: GroupHead, From: "2024-01-01", Until: "2026-02-28"},
		{PersonID: "p2", Duty: GroupHead, From: "2026-03-01"},
		{PersonID: "p2", Duty: GroupDeputy, From: "2024-01-01", Until: "2026-02-28"},
		{PersonID: "p2", Duty: GroupOffice, From: "2024-01-01"},
	}
	require.NoError(t, CheckGroup(group))
	people := []Person{{ID: "p1", Name: "徐建国"}, {ID: "p2", Name: "邓丽华"}}
	on := func(day Date) (said []string) {
		for _, m := range GroupOn(group, day) {
			said = append(said, string(m.Duty)+" "+m.Called(people))
		}
		return said
	}
	require.Empty(t, on("2023-12-31"))
	require.Equal(t, []string{"head 徐建国", "deputy 邓丽华", "member 周芳", "office 邓丽华"}, on("2026-02-28"), "the last day counts")
	require.Equal(t, []string{"head 邓丽华", "member 周芳", "office 邓丽华"}, on("2026-03-01"))
}

func TestALeadingGroupThatDoesNotHoldTogetherIsRefused(t *testing.T) {
	ok := GroupMember{Name: "周芳", Duty: GroupHead, From: "2024-01-01"}
	for code, group := range map[string][]GroupMember{
		"group.name":   {{Duty: GroupHead, From: "2024-01-01"}},
		"group.duty":   {{Name: "周芳", Duty: "chief", From: "2024-01-01"}},
		"group.dates":  {{Name: "周芳", Duty: GroupHead, From: "2024-01-01", Until: "2023-12-31"}},
		"group.one":    {ok, {Name: "李梅", Duty: GroupHead, From: "2025-01-01"}},
		"group.twice":  {ok, {Name: "周芳 ", Duty: GroupDeputy, From: "2025-01-01"}},
		"name.control": {{Name: "周\n芳", Duty: GroupHead, From: "2024-01-01"}},
	} {
		err := Settings{Group: group}.Check()
		require.ErrorIs(t, err, ErrInvalid, code)
		require.Equal(t, code, err.(*Refusal).Code)
	}
	require.Equal(t, "group.name", CheckGroup([]GroupMember{{PersonID: "p", Name: "周芳", Duty: GroupHead, From: "2024-01-01"}}).(*Refusal).Code)
	require.Equal(t, "group.dates", CheckGroup([]GroupMember{{Name: "周芳", Duty: GroupHead, From: "soon"}}).(*Refusal).Code)
}

// Whatever is accepted, no day has two heads, two heads of the office or somebody twice in the group.
func TestGroupLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := func(name string) Date { return Date("2026-01-01").AddDays(rapid.IntRange(0, 60).Draw(t, name)) }
		var group []GroupMember
		for range rapid.IntRange(0, 4).Draw(t, "members") {
			m := GroupMember{
				PersonID: rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "person"),
				Duty:     rapid.SampledFrom(GroupDuties()).Draw(t, "duty"), From: day("from"),
			}
			if rapid.Bool().Draw(t, "left") {
				m.Until = day("until")
			}
			group = append(group, m)
		}
		if CheckGroup(group) != nil {
			return
		}
		on := day("on")
		count := map[string]int{}
		for _, m := range GroupOn(group, on) {
			require.True(t, m.InOffice(on))
			count[string(m.Duty)]++
			if m.Duty != GroupOffice {
				count[m.PersonID]++
			}
		}
		for what, n := range count {
			if what != string(GroupDeputy) && what != string(GroupMate) {
				require.Equal(t, 1, n, what)
			}
		}
	})
}

func TestWhoCouldApproveOnADay(t *testing.T) {
	people := []Person{
		{ID: "xu", Name: "徐建国", Roles: []Role{Approver}, From: "2024-01-01", Until: "2026-03-31"},
		{ID: "deng", Name: "邓丽华", Roles: []Role{Approver}, From: "2026-04-01"},
		{ID: "liang", Name: "梁敏", Roles: []Role{Checker}, From: "2024-01-01"},
	}
	given := []Delegation{{FromID: "xu", ToID: "liang", Roles: []Role{Approver}, From: "2026-03-10", Until: "2026-04-10", Ended: "2026-04-05"}}
	on := func(day Date) (names []string) {
		for _, p := range PowersOn(Approver, people, given, day) {
			name := p.Person.Name
			if p.For != nil {
				name += " for " + p.For.Name
			}
			names = append(names, name)
		}
		return names
	}
	require.Equal(t, []string{"徐建国"}, on("2026-03-09"))
	require.Equal(t, []string{"徐建国", "梁敏 for 徐建国"}, on("2026-03-31"))
	require.Equal(t, []string{"邓丽华"}, on("2026-04-01"), "who is out of office lends nothing")
	require.Empty(t, on("2023-12-31"))
	for day, state := range map[Date]DelegationState{
		"2026-03-09": DelegationAhead, "2026-03-10": DelegationInForce, "2026-04-05": DelegationEnded, "2026-05-01": DelegationEnded,
	} {
		require.Equal(t, state, given[0].StateOn(day), day)
		require.Equal(t, state == DelegationInForce, given[0].InForce(day), day)
	}
	given[0].Ended = ""
	require.Equal(t, DelegationOver, given[0].StateOn("2026-04-11"))
	require.True(t, given[0].MayEnd(people[0], "2026-03-31"))
	require.False(t, given[0].MayEnd(people[2], "2026-03-31"))
	require.False(t, given[0].MayEnd(people[0], "2026-04-11"))
}

func TestWhatWouldBeStuckWhenSomebodyLeaves(t *testing.T) {
	all := Person{ID: "a", OfficeID: "x", Roles: Roles(), From: "2024-01-01"}
	other := Person{ID: "b", OfficeID: "y", Roles: []Role{Clerk, Checker}, From: "2026-04-01"}
	require.Equal(t, []Role{Clerk, Checker, Approver, Admin}, LeftWithout([]Person{all, other}, all, "2026-03-31"))
	require.Equal(t, []Role{Clerk, Approver, Admin}, LeftWithout([]Person{all, other}, all, "2026-04-01"), "a clerk of another office proposes nothing here")
	require.Empty(t, LeftWithout([]Person{all, other}, other, "2026-04-01")[1:])
}

func TestHolidaysArePutTogetherByDay(t *testing.T) {
	before := []Holiday{{Date: "2027-01-01", Name: "元旦"}, {Date: "2027-01-03", Name: "元旦"}}
	after := WithHolidays(before, []Holiday{{Date: "2027-01-03", Works: true, Name: "元旦"}, {Date: "2026-12-31", Name: "元旦"}})
	require.Equal(t, []Holiday{{Date: "2026-12-31", Name: "元旦"}, {Date: "2027-01-01", Name: "元旦"}, {Date: "2027-01-03", Works: true, Name: "元旦"}}, after)
	require.NoError(t, Settings{Holidays: after}.Check())
	require.Error(t, Settings{Holidays: []Holiday{{Date: "2027-02-30", Name: "元旦"}}}.Check())
	require.Error(t, Settings{Holidays: make([]Holiday, mostHolidays+1)}.Check())
}
