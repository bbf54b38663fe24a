package app

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/app/demo"
	"gongkailan/app/prefs"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/reports/bulletin"
	"gongkailan/reports/face"
)

// calendarOf is a demonstration unit whose clock the test moves, with a public file issued.
type calendarOf struct {
	demo.Built
	t    *testing.T
	now  time.Time
	path string
}

func newCalendarOf(t *testing.T) *calendarOf {
	t.Helper()
	c := &calendarOf{t: t, now: time.Date(2026, 3, 5, 10, 0, 0, 0, data.Shanghai()), path: filepath.Join(t.TempDir(), "b.gkb")}
	built, err := demo.Build(t.Context(), filepath.Join(t.TempDir(), "演示.db"), demo.Options{
		Bare: true, Now: func() time.Time { return c.now }, Cost: cheap(),
	})
	require.NoError(t, err)
	c.Built = built
	t.Cleanup(func() { require.NoError(t, built.Desk.Close()) })
	return c
}

// issue has the public file made and reads it as the desk does later.
func (c *calendarOf) issue() bulletin.Bulletin {
	c.t.Helper()
	_, err := IssueBulletin(c.t.Context(), c.Desk, c.Session, c.path, c.now)
	require.NoError(c.t, err)
	raw, err := os.ReadFile(c.path)
	require.NoError(c.t, err)
	b, err := bulletin.Read(raw, "")
	require.NoError(c.t, err)
	return b.Records()
}

func (c *calendarOf) due(last bulletin.Bulletin) bool {
	c.t.Helper()
	due, err := bulletinDue(c.t.Context(), c.Desk, last, c.now, face.Embedded())
	require.NoError(c.t, err)
	return due
}

func (c *calendarOf) as(role data.Role) *desk.Session {
	c.t.Helper()
	unit := demo.Read()
	s, err := c.Desk.SignIn(c.t.Context(), unit.With(role, ""), unit.Password)
	require.NoError(c.t, err)
	return s
}

func TestTheFileIsDueWhenWhatItSaysIsNotSoAnyMore(t *testing.T) {
	c := newCalendarOf(t)
	ctx := context.Background()
	require.True(t, c.due(bulletin.Bulletin{}), "something is public and no file is there")
	last := c.issue()
	require.False(t, c.due(last))
	settings := func(change func(*data.Settings)) func() {
		return func() {
			s, err := c.Desk.Settings(ctx)
			require.NoError(t, err)
			change(&s)
			require.NoError(t, c.Session.SaveSettings(ctx, s))
		}
	}
	round := data.Round{ID: "1", Title: "上半年评议", From: "2026-03-06", To: "2026-03-10", Questions: []string{"公开是否及时"}}
	for _, step := range []struct {
		what string
		due  bool
		do   func()
	}{
		{"a holiday", false, settings(func(s *data.Settings) { s.Holidays = []data.Holiday{{Date: "2030-01-01", Name: "元旦"}} })},
		{"visitors may print", true, settings(func(s *data.Settings) { s.Lobby.Print = true })},
		{"a round is planned", true, settings(func(s *data.Settings) { s.Rounds = []data.Round{round} })},
		{"a draft is begun", false, func() {
			_, err := c.as(data.Clerk).NewDraft(ctx, c.Item.EntryCode)
			require.NoError(t, err)
		}},
		{"the round begins", false, func() { c.now = data.Date("2026-03-06").Time().Add(2 * time.Hour) }},
		{"the round is over", true, func() { c.now = data.Date("2026-03-11").Time().Add(2 * time.Hour) }},
		{"an item's last day is over", true, func() { c.now = c.Item.To.AddDays(1).Time().Add(2 * time.Hour) }},
		{"somebody leaves", true, func() {
			require.NoError(t, c.as(data.Admin).Depart(ctx, c.as(data.Approver).Person().ID, c.Desk.Today(), "退休", nil))
		}},
		{"an hour goes by", false, func() { c.now = c.now.Add(time.Hour) }},
		{"the last day of who leaves is over", true, func() { c.now = c.now.AddDate(0, 0, 1) }},
	} {
		step.do()
		require.Equal(t, step.due, c.due(last), step.what)
		if step.due {
			last = c.issue()
			require.False(t, c.due(last), "%s: once it is issued", step.what)
		}
	}
	require.Len(t, last.Revoked, 2)
	require.Empty(t, last.Rounds)
	require.True(t, last.Offer.Print)
}

func TestAnItemThatIsLeftOutForItsPictureIsNotIssuedEveryDay(t *testing.T) {
	c := newCalendarOf(t)
	last := c.issue()
	last.Items, last.LeftOut = last.Items[1:], append(last.LeftOut, leftOut(last.Items[0].Number, tooManyPictures(last.Items[0].Number)))
	require.False(t, c.due(last))
	last.LeftOut[0].Why = "别的原因"
	require.True(t, c.due(last), "what mended itself is shown again")
}

func TestNothingIsIssuedForAUnitThatHasNothingPublic(t *testing.T) {
	c := newCalendarOf(t)
	ctx := context.Background()
	up, _, err := c.Desk.Public(ctx)
	require.NoError(t, err)
	for _, it := range up {
		_, err := c.Session.Withdraw(ctx, it, data.Statement{Note: "撤下。"})
		require.NoError(t, err)
	}
	require.False(t, c.due(bulletin.Bulletin{}))
	last := c.issue()
	require.False(t, c.due(last))
	require.True(t, c.due(bulletin.Bulletin{}), "one was issued, and the file is gone")
}

func TestTheDeskIssuesByItselfWhenSomebodySignsInOnAnotherDay(t *testing.T) {
	b, path := built(t)
	i := issuerOf(b.Desk, face.Embedded(), prefs.Memory{})
	done := make(chan error, 4)
	i.Tell(func(err error) { done <- err })
	stop := b.Desk.Watch(func(s desk.Signal) {
		if s.Kind == desk.BulletinIssued {
			done <- nil
		}
	})
	defer stop()
	i.SignedIn(b.Session)
	require.NoError(t, <-done)
	i.Stop()
	require.FileExists(t, bulletinBeside(path))
}
