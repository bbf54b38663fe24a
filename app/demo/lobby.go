package demo

import (
	"context"
	"errors"
	"os"

	"gongkailan/app/postbag"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/outbox"
	"gongkailan/data/seal"
)

// Lobby is what visitors did at the lobby's screen.
type Lobby struct {
	Round    Round         `json:"round"`
	Ballots  [][]data.Vote `json:"ballots"`
	Messages []Message     `json:"messages"`
}

// Round is an appraisal round in force.
type Round struct {
	Title     string   `json:"title"` // {year} stands for the year
	Questions []string `json:"questions"`
	DaysAgo   int      `json:"days_ago"` // when it began
	DaysLeft  int      `json:"days_left"`
}

// Message is what a visitor wrote. Its receipt's code is no secret, so that a demonstration can ask back with it.
type Message struct {
	Kind    data.MessageKind `json:"kind"`
	Code    string           `json:"code"`
	DaysAgo int              `json:"days_ago"`
	Subject string           `json:"subject"`
	Text    string           `json:"text"`
	To      string           `json:"to"`     // the office whose clerk handles it, "" while it is not assigned
	Handled string           `json:"handle"` // "" while it is not answered
	Answer  string           `json:"answer"`
}

// round is the round as of today.
func (b *builder) round() data.Round {
	r, today := b.unit.Lobby.Round, b.desk.Today()
	return data.Round{
		Title: yearIn(r.Title, today), From: today.AddDays(-r.DaysAgo), To: today.AddDays(r.DaysLeft), Questions: r.Questions,
	}
}

// lobby has visitors write and vote, and the office fetch it, as both do.
func (b *builder) lobby(ctx context.Context, checker *desk.Session) (err error) {
	folder, err := os.MkdirTemp("", "gongkailan-lobby-*")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	settings, err := b.desk.Settings(ctx)
	if err != nil {
		return err
	}
	b.clock.SetBack(1, 50)
	for _, votes := range b.unit.Lobby.Ballots {
		ballot := data.Message{Kind: data.MessageBallot, SentOn: b.desk.Today(), RoundID: settings.Rounds[0].ID, Votes: votes}
		if err := b.send(ctx, folder, ballot); err != nil {
			return err
		}
	}
	if _, err := fetch(ctx, checker, folder); err != nil {
		return err
	}
	for i, m := range b.unit.Lobby.Messages {
		b.clock.SetBack(m.DaysAgo, 60+i)
		if err := b.message(ctx, checker, folder, m); err != nil {
			return err
		}
	}
	return nil
}

// send seals a message as the lobby's screen does.
func (b *builder) send(ctx context.Context, folder string, m data.Message) error {
	keys, err := b.desk.OfficeKeys(ctx)
	if err != nil {
		return err
	}
	return outbox.Write(folder, m, keys, outbox.Options{})
}

// fetch takes in what lies in the folder; all of it must be taken.
func fetch(ctx context.Context, by *desk.Session, folder string) ([]desk.Taken, error) {
	got, err := postbag.Bag{By: by, Folder: folder}.Fetch(ctx, func(int, int) {})
	for _, left := range got.Refused {
		err = errors.Join(err, left.Why)
	}
	return got.Imported, err
}

// message has a visitor write, and brings it as far as it says.
func (b *builder) message(ctx context.Context, checker *desk.Session, folder string, m Message) error {
	fingerprint, err := b.desk.Fingerprint(ctx)
	if err != nil {
		return err
	}
	code, err := data.ParseReceiptCode(m.Code)
	if err != nil {
		return err
	}
	err = b.send(ctx, folder, data.Message{
		Kind: m.Kind, SentOn: b.desk.Today(), Text: data.OpinionText{Subject: m.Subject, Text: m.Text},
		Receipt: seal.ReceiptOf(code, fingerprint, seal.ReceiptCost()),
	})
	if err != nil {
		return err
	}
	taken, err := fetch(ctx, checker, folder)
	if err != nil || m.To == "" {
		return err
	}
	return b.answer(ctx, checker, taken[0].Number, m)
}

// answer gives the message to the clerk of its office, who handles and answers it.
func (b *builder) answer(ctx context.Context, checker *desk.Session, number string, m Message) error {
	clerk, err := b.as(ctx, b.unit.With(data.Clerk, m.To))
	if err != nil {
		return err
	}
	if _, err := checker.AssignOpinion(ctx, number, clerk.Person().ID); err != nil || m.Handled == "" {
		return err
	}
	if _, err := clerk.HandleOpinion(ctx, number, m.Handled); err != nil {
		return err
	}
	_, err = clerk.AnswerOpinion(ctx, number, m.Answer, false)
	return err
}
