package supervisor

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gongkailan/app/kiosk/folder"
)

// childVariable has this program play a child when it is started anew by a test below.
const childVariable = "GONGKAILAN_TEST_CHILD"

// TestIsAChild is such a child.
func TestIsAChild(t *testing.T) {
	switch role := os.Getenv(childVariable); role {
	case "":
		t.Skip("started by other tests")
	case "well": // answers once and ends with its input
		say(t)
		_, _ = io.Copy(io.Discard, os.Stdin)
		os.Exit(0)
	case "deaf": // answers and never ends by itself
		say(t)
		select {}
	case "crash":
		say(t)
		panic("王䶮 typed 110101199003070010")
	case "refused":
		fmt.Fprintln(os.Stderr, "no public file is named")
		os.Exit(Refused)
	case "supervisor":
		superviseOne(t)
	}
}

func say(t *testing.T) {
	raw, err := json.Marshal(folder.Screen{View: folder.ViewLoop, Serial: 7, Items: 3})
	require.NoError(t, err)
	fmt.Println(string(raw))
}

// longest is how long a test waits for what takes a moment; on a busy machine that is long.
const longest = time.Minute

// house is a supervisor that runs with real children.
type house struct {
	folder  folder.Folder
	started chan int // the numbers of the screens
	beats   chan folder.Screen
	said    chan string
	stop    context.CancelFunc
	ended   chan int
}

// run starts a supervisor whose screens play the role.
func run(t *testing.T, role string) *house {
	t.Helper()
	h := &house{
		folder: folder.At(filepath.Join(t.TempDir(), "大厅 屏")), started: make(chan int, 100),
		beats: make(chan folder.Screen, 100), said: make(chan string, 1), ended: make(chan int, 1),
	}
	ctx, stop := context.WithCancel(context.Background())
	h.stop = stop
	ticker := time.NewTicker(20 * time.Millisecond)
	go func() {
		defer ticker.Stop()
		h.ended <- Run(ctx, Options{
			Rules: Usual(-1), Folder: h.folder, PID: os.Getpid(), Now: time.Now, Tick: ticker.C,
			Start: func(which Which, tell func(Event)) (Process, error) { return h.launch(role, which, tell) },
			Say:   func(said []byte) { h.said <- string(said) },
			Warn:  func(err error) { t.Error(err) },
		})
	}()
	t.Cleanup(func() {
		stop()
		<-h.ended
	})
	return h
}

func (h *house) launch(role string, which Which, tell func(Event)) (Process, error) {
	if which == Notice {
		role = "well"
	}
	p, err := Launch(play(role), which, func(e Event) {
		tell(e)
		if e.Kind == Beat {
			h.beats <- e.Screen
		}
	})
	if err == nil && which == Lobby {
		h.started <- p.PID()
	}
	return p, err
}

// play is this program in a role.
func play(role string) *exec.Cmd {
	command := exec.Command(os.Args[0], "-test.run", "^TestIsAChild$")
	command.Env = append(os.Environ(), childVariable+"="+role)
	return command
}

// soon waits for what takes a moment.
func soon[T any](t *testing.T, from <-chan T) T {
	t.Helper()
	select {
	case got := <-from:
		return got
	case <-time.After(longest):
		require.Fail(t, "it did not happen")
		panic("unreachable")
	}
}

func (h *house) end(t *testing.T) int {
	t.Helper()
	code := soon(t, h.ended)
	h.ended <- code // for the clean-up
	return code
}

func (h *house) log(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	for _, file := range h.folder.Logs() {
		raw, err := os.ReadFile(file)
		require.NoError(t, err)
		all.Write(raw)
	}
	return all.String()
}

func TestAKilledScreenIsBackAndTheEndTakesItAlong(t *testing.T) {
	h := run(t, "well")
	first := soon(t, h.started)
	require.Equal(t, 7, soon(t, h.beats).Serial)
	process, err := os.FindProcess(first)
	require.NoError(t, err)
	require.NoError(t, process.Kill())
	second := soon(t, h.started)
	require.NotEqual(t, first, second)
	soon(t, h.beats)
	h.stop()
	require.Equal(t, 0, h.end(t))

	status, err := h.folder.Status()
	require.NoError(t, err)
	require.Equal(t, folder.Stopped, status.State)
	require.Equal(t, 1, status.Restarts)
	require.Equal(t, 1, status.RestartsToday)
	require.Zero(t, status.Child)
	log := h.log(t)
	for _, line := range []string{"supervisor-started", "screen-started pid=", "screen-answered", "bulletin-taken serial=7 items=3", "screen-ended why=failed", "stop-asked", "screen-ended why=stop", "supervisor-ended code=0"} {
		require.Contains(t, log, line)
	}
}

