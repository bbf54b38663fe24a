package desk

import (
	"context"
	"slices"

	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/store"
)

// The record of a ballot names the file that it came in and bears the digest of the ballot: how somebody voted stands in
// the table alone.

func ballotDigest(b data.Ballot) string { return boxDigest([]byte(stated(b))) }

// ballotWord is what the record of a ballot states.
type ballotWord struct {
	RoundID string `json:"round"`
}

// takeBallot adds a ballot to its round and signs that it was taken in.
func (w *work) takeBallot(ctx context.Context, b data.Ballot) error {
	settings, err := signedSettings(ctx, w.tx)
	if err != nil {
		return err
	}
	round, ok := settings.Round(b.RoundID)
	if !ok {
		return data.Refuse(data.ErrRefused, "ballot.round")
	}
	if err := round.CheckBallot(b); err != nil {
		return err
	}
	if err := w.tx.AddBallot(ctx, b); err != nil {
		return err
	}
	w.tell(Signal{Kind: BallotTaken})
	_, err = w.by.append(ctx, w.tx, w.at, seal.Record{
		Kind: kindBallot, ItemID: b.MessageID, Digest: ballotDigest(b), Statement: stated(ballotWord{b.RoundID}),
	})
	return err
}

// Tally counts the ballots of the round of that ID (S16). It fails with ErrNotFound where there is no such round, and
// with ErrBroken where the ballots are not those that were taken in: then nothing is counted.
func (d *Desk) Tally(ctx context.Context, roundID string) (data.Tally, error) {
	return view(ctx, d, func(tx *store.Tx) (data.Tally, error) {
		settings, err := signedSettings(ctx, tx)
		if err != nil {
			return data.Tally{}, err
		}
		round, ok := settings.Round(roundID)
		if !ok {
			return data.Tally{}, data.Refuse(data.ErrNotFound, "round.none")
		}
		certs, err := certificates(ctx, tx)
		if err != nil {
			return data.Tally{}, err
		}
		ballots, err := tx.Ballots(ctx, "")
		if err != nil {
			return data.Tally{}, err
		}
		records, err := tx.RecordsOfKinds(ctx, [4]string{kindBallot})
		if err != nil {
			return data.Tally{}, err
		}
		if len(certs.brokenBallots(ballots, records)) > 0 {
			return data.Tally{}, data.Refuse(data.ErrBroken, "ballot.broken")
		}
		return data.TallyOf(round, slices.DeleteFunc(ballots, func(b data.Ballot) bool { return b.RoundID != roundID })), nil
	})
}

// brokenBallots compares the ballots with the records by which they were taken in.
func (s seals) brokenBallots(ballots []data.Ballot, records []seal.Record) []Broken {
	var list []Broken
	there := map[string]data.Ballot{}
	for _, b := range ballots {
		there[b.MessageID] = b
	}
	for _, r := range records {
		b, ok := there[r.ItemID]
		delete(there, r.ItemID)
		if why := s.check(r); why != nil {
			list = append(list, Broken{Record: r.Seq, Why: why})
		} else if word, said := parsed[ballotWord](r); !ok || !said || word.RoundID != b.RoundID || r.Digest != ballotDigest(b) {
			list = append(list, Broken{Record: r.Seq, Why: data.Refuse(data.ErrBroken, "ballot.changed")})
		}
	}
	if len(there) > 0 {
		list = append(list, Broken{Why: data.Refuse(data.ErrBroken, "ballot.stray")})
	}
	return list
}

// brokenBallots names every ballot that is not as it was taken in, and asks the law of each once more, with the people
// and the rounds that were signed for by then.
func (e evidence) brokenBallots() []Broken {
	people, rounds := map[string]data.Person{}, data.Settings{}
	var records []seal.Record
	var list []Broken
	byID := map[string]data.Ballot{}
	for _, b := range e.ballots {
		byID[b.MessageID] = b
	}
	for _, r := range e.log {
		switch r.Kind {
		case kindPerson:
			if p, ok := parsed[data.Person](r); ok {
				people[p.ID] = p
			}
		case kindSettings:
			rounds, _ = parsed[data.Settings](r)
		case kindBallot:
			records = append(records, r)
			at, _ := seal.ParseInstant(r.At) // one that cannot be read breaks the record's hash
			round, ok := rounds.Round(byID[r.ItemID].RoundID)
			if !ok || round.CheckBallot(byID[r.ItemID]) != nil || !data.OpensMessages(people[r.PersonID], data.DateOf(at)) {
				list = append(list, Broken{Record: r.Seq, Why: data.Refuse(data.ErrBroken, "ballot.unlawful", r.Name)})
			}
		}
	}
	return append(list, e.seals.brokenBallots(e.ballots, records)...)
}

// keepsRounds refuses settings that would change a round that has begun.
func (w *work) keepsRounds(ctx context.Context, settings data.Settings) error {
	before, err := signedSettings(ctx, w.tx)
	if err != nil {
		return err
	}
	ballots, err := w.tx.Ballots(ctx, "")
	if err != nil {
		return err
	}
	return data.KeepsRounds(before.Rounds, settings.Rounds, w.now.Today, func(roundID string) bool {
		return slices.ContainsFunc(ballots, func(b data.Ballot) bool { return b.RoundID == roundID })
	})
}
