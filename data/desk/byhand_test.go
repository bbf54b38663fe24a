package desk_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/data"
)

// broke wants Verify to run to its end and to name something.
func (u unit) broke() {
	v, err := u.Verify(context.Background())
	require.NoError(u.t, err)
	require.False(u.t, v.OK)
}

func TestSettingsWrittenByHandAreNamedAndCountForNothing(t *testing.T) {
	for name, body := range map[string]string{
		"a working Saturday": `{"holidays":[{"date":"2026-03-07","works":true,"name":"调休"}]}`,
		"longer clocks":      `{"clocks":{"opinion":900}}`,
		"nothing readable":   `{"holidays":`,
		"not even text":      ``,
	} {
		t.Run(name, func(t *testing.T) {
			u := newUnit(t)
			ctx := context.Background()
			signed := data.Settings{Board: data.BoardGrid{Rows: 2, Columns: 3}}
			require.NoError(t, u.as("王审核").SaveSettings(ctx, signed))
			u.sound()
			u.tamper("update settings set body='" + body + "'")
			u.broke()
			there, err := u.Settings(ctx)
			require.NoError(t, err)
			require.Equal(t, signed, there)
			it := u.publish(u.draft("李经办", "3.5"))
			require.Equal(t, data.Published, it.Status, "the office works on")
			require.Equal(t, data.Date("2026-03-25"), u.register("李经办", "").Due)
			require.NoError(t, u.as("赵管理").SaveSettings(ctx, there), "what the message advises")
			u.sound()
		})
	}
}

func TestAUseWrittenByHandIsNamedAndNeverSigned(t *testing.T) {
	for _, set := range []string{
		"channel='media'", "on_date='2026-03-01'", "ended_on='2026-03-05'", "body=replace(body, '\"row\":1', '\"row\":2')", "body='{'",
	} {
		t.Run(set, func(t *testing.T) {
			u := newUnit(t)
			ctx := context.Background()
			it, clerk := u.publish(u.draft("李经办", "3.1")), u.as("李经办")
			hung, err := clerk.RecordUse(ctx, it, data.Use{Channel: data.Board, On: "2026-03-05", Pockets: []data.BoardPlace{{Row: 1, Column: 2}}})
			require.NoError(t, err)
			u.sound()
			u.tamper("update uses set " + set)
			u.broke()
			require.NoError(t, clerk.EndUse(ctx, hung.ID, data.UseEnd{On: "2026-03-05"}))
			uses, err := u.Uses(ctx, it.ID)
			require.NoError(t, err)
			require.Equal(t, hung.Pockets, uses[0].Pockets, "the end is written to what was signed")
			u.sound()
		})
	}
}

func TestADelegationWrittenByHandIsTakenBackAsItWasSigned(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	given, err := u.as("陈局长").Delegate(ctx, lent(u, "赵管理", data.Approver))
	require.NoError(t, err)
	u.tamper(`update delegations set body = replace(replace(body, '"approver"', '"approver","checker"'), '2026-03-20', '2026-03-01')`)
	u.broke()
	require.NoError(t, u.as("陈局长").EndDelegation(ctx, given.ID))
	list, err := u.SignedDelegations(ctx)
	require.NoError(t, err)
	require.Equal(t, given.Roles, list[0].Roles)
	u.sound()
}

func TestANumberInAFlagLeavesTheRestReadable(t *testing.T) {
	for _, statement := range []string{
		"update opinions set extended=1000", "update opinions set handled=-1", "update opinions set published=7", "update unit set demo=9",
		"update certificates set person_id=(select id from people where name='李经办'), ended=1 where person_id=(select id from people where name='陈局长')",
	} {
		t.Run(statement, func(t *testing.T) {
			u := newUnit(t)
			u.register("李经办", "")
			u.tamper(statement)
			u.broke()
		})
	}
}

func lent(u unit, to string, roles ...data.Role) data.Delegation {
	return data.Delegation{ToID: u.person(to).ID, Roles: roles, From: "2026-03-05", Until: "2026-03-20", Reason: "外出"}
}

