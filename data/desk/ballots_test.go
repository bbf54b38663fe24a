package desk_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"gongkailan/data"
)

// round sets an appraisal round of two questions up and gives it with its ID.
func (u unit) round() data.Round {
	ctx := context.Background()
	require.NoError(u.t, u.as("王审核").SaveSettings(ctx, data.Settings{Rounds: []data.Round{{
		Title: "2026年上半年党务公开评议", From: "2026-03-01", To: "2026-03-31", Questions: []string{"公开是否及时？", "公开是否全面？"},
	}}}))
	settings, err := u.Settings(ctx)
	require.NoError(u.t, err)
	require.NotEmpty(u.t, settings.Rounds[0].ID)
	return settings.Rounds[0]
}

func ballot(r data.Round, votes ...data.Vote) data.Message {
	return data.Message{Kind: data.MessageBallot, SentOn: "2026-03-04", RoundID: r.ID, Votes: votes}
}

func TestBallotsAreCountedPerQuestionAndBelongToNobody(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	round := u.round()
	for _, votes := range [][]data.Vote{{data.Satisfied, data.Mostly}, {data.Unsatisfied, ""}, {data.Satisfied, ""}} {
		require.Empty(t, u.take("王审核", ballot(round, votes...)).Number)
	}
	tally, err := u.Tally(ctx, round.ID)
	require.NoError(t, err)
	require.Equal(t, data.Tally{Round: round, Ballots: 3, Counts: []data.Count{
		{Satisfied: 2, Unsatisfied: 1}, {Mostly: 1, Unanswered: 2},
	}}, tally)
	_, err = u.Tally(ctx, "x")
	refused(t, err, data.ErrNotFound, "round.none")
	u.sound()
}

func TestABallotOutsideItsRoundIsLeft(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	round := u.round()
	late, other, long := ballot(round, data.Satisfied, ""), ballot(round, data.Satisfied, ""), ballot(round, data.Satisfied, "", "")
	late.SentOn, other.RoundID = "2026-04-01", "x"
	before := u.dump()
	for code, m := range map[string]data.Message{"ballot.day": late, "ballot.round": other, "ballot.questions": long} {
		_, err := u.as("王审核").TakeMessage(ctx, u.sent(m))
		refused(t, err, data.ErrRefused, code)
	}
	require.Equal(t, before, u.dump())
}

func TestARoundThatHasBegunKeepsItsQuestions(t *testing.T) {
	u := newUnit(t)
	ctx := context.Background()
	round := u.round()
	save := func(r ...data.Round) error { return u.as("王审核").SaveSettings(ctx, data.Settings{Rounds: r}) }
	other := round
	other.Questions = []string{"别的问题？"}
	refused(t, save(other), data.ErrRefused, "round.begun")
	longer := round
	longer.To = "2026-04-30"
	require.NoError(t, save(longer))
	u.take("王审核", ballot(round, data.Satisfied, ""))
	refused(t, save(), data.ErrRefused, "round.ballots")
	u.sound()
}

func TestBallotsWrittenByHandAreNamedAndNothingIsCounted(t *testing.T) {
	for name, statement := range map[string]string{
		"another vote":  `update ballots set votes = '["unsatisfied",""]'`,
		"unreadable":    `update ballots set votes = '['`,
		"another day":   "update ballots set on_date = '2026-03-05'",
		"another round": "update ballots set round_id = 'x'",
		"gone":          "delete from ballots",
		"one more":      "insert into ballots select 'x', round_id, on_date, votes from ballots",
		"renamed":       "update ballots set message_id = 'x'",
		"the record":    `update log set digest = '' where kind = 'ballot'`,
	} {
		t.Run(name, func(t *testing.T) {
			u := newUnit(t)
			round := u.round()
			u.take("王审核", ballot(round, data.Satisfied, ""))
			u.sound()
			u.tamper(statement)
			u.broke()
			_, err := u.Tally(context.Background(), round.ID)
			refused(t, err, data.ErrBroken, "ballot.broken")
		})
	}
}

func TestEveryQuestionsAnswersAreAsManyAsTheBallots(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		round := data.Round{Questions: make([]string, rapid.IntRange(1, 10).Draw(rt, "questions"))}
		votes := rapid.SliceOf(rapid.SampledFrom(append(data.Votes(), "")))
		var ballots []data.Ballot
		for range rapid.IntRange(0, 30).Draw(rt, "ballots") {
			ballots = append(ballots, data.Ballot{Votes: votes.Draw(rt, "votes")})
		}
		tally := data.TallyOf(round, ballots)
		require.Len(rt, tally.Counts, len(round.Questions))
		for _, c := range tally.Counts {
			require.Equal(rt, len(ballots), c.Satisfied+c.Mostly+c.Unsatisfied+c.Unanswered)
		}
	})
}
