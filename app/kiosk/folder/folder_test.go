package folder

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func somewhere(t *testing.T) Folder { return At(filepath.Join(t.TempDir(), "大厅 #1", "kiosk")) }

func TestSettingsAreThereAtTheNextStart(t *testing.T) {
	f := somewhere(t)
	none, err := f.Settings()
	require.NoError(t, err, "a machine that was never set up")
	require.Equal(t, Settings{}, none)
	s := Settings{Bulletin: `\\服务器\公开\board.gkb`, Monitor: "2", PanelInches: 43, PIN: PIN{Salt: []byte{1}, Sum: []byte{2}}}
	require.NoError(t, f.Choose(s))
	kept, err := f.Settings()
	require.NoError(t, err)
	require.Equal(t, s, kept)
	left, err := os.ReadDir(f.Path())
	require.NoError(t, err)
	require.Len(t, left, 1, "nothing half written stays behind")
}

func TestSettingsThatAreThereAlreadyAreNotWrittenAgain(t *testing.T) {
	f := somewhere(t)
	require.NoError(t, f.Choose(Settings{Monitor: "2"}))
	long := time.Now().Add(-time.Hour)
	require.NoError(t, os.Chtimes(f.settings(), long, long))
	require.NoError(t, f.Choose(Settings{Monitor: "2"}))
	info, err := os.Stat(f.settings())
	require.NoError(t, err)
	require.WithinDuration(t, long, info.ModTime(), time.Second)
	require.NoError(t, f.Choose(Settings{Monitor: "1"}))
	again, err := f.Settings()
	require.NoError(t, err)
	require.Equal(t, "1", again.Monitor)
}

func TestDamagedSettingsAreToldAndNoneOfThemIsTaken(t *testing.T) {
	f := somewhere(t)
	require.NoError(t, f.Choose(Settings{Monitor: "2"}))
	require.NoError(t, os.WriteFile(f.settings(), []byte(`{"monitor":"2","outbox":`), 0o600))
	s, err := f.Settings()
	require.Error(t, err)
	require.Equal(t, Settings{}, s)
}

func TestWhatIsNamedNowGoesBeforeWhatWasChosen(t *testing.T) {
	before := Settings{
		Bulletin: "a", Outbox: "b", Unit: "c", Monitor: "d", PanelWidthMM: 500, PanelHeightMM: 900,
		NightFrom: "22:00", NightTo: "06:00", Restart: "04:00", PIN: PIN{Sum: []byte{1}},
	}
	require.Equal(t, before, Settings{}.Over(before))
	now := Settings{Bulletin: "x", PanelInches: 55}.Over(before)
	require.Equal(t, "x", now.Bulletin)
	require.Equal(t, "b", now.Outbox)
	require.Equal(t, 55.0, now.PanelInches)
	require.Zero(t, now.PanelWidthMM, "the sides of another panel")
	require.Equal(t, before.PIN, now.PIN)
}

func TestAPanelIsMeasured(t *testing.T) {
	w, h := Settings{}.Panel(1080, 1920)
	require.InDelta(t, 535, w, 1, "43 inches upright")
	require.InDelta(t, 952, h, 1)
	w, h = Settings{PanelInches: 43, PanelWidthMM: 500, PanelHeightMM: 900}.Panel(1080, 1920)
	require.Equal(t, []float64{500, 900}, []float64{w, h})
	w, h = Settings{}.Panel(0, 0)
	require.Zero(t, w+h)
}

func TestTheHourOfTheNightlyStart(t *testing.T) {
	for written, want := range map[string]time.Duration{
		"": 3*time.Hour + 30*time.Minute, "02:05": 2*time.Hour + 5*time.Minute, "late": 3*time.Hour + 30*time.Minute,
	} {
		at, ever := Settings{Restart: written}.RestartAt()
		require.True(t, ever)
		require.Equal(t, want, at, written)
	}
	_, ever := Settings{Restart: RestartNever}.RestartAt()
	require.False(t, ever)
}

func TestAStatusIsReadAsItWasWritten(t *testing.T) {
	f := somewhere(t)
	_, err := f.Status()
	require.Error(t, err)
	now := time.Date(2026, 3, 5, 3, 30, 0, 0, time.UTC)
	s := Status{
		State: Running, PID: 7, Child: 8, Written: now, Started: now, ChildStarted: &now, Restarts: 3, Day: "2026-03-05",
		LastExit: &Exit{At: now, Reason: "hung", Code: -1}, Screen: Screen{View: ViewLoop, Serial: 12, Items: 34, Memory: 180},
	}
	require.NoError(t, f.WriteStatus(s))
	again, err := f.Status()
	require.NoError(t, err)
	require.Equal(t, s, again)
	raw, err := os.ReadFile(f.status())
	require.NoError(t, err)
	for _, key := range []string{`"state": "running"`, `"serial": 12`, `"memory_mb": 180`, `"restarts": 3`, `"last_exit"`, `"outbox": 0`} {
		require.Contains(t, string(raw), key, "whoever watches the machine reads it")
	}
}

func TestTheLogTurnsOverAndNeverGrowsPastItsFiles(t *testing.T) {
	f := somewhere(t)
	at := time.Date(2026, 3, 4, 19, 30, 0, 0, time.UTC)
	require.Empty(t, f.Logs())
	record := []byte(strings.Repeat(strings.Repeat("x", 390)+"\n", 500))
	for range 25 {
		require.NoError(t, f.Log(at, "screen-ended", []string{"why=hung", "how=\"a\nb\""}, record))
	}
	logs := f.Logs()
	require.Len(t, logs, 3)
	for _, file := range logs {
		info, err := os.Stat(file)
		require.NoError(t, err)
		require.LessOrEqual(t, info.Size(), int64(logBytes))
	}
	raw, err := os.ReadFile(logs[0])
	require.NoError(t, err)
	first, _, _ := strings.Cut(string(raw), "\n")
	require.Equal(t, "2026-03-05T03:30:00+08:00 screen-ended why=hung how=\"ab\"", first)
}

func TestOneLineStaysOneLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := plain(rapid.String().Draw(t, "text"))
		if strings.ContainsAny(line, "\n\r\t\x00") || len(line) > mostLine+len("…") {
			t.Fatalf("%q", line)
		}
	})
}
