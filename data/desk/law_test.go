package desk_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/store"
)

// doing lets a random person do a random act on a random version, saying all that any act could need.
type doing struct {
	unit
	sessions []*desk.Session
}

func (d doing) once(t *rapid.T, items []data.Item) error {
	ctx := context.Background()
	it := items[len(items)-1]
	if oneInFour().Draw(t, "older") {
		it = rapid.SampledFrom(items).Draw(t, "item")
	}
	s, act := d.draw(t, it)
	said := checked()
	said.Note, said.Meeting = "理由", decided().Meeting
	said.Ruling = &data.Ruling{Body: "县委", Number: "1号", On: "2026-03-05", Publish: rapid.Bool().Draw(t, "agreed"), Opinion: "意见"}
	said.Telling = &data.Telling{On: "2026-03-05", How: "党员大会"}
	said.Review = &data.Review{Next: "2027-03-05"}
	if act == "edit" {
		before := len(d.stepsOf(it))
		it.Body += "改"
		_, err := s.SaveDraft(ctx, it)
		if err == nil && before > 0 {
			t.Fatalf("%s was edited after %d acts", it.Number, before)
		}
		return err
	}
	if besides, ok := d.besides(t, s, it)[act]; ok {
		return besides(ctx)
	}
	_, err := doers(s)[act](ctx, it, said)
	return err
}

// besides are the things that people do around an item, with arguments that are often wrong.
func (d doing) besides(t *rapid.T, s *desk.Session, it data.Item) map[data.Act]func(context.Context) error {
	someone := func(name string) string {
		people, err := d.People(context.Background())
		require.NoError(d.t, err)
		return rapid.SampledFrom(people).Draw(t, name).ID
	}
	day := func(name string) data.Date {
		return data.Date("2026-03-05").AddDays(rapid.IntRange(-2, 3).Draw(t, name))
	}
	return map[data.Act]func(context.Context) error{
		"delegate": func(ctx context.Context) error {
			_, err := s.Delegate(ctx, data.Delegation{
				ToID: someone("to"), Roles: []data.Role{rapid.SampledFrom(data.Roles()).Draw(t, "role")},
				From: day("from"), Until: day("until"), Reason: rapid.SampledFrom([]string{"外出", ""}).Draw(t, "why"),
			})
			return err
		},
		"take back": func(ctx context.Context) error {
			given, err := d.SignedDelegations(ctx)
			if err != nil || len(given) == 0 {
				return err
			}
			return s.EndDelegation(ctx, rapid.SampledFrom(given).Draw(t, "delegation").ID)
		},
		"hand over": func(ctx context.Context) error {
			return s.HandOver(ctx, someone("from"), "调离", []desk.Given{{Numbers: []string{it.Number}, ToID: someone("to")}})
		},
		"use": func(ctx context.Context) error {
			_, err := s.RecordUse(ctx, it, data.Use{
				Channel: rapid.SampledFrom(data.Channels()).Draw(t, "channel"), On: day("on"), Place: "一楼", Evidence: "照片",
			})
			return err
		},
		"end use": func(ctx context.Context) error {
			uses, err := d.Uses(ctx, it.ID)
			if err != nil || len(uses) == 0 {
				return err
			}
			return s.EndUse(ctx, rapid.SampledFrom(uses).Draw(t, "use").ID, data.UseEnd{On: day("ended")})
		},
		"settings": func(ctx context.Context) error {
			return s.SaveSettings(ctx, data.Settings{Board: data.BoardGrid{Rows: rapid.IntRange(-1, 3).Draw(t, "rows"), Columns: 2}})
		},
		"correct": func(ctx context.Context) error {
			_, err := s.Correct(ctx, it, data.Statement{Note: "有误"})
			return err
		},
	}
}

// besideNames are what besides knows.
func besideNames() []data.Act {
	return []data.Act{"delegate", "take back", "hand over", "use", "end use", "settings", "correct"}
}

// draw picks any act by anybody, and more often one that is offered, so that lives come to something.
func (d doing) draw(t *rapid.T, it data.Item) (*desk.Session, data.Act) {
	type choice struct {
		by  *desk.Session
		act data.Act
	}
	var offered []choice
	for _, s := range d.sessions {
		acts, err := s.Acts(context.Background(), it)
		require.NoError(t, err)
		for _, act := range acts {
			for range weight(act) {
				offered = append(offered, choice{s, act})
			}
		}
	}
	if oneInFour().Draw(t, "wild") || len(offered) == 0 {
		return rapid.SampledFrom(d.sessions).Draw(t, "who"), rapid.SampledFrom(slices.Concat(data.Acts(), []data.Act{"edit"}, besideNames())).Draw(t, "act")
	}
	c := rapid.SampledFrom(offered).Draw(t, "offered")
	return c.by, c.act
}

