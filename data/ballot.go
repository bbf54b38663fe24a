package data

import "slices"

// Ballot is what somebody answered in an appraisal round (S16). Nothing in it tells who.
type Ballot struct {
	MessageID string `json:"message"` // the digest of the lobby's file that it came in
	RoundID   string `json:"round"`
	On        Date   `json:"on"`
	Votes     []Vote `json:"votes"` // one for each question, "" where it was left out
}

// CheckBallot tells whether the ballot counts in the round. It fails with ErrRefused.
func (r Round) CheckBallot(b Ballot) error {
	switch {
	case !r.InForce(b.On):
		return Refuse(ErrRefused, "ballot.day", r.Title)
	case len(b.Votes) != len(r.Questions):
		return Refuse(ErrRefused, "ballot.questions", r.Title)
	default:
		return nil
	}
}

// Tally is what an appraisal round has come to.
type Tally struct {
	Round   Round
	Ballots int
	Counts  []Count // one for each question, in order
}

// Count is how often each answer to a question was given; together they are as many as the ballots.
type Count struct{ Satisfied, Mostly, Unsatisfied, Unanswered int }

// TallyOf counts the ballots of a round. A vote that no question is there for counts nowhere.
func TallyOf(r Round, ballots []Ballot) Tally {
	t := Tally{Round: r, Ballots: len(ballots), Counts: make([]Count, len(r.Questions))}
	for _, b := range ballots {
		for i := range t.Counts {
			vote := Vote("")
			if i < len(b.Votes) {
				vote = b.Votes[i]
			}
			t.Counts[i].add(vote)
		}
	}
	return t
}

func (c *Count) add(vote Vote) {
	switch vote {
	case Satisfied:
		c.Satisfied++
	case Mostly:
		c.Mostly++
	case Unsatisfied:
		c.Unsatisfied++
	default:
		c.Unanswered++
	}
}

// KeepsRounds tells whether the rounds may become these: one that has begun keeps its title, questions and first day,
// because visitors have answered them, and one with ballots stays. It fails with ErrRefused.
func KeepsRounds(before, after []Round, today Date, hasBallots func(roundID string) bool) error {
	for _, was := range before {
		i := slices.IndexFunc(after, func(r Round) bool { return r.ID == was.ID })
		switch {
		case i < 0:
			if hasBallots(was.ID) {
				return Refuse(ErrRefused, "round.ballots", was.Title)
			}
		case was.From > today:
		case after[i].Title != was.Title || after[i].From != was.From || !slices.Equal(after[i].Questions, was.Questions):
			return Refuse(ErrRefused, "round.begun", was.Title)
		}
	}
	return nil
}
