package store

import (
	"context"
	"encoding/json"
	"fmt"

	"gongkailan/data"
)

// OpinionReply is the answer to an opinion, enclosed under the key of its receipt.
type OpinionReply struct {
	OpinionID string `db:"opinion_id"`
	Box       []byte `db:"box"`
}

const opinionReplyAdd = `
INSERT INTO opinion_replies (opinion_id, box)
VALUES (?, ?)`

// AddOpinionReply adds the answer to an opinion.
func (t *Tx) AddOpinionReply(ctx context.Context, r OpinionReply) error {
	if err := t.exec(ctx, opinionReplyAdd, r.OpinionID, r.Box); err != nil {
		return fmt.Errorf("save an enclosed reply: %w", err)
	}
	return nil
}

const opinionReplies = `
SELECT opinion_id, box
  FROM opinion_replies
 WHERE ? = '' OR opinion_id = ?
 ORDER BY opinion_id`

// OpinionReplies gives the answer to an opinion, if it has one; "" gives those to all.
func (t *Tx) OpinionReplies(ctx context.Context, opinionID string) ([]OpinionReply, error) {
	var list []OpinionReply
	if err := t.all(ctx, &list, opinionReplies, opinionID, opinionID); err != nil {
		return nil, fmt.Errorf("read enclosed replies: %w", err)
	}
	return list, nil
}

const messageNumber = `
SELECT number
  FROM opinions
 WHERE message_id = ?
 UNION ALL
SELECT ''
  FROM ballots
 WHERE message_id = ?`

// MessageTaken tells whether the lobby's file of that digest has been taken in, and under which number; a ballot has
// none.
func (t *Tx) MessageTaken(ctx context.Context, messageID string) (number string, taken bool, err error) {
	var numbers []string
	if err := t.all(ctx, &numbers, messageNumber, messageID, messageID); err != nil {
		return "", false, fmt.Errorf("look for a message: %w", err)
	}
	if len(numbers) == 0 {
		return "", false, nil
	}
	return numbers[0], true, nil
}

const ballotAdd = `
INSERT INTO ballots (message_id, round_id, on_date, votes)
VALUES (?, ?, ?, ?)`

// AddBallot adds a ballot.
func (t *Tx) AddBallot(ctx context.Context, b data.Ballot) error {
	if err := t.exec(ctx, ballotAdd, b.MessageID, b.RoundID, b.On, writeJSON(b.Votes)); err != nil {
		return fmt.Errorf("save a ballot: %w", err)
	}
	return nil
}

const ballotsOf = `
SELECT message_id, round_id, on_date, votes
  FROM ballots
 WHERE ? = '' OR round_id = ?
 ORDER BY message_id`

// Ballots gives the ballots of a round, in no order that means anything; "" gives those of all rounds. The votes of one
// that cannot be read, as it was written by hand, are none.
func (t *Tx) Ballots(ctx context.Context, roundID string) ([]data.Ballot, error) {
	var rows []struct {
		MessageID string    `db:"message_id"`
		RoundID   string    `db:"round_id"`
		On        data.Date `db:"on_date"`
		Votes     string    `db:"votes"`
	}
	if err := t.all(ctx, &rows, ballotsOf, roundID, roundID); err != nil {
		return nil, fmt.Errorf("read the ballots: %w", err)
	}
	ballots := make([]data.Ballot, len(rows))
	for i, r := range rows {
		ballots[i] = data.Ballot{MessageID: r.MessageID, RoundID: r.RoundID, On: r.On}
		if json.Unmarshal([]byte(r.Votes), &ballots[i].Votes) != nil {
			ballots[i].Votes = nil
		}
	}
	return ballots, nil
}
