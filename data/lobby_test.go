package data

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func goodMessage() Message {
	return Message{
		Kind: MessageTopic, SentOn: "2026-03-06", Text: OpinionText{Text: "请公开食堂账目。"},
		Receipt: Receipt{ID: strings.Repeat("0f", 32), Key: make([]byte, 32)},
	}
}

func TestAMessageFromOutsideIsTakenOnlyWhole(t *testing.T) {
	require.NoError(t, goodMessage().Check())
	ballot := Message{Kind: MessageBallot, SentOn: "2026-03-06", RoundID: "r", Votes: []Vote{Satisfied, ""}}
	require.NoError(t, ballot.Check())
	for name, spoil := range map[string]func(m, b *Message){
		"no day":             func(m, _ *Message) { m.SentOn = "today" },
		"no text":            func(m, _ *Message) { m.Text.Text = " " },
		"unknown kind":       func(m, _ *Message) { m.Kind = "praise" },
		"no receipt":         func(m, _ *Message) { m.Receipt.ID = "" },
		"a receipt in words": func(m, _ *Message) { m.Receipt.ID = strings.Repeat("x", 64) },
		"votes with a text":  func(m, _ *Message) { m.Votes = []Vote{Satisfied} },
		"no vote":            func(_, b *Message) { b.Votes = []Vote{"", ""} },
		"unknown vote":       func(_, b *Message) { b.Votes = []Vote{"great"} },
		"a text with votes":  func(_, b *Message) { b.Text.Text = "x" },
		"no round":           func(_, b *Message) { b.RoundID = "" },
	} {
		m, b := goodMessage(), ballot
		spoil(&m, &b)
		require.False(t, m.Check() == nil && b.Check() == nil, name)
	}
}

func TestOnlyOneRoundRunsOnADay(t *testing.T) {
	round := func(id string, from, to Date) Round {
		return Round{ID: id, Title: "上半年评议", From: from, To: to, Questions: []string{"公开是否及时？"}}
	}
	s := Settings{Rounds: []Round{round("1", "2026-03-01", "2026-03-31"), round("2", "2026-04-01", "2026-04-30")}}
	require.NoError(t, s.Check())
	r, ok := s.RoundOn("2026-04-01")
	require.True(t, ok)
	require.Equal(t, "2", r.ID)
	_, ok = s.RoundOn("2026-05-01")
	require.False(t, ok)
	s.Rounds[1].From = "2026-03-31"
	require.ErrorIs(t, s.Check(), ErrInvalid)
}
