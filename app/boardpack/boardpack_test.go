package boardpack

import (
	"bytes"
	"context"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/app/demo"
	"gongkailan/data"
	"gongkailan/data/seal"
	"gongkailan/data/workday"
	"gongkailan/reports/face"
	"gongkailan/reports/page"
)

func job(t *testing.T) (Job, demo.Built) {
	t.Helper()
	now := func() time.Time { return time.Date(2026, 3, 5, 10, 0, 0, 0, data.Shanghai()) }
	built, err := demo.Build(t.Context(), filepath.Join(t.TempDir(), "demo.db"), demo.Options{
		Bare: true,
		Now:  now, Cost: seal.Cost{Time: 1, Memory: 8, Threads: 1},
	})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, built.Desk.Close()) })
	quiet := func(int, int) {}
	return Job{Desk: built.Desk, Faces: face.Embedded(), Calendar: workday.New(), Now: now(), Laid: quiet, Painted: quiet}, built
}

func TestEveryPaperOfTheBoardIsMade(t *testing.T) {
	j, built := job(t)
	hanging, _, err := built.Desk.BoardStanding(t.Context(), built.Desk.Today())
	require.NoError(t, err)
	for name, make := range map[string]func(context.Context, data.Date) (Paper, error){
		"changes": j.Changes, "whole": j.Whole, "headers": j.Headers, "index": j.Index,
	} {
		p, err := make(t.Context(), built.Desk.Today())
		require.NoError(t, err, name)
		require.True(t, bytes.HasPrefix(p.PDF, []byte("%PDF")), name)
		require.Positive(t, p.Pages, name)
		if name != "changes" {
			require.Equal(t, hanging, p.Up, name)
		}
	}
}

func TestThePackSaysWhereWhatChangesHangs(t *testing.T) {
	j, built := job(t)
	today := built.Desk.Today()
	n := NewNotices(j.Calendar, built.Desk.File, j.Faces)
	places, err := j.places(t.Context(), today, n)
	require.NoError(t, err)
	require.Nil(t, places, "nobody has described the board")

	require.NoError(t, built.Session.SaveSettings(t.Context(), data.Settings{Board: data.BoardGrid{Rows: 3, Columns: 8}}))
	places, err = j.places(t.Context(), today, n)
	require.NoError(t, err)
	proposed := places(built.Item)
	require.NotEmpty(t, proposed)
	_, err = built.Session.RecordUse(t.Context(), built.Item, data.Use{
		Channel: data.Board, On: today, Pockets: []data.BoardPlace{{Row: 3, Column: 8}},
	})
	require.NoError(t, err)
	places, err = j.places(t.Context(), today, n)
	require.NoError(t, err)
	require.Equal(t, []data.BoardPlace{{Row: 3, Column: 8}}, places(built.Item), "where it hangs already")
	places, err = j.places(t.Context(), today.AddDays(-1), n)
	require.NoError(t, err)
	require.Nil(t, places, "what hung where on another day is not told")
}

func TestAPackThatIsBrokenOffGivesNothing(t *testing.T) {
	for _, when := range []string{"laid", "painted"} {
		j, built := job(t)
		ctx, cancel := context.WithCancel(t.Context())
		stop := func(int, int) { cancel() }
		if j.Laid = stop; when == "painted" {
			j.Laid, j.Painted = func(int, int) {}, stop
		}
		p, err := j.Whole(ctx, built.Desk.Today())
		require.ErrorIs(t, err, context.Canceled, when)
		require.Empty(t, p.PDF)
	}
}

func TestLargeSheetsAreKnownByTheirPaper(t *testing.T) {
	for _, style := range page.Styles() {
		f := page.FormatOf(style)
		doc := page.Document{Pages: []page.Page{{Width: f.Width, Height: f.Height}, {Width: f.Width, Height: f.Height}}}
		require.Equal(t, data.Sheets{Count: 2, Large: style.Paper == page.PaperA3}, SheetsOf(doc))
	}
	require.Equal(t, data.Sheets{}, SheetsOf(page.Document{}))
}
