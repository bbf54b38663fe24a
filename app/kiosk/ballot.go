package kiosk

import (
	"slices"

	"gongkailan/data"
)

// mostVotes is how many questions a round has at most (data.Round.Check).
const mostVotes = 10

// ballot is what a visitor answers in the appraisal round in force (S16). It is forgotten with the visitor.
type ballot struct {
	round   string // its ID
	at, of  int    // the question that is asked, of how many; at == of when all were
	votes   [mostVotes]data.Vote
	sending bool
	wrong   string // the refusal's code
	done    bool   // it was sent
}

// openBallot begins to answer, unless this visitor has answered already.
func (s Session) openBallot(shelf Shelf) Session {
	if round, ok := shelf.Round(); ok && s.voted != round.ID {
		s.At, s.ballot = Ballot, ballot{round: round.ID, of: min(len(round.Questions), mostVotes)}
	}
	return s
}

// onBallot handles what a visitor does who answers.
func (s Session) onBallot(e Event) Session {
	b := &s.ballot
	switch {
	case b.sending:
		return s
	case b.done:
		if e.Kind == Finish || e.Kind == Back {
			return s.leaveSpeech()
		}
		return s
	}
	b.wrong = ""
	switch vote := data.Vote(e.Text); {
	case e.Kind == Back && b.at == 0:
		s.At, s.ballot = Speak, ballot{}
	case e.Kind == Back:
		b.at--
	case e.Kind == CastVote && b.at < b.of && (vote == "" || slices.Contains(data.Votes(), vote)):
		b.votes[b.at] = vote
		b.at++
	case e.Kind == Send && b.at == b.of:
		b.send()
	}
	return s
}

// send sends the ballot, unless nothing was answered.
func (b *ballot) send() {
	if b.answered() == 0 {
		b.wrong = "ballot.empty"
		return
	}
	b.sending = true
}

// answered is how many questions have an answer.
func (b ballot) answered() int {
	n := 0
	for _, v := range b.votes {
		if v != "" {
			n++
		}
	}
	return n
}

// cast is what the visitor sends.
func (b ballot) cast(day data.Date) data.Message {
	return data.Message{Kind: data.MessageBallot, SentOn: day, RoundID: b.round, Votes: slices.Clone(b.votes[:b.of])}
}

// settleBallot closes a ballot whose round is over or another one's.
func (s Session) settleBallot(shelf Shelf) Session {
	if s.ballot.round == "" || s.ballot.done || s.ballot.sending {
		return s
	}
	if round, ok := shelf.Round(); ok && round.ID == s.ballot.round && len(round.Questions) == s.ballot.of {
		return s
	}
	if s.At == Ballot {
		s.At = Speak
	}
	if s.Under == Ballot {
		s.Under = Speak
	}
	s.ballot = ballot{}
	return s
}