func TestNobodyApprovesThroughAnotherWhatTheyChecked(t *testing.T) {
	ctx := context.Background()
	t.Run("the principal checked, the delegate approves", func(t *testing.T) {
		u := newUnit(t)
		it := u.must(u.as("李经办").Propose(ctx, u.draft("李经办", "3.1"), data.Statement{}))
		it = u.must(u.as("周全能").Check(ctx, it, checked()))
		_, err := u.as("周全能").Delegate(ctx, lent(u, "赵管理", data.Approver))
		require.NoError(t, err)
		_, err = u.as("赵管理").Approve(ctx, it, data.Statement{})
		refused(t, err, data.ErrRefused, "act.role")
		u.must(u.as("陈局长").Approve(ctx, it, data.Statement{}))
		u.sound()
	})
	t.Run("the delegate checked, the principal approves", func(t *testing.T) {
		u := newUnit(t)
		_, err := u.as("周全能").Delegate(ctx, lent(u, "赵管理", data.Checker))
		require.NoError(t, err)
		it := u.must(u.as("李经办").Propose(ctx, u.draft("李经办", "3.1"), data.Statement{}))
		it = u.must(u.as("赵管理").Check(ctx, it, checked()))
		_, err = u.as("周全能").Approve(ctx, it, data.Statement{})
		refused(t, err, data.ErrRefused, "act.checkedbyself")
		u.sound()
	})
	t.Run("the delegate checked and was lent approval too", func(t *testing.T) {
		u := newUnit(t)
		for _, giver := range []string{"王审核", "陈局长"} {
			role := map[string]data.Role{"王审核": data.Checker, "陈局长": data.Approver}[giver]
			_, err := u.as(giver).Delegate(ctx, lent(u, "赵管理", role))
			require.NoError(t, err)
		}
		it := u.must(u.as("李经办").Propose(ctx, u.draft("李经办", "3.1"), data.Statement{}))
		it = u.must(u.as("赵管理").Check(ctx, it, checked()))
		_, err := u.as("赵管理").Approve(ctx, it, data.Statement{})
		require.Error(t, err)
		u.sound()
	})
}

func TestNobodyAgreesThroughAnotherToWhatTheyKept(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	it := u.leaking()
	found, err := u.Exposures(ctx, it)
	require.NoError(t, err)
	kept := []data.Kept{{Key: found[0].Key, Kind: found[0].Kind, Masked: found[0].Masked, Where: found[0].Where, Reason: "本人同意"}}
	it = u.must(u.as("李经办").Propose(ctx, it, data.Statement{Kept: kept}))
	given, err := u.as("王审核").Delegate(ctx, lent(u, "李经办", data.Checker))
	require.NoError(t, err)
	said := checked()
	said.Kept = kept
	_, err = u.as("李经办").Check(ctx, it, said)
	require.Error(t, err)
	said.For = &data.Principal{Delegation: given.ID, PersonID: u.person("王审核").ID, Name: "王审核"}
	_, err = u.as("李经办").Check(ctx, it, said)
	refused(t, err, data.ErrRefused, "act.own")
	u.tamper("update items set body=replace(body, '现将', '再将')")
	said.For = nil
	_, err = u.as("王审核").Check(ctx, it, said)
	require.Error(t, err, "the same datum in another text")
}

func TestADelegationReachesNoFurtherThanItsGiver(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	chief := u.as("陈局长")
	_, err := chief.Delegate(ctx, lent(u, "陈局长", data.Approver))
	refused(t, err, data.ErrInvalid, "delegation.to")
	_, err = chief.Delegate(ctx, lent(u, "赵管理", data.Approver))
	require.NoError(t, err)
	_, err = u.as("赵管理").Delegate(ctx, lent(u, "王审核", data.Approver))
	refused(t, err, data.ErrRefused, "delegation.role") // what was lent is not lent on
	it := u.must(u.as("李经办").Propose(ctx, u.draft("李经办", "3.1"), data.Statement{}))
	it = u.must(u.as("王审核").Check(ctx, it, checked()))
	gone := u.person("陈局长")
	gone.Until = "2026-03-04"
	require.NoError(t, u.as("赵管理").SavePerson(ctx, gone))
	_, err = u.as("赵管理").Approve(ctx, it, data.Statement{})
	refused(t, err, data.ErrRefused, "act.role") // the principal has left
	u.sound()
}

func TestACounterWrittenByHandGivesNoNumberTwice(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	first := u.draft("李经办", "3.1")
	for _, statement := range []string{"delete from counters where name='item 2026'", "update counters set value=0 where name='item 2026'"} {
		u.tamper(statement)
		next, err := u.as("李经办").NewDraft(ctx, "3.1")
		require.NoError(t, err, statement)
		require.NotEqual(t, first.Number, next.Number)
	}
}