func TestAScreenThatDoesNotGoIsEndedByForce(t *testing.T) {
	h := run(t, "deaf")
	soon(t, h.beats)
	h.stop()
	require.Equal(t, 0, h.end(t))
	require.Contains(t, h.log(t), "screen-killed why=stop")
}

func TestTheLogTellsWhereAScreenCrashedAndNothingThatWasTyped(t *testing.T) {
	h := run(t, "crash")
	soon(t, h.started)
	soon(t, h.started)
	h.stop()
	h.end(t)
	log := h.log(t)
	require.Contains(t, log, "panic: (left out)")
	require.Contains(t, log, "supervisor.TestIsAChild(…)")
	require.NotContains(t, log, "王䶮")
	require.NotContains(t, log, "110101199003070010")
}

func TestAFirstStartThatIsRefusedEndsWithItsMessage(t *testing.T) {
	h := run(t, "refused")
	require.Equal(t, 1, h.end(t))
	require.Contains(t, soon(t, h.said), "no public file is named")
}

func TestRestartsAreCountedOverEveryRun(t *testing.T) {
	k := &keeper{options: Options{Now: noon}, counted: folder.Status{Restarts: 40, RestartsToday: 3, Day: "2026-03-05"}}
	k.count()
	require.Equal(t, 41, k.counted.Restarts)
	require.Equal(t, 4, k.counted.RestartsToday)
	k.options.Now = func() time.Time { return noon().Add(24 * time.Hour) }
	k.count()
	require.Equal(t, 42, k.counted.Restarts)
	require.Equal(t, 1, k.counted.RestartsToday)
}

// A disk that is full must not end the lobby, nor fill the journal.
func TestALogThatCannotBeWrittenIsToldOnce(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "a file where the folder should be")
	require.NoError(t, os.WriteFile(blocked, nil, 0o600))
	told := 0
	k := &keeper{warned: map[string]bool{}, options: Options{
		Now: noon, Folder: folder.At(blocked), Rules: Usual(-1), Warn: func(error) { told++ },
		Start: func(Which, func(Event)) (Process, error) { return nil, os.ErrNotExist },
	}, tell: func(Event) {}}
	k.begin()
	for range 5 {
		k.log("stop-asked")
		k.at = time.Time{}
		k.writeStatus(noon())
	}
	require.Equal(t, 2, told, "once for the log and once for the status")
	require.Equal(t, folder.Starting, k.machine.State())
}

func TestWhatIsNoBeatIsNothingAndABeatHoldsNoWords(t *testing.T) {
	var told []folder.Screen
	b := &beats{tell: func(e Event) { told = append(told, e.Screen) }}
	for _, raw := range []string{"PASS\n", `{"serial":1,`, `"items":2}` + "\n" + `{"serial":`, "3}\n", strings.Repeat("x", 3*mostBeat), "\n{}\n"} {
		n, err := io.WriteString(b, raw)
		require.NoError(t, err)
		require.Equal(t, len(raw), n)
	}
	require.Equal(t, []folder.Screen{{Serial: 1, Items: 2}, {Serial: 3}, {}}, told)

	word := clean(folder.Screen{View: "王䶮", Why: "a b", Issued: "王䶮", Warnings: []string{"王䶮", folder.WarnDark}})
	require.Equal(t, folder.Screen{View: "other", Why: "other", Warnings: []string{"other", folder.WarnDark}}, word)
	fine := folder.Screen{View: folder.ViewBroken, Why: "bulletin.missing", Issued: "2026-03-05T01:02:03Z"}
	require.Equal(t, fine, clean(fine))
}

func TestOnlyTheEndOfWhatAChildSaysIsKept(t *testing.T) {
	var said tail
	for range 3 {
		_, err := said.Write(make([]byte, mostSaid))
		require.NoError(t, err)
	}
	_, err := io.WriteString(&said, "end")
	require.NoError(t, err)
	require.Len(t, said.all(), mostSaid)
	require.True(t, strings.HasSuffix(string(said.all()), "end"))
}

// superviseOne is a supervisor in a process of its own. Its screen holds the pipe that this process was given.
func superviseOne(t *testing.T) {
	held := os.NewFile(3, "held")
	ticker := time.NewTicker(20 * time.Millisecond)
	defer ticker.Stop()
	Run(context.Background(), Options{
		Rules: Usual(-1), Folder: folder.At(t.TempDir()), PID: os.Getpid(), Now: time.Now, Tick: ticker.C,
		Start: func(which Which, tell func(Event)) (Process, error) {
			command := play(os.Getenv("GONGKAILAN_TEST_SCREEN"))
			command.ExtraFiles = []*os.File{held}
			return Launch(command, which, func(e Event) {
				if e.Kind == Beat {
					fmt.Println("up")
				}
				tell(e)
			})
		},
		Say: func([]byte) {}, Warn: func(error) {},
	})
}
