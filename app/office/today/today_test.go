package today

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"

	"gongkailan/app/demo"
	"gongkailan/app/office/screen"
	"gongkailan/app/ui"
	"gongkailan/app/words"
	"gongkailan/data"
	"gongkailan/data/desk"
	"gongkailan/data/seal"
	"gongkailan/data/workday"
	"gongkailan/reports/face"
)

// stage is the demonstration unit on a Thursday, with a clock that can be put on.
type stage struct {
	now  time.Time
	desk *desk.Desk
	unit demo.Unit
	went []screen.Route
}

func newStage(t *testing.T) *stage {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(ui.Theme{})
	s := &stage{now: time.Date(2026, 3, 5, 10, 0, 0, 0, data.Shanghai()), unit: demo.Read()}
	built, err := demo.Build(t.Context(), filepath.Join(t.TempDir(), "demo.db"), demo.Options{
		Now: func() time.Time { return s.now }, Cost: seal.Cost{Time: 1, Memory: 8, Threads: 1},
	})
	require.NoError(t, err)
	s.desk = built.Desk
	t.Cleanup(func() { require.NoError(t, s.desk.Close()) })
	return s
}

func (s *stage) today(t *testing.T, role data.Role) *Today {
	t.Helper()
	return s.todayWith(t, role, nil)
}

func (s *stage) todayWith(t *testing.T, role data.Role, files screen.Files) *Today {
	t.Helper()
	session, err := s.desk.SignIn(t.Context(), s.unit.With(role, ""), s.unit.Password)
	require.NoError(t, err)
	screen := New(screen.Env{
		Desk: s.desk, Session: session, Words: words.For(words.Chinese), Now: func() time.Time { return s.now },
		Calendar: workday.New(), Faces: face.Embedded(), Loader: ui.AtOnce(),
		Notices: ui.NewNotices(func(time.Duration, func()) {}), Go: func(r screen.Route) { s.went = append(s.went, r) },
		Files: files, After: func(time.Duration, func()) func() { return func() {} },
	})
	screen.Load()
	return screen
}

func TestEachSeesWhatWaitsForThem(t *testing.T) {
	s := newStage(t)
	for role, wanted := range map[data.Role][]data.Status{
		data.Checker:  {data.ToCheck, data.ToDecide, data.ToSuperior},
		data.Approver: {data.ToApprove, data.ToDecide, data.ToSuperior},
	} {
		shown := s.today(t, role).shown.waiting
		require.NotEmpty(t, shown, role)
		for i, it := range shown {
			require.Contains(t, wanted, it.Status, "%s: %s", role, it.Title)
			if i > 0 && shown[i-1].Status == it.Status {
				require.False(t, it.UpdatedAt.Before(shown[i-1].UpdatedAt), "the longest waiting of a stage stands first")
			}
		}
	}
	inspector := s.today(t, data.Inspector)
	require.Empty(t, inspector.shown.waiting)
	require.Equal(t, words.For(words.Chinese).T("today.noneread"), inspector.waiting.Hint())
}

// The screen is in sight before anything was read: what comes pushes what is beneath it down.
func TestTheTablesGiveWayToTheFigures(t *testing.T) {
	s := newStage(t)
	screen := s.today(t, data.Checker)
	screen.cards.Objects = nil
	window := test.NewTempWindow(t, screen.Object())
	window.Resize(fyne.NewSize(1180, 740))
	screen.root.Refresh()
	screen.Load()
	driver := fyne.CurrentApp().Driver()
	bottom := driver.AbsolutePositionForObject(screen.cards).Y + screen.cards.MinSize().Height
	require.NotEmpty(t, screen.cards.Objects)
	require.GreaterOrEqual(t, driver.AbsolutePositionForObject(screen.tables).Y, bottom)
}

func TestARowOpensTheThingItself(t *testing.T) {
	s := newStage(t)
	screen := s.today(t, data.Checker)
	first := screen.shown.waiting[0].Number
	screen.open(0)
	require.Equal(t, first, s.went[0].Number)
}

func TestWhatEndsSoonShowsItsProofAndComesDownByItself(t *testing.T) {
	s := newStage(t)
	screen := s.today(t, data.Checker)
	require.NotEmpty(t, screen.shown.due)
	it := screen.shown.due[0].Item
	folded := screen.due.Wanted()
	screen.prove(it.Number)
	require.Greater(t, screen.due.Wanted(), folded)
	screen.prove(it.Number)
	require.Equal(t, folded, screen.due.Wanted())

	s.now = it.To.AddDays(1).Time().Add(2 * time.Hour) // ten in the morning in Shanghai
	after := s.today(t, data.Checker)
	require.GreaterOrEqual(t, after.shown.down, 1)
	for _, left := range after.shown.due {
		require.NotEqual(t, it.Number, left.Item.Number)
	}
}

func TestAReviewThatIsOverIsToldNeutrally(t *testing.T) {
	s := newStage(t)
	screen := s.today(t, data.Checker)
	require.Equal(t, "已超 2 个工作日", screen.left("2026-03-03").Text)
}

func TestWaitingIsCountedInWorkingDays(t *testing.T) {
	s := newStage(t)
	screen := s.today(t, data.Checker)
	friday := time.Date(2026, 2, 27, 9, 0, 0, 0, data.Shanghai())
	require.Equal(t, "5 个工作日", screen.since(data.DateOf(friday)), "Saturday 28 February was worked")
	waiting, err := screen.env.Session.Waiting(context.Background())
	require.NoError(t, err)
	require.Len(t, waiting, len(screen.shown.waiting))
}

// tray keeps what is put into the folder for documents.
type tray struct {
	screen.Files
	put map[string][]byte
}

func (f *tray) Put(name string, raw []byte) (string, error) {
	f.put[name] = raw
	return "/" + name, nil
}

func TestTheCardCountsWhatThePackHolds(t *testing.T) {
	s := newStage(t)
	files := &tray{put: map[string][]byte{}}
	screen := s.todayWith(t, data.Checker, files)
	c, _, err := s.desk.BoardChanges(t.Context(), "2026-03-05")
	require.NoError(t, err)
	require.Equal(t, len(c.Up), screen.shown.up)
	screen.Print()
	require.Contains(t, files.put, words.For(words.Chinese).T("pack.file", "2026-03-05")+".pdf")
	screen.Pack(true)
	require.Contains(t, files.put, words.For(words.Chinese).T("pack.wholefile", "2026-03-05")+".pdf")
}
