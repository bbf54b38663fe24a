package data_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
)

func opinionPeople() (checker, clerk, author data.Person) {
	checker = data.Person{ID: "c", Name: "梁敏", Roles: []data.Role{data.Checker}, From: "2026-01-01"}
	clerk = data.Person{ID: "k", Name: "陈静", Roles: []data.Role{data.Clerk}, From: "2026-01-01"}
	author = data.Person{ID: "a", Name: "周全能", Roles: []data.Role{data.Clerk, data.Checker}, From: "2026-01-01"}
	return checker, clerk, author
}

func opinionFacts() data.OpinionFacts {
	checker, clerk, author := opinionPeople()
	return data.OpinionFacts{
		Today: "2026-03-05", People: []data.Person{checker, clerk, author}, Authors: []string{"a"},
		LastDay: func(after data.Date, n int) data.Date { return after.AddDays(n) },
	}
}

func TestWhoMayDoWhatToAnOpinion(t *testing.T) {
	checker, clerk, author := opinionPeople()
	fresh := data.Opinion{ItemNumber: "2026-0001", State: data.OpinionToAssign, Due: "2026-03-20"}
	mine := fresh
	mine.State, mine.AssignedID = data.OpinionInHand, "k"
	handled := mine
	handled.Handled, handled.Extended = true, true
	done := handled
	done.State = data.OpinionAnswered
	cases := []struct {
		name string
		o    data.Opinion
		by   data.Person
		want []data.OpinionAct
	}{
		{"nobody has registered it", data.Opinion{}, clerk, []data.OpinionAct{data.OpinionRegister}},
		{"new, for the checker", fresh, checker, []data.OpinionAct{data.OpinionAssign, data.OpinionExtend, data.OpinionShare}},
		{"new, for a clerk", fresh, clerk, nil},
		{"new, for who drafted the item", fresh, author, nil},
		{"in hand, for who has it", mine, clerk, []data.OpinionAct{data.OpinionHandle, data.OpinionShare}},
		{"in hand, for the checker", mine, checker, []data.OpinionAct{data.OpinionAssign, data.OpinionExtend, data.OpinionShare}},
		{"handled, for who has it", handled, clerk, []data.OpinionAct{data.OpinionHandle, data.OpinionAnswer, data.OpinionShare}},
		{"extended once, for the checker", handled, checker, []data.OpinionAct{data.OpinionAssign, data.OpinionShare}},
		{"answered", done, clerk, []data.OpinionAct{data.OpinionShare}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, data.NextOpinion(c.o, c.by, opinionFacts())) })
	}
}

func TestAnOpinionHasItsDaysAndOnceAsManyAgain(t *testing.T) {
	checker, _, _ := opinionPeople()
	said := data.OpinionSaid{ReceivedOn: "2026-03-01", Way: data.WayVisit}
	o, err := data.AfterOpinion(data.Opinion{}, data.OpinionRegister, said, checker, opinionFacts())
	require.NoError(t, err)
	require.Equal(t, data.Date("2026-03-16"), o.Due, "from the day it came in, not from the day it was entered")
	o, err = data.AfterOpinion(o, data.OpinionExtend, data.OpinionSaid{}, checker, opinionFacts())
	require.NoError(t, err)
	require.Equal(t, data.Date("2026-03-31"), o.Due)
	_, err = data.AfterOpinion(o, data.OpinionExtend, data.OpinionSaid{}, checker, opinionFacts())
	require.ErrorIs(t, err, data.ErrRefused)
}

func TestWhoTakesAnOpinionOverWritesTheirOwnHandling(t *testing.T) {
	checker, _, _ := opinionPeople()
	o := data.Opinion{State: data.OpinionInHand, AssignedID: "k", Handled: true}
	o, err := data.AfterOpinion(o, data.OpinionAssign, data.OpinionSaid{ToID: "c"}, checker, opinionFacts())
	require.NoError(t, err)
	require.False(t, o.Handled)
	_, err = data.AfterOpinion(o, data.OpinionAnswer, data.OpinionSaid{}, checker, opinionFacts())
	require.ErrorIs(t, err, data.ErrRefused)
}

func TestWhatIsWrittenHasItsLimitsAndARefusalRepeatsNothingOfIt(t *testing.T) {
	for name, text := range map[string]data.OpinionText{
		"empty":           {Text: " \n"},
		"too long":        {Text: strings.Repeat("秘", 20001)},
		"name of 2 lines": {Text: "有", Name: "秘\n密"},
		"long contact":    {Text: "有", Contact: strings.Repeat("秘", 201)},
	} {
		t.Run(name, func(t *testing.T) {
			err := text.Check()
			require.ErrorIs(t, err, data.ErrInvalid)
			require.NotContains(t, err.Error(), "秘")
		})
	}
	require.NoError(t, data.OpinionText{Text: "第一行\n第二行"}.Check())
}