// weight has the acts that lead on drawn more often than those that lead back.
func weight(act data.Act) int {
	switch act {
	case data.ActSendBack, data.ActRevise, data.ActWithhold, data.ActWithdraw, data.ActReview:
		return 1
	default:
		return 8
	}
}

// oneInFour is true one time in four. (rapid's IntRange would favour small numbers.)
func oneInFour() *rapid.Generator[bool] {
	return rapid.SampledFrom([]bool{true, false, false, false})
}

type acting func(context.Context, data.Item, data.Statement) (data.Item, error)

func doers(s *desk.Session) map[data.Act]acting {
	return map[data.Act]acting{
		data.ActPropose: s.Propose, data.ActCheck: s.Check, data.ActApprove: s.Approve, data.ActDecide: s.Decide,
		data.ActSuperior: s.RuleBySuperior, data.ActSendBack: s.SendBack, data.ActPublish: s.Publish,
		data.ActWithdraw: s.Withdraw, data.ActRevise: s.Revise, data.ActWithhold: s.Withhold,
		data.ActReport: s.ReportWithheld, data.ActTell: s.Tell, data.ActReview: s.Review,
	}
}

func (d doing) stepsOf(it data.Item) []data.Step {
	version, err := d.Version(context.Background(), it.Number, it.Version)
	require.NoError(d.t, err)
	return version.Steps
}

func TestWhateverPeopleDoNothingGoesUpWithoutEveryStepAndRefusedActsChangeNothing(t *testing.T) {
	folder, run := t.TempDir(), 0
	rapid.Check(t, func(rt *rapid.T) {
		if run++; run > 40 {
			return // each run has a database of its own; the law itself is tried longer in package data
		}
		u := unitAt(t, filepath.Join(folder, fmt.Sprintf("%d.db", run)))
		ctx := context.Background()
		d := doing{unit: u}
		for _, name := range []string{"李经办", "王审核", "陈局长", "周全能"} {
			d.sessions = append(d.sessions, u.as(name))
		}
		entry := rapid.SampledFrom([]string{"3.1", "3.5"}).Draw(rt, "entry")
		it := u.draft(rapid.SampledFrom([]string{"李经办", "周全能"}).Draw(rt, "clerk"), entry)
		for range rapid.SampledFrom([]int{5, 15, 30}).Draw(rt, "acts") {
			versions, err := d.History(ctx, it.Number)
			require.NoError(rt, err)
			before := d.dump()
			if err := d.once(rt, versions); err != nil {
				var refusal *data.Refusal
				require.ErrorAs(rt, err, &refusal)
				require.Equal(rt, before, d.dump(), "%v changed something", refusal)
			}
		}
		versions, err := d.History(ctx, it.Number)
		require.NoError(rt, err)
		up := 0
		for _, version := range versions {
			if version.Status == data.Published {
				up++
				everyStepByItsOwnPerson(rt, version)
			}
		}
		require.LessOrEqual(rt, up, 1)
		v, err := d.Verify(ctx)
		require.NoError(rt, err)
		require.True(rt, v.OK, "%v", v.Broken)
	})
}

func everyStepByItsOwnPerson(t require.TestingT, it data.Item) {
	by := map[data.Act]string{}
	for _, step := range it.Steps {
		by[step.Act] = step.PersonID
		require.Equal(t, it.Digest(), step.Digest)
		require.Equal(t, data.SealGood, step.Seal)
	}
	for _, act := range data.Required(it.Decision) {
		require.Contains(t, by, act)
	}
	require.NotEqual(t, by[data.ActPropose], by[data.ActCheck])
	require.NotEqual(t, by[data.ActPropose], by[data.ActApprove])
	require.NotEqual(t, by[data.ActCheck], by[data.ActApprove])
}

func TestAnErrorInTheMiddleOfATransactionLeavesNothing(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	u.draft("李经办", "3.5")
	before := u.dump()
	s, err := store.Open(ctx, u.path)
	require.NoError(t, err)
	defer s.Close()
	boom := errors.New("boom")
	half := func(tx *store.Tx) error {
		require.NoError(t, tx.SavePerson(ctx, data.Person{ID: "x", Name: "半个"}))
		_, err := tx.Next(ctx, "item 2026")
		require.NoError(t, err)
		return boom
	}
	require.ErrorIs(t, s.Write(ctx, half), boom)
	require.Equal(t, before, u.dump())
	require.PanicsWithValue(t, "boom", func() {
		_ = s.Write(ctx, func(tx *store.Tx) error {
			require.Error(t, half(tx))
			panic("boom")
		})
	})
	require.Equal(t, before, u.dump())
	u.draft("李经办", "3.5") // and the connection still works
}
