package supervisor

import (
	"bytes"
	"encoding/json"
	"io"
	"os/exec"
	"strings"
	"sync"
	"time"

	"gongkailan/app/kiosk/folder"
	"gongkailan/app/platform"
)

// Process is a child that runs.
type Process interface {
	PID() int
	Ask()  // to end in peace
	Look() // write where it hangs, and end
	Kill()
}

// Launch starts a child of ours and has it told what the child says: a line of JSON on its output is a beat, what it
// writes to its error stream is kept until it ends. Its input is closed to ask it to end; it also finds it closed when
// we are gone. The child ends with us, however we end.
func Launch(command *exec.Cmd, which Which, tell func(Event)) (Process, error) {
	said := &tail{}
	command.Stdout, command.Stderr = &beats{tell: tell}, said
	command.WaitDelay = time.Second // for what it may have left behind with its streams open
	ask, err := command.StdinPipe()
	if err != nil {
		return nil, err
	}
	platform.TieTo(command)
	if err := command.Start(); err != nil {
		return nil, err
	}
	release, err := platform.Tie(command.Process)
	if err != nil { // it still finds its input closed when we are gone
		release = func() {}
	}
	go func() {
		_ = command.Wait() // how it ended is read from its state
		release()
		tell(Event{Kind: Ended, Which: which, Code: command.ProcessState.ExitCode(), How: command.ProcessState.String(), Said: said.all()})
	}()
	return &process{command: command, ask: ask}, nil
}

type process struct {
	command *exec.Cmd
	ask     io.Closer
}

func (p *process) PID() int { return p.command.Process.Pid }

// Ask, Look and Kill may come too late; then there is nothing to do.
func (p *process) Ask()  { _ = p.ask.Close() }
func (p *process) Look() { _ = platform.Quit(p.command.Process) }
func (p *process) Kill() { _ = p.command.Process.Kill() }

// mostBeat is far more than a beat is ever long, mostSaid what is kept of the error stream.
const (
	mostBeat = 16 << 10
	mostSaid = 256 << 10
)

// beats reads the beats out of a child's output. What is no beat is nothing.
type beats struct {
	tell func(Event)
	line []byte
}

func (b *beats) Write(raw []byte) (int, error) {
	for part := range bytes.Lines(raw) {
		b.line = append(b.line, part...)
		if len(b.line) > mostBeat {
			b.line = b.line[:mostBeat]
		}
		if part[len(part)-1] != '\n' {
			continue
		}
		var screen folder.Screen
		if json.Unmarshal(b.line, &screen) == nil {
			b.tell(Event{Kind: Beat, Screen: clean(screen)})
		}
		b.line = b.line[:0]
	}
	return len(raw), nil
}

// clean leaves of a beat what a status may hold: numbers, an instant and codes, never a word.
func clean(s folder.Screen) folder.Screen {
	s.View, s.Why = code(s.View), code(s.Why)
	s.Warnings = s.Warnings[:min(len(s.Warnings), mostWarnings)]
	for i := range s.Warnings {
		s.Warnings[i] = code(s.Warnings[i])
	}
	if _, err := time.Parse(time.RFC3339, s.Issued); err != nil {
		s.Issued = ""
	}
	return s
}

// mostCode is longer than any code of ours, mostWarnings more than there are.
const (
	mostCode     = 60
	mostWarnings = 10
)

func code(text string) string {
	odd := func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '.' && r != '-' }
	if len(text) > mostCode || strings.ContainsFunc(text, odd) {
		return "other"
	}
	return text
}

// tail keeps the end of what is written to it.
type tail struct {
	lock sync.Mutex
	kept []byte
}

func (t *tail) Write(raw []byte) (int, error) {
	t.lock.Lock()
	defer t.lock.Unlock()
	t.kept = append(t.kept, raw...)
	if over := len(t.kept) - mostSaid; over > 0 {
		t.kept = append([]byte(nil), t.kept[over:]...)
	}
	return len(raw), nil
}

func (t *tail) all() []byte {
	t.lock.Lock()
	defer t.lock.Unlock()
	return bytes.Clone(t.kept)
}
