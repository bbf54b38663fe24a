package app

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"gongkailan/app/cli"
	"gongkailan/app/kiosk"
	"gongkailan/app/kiosk/folder"
	"gongkailan/app/kiosk/supervisor"
	"gongkailan/data"
)

func lobbyIn(at folder.Folder, call cli.KioskCall) lobby {
	call.Language, call.Say = "zh", func(string, ...any) {}
	return lobby{folder: at, call: call}
}

func TestABareStartShowsWhatWasChosenBefore(t *testing.T) {
	at := folder.At(filepath.Join(t.TempDir(), "大厅"))
	never := lobbyIn(at, cli.KioskCall{})
	var refusal *data.Refusal
	require.ErrorAs(t, never.choose(), &refusal)
	require.Equal(t, "kiosk.nofile", refusal.Code)

	first := lobbyIn(at, cli.KioskCall{Bulletin: "/share/board.gkb", UnitKey: "abcd", Monitor: "2", PanelInches: 55})
	require.NoError(t, first.choose())
	bare := lobbyIn(at, cli.KioskCall{})
	require.NoError(t, bare.choose())
	require.Equal(t, first.settings, bare.settings)
	other := lobbyIn(at, cli.KioskCall{Monitor: "1"})
	require.NoError(t, other.choose())
	require.Equal(t, "1", other.settings.Monitor, "what is named goes before what was chosen")
	require.Equal(t, "/share/board.gkb", other.settings.Bulletin)
	require.Equal(t, at.Outbox(), other.outbox())
}

func TestALookInAWindowChoosesNothing(t *testing.T) {
	at := folder.At(filepath.Join(t.TempDir(), "大厅"))
	look := lobbyIn(at, cli.KioskCall{Bulletin: "/share/board.gkb", Windowed: true})
	require.NoError(t, look.choose())
	require.Contains(t, look.childWords(supervisor.Lobby), "--windowed")
	kept, err := at.Settings()
	require.NoError(t, err)
	require.Empty(t, kept.Bulletin)
}

func TestTheScreenIsStartedWithWhatIsChosenNow(t *testing.T) {
	at := folder.At(filepath.Join(t.TempDir(), "大厅"))
	l := lobbyIn(at, cli.KioskCall{Bulletin: "/share/公开 1.gkb", Outbox: "/share/out", UnitKey: "abcd", Monitor: "1", PanelInches: 42.5})
	require.NoError(t, l.choose())
	require.Equal(t, []string{
		"kiosk", "--child", "--folder=" + at.Path(), "--lang=zh", "--bulletin=/share/公开 1.gkb", "--outbox=/share/out",
		"--unit-key=abcd", "--monitor=1", "--panel-inches=42.5",
	}, l.childWords(supervisor.Lobby))

	now := l.settings // staff choose another monitor on the screen
	now.Monitor = "2"
	require.NoError(t, at.Choose(now))
	require.Contains(t, l.childWords(supervisor.Lobby), "--monitor=2")
	require.Contains(t, l.childWords(supervisor.Notice), "--out-of-service")
	require.NoError(t, os.RemoveAll(at.Path()))
	require.Contains(t, l.childWords(supervisor.Lobby), "--monitor=2", "a folder that is gone costs nothing")
}

func TestSettingsThatCannotBeReadAreToldAtTheSetUp(t *testing.T) {
	at := folder.At(t.TempDir())
	require.NoError(t, os.WriteFile(filepath.Join(at.Path(), "settings.json"), []byte("{"), 0o600))
	l := lobbyIn(at, cli.KioskCall{Bulletin: "/share/board.gkb"})
	var refusal *data.Refusal
	require.ErrorAs(t, l.choose(), &refusal)
	require.Equal(t, "kiosk.folder", refusal.Code)
}

func TestAMonitorIsFoundByNameOrNumber(t *testing.T) {
	all := []monitor{{name: "eDP-1"}, {name: "HDMI-1", x: 1920}}
	for choice, x := range map[string]int{"1": 0, "2": 1920, "hdmi-1": 1920, "eDP-1": 0} {
		m, there := chosen(all, choice)
		require.True(t, there, choice)
		require.Equal(t, x, m.x, choice)
	}
	for _, choice := range []string{"0", "3", "", "HDMI"} {
		_, there := chosen(all, choice)
		require.False(t, there, choice)
	}
}

func TestOnlySealedMessagesAreCounted(t *testing.T) {
	outbox := t.TempDir()
	for _, name := range []string{"a.gkm", "b.gkm", ".c.gkm.123", "d.txt"} {
		require.NoError(t, os.WriteFile(filepath.Join(outbox, name), nil, 0o600))
	}
	require.EqualValues(t, 2, kiosk.Waiting(outbox))
	require.Zero(t, kiosk.Waiting(filepath.Join(outbox, "none")))
}

// A supervisor that does not read must not hold up the screen.
func TestABeatNeverWaits(t *testing.T) {
	read, write := io.Pipe()
	t.Cleanup(func() { _ = read.Close() })
	say := beatsTo(write, func() int { return 4 })
	for range 1000 {
		say(folder.Screen{Serial: 7})
	}
	line, err := bufio.NewReader(read).ReadBytes('\n')
	require.NoError(t, err)
	var s folder.Screen
	require.NoError(t, json.Unmarshal(line, &s))
	require.Equal(t, 7, s.Serial)
	require.Equal(t, 4, s.Outbox)
}

func TestAnotherMonitorIsKeptBesideWhatWasChosen(t *testing.T) {
	l := lobby{folder: folder.At(t.TempDir())}
	require.NoError(t, l.folder.Choose(folder.Settings{Bulletin: "a.gkb", Monitor: "1", PanelInches: 55}))
	require.NoError(t, l.keepMonitor("DELL P4317Q"))
	kept, err := l.folder.Settings()
	require.NoError(t, err)
	require.Equal(t, folder.Settings{Bulletin: "a.gkb", Monitor: "DELL P4317Q", PanelInches: 55}, kept)
}
